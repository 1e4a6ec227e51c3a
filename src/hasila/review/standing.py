"""How far reviewers agree: what each said first of a figure, before they could see what others said.

What somebody said when they settled a difference counts for nothing here, because they had seen it all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from hasila.ledger import Decision
from hasila.ledger.decisions import standing
from hasila.ledger.judgements import ruling_of
from hasila.review.agreement import cohen_kappa, krippendorff_alpha

Label = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people: how many figures both looked at, how many they judged alike, and Cohen's kappa."""

    one: str
    other: str
    both: int
    alike: int
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """All who looked at anything, with how many figures; those that several looked at; Krippendorff's alpha."""

    people: Mapping[str, int]
    shared: int
    alpha: float | None
    pairs: tuple[Pair, ...]


def agreement(first: Iterable[Mapping[str, Label]]) -> Agreement:
    """How far people agree; ``first`` gives for each figure what each said of it first."""
    held = [labels for labels in first if labels]
    counted: dict[str, int] = defaultdict(int)
    together: dict[tuple[str, str], list[tuple[Label, Label]]] = defaultdict(list)
    for labels in held:
        for who in labels:
            counted[who] += 1
        for one, other in combinations(sorted(labels), 2):
            together[one, other].append((labels[one], labels[other]))
    pairs = (
        Pair(one, other, len(said), sum(a == b for a, b in said), cohen_kappa(said))
        for (one, other), said in sorted(together.items())
    )
    alpha = krippendorff_alpha([list(labels.values()) for labels in held])
    return Agreement(dict(sorted(counted.items())), sum(len(labels) > 1 for labels in held), alpha, tuple(pairs))


def first_said(rows: Sequence[Decision]) -> dict[str, Label]:
    """What each person said first of a figure and didn't take back, in the order of deciding."""
    kept = standing(rows)
    settling = {(row.who, row.at) for row in kept if row.action == "settle"}
    first: dict[str, list[Decision]] = {}
    for row in kept:
        if row.action in ("accept", "reject", "correct", "unsure") and (row.who, row.at) not in settling:
            own = first.setdefault(row.who, [])
            if not own or row.at == own[0].at:
                own.append(row)
    return {who: ruling_of(own).judgements[0].says for who, own in first.items()}
