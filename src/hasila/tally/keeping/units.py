"""What is kept of blocks that belong together, and how it is written down."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hasila.codec import day_of, line, plain_day
from hasila.tally.claim import Cell
from hasila.tally.dating.infer import KnownWindow
from hasila.tally.index.blocks import Block
from hasila.tally.keeping.plain import aside_of, cell_of, plain_aside, plain_cell, plain_why, why_of
from hasila.tally.result import Note, Row

Notes = Mapping[str, Note]
Values = Mapping[Cell, tuple[int | None, ...]]


@dataclass(frozen=True, slots=True)
class Days:
    """Days that are linked with one another. ``rows`` bear the names of statements that all of a ledger tell apart.

    ``held`` is what the blocks were, ``made_from`` that and whatever else counted; ``opens`` says that some claims have
    no days at all. ``disputes`` are the contradictions, packed."""

    blocks: tuple[Block, ...]
    held: str
    made_from: str
    rows: tuple[Row, ...]
    notes: Notes
    names: tuple[str, ...]
    opens: bool
    disputes: str


@dataclass(frozen=True, slots=True)
class Windows:
    """Windows that overlap one another, and what others need to know of them.

    ``held`` is what the blocks were, ``made_from`` that and whatever else counted. ``said`` are the numbers that are
    claimed of each cell; ``sums`` what cells of pieces of time come to; ``known`` is what reports without days are
    held against, None where there were none; ``looked`` says where else a number was looked for, and what was found.
    ``disputes`` are the contradictions, packed.
    """

    blocks: tuple[Block, ...]
    held: str
    made_from: str
    rows: tuple[Row, ...]
    notes: Notes
    said: Values
    sums: Mapping[Cell, int]
    known: tuple[KnownWindow, ...] | None
    looked: Mapping[tuple[int, Cell], str]
    disputes: str


@dataclass(frozen=True, slots=True)
class Derived:
    """The rows of one series that follow from several of its units."""

    made_from: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the claims without days of one series were put, by their ids: their block, and the window."""

    made_from: str
    claims: Mapping[str, tuple[Block, Block]]


Unit = Days | Windows | Derived | Placed


def packed(unit: Unit) -> str:
    """A unit as short JSON."""
    return line(_PACKERS[type(unit)](unit))


def unpacked(made_from: str, text: str, disputes: str) -> Unit:
    """The unit that was packed, and its disputes, which stay so until somebody asks."""
    kind, *plain = json.loads(text)
    own = (disputes,) if kind in _DISPUTED else ()
    return _UNPACKERS[kind](made_from, *plain, *own)  # type: ignore[no-any-return, operator]


def _plain_days(one: Days) -> list[object]:
    return [
        "days",
        _plain_blocks(one.blocks),
        one.held,
        _plain_rows(one.rows),
        _plain_notes(one.notes),
        one.names,
        one.opens,
    ]


def _days(
    made_from: str, blocks: Any, held: str, rows: Any, notes: Any, names: Any, opens: bool, disputes: str
) -> Days:
    return Days(_blocks(blocks), held, made_from, _rows(rows), _notes(notes), tuple(names), opens, disputes)


def _plain_windows(one: Windows) -> list[object]:
    said = [[plain_cell(cell), values] for cell, values in one.said.items()]
    sums = [[plain_cell(cell), value] for cell, value in one.sums.items()]
    looked = [[value, plain_cell(cell), seen] for (value, cell), seen in one.looked.items()]
    known = None if one.known is None else list(map(_plain_known, one.known))
    return [
        "windows",
        _plain_blocks(one.blocks),
        one.held,
        _plain_rows(one.rows),
        _plain_notes(one.notes),
        said,
        sums,
        known,
        looked,
    ]


def _windows(
    made_from: str,
    blocks: Any,
    held: str,
    rows: Any,
    notes: Any,
    said: Any,
    sums: Any,
    known: Any,
    looked: Any,
    disputes: str,
) -> Windows:
    return Windows(
        _blocks(blocks),
        held,
        made_from,
        _rows(rows),
        _notes(notes),
        {cell_of(cell): tuple(values) for cell, values in said},
        {cell_of(cell): value for cell, value in sums},
        None if known is None else tuple(map(_known, known)),
        {(value, cell_of(cell)): seen for value, cell, seen in looked},
        disputes,
    )


def _plain_known(one: KnownWindow) -> list[object]:
    days = [plain_day(day) for day in sorted(one.published)]
    said = [[plain_cell(cell), low, high] for cell, low, high in one.said]
    return [one.series, plain_day(one.start), plain_day(one.end), days, said]


def _known(plain: Any) -> KnownWindow:
    series, start, end, days, said = plain
    published = frozenset(day for day in map(day_of, days) if day is not None)
    counts = frozenset((cell_of(cell), low, high) for cell, low, high in said)
    return KnownWindow(series, day_of(start), day_of(end), published, counts)


def _plain_derived(one: Derived) -> list[object]:
    return ["derived", _plain_rows(one.rows)]


def _derived(made_from: str, rows: Any) -> Derived:
    return Derived(made_from, _rows(rows))


def _plain_placed(one: Placed) -> list[object]:
    plain = [[id, _plain_block(origin), _plain_block(window)] for id, (origin, window) in one.claims.items()]
    return ["placed", plain]


def _placed(made_from: str, claims: Any) -> Placed:
    return Placed(made_from, {id: (_block(origin), _block(window)) for id, origin, window in claims})


_PACKERS: Mapping[type[Unit], Any] = {
    Days: _plain_days,
    Windows: _plain_windows,
    Derived: _plain_derived,
    Placed: _plain_placed,
}
_DISPUTED = frozenset({"days", "windows"})
_UNPACKERS = {"days": _days, "windows": _windows, "derived": _derived, "placed": _placed}


def _plain_block(block: Block) -> list[object]:
    return [block.series, block.kind, plain_day(block.start), plain_day(block.end)]


def _block(plain: Any) -> Block:
    return Block(plain[0], plain[1], day_of(plain[2]), day_of(plain[3]))


def _plain_blocks(blocks: Iterable[Block]) -> list[object]:
    return [_plain_block(block) for block in blocks]


def _blocks(plain: Any) -> tuple[Block, ...]:
    return tuple(map(_block, plain))


def _plain_rows(rows: Iterable[Row]) -> list[object]:
    """Rows without sums, which are found for those that somebody asks about."""
    return [
        [plain_cell(one.cell), one.low, one.best, one.high, one.state, one.inferred, one.claims, one.witnesses,
         one.statement, list(map(plain_aside, one.set_aside))]
        for one in rows
    ]  # fmt: skip


def _rows(plain: Any) -> tuple[Row, ...]:
    return tuple([_row(*one) for one in plain])


def _row(
    cell: Any,
    low: Any,
    best: Any,
    high: Any,
    state: Any,
    inferred: bool,
    claims: int,
    witnesses: int,
    name: str,
    gone: Any,
) -> Row:
    aside = tuple(map(aside_of, gone))
    return Row(cell_of(cell), low, best, high, state, inferred, claims, witnesses, name, aside)


def _plain_notes(notes: Notes) -> dict[str, object]:
    return {name: [note.reading, plain_why(note.why)] for name, note in notes.items()}


def _notes(plain: Any) -> Notes:
    return {name: Note(reading, why_of(why)) for name, (reading, why) in plain.items()}
