"""What documents claim as they were read, one after the other, for those who go through all of it once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, select

from hasila.tally.claim import Cell
from hasila.tally.index.index import Index
from hasila.tally.index.packed import Manner
from hasila.tally.index.reading import parsed
from hasila.tally.index.tables import papers, state

_AT_ONCE = 1000


class Claimed(NamedTuple):
    """A claim without what its document says of itself; ``figures`` are the places that make it."""

    cell: Cell
    manner: Manner
    low: int | None
    high: int | None
    figures: tuple[int, ...]
    words: str


class Told(NamedTuple):
    """A document of the index: its place, its key, and what it claims."""

    seq: int
    key: str
    claims: list[Claimed]


def making(connection: Connection) -> str:
    """Which making of the index this is: another one where it was thrown away since."""
    made: str = connection.execute(select(state.c.made)).scalar_one()
    return made


def told_since(connection: Connection, index: Index, after: int) -> Iterator[Told]:
    """The documents after a place, in their order."""
    cells, manners = index.cells.held(connection), index.manners.held(connection)
    wanted = select(papers.c.seq, papers.c.key, papers.c.claims).where(papers.c.seq > after).order_by(papers.c.seq)
    for rows in connection.execute(wanted).partitions(_AT_ONCE):
        for row, plain in zip(rows, parsed(rows, 2), strict=True):
            claims = [
                Claimed(cells[cell], manners[manner], low, high, tuple(figures), words)
                for cell, manner, low, high, figures, _, _, words in plain
            ]
            yield Told(row[0], row[1], claims)
