"""One member of an archive, read like the same file lying on disk."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from tarfile import TarError
from typing import Protocol

from hasila.errors import SourceError
from hasila.model import Document
from hasila.sources.bounds import Bounds
from hasila.sources.encoding import decode_unmarked
from hasila.sources.kinds import Reader, kind_in_folder, stem_of
from hasila.sources.limits import CHUNK_BYTES
from hasila.sources.opening import read_stream
from hasila.sources.provenance import Provenance
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source

# All that the libraries raise over bad data.
FAULTS: tuple[type[Exception], ...] = (
    *(OSError, EOFError, ValueError, RuntimeError, NotImplementedError),
    *(zlib.error, lzma.LZMAError, struct.error, TarError, zipfile.BadZipFile),
)


class Readable(Protocol):
    """Gives what one step of decompressing makes, so that nothing that came before a break is lost with it."""

    def read1(self, size: int = ..., /) -> bytes: ...


class Guarded(io.RawIOBase):
    """What comes out of a decompressor, within the bounds. Where it breaks off, it ends, and ``broken`` says why.

    Give ``bounds`` only where the bytes were inflated here: bytes that lie open in a TAR cost nothing.
    """

    def __init__(self, inner: Readable, where: str, bounds: Bounds | None) -> None:
        self._inner = inner
        self._where = where
        self._bounds = bounds
        self.broken: str | None = None
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        if self.broken:
            return 0
        try:
            data = self._inner.read1(len(buffer))
        except FAULTS as error:
            self.broken = fault(error)
            return 0
        self.count += len(data)
        if self._bounds:
            self._bounds.inflate(len(data), self._where)
        buffer[: len(data)] = data
        return len(data)


def fault(error: BaseException) -> str:
    """What a library says of bad data, in one line.

    >>> fault(EOFError())
    'EOFError'
    """
    return " ".join(str(error).split())[:200] or type(error).__name__


def read_member(stream: Guarded, source: Source, reader: Reader = read_stream) -> Iterator[Document | Rejected]:
    """What the member holds; where it breaks off, what came before that, and a message."""
    buffered = io.BufferedReader(stream, CHUNK_BYTES // 16)
    if buffered.peek(1) or not stream.broken:
        for item in reader(buffered, source):
            cut = stream.broken and isinstance(item, Document) and item.id == source.stem
            note = f"the file breaks off ({stream.broken}); what stands before that was read"
            yield replace(item, notes=(*item.notes, note)) if cut and isinstance(item, Document) else item
    if stream.broken:
        reason = f"the file breaks off or is damaged after {stream.count:,} bytes ({stream.broken})"
        yield Rejected(source.where, None, reason, "Get it again; what stands before that was read")


def nothing_in(source: Source) -> SourceError:
    """That no member of an archive is of a kind that is read."""
    return SourceError(source.where, None, "the archive holds no file of a kind that is read", "Check how it was made")


def inside(source: Source, name: str, bounds: Bounds, **known: object) -> Source:
    """The member ``name`` of the archive ``source``, with what its entry says of it."""
    shown = safe(name)
    outer = source.provenance
    provenance = Provenance(f"{outer.where}!{shown}", retrieved=outer.retrieved, url=outer.url)
    return Source(
        replace(provenance, **{key: value for key, value in known.items() if value is not None}),  # type: ignore[arg-type]
        stem_of(shown),
        source.defaults,
        bounds=bounds.deeper(f"{outer.where}!{shown}"),
    )


def is_read(name: str) -> bool:
    """Whether a member of this name is looked into: as in a folder, no hidden files and only kinds that are read.

    >>> is_read("a/report.txt"), is_read("__MACOSX/a/._report.txt"), is_read("picture.png")
    (True, False, False)
    """
    parts = [part for part in name.split("/") if part not in ("", ".", "..")]
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return bool(parts) and not hidden and kind_in_folder(parts[-1]) is not None


def safe(name: str) -> str:
    """``name`` as it can be shown: control signs and what is no character written out. It is never a path to write to.

    >>> safe("../a\\n.txt")
    '../a\\\\n.txt'
    """
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in name)


def name_from(raw: bytes) -> str:
    """A name in whatever encoding its system had."""
    return decode_unmarked(raw).text
