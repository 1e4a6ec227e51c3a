"""The claims of one series reconciled: what each cell is, or can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hasila.tally.claim import Cell
from hasila.tally.result import Mismatch
from hasila.tally.solving.alone import stands_alone
from hasila.tally.solving.assertions import Assertion
from hasila.tally.solving.linear import Expr
from hasila.tally.solving.parts import Part, parts
from hasila.tally.solving.reconcile import Outcome, Way, reconcile
from hasila.tally.solving.structure import Structure

if TYPE_CHECKING:
    from hasila.tally.solving.solver import Held

Bounds = tuple[int, int | None]
OPEN: Bounds = (0, None)


@dataclass(frozen=True, slots=True)
class Standing:
    """An assertion, and in how many of the lightest ways it is set aside."""

    assertion: Assertion
    outcome: Outcome
    number: int

    @property
    def always_dropped(self) -> bool:
        return all(self.number in way.dropped for way in self.outcome.ways)

    @property
    def never_dropped(self) -> bool:
        return not any(self.number in way.dropped for way in self.outcome.ways)


Elsewhere = Callable[[int, Cell], Iterable[Cell]]


def nowhere(value: int, cell: Cell) -> Iterable[Cell]:
    """Nothing was reconciled apart."""
    return ()


class Settled:
    """One series, reconciled part by part. Cells are asked for one by one; unclaimed ones may be.

    ``elsewhere`` gives the cells like one, in windows that were reconciled apart, of which a number is claimed.
    """

    def __init__(self, assertions: Sequence[Assertion], elsewhere: Elsewhere = nowhere) -> None:
        self.elsewhere = elsewhere
        self.structure = Structure(assertion.cell for assertion in assertions)
        self.outcomes = tuple(reconcile(part) for part in parts(assertions, self.structure))
        self._outcome_of = {var: outcome for outcome in self.outcomes for var in outcome.part.variables}
        self._searches: dict[tuple[int, int], Held] = {}
        self._found: dict[tuple[int, int, Expr], Bounds] = {}
        self.mismatches: dict[tuple[int, int, int], Mismatch | None] = {}
        """Sums that contradict an assertion, by outcome, assertion and way, as far as they were asked for."""

    def standings(self) -> dict[Cell, list[Standing]]:
        """What is said of each claimed cell."""
        found: dict[Cell, list[Standing]] = defaultdict(list)
        for outcome in self.outcomes:
            for number, assertion in enumerate(outcome.part.assertions):
                found[assertion.cell].append(Standing(assertion, outcome, number))
        return found

    @cached_property
    def by_value(self) -> Mapping[int | None, list[Assertion]]:
        """The assertions by the number that they name."""
        found: dict[int | None, list[Assertion]] = defaultdict(list)
        for outcome in self.outcomes:
            for assertion in outcome.part.assertions:
                found[assertion.value].append(assertion)
        return found

    def value(self, cell: Cell) -> int | None:
        """The cell's number where every lightest way leaves just one, by sums alone; None otherwise."""
        expr = self.structure.expr(cell)
        if expr is None:
            return None
        total = 0
        for outcome, terms in self._cut(expr):
            values = {way.equations.value(terms) for way in outcome.ways} if outcome else {None}
            value = values.pop()
            if values or value is None:
                return None
            total += value
        return total

    def outcomes_of(self, cell: Cell) -> tuple[Outcome, ...]:
        """The outcomes of the parts that a cell reaches into; none where nothing is known of some of it."""
        expr = self.structure.expr(cell)
        found = [outcome for outcome, _ in self._cut(expr)] if expr is not None else []
        known = tuple(outcome for outcome in found if outcome is not None)
        return known if len(known) == len(found) else ()

    def bounds(self, cell: Cell) -> Bounds:
        """The least and the most that the cell can be over all lightest ways; None is open."""
        expr = self.structure.expr(cell)
        if expr is None:
            return OPEN
        low, high = 0, 0
        is_open = False
        for outcome, terms in self._cut(expr):
            found = [self._in_way(outcome, way, terms) for way in outcome.ways] if outcome else [OPEN]
            low += min(least for least, _ in found)
            is_open |= any(most is None for _, most in found)
            high += max(most or 0 for _, most in found)
        return low, None if is_open else high

    def in_way(self, outcome: Outcome, way: Way, cell: Cell) -> Bounds:
        """The least and the most that a cell of one part can be if one of the ways is taken."""
        expr = self.structure.expr(cell)
        assert expr is not None, "the cells of a part are sums of its variables"
        return self._in_way(outcome, way, expr)

    def _in_way(self, outcome: Outcome, way: Way, expr: Expr) -> Bounds:
        value = way.equations.value(expr)
        if value is not None:
            return value, value
        if stands_alone(outcome.part):
            return _together(outcome.part, way)
        from hasila.tally.solving.solver import Choice, Held

        key = (id(outcome), outcome.ways.index(way))
        if (*key, expr) not in self._found:
            if key not in self._searches:
                self._searches[key] = Held(outcome.part, Choice(way.dropped, way.readings, way.cost))
            self._found[*key, expr] = self._searches[key].bounds(expr)
        return self._found[*key, expr]

    def _cut(self, expr: Expr) -> Iterator[tuple[Outcome | None, Expr]]:
        """``expr`` in pieces, each with the outcome of the part that it belongs to."""
        terms: dict[int, list[tuple[int, int]]] = defaultdict(list)
        outcomes: dict[int, Outcome | None] = {}
        for var, coef in expr:
            outcome = self._outcome_of.get(var)
            outcomes[id(outcome)] = outcome
            terms[id(outcome)].append((var, coef))
        for key, pairs in terms.items():
            yield outcomes[key], tuple(pairs)


def _together(part: Part, way: Way) -> Bounds:
    """What all the kept claims of one cell leave."""
    kept = [one for number, one in enumerate(part.assertions) if number not in way.dropped]
    highs = [one.high for one in kept if one.high is not None]
    return max((one.low for one in kept if one.low is not None), default=0), min(highs, default=None)
