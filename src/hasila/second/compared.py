"""Two readings of one report held against each other: figures that both have, with what differs, and the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from hasila.ledger.written import written
from hasila.model import Figure

Outcome = Literal["same", "differing", "only ours", "only theirs"]
OUTCOMES: tuple[Outcome, ...] = ("same", "differing", "only ours", "only theirs")

SLOTS = (
    "measure", "value", "qualifier", "modality", "kind", "subset", "victim", "actor", "partners", "mode", "target",
    "place", "period", "attribution",
)  # fmt: skip
"""What is compared. The words are not: two readers may mark more or fewer of them around one number."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure as we read it and as they do; one of them may be missing. ``ours_at`` is its place in our reading."""

    ours: Figure | None
    theirs: Figure | None
    ours_at: int | None = None

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of what differs; nothing where only one has the figure."""
        if self.ours is None or self.theirs is None:
            return ()
        ours, theirs = written(self.ours), written(self.theirs)
        return tuple(slot for slot in SLOTS if ours[slot] != theirs[slot])

    @property
    def outcome(self) -> Outcome:
        if self.ours is None:
            return "only theirs"
        if self.theirs is None:
            return "only ours"
        return "differing" if self.slots else "same"


def pairs(ours: Sequence[Figure], theirs: Sequence[Figure]) -> list[Pair]:
    """Each figure once, in the order of our reading, then those of theirs alone.

    Two are one where they stand at some of the same words: the same count first, then the same number of something
    else, then another number of the same.
    """
    left = list(theirs)
    found: dict[int, Figure] = {}
    for alike in (_same_count, _same_number, _same_measure):
        for at, figure in enumerate(ours):
            if at not in found:
                other = next((one for one in left if _overlap(one, figure) and alike(one, figure)), None)
                if other is not None:
                    left.remove(other)
                    found[at] = other
    return [*(Pair(figure, found.get(at), at) for at, figure in enumerate(ours)), *(Pair(None, one) for one in left)]


def _same_count(one: Figure, other: Figure) -> bool:
    return _same_measure(one, other) and _same_number(one, other)


def _same_number(one: Figure, other: Figure) -> bool:
    return (one.low, one.high) == (other.low, other.high)


def _same_measure(one: Figure, other: Figure) -> bool:
    return one.measure == other.measure


def _overlap(one: Figure, other: Figure) -> bool:
    a, b = one.evidence, other.evidence
    return a.field == b.field and a.start < b.end and b.start < a.end


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two readers agree over some reports: figures by outcome; of those both have, how many agree in a slot."""

    outcomes: Mapping[Outcome, int]
    slots: Mapping[str, int]

    @property
    def both(self) -> int:
        """Figures that both have."""
        return self.outcomes["same"] + self.outcomes["differing"]

    @property
    def share(self) -> float | None:
        """The share of figures that both have, as F1: of one reader's measured by the other's, whichever is which."""
        ours, theirs = self.both + self.outcomes["only ours"], self.both + self.outcomes["only theirs"]
        return 2 * self.both / (ours + theirs) if ours + theirs else None


def agreement(found: Iterable[Pair]) -> Agreement:
    """How far two readers agree."""
    outcomes: Counter[Outcome] = Counter()
    alike: Counter[str] = Counter()
    for pair in found:
        outcomes[pair.outcome] += 1
        if pair.ours is not None and pair.theirs is not None:
            alike.update(_alike(pair))
    return Agreement({name: outcomes[name] for name in OUTCOMES}, {slot: alike[slot] for slot in SLOTS})


def _alike(pair: Pair) -> Iterator[str]:
    return (slot for slot in SLOTS if slot not in pair.slots)
