"""A gzipped WARC as its members, the fast way: each is unpacked, and the head of its record looked at, no more.

A sound WARC has a member for every record. What is otherwise made ends the run of members, and is left to the reader
that knows every kind of archive and every damage (:mod:`hasila.sources.warc`), which takes two times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from hasila.bulk.limits import RECORD_BYTES
from hasila.bulk.records.unpacked import inflating

# Small enough that what is left behind a member is soon copied, large enough that few reads are needed.
_BLOCK = 32 * 1024
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,15})[ \t]*\r\n", re.IGNORECASE)
_END = b"\r\n\r\n"


class Member(NamedTuple):
    """A record with its heads; ``body`` is where the head of the WARC record ends.

    Of one that is too long to be held ``data`` is the beginning, and not ``whole``. ``offset`` and ``length`` are its
    place in the file, as it is packed.
    """

    offset: int
    length: int
    data: bytes
    body: int
    whole: bool


class Members:
    """The members of a stream from where it stands, whose position is ``offset``.

    ``offset`` is the beginning of the first member that was not given out: the end, or, where the run is not ``sound``,
    something that is no record in a member of its own.
    """

    def __init__(self, stream: BinaryIO, offset: int = 0) -> None:
        self._stream = stream
        self._left = b""
        self._zlib = inflating()
        self.offset = offset
        self.sound = True

    def __iter__(self) -> Iterator[Member]:
        while True:
            try:
                unpacked = self._next()
            except (self._zlib.error, EOFError):
                self.sound = False
                return
            if unpacked is None:
                return
            member = _member(self.offset, *unpacked)
            if member is None:
                self.sound = False
                return
            self.offset += member.length
            yield member

    def _next(self) -> tuple[int, bytes, bool] | None:
        """How long the next member is, what is in it, and whether that is all of it; None at the end."""
        unpacking = self._zlib.decompressobj(31)
        taken, held, parts = 0, 0, []
        while not unpacking.eof:
            block = self._left or self._stream.read(_BLOCK)
            if not block:
                if taken:
                    raise EOFError
                return None
            parts.append(unpacking.decompress(block, RECORD_BYTES))
            held += len(parts[-1])
            self._left = unpacking.unused_data if unpacking.eof else unpacking.unconsumed_tail
            taken += len(block) - len(self._left)
            if held > RECORD_BYTES:
                parts = parts[:1]
        return taken, parts[0] if len(parts) == 1 else b"".join(parts), held <= RECORD_BYTES


def _member(offset: int, length: int, data: bytes, whole: bool) -> Member | None:
    """The member, if it is one record from its beginning to its end."""
    body = data.find(_END) + len(_END)
    stated = _LENGTH.search(data, 0, body)
    if stated is None or not data.startswith(b"WARC/1."):
        return None
    end = body + int(stated[1])
    sound = end <= len(data) <= end + len(_END) if whole else end > RECORD_BYTES - len(_END)
    return Member(offset, length, data, body, whole) if sound else None
