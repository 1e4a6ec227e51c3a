"""WARC and WET as records: a fetched page, or the text of one, each.

Gzipped archives as crawlers make them are gone through by their members; every other kind, and what is left of one from
its first fault on, by the reader of all archives. What is taken apart is taken apart by that reader in either case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from io import BufferedReader, BytesIO
from typing import BinaryIO, cast

from hasila.bulk.limits import RECORD_BYTES
from hasila.bulk.options import Options
from hasila.bulk.records.members import Member, Members
from hasila.bulk.records.places import source_of
from hasila.bulk.records.record import Damaged, Record
from hasila.bulk.storage import opened
from hasila.bulk.unit import Unit
from hasila.errors import SourceError
from hasila.model import Document
from hasila.sources import Rejected
from hasila.sources.kinds import kind_of, kind_of_media
from hasila.sources.limits import HEAD_BYTES, megabytes
from hasila.sources.source import Source
from hasila.sources.warc.records import Damage, Page, pages

_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", None})
_STATED = frozenset({b"text/html", b"application/xhtml+xml", b"text/plain"})
_END = b"\r\n\r\n"
_TYPE = re.compile(rb"\r\nWARC-Type:[ \t]*(response|resource|conversion)[ \t]*\r\n", re.IGNORECASE)
_FETCHED = re.compile(rb"HTTP/[\d.]+ 200\b")
_MEDIA = re.compile(rb"\r\ncontent-type:[ \t]*([^;\r\n]*)", re.IGNORECASE)
_OTHER_MEDIA = re.compile(rb"(?:image|audio|video|font)/|application/(?:pdf|zip|javascript|json)", re.IGNORECASE)
_ENCODED = re.compile(rb"\r\n(?:content|transfer)-encoding:", re.IGNORECASE)

Found = Record | Rejected | Damaged


def records(unit: Unit, options: Options) -> Iterator[Found]:
    """A record for every page and every text."""
    source = source_of(unit, options)
    with opened(unit.input.path) as stream:
        if unit.input.path.lower().endswith(".gz"):
            members = Members(stream)
            for member in members:
                yield from _of_member(member, source)
            if members.sound:
                return
            stream.seek(members.offset)
        for item in pages(stream, wanted=_PAGES.__contains__):
            yield _found(item, source)


def _of_member(member: Member, source: Source) -> Iterator[Found]:
    """The record of a member, if it is a page; told from its heads, and whatever they leave open by the full reader."""
    data, body = member.data, member.body
    kind = _TYPE.search(data, 0, body)
    if kind is None:
        return
    plain = False
    if kind[1].lower() == b"response":
        head, body = body, data.find(_END, body) + len(_END)
        media = _MEDIA.search(data, head, body)
        if not _FETCHED.match(data, head) or (media and _OTHER_MEDIA.match(media[1])):
            return
        plain = media is not None and media[1].lower().strip() in _STATED and not _ENCODED.search(data, head, body)
    if not member.whole:
        yield _too_long(source)
    elif not plain:
        yield from (_found(page, source) for page in _pages_of(member))
    else:
        yield Record(data[body:], partial(_of_page, member, source))


def _found(item: Page | Damage, source: Source) -> Found:
    if isinstance(item, Damage):
        reason = f"{item.reason} (at byte {item.offset:,})"
        return Damaged(Rejected(source.where, None, reason, "Fetch the archive again; the other records were read"))
    if len(item.body) > RECORD_BYTES:
        return _too_long(source, item.url)
    return Record(item.body, partial(_documents, item, source))


def _pages_of(member: Member) -> Iterator[Page | Damage]:
    """The pages of a member by the full reader, with their place in the archive."""
    for item in pages(cast(BinaryIO, BytesIO(member.data)), wanted=_PAGES.__contains__):
        if isinstance(item, Page):
            yield item._replace(offset=member.offset, length=member.length)
        else:
            yield item._replace(offset=member.offset)


def _of_page(member: Member, source: Source) -> Iterator[Document | Rejected]:
    for item in _pages_of(member):
        if isinstance(item, Page):
            yield from _documents(item, source)


def _documents(page: Page, source: Source) -> Iterator[Document | Rejected]:
    """The documents on a page."""
    here = replace(
        source.provenance,
        record=page.id,
        offset=page.offset,
        length=page.length,
        retrieved=page.date,
        url=page.url,
    )
    inner = replace(source, provenance=here, stem=page.url or page.id or source.stem, charset=page.charset)
    kind = kind_of_media(page.media) or kind_of("", page.body[:HEAD_BYTES])
    try:
        yield from kind.load()(cast(BinaryIO, BufferedReader(BytesIO(page.body))), inner)
    except SourceError as error:
        yield Rejected(page.url or error.file, error.line, error.reason, error.remedy)


def _too_long(source: Source, url: str | None = None) -> Rejected:
    reason = f"the record is longer than {megabytes(RECORD_BYTES)}"
    return Rejected(url or source.where, None, reason, "The other records were read")
