"""What a source lists: reports with what it says of them, whether it is a feed or a sitemap."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, timedelta
from urllib.parse import urlsplit, urlunsplit

from hasila.codec import day_of, line, plain_day
from hasila.errors import SourceError
from hasila.fetch import Fetched
from hasila.sources.feed import Feed, parse_feed
from hasila.sources.fragment import words_of
from hasila.sources.sitemap import Listed, Sitemap, parse_sitemap

# Keys that say by which way somebody came to a page, and nothing of the page.
_WAYS = frozenset({"fbclid", "gclid", "yclid", "igshid", "mc_cid", "mc_eid"})
_WAYS_BEGIN = "utm_"
# It may be tomorrow where they write.
_ELSEWHERE = timedelta(days=1)
_MOST_TEXT = 1_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """A report that a source lists; ``text`` is the report itself, where the source carries it."""

    url: str
    title: str | None = None
    published: date | None = None
    text: str | None = None
    summary: str | None = None
    outlet: str | None = None
    lang: str | None = None
    modified: date | None = None
    by: str = "feed"

    @property
    def key(self) -> str:
        """What tells it from others."""
        return hashlib.sha256(self.url.encode("utf-8", "replace")).hexdigest()

    def packed(self) -> str:
        """As JSON."""
        days = {"published": plain_day(self.published), "modified": plain_day(self.modified)}
        return line({**asdict(self), **days})


def unpacked(packed: str) -> Found:
    """What was packed."""
    plain = json.loads(packed)
    known = {field.name for field in fields(Found)}
    held = {name: value for name, value in plain.items() if name in known}
    return Found(**{**held, "published": day_of(plain["published"]), "modified": day_of(plain["modified"])})


@dataclass(frozen=True, slots=True)
class Contents:
    """What a source lists: reports, other sitemaps, and what is wrong with it, if it could be read all the same."""

    reports: tuple[Found, ...]
    sitemaps: tuple[Listed, ...] = ()
    fault: str | None = None


def contents(fetched: Fetched) -> Contents:
    """What is listed in a feed or a sitemap. Raises :class:`SourceError` where it is neither."""
    where = fetched.url
    try:
        return _of_feed(parse_feed(fetched.body, where, fetched.charset, where))
    except SourceError as error:
        try:
            return _of_sitemap(parse_sitemap(fetched.body, where, where))
        except SourceError as other:
            raise _nearer(error, other) from other


def recent(sitemaps: Iterable[Listed], since: date, most: int) -> list[Listed]:
    """The sitemaps of an index that can list something new: the newest first, those without a day last."""
    fit = [one for one in sitemaps if one.modified is None or one.modified >= since]
    return sorted(fit, key=lambda one: one.modified or date.min, reverse=True)[:most]


def is_new_enough(found: Found, since: date, first: bool) -> bool:
    """Whether a report that was not seen before is one to read.

    At the first look at a sitemap, which lists all of a site, what has no day is old.
    """
    day = found.published or found.modified
    if day is None:
        return not (first and found.by == "sitemap")
    return day >= since


def sane(found: Found, today: date) -> Found:
    """A report without a day that is still to come: some outlets write such days to stay on top."""
    late = found.published is not None and found.published - today > _ELSEWHERE
    return replace(found, published=None) if late else found


def address(url: str) -> str:
    """An address without what says nothing of the page.

    >>> address("https://example.org/a?id=7&utm_source=x#top")
    'https://example.org/a?id=7'
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    kept = [part for part in parts.query.split("&") if not _is_way(part.partition("=")[0].lower())]
    return urlunsplit(parts._replace(query="&".join(kept), fragment=""))


def _is_way(key: str) -> bool:
    return key in _WAYS or key.startswith(_WAYS_BEGIN)


def _of_feed(feed: Feed) -> Contents:
    return Contents(tuple(_entries(feed)), (), feed.fault)


def _entries(feed: Feed) -> Iterator[Found]:
    for entry in feed.entries:
        name = address(entry.url) if entry.url else entry.id
        if name and name.isprintable():
            text = (entry.text or "")[:_MOST_TEXT] or None
            summary = words_of(entry.summary or "")[:_MOST_TEXT] or None
            yield Found(name, entry.title, entry.published, text, summary, feed.title, feed.lang)


def _of_sitemap(found: Sitemap) -> Contents:
    reports = (
        Found(address(one.url), one.title, one.published, lang=one.lang, modified=one.modified, by="sitemap")
        for one in found.pages
        if one.url.isprintable()
    )
    return Contents(tuple(reports), found.sitemaps, found.fault)


def _nearer(of_feed: SourceError, of_sitemap: SourceError) -> SourceError:
    """The error that says more: that of what it was at least the beginning of."""
    if "no sitemap" not in of_sitemap.reason:
        return of_sitemap
    if "no feed" not in of_feed.reason:
        return of_feed
    return SourceError(of_feed.file, None, "this is neither a feed nor a sitemap", "Give the address of one")


def days_before(day: date, days: int) -> date:
    """The day so many days before another, as far back as there are days."""
    try:
        return day - timedelta(days=days)
    except OverflowError:
        return date.min
