"""The days one stretch covers: calendar arithmetic over what was said and the dates a document offers."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from hasila.values.periods import Stretch

_HIJRI_YEARS = range(1343, 1501)
_CONVERTED = range(1926, 2076)


@dataclass(frozen=True, slots=True)
class Days:
    """A run of days, both included, and how it was arrived at."""

    start: date
    end: date
    reason: str
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """The dates a document offers."""

    published: date | None
    anchor: date | None

    def limit(self) -> date:
        """No past date lies after this day."""
        return self.published or date.max


def days_of(stretch: Stretch, known: Known) -> Days | None:
    """The days of one stretch."""
    if stretch.hijri:
        return _hijri(stretch, known)
    if stretch.of == "period" or (stretch.garbled and known.anchor is None):
        return None
    if stretch.weekday is not None and stretch.day is None:
        return _weekday(stretch, known)
    if stretch.today is not None:
        return shifted(known.published, stretch.today, "counted from the day of publication")
    whole = _whole(stretch, known)
    return None if whole is None else narrowed(stretch, whole)


def shifted(base: date | None, by: int, reason: str) -> Days | None:
    """The day so many days on."""
    return None if base is None else Days(base + timedelta(by), base + timedelta(by), reason)


def _weekday(stretch: Stretch, known: Known) -> Days | None:
    """The latest such day on or before publication; before it where the report says "last"."""
    if known.published is None or stretch.weekday is None:
        return None
    if stretch.of == "week":
        sunday = known.published - timedelta((known.published.weekday() + 1) % 7)
        days = (stretch.weekday + 1) % 7 - (7 if stretch.ref == "last" else 0)
        return shifted(sunday, days, f"of {stretch.ref} week")
    back = (known.published.weekday() - stretch.weekday) % 7
    if stretch.ref == "last" and back == 0:
        back = 7
    if stretch.ref == "next":
        back -= 7
    return shifted(known.published, -back, "weekday nearest before publication")


def _whole(stretch: Stretch, known: Known) -> Days | None:
    """The stretch before its edge is taken."""
    if stretch.year is not None:
        return in_year(stretch, stretch.year, "stated", stated=True)
    if stretch.of == "year" and stretch.ref not in ("the", None):
        year = _year_of(stretch, known)
        return None if year is None else in_year(stretch, year, f"{stretch.ref} year")
    if stretch.of == "month":
        return _month_by_ref(stretch, known)
    if stretch.month is None and stretch.months is None:
        return _the_year(stretch, known)
    return _latest(stretch, known)


def _year_of(stretch: Stretch, known: Known) -> int | None:
    base = known.anchor if stretch.ref in ("same", "prev") else known.published
    if base is None:
        return None
    return base.year + {"last": -1, "prev": -1, "next": 1}.get(stretch.ref or "", 0)


def _the_year(stretch: Stretch, known: Known) -> Days | None:
    """ "The year" and no more: the year of publication, or the one before where the day named is yet to come."""
    base = known.published or known.anchor
    if base is None or stretch.of != "year":
        return None
    days = in_year(stretch, base.year, "the year of publication")
    if days is not None and (narrowed(stretch, days) or days).start > base:
        return in_year(stretch, base.year - 1, "the year before publication")
    return days


def in_year(stretch: Stretch, year: int, reason: str, stated: bool = False) -> Days | None:
    """The stretch put into a year; None for a day that the month does not have."""
    if stretch.months is not None:
        first, last = stretch.months
        return Days(date(year, first, 1), month_end(year, last), reason, stated)
    if stretch.month is None:
        return Days(date(year, 1, 1), date(year, 12, 31), reason, stated) if stretch.day is None else None
    return in_month(stretch, year, stretch.month, reason, stated)


def in_month(stretch: Stretch, year: int, month: int, reason: str, stated: bool = False) -> Days | None:
    """A month, or the stretch's day in it; None for a day that the month does not have."""
    last = month_end(year, month)
    if stretch.day is None:
        return Days(date(year, month, 1), last, reason, stated)
    if stretch.day > last.day:
        return None
    day = date(year, month, stretch.day)
    return Days(day, day, reason, stated)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, count: int) -> date:
    """The same day so many months on, or the last of a shorter month."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _month_by_ref(stretch: Stretch, known: Known) -> Days | None:
    """This, last or that month, or a day in it; "the month" is the one last spoken of, else that of publication."""
    if stretch.ref in ("same", "prev"):
        base = known.anchor
    elif stretch.ref == "the":
        base = known.anchor or known.published
    else:
        base = known.published
    if base is None:
        return None
    first = add_months(base.replace(day=1), {"last": -1, "prev": -1, "next": 1}.get(stretch.ref or "", 0))
    days = in_month(stretch, first.year, first.month, f"{stretch.ref} month")
    if stretch.ref == "the" and days is not None and days.start > known.limit():
        earlier = add_months(first, -1)
        return in_month(stretch, earlier.year, earlier.month, "latest such day")
    return days


def _latest(stretch: Stretch, known: Known) -> Days | None:
    """A month or day without a year: nearest to the anchor, else the latest not after publication."""

    def build(year: int) -> Days | None:
        return in_year(stretch, year, "latest such date before publication")

    if stretch.ref == "next" and known.published is not None:
        return first_after(build, known.published)
    if known.anchor is not None and stretch.ref in (None, "same"):
        return _nearest(build, known.anchor, known.limit())
    if known.published is None:
        return None
    limit = known.published
    if stretch.months is not None and stretch.ref in (None, "the"):
        first, last = stretch.months
        limit = add_months(limit, -(last - first + 1) // 2)  # a half-year that has just begun has no tally yet
    if stretch.ref == "last" and stretch.day is None:
        limit = limit.replace(day=1) - timedelta(1)
    return last_before(build, limit)


def last_before(build: Callable[[int], Days | None], limit: date) -> Days | None:
    """The latest year's stretch that starts on or before a day."""
    for year in range(limit.year, limit.year - 9, -1):
        days = build(year)
        if days is not None and days.start <= limit:
            return days
    return None


