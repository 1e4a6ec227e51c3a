"""A WACZ, which is a ZIP of WARC files with a list of the pages that were saved -> the reports on those pages.

The list gives a page its title where the page itself has none. Its times are those of the crawl, and date nothing.
"""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import BinaryIO, cast
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from hasila.errors import SourceError
from hasila.model import Document
from hasila.sources.archives.member import FAULTS, Guarded, inside, read_member
from hasila.sources.archives.zipped import member_name, opened, read_entry
from hasila.sources.bounds import Bounds
from hasila.sources.kinds import kind_named
from hasila.sources.limits import DOCUMENT_BYTES
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source
from hasila.sources.warc.documents import read_warc

_HEAD = struct.Struct("<26xHH")
_Titles = dict[str, str]


def read_wacz(stream: BinaryIO, source: Source) -> Iterator[Document | Rejected]:
    """The pages of every archive in the package."""
    bounds = source.bounds or Bounds()
    none = True
    with opened(stream, source, bounds) as package:
        titles = _titles(package, source, bounds)
        for entry in package.infolist():
            kind = kind_named(member_name(entry))
            if kind is None or kind.name != "warc":
                continue
            none = False
            yield from _archive(package, entry, source, bounds, titles)
            if bounds.over:
                return
    if none:
        raise SourceError(source.where, None, "the package holds no WARC file", "Check how it was made")


def _archive(
    package: ZipFile, entry: ZipInfo, source: Source, bounds: Bounds, titles: _Titles
) -> Iterator[Document | Rejected]:
    try:
        within = inside(source, member_name(entry), bounds)
        reader = partial(read_warc, finished=partial(_titled, titles))
        with read_entry(package, entry, within.where, bounds) as data:
            if entry.compress_type == ZIP_STORED:
                yield from reader(_lying_open(package, entry), within)
            else:
                yield from read_member(data, within, reader)
    except SourceError as error:
        yield Rejected.from_error(error)


class _Slice(io.RawIOBase):
    """A member that is stored as it is: it can be moved in, so that an archive goes on behind damage."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        self._file = file
        self._start = start
        self._size = size
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = 0) -> int:
        self._position = max(0, offset + (0, self._position, self._size)[whence])
        return self._position

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        self._file.seek(self._start + self._position)
        data = self._file.read(max(0, min(len(buffer), self._size - self._position)))
        buffer[: len(data)] = data
        self._position += len(data)
        return len(data)


def _lying_open(package: ZipFile, entry: ZipInfo) -> BinaryIO:
    file = cast(BinaryIO, package.fp)
    file.seek(entry.header_offset)
    name, extra = _HEAD.unpack(file.read(_HEAD.size))
    start = entry.header_offset + _HEAD.size + name + extra
    return cast(BinaryIO, io.BufferedReader(_Slice(file, start, entry.compress_size)))


def _titled(titles: _Titles, document: Document) -> Document:
    if document.title or document.url not in titles:
        return document
    return replace(document, title=titles[document.url])


def _titles(package: ZipFile, source: Source, bounds: Bounds) -> _Titles:
    """The titles in the list of pages, as far as they can be read: no report hangs on them."""
    found: _Titles = {}
    for entry in package.infolist():
        if not (entry.filename.startswith("pages/") and entry.filename.endswith(".jsonl")):
            continue
        try:
            data: Guarded = read_entry(package, entry, source.where, bounds)
            with data:
                found |= dict(_pages(data.read(DOCUMENT_BYTES) or b""))
        except FAULTS:
            continue
    return found


def _pages(lines: bytes) -> Iterator[tuple[str, str]]:
    for line in lines.splitlines():
        try:
            page = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(page, dict) and isinstance(page.get("url"), str) and isinstance(page.get("title"), str):
            yield page["url"], page["title"]
