"""Months, quarters, halves and years: the windows that people ask for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

Span = Literal["month", "quarter", "half", "year"]
Window = tuple[date, date]

MONTHS: dict[Span, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def windows(first: date, last: date, span: Span) -> Iterator[Window]:
    """Every window of that length which lies between two days, both included.

    >>> list(windows(date(2023, 1, 1), date(2023, 7, 9), "quarter"))[-1]
    (datetime.date(2023, 4, 1), datetime.date(2023, 6, 30))
    """
    months = MONTHS[span]
    start = _months_on(date(first.year, 1, 1), 0)
    while True:
        after = _months_on(start, months)
        if after - timedelta(days=1) > last:
            return
        if start >= first:
            yield start, after - timedelta(days=1)
        start = after


def span_of(start: date | None, end: date | None) -> Span | None:
    """What kind of window these days are; None where they are no whole month, quarter, half or year.

    >>> span_of(date(2024, 1, 1), date(2024, 6, 30))
    'half'
    """
    if start is None or end is None:
        return None
    return next((span for span in MONTHS if (start, end) in windows(start, end, span)), None)


def _months_on(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
