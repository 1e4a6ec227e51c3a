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

_BLOCK = 1024 * 1024
# How a member begins. What is fed ends before the next such sign, for what lies behind the end of a member is copied;
# the same bytes inside a member do no harm.
_BEGINS = re.compile(b"\x1f\x8b\x08")
_END = b"\r\n\r\n"
_DIGITS = 15
_VERSION = b"warc/1."
# So much of a member is enough to see how its record begins.
_PROBE = 1024


class Member(NamedTuple):
    """A record with its heads; ``head`` is that of the WARC record, in lower case, and ``body`` is where it ends.

    Of one that is too long to be held ``data`` is the beginning, and not ``whole``. ``offset`` and ``length`` are its
    place in the file, as it is packed.
    """

    offset: int
    length: int
    data: bytes
    head: bytes
    body: int
    whole: bool


class Members:
    """The members of a stream from where it stands, whose position is ``offset``.

    ``offset`` is the beginning of the first member that was not given out: the end, or, where the run is not ``sound``,
    something that is no record in a member of its own.
    """

    def __init__(self, stream: BinaryIO, offset: int = 0) -> None:
        self._stream = stream
        self._block = b""
        self._at = 0
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
            piece = self._piece()
            if not piece:
                if taken:
                    raise EOFError
                return None
            parts.append(unpacking.decompress(piece, RECORD_BYTES))
            left = unpacking.unused_data if unpacking.eof else unpacking.unconsumed_tail
            self._at += len(piece) - len(left)
            taken += len(piece) - len(left)
            held += len(parts[-1])
            if held > RECORD_BYTES:
                parts = parts[:1]
        return taken, parts[0] if len(parts) == 1 else b"".join(parts), held <= RECORD_BYTES

    def _piece(self) -> memoryview:
        """What is fed next; the same again from where the last one was not taken."""
        if self._at >= len(self._block):
            self._block, self._at = self._stream.read(_BLOCK), 0
        behind = _BEGINS.search(self._block, self._at + 1)
        return memoryview(self._block)[self._at : behind and behind.start()]


def first_member(stream: BinaryIO, at: int) -> int | None:
    """Where the first member at ``at`` or behind it begins; None where no record ends in a long while."""
    stream.seek(at)
    window = stream.read(2 * RECORD_BYTES)
    signs = (sign.start() for sign in _BEGINS.finditer(window))
    return next((at + start for start in signs if _begins_record(window[start : start + _PROBE])), None)


def _begins_record(data: bytes) -> bool:
    unpacking = inflating()
    try:
        return bool(unpacking.decompressobj(31).decompress(data, len(_VERSION)).lower() == _VERSION)
    except unpacking.error:
        return False


def value(head: bytes, name: bytes) -> bytes:
    """What a head in lower case says under a name, without parameters; nothing where it does not say.

    >>> value(b"http/1.1 200 ok\\r\\ncontent-type: text/html; charset=utf-8\\r\\n\\r\\n", b"content-type")
    b'text/html'
    """
    at = head.find(b"\r\n" + name + b":")
    if at < 0:
        return b""
    return head[at + len(name) + 3 : head.find(b"\r\n", at + 2)].partition(b";")[0].strip()


def _member(offset: int, length: int, data: bytes, whole: bool) -> Member | None:
    """The member, if it is one record from its beginning to its end."""
    body = data.find(_END) + len(_END)
    head = data[:body].lower()
    stated = value(head, b"content-length")
    if not head.startswith(_VERSION) or not stated.isdigit() or len(stated) > _DIGITS:
        return None
    end = body + int(stated)
    sound = end <= len(data) <= end + len(_END) if whole else end > RECORD_BYTES - len(_END)
    return Member(offset, length, data, head, body, whole) if sound else None