def first_after(build: Callable[[int], Days | None], limit: date) -> Days | None:
    """The earliest year's stretch that starts on or after a day."""
    for year in range(limit.year, limit.year + 9):
        days = build(year)
        if days is not None and days.start >= limit:
            return days
    return None


def _nearest(build: Callable[[int], Days | None], anchor: date, limit: date) -> Days | None:
    built = [build(year) for year in range(anchor.year - 1, anchor.year + 2)]
    fitting = [days for days in built if days is not None and days.start <= limit]
    best = min(fitting, key=lambda days: _distance(days, anchor), default=None)
    return None if best is None else replace(best, reason="nearest to the date last spoken of")


def _distance(days: Days, anchor: date) -> int:
    return max((days.start - anchor).days, (anchor - days.end).days, 0)


def narrowed(stretch: Stretch, days: Days) -> Days | None:
    """The first or last day, a third, a half or the first days of a stretch. "Late 2017" has no certain days."""
    if stretch.edge == "first":
        return replace(days, end=days.start)
    if stretch.edge == "final":
        return replace(days, start=days.end)
    first = days.start
    if stretch.head is not None:
        return replace(days, end=first + timedelta(stretch.head - 1))
    if stretch.half is not None:
        middle = first.replace(day=15)
        return replace(days, end=middle) if stretch.half == 1 else replace(days, start=middle + timedelta(1))
    if stretch.edge is None:
        return days
    if not is_month(days):
        return None
    third = {"start": (1, 10), "early": (1, 10), "mid": (11, 20)}.get(stretch.edge, (21, days.end.day))
    reason = f"{days.reason}, a third of the month"
    return Days(first.replace(day=third[0]), first.replace(day=third[1]), reason)


def is_month(days: Days) -> bool:
    """Whether a stretch is no longer than a month."""
    return (days.end - days.start).days <= 31


# Hijri


def _hijri(stretch: Stretch, known: Known) -> Days | None:
    """A date of the Hijri calendar (Umm al-Qura); a month without a year is the latest not after publication."""
    if stretch.month is None:
        return None
    if stretch.year is not None:
        return _hijri_days(stretch, stretch.year, stretch.month)
    if known.published is None or known.published.year not in _CONVERTED:
        return None
    this_year = Gregorian.fromdate(known.published).to_hijri().year
    built = (_hijri_days(stretch, year, stretch.month) for year in (this_year, this_year - 1))
    days = next((days for days in built if days is not None and days.start <= known.published), None)
    return days and replace(days, reason="latest such Hijri date before publication", stated=False)


def _hijri_days(stretch: Stretch, year: int, month: int) -> Days | None:
    if year not in _HIJRI_YEARS:
        return None
    length = Hijri(year, month, 1).month_length()
    first, last = (1, length) if stretch.day is None else (stretch.day, stretch.day)
    if last > length:
        return None
    start, end = Hijri(year, month, first).to_gregorian(), Hijri(year, month, last).to_gregorian()
    return Days(date(*start.datetuple()), date(*end.datetuple()), "Hijri date converted", stated=True)
