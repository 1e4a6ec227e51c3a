"""The claims of a series cut into parts that have nothing to do with one another, so that each is solved alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hasila.tally.solving.assertions import Assertion
from hasila.tally.solving.linear import Expr
from hasila.tally.solving.structure import Rule, Structure


@dataclass(frozen=True, slots=True)
class Part:
    """Assertions that share variables, each with the expression of its cell, and the rules between them."""

    assertions: tuple[Assertion, ...]
    exprs: tuple[Expr, ...]
    rules: tuple[Rule, ...]

    @property
    def variables(self) -> frozenset[int]:
        exprs = [*self.exprs, *(rule.expr for rule in self.rules)]
        return frozenset(var for expr in exprs for var, _ in expr)


def parts(assertions: Sequence[Assertion], structure: Structure) -> Iterator[Part]:
    """``assertions`` grouped by the variables that they share, directly or through a rule."""
    exprs = [_expr(structure, assertion) for assertion in assertions]
    groups = _Groups()
    for expr in exprs:
        groups.join(expr)
    for rule in structure.rules:
        groups.join(rule.expr)
    for one, other in _same_choice(structure.rules):
        groups.join(one.expr[:1] + other.expr[:1])
    rules = defaultdict(list)
    for rule in structure.rules:
        rules[groups.of(rule.expr)].append(rule)
    members = defaultdict(list)
    for pair in zip(assertions, exprs, strict=True):
        members[groups.of(pair[1])].append(pair)
    for group, pairs in members.items():
        yield Part(tuple(one for one, _ in pairs), tuple(expr for _, expr in pairs), tuple(rules[group]))


def _expr(structure: Structure, assertion: Assertion) -> Expr:
    expr = structure.expr(assertion.cell)
    assert expr is not None, "time is cut at the windows of all assertions"
    return expr


def _same_choice(rules: Iterable[Rule]) -> Iterator[tuple[Rule, Rule]]:
    """Rules that hang on one structural reading, so that they are decided together."""
    first: dict[object, Rule] = {}
    for rule in rules:
        if rule.choice is not None:
            yield first.setdefault(rule.choice, rule), rule


class _Groups:
    """Variables that were joined, directly or through others (a disjoint-set forest)."""

    def __init__(self) -> None:
        self._up: dict[int, int] = {}

    def join(self, expr: Expr) -> None:
        tops = {self._top(var) for var, _ in expr}
        if tops:
            top = min(tops)
            for other in tops:
                self._up[other] = top

    def of(self, expr: Expr) -> int:
        return self._top(expr[0][0])

    def _top(self, var: int) -> int:
        self._up.setdefault(var, var)
        while self._up[var] != var:
            self._up[var] = self._up[self._up[var]]
            var = self._up[var]
        return var
