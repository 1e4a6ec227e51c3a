"""Which claims stand: by the equations alone where nothing contradicts, by the solver where something does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from math import prod

from hasila.tally.claim import Cell
from hasila.tally.solving.alone import lightest_alone, stands_alone
from hasila.tally.solving.linear import Equations, Expr
from hasila.tally.solving.parts import Part
from hasila.tally.solving.structure import Rule

# More equally light ways out than people read through.
WAYS_SHOWN = 24
# An assumption yields before any claim does: the lightest claim weighs as much as this many assumptions.
CLAIM_UNIT = 1_000
# Up to so many combinations of structural readings are tried out; more go to the solver.
_TRIED = 16
# More than anybody counts.
_AMPLE = 1_000_000
READINGS = ("beside", "inside")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to make all the rest hold: the assertions set aside (their places in the part), the structural readings.

    ``cost`` is the weight set aside in thousandths, with one for each assumption given up. ``equations`` is what then
    holds exactly.
    """

    dropped: frozenset[int]
    readings: Mapping[Cell, str]
    cost: int
    equations: Equations = field(compare=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Every lightest way for a part. ``margin``: by how much (in thousandths of weight) the next best is heavier."""

    part: Part
    ways: tuple[Way, ...]
    margin: int | None


def reconcile(part: Part) -> Outcome:
    """The lightest ways to make the claims of ``part`` hold; without a contradiction the one that keeps all."""
    ways = _undisputed(part)
    if ways:
        return Outcome(part, _distinct(part, ways), None)
    alone = lightest_alone(part, WAYS_SHOWN) if stands_alone(part) else None
    if alone is not None:
        sets, cost, more = alone
        found = [_way(part, dropped, {}, cost * CLAIM_UNIT) for dropped in sets]
        return Outcome(part, _distinct(part, found), None if more is None else more * CLAIM_UNIT)
    from hasila.tally.solving.solver import lightest

    choices, margin = lightest(part, WAYS_SHOWN)
    found = [_way(part, choice.dropped, choice.readings, choice.cost) for choice in choices]
    return Outcome(part, _distinct(part, found), margin)


def stated(part: Part, way: Way) -> Iterator[tuple[Expr, int, Cell | None]]:
    """What holds exactly in ``way``: each kept claim with its cell, each rule that equates parts with none."""
    for number, (assertion, expr) in enumerate(zip(part.assertions, part.exprs, strict=True)):
        if number not in way.dropped and assertion.low is not None and assertion.low == assertion.high:
            yield expr, assertion.low, assertion.cell
    for rule in part.rules:
        if rule.low is not None and rule.low == rule.high and _applies(rule, way, way.cost % CLAIM_UNIT == 0):
            yield rule.expr, rule.low, None


def agreed_by_all(part: Part, ways: Iterable[Way]) -> Equations:
    """The equations that hold whichever of the ways is taken."""
    rows = [set(stated(part, way)) for way in ways]
    equations = Equations()
    for expr, value, _ in sorted(set.intersection(*rows), key=repr):
        equations.add(expr, value)
    return equations


def without_reading(part: Part, way: Way, window: Cell) -> Equations:
    """What holds exactly in ``way``, however the modes of ``window`` are read."""
    neutral = replace(way, readings={cell: name for cell, name in way.readings.items() if cell != window})
    return agreed_by_all(part, [neutral])


def is_possible(part: Part, way: Way, window: Cell, name: str) -> bool:
    """Whether ``way`` could also be taken with that reading of ``window``, at the same cost."""
    turned = _way(part, way.dropped, {**way.readings, window: name}, way.cost)
    verdict = _holds(part, turned) if way.cost % CLAIM_UNIT == 0 else None
    if verdict is not None:
        return verdict
    from hasila.tally.solving.solver import Choice, can_hold

    return can_hold(part, Choice(turned.dropped, turned.readings, turned.cost))


def _undisputed(part: Part) -> list[Way]:
    """Ways that keep every claim and every assumption; none where there is none, or where equations can't tell."""
    open_to = _open_readings(part)
    if prod(len(names) for names in open_to.values()) > _TRIED:
        return []
    ways = []
    for names in product(*open_to.values()):
        way = _way(part, frozenset(), dict(zip(open_to, names, strict=True)), 0)
        verdict = _holds(part, way)
        if verdict is None:
            return []
        if verdict:
            ways.append(way)
    return ways


def _open_readings(part: Part) -> dict[Cell, list[str]]:
    """The structural readings that the claims of each window alone leave open."""
    windows = dict.fromkeys(rule.choice for rule in part.rules if rule.choice is not None)
    return {window: [name for name in READINGS if _possible(part, window, name)] for window in windows}


def _possible(part: Part, window: Cell, name: str) -> bool:
    """Whether the window's own claims allow the reading; where it has no unilateral ones, both say the same."""
    own = [pair for pair in zip(part.assertions, part.exprs, strict=True) if _window(pair[0].cell) == window]
    modes = {one.high for one, _ in own if one.cell.mode == "unilateral"}
    if modes == {0}:
        return name == READINGS[0]
    equations = Equations()
    way = Way(frozenset(), {window: name}, 0, equations)
    rules = [rule for rule in part.rules if _applies(rule, way, True) and rule.low == rule.high == 0]
    claims = [(expr, one.low) for one, expr in own if one.low is not None and one.low == one.high]
    return all(equations.add(expr, value) for expr, value in [*((rule.expr, 0) for rule in rules), *claims])


def _window(cell: Cell) -> Cell:
    """What the structural reading of ``cell`` hangs on: its days, wherever and in whatever mode."""
    return cell._replace(scope=None, mode=None, place=None)


def _way(part: Part, dropped: frozenset[int], readings: Mapping[Cell, str], cost: int) -> Way:
    """A way with its equations; assumptions are among them only where none was given up."""
    equations = Equations()
    way = Way(dropped, readings, cost, equations)
    for expr, low, high in _constraints(part, way, assumptions=cost % CLAIM_UNIT == 0):
        if low is not None and low == high:
            equations.add(expr, low)
    return way


def _holds(part: Part, way: Way) -> bool | None:
    """Whether nothing contradicts; None where equations alone can't tell."""
    for free in (0, _AMPLE):  # what is claimed of a place fits where its country is large enough
        solution = way.equations.solution(free)
        if solution is not None and min(solution.values(), default=0) >= 0 and _fits(part, way, solution, free):
            return True
    for expr, low, high in _constraints(part, way, assumptions=True):
        value = way.equations.value(expr)
        if value is not None and not _within(value, low, high):
            return False
    return None


def _fits(part: Part, way: Way, solution: Mapping[int, int], free: int) -> bool:
    return all(
        _within(sum(coef * solution.get(var, free) for var, coef in expr), low, high)
        for expr, low, high in _constraints(part, way, assumptions=True)
    )


def _within(value: int, low: int | None, high: int | None) -> bool:
    return (low is None or low <= value) and (high is None or value <= high)


def _constraints(part: Part, way: Way, assumptions: bool) -> Iterator[tuple[Expr, int | None, int | None]]:
    """Everything that must hold when ``way`` is taken, heaviest claims first."""
    kept = [number for number in range(len(part.assertions)) if number not in way.dropped]
    for rule in part.rules:
        if _applies(rule, way, assumptions):
            yield rule.expr, rule.low, rule.high
    for number in kept:
        yield part.exprs[number], part.assertions[number].low, part.assertions[number].high


def _applies(rule: Rule, way: Way, assumptions: bool) -> bool:
    if rule.assumption is not None and not assumptions:
        return False
    return rule.choice is None or way.readings.get(rule.choice) == rule.reading


def _distinct(part: Part, ways: list[Way]) -> tuple[Way, ...]:
    """Ways that differ in what they set aside or in what the claimed cells then are: the first of each kind."""
    seen: dict[object, Way] = {}
    for way in ways:
        values = tuple(way.equations.value(expr) for expr in _totals(part))
        seen.setdefault((way.dropped, values), way)
    return tuple(seen.values())


def _totals(part: Part) -> Iterator[Expr]:
    """What the structural readings can change: every variable of the part."""
    for var in sorted(part.variables):
        yield ((var, 1),)
