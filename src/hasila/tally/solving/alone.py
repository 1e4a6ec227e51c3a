"""The lightest sets of claims to set aside where all of them are about one cell: no solver is needed for that.

Claims that can be true together share a number, and where some do, they share the least number that one of them names.
So it is enough to look at these numbers, and at who stands against each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from hasila.tally.solving.assertions import Assertion
from hasila.tally.solving.parts import Part
from hasila.tally.solving.structure import Rule

_CEILING = 10_000_000

Dropped = frozenset[int]


def stands_alone(part: Part) -> bool:
    """Whether all the claims are about one cell that hangs on nothing else that somebody claims."""
    if len({assertion.cell for assertion in part.assertions}) > 1:
        return False
    uses = Counter(var for expr in (*part.exprs[:1], *(rule.expr for rule in part.rules)) for var, _ in expr)
    return all(_gives_way(rule, uses) for rule in part.rules)


def _gives_way(rule: Rule, uses: Mapping[int, int]) -> bool:
    """Whether a rule holds whatever is claimed: a country of which nobody claims anything is as large as it takes."""
    return any(
        uses[var] == 1 and ((rule.high is None and coef > 0) or (rule.low is None and coef < 0))
        for var, coef in rule.expr
    )


def lightest_alone(part: Part, limit: int) -> tuple[tuple[Dropped, ...], int, int | None] | None:
    """Every set of the least weight, at most ``limit`` of them; that weight; how much heavier the next best one is.

    The last is None where nothing else is possible, or where the limit was reached first. None where this can't tell:
    where figures speak of several assertions, or more sets than the limit are equally light.
    """
    held = part.assertions
    if len({one.figures for one in held}) < len(held) or any((one.low or 0) >= _CEILING for one in held):
        return None
    weights = {dropped: sum(held[at].weight for at in dropped) for dropped in _against(held)}
    least = min(weights.values())
    best = sorted((dropped for dropped, weight in weights.items() if weight == least), key=sorted)
    if len(best) > limit:
        return None
    others = [weight - least for weight in weights.values() if weight > least]
    # whatever can be kept can also be set aside
    others += [one.weight for dropped in best for at, one in enumerate(held) if at not in dropped]
    return tuple(best), least, min(others, default=None) if len(best) < limit else None


def _against(held: Sequence[Assertion]) -> set[Dropped]:
    """For each number that somebody names as the least, the assertions that it makes false."""
    return {
        frozenset(at for at, one in enumerate(held) if not _allows(one, number))
        for number in {one.low or 0 for one in held}
    }


def _allows(one: Assertion, number: int) -> bool:
    return (one.low or 0) <= number and (one.high is None or number <= one.high)
