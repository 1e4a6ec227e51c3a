"""Months, quarters, halves and years: the windows that people ask for, and how they write them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from hasila.errors import HasilaError

Span = Literal["month", "quarter", "half", "year"]
Window = tuple[date, date]

MONTHS: dict[Span, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_STRETCH = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d{2})))?")


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


def calendar_windows(first: date, last: date) -> Iterator[Window]:
    """Every whole month, quarter, half and year which lies between two days, both included."""
    for span in MONTHS:
        yield from windows(first, last, span)


@lru_cache(maxsize=1 << 14)
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


class PeriodError(HasilaError):
    """A period that can't be understood."""

    def __init__(self, text: str) -> None:
        super().__init__(text)

    def __str__(self) -> str:
        return (
            f"{self.args[0]!r} is no period. Write a month (2023-05), a quarter (2023-Q1), a half-year (2023-H1), "
            "a year (2023), or a first and a last day (2023-10-07..2023-10-29)."
        )


def read_period(text: str) -> Window:
    """The first and the last day; raises PeriodError with the forms that are understood.

    >>> read_period("2023-Q1")
    (datetime.date(2023, 1, 1), datetime.date(2023, 3, 31))
    """
    try:
        return _days(text.strip())
    except ValueError:
        raise PeriodError(text) from None


def _days(text: str) -> Window:
    if ".." in text:
        (start, _), (_, end) = map(_edge, text.split(".."))
        if end < start:
            raise ValueError(text)
        return start, end
    match = _STRETCH.fullmatch(text)
    if match is None or not text.isascii():
        raise ValueError(text)
    year, quarter, half, month = int(match[1]), match[2], match[3], match[4]
    if month:
        return _months(year, int(month), 1)
    if quarter:
        return _months(year, int(quarter) * 3 - 2, 3)
    return _months(year, int(half) * 6 - 5, 6) if half else _months(year, 1, 12)


def _edge(text: str) -> Window:
    """The first or the last of a range: a day, or a month and the like."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return date.fromisoformat(text), date.fromisoformat(text)
    if ".." in text:
        raise ValueError(text)
    return _days(text)


def _months(year: int, month: int, count: int) -> Window:
    """Whole months from ``month`` on; ValueError outside the calendar."""
    last = month + count - 1
    return date(year, month, 1), date(year, last, monthrange(year, last)[1])


def period_text(start: date, end: date) -> str:
    """A period as :func:`read_period` takes it, as short as it can be written.

    >>> period_text(date(2023, 1, 1), date(2023, 3, 31)), period_text(date(2023, 10, 7), date(2023, 10, 29))
    ('2023-Q1', '2023-10-07..2023-10-29')
    """
    span = span_of(start, end)
    if span == "month":
        return f"{start:%Y-%m}"
    if span == "quarter":
        return f"{start:%Y}-Q{start.month // 3 + 1}"
    if span == "half":
        return f"{start:%Y}-H{start.month // 6 + 1}"
    return f"{start:%Y}" if span == "year" else f"{start}..{end}"
