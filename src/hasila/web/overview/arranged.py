"""The published rows, put so that a page finds those of some months without going through all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hasila.model import Measure
from hasila.tally.calendar import span_of
from hasila.tally.claim import Cell
from hasila.tally.result import Published, Row


@dataclass(frozen=True, slots=True)
class Arranged:
    """Rows by their last days, the rows of whole months by their cells, and what there is to choose from.

    ``undated`` counts the rows without a last day, which are left out. ``series`` stand in the order of how many months
    they have figures of; ``last`` is the newest day of each, of its months where it has any.
    """

    rows: Sequence[Row]
    ends: Sequence[date]
    months: Mapping[Cell, Row]
    series: Sequence[str]
    measures: Sequence[Measure]
    last: Mapping[str, date]
    undated: int

    def between(self, first: date, last: date) -> Iterator[Row]:
        """The rows whose last day is among these days, the newest first."""
        start, end = bisect_left(self.ends, first), bisect_right(self.ends, last)
        return (self.rows[at] for at in range(end - 1, start - 1, -1))


def arranged(published: Published) -> Arranged:
    """The rows, arranged."""
    dated = [(row.cell.end, row) for row in published.rows if row.cell.end is not None]
    dated.sort(key=lambda pair: (pair[0], pair[1].cell.start or date.min))
    months = {row.cell: row for _, row in dated if _is_month(row)}
    count = Counter(cell.series for cell in months)
    every = Counter(row.cell.series for row in published.rows)
    newest: dict[str, date] = {row.cell.series: end for end, row in dated}
    newest.update({cell.series: cell.end for cell in months if cell.end is not None})
    return Arranged(
        [row for _, row in dated],
        [end for end, _ in dated],
        months,
        sorted(every, key=lambda name: (-count[name], -every[name], name)),
        sorted({row.cell.measure for row in published.rows}),
        newest,
        len(published.rows) - len(dated),
    )


def _is_month(row: Row) -> bool:
    return row.cell.place is None and span_of(row.cell.start, row.cell.end) == "month"
