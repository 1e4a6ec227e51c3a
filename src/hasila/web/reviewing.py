"""The reviewers' desk of the ledger that the server shows.

A decision is heard at once. What the tally then comes to is worked out beside, so that nobody waits for it between two
figures; whoever asks for it ("fresh") does.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Lock

from fastapi import HTTPException, Request

from hasila.errors import HasilaError
from hasila.ledger import Decision
from hasila.review import Desk
from hasila.second.differing import Difference, Differences
from hasila.web.people import Person
from hasila.web.stand import Stand

POLICY = "official-first"
"""The policy under which figures are weighed, and under which people are shown what would change."""


class Reviewing:
    """A desk that follows the ledger."""

    def __init__(self, stand: Stand) -> None:
        self._stand = stand
        self._desk = Desk(stand.ledger)
        self._differences = Differences(stand.ledger, self._desk)
        self._lock = Lock()
        self._beside = ThreadPoolExecutor(1, "review")
        self._coming: Future[None] | None = None

    def desk(self, *, fresh: bool = True) -> Desk:
        """The desk with all that people decided; ``fresh``: and with what is published of it."""
        if self._desk.hear(self._stand.head().seq):
            return self._desk
        if fresh or self._desk.is_empty:
            self._bring_up()
        else:
            with self._lock:
                if self._coming is None or self._coming.done():
                    self._coming = self._beside.submit(self._quietly)
        return self._desk

    def otherwise(self) -> list[Difference]:
        """What other readers see otherwise, whether anybody has looked at it or not; the gravest first."""
        self.desk(fresh=False)
        return self._differences.all()

    def decisions(self, key: str) -> list[Decision]:
        """What people decided of a document and its figures, in the order of deciding."""
        self._desk.hear(self._stand.head().seq)
        return self._desk.told(key)

    def _bring_up(self) -> None:
        head = self._stand.head().seq
        self._desk.bring_up(self._stand.published(POLICY), head)

    def _quietly(self) -> None:
        """What goes wrong here goes wrong again for whoever asks next, and is told there."""
        with suppress(HasilaError):
            self._bring_up()


def seen_by(person: Person | None, told: list[Decision]) -> list[Decision]:
    """The decisions that somebody may see: reviewers see those on a figure once they have judged it themselves."""
    if person is None or person.role != "reviewer":
        return told
    judged = {one.target for one in told if one.who == person.name}
    return [one for one in told if "#" not in one.target or one.target in judged]


def reviewing_of(request: Request) -> Reviewing:
    """The desk of the ledger that is shown. Raises HTTPException where none is."""
    found = request.app.state.reviewing
    if found is None:
        raise HTTPException(404, "no ledger is open: start hasila serve with --ledger")
    assert isinstance(found, Reviewing)
    return found
