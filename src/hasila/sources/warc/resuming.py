"""Where a damaged WARC goes on: the next place where a record begins."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import BinaryIO

from hasila.sources.limits import CHUNK_BYTES, WARC_TRIES

_BEGINS = b"WARC/"
_GZIP = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")
_ZSTD = re.compile(rb"\x28\xb5\x2f\xfd")
_BARE = re.compile(rb"WARC/1\.\d\r?\n[A-Za-z-]+:")
# So much of a compressed record is enough to see how it begins: zstandard gives nothing before a block is whole.
_WINDOW = 256 * 1024
_GZIP_WINDOW = 1024


class Search:
    """Looks for records in a stream that can be moved in; in one that can't, nothing is found."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._tries = WARC_TRIES
        self._sign: re.Pattern[bytes] | None = None
        self.start = 0
        if stream.seekable():
            self.start = stream.tell()
            self._sign = _sign(stream.read(4))
            stream.seek(self.start)

    def next_record(self, after: int) -> int | None:
        """The first place at ``after`` or behind it where a record begins."""
        if self._sign is None:
            return None
        base, window = after, b""
        self._stream.seek(base)
        while True:
            data = self._stream.read(CHUNK_BYTES)
            window += data
            settled = max(0, len(window) - _WINDOW) if data else len(window)
            found = self._found(self._sign, window, settled)
            if found is not None:
                return base + found
            if not data or self._tries <= 0:
                return None
            base, window = base + settled, window[settled:]

    def behind(self, last: int) -> int:
        """Where the record that begins at ``last`` ends, if it is whole and its compression tells; else ``last``."""
        if self._sign is not _GZIP:
            return last
        self._stream.seek(last)
        member = zlib.decompressobj(31)
        end = last
        while data := self._stream.read(CHUNK_BYTES):
            end += len(data)
            while data and not member.eof:
                try:
                    member.decompress(data, CHUNK_BYTES)
                except zlib.error:
                    return last
                data = member.unconsumed_tail
            if member.eof:
                return end - len(member.unused_data)
        return last

    def _found(self, sign: re.Pattern[bytes], window: bytes, before: int) -> int | None:
        for match in sign.finditer(window):
            if match.start() >= before or self._tries <= 0:
                break
            self._tries -= 1
            if sign is _BARE or _begins_record(sign, window[match.start() : match.start() + _WINDOW]):
                return match.start()
        return None

    def breaks_off(self, last: int) -> str | None:
        """Why the stream has no proper end, where it is gzip and its last record begins at ``last``.

        fastwarc ends in silence where a gzip stream breaks off.
        """
        if self._sign is not _GZIP:
            return None
        self._stream.seek(last)
        member = zlib.decompressobj(31)
        whole = True
        while data := self._stream.read(CHUNK_BYTES):
            while data:
                try:
                    member.decompress(data, CHUNK_BYTES)
                except zlib.error:
                    return None  # that it isn't gzip to the end was told, or it is nothing
                whole = member.eof
                data = member.unused_data if whole else member.unconsumed_tail
                if whole:
                    member = zlib.decompressobj(31)
        return None if whole else "the archive breaks off"


def _sign(head: bytes) -> re.Pattern[bytes] | None:
    return next((sign for sign in (_GZIP, _ZSTD) if sign.match(head)), _BARE if head == _BEGINS[:4] else None)


def _begins_record(sign: re.Pattern[bytes], data: bytes) -> bool:
    """Whether ``data`` decompresses to the beginning of a record."""
    from fastwarc.stream_io import ZstdReader

    try:
        if sign is _GZIP:
            return zlib.decompressobj(31).decompress(data[:_GZIP_WINDOW], len(_BEGINS)) == _BEGINS
        return ZstdReader(BytesIO(data)).read(len(_BEGINS)) == _BEGINS
    except (OSError, zlib.error):
        return False
