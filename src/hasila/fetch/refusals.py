"""What is said of an address that can't be fetched, whatever the reason."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import httpcore
import httpx

from hasila.errors import FetchError

LATER = "Nothing; it is tried again"
BUSY = frozenset({429, 503})
_LONGEST_ADDRESS = 4_000
# Sites answer so for a while, for want of a better word; what is gone for good (410) is not among them.
_PASSING = frozenset({401, 403, 404, 408, 425, 429})


def checked(url: str) -> None:
    """Raise where this is no address that is fetched.

    >>> checked("https://example.org/feed")
    >>> checked("file:///etc/passwd")
    Traceback (most recent call last):
    hasila.errors.FetchError: file:///etc/passwd: this is no http or https address. Give one.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError(url[:_LONGEST_ADDRESS], f"this is no address ({error})", "Mend it") from error
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise FetchError(url[:_LONGEST_ADDRESS], "this is no http or https address", "Give one")
    if len(url) > _LONGEST_ADDRESS or not url.isprintable() or " " in url:
        reason = "the address is too long, or has signs that no address has"
        raise FetchError(url[:100], reason, "Mend it")
    if "@" in parts.netloc:
        raise FetchError(f"{parts.scheme}://…@{host}", "the address has a name or a password in it", "Leave them out")


def refused(url: str, status: int, after: float | None) -> FetchError:
    """What is said of an answer that is none."""
    passing = status in _PASSING or status >= 500
    remedy = LATER if passing else "Check the address"
    return FetchError(url, f"the server answers {status}", remedy, passing=passing, after=after, status=status)


@contextmanager
def told(url: str) -> Iterator[None]:
    """What goes wrong on the net, as :class:`FetchError` of that address."""
    try:
        yield
    except FetchError as error:
        raise FetchError(url, error.reason, error.remedy, passing=error.passing, after=error.after) from error
    except (httpcore.TimeoutException, httpx.TimeoutException) as error:
        reason = f"the server did not answer in time ({error})" if str(error) else "the server did not answer in time"
        raise FetchError(url, reason, LATER, passing=True) from error
    except (httpcore.ProtocolError, httpcore.NetworkError, httpx.HTTPError, OSError) as error:
        reason = str(error) or type(error).__name__
        raise FetchError(url, f"the connection failed ({reason})", LATER, passing=True) from error
