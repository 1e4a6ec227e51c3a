"""WARC and WET as records: a fetched page, or the text of one, each.

Gzipped archives as crawlers make them are gone through by their members; every other kind, and what is left of one from
its first fault on, by the reader of all archives. What is taken apart is taken apart by that reader in either case.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import BinaryIO, cast

from hasila.bulk.limits import RECORD_BYTES
from hasila.bulk.options import Options
from hasila.bulk.records.members import Member, Members, value
from hasila.bulk.records.places import source_of
from hasila.bulk.records.record import Damaged, Record
from hasila.bulk.storage import opened
from hasila.bulk.unit import Unit
from hasila.model import Document
from hasila.sources import Rejected
from hasila.sources.bounds import Bounds
from hasila.sources.kinds import kind_of_media
from hasila.sources.limits import megabytes
from hasila.sources.source import Source
from hasila.sources.warc.documents import documents_on, told
from hasila.sources.warc.records import Damage, Page, pages

_PLAIN = frozenset({b"text/html", b"application/xhtml+xml", b"text/plain"})
# What is so stated is passed over unseen; of everything else the full reader finds out what it is.
_OTHER_MEDIA = (b"image/", b"audio/", b"video/", b"font/", b"application/pdf", b"application/javascript", b"text/css")
_OTHER_TYPES = frozenset({b"request", b"metadata", b"warcinfo", b"revisit"})
_END = b"\r\n\r\n"
_WIDE = 256

Found = Record | Rejected | Damaged


def records(unit: Unit, options: Options) -> Iterator[Found]:
    """A record for every page and every text."""
    source, end = source_of(unit, options), sys.maxsize if unit.end is None else unit.end
    with opened(unit.input.path) as stream:
        if unit.input.path.lower().endswith(".gz"):
            stream.seek(unit.start)
            members = Members(stream, unit.start)
            for member in members:
                yield from _of_member(member, source)
                if members.offset >= end:
                    return
            if members.sound:
                return
            stream.seek(members.offset)
        for item in pages(stream, _wanted):
            if item.offset >= end:
                return
            yield _found(item, source)


def _wanted(media: str | None) -> bool:
    """Whatever is read as text; in a PDF no prefilter sees words."""
    kind = kind_of_media(media)
    return media is None or (kind is not None and not kind.binary)


def _of_member(member: Member, source: Source) -> Iterator[Found]:
    """The record of a member, if it is a page; told from its heads, and what they leave open by the full reader."""
    data, start = member.data, member.body
    type, media, coded = value(member.head, b"warc-type"), value(member.head, b"content-type"), False
    if type in _OTHER_TYPES:
        return
    if type == b"response":
        start = data.find(_END, start) + len(_END)
        head = data[member.body : start].lower()
        if not head.startswith(b"http/") or head.split(b" ", 2)[1][:3] != b"200":
            return
        media = value(head, b"content-type")
        coded = b"\r\ncontent-encoding:" in head or b"\r\ntransfer-encoding:" in head
    if media.startswith(_OTHER_MEDIA):
        return
    if not member.whole:
        yield _too_long(source)
    elif coded or media not in _PLAIN:
        yield from (_found(page, source) for page in _pages_of(member))
    else:
        # the heads beside it do no harm, and a copy takes time; in UTF-16 the first bytes have to tell that it is
        looked_at = data[start:] if b"\0" in data[start : start + _WIDE] else data
        yield Record(looked_at, partial(_of_page, member, source))


def _found(item: Page | Damage, source: Source) -> Found:
    if isinstance(item, Damage):
        return Damaged(told(item, source))
    if len(item.body) > RECORD_BYTES:
        return _too_long(source, item.url)
    return Record(item.body, partial(_documents, item, source))


def _pages_of(member: Member) -> Iterator[Page | Damage]:
    """The pages of a member by the full reader, with their place in the archive."""
    for item in pages(cast(BinaryIO, BytesIO(member.data)), _wanted):
        if isinstance(item, Page):
            yield item._replace(offset=member.offset, length=member.length)
        else:
            yield item._replace(offset=member.offset)


def _of_page(member: Member, source: Source) -> Iterator[Document | Rejected]:
    for item in _pages_of(member):
        if isinstance(item, Page):
            yield from _documents(item, source)


def _documents(page: Page, source: Source) -> Iterator[Document | Rejected]:
    yield from documents_on(page, source, Bounds())


def _too_long(source: Source, url: str | None = None) -> Rejected:
    reason = f"the record is longer than {megabytes(RECORD_BYTES)}"
    return Rejected(url or source.where, None, reason, "The other records were read")
