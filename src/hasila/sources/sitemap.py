"""A sitemap -> the addresses in it: a list of pages, or of other sitemaps; plain, packed, or as lines of text.

No sitemap declares entities: one that declares a document type is refused before anything of it is expanded. One that
breaks off gives what stood before the break.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO
from urllib.parse import urljoin
from xml.parsers import expat

from hasila.errors import SourceError
from hasila.model import Document
from hasila.sources.encoding import decode
from hasila.sources.limits import SITEMAP_ADDRESSES, SITEMAP_BYTES, megabytes
from hasila.sources.record import parse_day
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source

_GZIP = b"\x1f\x8b"
_PIECE = 64 * 1024
_LONGEST = 4_000
_FIELDS = frozenset({"loc", "lastmod", "publication_date", "title", "language"})


@dataclass(frozen=True, slots=True)
class Listed:
    """An address of a sitemap; ``title``, ``published`` and ``lang`` are those of a news sitemap."""

    url: str
    modified: date | None = None
    published: date | None = None
    title: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """Pages, and other sitemaps; ``fault`` says what is wrong with one that could be read all the same."""

    pages: tuple[Listed, ...] = ()
    sitemaps: tuple[Listed, ...] = ()
    fault: str | None = None


def read_sitemap(stream: BinaryIO, source: Source) -> Iterator[Document | Rejected]:
    """Nothing but an error: a sitemap has no reports in it."""
    reason = "a sitemap lists addresses and holds no reports"
    yield Rejected(source.where, None, reason, "Have its pages fetched with hasila watch, by the sitemap's address")


def parse_sitemap(data: bytes, where: str, base: str | None = None) -> Sitemap:
    """What a sitemap in its bytes lists. ``base`` is the address that it came from.

    Raises SourceError where it is none, or too large.
    """
    data = _unpacked(data, where) if data.startswith(_GZIP) else data
    if len(data) > SITEMAP_BYTES:
        raise _too_large(where)
    if data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")[:1] == b"<":
        return _Listing(where, base).of(data)
    return _lines(data, where)


class _Listing:
    """A sitemap as it is gone through."""

    def __init__(self, where: str, base: str | None) -> None:
        self._where, self._base = where, base
        self._root: str | None = None
        self._inside: list[str] = []
        self._words: list[str] = []
        self._said: dict[str, str] = {}
        self._found: dict[str, list[Listed]] = {"url": [], "sitemap": []}

    def of(self, data: bytes) -> Sitemap:
        """All that it lists, up to where it breaks off."""
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        fault = None
        try:
            for start in range(0, len(data), _PIECE):
                parser.Parse(data[start : start + _PIECE], False)
            parser.Parse(b"", True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            fault = f"the XML is broken ({error})"
        pages, sitemaps = (tuple(self._found[name]) for name in ("url", "sitemap"))
        if self._root not in ("urlset", "sitemapindex"):
            raise SourceError(
                self._where, None, "this is no sitemap", "Give a urlset, a sitemapindex or a list of lines"
            )
        if fault and not pages and not sitemaps:
            raise SourceError(self._where, None, fault, "Check how it was made")
        return Sitemap(pages, sitemaps, fault)

    def _refuse(self, *_: object) -> None:
        reason = "the sitemap declares a document type, as none does"
        raise SourceError(self._where, None, reason, "Check how it was made")

    def _start(self, name: str, _attributes: object) -> None:
        plain = name.rpartition(":")[2]
        self._root = self._root or plain
        self._inside.append(plain)
        self._words = []

    def _text(self, words: str) -> None:
        if self._inside and self._inside[-1] in _FIELDS:
            self._words.append(words)

    def _end(self, _name: str) -> None:
        name = self._inside.pop()
        # images and videos have addresses of their own, a level deeper
        if name in _FIELDS and "image" not in self._inside and "video" not in self._inside:
            self._said.setdefault(name, "".join(self._words).strip())
        elif name in self._found:
            self._list(name)
            self._said = {}

    def _list(self, name: str) -> None:
        listed = _listed(self._said, self._base)
        held = self._found[name]
        if listed is not None:
            held.append(listed)
        if len(held) > SITEMAP_ADDRESSES:
            raise _too_large(self._where)


def _listed(said: dict[str, str], base: str | None) -> Listed | None:
    try:
        url = urljoin(base or "", said.get("loc", ""))
    except ValueError:
        return None
    if not said.get("loc") or len(url) > _LONGEST:
        return None
    return Listed(
        url,
        parse_day(said.get("lastmod", "")),
        parse_day(said.get("publication_date", "")),
        said.get("title") or None,
        said.get("language") or None,
    )


def _lines(data: bytes, where: str) -> Sitemap:
    lines = (line.strip() for line in decode(data).text.splitlines())
    pages = [Listed(line) for line in lines if line.startswith(("http://", "https://")) and len(line) <= _LONGEST]
    if not pages:
        raise SourceError(where, None, "this is no sitemap", "Give a urlset, a sitemapindex or a list of lines")
    if len(pages) > SITEMAP_ADDRESSES:
        raise _too_large(where)
    return Sitemap(tuple(pages))


def _unpacked(data: bytes, where: str) -> bytes:
    """At most one byte more than may be; what breaks off gives what stood before."""
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        return unpacking.decompress(data, SITEMAP_BYTES + 1)
    except zlib.error as error:
        raise SourceError(where, None, f"the file can't be unpacked ({error})", "Check how it was made") from error


def _too_large(where: str) -> SourceError:
    most = f"{megabytes(SITEMAP_BYTES)} or {SITEMAP_ADDRESSES:,} addresses"
    return SourceError(where, None, f"the sitemap is larger than {most}", "Give the sitemaps that it is made of")
