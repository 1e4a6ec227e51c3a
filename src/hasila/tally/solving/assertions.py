"""Claims of one cell that say the same stand or fall together: they are one assertion, as heavy as its witnesses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from operator import attrgetter
from types import MappingProxyType

from hasila.tally.claim import Cell, Claim
from hasila.text.fold import fold

Bounds = tuple[int | None, int | None]
NO_VAGUE: Mapping[str, int] = MappingProxyType({})
# "About 35" is taken to mean a tenth more or less: what outlets round away when they say so.
_ABOUT = 0.1


@dataclass(frozen=True, slots=True)
class Assertion:
    """That a cell lies between ``low`` and ``high`` (None: open), says everybody in ``claims``.

    ``weight`` is what setting it aside costs: the weights of its independent witnesses, added up.
    """

    cell: Cell
    low: int | None
    high: int | None
    weight: int
    claims: tuple[Claim, ...]

    @property
    def value(self) -> int | None:
        """The number that it names, or the least that its words can mean; None where it names none."""
        first = self.claims[0]
        named = first.low if first.low is not None else first.high
        return self.low if named is None else named

    @property
    def figures(self) -> frozenset[str]:
        """The figures that it rests on. One that speaks of two cells ("/all") is believed or set aside for both."""
        return frozenset(claim.id.partition("/")[0] for claim in self.claims)

    @property
    def exact(self) -> bool:
        return self.low is not None and self.low == self.high

    @property
    def witnesses(self) -> int:
        """How many independent sources say so."""
        return len({claim.witness for claim in self.claims})


def assertions(
    claims: Iterable[Claim], weigh: Callable[[Claim], int], vague: Mapping[str, int] = NO_VAGUE
) -> Iterator[Assertion]:
    """``claims`` grouped by cell and by what they say of it; what says nothing that could be false is left out.

    ``vague`` gives "tens", "dozens" … the least number that they are taken to mean; without it they say nothing.
    """
    said: dict[tuple[Cell, Bounds], list[Claim]] = defaultdict(list)
    for claim in claims:
        limits = bounds(claim, vague)
        if claim.modality == "asserted" and limits != (None, None):
            said[claim.cell, limits].append(claim)
    for (cell, limits), held in sorted(said.items(), key=lambda pair: (order(pair[0][0]), _limits(pair[0][1]))):
        members = tuple(sorted(held, key=_id))
        yield Assertion(cell, *limits, weight(members, weigh), members)


def bounds(claim: Claim, vague: Mapping[str, int] = NO_VAGUE) -> Bounds:
    """The least and the most that a cell can be if the claim is true.

    A part of a set ("two of them leaders") only says that the set is no smaller.
    """
    low, high = claim.low, claim.high
    if claim.qualifier == "vague" and vague:
        return least(claim.evidence.text, vague), None
    if claim.subset:
        return low, None
    if claim.qualifier == "about" and low is not None and high is not None:
        return low - round(low * _ABOUT), high + round(high * _ABOUT)
    return low, high


def least(words: str, vague: Mapping[str, int]) -> int | None:
    """The least number that vague words are taken to mean: the first of them that is known.

    >>> least("عشرات القتلى", {"tens": 10}), least("many", {"tens": 10})
    (10, None)
    """
    known = _vague_words()
    return next((vague.get(known[token]) for token in map(fold, words.split()) if token in known), None)


@cache
def _vague_words() -> Mapping[str, str]:
    text = (files("hasila.tally.solving") / "vague.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.split("\n")[1:] if line)
    return {fold(word): meaning for word, _, meaning, _ in rows}


def weight(claims: Iterable[Claim], weigh: Callable[[Claim], int]) -> int:
    """The heaviest claim of each witness, added up over the witnesses: a copy adds nothing."""
    heaviest: dict[str, int] = {}
    for claim in claims:
        heaviest[claim.witness] = max(heaviest.get(claim.witness, 0), weigh(claim))
    return sum(heaviest.values())


@lru_cache(maxsize=1 << 15)
def order(cell: Cell) -> tuple[str, ...]:
    """A key to sort cells by: series, days, place (wholes before their parts), measure, mode; unknown first."""
    scope = f"{9 - (cell.scope or '').count('+')}{cell.scope or ''}"
    parts = (cell.series, cell.start, cell.end, scope, cell.place, cell.measure, cell.mode)
    return tuple("" if part is None else str(part) for part in parts)


_id = attrgetter("id")


def _limits(limits: Bounds) -> tuple[int, int]:
    return tuple(-1 if limit is None else limit for limit in limits)  # type: ignore[return-value]
