"""Exact linear equations over whole numbers: what they pin down, and a solution to try.

The cells of a tally are sums over common parts, so nearly everything that can be known of them follows from linear
equations. Solving these exactly is quick, and spares the solver all cases without a conflict.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import gcd

Expr = tuple[tuple[int, int], ...]
"""A sum over variables: (variable, factor) pairs, sorted by variable, no factor zero."""


def plus(*parts: tuple[int, Expr]) -> Expr:
    """The sum of ``factor`` × expression over ``parts``.

    >>> plus((1, ((0, 1), (1, 1))), (-1, ((1, 1),)))
    ((0, 1),)
    """
    total: dict[int, int] = {}
    for factor, expr in parts:
        for var, coef in expr:
            total[var] = total.get(var, 0) + factor * coef
    return tuple(sorted((var, coef) for var, coef in total.items() if coef))


class Equations:
    """A growing system of equations in row echelon form; every row's leading variable leads no other row."""

    def __init__(self) -> None:
        self._rows: dict[int, tuple[dict[int, int], int]] = {}

    def add(self, expr: Expr, value: int) -> bool:
        """Take in ``expr == value``; False where that contradicts what is there, and the system stays as it was."""
        row, rest, _ = self._reduced(expr, value)
        if not row:
            return rest == 0
        divisor = gcd(*row.values())
        if rest % divisor:
            return False
        self._rows[min(row)] = ({var: coef // divisor for var, coef in row.items()}, rest // divisor)
        return True

    def value(self, expr: Expr) -> int | None:
        """What the equations make of ``expr``; None where they leave it open."""
        row, rest, scale = self._reduced(expr, 0)
        if row or rest % scale:
            return None
        return -rest // scale

    def open_part(self, expr: Expr) -> frozenset[int]:
        """The variables that ``expr`` still hangs on once everything that the equations settle is replaced."""
        return frozenset(self._reduced(expr, 0)[0])

    def solution(self, free: int = 0) -> Mapping[int, int] | None:
        """The solution in which every free variable is ``free``; None where that isn't in whole numbers."""
        values: dict[int, int] = {}
        for lead in sorted(self._rows, reverse=True):
            row, rest = self._rows[lead]
            left = rest - sum(coef * values.get(var, free) for var, coef in row.items() if var != lead)
            if left % row[lead]:
                return None
            values[lead] = left // row[lead]
        return values

    def _reduced(self, expr: Expr, value: int) -> tuple[dict[int, int], int, int]:
        """``scale`` × (expr − value) with the leading variables of all rows replaced, as (terms, value, scale)."""
        row, rest, scale = dict(expr), value, 1
        while leads := [var for var in row if var in self._rows]:
            lead = min(leads)
            other, other_rest = self._rows[lead]
            up, down = other[lead], row[lead]
            shared = gcd(up, down)
            up, down = up // shared, down // shared
            if up < 0:
                up, down = -up, -down
            row = {var: up * coef for var, coef in row.items()}
            for var, coef in other.items():
                row[var] = row.get(var, 0) - down * coef
            row = {var: coef for var, coef in row.items() if coef}
            rest, scale = up * rest - down * other_rest, scale * up
        return row, rest, scale
