"""The exact problem, put to a solver (OR-tools CP-SAT): the lightest sets of assertions to set aside, and bounds.

Everything is in whole numbers, so that nothing is lost to rounding. The solver runs on one thread without random
choices: the same claims give the same answer on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from hasila.tally.claim import Cell
from hasila.tally.solving.assertions import Assertion
from hasila.tally.solving.linear import Expr
from hasila.tally.solving.parts import Part
from hasila.tally.solving.reconcile import CLAIM_UNIT, READINGS

# No published count comes near it; a bound that reaches it is open.
_CEILING = 10_000_000


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to make everything hold: what is set aside, and which structural reading each window takes.

    ``dropped`` holds the places of the assertions. ``cost`` is their weight in thousandths; assumptions that are given
    up count one each.
    """

    dropped: frozenset[int]
    readings: Mapping[Cell, str]
    cost: int


def lightest(part: Part, limit: int) -> tuple[tuple[Choice, ...], int | None]:
    """Every choice of the least cost, at most ``limit`` of them, and how much dearer the next best one is.

    Choices differ in what they set aside or in a structural reading. The second part is None where nothing else is
    possible, or where the limit was reached first.
    """
    model = _Model(part)
    model.minimise_cost()
    found: list[Choice] = []
    while len(found) < limit:
        choice = model.best()
        if choice is None:
            return _in_order(found), None
        if found and choice.cost > found[0].cost:
            return _in_order(found), choice.cost - found[0].cost
        found.append(choice)
        model.forbid(choice)
    return _in_order(found), None


class Held:
    """A part with a choice taken: how far each expression can still move."""

    def __init__(self, part: Part, choice: Choice) -> None:
        self._model = _Model(part)
        self._model.take(choice)

    def bounds(self, expr: Expr) -> tuple[int, int | None]:
        """The least and the most that ``expr`` can be; None is open."""
        low, high = self._model.extreme(expr, 1), self._model.extreme(expr, -1)
        return low, None if high >= _CEILING else high


def can_hold(part: Part, choice: Choice) -> bool:
    """Whether everything that ``choice`` keeps can be true at once."""
    model = _Model(part)
    model.take(choice)
    return model.best() is not None


def otherwise(part: Part, expr: Expr, value: int) -> Choice | None:
    """The cheapest choice under which ``expr`` is another number than ``value``; None where there is none."""
    model = _Model(part)
    model.exclude(expr, value)
    model.minimise_cost()
    return model.best()


def _in_order(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    return tuple(sorted(choices, key=lambda choice: (sorted(choice.dropped), repr(sorted(choice.readings.values())))))


class _Model:
    """A part in the terms of the solver."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._model = cp_model.CpModel()
        self._vars: dict[int, cp_model.IntVar] = {}
        self._readings: dict[Cell, cp_model.IntVar] = {}
        self._by_figures: dict[frozenset[str], cp_model.IntVar] = {}
        self._dropped = [self._drop(assertion) for assertion in part.assertions]
        self._given_up: dict[int, cp_model.IntVar] = {}
        self._state()

    def minimise_cost(self) -> None:
        self._model.minimize(self._cost())

    def best(self) -> Choice | None:
        """A choice of the least cost; None where nothing is left."""
        solver = self._solved()
        if solver is None:
            return None
        return Choice(
            frozenset(n for n, var in enumerate(self._dropped) if solver.boolean_value(var)),
            {cell: READINGS[solver.boolean_value(var)] for cell, var in self._readings.items()},
            round(solver.objective_value),
        )

    def forbid(self, choice: Choice) -> None:
        """From now on at least one assertion must be treated, or one window be read, otherwise."""
        self._model.add_bool_or([var.negated() if taken else var for var, taken in self._decided(choice)])

    def exclude(self, expr: Expr, value: int) -> None:
        """From now on ``expr`` must be less or more than ``value``."""
        less = self._model.new_bool_var("less")
        self._limit(expr, None, value - 1, [less])
        self._limit(expr, value + 1, None, [less.negated()])

    def take(self, choice: Choice) -> None:
        """Decide everything as ``choice`` does; which assumptions are given up stays open, but not how many."""
        for var, taken in self._decided(choice):
            self._model.add(var == int(taken))
        self._model.add(self._cost() == choice.cost)

    def extreme(self, expr: Expr, sign: int) -> int:
        """The least (``sign`` 1) or the most (-1) that ``expr`` can be."""
        self._model.minimize(sign * self._sum(expr))
        solver = self._solved()
        assert solver is not None, "a choice that was found can be taken"
        return sign * round(solver.objective_value)

    def _decided(self, choice: Choice) -> Iterator[tuple[cp_model.IntVar, bool]]:
        yield from ((var, number in choice.dropped) for number, var in enumerate(self._dropped))
        yield from ((var, choice.readings[cell] == "inside") for cell, var in self._readings.items())

    def _state(self) -> None:
        for number, (assertion, expr) in enumerate(zip(self._part.assertions, self._part.exprs, strict=True)):
            kept = self._dropped[number].negated()
            self._limit(expr, assertion.low, assertion.high, [kept])
        for number, rule in enumerate(self._part.rules):
            literals: list[cp_model.LiteralT] = []
            if rule.assumption is not None:
                self._given_up[number] = self._model.new_bool_var(f"give up {number}")
                literals.append(self._given_up[number].negated())
            if rule.choice is not None:
                inside = self._readings.setdefault(rule.choice, self._model.new_bool_var(f"inside {rule.choice}"))
                literals.append(inside if rule.reading == "inside" else inside.negated())
            self._limit(rule.expr, rule.low, rule.high, literals)

    def _drop(self, assertion: Assertion) -> cp_model.IntVar:
        """Whether it is set aside: decided once for all that the same figures say."""
        return self._by_figures.setdefault(assertion.figures, self._model.new_bool_var(f"drop {assertion.cell}"))

    def _limit(self, expr: Expr, low: int | None, high: int | None, literals: list[cp_model.LiteralT]) -> None:
        total = self._sum(expr)
        for made in (
            None if low is None else self._model.add(total >= low),
            None if high is None else self._model.add(total <= high),
        ):
            if made is not None and literals:
                made.only_enforce_if(*literals)

    def _sum(self, expr: Expr) -> cp_model.LinearExprT:
        return cp_model.LinearExpr.weighted_sum([self._var(var) for var, _ in expr], [coef for _, coef in expr])

    def _var(self, number: int) -> cp_model.IntVar:
        if number not in self._vars:
            self._vars[number] = self._model.new_int_var(0, _CEILING, f"part {number}")
        return self._vars[number]

    def _cost(self) -> cp_model.LinearExprT:
        weights: dict[frozenset[str], int] = {}
        for assertion in self._part.assertions:
            weights[assertion.figures] = max(weights.get(assertion.figures, 0), assertion.weight * CLAIM_UNIT)
        costs = [(self._by_figures[figures], weight) for figures, weight in weights.items()]
        costs += [(var, 1) for var in self._given_up.values()]
        return cp_model.LinearExpr.weighted_sum([var for var, _ in costs], [cost for _, cost in costs])

    def _solved(self) -> cp_model.CpSolver | None:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 1
        # sums of months and countries are bounded well by their relaxation, and badly by looking at one after another
        solver.parameters.linearization_level = 2
        return solver if solver.solve(self._model) == cp_model.OPTIMAL else None
