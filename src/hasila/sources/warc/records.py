"""A WARC stream -> the pages in it, as bytes: fast, without looking into them.

Reads WARC 1.0 and 1.1, bare, in gzip or in zstandard, with a dictionary frame too; fastwarc takes them apart. Pages are
the payloads of ``response`` records (over HTTP, status 200), of ``resource`` records and of ``conversion`` records (the
texts of WET files), with the encodings of their transfer undone::

    passed = Counter()
    with open("crawl.warc.gz", "rb") as stream:
        for item in pages(stream, wanted=lambda media: media == "text/html", passed=passed):
            if isinstance(item, Page):
                scan(item.body)

What is damaged comes as :class:`Damage`, and the archive goes on with the next record that can be found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from hasila.sources.limits import DOCUMENT_BYTES, megabytes
from hasila.sources.warc.transfer import TransferError, undone
from hasila.sources.warc.walking import BrokenRecord, Damage, Taken, walk

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

__all__ = ["Damage", "Page", "pages"]

_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z0-9-]{1,40}")
# What servers say of a body that they know nothing of; what the crawler found out is better.
_SAYS_NOTHING = ("", "application/octet-stream", "application/unknown", "unknown/unknown")
# They describe pages and are none.
_ABOUT = ("request", "metadata", "warcinfo")


class Page(NamedTuple):
    """``media`` is in lower case, without its parameters. ``date`` is the WARC-Date as it is written.

    ``offset`` and ``length`` are the record's place in the stream, as it is stored there: a range to fetch it again.
    ``length`` is None where it can't be told (before damage; in an archive compressed as a whole). ``cut`` is why the
    crawler took only the beginning of the page (WARC-Truncated).
    """

    url: str | None
    media: str | None
    charset: str | None
    date: str | None
    id: str | None
    offset: int
    length: int | None
    body: bytes
    cut: str | None = None


def pages(
    stream: BinaryIO,
    wanted: Callable[[str | None], bool] = lambda media: True,
    passed: Counter[str] | None = None,
) -> Iterator[Page | Damage]:
    """The pages of ``stream`` whose media type is ``wanted``, from where it stands to its end.

    ``passed`` counts, by reason, the records that hold no page that is wanted. One record is held in memory at a time,
    and none of more than 64 MB. Errors of the stream itself are raised.
    """
    taking = _Taking(lru_cache(1024)(wanted), Counter() if passed is None else passed)
    walked: Iterator[Taken[Page | Damage] | Damage] = walk(stream, taking.take)
    for item in walked:
        if isinstance(item, Damage):
            yield item
        elif isinstance(item.what, Damage):
            yield item.what
        elif item.end is not None and item.end > item.what.offset:
            yield item.what._replace(length=item.end - item.what.offset)
        else:
            yield item.what


class _Taking:
    """What is made of one record, and the count of those of which nothing is made."""

    def __init__(self, wanted: Callable[[str | None], bool], passed: Counter[str]) -> None:
        from fastwarc.warc import WarcHeader

        # looking a name up as such a constant takes a sixth of the time that a string takes
        self._names = WarcHeader
        self._wanted = wanted
        self._passed = passed

    def take(self, record: WarcRecord, offset: int) -> Page | Damage | None:
        """The page, where the record holds one that is wanted."""
        kind = str(record.record_type)
        if not record.content_length and not record.is_http:
            self._refuse_headless(record)
        if kind == "response":
            return self._response(record, offset)
        if kind in ("resource", "conversion"):
            media, charset = _described(record.headers.get(self._names.CONTENT_TYPE))
            return self._page(record, offset, media, charset)
        if kind == "unknown":
            self._refuse_garbled(record)
        if kind not in _ABOUT:
            self._passed[f"of the type {kind}"] += 1
        return None

    def _response(self, record: WarcRecord, offset: int) -> Page | Damage | None:
        if not record.is_http:
            self._passed["not over HTTP"] += 1
            return None
        status = record.http_headers.status_code
        if status is None or status < 100:
            raise BrokenRecord("the record has no HTTP status")
        if status != 200:
            self._passed["with an HTTP status other than 200"] += 1
            return None
        media, charset = _described(record.http_content_type)[0], record.http_charset
        coded = any(name.lower().endswith(b"-encoding") for name, _ in record.http_headers.items_bytes())
        page = self._page(record, offset, media, charset.strip("\"' ") if charset else None)
        return _decoded(page, record) if coded and isinstance(page, Page) else page

    def _page(self, record: WarcRecord, offset: int, media: str, charset: str | None) -> Page | Damage | None:
        headers, names = record.headers, self._names
        if media in _SAYS_NOTHING:
            media = _described(headers.get(names.WARC_IDENTIFIED_PAYLOAD_TYPE))[0]
        if not self._wanted(media or None):
            self._passed[f"of the media type {media or '(none)'}"] += 1
            return None
        if record.content_length > DOCUMENT_BYTES:
            return Damage(offset, f"the record is larger than {megabytes(DOCUMENT_BYTES)}, too large for one page")
        return Page(
            headers.get(names.WARC_TARGET_URI),
            media or None,
            charset or None,
            headers.get(names.WARC_DATE),
            record.record_id,
            offset,
            None,
            _whole(record),
            headers.get(names.WARC_TRUNCATED),
        )

    def _refuse_headless(self, record: WarcRecord) -> None:
        if record.headers.get(self._names.CONTENT_LENGTH) is None:
            raise BrokenRecord("the record does not say how long it is")

    def _refuse_garbled(self, record: WarcRecord) -> None:
        """The format lets anybody add types of records; what isn't even a word is damage."""
        if not _WORD.fullmatch(record.headers.get(self._names.WARC_TYPE) or ""):
            raise BrokenRecord("the record does not say what it is")


def _whole(record: WarcRecord) -> bytes:
    size = record.content_length
    body = record.reader.read(size) if size else b""
    if len(body) < size:
        raise BrokenRecord(f"the record breaks off after {len(body):,} of its {size:,} bytes")
    return body


def _decoded(page: Page, record: WarcRecord) -> Page | Damage:
    headers = record.http_headers
    try:
        body = undone(page.body, headers.get("Transfer-Encoding"), headers.get("Content-Encoding"))
    except TransferError as error:
        return Damage(page.offset, str(error))
    return page._replace(body=body)


@lru_cache(1024)
def _described(content_type: str | None) -> tuple[str, str | None]:
    """Media type and encoding that a Content-Type names."""
    media, _, parameters = (content_type or "")[:1000].partition(";")
    charset = _CHARSET.search(parameters)
    return media.strip().lower(), charset[1] if charset else None
