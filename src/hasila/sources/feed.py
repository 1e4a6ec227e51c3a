"""A feed -> its entries: RSS and Atom of every version, and JSON Feed.

What an entry carries is either the report itself (``content:encoded``, Atom's ``content``) or a summary of it. A
summary is marked as one, because figures that the report states may be missing in it.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any, BinaryIO
from urllib.parse import urljoin

from hasila.errors import SourceError
from hasila.model import Document
from hasila.sources.encoding import decode
from hasila.sources.fragment import words_of
from hasila.sources.limits import FEED_BYTES, FEED_TAGS, megabytes
from hasila.sources.notice import notice
from hasila.sources.record import parse_day, parse_lang
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source

SUMMARY = "only the summary that the feed gives; the report itself may state more"
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*?\?>")
# feedparser takes quadratically long for a tag with very many attributes
_CROWDED = re.compile(r"<[A-Za-z][^\s<>]*+(?:\s++(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'>])++){200}")
_FIRST_YEAR = 1990


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: ``content`` is the report, in HTML unless it is ``plain``; ``summary`` is what stands for it."""

    id: str | None
    url: str | None
    title: str | None
    published: date | None
    content: str | None
    summary: str | None
    plain: bool = False

    @property
    def text(self) -> str | None:
        """The words of the report; None where the feed doesn't carry them."""
        if self.content is None:
            return None
        return (self.content.strip() if self.plain else words_of(self.content)) or None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: ``fault`` says what is wrong with one that could be read all the same."""

    title: str | None
    lang: str | None
    entries: tuple[Entry, ...]
    fault: str | None = None


def read_feed(stream: BinaryIO, source: Source) -> Iterator[Document | Rejected]:
    """A document for each entry that carries words; an error for each that doesn't."""
    data = stream.read(FEED_BYTES + 1)
    feed = parse_feed(data, source.where, source.charset, source.provenance.url)
    notes = notice(source.where, feed.fault)
    if not feed.entries:
        raise SourceError(source.where, None, "the feed has no entries", "Check how it was made")
    for number, entry in enumerate(feed.entries, start=1):
        yield _document(entry, feed, number, source, notes)


def parse_feed(data: bytes, where: str, charset: str | None = None, base: str | None = None) -> Feed:
    """The entries of a feed in its bytes. ``base`` is the address that it came from.

    Raises SourceError where it is none.
    """
    if len(data) > FEED_BYTES:
        reason = f"the feed is larger than {megabytes(FEED_BYTES)}"
        raise SourceError(where, None, reason, "Ask for fewer entries of it")
    declared = _DECLARED.match(data)
    decoded = decode(data, charset or (declared[1].decode("ascii") if declared else None))
    text = decoded.text.lstrip("\ufeff \t\r\n")
    feed = _of_json(text, where, base) if text.startswith("{") else _of_xml(text, where, base)
    return feed if decoded.note is None else Feed(feed.title, feed.lang, feed.entries, feed.fault or decoded.note)


def _of_xml(text: str, where: str, base: str | None) -> Feed:
    if text.count("<") > FEED_TAGS or _CROWDED.search(text):
        raise SourceError(
            where, None, "the feed has more tags or attributes than any feed has", "Check how it was made"
        )
    import feedparser

    data = _DECLARATION.sub("", text).encode("utf-8", "replace")
    try:
        found = feedparser.parse(
            io.BytesIO(data),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:
        raise SourceError(where, None, f"the feed can't be taken apart ({error})", "Check how it was made") from error
    if not found.get("version") and not found.entries:
        raise SourceError(where, None, "this is no feed", "Give an RSS, an Atom or a JSON feed")
    fault = f"the XML is broken ({found.get('bozo_exception')})" if found.get("bozo") else None
    entries = tuple(_entry(one, base) for one in found.entries)
    return Feed(_line(found.feed.get("title")), found.feed.get("language"), entries, fault)


def _entry(one: Mapping[str, Any], base: str | None) -> Entry:
    content = max((str(part.get("value") or "") for part in one.get("content", ())), key=len, default="")
    summary = _string(one.get("summary"))
    return Entry(
        _string(one.get("id")),
        _address(one.get("link"), base),
        _line(one.get("title")),
        _day(one.get("published")) or _day(one.get("updated")),
        content if content.strip() else None,
        None if summary == content else summary,
    )


def _of_json(text: str, where: str, base: str | None) -> Feed:
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SourceError(where, None, f"the feed is not JSON ({error})", "Check how it was made") from None
    items = plain.get("items") if isinstance(plain, dict) else None
    if not isinstance(items, list) or "jsonfeed.org" not in str(plain.get("version")):
        raise SourceError(where, None, "this is no JSON Feed", "Write reports as .jsonl, one object a line")
    entries = tuple(_json_entry(one, base) for one in items if isinstance(one, dict))
    return Feed(_line(plain.get("title")), _string(plain.get("language")), entries)


def _json_entry(one: Mapping[str, Any], base: str | None) -> Entry:
    id = one.get("id")
    html = _string(one.get("content_html"))
    return Entry(
        str(id) if isinstance(id, str | int) else None,
        _address(one.get("url"), base),
        _line(one.get("title")),
        _day(one.get("date_published")) or _day(one.get("date_modified")),
        html or _string(one.get("content_text")),
        _string(one.get("summary")),
        html is None,
    )


def _document(entry: Entry, feed: Feed, number: int, source: Source, notes: tuple[str, ...]) -> Document | Rejected:
    text = entry.text
    whole = text is not None
    text = text or words_of(entry.summary or "")
    if not text:
        reason = f"entry {number} carries no text"
        return Rejected(source.where, None, reason, "Its page has it; hasila watch fetches pages")
    name = entry.id or entry.url or str(number)
    return Document(
        id=f"{source.stem}-{number}",
        text=text,
        title=entry.title,
        published=entry.published or source.defaults.published,
        lang=parse_lang(feed.lang or "") or source.defaults.lang,
        url=entry.url,
        outlet=feed.title,
        source=f"{source.where}:{number}",
        extra=_provenance(source, entry, text, name),
        notes=notes if whole else (*notes, SUMMARY),
    )


def _provenance(source: Source, entry: Entry, text: str, name: str) -> dict[str, Any]:
    given = "given" if source.defaults.published else None
    own = replace(source.provenance, record=name)
    said = (entry.content or entry.summary or text).encode("utf-8", "replace")
    return own.of(said, "feed" if entry.published else given).beside({})


def _day(written: Any) -> date | None:
    """The day of a time as the outlet writes it, in the outlet's own zone.

    >>> _day("Fri, 02 Jun 2023 01:00:00 +0300"), _day("2023-06-02T01:00:00+03:00"), _day("soon")
    (datetime.date(2023, 6, 2), datetime.date(2023, 6, 2), None)
    """
    if not isinstance(written, str) or len(written) > 100:
        return None
    day = parse_day(written.strip())
    if day is None:
        try:
            at: datetime = parsedate_to_datetime(written)
            day = at.date()
        except (ValueError, TypeError, OverflowError, IndexError):
            return None
    return day if day.year >= _FIRST_YEAR else None


def _address(written: Any, base: str | None) -> str | None:
    if not isinstance(written, str) or not written.strip():
        return None
    try:
        return urljoin(base or "", written.strip())
    except ValueError:
        return None


def _line(written: Any) -> str | None:
    return (" ".join(words_of(written).split()) or None) if isinstance(written, str) else None


def _string(written: Any) -> str | None:
    return written if isinstance(written, str) and written.strip() else None
