"""Which days a brief is about: read from what was asked for, and the days before them that it is compared with."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from hasila.errors import HasilaError

Days = tuple[date, date]
_STRETCH = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d{2})))?")


class PeriodError(HasilaError):
    """A period that can't be understood."""

    def __init__(self, text: str) -> None:
        super().__init__(text)

    def __str__(self) -> str:
        return (
            f"{self.args[0]!r} is no period. Write a month (2023-05), a quarter (2023-Q1), a half-year (2023-H1), "
            "a year (2023), or a first and a last day (2023-10-07..2023-10-29)."
        )


def read_period(text: str) -> Days:
    """The first and the last day; raises PeriodError with the forms that are understood.

    >>> read_period("2023-Q1")
    (datetime.date(2023, 1, 1), datetime.date(2023, 3, 31))
    """
    try:
        return _days(text.strip())
    except ValueError:
        raise PeriodError(text) from None


def _days(text: str) -> Days:
    if ".." in text:
        start, end = map(_day, text.split(".."))
        if end < start:
            raise ValueError(text)
        return start, end
    match = _STRETCH.fullmatch(text)
    if match is None or not text.isascii():
        raise ValueError(text)
    year, quarter, half, month = int(match[1]), match[2], match[3], match[4]
    if month:
        return months(year, int(month), 1)
    if quarter:
        return months(year, int(quarter) * 3 - 2, 3)
    return months(year, int(half) * 6 - 5, 6) if half else months(year, 1, 12)


def _day(text: str) -> date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(text)
    return date.fromisoformat(text)


def months(year: int, month: int, count: int) -> Days:
    """Whole months from ``month`` on; ValueError outside the calendar."""
    last = month + count - 1
    return date(year, month, 1), date(year, last, monthrange(year, last)[1])


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
