"""Why a claim was set aside, in words: what the others add up to, and where its number may have come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hasila.tally.assertions import Assertion
from hasila.tally.claim import Cell
from hasila.tally.names import cell_name
from hasila.tally.result import Mismatch, Sum
from hasila.tally.settled import Settled, Standing


def because(settled: Settled, standing: Standing, way: int = 0) -> str:
    """Why the assertion does not stand when that way is taken, as one sentence."""
    return "; ".join([*_against(settled, standing, way), *_elsewhere(settled, standing.assertion)])


def mismatch(settled: Settled, standing: Standing, way: int) -> Mismatch | None:
    """The sum that contradicts the assertion in one of the ways; None where no exact sum of other cells does."""
    key = (id(standing.outcome), standing.number, way)
    if key not in settled.mismatches:
        settled.mismatches[key] = _mismatch(settled, standing, way)
    return settled.mismatches[key]


def _mismatch(settled: Settled, standing: Standing, way: int) -> Mismatch | None:
    from hasila.tally.derive import sums

    cell, said = standing.assertion.cell, standing.assertion.value
    chosen, part = standing.outcome.ways[way], standing.outcome.part
    expr = settled.structure.expr(cell)
    value = None if expr is None else chosen.equations.value(expr)
    if expr is None or value is None or said is None:
        return None
    found = next(sums(expr, [(part, chosen)], cell, limit=1), None)
    return None if found is None else Mismatch(cell, said, value, found)


def _against(settled: Settled, standing: Standing, way: int) -> Iterator[str]:
    """What speaks against it: others who name another number for the cell, and what other cells add up to."""
    outcome, cell = standing.outcome, standing.assertion.cell
    part, dropped = outcome.part, outcome.ways[way].dropped
    kept = [one for at, one in enumerate(part.assertions) if at not in dropped and one.cell == cell and one.exact]
    if kept:
        other, weight = max(kept, key=lambda one: one.weight), standing.assertion.weight
        more = "claims of more weight say" if other.weight > weight else "others say"
        yield f"{more} {other.value} ({other.weight} against {weight})"
    found = mismatch(settled, standing, way)
    if found is not None:
        yield f"{arithmetic(found.sum)} = {found.given}"
    if not kept and found is None:
        yield "the rest leaves no room for it"


def arithmetic(total: Sum) -> str:
    """A sum as people write it: 30 (Iraq and Syria) − 6 (Syria)."""
    first, *others = total.terms
    common = first[1]
    words = [f"{_factor(first[0], True)}{first[2]} ({cell_name(first[1], common, True)})"]
    words += [f"{_factor(factor, False)}{value} ({cell_name(cell, common)})" for factor, cell, value in others]
    return " ".join(words)


def _factor(factor: int, first: bool) -> str:
    sign = "−" if factor < 0 else ("" if first else "+")
    times = f"{abs(factor)}×" if abs(factor) != 1 else ""
    return f"{sign}{'' if first and not sign else ' ' if not first else ''}{times}"


def _elsewhere(settled: Settled, assertion: Assertion) -> Iterator[str]:
    """The same number stated of a neighbouring cell: the likeliest slip, named so that people can look."""
    value = assertion.value
    near = [other for other in settled.by_value.get(value, ()) if _is_near(assertion.cell, other.cell)]
    if value is not None and value > 1 and near:
        other = min(near, key=lambda one: (_distance(assertion.cell, one.cell), repr(one.cell)))
        yield f"{value} is what is stated for {cell_name(other.cell, assertion.cell)}"


def _is_near(cell: Cell, other: Cell) -> bool:
    """One slot apart: another measure, country or mode of the same days, or the same thing of other days."""
    if cell == other:
        return False
    same_days = (cell.start, cell.end) == (other.start, other.end)
    return same_days or replace(other, start=cell.start, end=cell.end) == cell


def _distance(cell: Cell, other: Cell) -> int:
    if cell.start is None or other.start is None:
        return 0
    return abs((cell.start - other.start).days)
