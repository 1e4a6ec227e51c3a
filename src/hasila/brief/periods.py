"""Which days a brief is about: read from what was asked for, and the days before them that it is compared with."""

from __future__ import annotations

from datetime import date, timedelta

from hasila.tally.calendar import PeriodError, read_period

__all__ = ["Days", "PeriodError", "before", "read_period", "whole_months"]

Days = tuple[date, date]


def whole_months(days: Days) -> int | None:
    """How many whole months these days are, None where they are not.

    >>> whole_months(read_period("2023-H1")), whole_months((date(2023, 5, 2), date(2023, 5, 31)))
    (6, None)
    """
    start, end = days
    if start.day != 1 or (end + timedelta(days=1)).day != 1:
        return None
    return (end.year - start.year) * 12 + end.month - start.month + 1


def before(days: Days) -> Days | None:
    """As many months, or days where they aren't whole months, just before; None before the calendar begins.

    >>> before(read_period("2023-Q1"))
    (datetime.date(2022, 10, 1), datetime.date(2022, 12, 31))
    """
    start, end = days
    try:
        last = start - timedelta(days=1)
        count = whole_months(days)
        if count is None:
            return last - (end - start), last
        year, month = divmod(start.year * 12 + start.month - 1 - count, 12)
        return date(year, month + 1, 1), last
    except (OverflowError, ValueError):
        return None
