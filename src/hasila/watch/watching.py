"""The run: sources are looked at when they are due, their new reports fetched, read and added, and what is new told.

Everything that was done is in the ledger's database before the next step begins, so that the run can be broken off at
any moment and goes on where it was.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass
from math import inf

from hasila.errors import FetchError, HasilaError, SourceError, TooSoon
from hasila.fetch import Client, Clock
from hasila.fetch.waiting import backoff
from hasila.model import Document
from hasila.watch.adding import Adding
from hasila.watch.news import News
from hasila.watch.outbox import Outbox
from hasila.watch.polling import Polling
from hasila.watch.reports import Reports
from hasila.watch.store import Seen, Store, Waiting

_TRIES = 10
"""So often a report is tried; with the waits between that is about a day."""
# What comes in together is told together: after so many reports, so many seconds, or when nothing comes for a moment.
_TOLD_AFTER = 20
_LONGEST_SLEEP = 60.0
_QUIET = 5.0
_MOMENT = 0.05


class Stopped(Exception):
    """Somebody asked the run to end."""


class StoppableClock(Clock):
    """The real clock, whose sleep ends when the run is to end."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop

    def sleep(self, seconds: float) -> None:
        if self._stop.wait(seconds):
            raise Stopped


@dataclass(slots=True)
class Counts:
    """What was done so far."""

    looked: int = 0
    found: int = 0
    added: int = 0
    nothing: int = 0
    lost: int = 0
    failed: int = 0
    notices: int = 0


class Watching:
    """One run over some sources. ``complain`` gets what went wrong, in a sentence."""

    def __init__(
        self,
        store: Store,
        client: Client,
        clock: Clock,
        polling: Polling,
        adding: Adding,
        news: News,
        outbox: Outbox,
        complain: Callable[[str], None],
    ) -> None:
        self._store, self._client, self._clock = store, client, clock
        self._polling, self._adding, self._news, self._outbox = polling, adding, news, outbox
        self._reports = Reports(client, clock)
        self._complain = complain
        self._untold = 0
        self._told_at = 0.0
        self._once = False
        self._over: set[str] = set()
        self.counts = Counts()

    def run(self, urls: Collection[str], stop: Callable[[], bool], once: bool = False) -> None:
        """Watch until ``stop`` says so; ``once``, each source that is due is looked at, and what it has new is read."""
        self._once = once
        self._news.begin()
        self._tell()
        while not stop():
            if self._is_overdue():
                self._tell()
            if self._step(urls):
                continue
            wait = self._wait(urls)
            if wait > _QUIET:
                self._tell()
                wait = min(wait, self._wait_to_send())
                if once and wait > _LONGEST_SLEEP:
                    return
            self._clock.sleep(min(_LONGEST_SLEEP, max(_MOMENT, wait)))

    def _step(self, urls: Collection[str]) -> bool:
        """Do the next thing whose time has come; whether there was one."""
        now, wait = self._clock.now(), self._client.wait
        source = next((one for one in self._sources(urls) if one.due <= now and not wait(one.watched.url)), None)
        page = next((one for one in self._store.due(urls) if not wait(one.url)), None)
        # whatever waits longer goes first, so that a host that is seldom free is not kept busy with its feed alone
        if source is not None and (page is None or source.due <= page.due):
            self._look(source)
        elif page is not None:
            self._take(self._store.page(page.key), urls)
        return source is not None or page is not None

    def _sources(self, urls: Collection[str]) -> list[Seen]:
        """The sources that are still to be looked at."""
        return [one for one in self._store.sources(urls) if one.watched.url not in self._over]

    def _look(self, source: Seen) -> None:
        self.counts.looked += 1
        self._over |= {source.watched.url} if self._once else set()
        try:
            new, fault = self._polling.look(source)
        except TooSoon:
            self.counts.looked -= 1
            self._over.discard(source.watched.url)
            return
        except (FetchError, SourceError) as error:
            self.counts.failed += 1
            self._complain(str(error))
            return
        self.counts.found += new
        if fault:
            self._complain(f"{source.watched.url}: {fault}. What could be read of it was taken.")

    def _take(self, page: Waiting, urls: Collection[str]) -> None:
        """Fetch, read and add one report."""
        watched = next(one.watched for one in self._store.sources(urls) if one.watched.url == page.source)
        try:
            self._add(page, self._reports.document(page.found, watched))
        except (FetchError, SourceError) as error:
            if self._comes_later(page, error):
                return
            carried = self._reports.carried(page.found, watched)
            if carried is None:
                self._lose(page, error)
            else:
                self._add(page, carried)

    def _comes_later(self, page: Waiting, error: FetchError | SourceError) -> bool:
        """Whether a report that could not be had may be had later; then it is put off."""
        if not isinstance(error, FetchError) or not error.passing:
            return False
        after = error.after or 0.0
        if isinstance(error, TooSoon):
            self._store.put_off(page, error.reason, after, page.failures)
            return True
        failures = page.failures + 1
        if failures < _TRIES:
            self._store.put_off(page, error.reason, max(backoff(failures, self._clock.chance()), after), failures)
        return failures < _TRIES

    def _add(self, page: Waiting, document: Document) -> None:
        """Read and add a report. A fault of Hasila costs this one, not the run."""
        try:
            kept = self._adding.add(document)
        except HasilaError:
            raise
        except Exception as error:
            reason = f"a fault in Hasila itself ({type(error).__name__}: {error})"
            self._lose(page, SourceError(page.found.url, None, reason, "Please send it to us with this message"))
            return
        self._store.done(page, "nothing" if kept.key is None else "added", kept.key)
        self.counts.added += kept.new
        self.counts.nothing += kept.key is None
        self._untold += kept.new

    def _lose(self, page: Waiting, error: HasilaError) -> None:
        self.counts.lost += 1
        self._store.done(page, "lost", reason=str(error))
        self._complain(str(error))

    def _is_overdue(self) -> bool:
        return self._untold >= _TOLD_AFTER or self._clock.now() - self._told_at >= _LONGEST_SLEEP

    def _tell(self) -> None:
        """Put what is new into the outbox, and send what is due."""
        self._untold, self._told_at = 0, self._clock.now()
        self.counts.notices += self._news.gather()
        for name, reason in self._outbox.deliver():
            self._complain(f"{name}: {reason} The notice is kept, and sent again later.")

    def _wait(self, urls: Collection[str]) -> float:
        """The seconds until a source is to be looked at, or a report to be read; for ever where none is."""
        now = self._clock.now()
        moments = [max(one.due, now + self._client.wait(one.watched.url)) for one in self._sources(urls)]
        due = self._store.next_page(urls)
        if due is not None:
            hosts = {self._client.wait(one.url) for one in self._store.due(urls)}
            moments.append(max(due, now + min(hosts, default=0.0)))
        return max(0.0, min(moments, default=inf) - now)

    def _wait_to_send(self) -> float:
        """The seconds until something is to be sent again; for ever where nothing is."""
        due = self._outbox.next()
        return inf if due is None else max(0.0, due - self._clock.now())
