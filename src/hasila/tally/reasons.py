"""Why a claim was set aside: what the others add up to, and where its number may have come from."""

from __future__ import annotations

from collections.abc import Iterator

from hasila.tally.result import Mismatch
from hasila.tally.slips import slip_of
from hasila.tally.solving.alone import stands_alone
from hasila.tally.solving.settled import Settled, Standing
from hasila.tally.why import Adding, Others, Simply, Why


def because(settled: Settled, standing: Standing, way: int = 0) -> tuple[Why, ...]:
    """Why the assertion does not stand when that way is taken."""
    slip = slip_of(settled, standing.assertion, given(settled, standing, way))
    return (*_against(settled, standing, way), *(() if slip is None else (slip,)))


def given(settled: Settled, standing: Standing, way: int = 0) -> int | None:
    """What the cell of the assertion is when that way is taken; None where it stays open."""
    expr = settled.structure.expr(standing.assertion.cell)
    return None if expr is None else standing.outcome.ways[way].equations.value(expr)


def mismatch(settled: Settled, standing: Standing, way: int) -> Mismatch | None:
    """The sum that contradicts the assertion in one of the ways; None where no exact sum of other cells does."""
    key = (id(standing.outcome), standing.number, way)
    if key not in settled.mismatches:
        settled.mismatches[key] = _mismatch(settled, standing, way)
    return settled.mismatches[key]


def _mismatch(settled: Settled, standing: Standing, way: int) -> Mismatch | None:
    cell, said = standing.assertion.cell, standing.assertion.value
    chosen, part = standing.outcome.ways[way], standing.outcome.part
    if stands_alone(part):
        return None  # there are no other cells
    from hasila.tally.solving.derive import sums

    expr = settled.structure.expr(cell)
    value = None if expr is None else chosen.equations.value(expr)
    if expr is None or value is None or said is None:
        return None
    found = next(sums(expr, [(part, chosen)], cell, limit=1), None)
    return None if found is None else Mismatch(cell, said, value, found)


def _against(settled: Settled, standing: Standing, way: int) -> Iterator[Why]:
    """What speaks against it: others who name another number for the cell, and what other cells add up to."""
    outcome, cell = standing.outcome, standing.assertion.cell
    part, dropped = outcome.part, outcome.ways[way].dropped
    kept = [one for at, one in enumerate(part.assertions) if at not in dropped and one.cell == cell and one.exact]
    if kept:
        other, weight = max(kept, key=lambda one: one.weight), standing.assertion.weight
        yield Others(cell, other.value, other.weight, weight)
    found = mismatch(settled, standing, way)
    if found is not None:
        yield Adding(found.sum, found.given)
    if not kept and found is None:
        yield Simply("no room")
