"""Stretches that lean on the one that a report is about: "in the same month of 2022", "a year earlier", "in the past
month"."""

from __future__ import annotations

from datetime import date, timedelta

from hasila.model import Period
from hasila.reading.mentions import of_period
from hasila.reading.moment import Moment
from hasila.values.dates import DateMention
from hasila.values.days import add_months

_MONTH = 27
_YEAR = 360
_LONGEST = 30
_SOON = 15
_MOVED = "resolved: the same days of another year"


def last_told(found: list[Moment]) -> date | None:
    """The first day of what was told last, days of statements apart."""
    days = (m.period.start or m.period.end for m in reversed(found) if m.period and not m.saying)
    return next((day for day in days if day), None)


def in_other_year(mention: DateMention, period: Period, found: list[Moment]) -> Period | None:
    """ "in the same period of last year", "the same month last year": those days of the year that is named."""
    last = found[-1] if found else None
    if last is None or mention.shape != "year" or mention.start - last.end > 1:
        return None
    if not of_period(last.mention) and not (last.mention.first is not None and last.mention.first.ref == "same"):
        return None
    moved = _moved(last.period, period)
    if moved is not None:
        found[-1] = Moment(last.mention, moved, last.saying, last.opening)
    return moved


def looks_back(moment: Moment) -> bool:
    """ "A month earlier 118 had died", "In the same month of 2022 there were 60": only a glance at another time."""
    span = moment.mention.span
    earlier = span is not None and span.toward == "earlier" and span.unit in ("month", "year")
    return earlier or (moment.period is not None and moment.period.basis == _MOVED)


def one_month_back(mention: DateMention) -> bool:
    """ "In the past month"."""
    span = mention.span
    return mention.shape == "past" and span is not None and (span.unit, span.count) == ("month", 1)


def month_just_told(mention: DateMention, found: list[Moment], published: date | None) -> Period | None:
    """ "The report for November ... In the past month", out on December 5: the month that was named, not the days from
    November 5."""
    last = next((m.period for m in reversed(found) if m.period is not None and not m.saying), None)
    if published is None or last is None or last.start is None or last.end is None or not one_month_back(mention):
        return None
    whole = last.start.day == (last.end + timedelta(days=1)).day == 1 and (last.end - last.start).days <= _LONGEST
    return last if whole and 0 < (published - last.end).days <= _SOON else None


def same_days_before(mention: DateMention, period: Period, found: list[Moment]) -> Period | None:
    """ "48 operations in June. A year earlier there were 60": of a report on some months, those of the year before."""
    span = mention.span
    if span is None or span.toward != "earlier" or span.unit not in ("year", "week"):
        return None
    told = next((m.period for m in reversed(found) if m.period is not None and not m.saying), None)
    if span.unit == "week":
        weeks = (_week_before(m.period, period) for m in reversed(found) if not m.saying)
        return next((week for week in weeks if week is not None), None) if span.count == 1 else None
    if told is None or told.start is None or told.end is None or told.start.day != 1:
        return None
    return _moved(told, period) if _MONTH <= (told.end - told.start).days < _YEAR else None


def _week_before(told: Period | None, to: Period) -> Period | None:
    """ "208 strikes from December 9 to 15, up from 112 the week before": the seven days before those of a week."""
    if told is None or told.start is None or told.end is None or (told.end - told.start).days not in (_DAYS - 1, _DAYS):
        return None
    back = timedelta(days=_DAYS)
    return Period(told.start - back, told.end - back, to.as_written, "resolved: the week before")


_DAYS = 7


def _moved(told: Period | None, to: Period) -> Period | None:
    """The days of a stretch in the year in which another begins."""
    if told is None or told.start is None or told.end is None or to.start is None:
        return None
    months = 12 * (to.start.year - told.end.year)
    whole = (told.end + timedelta(days=1)).day == 1
    end = (
        add_months(told.end + timedelta(days=1), months) - timedelta(days=1) if whole else add_months(told.end, months)
    )
    return Period(add_months(told.start, months), end, to.as_written, _MOVED)
