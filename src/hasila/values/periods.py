"""What a date or period says, before anyone asks which days it covers: data only, no logic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Shape = Literal[
    "day", "month", "quarter", "half", "year", "range", "since", "until", "past", "relative", "part", "hijri"
]
Ref = Literal["this", "last", "next", "same", "prev", "the"]
Unit = Literal["hour", "day", "week", "month", "year", "period"]
Edge = Literal["start", "early", "mid", "late", "end", "first", "final"]
Toward = Literal["past", "latest", "prev", "bare", "ago", "earlier", "later", "after", "before", "nth"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One calendar expression, with as many of its parts as were said.

    ``months`` is a run of months inside a year (second quarter: ``(4, 6)``). ``ref`` says which one is meant and ``of``
    what it is said of: "شباط من العام الماضي" (February of last year) has ``month=2, ref="last", of="year"``;
    "29 آب الماضي" (29 August last) has ``day=29, month=8, ref="last", of="named"``. ``edge`` narrows the stretch to its
    start, end or a part of it. ``half`` is the first or second half of a month, ``head`` its first days. ``garbled``
    marks figures that can't be read in full: a mistyped year, or day and month in doubt.
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    months: tuple[int, int] | None = None
    weekday: int | None = None
    today: int | None = None
    half: int | None = None
    head: int | None = None
    ref: Ref | None = None
    of: Literal["year", "month", "week", "named", "period"] | None = None
    edge: Edge | None = None
    hijri: bool = False
    garbled: bool = False


@dataclass(frozen=True, slots=True)
class Duration:
    """So many units, and which way they are counted; ``count`` is None where none is said ("recent weeks").

    Toward "nth" is the so-manieth day of what began: "on the third day" has ``count=3``.
    """

    count: int | None
    unit: Unit
    toward: Toward


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period in a token list: tokens ``[start, end)``.

    ``is_period`` is true for what a count can cover (a month, "since", the past week), false for a point (a day).
    ``first`` holds the stretch, or the start of a range; ``last`` the end of a range; ``span`` a counted time.
    """

    start: int
    end: int
    shape: Shape
    is_period: bool
    first: Stretch | None = None
    last: Stretch | None = None
    span: Duration | None = None
    so_far: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """The days a mention covers, both included; None marks an open side.

    ``basis`` is "stated" where the words alone settle the days, "resolved" where the document's dates were needed.
    """

    start: date | None
    end: date | None
    basis: Literal["stated", "resolved"]
    reason: str
