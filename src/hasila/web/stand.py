"""What stands in a ledger, held as long as the ledger doesn't change."""

from __future__ import annotations

from threading import Lock

from fastapi import HTTPException, Request

from hasila.brief import Brief
from hasila.brief.of_ledger import brief_of
from hasila.ledger import Held, Ledger, open_ledger
from hasila.tally.calendar import Window
from hasila.tally.publishing import publish
from hasila.tally.result import Conflict, Published, Tally
from hasila.tally.tally import Tallied, tallied_of
from hasila.tally.views import sentences_of
from hasila.web.messages import Tongue


class Stand:
    """The tallies of a ledger, made when somebody asks and the ledger has changed since."""

    def __init__(self, ledger: str) -> None:
        self._ledger = open_ledger(ledger, create=False)
        self._lock = Lock()
        self._published: dict[str, tuple[int, Published]] = {}
        self._tallied: dict[str, tuple[int, Tallied]] = {}

    @property
    def ledger(self) -> Ledger:
        """The ledger itself."""
        return self._ledger

    def published(self, policy: str) -> Published:
        """The rows that stand now."""
        with self._lock:
            head = self._ledger.head().seq
            if self._published.get(policy, (-1,))[0] != head:
                self._published[policy] = head, publish(self._ledger, policy)
            return self._published[policy][1]

    def tallied(self, policy: str) -> Tallied:
        """The tally as it stands now, with all that it was made from."""
        with self._lock:
            head = self._ledger.head().seq
            if self._tallied.get(policy, (-1,))[0] != head:
                self._tallied[policy] = head, tallied_of(self._ledger, policy)
            return self._tallied[policy][1]

    def conflicts(self, policy: str) -> tuple[tuple[Conflict, ...], Tally, dict[str, str]]:
        """What contradicts what, the tally behind it, and the sentences by the ids of the claims."""
        made = self.tallied(policy).tally
        return made.conflicts, made, dict(sentences_of(self._ledger, made.conflicts))

    def brief(self, days: Window, lang: Tongue, policy: str) -> Brief:
        """The report of a period."""
        return brief_of(self.tallied(policy), self._ledger, days, lang)

    def document(self, key: str) -> Held | None:
        """A document with the reading that stands, by its key."""
        return next(iter(self._ledger.documents(keys=[key])), None)


def stand_of(request: Request) -> Stand:
    """What the server shows. Raises HTTPException where it shows no ledger."""
    stand = request.app.state.stand
    if stand is None:
        raise HTTPException(404, "no ledger is open: start hasila serve with --ledger")
    assert isinstance(stand, Stand)
    return stand
