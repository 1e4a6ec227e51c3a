"""What a reader has chosen to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import get_args

from fastapi import HTTPException

from hasila.model import Measure
from hasila.tally.calendar import Window, read_period, windows
from hasila.web.overview.arranged import Arranged

MAIN: tuple[Measure, ...] = ("operations", "killed", "detained")
"""What is counted month by month wherever nothing else is asked for."""
SCOPES = ("IQ", "SY", "IQ+SY")
_MONTHS = 12
_MOST = 60
_OFFERED = 480
_HELD = 128

Offered = tuple[tuple[int, tuple[date, ...]], ...]
"""Months to choose from, by year, the newest first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The choices as they stand in the address; an empty one is left to the page."""

    measure: str = ""
    place: str = ""
    series: str = ""
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which measures, places and whose tally (``main`` is the one whose months are drawn), in which months.

    ``series`` is None where nobody chose one: then the months of the main tally are drawn, and figures of all listed;
    so is ``place``, a scope. ``cut`` says that more months were asked for than are shown.
    """

    measures: Sequence[Measure]
    place: str | None
    series: str | None
    main: str
    months: Sequence[Window]
    cut: bool

    @property
    def days(self) -> Window:
        """The first and the last day."""
        return self.months[0][0], self.months[-1][1]

    def takes(self, series: str, scope: str | None, measure: Measure) -> bool:
        """Whether figures of this are to be listed."""
        return self.series in (None, series) and self.place in (None, scope) and measure in self.measures

    @property
    def scopes(self) -> Sequence[str]:
        """The countries whose months are drawn, each alone and both together."""
        return SCOPES if self.place is None else (self.place,)

    def earlier(self) -> tuple[str, str]:
        """As many months before these, as they are asked for."""
        return self._moved(-len(self.months))

    def later(self) -> tuple[str, str]:
        """As many months after these."""
        return self._moved(len(self.months))

    def _moved(self, by: int) -> tuple[str, str]:
        first, last = self.months[0][0], self.months[-1][0]
        return _month(_on(first, by)), _month(_on(last, by))


def chosen(asked: Asked, held: Arranged) -> Choice:
    """The choice that an address stands for; what it leaves open is the year up to the newest month of the main tally.

    Raises HTTPException where a measure, place or tally is none, PeriodError where a period is none.
    """
    _known(asked.measure, get_args(Measure), "measure")
    _known(asked.place, SCOPES, "place")
    _known(asked.series, held.series, "tally")
    main = asked.series or next(iter(held.series), "")
    months = _months(asked, held.last.get(main, date.today()))
    return Choice(
        MAIN if not asked.measure else (asked.measure,),  # type: ignore[arg-type]
        asked.place or None,
        asked.series or None,
        main,
        months[-_MOST:],
        len(months) > _MOST,
    )


def offered(held: Arranged, choice: Choice) -> Offered:
    """The months to choose from, by year, the newest first: those of the ledger and those that are chosen."""
    first = min([*held.ends[:1], choice.days[0]])
    last = max([*held.ends[-1:], choice.days[1]])
    return _offered(max(first, _on(last, -_OFFERED)), last, tuple(start for start, _ in choice.months))


@lru_cache(maxsize=_HELD)
def _offered(first: date, last: date, chosen: Sequence[date]) -> Offered:
    every = sorted({*(start for start, _ in _whole(first, last)), *chosen}, reverse=True)
    return tuple((year, tuple(group)) for year, group in groupby(every, key=lambda day: day.year))


def _known(name: str, names: Sequence[str], what: str) -> None:
    if name and name not in names:
        raise HTTPException(404, f"there is no such {what}: take one of {', '.join(names)}")


def _months(asked: Asked, newest: date) -> Sequence[Window]:
    last = read_period(asked.last)[1] if asked.last else None
    first = read_period(asked.first)[0] if asked.first else None
    last = last or max(newest, _on(first, _MONTHS - 1) if first else newest)
    first = first or _on(last, 1 - _MONTHS)
    if first > last:
        raise HTTPException(422, "the first month comes after the last one")
    return list(_whole(first, last))


def _whole(first: date, last: date) -> Iterator[Window]:
    """The months that have a day between two days."""
    start = first.replace(day=1)
    after = _on(last, 1)
    yield from windows(start, date.fromordinal(after.toordinal() - 1), "month")


def _on(day: date, months: int) -> date:
    """The first of the month that comes so many months on, kept inside the calendar."""
    count = day.year * 12 + day.month - 1 + months
    count = min(max(count, 12), 9999 * 12 + 10)
    return date(count // 12, count % 12 + 1, 1)


def _month(day: date) -> str:
    return f"{day:%Y-%m}"
