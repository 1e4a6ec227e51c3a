"""A ZIP -> the reports in its members, in the order of its directory."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast
from zipfile import ZipFile, ZipInfo

from hasila.errors import SourceError
from hasila.model import Document
from hasila.sources.archives.member import (
    FAULTS,
    Guarded,
    Readable,
    fault,
    inside,
    is_read,
    name_from,
    nothing_in,
    read_member,
)
from hasila.sources.bounds import Bounds
from hasila.sources.limits import CHUNK_BYTES, SPOOL_BYTES, SPOOL_MEMORY, ZIP_DIRECTORY_BYTES, megabytes
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source

_END, _END_SIZE, _LONGEST_COMMENT = b"PK\x05\x06", 22, 65535
_LOCATOR, _LOCATOR_SIZE = b"PK\x06\x07", 20
_UTF8, _ENCRYPTED = 0x800, 0x1


def read_zip(stream: BinaryIO, source: Source) -> Iterator[Document | Rejected]:
    """Every member of a kind that is read."""
    bounds = source.bounds or Bounds()
    none = True
    with opened(stream, source, bounds) as archive:
        for entry in archive.infolist():
            name = member_name(entry)
            if entry.is_dir() or not is_read(name):
                continue
            none = False
            yield from _member(archive, entry, source, bounds)
            if bounds.over:
                return
    if none:
        raise nothing_in(source)


@contextmanager
def opened(stream: BinaryIO, source: Source, bounds: Bounds) -> Iterator[ZipFile]:
    """The archive; one that comes in a stream is laid aside first, because its directory stands at its end."""
    with _movable(stream, source) as file:
        size = file.seek(0, 2)
        bounds.store(size)
        directory = _directory_size(file, size)
        if directory > ZIP_DIRECTORY_BYTES:
            reason = f"the directory of the ZIP is larger than {megabytes(ZIP_DIRECTORY_BYTES)}"
            raise SourceError(source.where, None, reason, "Unpack it, and give the folder")
        try:
            archive = ZipFile(file)
        except FAULTS as error:
            reason = f"the ZIP can't be opened ({fault(error)})"
            raise SourceError(
                source.where, None, reason, "Get it again; a ZIP that breaks off has no directory"
            ) from None
        with archive:
            yield archive


def read_entry(archive: ZipFile, entry: ZipInfo, where: str, bounds: Bounds) -> Guarded:
    """The bytes of a member, or an error that says why they can't be had."""
    if entry.flag_bits & _ENCRYPTED:
        raise SourceError(where, None, "the file is encrypted", "Unpack it with its password, and give the files")
    bounds.member(where)
    try:
        return Guarded(cast(Readable, archive.open(entry)), where, bounds)
    except FAULTS as error:
        raise SourceError(where, None, f"the file can't be unpacked ({fault(error)})", "Get the ZIP again") from None


def member_name(entry: ZipInfo) -> str:
    """The name in the encoding of the system that wrote it; ZIP itself knows only that of old DOS, and UTF-8."""
    name = entry.orig_filename.replace("\\", "/")
    if entry.flag_bits & _UTF8 or name.isascii():
        return name
    return name_from(name.encode("cp437"))


def _member(archive: ZipFile, entry: ZipInfo, source: Source, bounds: Bounds) -> Iterator[Document | Rejected]:
    changed = "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}".format(*entry.date_time) if entry.date_time[0] > 1980 else None
    place = {"offset": entry.header_offset, "length": entry.compress_size, "retrieved": changed}
    try:
        within = inside(source, member_name(entry), bounds, **place)
        with read_entry(archive, entry, within.where, bounds) as data:
            yield from read_member(data, within)
    except SourceError as error:
        yield Rejected.from_error(error)


@contextmanager
def _movable(stream: BinaryIO, source: Source) -> Iterator[BinaryIO]:
    if stream.seekable():
        yield stream
        return
    with SpooledTemporaryFile(SPOOL_MEMORY) as file:
        while data := stream.read(CHUNK_BYTES):
            file.write(data)
            if file.tell() > SPOOL_BYTES:
                reason = f"the ZIP comes in a stream and is larger than {megabytes(SPOOL_BYTES)}"
                raise SourceError(source.where, None, reason, "Give it as a file")
        yield cast(BinaryIO, file)


def _directory_size(file: BinaryIO, size: int) -> int:
    """The bytes that the directory takes, as the end of the file says; zipfile reads it whole."""
    file.seek(max(0, size - _END_SIZE - _LONGEST_COMMENT - _LOCATOR_SIZE))
    tail = file.read()
    file.seek(0)
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + _END_SIZE:
        return 0
    told = int(struct.unpack_from("<L", tail, at + 12)[0])
    locator = at - _LOCATOR_SIZE
    if locator < 0 or tail[locator : locator + 4] != _LOCATOR:
        return told
    file.seek(min(size, struct.unpack_from("<Q", tail, locator + 8)[0]))
    end = file.read(56)
    file.seek(0)
    return int(struct.unpack_from("<Q", end, 40)[0]) if len(end) == 56 else told
