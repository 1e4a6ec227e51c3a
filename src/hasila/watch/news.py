"""What is new in the tally since somebody last looked, told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from hasila.codec import line
from hasila.errors import LedgerError
from hasila.fetch import Clock
from hasila.ledger import Ledger
from hasila.ledger.schema import watch_outbox as outbox
from hasila.ledger.schema import watch_told as told
from hasila.model import Document
from hasila.tally.keeping import Current, Keeper
from hasila.tally.keeping.opened import opened
from hasila.watch.moments import written
from hasila.watch.notice import Kind, Notice, of_dispute, of_statement

_START = ("start", "")
_Known = set[tuple[str, str]]


class News:
    """Compares the tally with what was told of it. ``channels`` are the ways by which notices go out."""

    def __init__(self, ledger: Ledger, clock: Clock, channels: Sequence[str], policy: str = "official-first") -> None:
        self._ledger, self._clock, self._channels, self._policy = ledger, clock, channels, policy
        self._keeper = Keeper(ledger)
        self._head = -1
        self._told: _Known = self._known()

    def begin(self) -> None:
        """Take what stands before anything was watched as known."""
        if _START in self._told:
            return
        standing = [*_things(self._current()), _START]
        at = written(self._clock.now())
        with self._ledger.beside(writes=True) as connection:
            if not connection.execute(select(told.c.id).where(told.c.kind == _START[0])).first():
                known = _told(connection)
                rows = [{"kind": kind, "id": id, "at": at} for kind, id in standing if (kind, id) not in known]
                connection.execute(insert(told), rows)
        self._told = self._known()

    def gather(self) -> int:
        """Put a notice of everything that is new into the outbox; how many there are.

        That it was told and what is to be sent are written at once: none is lost, and none is made twice.
        """
        head = self._ledger.head().seq
        if head == self._head:
            return 0
        current = self._current()
        fresh = [thing for thing in _things(current) if thing not in self._told]
        if fresh:
            self._told = self._known()
            self._put(self._notices(current, [thing for thing in fresh if thing not in self._told]))
        self._head = head
        return len(fresh)

    def _current(self) -> Current:
        current = self._keeper.current(self._policy)
        if current is None:
            raise LedgerError(self._ledger.where, "nothing can be kept beside the ledger", "Give the right to write it")
        return current

    def _known(self) -> _Known:
        with self._ledger.beside() as connection:
            return _told(connection)

    def _notices(self, current: Current, fresh: Iterable[tuple[Kind, str]]) -> Iterator[Notice]:
        at = written(self._clock.now())
        disputes = {one.id: one for one in current.disputes}
        with self._keeper.stock() as held:
            for kind, id in fresh:
                if kind == "contradiction":
                    yield of_dispute(disputes[id], self._ledger.where, at, self._papers)
                elif held is not None and (found := opened(held[0], current, id)) is not None:
                    yield of_statement(found, self._ledger.where, at, self._papers)

    def _papers(self, keys: Iterable[str]) -> Mapping[str, Document]:
        return dict(self._ledger.bare(list(keys)))

    def _put(self, notices: Iterable[Notice]) -> None:
        made = list(notices)
        at = written(self._clock.now())
        with self._ledger.beside(writes=True) as connection:
            # another run may have told some of them meanwhile
            known = _told(connection)
            mine = [one for one in made if (one.kind, one.about) not in known]
            if mine:
                connection.execute(insert(told), [{"kind": one.kind, "id": one.about, "at": at} for one in mine])
                rows = [_row(one, channel, at, place) for place, one in enumerate(mine) for channel in self._channels]
                connection.execute(insert(outbox), rows)
        self._told.update((one.kind, one.about) for one in made)


def _told(connection: Connection) -> _Known:
    return {(row.kind, row.id) for row in connection.execute(select(told.c.kind, told.c.id))}


def _things(current: Current) -> Iterator[tuple[Kind, str]]:
    """Everything of a tally that is told: its statements, and what contradicts what."""
    for id in dict.fromkeys([*current.windows, *current.days]):
        yield "statement", id
    for one in current.disputes:
        yield "contradiction", one.id


def _row(notice: Notice, channel: str, at: str, place: int) -> dict[str, Any]:
    own = {"channel": channel, "notice": notice.id, "body": line(notice.body)}
    return {**own, "at": at, "place": place, "due": at, "failures": 0}
