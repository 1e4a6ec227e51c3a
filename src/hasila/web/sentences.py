"""The sentences around the words of claims, held as long as they are asked for: no document ever changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock

from hasila.ledger import Ledger
from hasila.model import Span
from hasila.tally.claim import Claim
from hasila.tally.views import sentences_now

_MOST = 30_000
"""Sentences that are held: some 20 MB."""

_Words = tuple[str, Span]


class Sentences:
    """What was looked up last, by the document and the words."""

    def __init__(self, ledger: Ledger, most: int = _MOST) -> None:
        self._ledger, self._most = ledger, most
        self._held: OrderedDict[_Words, str] = OrderedDict()
        self._lock = Lock()

    def of(self, claims: Iterable[Claim]) -> dict[str, str]:
        """The sentences in which claims stand, by the ids of the claims."""
        asked = {claim.id: (claim, (claim.document, claim.evidence)) for claim in claims}
        with self._lock:
            found = {id: self._held[words] for id, (_, words) in asked.items() if words in self._held}
        fresh = sentences_now(self._ledger, [claim for id, (claim, _) in asked.items() if id not in found])
        with self._lock:
            self._hold((words, fresh.get(id) or found.get(id)) for id, (_, words) in asked.items())
        return found | fresh

    def _hold(self, pairs: Iterable[tuple[_Words, str | None]]) -> None:
        for words, sentence in pairs:
            if sentence is not None:
                self._held[words] = sentence
                self._held.move_to_end(words)
        while len(self._held) > self._most:
            self._held.popitem(last=False)
