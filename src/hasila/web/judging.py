"""How far each outlet can be relied on, worked out behind the page, because of a large ledger it takes minutes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock, Thread

from hasila.ledger import Ledger
from hasila.tally.claim import Source
from hasila.tally.outlets import Outlet, outlets
from hasila.tally.policy import policy as policy_of
from hasila.tally.tally import Tallied

_SMALL = 4000
_PATIENCE, _LITTLE = 20.0, 0.5
"""Seconds that somebody waits for it: a ledger of few rows is done in less, a large one takes minutes."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The outlets of a ledger as it was at ``head``, with the sources of the documents that erred."""

    head: int
    outlets: Mapping[str, Outlet]
    sources: Mapping[str, Source]


class Judging:
    """The outlets of a ledger under each policy, worked out again when the ledger has changed.

    ``tallied`` gives the tally under a policy as it stands now.
    """

    def __init__(self, ledger: Ledger, tallied: Callable[[str], Tallied]) -> None:
        self._ledger = ledger
        self._tallied = tallied
        self._lock = Lock()
        self._made: dict[str, Judgement] = {}
        self._threads: dict[str, Thread] = {}

    def outlets(self, policy: str, patience: float | None = _PATIENCE) -> tuple[Judgement | None, bool]:
        """What is known now, and whether the ledger has stayed as it was then; None where nothing is known yet.

        ``patience``: seconds to wait for it, None for as long as it takes.

        Raises PolicyError where there is no such policy.
        """
        policy_of(policy)
        head = self._ledger.head().seq
        with self._lock:
            if policy not in self._made or self._made[policy].head != head:
                thread = self._threads.get(policy)
                if thread is None or not thread.is_alive():
                    thread = self._threads[policy] = Thread(target=self._make, args=(policy, head), daemon=True)
                    thread.start()
            else:
                thread = None
        if thread is not None:
            thread.join(patience if patience is None or head < _SMALL else _LITTLE)
        made = self._made.get(policy)
        return made, made is not None and made.head == head

    def _make(self, policy: str, head: int) -> None:
        made = self._tallied(policy)
        found = {one.name: one for one in outlets(made)}
        erred = {one.claim.document for outlet in found.values() for fault in outlet.faults for one in fault.claims}
        self._made[policy] = Judgement(head, found, {key: made.tally.sources[key] for key in erred})
