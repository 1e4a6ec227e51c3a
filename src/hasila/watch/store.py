"""What is watched and what was seen there, in the ledger's database. Each call is one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, func, insert, select, update

from hasila.fetch import Clock
from hasila.ledger import Ledger
from hasila.ledger.schema import watch_pages as pages
from hasila.ledger.schema import watch_sources as sources
from hasila.model import Lang
from hasila.watch.found import Found, unpacked
from hasila.watch.moments import seconds, written
from hasila.watch.watched import Watched

State = Literal["waiting", "added", "nothing", "known", "lost"]
_SOME = 500
_LONGEST = 500
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Seen:
    """A source with what is known of it: ``looked`` is when it was last had, ``reason`` why it failed since."""

    watched: Watched
    etag: str | None
    modified: str | None
    looked: float | None
    due: float
    failures: int
    reason: str | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A report that is still to be fetched and read."""

    key: str
    found: Found
    source: str
    failures: int


class Due(NamedTuple):
    """A report that waits, as far as it is needed to choose the next one."""

    key: str
    url: str
    due: float


class Store:
    """Sources and pages. ``clock`` tells what is due."""

    def __init__(self, ledger: Ledger, clock: Clock) -> None:
        self._ledger = ledger
        self._clock = clock

    def watch(self, given: Iterable[Watched]) -> None:
        """Take in sources; what is known of them stays."""
        with self._ledger.beside(writes=True) as connection:
            for one in given:
                values = {"outlet": one.outlet, "lang": one.lang, "every": one.every}
                known = update(sources).where(sources.c.url == one.url).values(values)
                if not connection.execute(known).rowcount:
                    connection.execute(insert(sources), {"url": one.url, **values, "due": self._now(), "failures": 0})

    def sources(self, urls: Collection[str] | None = None) -> list[Seen]:
        """The sources by address, or only some of them; the one that is due first comes first."""
        with self._ledger.beside() as connection:
            rows = connection.execute(select(sources).order_by(sources.c.due, sources.c.url)).mappings().all()
        return [_seen(row) for row in rows if urls is None or row["url"] in urls]

    def looked(
        self, source: Seen, fresh: Iterable[Found], old: Iterable[Found], etag: str | None, modified: str | None
    ) -> int:
        """A source was had, and these reports in it: ``fresh`` ones are to be read, if they weren't seen before.

        Both at once, so that nothing is lost between the two. How many are new.
        """
        now = self._clock.now()
        values = {"etag": etag, "modified": modified, "looked": written(now), "failures": 0, "reason": None}
        due = written(now + source.watched.every)
        with self._ledger.beside(writes=True) as connection:
            new = {found.key: _row(found, source.watched.url, "waiting", now) for found in fresh}
            rows = {**{found.key: _row(found, source.watched.url, "known", now) for found in old}, **new}
            known = _known(connection, list(rows))
            added = [row for key, row in rows.items() if key not in known]
            if added:
                connection.execute(insert(pages), added)
            mine = sources.c.url == source.watched.url
            connection.execute(update(sources).where(mine).values({**values, "due": due}))
        return len(new.keys() - known)

    def failed(self, source: Seen, reason: str, wait: float) -> None:
        """A source could not be had; it is looked at again after so many seconds."""
        values = {"due": written(self._clock.now() + wait), "failures": source.failures + 1, "reason": _plain(reason)}
        with self._ledger.beside(writes=True) as connection:
            connection.execute(update(sources).where(sources.c.url == source.watched.url).values(values))

    def postpone(self, source: Seen, wait: float) -> None:
        """A source is not to be asked yet; nothing is wrong with it."""
        values = {"due": written(self._clock.now() + wait)}
        with self._ledger.beside(writes=True) as connection:
            connection.execute(update(sources).where(sources.c.url == source.watched.url).values(values))

    def due(self, urls: Collection[str]) -> list[Due]:
        """The reports of some sources that are due, the one that waits longest first."""
        is_due = (pages.c.state == "waiting") & (pages.c.due <= self._now()) & pages.c.source.in_(list(urls))
        asked = select(pages.c.key, pages.c.url, pages.c.due).where(is_due)
        with self._ledger.beside() as connection:
            rows = connection.execute(asked.order_by(pages.c.due, pages.c.at, pages.c.key).limit(_MOST))
            return [Due(row.key, row.url, seconds(row.due)) for row in rows]

    def page(self, key: str) -> Waiting:
        """A report that waits."""
        asked = select(pages.c.entry, pages.c.source, pages.c.failures).where(pages.c.key == key)
        with self._ledger.beside() as connection:
            row = connection.execute(asked).one()
        return Waiting(key, unpacked(row.entry), row.source, row.failures)

    def next_page(self, urls: Collection[str]) -> float | None:
        """When the next report of some sources is due; None where none waits."""
        asked = select(func.min(pages.c.due)).where(pages.c.state == "waiting", pages.c.source.in_(list(urls)))
        with self._ledger.beside() as connection:
            due = connection.execute(asked).scalar()
        return None if due is None else seconds(due)

    def done(self, page: Waiting, state: State, document: str | None = None, reason: str | None = None) -> None:
        """A report was read, or can't be."""
        self._change(page, {"state": state, "document": document, "reason": reason and _plain(reason), "entry": None})

    def put_off(self, page: Waiting, reason: str, wait: float, failures: int) -> None:
        """A report could not be had; it is tried again after so many seconds."""
        due = written(self._clock.now() + wait)
        self._change(page, {"due": due, "failures": failures, "reason": _plain(reason)})

    def counts(self) -> dict[str, dict[str, int]]:
        """How many reports of each source are in each state."""
        asked = select(pages.c.source, pages.c.state, func.count()).group_by(pages.c.source, pages.c.state)
        found: dict[str, dict[str, int]] = {}
        with self._ledger.beside() as connection:
            for source, state, count in connection.execute(asked):
                found.setdefault(source, {})[state] = count
        return found

    def _change(self, page: Waiting, values: dict[str, Any]) -> None:
        with self._ledger.beside(writes=True) as connection:
            connection.execute(update(pages).where(pages.c.key == page.key).values(values))

    def _now(self) -> str:
        return written(self._clock.now())


def _plain(reason: str) -> str:
    """A reason as every database takes it, whatever a server put into it."""
    return "".join(sign if sign.isprintable() else " " for sign in reason[:_LONGEST])


def _known(connection: Connection, keys: list[str]) -> set[str]:
    parts = (keys[start : start + _SOME] for start in range(0, len(keys), _SOME))
    asked = (select(pages.c.key).where(pages.c.key.in_(part)) for part in parts)
    return {key for one in asked for key in connection.execute(one).scalars()}


def _row(found: Found, source: str, state: State, now: float) -> dict[str, Any]:
    at = written(now)
    entry = found.packed() if state == "waiting" else None
    own = {"key": found.key, "url": found.url[:4_000], "source": source, "state": state, "entry": entry}
    return {**own, "at": at, "due": at, "failures": 0}


def _seen(row: Any) -> Seen:
    lang: Lang | None = row["lang"]
    return Seen(
        Watched(row["url"], row["outlet"], lang, row["every"]),
        row["etag"],
        row["modified"],
        None if row["looked"] is None else seconds(row["looked"]),
        seconds(row["due"]),
        row["failures"],
        row["reason"],
    )
