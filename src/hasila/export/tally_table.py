"""A tally as tables for people: one for each series and period, with what was set aside beside each number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from hasila.export.bidi import printable
from hasila.tally.claim import Cell, Source
from hasila.tally.names import cell_name, scope_name, window_name
from hasila.tally.result import Conflict, Note, Published, Row, SetAside, WayOut
from hasila.tally.telling import READINGS, arithmetic

STATES = {"agreed": "green", "single": "", "contested": "yellow", "unreconciled": "red", "derived": "cyan"}

Sources = Mapping[str, Source]


def tally_table(tally: Published, rows: Sequence[Row]) -> RenderableType:
    """Every row, by series and period; the policy above."""
    parts: list[RenderableType] = [Text(f"policy {tally.policy}", style="dim")]
    if not rows:
        parts.append(Text("no figures"))
    for (series, start, end), group in groupby(rows, key=lambda row: (row.cell.series, row.cell.start, row.cell.end)):
        together = list(group)
        parts.append(Text(f"\n{printable(series)}, {window_name(start, end)}", style="bold"))
        parts.append(_period_table(together, tally.sources))
        parts += [_indented(note, 1, "dim") for note in _notes(together, tally.notes)]
    return Group(*parts)


def _notes(rows: Sequence[Row], notes: Mapping[str, Note]) -> Iterator[str]:
    """What is to be said of the statements of a table that show operations by mode."""
    for name in dict.fromkeys(row.statement for row in rows if row.cell.mode is not None):
        if name in notes:
            yield reading_note(notes[name].reading, notes[name].reason)


def reading_note(reading: str, reason: str | None) -> str:
    """Which structural reading of a statement holds, and why."""
    return f"{READINGS[reading]}: {reason}"


def conflict_list(conflicts: Iterable[Conflict], sources: Sources, sentences: Mapping[str, str]) -> RenderableType:
    """Each contradiction: who says what, in which sentence, and every lightest way out."""
    parts = [part for conflict in conflicts for part in _conflict(conflict, sources, sentences)]
    return Group(*parts) if parts else Text("no contradictions")


def amount(low: int | None, best: int | None, high: int | None) -> str:
    """The number to publish with what it can be: "24", "24 (7–24)", "7–24", "at least 7".

    >>> amount(7, None, 24), amount(7, 7, None), amount(24, 24, 24)
    ('7–24', '7 (7 or more)', '24')
    """
    if low == high and low is not None:
        return f"{low:,}"
    reach = f"{low or 0:,} or more" if high is None else f"{low or 0:,}–{high:,}"
    return reach if best is None else f"{best:,} ({reach})"


def _period_table(rows: Sequence[Row], sources: Sources) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=True, header_style="dim")
    for name in ("place", "measure", "mode"):
        table.add_column(name, overflow="fold")
    table.add_column("number", justify="right", no_wrap=True)
    table.add_column("state", no_wrap=True)
    table.add_column("witnesses", justify="right")
    table.add_column("set aside, or summed up", overflow="fold", ratio=1)
    for row in rows:
        state = f"{row.state}, inferred" if row.inferred else row.state
        table.add_row(
            printable(row.cell.place or scope_name(row.cell.scope)),
            row.cell.measure,
            row.cell.mode or "",
            Text(amount(row.low, row.best, row.high), style="bold"),
            Text(state, style=STATES[row.state]),
            str(row.witnesses or ""),
            printable("; ".join([*(_gone(one, sources) for one in row.set_aside), *map(arithmetic, row.sums)])),
        )
    return table


def _gone(one: SetAside, sources: Sources) -> str:
    return f"{one.value} by {_named(one.documents, sources)}: {one.because}"


def _named(documents: Iterable[str], sources: Sources) -> str:
    return ", ".join(sources[key].id if key in sources else key for key in documents)


def _conflict(conflict: Conflict, sources: Sources, sentences: Mapping[str, str]) -> Iterable[RenderableType]:
    first = conflict.cells[0]
    yield Text(f"{conflict.id}  {first.series}, {window_name(first.start, first.end)}", style="bold")
    for claim in conflict.claims:
        who = _named([claim.document], sources)
        yield _indented(f"{claim.evidence.text} ({cell_name(claim.cell, first, True)}), says {who}")
        if claim.id in sentences:
            yield _indented(sentences[claim.id], 4, "dim")
    for one in conflict.mismatches:
        stated = f"{cell_name(one.cell, first, True)}: {one.said} is said"
        yield _indented(f"{stated}, {arithmetic(one.sum)} = {one.given}")
    several = len(conflict.ways_out) > 1
    yield _indented("equally light ways out:" if several else "lightest way out:", style="dim")
    for way in conflict.ways_out:
        yield _indented(_way(way, first, sources), 4)
    yield Text("")


def _indented(text: str, by: int = 2, style: str = "") -> RenderableType:
    return Padding(Text(printable(text), style=style), (0, 0, 0, by))


def _way(way: WayOut, first: Cell, sources: Sources) -> str:
    gone = "; ".join(
        f"set aside {one.value} by {_named(one.documents, sources)} ({one.because})" for one in way.set_aside
    )
    then = ", ".join(
        f"{cell_name(cell, first, True)} {amount(low, None, high)}" for cell, (low, high) in way.implies.items()
    )
    return f"{gone} → {then} [weight {way.weight}]"


def comparison(one: str, other: str, pairs: Iterable[tuple[Row | None, Row | None]]) -> RenderableType:
    """What two policies publish differently, one line a cell."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=True, header_style="dim")
    table.add_column("cell", overflow="fold")
    for name in (one, other):
        table.add_column(name, justify="right", no_wrap=True)
    for pair in pairs:
        cell = next(row.cell for row in pair if row is not None)
        numbers = ("—" if row is None else amount(row.low, row.best, row.high) for row in pair)
        table.add_row(printable(f"{cell.series}: {cell_name(cell)}"), *numbers)
    return table if table.row_count else Text("both publish the same")
