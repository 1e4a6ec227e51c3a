"""What lists can be narrowed down to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any

from fastapi import Query

from hasila.model import Lang, Measure, Mode
from hasila.tally.calendar import Window, read_period

Period = Annotated[
    str | None, Query(max_length=40, examples=["2023-05"], description="2023-05, 2023-Q1, 2023, 2023-10-07..2023-10-29")
]
Place = Annotated[str | None, Query(max_length=200, examples=["IQ"], description="IQ, SY, IQ+SY, or a place's name.")]
Measures = Annotated[Measure | None, Query()]
Modes = Annotated[Mode | None, Query()]
Outlet = Annotated[str | None, Query(max_length=500, description="The outlet, as the documents call it.")]
Language = Annotated[Lang | None, Query(description="The language of the document.")]
Since = Annotated[date | datetime | None, Query(description="Only what came into the ledger since (UTC).")]


def days_of(period: str | None) -> Window | None:
    """The days of a period. Raises PeriodError."""
    return None if period is None else read_period(period)


def moment_of(since: date | datetime | None) -> datetime | None:
    """The beginning of a day, or a moment, in UTC unless it says otherwise."""
    if since is None:
        return None
    if not isinstance(since, datetime):
        return datetime(since.year, since.month, since.day, tzinfo=UTC)
    return since if since.tzinfo else since.replace(tzinfo=UTC)


def inside(days: Window, start: str | date | None, end: str | date | None) -> bool:
    """Whether a stretch lies in a period; none does of which a side is open."""
    first, last = (None if day is None else str(day) for day in (start, end))
    return first is not None and last is not None and str(days[0]) <= first and last <= str(days[1])


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which figures are wanted; None is any."""

    measure: Measure | None = None
    mode: Mode | None = None
    place: str | None = None
    days: Window | None = None

    def has(self, figure: Mapping[str, Any]) -> bool:
        """Whether a figure, in plain types, is one of them."""
        place, period = figure["place"] or {}, figure["period"] or {}
        return (
            self.measure in (None, figure["measure"])
            and self.mode in (None, figure["mode"])
            and self.place in (None, place.get("scope"), place.get("name"))
            and (self.days is None or inside(self.days, period.get("start"), period.get("end")))
        )
