"""The search of a ledger on the page: brought up to date a little at a time, so that nobody waits for it."""

from __future__ import annotations

from threading import Lock, Thread

from hasila.ledger import Ledger
from hasila.search import Filters, Found, Query, SearchIndex, find
from hasila.search.appearances import Appearance, Appearing, Counts, appearances, appearing, by_month
from hasila.search.entities import Entity, Kind
from hasila.web.profiles import called

_AT_ONCE = 40
"""Documents that are taken in while somebody waits; more than these are taken in behind the page."""


class Seeker:
    """What can be found in a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = Lock()
        self._head = -1
        self._thread: Thread | None = None
        self._appearing: dict[Kind, tuple[int, tuple[Appearing, ...]]] = {}

    def missing(self) -> int:
        """Take in what was added since; how many documents can't be found yet, because that takes longer."""
        head = self._ledger.head().seq
        with self._lock:
            if head == self._head:
                return 0
            if self._thread is None or not self._thread.is_alive():
                if SearchIndex(self._ledger).bring_up(_AT_ONCE):
                    self._head = head
                    return 0
                self._thread = Thread(target=SearchIndex(self._ledger).bring_up, daemon=True)
                self._thread.start()
        return SearchIndex(self._ledger).missing()

    def complete(self) -> None:
        """Take in everything that was added, however long it takes."""
        SearchIndex(self._ledger).bring_up()

    def find(self, query: Query, filters: Filters, page: int) -> Found:
        """What can be found now."""
        return find(self._ledger, query, filters, page)

    def appearing(self, kind: Kind) -> tuple[Appearing, ...]:
        """Everybody of a kind who appears, made again only where the ledger has changed."""
        held, made = self._appearing.get(kind, (-1, ()))
        if held == self._head >= 0:
            return made
        head, found = self._head, appearing(self._ledger, kind)
        self._appearing[kind] = head, found
        return found

    def named(self, kind: Kind, typed: str) -> tuple[Appearing, ...]:
        """Those of a kind who appear and have a name with some letters in it, in either script."""
        return tuple(one for one in self.appearing(kind) if called(Entity(kind, one.name), typed))

    def by_month(self, entity: Entity) -> dict[str, Counts]:
        """How often someone appears, by month."""
        return by_month(self._ledger, entity)

    def appearances(self, entity: Entity, what: str, after: int, most: int) -> list[Appearance]:
        """Figures, quotes or facts in which someone has a part, the newest first."""
        return appearances(self._ledger, entity, what, after, most)
