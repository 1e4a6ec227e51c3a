"""What is published from what stands: named and versioned rules, kept as data in ``policies/``.

A policy says how heavy a claim is, what a vague word counts for, and which number is the best one. Every weight has its
reason beside it. The same ledger can be published under each of them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

from hasila.errors import PolicyError
from hasila.tally.claim import Claim, Source
from hasila.tally.solving.assertions import Assertion

Best = Literal["heaviest", "lowest", "most witnesses"]
Range = Literal["what can be", "what was said"]


@dataclass(frozen=True, slots=True)
class Weight:
    """How much one condition adds to or takes from the weight of a claim, and why."""

    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Policy:
    """How to publish a tally.

    ``weights`` by the standing of the source; ``factors`` by a condition of the claim. ``best`` picks among claims that
    nothing settles; ``undecided`` says whether it may pick there at all, or leaves the cell without a best number.
    ``range`` is what low and high mean. ``vague`` gives words such as "dozens" a least number.
    """

    name: str
    version: str
    about: str
    best: Best
    undecided: bool
    range: Range
    weights: Mapping[str, Weight]
    factors: Mapping[str, Weight]
    vague: Mapping[str, int]
    _weighed: dict[tuple[object, ...], int] = field(default_factory=dict, repr=False, compare=False)

    def weigh(self, claim: Claim, source: Source) -> int:
        """The weight of a claim, at least 1; a claim that somebody is unsure of has no more than that."""
        grounds = source.standing, claim.attribution is None, claim.evidence.field, claim.basis, claim.confidence == 0
        weight = self._weighed.get(grounds)
        if weight is None:
            weight = self._weighed[grounds] = self._weight(claim, source)
        return weight

    def _weight(self, claim: Claim, source: Source) -> int:
        if claim.confidence == 0:
            return 1
        weight = self.weights[source.standing].weight
        for condition in _conditions(claim, source):
            if condition in self.factors:
                weight *= self.factors[condition].weight
        return max(1, round(weight))

    def grounds(self, claim: Claim, source: Source) -> Iterator[tuple[str, Weight]]:
        """What makes the weight of a claim: the standing of its source, then each condition that multiplies it."""
        yield source.standing, self.weights[source.standing]
        for condition in _conditions(claim, source):
            if condition in self.factors:
                yield condition, self.factors[condition]
        if claim.confidence == 0:
            yield "unsure", Weight(0, "Somebody is unsure of it: it is shown, and weighs no more than 1")

    def best_of(self, kept: Iterable[Assertion]) -> int | None:
        """The number to publish among assertions that all may stand; None where there is none."""
        named = [(one, value) for one in kept if (value := one.value) is not None]
        if not named:
            return None
        if self.best == "lowest":
            # "dozens" and "at least 20" are no estimates beside a number that somebody gives
            exact = [value for one, value in named if one.exact]
            return min(exact or [value for _, value in named])
        if self.best == "most witnesses":
            return max(named, key=lambda pair: (pair[0].witnesses, pair[0].weight, -pair[1]))[1]
        return max(named, key=lambda pair: (pair[0].exact, pair[0].weight, -pair[1]))[1]


@cache
def policy(name: str) -> Policy:
    """The policy of that name.

    Raises PolicyError where there is none, with the names that there are.
    """
    path = files("hasila.tally") / "policies" / f"{name}.toml"
    if name not in policy_names():
        raise PolicyError(f"there is no policy {name!r}: take one of {', '.join(policy_names())}")
    rows = tomllib.loads(path.read_text(encoding="utf-8"))
    weights, factors = ({key: Weight(**row) for key, row in rows.pop(part).items()} for part in ("weights", "factors"))
    return Policy(name=name, weights=weights, factors=factors, **rows)


@cache
def policy_names() -> tuple[str, ...]:
    """The names of all policies, in alphabetical order."""
    folder = files("hasila.tally") / "policies"
    return tuple(sorted(path.name.removesuffix(".toml") for path in folder.iterdir() if path.name.endswith(".toml")))


def _conditions(claim: Claim, source: Source) -> Iterable[str]:
    if claim.attribution is None and source.standing in ("agency", "outlet"):
        yield "own voice"
    if claim.evidence.field == "title":
        yield "headline"
    if claim.basis == "inferred":
        yield "inferred period"
