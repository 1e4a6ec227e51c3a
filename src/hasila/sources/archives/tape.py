"""A TAR -> the reports in its members, in their order, in one pass."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import BinaryIO, Self, cast

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
from hasila.sources.limits import TAR_HEAD_BYTES
from hasila.sources.provenance import iso_time
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source

_LONG_HEADS = (
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
)
# A head that is no head; the others are the proper end of an archive.
_BREAKS = ("InvalidHeaderError", "TruncatedHeaderError")


def read_tar(stream: BinaryIO, source: Source) -> Iterator[Document | Rejected]:
    """Every member of a kind that is read; links and devices are passed over."""
    bounds = source.bounds or Bounds()
    none = True
    for archive, entry in _entries(stream, source):
        name = name_from(entry.name.encode("utf-8", "surrogateescape"))
        bounds.store(entry.size)
        if entry.isreg() and is_read(name):
            none = False
            yield from _member(archive, entry, name, source, bounds)
        if bounds.over:
            return
    if none:
        raise nothing_in(source)


def _entries(stream: BinaryIO, source: Source) -> Iterator[tuple[tarfile.TarFile, tarfile.TarInfo]]:
    """Each entry with the archive, of which nothing that went by is kept."""
    heads = _heads()
    count = 0
    try:
        with tarfile.open(fileobj=stream, mode="r|", tarinfo=heads, encoding="utf-8") as archive:
            while (entry := archive.next()) is not None:
                archive.members.clear()  # type: ignore[attr-defined]
                count += 1
                yield archive, entry
        if heads.broken:
            raise tarfile.ReadError(heads.broken)
    except FAULTS as error:
        reason = f"the TAR breaks off after {count:,} entries ({fault(error)})"
        raise SourceError(source.where, None, reason, "Get it again; what stands before that was read") from None


class _Entry(tarfile.TarInfo):
    """An entry that remembers a broken head, which tarfile takes for the end, and refuses one without bounds."""

    broken: str | None = None

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> Self:
        try:
            return super().fromtarfile(archive)
        except tarfile.HeaderError as error:
            if type(error).__name__ in _BREAKS:
                cls.broken = fault(error)
            raise

    @classmethod
    def frombuf(cls, data: bytes | bytearray, encoding: str, errors: str) -> Self:
        entry = super().frombuf(data, encoding, errors)
        if entry.type in _LONG_HEADS and entry.size > TAR_HEAD_BYTES:
            raise tarfile.ReadError(f"a head of {entry.size:,} bytes")
        return entry


def _heads() -> type[_Entry]:
    """A class of entries for one archive."""
    return type("_Entry", (_Entry,), {"broken": None})


def _member(
    archive: tarfile.TarFile, entry: tarfile.TarInfo, name: str, source: Source, bounds: Bounds
) -> Iterator[Document | Rejected]:
    try:
        changed = iso_time(entry.mtime)
        within = inside(source, name, bounds, offset=entry.offset, length=entry.size, retrieved=changed)
        bounds.member(within.where)
        data = cast(Readable, archive.extractfile(entry))
        # what lies open in a TAR was not inflated here
        yield from read_member(Guarded(data, within.where, None), within)
    except SourceError as error:
        yield Rejected.from_error(error)
