"""What stands in a ledger, held as long as the ledger doesn't change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from threading import Lock

from fastapi import HTTPException, Request

from hasila.brief import Brief, laid_out
from hasila.brief.of_ledger import brief_of
from hasila.ledger import Decision, Head, Held, Ledger, open_ledger
from hasila.ledger.decisions import withdrawn
from hasila.model import Document
from hasila.tally.calendar import Window
from hasila.tally.claim import Claim
from hasila.tally.dating.infer import Candidate
from hasila.tally.dating.placing import is_open
from hasila.tally.disputes import Dispute, Quoted, dispute
from hasila.tally.keeping import Current, Keeper
from hasila.tally.keeping.opened import Opened, opened, opened_of
from hasila.tally.keeping.ranked import ranking
from hasila.tally.keeping.traced import Traced, traced, traced_of
from hasila.tally.record.claims import SHORT
from hasila.tally.result import Published, Row
from hasila.tally.story import Fetch, Story, decisions_by_document, story
from hasila.tally.tally import Tallied, tallied_of
from hasila.tally.views import quoted
from hasila.web.glance import seen
from hasila.web.judging import Judging
from hasila.web.kept import Kept
from hasila.web.messages import Tongue
from hasila.web.overview.arranged import Arranged, arranged
from hasila.web.seeking import Seeker
from hasila.web.sentences import Sentences

_BRIEFS = 64
"""Briefs that are kept written: some years of months in both languages."""
_STATEMENTS = 96
"""Statements that are kept open: whoever looks at one opens its numbers one after the other."""


class Stand:
    """The tallies of a ledger, made when somebody asks and the ledger has changed since."""

    def __init__(self, ledger: str) -> None:
        self._ledger = open_ledger(ledger, create=False, mapped=True)
        self._keeper = Keeper(self._ledger)
        self._keeping = Lock()
        self._current = Kept(self._stand_now, large=False)
        self._arranged = Kept(lambda policy: arranged(self.published(policy)))
        self._withdrawn: tuple[int, frozenset[str]] = (-1, frozenset())
        self._decisions = Kept(lambda _: decisions_by_document(self._ledger.decisions()), large=False)
        self._tallied = Kept(lambda policy: tallied_of(self._ledger, policy))
        self._brief = lru_cache(maxsize=_BRIEFS)(self._brief_at)
        self._opened = lru_cache(maxsize=_STATEMENTS)(self._opened_at)
        self._laid_out = Kept(lambda policy: laid_out(self.tallied(policy).tally), large=False)
        self._sentences = Sentences(self._ledger)
        self.seeker = Seeker(self._ledger)
        self.judging = Judging(self._ledger, self.tallied)

    def head(self) -> Head:
        """The end of the ledger now; the same for everything that one page shows."""
        return seen(self._ledger.head)

    @property
    def ledger(self) -> Ledger:
        """The ledger itself."""
        return self._ledger

    def published(self, policy: str) -> Published:
        """The rows that stand now."""
        current = self.current(policy)
        return self.tallied(policy).tally.published() if current is None else current.published

    def current(self, policy: str) -> Current | None:
        """What is kept of the ledger as it stands now; None where nothing can be kept beside it."""
        return self._current.at(self.head().seq, policy)

    def supposing(self, policy: str, act: Sequence[Decision]) -> Published | None:
        """The rows that would stand if somebody decided this; None where nothing can be kept beside the ledger."""
        with self._keeping:
            found = self._keeper.current(policy, act)
        return None if found is None else found.published

    def _stand_now(self, policy: str) -> Current | None:
        with self._keeping:
            return self._keeper.current(policy)

    def disputes(self, policy: str) -> tuple[Dispute, ...]:
        """What contradicts what, the newest first."""
        current = self.current(policy)
        if current is not None:
            return current.disputes
        found = map(dispute, self.tallied(policy).tally.conflicts)
        return tuple(sorted(found, key=lambda one: one.newness, reverse=True))

    def disputes_of(self, statement: str, policy: str) -> Sequence[Dispute]:
        """What contradicts what in a statement, the newest first."""
        current = self.current(policy)
        if current is not None:
            return current.disputes_of.get(statement, ())
        return [one for one in self.disputes(policy) if one.statement == statement]

    def quoted(self, words: Iterable[Quoted]) -> tuple[dict[str, Document], dict[str, tuple[str, int]]]:
        """The documents of some quotations by key, and by claim the sentence of each and where its words begin."""
        wanted = list(words)
        papers = dict(self._ledger.bare({one.document for one in wanted}))
        found = ((one, papers.get(one.document)) for one in wanted)
        return papers, {one.claim: quoted(paper, one.evidence) for one, paper in found if paper is not None}

    def statement(self, id: str, policy: str) -> Opened | None:
        """A statement with all that it hangs together with."""
        return self._opened(self.head().seq, id, policy)

    def _opened_at(self, head: int, id: str, policy: str) -> Opened | None:
        current = self.current(policy)
        if current is None:
            return opened_of(self.tallied(policy), self._ledger.decisions(), id)
        with self._keeping, self._keeper.stock() as held:
            return None if held is None else opened(held[0], current, id)

    def traced(self, key: str, policy: str = "official-first") -> Traced:
        """The copies of a document, and the statements that it speaks of."""
        current = self.current(policy)
        if current is None:
            return traced_of(self.tallied(policy), key)
        with self._keeping, self._keeper.stock() as held:
            return Traced((), (), ()) if held is None else traced(held[0], current, key)

    def rows(self, statement: str, policy: str = "official-first") -> Sequence[Row]:
        """The rows of a statement."""
        current = self.current(policy)
        if current is not None:
            return current.rows.get(statement, ())
        return [row for row in self.tallied(policy).tally.rows if row.statement == statement]

    def decisions(self, key: str) -> Sequence[Decision]:
        """What people decided about a document and its figures, the first first."""
        return self._decisions.at(self.head().seq, "official-first").get(key[:SHORT], ())

    def story(self, held: Opened, row: Row, fetch: Fetch) -> Story:
        """What is behind a number of a statement; ``fetch`` gives the documents that it quotes by their keys."""
        return story(held, row, fetch, self.decisions)

    def ranking(self, held: Opened, policy: str) -> tuple[Candidate, ...]:
        """The periods that a statement without days could be of, the likeliest first."""
        statement, current = held.statement, self.current(policy)
        keys = {claim.document for claim in statement.claims}
        if current is None or not keys or not is_open(statement):
            return ()
        first = self.document(min(keys))
        decided = [one for key in keys for one in self.decisions(key)]
        return ranking(current, statement, None if first is None else first.reading.document, decided)

    def arranged(self, policy: str) -> Arranged:
        """The rows that stand now, put by their days."""
        return self._arranged.at(self.head().seq, policy)

    def tallied(self, policy: str) -> Tallied:
        """The tally as it stands now, with all that it was made from."""
        return self._tallied.at(self.head().seq, policy)

    def sentences(self, claims: Iterable[Claim]) -> dict[str, str]:
        """The sentences in which claims stand, by the ids of the claims."""
        return self._sentences.of(claims)

    def brief(self, days: Window, lang: Tongue, policy: str) -> Brief:
        """The report of a period."""
        return self._brief(self.head().seq, days, lang, policy)

    def _brief_at(self, head: int, days: Window, lang: Tongue, policy: str) -> Brief:
        said = self._laid_out.at(head, policy)
        return brief_of(self.tallied(policy), self._ledger, days, lang, said=said)

    def withdrawn(self) -> frozenset[str]:
        """The keys of the documents that were withdrawn."""
        head = self.head().seq
        if self._withdrawn[0] != head:
            self._withdrawn = head, frozenset(withdrawn(self._ledger.decided()))
        return self._withdrawn[1]

    def documents(self, keys: Iterable[str]) -> Iterable[Held]:
        """Some documents with the readings that stand, by their keys."""
        wanted = set(keys)
        return self._ledger.documents(keys=wanted) if wanted else ()

    def document(self, key: str) -> Held | None:
        """A document with the reading that stands, by its key."""
        return next(iter(self.documents([key])), None)


def stand_of(request: Request) -> Stand:
    """What the server shows. Raises HTTPException where it shows no ledger."""
    stand = request.app.state.stand
    if stand is None:
        raise HTTPException(404, "no ledger is open: start hasila serve with --ledger")
    assert isinstance(stand, Stand)
    return stand
