"""A WARC stream -> its records, one at a time, from the beginning to the end, past what is damaged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO, Generic, NamedTuple, TypeVar

from hasila.sources.limits import ARCHIVE_BYTES, ARCHIVE_RATIO, CHUNK_BYTES, DOCUMENT_BYTES, WARC_RESUMPTIONS
from hasila.sources.warc.resuming import Search

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_T = TypeVar("_T")


class Damage(NamedTuple):
    """What can't be read: it begins at ``offset`` or behind it; the next record that can be had is at ``resumed``."""

    offset: int
    reason: str
    resumed: int | None = None


class Taken(NamedTuple, Generic[_T]):
    """What was made of a record, and where the next one begins."""

    what: _T
    end: int | None


class BrokenRecord(Exception):
    """A record that ends before its end."""


def walk(stream: BinaryIO, take: Callable[[WarcRecord, int], _T | None]) -> Iterator[Taken[_T] | Damage]:
    """What ``take`` makes of each record and its offset, where it is anything; and each damage.

    ``take`` raises :class:`BrokenRecord` where a record is incomplete; reading then goes on with the next one that can
    be found, as after every damage. A stream that can't be searched ends there. Errors of the stream itself are raised.
    """
    search = Search(stream)
    start: int | None = search.start
    damage: Damage | None = None
    for _ in range(WARC_RESUMPTIONS):
        run = _Run(stream, start or 0)
        for item in run.records(take):
            if damage:
                yield damage._replace(resumed=start)
                damage = None
            yield item
        reason = run.broken or search.breaks_off(run.at)
        if reason and (damage is None or run.stands_in_it):
            damage = Damage(run.at if run.stands_in_it else search.behind(run.at), reason)
        start = search.next_record(run.at + 1) if run.broken else None
        if start is None:
            break
    if damage:
        yield damage


class _Run:
    """The records from one place on, as far as they can be read without a break."""

    def __init__(self, stream: BinaryIO, start: int) -> None:
        self._stream = _Watched(stream, start)
        self.at = start
        self.broken: str | None = None
        self.stands_in_it = False

    def records(self, take: Callable[[WarcRecord, int], _T | None]) -> Iterator[Taken[_T]]:
        """Each with the place of the next, which is why one is held back."""
        from fastwarc.warc import ArchiveIterator

        held: _T | None = None
        try:
            self.stands_in_it = True
            for record in ArchiveIterator(self._stream):
                if held is not None:
                    yield Taken(held, record.stream_pos)
                held, self.at, self.stands_in_it = None, record.stream_pos, True
                held = take(record, self.at)
                if record.content_length > DOCUMENT_BYTES:
                    self._pass_by(record)
                self.stands_in_it = False
        except (OSError, BrokenRecord) as error:
            if self._stream.fault:
                raise
            self.broken = str(error)
        if held is not None:
            yield Taken(held, None if self.broken else self._stream.tell())

    def _pass_by(self, record: WarcRecord) -> None:
        """Read on to the end of a record that is too large to be taken, unless it is a bomb."""
        size = 0
        while data := record.reader.read(CHUNK_BYTES):
            size += len(data)
            if size > ARCHIVE_BYTES and size > ARCHIVE_RATIO * (self._stream.tell() - self.at):
                raise BrokenRecord(f"the record inflates to more than {ARCHIVE_RATIO} times its size, as a bomb does")


class _Watched:
    """The stream as fastwarc wants it. It remembers an error of its own, which is no damage."""

    def __init__(self, stream: BinaryIO, position: int) -> None:
        self._stream = stream
        self._position = position
        self.fault = False
        if stream.seekable():
            stream.seek(position)

    def read(self, size: int = -1) -> bytes:
        try:
            data = self._stream.read(size)
        except BaseException:
            self.fault = True
            raise
        self._position += len(data)
        return data

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = 0) -> int:
        """fastwarc only asks so where the stream stands."""
        return self._position

    def close(self) -> None:
        """The stream belongs to who opened it."""
