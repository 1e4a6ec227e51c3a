"""How long to wait before asking again."""

from __future__ import annotations

from datetime import UTC
from email.utils import parsedate_to_datetime

from hasila.fetch.limits import DAY

_FIRST, _LONGEST = 60.0, DAY / 4
_DOUBLINGS = 16


def backoff(failures: int, chance: float, first: float = _FIRST, longest: float = _LONGEST) -> float:
    """Seconds to wait after so many failures in a row: twice as long each time, and never all at one moment.

    ``chance``, from 0 to 1, spreads those who failed together over half of the time.

    >>> [backoff(failures, 0.0) for failures in (1, 2, 3)], backoff(1, 0.5), backoff(99, 0.99) <= 21_600
    ([30.0, 60.0, 120.0], 45.0, True)
    """
    whole = min(longest, first * 2.0 ** min(max(failures, 1) - 1, _DOUBLINGS))
    return whole / 2 + whole / 2 * chance


def retry_after(value: str | None, now: float) -> float | None:
    """The seconds that a server asks to wait, a day at most; None where it doesn't, or not in words of HTTP.

    >>> retry_after("120", 0.0), retry_after("Thu, 01 Jan 1970 00:02:00 GMT", 60.0), retry_after("soon", 0.0)
    (120.0, 60.0, None)
    """
    if value is None:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(float(value[:9]), DAY)
    try:
        at = parsedate_to_datetime(value)
        seconds = (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp() - now
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return min(max(seconds, 0.0), DAY)
