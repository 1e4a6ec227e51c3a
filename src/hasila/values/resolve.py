"""From what a date says to the days it covers.

Nothing is invented: where the words and the document's dates don't settle the days, the answer is None.
``published`` is the day of the statement; ``anchor`` is the day last spoken of, and is used for a month or day without
a year, and for "that month", "a day earlier". Leave it out where the text has moved on to something else.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from hasila.values.days import (
    Days,
    Known,
    add_months,
    days_of,
    first_after,
    in_month,
    in_year,
    is_month,
    last_before,
    month_end,
    shifted,
)
from hasila.values.periods import DateMention, Duration, Resolved, Stretch

_UNIT_DAYS = {"day": 1, "week": 7}


def resolve(
    mention: DateMention, forms: Sequence[str], published: date | None, anchor: date | None = None
) -> Resolved | None:
    """The days a mention covers, or None where they are not settled.

    >>> from hasila.values.dates import find_dates
    >>> words = ["الشهر", "الماضي"]
    >>> resolve(find_dates(words)[0], words, date(2023, 3, 3)).start
    datetime.date(2023, 2, 1)
    """
    known = Known(published, anchor)
    if mention.span is not None:
        return _resolve_span(mention.span, mention.shape == "past", known)
    if mention.first is None:
        return None
    if mention.last is not None:
        return _resolve_range(mention.first, mention.last, known)
    if mention.shape == "since":
        return _resolve_since(mention.first, known)
    if mention.shape == "until":
        return _resolve_until(mention.first, known)
    days = _cut(days_of(mention.first, known), mention, known)
    return None if days is None else _settled(days.start, days.end, days)


def _settled(start: date | None, end: date | None, *grounds: Days) -> Resolved:
    stated = all(days.stated for days in grounds)
    return Resolved(start, end, "stated" if stated else "resolved", "; ".join(dict.fromkeys(d.reason for d in grounds)))


_YEAR = 360


def _cut(days: Days | None, mention: DateMention, known: Known) -> Days | None:
    """End a running stretch on the statement's day, unless it is in its last tenth: a year's tally of 29 December
    speaks of the whole year."""
    if days is None or known.published is None or not days.start <= known.published < days.end:
        return days
    to_come, length = (days.end - known.published).days, (days.end - days.start).days
    this = mention.first is not None and mention.first.ref == "this"
    running = mention.so_far or (this and length < _YEAR)
    if not running and to_come * 10 <= length:
        return days
    return replace(days, end=known.published, reason=f"{days.reason}, up to the day of publication", stated=False)


# Ranges and open stretches


def _bound(stretch: Stretch, known: Known, side: Literal["start", "end"]) -> Days | None:
    """A stretch as one side of a range: "early 2024" starts it, "the end of August" ends it, "mid" is its middle."""
    days = days_of(replace(stretch, edge=None), known)
    if days is None or stretch.edge in (None, "start", "first"):
        return days_of(stretch, known) if stretch.edge == "first" else _opening(days, stretch, side)
    if stretch.edge in ("end", "final"):
        return replace(days, start=days.end)
    if stretch.edge == "mid":
        middle = days.start.replace(day=15) if is_month(days) else days.start.replace(month=7)
        return replace(days, start=middle, end=middle, reason=f"{days.reason}, the middle", stated=False)
    if stretch.edge == "early":
        return days if side == "start" else None
    return days if side == "end" else _late(stretch, known)


def _opening(days: Days | None, stretch: Stretch, side: Literal["start", "end"]) -> Days | None:
    if days is None or stretch.edge is None or side == "start":
        return days
    return replace(days, end=days.start)


def _late(stretch: Stretch, known: Known) -> Days | None:
    days = days_of(stretch, known)
    return days if days is not None and is_month(days) else None


def _resolve_since(stretch: Stretch, known: Known) -> Resolved | None:
    """From the start of the stretch to the statement's day; "since the start of that year" ends with the anchor."""
    days = _bound(stretch, replace(known, anchor=_back_anchor(stretch, known)), "start")
    if days is None:
        return None
    end = known.anchor if stretch.ref == "same" else known.published
    if end is not None and end < days.start:
        return None
    return replace(_settled(days.start, end, days), basis="resolved" if end else "stated")


def _back_anchor(stretch: Stretch, known: Known) -> date | None:
    """What a "since" may lean on besides publication: the anchor only where it is asked for or all there is."""
    asked = stretch.ref in ("same", "prev") or stretch.month is not None or known.published is None
    return known.anchor if asked else None


def _resolve_until(stretch: Stretch, known: Known) -> Resolved | None:
    days = _bound(stretch, known, "end")
    return None if days is None else _settled(None, days.end, days)


def _resolve_range(first: Stretch, last: Stretch, known: Known) -> Resolved | None:
    """Each end lends the other what it leaves out: the month, the year."""
    if last.month is None and last.day is not None and last.of == "month" and last.ref == "the" and first.month:
        last = replace(last, month=first.month, ref=first.ref, of=first.of)
        if first.year and last.year is None:
            last = replace(last, year=first.year)
    opening, closing = _forward(first, last, known) or _backward(first, last, known)
    if closing is None:
        return None
    if opening is None:
        return replace(_settled(None, closing.end, closing), reason="the first date is not settled")
    return _settled(opening.start, closing.end, opening, closing) if opening.start <= closing.end else None


