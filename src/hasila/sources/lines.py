"""A byte stream -> its lines, decoded one by one, never holding more than one of them.

Only a line feed ends a line: U+2028, U+0085 and their like stay inside it, as JSON and CSV want it.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from hasila.errors import SourceError
from hasila.sources.encoding import UTF8_MARK, decode_unmarked, wide_encoding, wide_note
from hasila.sources.limits import CHUNK_BYTES, DOCUMENT_BYTES, HEAD_BYTES, megabytes
from hasila.sources.notice import notice


class Line(NamedTuple):
    """A physical line with its line break; ``error`` says why it could not be read.

    ``data`` are its bytes, ``offset`` where they begin; None where the stream was not UTF-8 or one of its like.
    """

    number: int
    text: str
    note: str | None = None
    error: SourceError | None = None
    offset: int | None = None
    data: bytes | None = None


class _Narrowed(io.RawIOBase):
    """A UTF-16 or UTF-32 stream, read as UTF-8."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._left:
            data = self._stream.read(HEAD_BYTES)
            self._left = self._decoder.decode(data, final=not data).encode("utf-8")
            if not data:
                break
        size = min(len(buffer), len(self._left))
        buffer[:size], self._left = self._left[:size], self._left[size:]
        return size


def peek(stream: BinaryIO) -> bytes:
    """The first bytes of a buffered stream, left in place."""
    return stream.peek(HEAD_BYTES)[:HEAD_BYTES] if isinstance(stream, io.BufferedReader) else b""


def lines(stream: BinaryIO, file: str) -> Iterator[Line]:
    """Every line of ``stream`` in turn; a line that can't be had comes as one with ``error``."""
    source, wide = narrowed(stream)
    note = wide_note(wide) if wide else None
    likely: str | None = None
    told: set[str] = set()
    for number, (offset, data) in enumerate(raw_lines(source, DOCUMENT_BYTES), start=1):
        error = fault_in(data, file, number, DOCUMENT_BYTES)
        if error:
            yield Line(number, "", error=error)
            continue
        decoded = decode_unmarked(data.removeprefix(UTF8_MARK) if number == 1 else data, likely)
        likely = decoded.encoding if decoded.encoding != "utf-8" else likely
        doubt = decoded.note or note
        if doubt and decoded.encoding not in told:
            told.add(decoded.encoding)
            notice(f"{file}, line {number} on" if number > 1 else file, doubt)
        raw = (None, None) if wide else (offset, data)
        yield Line(number, decoded.text, doubt, None, *raw)


def narrowed(stream: BinaryIO) -> tuple[BinaryIO, str | None]:
    """``stream`` as UTF-8 where its mark says UTF-16 or UTF-32, and which of them it said."""
    wide = wide_encoding(peek(stream))
    return (io.BufferedReader(_Narrowed(stream, wide)) if wide else stream), wide


def raw_lines(stream: BinaryIO, longest: int) -> Iterator[tuple[int, bytes]]:
    """Each line with the offset that it begins at; of a longer one than ``longest`` the beginning, a byte too long."""
    offset = 0
    while data := stream.readline(longest + 1):
        yield offset, data
        offset += len(data)
        if len(data) > longest and not data.endswith(b"\n"):
            offset += _skipped(stream)


def _skipped(stream: BinaryIO) -> int:
    """Read on to the end of the line, and say how many bytes that were."""
    count = 0
    while data := stream.readline(CHUNK_BYTES):
        count += len(data)
        if data.endswith(b"\n"):
            break
    return count


def fault_in(data: bytes, file: str, number: int, longest: int) -> SourceError | None:
    """What keeps a line from being read."""
    if len(data) > longest:
        reason = f"the line is longer than {megabytes(longest)}"
        return SourceError(file, number, reason, "Write one report a line; the other lines were read")
    if b"\0" in data:
        reason = f"the line holds binary data (a NUL byte at byte {data.index(0) + 1})"
        return SourceError(file, number, reason, "Write the line again as UTF-8 text")
    return None
