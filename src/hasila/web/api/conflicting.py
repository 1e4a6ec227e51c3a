"""Conflicts as lines of JSON, held until the ledger changes: one of many reports takes long to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hasila.codec import line
from hasila.export.tallies import conflict_object
from hasila.tally.result import Conflict, Tally
from hasila.web.stand import Stand

_AT_ONCE = 10
_MOST = 32 << 20


class ConflictLines:
    """The lines that were asked for last, by policy and id, of one state of the ledger: at most ``most`` characters."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._held: tuple[int, dict[tuple[str, str], str]] = (-1, {})

    def of(self, stand: Stand, made: Tally, conflicts: Sequence[Conflict]) -> list[str]:
        """The lines of some conflicts of the tally that stands now."""
        head, held = self._held
        if head != stand.head().seq or sum(map(len, held.values())) > self._most:
            held = {}
        fresh = [one for one in conflicts if (made.policy, one.id) not in held]
        written = map(line, told(stand, made, fresh))
        held = held | {(made.policy, one.id): text for one, text in zip(fresh, written, strict=True)}
        self._held = stand.head().seq, held
        return [held[made.policy, one.id] for one in conflicts]


def told(stand: Stand, made: Tally, found: Sequence[Conflict]) -> Iterator[dict[str, object]]:
    """Conflicts with the sentences of their claims, which are looked up for a few at a time."""
    for at in range(0, len(found), _AT_ONCE):
        some = found[at : at + _AT_ONCE]
        sentences = stand.sentences(claim for one in some for claim in one.claims)
        yield from (conflict_object(one, made.sources, sentences) for one in some)
