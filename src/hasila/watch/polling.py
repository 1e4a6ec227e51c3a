"""One look at a source: what it lists that is new goes among the reports to be read."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hasila.errors import FetchError, SourceError, TooSoon
from hasila.fetch import Client, Clock, Fetched
from hasila.fetch.waiting import backoff
from hasila.watch.found import Contents, Found, contents, days_before, is_new_enough, recent, sane
from hasila.watch.store import Seen, Store

KINDS = frozenset(
    {
        *("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"),
        *("application/xml", "text/xml", "application/json", "text/plain", "text/html"),
        *("application/gzip", "application/x-gzip", "application/octet-stream"),
    }
)
_LONGEST = 6 * 3_600.0
_SITEMAPS = 20
"""So many sitemaps of an index are looked at each time."""


class Polling:
    """Looks at sources. ``days`` is how old a report may be that is read though it was never seen before."""

    def __init__(self, store: Store, client: Client, clock: Clock, days: int) -> None:
        self._store, self._client, self._clock, self._days = store, client, clock, days

    def look(self, source: Seen) -> tuple[int, str | None]:
        """How many reports are new, and what is wrong with the source though it could be read.

        Raises :class:`TooSoon` where its host is not to be asked yet, and :class:`FetchError` or :class:`SourceError`
        where it couldn't be had, after that was noted.
        """
        try:
            return self._look(source)
        except TooSoon as error:
            self._store.postpone(source, error.after or 0.0)
            raise
        except (FetchError, SourceError) as error:
            every = float(source.watched.every)
            wait = backoff(source.failures + 1, self._clock.chance(), first=2 * every, longest=max(_LONGEST, 2 * every))
            after = getattr(error, "after", None) or 0.0
            self._store.failed(source, error.reason, max(wait, after))
            raise

    def _look(self, source: Seen) -> tuple[int, str | None]:
        watched = source.watched
        # without a first look that went well, what an answer says is not known
        known = (source.etag, source.modified) if source.looked is not None else (None, None)
        answer = self._client.get(watched.url, etag=known[0], modified=known[1], kinds=KINDS)
        if answer.unchanged:
            return self._store.looked(source, (), (), answer.etag or known[0], answer.modified or known[1]), None
        listed = contents(answer)
        fault = listed.fault
        reports = list(listed.reports)
        for url in self._parts(source, listed):
            inner, said = self._part(url)
            reports += inner
            fault = fault or said
        since = days_before(self._today(), self._days)
        reports = [sane(one, self._today()) for one in reports]
        fresh = [one for one in reports if is_new_enough(one, since, source.looked is None)]
        taken = {one.key for one in fresh}
        old = [one for one in reports if one.key not in taken]
        # what failed in parts has to be had whole the next time
        etag, modified = (None, None) if listed.sitemaps else (answer.etag, answer.modified)
        return self._store.looked(source, fresh, old, etag, modified), fault

    def _parts(self, source: Seen, listed: Contents) -> list[str]:
        if not listed.sitemaps:
            return []
        since = days_before(self._today(), self._days)
        if source.looked is not None:
            last = datetime.fromtimestamp(source.looked, UTC).date()
            since = max(since, days_before(last, 1))
        return [one.url for one in recent(listed.sitemaps, since, _SITEMAPS)]

    def _part(self, url: str) -> tuple[tuple[Found, ...], str | None]:
        """The reports of one sitemap of an index, or why they can't be had: the others are had all the same."""
        try:
            answer: Fetched = self._client.get(url, kinds=KINDS)
            listed = contents(answer)
        except (FetchError, SourceError) as error:
            return (), f"{url}: {error.reason}"
        return listed.reports, listed.fault

    def _today(self) -> date:
        return datetime.fromtimestamp(self._clock.now(), UTC).date()
