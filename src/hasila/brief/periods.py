"""How long a period is, and the days before it that it is compared with."""

from __future__ import annotations

from datetime import date, timedelta

from hasila.tally.calendar import Window


def whole_months(days: Window) -> int | None:
    """How many whole months these days are, None where they are not.

    >>> whole_months((date(2023, 1, 1), date(2023, 6, 30))), whole_months((date(2023, 5, 2), date(2023, 5, 31)))
    (6, None)
    """
    start, end = days
    if start.day != 1 or (end + timedelta(days=1)).day != 1:
        return None
    return (end.year - start.year) * 12 + end.month - start.month + 1


def before(days: Window) -> Window | None:
    """As many months, or days where they aren't whole months, just before; None before the calendar begins.

    >>> before((date(2023, 1, 1), date(2023, 3, 31)))
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
