"""Days in short English, the same wherever Hasila speaks of them."""

from __future__ import annotations

import calendar
from datetime import date


def days_in_words(start: date | None, end: date | None) -> str:
    """The days as short as they can be said; empty where neither is known.

    >>> days_in_words(date(2023, 5, 1), date(2023, 5, 31)), days_in_words(date(2024, 1, 1), date(2024, 3, 31))
    ('May 2023', 'Jan–Mar 2024')
    >>> days_in_words(date(2024, 8, 29), date(2024, 11, 4)), days_in_words(date(2024, 8, 29), None)
    ('2024-08-29 to 2024-11-04', 'since 2024-08-29')
    """
    if start is None or end is None:
        return f"since {start}" if start else f"until {end}" if end else ""
    return _whole_months(start, end) or (str(start) if start == end else f"{start} to {end}")


def _whole_months(start: date, end: date) -> str | None:
    if start.year != end.year or start.day != 1 or end.day != calendar.monthrange(end.year, end.month)[1]:
        return None
    if (start.month, end.month) == (1, 12):
        return str(start.year)
    first, last = calendar.month_abbr[start.month], calendar.month_abbr[end.month]
    return f"{first} {start.year}" if first == last else f"{first}–{last} {start.year}"
