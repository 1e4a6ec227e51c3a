"""What stands in a ledger, held as long as the ledger doesn't change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fastapi import HTTPException, Request

from hasila.brief import Brief, claims_by_cell
from hasila.brief.of_ledger import brief_of
from hasila.ledger import Head, Held, Ledger, open_ledger
from hasila.tally.calendar import Window
from hasila.tally.claim import Cell, Claim
from hasila.tally.publishing import publish
from hasila.tally.result import Published
from hasila.tally.tally import Tallied, tallied_of
from hasila.tally.views import sentences_now
from hasila.web.kept import Kept
from hasila.web.messages import Tongue
from hasila.web.overview.arranged import Arranged, arranged


class Stand:
    """The tallies of a ledger, made when somebody asks and the ledger has changed since."""

    def __init__(self, ledger: str) -> None:
        self._ledger = open_ledger(ledger, create=False)
        self._published = Kept(lambda policy: publish(self._ledger, policy))
        self._arranged = Kept(lambda policy: arranged(self.published(policy)))
        self._tallied = Kept(lambda policy: tallied_of(self._ledger, policy))
        self._claims = Kept(lambda policy: claims_by_cell(self.tallied(policy).tally))

    def head(self) -> Head:
        """The end of the ledger now."""
        return self._ledger.head()

    @property
    def ledger(self) -> Ledger:
        """The ledger itself."""
        return self._ledger

    def published(self, policy: str) -> Published:
        """The rows that stand now."""
        return self._published.at(self.head().seq, policy)

    def arranged(self, policy: str) -> Arranged:
        """The rows that stand now, put by their days."""
        return self._arranged.at(self.head().seq, policy)

    def tallied(self, policy: str) -> Tallied:
        """The tally as it stands now, with all that it was made from."""
        return self._tallied.at(self.head().seq, policy)

    def claims(self, policy: str) -> Mapping[Cell, tuple[Claim, ...]]:
        """The claims as they stand now, by their cells."""
        return self._claims.at(self.head().seq, policy)

    def sentences(self, claims: Iterable[Claim]) -> dict[str, str]:
        """The sentences in which claims stand, by the ids of the claims."""
        return sentences_now(self._ledger, claims)

    def brief(self, days: Window, lang: Tongue, policy: str) -> Brief:
        """The report of a period."""
        return brief_of(self.tallied(policy), self._ledger, days, lang, said=self.claims(policy))

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
