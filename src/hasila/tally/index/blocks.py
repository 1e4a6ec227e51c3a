"""Claims in blocks: those of one window, or of what one bookkeeper did on one day, which are all that can be linked."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from sqlalchemy import Connection, select

from hasila.codec import day_of, line, plain_day
from hasila.tally.claim import Claim
from hasila.tally.index.numbers import Numbers
from hasila.tally.index.tables import blocks, put, some, touched
from hasila.tally.linking.mentions import base_of
from hasila.tally.linking.statements import is_event


class Block(NamedTuple):
    """A window of a series (without its victims), or a day of it: that of the deed, or else of publication.

    ``start`` and ``end`` are those of a window, None where a side is open; a day has only a start, and that is None
    where nobody knows it.
    """

    series: str
    kind: Literal["window", "day"]
    start: date | None
    end: date | None


class State(NamedTuple):
    """The last document that changed a block, and whether a count is taken back there."""

    document: int
    denies: bool


def block_of(claim: Claim, published: date | None) -> Block:
    """The block of a claim in a document of that day."""
    cell = claim.cell
    if is_event(claim):
        return Block(base_of(cell.series), "day", cell.start or cell.end or published, None)
    return Block(base_of(cell.series), "window", cell.start, cell.end)


def numbers_of_blocks() -> Numbers[Block]:
    """The blocks by the numbers that stand for them in tables."""
    return Numbers(blocks, _packed, _unpacked)


def _packed(block: Block) -> str:
    return line([block.series, block.kind, plain_day(block.start), plain_day(block.end)])


def _unpacked(packed: str) -> Block:
    series, kind, start, end = json.loads(packed)
    return Block(series, kind, day_of(start), day_of(end))


def states(connection: Connection, numbers: Mapping[int, Block]) -> dict[Block, State]:
    """Every block with its state."""
    rows = connection.execute(select(touched.c.block, touched.c.document, touched.c.denies))
    return {numbers[number]: State(document, denies) for number, document, denies in rows}


def touch(connection: Connection, changed: Iterable[int], denying: Collection[int], document: int) -> None:
    """Note that a document changed blocks, and in which of them it takes something back."""
    for part in some(sorted(set(changed))):
        were = select(touched.c.block).where(touched.c.block.in_(part), touched.c.denies)
        denies = {*connection.execute(were).scalars(), *denying}
        connection.execute(touched.delete().where(touched.c.block.in_(part)))
        rows = [{"block": number, "document": document, "denies": number in denies} for number in part]
        put(connection, touched, rows)
