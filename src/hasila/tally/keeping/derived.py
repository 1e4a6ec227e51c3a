"""Numbers that follow from several units: a quarter from its months."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from hasila.model import Measure
from hasila.tally.calendar import Window
from hasila.tally.claim import Cell
from hasila.tally.keeping.units import Windows
from hasila.tally.linking.statements import statement_of
from hasila.tally.result import Row
from hasila.tally.rows import asked_of, derived_row
from hasila.tally.solving.settled import Settled
from hasila.tally.solving.structure import edges_of

_DAY = timedelta(days=1)


def sums_of(settled: Settled, models: Sequence[Cell]) -> Iterator[tuple[Cell, int]]:
    """What the pieces of time of a unit come to: each of them, from the first, to the last, and what is asked for."""
    for model in models:
        pieces = list(settled.structure.pieces(model.measure))
        if pieces:
            first, last = pieces[0][0], pieces[-1][1]
            ends = {(first, end) for _, end in pieces} | {(start, last) for start, _ in pieces}
            for start, end in sorted({*asked_of(pieces), *ends}):
                cell = model._replace(start=start, end=end)
                value = settled.value(cell)
                if value is not None:
                    yield cell, value


def derived_rows(units: Sequence[Windows], series: str, models: Sequence[Cell]) -> Iterator[Row]:
    """The rows of one series that nobody claimed a number of. ``units`` are all that the series is in."""
    said = [[cell for cell in unit.said if cell.series == series] for unit in units]
    claimed = {cell for cells in said for cell in cells}
    sums = {cell: value for unit in units for cell, value in unit.sums.items() if cell.series == series}
    stretches = _stretches(said)
    for measure, edges in edges_of(claimed).items():
        asked = asked_of([(start, after - _DAY) for start, after in pairwise(edges)])
        for model in (model for model in models if model.measure == measure):
            for start, end in asked:
                cell = model._replace(start=start, end=end)
                value = None if cell in claimed else _added(sums, stretches[measure], cell)
                if value is not None and value >= 0:
                    yield derived_row(cell, value, statement_of(cell))


def _stretches(said: Iterable[Iterable[Cell]]) -> Mapping[Measure, list[Window]]:
    """From which day to which each unit knows of each measure, in order: no two overlap."""
    found: dict[Measure, list[Window]] = defaultdict(list)
    for cells in said:
        for measure, edges in edges_of(cells).items():
            found[measure].append((edges[0], edges[-1] - _DAY))
    return {measure: sorted(held) for measure, held in found.items()}


def _added(sums: Mapping[Cell, int], stretches: Sequence[Window], cell: Cell) -> int | None:
    """What the units make of a cell, one after the other; None where one of them can't tell, or none has some days."""
    start, end, total = cell.start, cell.end, 0
    assert start is not None
    assert end is not None
    at = max(bisect_right(stretches, (start, date.max)) - 1, 0)
    for first, last in stretches[at:]:
        value = sums.get(cell._replace(start=start, end=min(end, last))) if first <= start <= last else None
        if value is None:
            return None
        total += value
        if last >= end:
            return total
        start = last + _DAY
    return None
