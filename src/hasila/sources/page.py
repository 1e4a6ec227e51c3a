"""An HTML page -> the article on it.

The day of publication is taken from what the page states for machines (meta tags, JSON-LD, <time>), then from what
trafilatura finds without guessing. Where a page shows nothing but "٢ حزيران ٢٠٢٣", trafilatura may make 1 January of
that year; such a day is not believed.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from hasila.errors import SourceError
from hasila.model import Document
from hasila.sources.encoding import decode
from hasila.sources.limits import HEAD_BYTES
from hasila.sources.notice import notice
from hasila.sources.plain import whole
from hasila.sources.record import parse_day, parse_lang
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_HTML_LANG = re.compile(r"<html[^>]*\slang\s*=\s*[\"']?([A-Za-z-]+)", re.IGNORECASE)
_TAG = re.compile(r"<(?:meta|time)\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_LINKED_DATA = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]+)\"")
_DATE_NAMES = frozenset(
    {
        *("article:published_time", "article:published", "og:published_time", "datepublished", "date", "pubdate"),
        *("publishdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued"),
        *("parsely-pub-date", "sailthru.date"),
    }
)


def read_html(stream: BinaryIO, source: Source) -> Iterator[Document | Rejected]:
    """The article, or an error where the page holds none."""
    yield read_page(whole(stream, source.where), source)


def read_page(data: bytes, source: Source) -> Document:
    """The article on a page, from its bytes and what is known of how they were had.

    Raises SourceError where the page holds no article or can't be taken apart.
    """
    file, defaults = source.where, source.defaults
    declared = _CHARSET.search(data[:HEAD_BYTES])
    # what the server says goes before what the page says, as browsers have it
    decoded = decode(data, source.charset or (declared[1].decode("ascii") if declared else None))
    text, found = _article(decoded.text, file)
    notes = notice(file, decoded.note)
    language = _HTML_LANG.search(decoded.text)
    stated = _day(decoded.text, found["date"])
    published_from = "page" if stated else "given" if defaults.published else None
    return Document(
        id=source.stem,
        text=text,
        title=found["title"] or None,
        published=stated or defaults.published,
        lang=(parse_lang(language[1]) if language else None) or defaults.lang,
        url=found["url"] or source.provenance.url,
        outlet=found["sitename"] or None,
        source=file,
        extra=source.provenance.of(data, published_from).beside({}),
        notes=(*notes, "text taken from an HTML page"),
    )


def _article(html: str, file: str) -> tuple[str, dict[str, Any]]:
    """The words of the article, and what is known of it."""
    fields = _extracted(html, file)
    text = fields.get("text")
    if not text or not text.strip():
        raise SourceError(file, None, "no article was found on the page", "Save the words of the report as a .txt file")
    return text, fields


def _extracted(html: str, file: str) -> dict[str, Any]:
    """What trafilatura finds; whatever it trips over is an error of that page alone."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it says of an empty page is said below
    guessing = {"extensive_search": False, "original_date": True}
    try:
        found = bare_extraction(html, with_metadata=True, include_comments=False, date_extraction_params=guessing)
    except Exception as error:
        raise SourceError(file, None, f"the page can't be taken apart ({error})", "Save it as text") from error
    return {name: getattr(found, name) for name in ("text", "title", "date", "url", "sitename")} if found else {}


def _day(html: str, guessed: str | None) -> date | None:
    stated = _stated_day(html)
    if stated or not guessed:
        return stated
    day = parse_day(guessed)
    return None if day is None or (day.month, day.day) == (1, 1) else day


def _stated_day(html: str) -> date | None:
    """The first day that the page states for machines."""
    for tag in _TAG.findall(html):
        attributes = {name.lower(): a or b for name, a, b in _ATTRIBUTE.findall(tag)}
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        if name.lower() in _DATE_NAMES:
            day = parse_day(attributes.get("content") or attributes.get("datetime") or "")
            if day:
                return day
    linked = _LINKED_DATA.search(html)
    return parse_day(linked[1]) if linked else None
