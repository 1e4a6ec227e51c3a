"""What a cell of the tally is called in a sentence: "the number detained in Iraq"."""

from __future__ import annotations

from hasila.brief.desk import Desk
from hasila.tally.claim import Cell


def cell_name(desk: Desk, cell: Cell) -> str:
    """The name of a cell with its place: عدد المعتقلين في العراق, "the number of partnered operations in Syria"."""
    words = desk.language.measure(cell.measure)
    name = words["name"] if cell.mode is None else words.get(f"name_{cell.mode}", words["name"])
    if cell.scope is None:
        return str(name)
    return desk.language.fill(
        desk.language.pattern("naming.at"), {"name": str(name), "place": desk.language.place(cell.scope)}
    )
