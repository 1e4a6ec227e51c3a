"""A packed stream as the bytes that were packed. Of one that breaks off, all that stands before the break is had."""

from __future__ import annotations

import io
from importlib import import_module
from importlib.util import find_spec
from typing import Any, BinaryIO, cast

BUFFER = 1024 * 1024
_BLOCK = 64 * 1024
# More of a small block would be a bomb; what is left waits.
_AT_ONCE = 4 * 1024 * 1024
# A window of more would let a small file ask for any amount of memory.
_ZSTD_WINDOW = 1 << 27


def unpacked(stream: BinaryIO, path: str) -> BinaryIO:
    """``stream`` without the packing that the ending of ``path`` names, buffered."""
    raw: Any = stream
    if path.lower().endswith(".gz"):
        raw = _Gunzipped(stream)
    elif path.lower().endswith(".zst"):
        raw = _unzstd(stream)
    return cast(BinaryIO, raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(raw, BUFFER))


def inflating() -> Any:
    """The module that unpacks gzip: that of ISA-L, a third faster, where it is installed; zlib otherwise."""
    return import_module("isal.isal_zlib" if find_spec("isal") else "zlib")


class _Gunzipped(io.RawIOBase):
    """Gzip of any number of members, read as one. Raises EOFError where it breaks off."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._zlib = inflating()
        self._member: Any = None
        self._packed = self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._left:
            if not self._more():
                return 0
        size = min(len(buffer), len(self._left))
        buffer[:size], self._left = self._left[:size], self._left[size:]
        return size

    def _more(self) -> bool:
        """Unpack the next block; False at the end."""
        block = self._packed or self._stream.read(_BLOCK)
        if self._member is None:
            block = block.lstrip(b"\0")  # some pad the end
            self._member = self._zlib.decompressobj(31) if block else None
        if not block:
            if self._member is not None:
                raise EOFError("it breaks off")
            return False
        try:
            self._left = self._member.decompress(block, _AT_ONCE)
        except self._zlib.error as error:
            raise EOFError(str(error)) from error
        self._packed = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
        self._member = None if self._member.eof else self._member
        return True


def _unzstd(stream: BinaryIO) -> Any:
    import zstandard

    return zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).stream_reader(stream, read_across_frames=True)
