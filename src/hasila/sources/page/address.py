"""The address by which a page wants to be known, where that is on its own site, without what only tracks readers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

from hasila.lexicon.outlets import by_host, host_of

# Copies of a page at another address: the Internet Archive's, and those of AMP.
_COPY = re.compile(
    r"https?://(?:web\.archive\.org/web/\d{1,14}[a-z_]*/(?P<whole>https?://.+)"
    r"|(?:[\w-]+\.cdn\.ampproject\.org/(?:[cv]/)|www\.google\.[a-z.]+/amp/)(?P<safe>s/)?(?P<bare>[\w.-]+/.*))$",
    re.IGNORECASE,
)
_LONGEST = 4_000
_GUISES = ("www.", "m.", "mobile.", "amp.", "ar.", "arabic.", "en.", "english.")


def canonical(stated: Sequence[str], fetched: str | None) -> str | None:
    """The first of the stated addresses that can be believed, else the one that was fetched.

    One on another site isn't, nor the front page for a page below it.

    >>> canonical(["https://other.example/x", "/ar/38?utm_source=x&id=5"], "https://www.shafaq.com/ar/38?fbclid=1")
    'https://www.shafaq.com/ar/38?id=5'
    """
    for one in stated:
        full = _joined(fetched, one)
        if full and _believed(full, fetched):
            return _plain(full)
    return _plain(fetched) if fetched else None


def original(url: str) -> str:
    """The address of the page of which this is the address of a copy.

    >>> original("https://web.archive.org/web/20230607101500/https://www.shafaq.com/ar/38")
    'https://www.shafaq.com/ar/38'
    """
    found = _COPY.match(url) if len(url) < _LONGEST else None
    if found is None:
        return url
    return found["whole"] or f"{'https' if found['safe'] else 'http'}://{found['bare']}"


def _joined(fetched: str | None, stated: str) -> str:
    try:
        full = urljoin(fetched or "", stated)
    except ValueError:
        return ""
    return full if full.lower().startswith(("http://", "https://")) and host_of(full) else ""


def _believed(full: str, fetched: str | None) -> bool:
    if fetched is None:
        return True
    if not _same_site(host_of(full), host_of(fetched)):
        return False
    stated, had = urlsplit(full), urlsplit(fetched)
    return bool(stated.path.strip("/") or stated.query) or not (had.path.strip("/") or had.query)


def _same_site(one: str, other: str) -> bool:
    if one == other or _bare(one) == _bare(other) or f".{one}".endswith(f".{_bare(other)}"):
        return True
    listed = by_host(one)
    return f".{other}".endswith(f".{_bare(one)}") or (listed is not None and listed is by_host(other))


def _bare(host: str) -> str:
    return next((host[len(guise) :] for guise in _GUISES if host.startswith(guise)), host)


def _plain(url: str) -> str:
    # loaded late: it takes longer than reading a text
    from courlan import clean_url

    return (clean_url(url.partition("#")[0]) or url) if len(url) < _LONGEST else url
