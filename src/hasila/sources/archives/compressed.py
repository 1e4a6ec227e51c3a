"""A single compressed file (.gz, .bz2, .xz, .zst) -> what it holds, of any kind: reports.jsonl.gz, reports.tar.xz."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, Protocol, cast

from hasila.errors import SourceError
from hasila.model import Document
from hasila.sources.archives.member import Guarded, Readable, read_member
from hasila.sources.bounds import Bounds
from hasila.sources.kinds import stem_of, uncompressed
from hasila.sources.limits import CHUNK_BYTES, WINDOW_BYTES
from hasila.sources.lines import peek
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source
from hasila.sources.warc.documents import read_warc

_SIGNS = ((b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\0", "xz"), (b"\x28\xb5\x2f\xfd", "zstandard"))
_PIECE = CHUNK_BYTES // 16


def read_compressed(stream: BinaryIO, source: Source) -> Iterator[Document | Rejected]:
    """The file inside, told apart by its name without the ending of the compression, and by how it begins."""
    head = peek(stream)
    method = next((name for sign, name in _SIGNS if head.startswith(sign)), None)
    if method is None:
        raise SourceError(source.where, None, "the file is not compressed as its name says", "Check how it was made")
    if _begins_as_warc(head, method):
        yield from read_warc(stream, source)
        return
    bounds = source.bounds or Bounds()
    inner = uncompressed(source.name)
    within = replace(source, named=inner, bounds=bounds.deeper(source.where))
    if inner != source.name:
        within = replace(within, stem=stem_of(inner) if source.stem == stem_of(source.name) else source.stem)
    yield from read_member(Guarded(_inflated(_Fed(stream, bounds), method), source.where, bounds), within)


class _Fed:
    """The compressed bytes on their way in, counted."""

    def __init__(self, stream: BinaryIO, bounds: Bounds) -> None:
        self._stream = stream
        self._bounds = bounds
        self._position = 0

    def read(self, size: int = -1, /) -> bytes:
        data = self._stream.read(size)
        self._bounds.store(len(data))
        self._position += len(data)
        return data

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = 0) -> int:
        """fastwarc only asks so where the stream stands."""
        return self._position

    def close(self) -> None:
        """The stream belongs to who opened it."""


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ...) -> bytes: ...


class _Decompressed:
    """A bzip2 or xz stream, or several in a row, decompressed piece by piece."""

    def __init__(self, inner: _Fed, method: str) -> None:
        self._inner = inner
        self._method = method
        self._decompressor = self._new()

    def _new(self) -> _Decompressor:
        return bz2.BZ2Decompressor() if self._method == "bzip2" else lzma.LZMADecompressor(memlimit=WINDOW_BYTES)

    def read1(self, size: int = -1, /) -> bytes:
        data = b""
        while not data:
            fed = b""
            if self._decompressor.eof:
                fed = self._decompressor.unused_data.lstrip(b"\0") or self._inner.read(_PIECE).lstrip(b"\0")
                if not fed:
                    return b""
                self._decompressor = self._new()
            elif self._decompressor.needs_input:
                fed = self._inner.read(_PIECE)
                if not fed:
                    raise EOFError("it ends before its end marker")
            data = self._decompressor.decompress(fed, max(1, size))
        return data


def _inflated(inner: _Fed, method: str) -> Readable:
    if method == "gzip":
        return gzip.GzipFile(fileobj=cast(BinaryIO, inner))
    if method == "zstandard":
        return _Zstandard(inner)
    return _Decompressed(inner, method)


class _Zstandard:
    def __init__(self, inner: _Fed) -> None:
        from fastwarc.stream_io import ZstdReader

        self._reader = ZstdReader(cast(BinaryIO, inner))

    def read1(self, size: int = -1, /) -> bytes:
        return self._reader.read(size)


def _begins_as_warc(head: bytes, method: str) -> bool:
    """fastwarc takes such a file apart itself, and knows then where its records lie."""
    if method not in ("gzip", "zstandard"):
        return False
    try:
        return _inflated(_Fed(io.BytesIO(head), Bounds()), method).read1(5) == b"WARC/"
    except (OSError, EOFError):
        return False