def _forward(first: Stretch, last: Stretch, known: Known) -> tuple[Days | None, Days | None] | None:
    """A range whose first date has the year: the last is the first such date after it."""
    if first.year is None or last.year is not None or last.month is None or last.of not in (None, "named") or last.ref:
        return None
    opening = _bound(first, known, "start")
    if opening is None:
        return None
    closing = first_after(lambda year: in_year(last, year, "the year of the first date", opening.stated), opening.start)
    if last.day is None or first.day is None:
        closing = _up_to_now(last, closing, known) or closing
    return opening, closing and _bound_of(last, closing, "end")


def _up_to_now(last: Stretch, closing: Days | None, known: Known) -> Days | None:
    """ "From August 2014 through the end of March", out in April 2017: a month without a year is the one just past."""
    late = _bound(last, known, "end")
    if late is None or closing is None or known.published is None or late.end <= closing.end:
        return None
    return late if 0 <= (known.published - late.end).days <= _JUST_PAST else None


_JUST_PAST = 62


def _backward(first: Stretch, last: Stretch, known: Known) -> tuple[Days | None, Days | None]:
    """Any other range: the last date is found first, and the first date before it."""
    closing = _bound(last, known, "end")
    return closing and _first_of_range(first, closing, known), closing


def _first_of_range(first: Stretch, closing: Days, known: Known) -> Days | None:
    """The start of a range whose end is known: the latest such date before it."""
    if first.garbled:
        return days_of(first, known)
    if first.hijri:
        return _bound(first, known, "start")
    if first.today is not None or first.year is not None or (first.of not in (None, "named", "month")):
        return _bound(first, known, "start")
    if first.day is not None and first.month is None and first.ref in ("the", None):
        reason = "the month of the last date"
        return in_month(first, closing.end.year, closing.end.month, reason, closing.stated)
    if first.of == "month":
        return _bound(first, known, "start")
    if first.weekday is not None and first.day is None:
        back = (closing.end.weekday() - first.weekday) % 7
        return shifted(closing.end, -back, "weekday before the last date")
    days = last_before(lambda year: in_year(first, year, "the year of the last date", closing.stated), closing.end)
    return days and _bound_of(first, days)


def _bound_of(stretch: Stretch, days: Days, side: Literal["start", "end"] = "start") -> Days:
    """A stretch whose days are known as one side of a range."""
    if stretch.edge == "mid" and is_month(days):
        middle = days.start.replace(day=15)
        return replace(days, start=middle, end=middle)
    if stretch.edge == "start" and side == "end":
        return replace(days, end=days.start)
    return replace(days, start=days.end) if stretch.edge in ("end", "final") else days


# Counted times


def _resolve_span(span: Duration, covers: bool, known: Known) -> Resolved | None:
    if span.count is None:
        return None
    if covers:
        return _resolve_past(span, span.count, known)
    return _resolve_offset(span, span.count, known)


def _resolve_past(span: Duration, count: int, known: Known) -> Resolved | None:
    """The past N units, counted back. A bare "in 24 hours" is settled only for hours; days need more to go on."""
    if span.toward == "bare" and span.unit != "hour":
        return None
    end = known.anchor if span.toward == "prev" and known.anchor else known.published
    if end is None:
        return None
    if span.toward == "prev" and span.unit == "week" and known.anchor:
        end -= timedelta(1)  # the week before one that begins on the 18th ends on the 17th
        return Resolved(_back(end, count, span.unit) + timedelta(1), end, "resolved", f"{count} weeks before")
    start = _back(end, count, span.unit)
    return Resolved(start, end, "resolved", f"{count} {span.unit}s counted back")


def _back(day: date, count: int, unit: str) -> date:
    if unit in ("month", "year"):
        return add_months(day, -count * (12 if unit == "year" else 1))
    if unit == "hour":
        return day - timedelta(math.ceil(count / 24))
    return day - timedelta(count * _UNIT_DAYS[unit])


def _resolve_offset(span: Duration, count: int, known: Known) -> Resolved | None:
    """So many days from the day last spoken of, or from publication for "ago" and for what something came after.
    On "the third day", two days from where the stretch began that the anchor then stands for."""
    if span.toward == "nth":
        if known.anchor is None:
            return None
        day = known.anchor + timedelta(count - 1)
        return Resolved(day, day, "resolved", f"day {count} of what began")
    base = known.published if span.toward == "ago" else known.anchor
    if span.toward == "after":
        base = known.anchor or known.published
    if base is None or span.toward == "before" or span.unit == "hour":
        return None
    sign = 1 if span.toward == "later" else -1
    if span.unit in ("month", "year"):
        return _offset_stretch(span, count * sign, base)
    day = base + timedelta(sign * count * _UNIT_DAYS[span.unit])
    return Resolved(day, day, "resolved", f"{count} {span.unit}s {span.toward}")


def _offset_stretch(span: Duration, count: int, base: date) -> Resolved | None:
    """ "The month before", "a year earlier": the whole month or year; more than one is not settled."""
    if abs(count) != 1 or span.toward == "ago":
        return None
    if span.unit == "year":
        year = base.year + count
        return Resolved(date(year, 1, 1), date(year, 12, 31), "resolved", f"the year {span.toward}")
    month = add_months(base.replace(day=1), count)
    return Resolved(month, month_end(month.year, month.month), "resolved", f"the month {span.toward}")
