"""The arithmetic behind a cell: the fewest stated numbers whose sum or difference it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from hasila.tally.claim import Cell
from hasila.tally.solving.assertions import order
from hasila.tally.solving.linear import Equations, Expr
from hasila.tally.solving.parts import Part
from hasila.tally.solving.reconcile import Way, stated
from hasila.tally.why import Sum

_MOST = 3
# A stated number is dearer than a rule, so that sums stay short; rules only link them.
_DEAR, _CHEAP = 100, 1


@dataclass(frozen=True, slots=True)
class _Term:
    expr: Expr
    value: int
    cell: Cell | None


def sums(expr: Expr, parts: Sequence[tuple[Part, Way]], without: Cell | None = None, limit: int = 2) -> Iterator[Sum]:
    """Up to ``limit`` sums that give ``expr``, shortest first, each without one number that the one before rests on, in
    whatever mode that is stated.

    ``without`` is a cell that must not be used, in whatever mode: what is said of it proves nothing of it.
    """
    terms = [_Term(*row) for part, way in parts for row in stated(part, way) if not _is(row[2], without)]
    for _ in range(limit):
        found = _shortest(expr, terms)
        if not found:
            return
        used = sorted(((factor, term) for factor, term in found if term.cell), key=_in_order)
        if not used:
            return
        yield Sum(tuple((factor, term.cell, term.value) for factor, term in used if term.cell is not None))
        largest = max((term for _, term in used), key=lambda term: len(term.expr))
        terms = [term for term in terms if not _is(term.cell, largest.cell)]


def _in_order(one: tuple[int, _Term]) -> tuple[int, tuple[str, ...]]:
    """What is added before what is taken away, and the months as they follow one another."""
    factor, term = one
    return -factor, () if term.cell is None else order(term.cell)


def _is(cell: Cell | None, without: Cell | None) -> bool:
    return cell is not None and without is not None and cell._replace(mode=without.mode) == without


def _shortest(expr: Expr, terms: Sequence[_Term]) -> list[tuple[int, _Term]]:
    if not _follows(expr, terms):
        return []
    model = cp_model.CpModel()
    factors = [model.new_int_var(-_MOST, _MOST, f"factor {number}") for number in range(len(terms))]
    sizes = [model.new_int_var(0, _MOST, f"size {number}") for number in range(len(terms))]
    for factor, size in zip(factors, sizes, strict=True):
        model.add_abs_equality(size, factor)
    wanted = dict(expr)
    for var in wanted.keys() | {var for term in terms for var, _ in term.expr}:
        uses = [(factor, dict(term.expr)[var]) for factor, term in zip(factors, terms, strict=True) if _has(term, var)]
        total = cp_model.LinearExpr.weighted_sum([factor for factor, _ in uses], [coef for _, coef in uses])
        model.add(total == wanted.get(var, 0))
    model.minimize(cp_model.LinearExpr.weighted_sum(sizes, [_DEAR if term.cell else _CHEAP for term in terms]))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    if solver.solve(model) != cp_model.OPTIMAL:
        return []
    pairs = [(solver.value(factor), term) for factor, term in zip(factors, terms, strict=True)]
    return [(factor, term) for factor, term in pairs if factor]


def _follows(expr: Expr, terms: Sequence[_Term]) -> bool:
    """Whether ``expr`` is made of multiples of the terms at all. Asked first: most numbers follow from no others, and
    to find that out by a model takes longer than all else that is told of one."""
    known = Equations()
    for term in terms:
        known.add(term.expr, 0)
    return not known.open_part(expr)


def _has(term: _Term, var: int) -> bool:
    return any(var == other for other, _ in term.expr)
