"""What a cell of the tally is called in a sentence: "the number detained in Iraq"."""

from __future__ import annotations

from collections.abc import Iterable

from hasila.brief.desk import Desk
from hasila.model import Measure
from hasila.tally.claim import Cell
from hasila.tally.result import Row


def cell_name(desk: Desk, cell: Cell) -> str:
    """The name of a cell with its place: عدد المعتقلين في العراق, "the number of partnered operations in Syria"."""
    words = desk.language.measure(cell.measure)
    name = words["name"] if cell.mode is None else words.get(f"name_{cell.mode}", words["name"])
    if cell.scope is None:
        return str(name)
    return desk.language.fill(
        desk.language.pattern("naming.at"), {"name": str(name), "place": desk.language.place(cell.scope)}
    )


def names_at(desk: Desk, measures: Iterable[Measure], scopes: Iterable[str]) -> str:
    """Several measures at the same places: "the number of operations and the number killed in Iraq and in Syria"."""
    names = desk.language.join([str(desk.language.measure(measure)["name"]) for measure in measures])
    places = desk.language.pattern("naming.places").join(desk.language.place(scope) for scope in scopes)
    return desk.language.fill(desk.language.pattern("naming.at"), {"name": names, "place": places})


def names_of(desk: Desk, rows: Iterable[Row]) -> str:
    """The names of several rows, those of one place together."""
    by_place: dict[str, list[Measure]] = {}
    for row in rows:
        by_place.setdefault(row.cell.scope or "", []).append(row.cell.measure)
    return desk.language.join([names_at(desk, measures, [scope]) for scope, measures in by_place.items()])
