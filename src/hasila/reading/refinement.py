"""Which of two periods says more of a figure."""

from __future__ import annotations

from datetime import date

from hasila.model import Figure, Period
from hasila.reading.campaigns import runs_on
from hasila.reading.spots import EACH, both_countries

_WEEK = 7


def told_later(happened: Period, figure: Figure) -> bool:
    """Whether a figure has only the day on which it was told, when it was all over."""
    told = figure.period.end if figure.period is not None and figure.basis.get("period") == "inferred" else None
    return told is not None and happened.end is not None and happened.end <= told


def shortly_before(event: Period | None, told: Period | None) -> bool:
    """Whether an event was in the week before it was told."""
    if event is None or told is None or event.start is None or event.end is None or told.end is None:
        return False
    return event.end <= told.end and (told.end - event.start).days <= _WEEK


def lately(event: Period | None, told: list[Period]) -> Period | None:
    """The days of an event, if a report that tells when it was said can be about it: not "the police held ten, the
    minister said on Friday", months after the attack with which the report ends."""
    last = max((day.end for day in told if day.end is not None), default=None)
    if event is None or event.end is None or last is None or event.start != event.end:
        return event  # a stretch is told as that of the report: "the deaths occurred between January and March"
    return event if (last - event.end).days <= _SEASON else None


_SEASON = 60


def refines(happened: Period, period: Period | None) -> bool:
    """Whether the day of the event says more than the period a figure has: nothing yet, or a stretch around it."""
    if period is None:
        return True
    unsettled = None in (period.start, period.end, happened.start, happened.end)
    if unsettled or runs_on(period, happened) or not period.basis.startswith("resolved"):
        return False
    inside = period.start <= happened.start and happened.end <= period.end  # type: ignore[operator]
    near = (period.end - period.start).days <= 31 or period.start == happened.start  # type: ignore[operator]
    return inside and period != happened and near


def months_counted(figures: list[Figure]) -> frozenset[Days]:
    """The months of which a report counts many events: what it tells of one of them is not the day of all."""
    return frozenset(days_of(figure.period) for figure in many_in(figures) if _of_month(figure.period))


def days_of(period: Period | None) -> Days:
    return (period.start, period.end) if period is not None else (None, None)


def _of_month(period: Period | None) -> bool:
    if period is None or period.start is None or period.end is None:
        return False
    return (period.end - period.start).days >= _MONTH


def many_in(figures: list[Figure]) -> list[Figure]:
    """The figures of a report that count many operations, attacks or strikes in a stretch of time."""
    many = (f for f in figures if f.measure in _EVENTS and (f.low or 0) >= _MANY)
    return [f for f in many if f.period is not None and None not in (f.period.start, f.period.end)]


def of_many(happened: Period, period: Period | None, tallies: list[Figure]) -> bool:
    """Whether so many events are counted in a stretch that no one day is that of all which came of them; the days of
    a campaign of strikes may be."""
    same = [f for f in tallies if f.period == period]
    if period is None or period.start is None or period.end is None or not same or period.start == period.end:
        return False
    month = _of_month(period) and any(f.measure != "strikes" for f in same)
    return month or happened.start == happened.end


Days = tuple[date | None, date | None]
_EVENTS = frozenset({"operations", "attacks", "strikes"})
_MANY, _MONTH = 5, 27


def told_apart(raid: Period | None, figures: list[Figure]) -> bool:
    """ "Ten workers were killed near Homs, it said on Friday. On Monday, six died when gunmen stormed a prison in
    Raqqa": another event, in another place."""
    dated = [f for f in figures if f.period == raid and f.basis.get("period") == "resolved"]
    others = [f for f in figures if f.period is None]
    if raid is None or not dated or not others or {*map(_counted, dated)} & {*map(_counted, others)}:
        return False
    return not {*map(_site, dated)} & {*map(_site, others)}


def _site(figure: Figure) -> str | None:
    return figure.place.name if figure.place is not None else None


def _counted(figure: Figure) -> tuple[object, ...]:
    return figure.measure, figure.low, figure.high


def of_total(figures: list[Figure]) -> Period | None:
    """ "In Iraq: 29. In Syria: 15. In total, 44 in May": the months that a report names for a total alone."""
    dated = [f for f in figures if f.period is not None]
    only = dated[0].period if len(dated) == 1 and _of_shares(dated[0], figures) else None
    return only if only is not None and only.start != only.end else None


def _of_shares(total: Figure, figures: list[Figure]) -> bool:
    """Whether a figure of both countries can be the total of the undated ones: not "2,939 this year" of 20 and one."""
    shares = [f.low or 0 for f in figures if f.measure == total.measure and f.place and f.place.scope in EACH]
    return both_countries(total.place) and (len(shares) < _PAIR or (total.low or 0) <= _TIMES * sum(shares))


_PAIR = 2
_TIMES = 3
