"""The made-up web as WARC files, a gzip member a record, as Common Crawl writes them.

What the pages of a site share is packed once and put into each member as it is, as deflate allows between two full
flushes. Members so made are about as long as others and are unpacked at the same pace, but made four times as fast.
"""

from __future__ import annotations

import gzip
import os
import struct
import uuid
import zlib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from benchmarks.web.pages import WebPage, page

PAGES_A_FILE = 5_000
# A member's header without name and time; the end of a record, and of its deflate stream.
_GZIP = bytes((31, 139, 8, 0, 0, 0, 0, 0, 0, 255))
_END = zlib.compressobj(6, zlib.DEFLATED, -15)
_LAST = _END.compress(b"\r\n\r\n") + _END.flush()
_INFO = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\nContent-Length: 0\r\n\r\n\r\n\r\n"


def build(folder: Path, pages: int, workers: int = 1, first: int = 0) -> list[Path]:
    """The files of so many pages; those that are there are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = list(_parts(folder, first, first + pages))
    left = [part for part in parts if not part[0].exists()]
    if len(left) == 1 or workers == 1:
        for part in left:
            _write(part)
    else:
        with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            list(pool.map(_write, left))
    return [path for path, _, _ in parts]


def _parts(folder: Path, first: int, end: int) -> Iterator[tuple[Path, int, int]]:
    for start in range(first, end, PAGES_A_FILE):
        stop = min(start + PAGES_A_FILE, end)
        yield folder / f"web-{start:08d}-{stop:08d}.warc.gz", start, stop


def _write(part: tuple[Path, int, int]) -> None:
    path, start, stop = part
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as file:
        file.write(gzip.compress(_INFO, mtime=0))
        for number in range(start, stop):
            file.write(_member(page(number)))
    os.replace(unfinished, path)


def _member(one: WebPage) -> bytes:
    """A response record as a gzip member."""
    head, top, middle, bottom = one.parts
    first, last = _fields(one) + head, b"\r\n\r\n"
    data = (first, top, middle, bottom, last)
    packed = (_flushed(first), _kept(top), _flushed(middle), _kept(bottom), _LAST)
    crc, size = 0, 0
    for part in data:
        crc, size = zlib.crc32(part, crc), size + len(part)
    return b"".join((_GZIP, *packed, struct.pack("<II", crc, size)))


def _flushed(data: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH)


@cache
def _kept(data: bytes) -> bytes:
    return _flushed(data)


def _fields(one: WebPage) -> bytes:
    """The header of the record and of the answer in it."""
    size = sum(map(len, one.parts))
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset={one.site.encoding}\r\nServer: example\r\n"
        f"Content-Length: {size}\r\n\r\n"
    ).encode()
    fields = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, one.url)}>\r\n"
        f"WARC-Date: {one.day.isoformat()}T09:00:00Z\r\nWARC-Target-URI: {one.url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(head) + size}\r\n\r\n"
    ).encode()
    return fields + head
