"""What is still to be sent, until somebody took it: at least once, and in the order in which it came up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import delete, func, select, update

from hasila.errors import HasilaError
from hasila.fetch import Clock
from hasila.fetch.waiting import backoff
from hasila.ledger import Ledger
from hasila.ledger.schema import watch_outbox as outbox
from hasila.watch.moments import seconds, written


@dataclass(frozen=True, slots=True)
class Letter:
    """A notice on its way: ``body`` is its JSON."""

    notice: str
    body: str
    failures: int


class Channel(Protocol):
    """A way by which notices go out, ``most`` at a time."""

    name: str
    most: int

    def send(self, letters: Sequence[Letter]) -> None:
        """Send them, all or none. Raises :class:`HasilaError` where they were not taken."""


class Outbox:
    """Sends what is due by the channels that there are; what is for others stays."""

    def __init__(self, ledger: Ledger, clock: Clock, channels: Sequence[Channel]) -> None:
        self._ledger, self._clock, self._channels = ledger, clock, channels
        self._rests: dict[str, float] = {}

    def deliver(self) -> Iterator[tuple[str, str]]:
        """Send all that is due. What a channel doesn't take is tried again later, and its name and the reason told."""
        for channel in self._channels:
            while self._rests.get(channel.name, 0.0) <= self._clock.now():
                letters = self._due(channel)
                if not letters:
                    break
                try:
                    channel.send(letters)
                except HasilaError as error:
                    self._put_off(channel, letters, error)
                    yield channel.name, str(error)
                else:
                    self._sent(channel, letters)

    def next(self) -> float | None:
        """When something is to be sent again; None where nothing is."""
        names = [channel.name for channel in self._channels]
        asked = select(outbox.c.channel, func.min(outbox.c.due)).where(outbox.c.channel.in_(names))
        with self._ledger.beside() as connection:
            rows = connection.execute(asked.group_by(outbox.c.channel)).all()
        return min((max(seconds(due), self._rests.get(name, 0.0)) for name, due in rows), default=None)

    def waiting(self) -> dict[str, int]:
        """How many notices wait for each channel."""
        with self._ledger.beside() as connection:
            asked = select(outbox.c.channel, func.count()).group_by(outbox.c.channel)
            return {row[0]: row[1] for row in connection.execute(asked)}

    def _due(self, channel: Channel) -> list[Letter]:
        is_due = (outbox.c.channel == channel.name) & (outbox.c.due <= written(self._clock.now()))
        ordered = select(outbox).where(is_due).order_by(outbox.c.failures, outbox.c.at, outbox.c.place)
        with self._ledger.beside() as connection:
            rows = connection.execute(ordered.limit(channel.most)).mappings().all()
        return [Letter(row["notice"], row["body"], row["failures"]) for row in rows]

    def _sent(self, channel: Channel, letters: Sequence[Letter]) -> None:
        mine = outbox.c.notice.in_([one.notice for one in letters])
        with self._ledger.beside(writes=True) as connection:
            connection.execute(delete(outbox).where(outbox.c.channel == channel.name, mine))

    def _put_off(self, channel: Channel, letters: Sequence[Letter], error: HasilaError) -> None:
        failures = max(one.failures for one in letters) + 1
        wait = max(backoff(failures, self._clock.chance(), first=30.0), getattr(error, "after", None) or 0.0)
        until = self._clock.now() + wait
        self._rests[channel.name] = until
        mine = outbox.c.notice.in_([one.notice for one in letters])
        values = {"due": written(until), "failures": failures, "reason": str(error)[:500]}
        with self._ledger.beside(writes=True) as connection:
            connection.execute(update(outbox).where(outbox.c.channel == channel.name, mine).values(values))
