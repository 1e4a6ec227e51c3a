"""The day of publication of a page, with where it was found; None rather than a guess.

Days stated for machines go before a date in the address, and that before a written line at the head of the report. A
time with its offset is brought to the outlet's own clock: 22:30 UTC on 5 June is 6 June in Baghdad. A day of a change
is no day of publication; nor is today's date at the top of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hasila.lexicon.page_words import page_words
from hasila.sources.page.stated import StatedDay
from hasila.sources.record import parse_day
from hasila.text.tokens import tokenise, words

_FIRST = date(1990, 1, 1)
_A_DAY = timedelta(days=1)
_STAMP = re.compile(
    r"\s*(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?\s*$", re.I
)
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/._-]|$)")
_EPOCH = re.compile(r"\s*(\d{10})(\d{3})?\s*$")
_SLASH = re.compile(r"(?<=[^\W_])\s*/\s*(?=[^\W_])")
_HOUR = re.compile(r"\s*[-–|،,@]?\s*\d{1,2}:\d\d(?::\d\d)?(?:\s*(?:[ap]\.?m\.?|[صم])(?!\w))?", re.IGNORECASE)
_LINE = 100


@dataclass(frozen=True, slots=True)
class Clock:
    """``zone``: the outlet's, None where unknown; ``retrieved``: when the page was had, now where nobody knows."""

    zone: str | None
    retrieved: datetime | None

    def possible(self, day: date | None) -> bool:
        """Whether a page that was had then can have come out on that day."""
        latest = (self.retrieved or datetime.now(UTC)).date() + _A_DAY
        return day is not None and _FIRST <= day <= latest

    def local(self, moment: datetime) -> date:
        """The day of a moment where the outlet is. Midnight in UTC is how a day without a time is often written."""
        if moment.utcoffset() is None or self.zone is None or (_is_utc(moment) and moment.time() == time()):
            return moment.date()
        with suppress(ZoneInfoNotFoundError, OverflowError):
            return moment.astimezone(ZoneInfo(self.zone)).date()
        return moment.date()


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, where it was found, and other days that the page states for itself, each with where."""

    day: date
    found_in: str
    others: tuple[str, ...] = ()


def dated(days: Sequence[StatedDay], addresses: Sequence[str], lines: Sequence[str], clock: Clock) -> Dated | None:
    """The day of publication. ``lines`` are what stands at the head of the report."""
    found = [(day, one.found_in) for one in days for day in [day_of(one.written, clock)] if day is not None]
    found += [(day, "address") for day in map(_day_in, addresses) if day is not None]
    believed = [(day, found_in) for day, found_in in found if clock.possible(day)]
    if not believed:
        written = next((day for line in lines for day in _written(line) if clock.possible(day)), None)
        return Dated(written, "date line") if written is not None else None
    first, found_in = believed[0]
    others = {day: f"{day} ({where})" for day, where in reversed(believed) if abs(day - first) > _A_DAY}
    return Dated(first, found_in, tuple(others[day] for day in sorted(others)))


def day_of(stated: str, clock: Clock) -> date | None:
    """The day of a time as pages state it for machines.

    >>> day_of("2023-06-05T22:30:00Z", Clock("Asia/Baghdad", None)), day_of("2023-06-05T22:30:00Z", Clock(None, None))
    (datetime.date(2023, 6, 6), datetime.date(2023, 6, 5))
    """
    with suppress(ValueError, OverflowError, OSError):
        if (found := _STAMP.match(stated)) is not None:
            offset = re.sub("(?i)^(?:UTC|GMT|Z)$", "+00:00", found[3] or "")
            return clock.local(datetime.fromisoformat(f"{found[1]}T{found[2]}{offset}"))
        if (epoch := _EPOCH.match(stated)) is not None:
            return clock.local(datetime.fromtimestamp(int(epoch[1]), UTC))
        if (day := parse_day(stated)) is not None:
            return day
        return clock.local(parsedate_to_datetime(stated))
    return next(_written(stated), None)


def _is_utc(moment: datetime) -> bool:
    return moment.utcoffset() == timedelta()


def _day_in(address: str) -> date | None:
    """
    >>> _day_in("https://npasyria.com/2023/06/06/38/"), _day_in("https://x.net/2023/38/1/")
    (datetime.date(2023, 6, 6), None)
    """
    found = _IN_PATH.search(address.partition("?")[0])
    with suppress(ValueError):
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    return None


def _written(line: str) -> Iterator[date]:
    """The whole days (with month and year) that a short line writes; none where it tells of a change."""
    # the date grammar is loaded only for pages that state no day in any other way
    from hasila.values.dates import find_dates

    head = words(line)[:4] if len(line) <= _LINE else []
    if not head or any(" ".join(head[:size]) in page_words("updated") for size in (1, 2)):
        return
    day = _HOUR.sub(" ", line)
    for text in dict.fromkeys((day, _SLASH.sub(" ", day))):
        for mention in find_dates(tokenise(text).form):
            first = mention.first
            if mention.shape == "day" and first is not None and None not in (first.day, first.month, first.year):
                with suppress(ValueError, TypeError):
                    yield date(first.year, first.month, first.day)  # type: ignore[arg-type]
