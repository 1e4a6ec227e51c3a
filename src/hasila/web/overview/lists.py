"""What stands beside the drawings: statements, figures of whole countries, periods that are no months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from hasila.tally.calendar import span_of
from hasila.tally.result import Row, State
from hasila.web.overview.arranged import Arranged
from hasila.web.overview.choice import MAIN, Choice

_STATEMENTS = 8
_LONGER = 24
_WHOLE = 9


@dataclass(frozen=True, slots=True)
class Announced:
    """A statement: whose, of which days and place, its main numbers, and how many of its cells are in which state."""

    id: str
    series: str
    start: date | None
    end: date | None
    place: str | None
    scope: str | None
    main: Sequence[Row]
    states: Mapping[State, int]


def announced(held: Arranged, choice: Choice) -> list[Announced]:
    """The newest statements that somebody made of the chosen things."""
    found: dict[str, list[Row]] = {}
    for row in held.between(*choice.days):
        cell = row.cell
        if row.state == "derived" or not choice.takes(cell.series, cell.scope, cell.measure):
            continue
        if row.statement in found or len(found) < _STATEMENTS:
            found.setdefault(row.statement, []).append(row)
    return [_announced(name, rows) for name, rows in found.items()]


def _announced(name: str, rows: Sequence[Row]) -> Announced:
    whole = max((row.cell.scope or "" for row in rows), key=len)
    main = [row for row in rows if row.cell.mode is None and (row.cell.scope or "") == whole] or rows
    main = sorted(main, key=lambda row: MAIN.index(row.cell.measure) if row.cell.measure in MAIN else len(MAIN))
    cell = main[0].cell
    count = Counter(row.state for row in rows)
    return Announced(name, cell.series, cell.start, cell.end, cell.place, cell.scope, main[: len(MAIN)], count)


Period = tuple[str, date | None, date | None]


def longer(held: Arranged, choice: Choice) -> tuple[Sequence[tuple[Period, Sequence[Row]]], int]:
    """The newest figures of periods that are no months, which are added to nothing, by their periods; and how many more
    there are."""
    other = (row for row in _of_countries(held, choice) if span_of(row.cell.start, row.cell.end) != "month")
    shown, left = _newest(other, _LONGER)
    periods: dict[Period, list[Row]] = {}
    for row in shown:
        periods.setdefault((row.cell.series, row.cell.start, row.cell.end), []).append(row)
    return [(period, sorted(rows, key=_widest)) for period, rows in periods.items()], left


def of_whole_countries(held: Arranged, choice: Choice) -> tuple[Sequence[Row], int]:
    """The newest figures of months that name no place inside a country; and how many more there are."""
    months = (row for row in _of_countries(held, choice) if span_of(row.cell.start, row.cell.end) == "month")
    return _newest((row for row in months if row.cell.mode is None), _WHOLE)


def _widest(row: Row) -> tuple[int, str, int, str]:
    measure = row.cell.measure
    return (
        -len(row.cell.scope or ""),
        row.cell.scope or "",
        MAIN.index(measure) if measure in MAIN else len(MAIN),
        row.cell.mode or "",
    )


def _of_countries(held: Arranged, choice: Choice) -> Iterable[Row]:
    for row in held.between(*choice.days):
        if row.cell.place is None and choice.takes(row.cell.series, row.cell.scope, row.cell.measure):
            yield row


def _newest(rows: Iterable[Row], most: int) -> tuple[Sequence[Row], int]:
    every = iter(rows)
    shown = list(islice(every, most))
    return shown, sum(1 for _ in every)
