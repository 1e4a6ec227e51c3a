"""How the cells of a series hang together: every cell as a sum over common parts, and what must hold between them.

Time is cut at every first and last day that a claim names, so that a quarter and the months inside it are sums of the
same pieces and windows that overlap are never added. Countries are the other axis, and each named place an area of
its own that is no larger than its country. Modes belong to one window each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from hasila.model import Measure
from hasila.tally.claim import Cell
from hasila.tally.solving.linear import Expr, plus

_DAY = timedelta(days=1)
_COMBINED: tuple[Measure, Measure] = ("killed", "detained")


@dataclass(frozen=True, slots=True)
class Rule:
    """``expr`` lies between ``low`` and ``high`` (None: open).

    ``choice`` and ``reading`` make it a rule of only one structural reading of a window; ``assumption`` says why a rule
    that nobody stated is taken to hold as long as no claim speaks against it.
    """

    expr: Expr
    low: int | None
    high: int | None
    choice: Cell | None = None
    reading: str | None = None
    assumption: str | None = None


class Structure:
    """The cells of one series as sums over parts. ``rules`` says what holds between the parts."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        self._cells = sorted(set(cells), key=repr)
        self._vars: dict[object, int] = {}
        self._edges = edges_of(self._cells)
        self._modes = _modes(self._cells)
        self._exprs: dict[Cell, Expr] = {}
        self.rules: tuple[Rule, ...] = tuple(self._all_rules())

    def expr(self, cell: Cell) -> Expr | None:
        """``cell`` as a sum over parts; None where the pieces of time don't add up to its days."""
        if cell not in self._exprs:
            made = self._made(cell)
            if made is None:
                return None
            self._exprs[cell] = made
        return self._exprs[cell]

    def pieces(self, measure: Measure) -> Iterator[tuple[date, date]]:
        """The first and the last day of each piece of time, in order."""
        for start, after in pairwise(self._edges.get(measure, ())):
            yield start, after - _DAY

    def _made(self, cell: Cell) -> Expr | None:
        if cell.start is None or cell.end is None or cell.scope is None or cell.measure == "casualties":
            return self._part(cell)
        if cell.mode is not None and cell.place is not None:
            return self._part(cell)
        if cell.mode is not None:
            return plus(*((1, self._part(cell._replace(scope=country))) for country in cell.scope.split("+")))
        return self._window(cell)

    def _window(self, cell: Cell) -> Expr | None:
        """All pieces of time from the first day to the last, in each of the countries, or in the one place."""
        assert cell.start is not None
        assert cell.end is not None
        assert cell.scope is not None
        edges = self._edges.get(cell.measure, [])
        first, last = bisect_left(edges, cell.start), bisect_left(edges, cell.end + _DAY)
        if last >= len(edges) or edges[first] != cell.start or edges[last] != cell.end + _DAY:
            return None
        areas = cell.scope.split("+") if cell.place is None else [f"{cell.scope}/{cell.place}"]
        parts = ((cell.measure, area, edges[piece]) for area in areas for piece in range(first, last))
        return plus(*((1, self._part(part)) for part in parts))

    def _part(self, key: object) -> Expr:
        return ((self._vars.setdefault(key, len(self._vars)), 1),)

    def _all_rules(self) -> Iterator[Rule]:
        for cell in self._cells:
            if cell.place is not None and (whole := self.expr(cell._replace(place=None))):
                yield Rule(plus((1, whole), (-1, self._known(cell))), 0, None)
            if cell.measure == "casualties":
                yield from self._combined(cell)
        for (window, country), stated in sorted(self._modes.items(), key=repr):
            yield from self._split(window._replace(scope=country), stated)

    def _combined(self, cell: Cell) -> Iterator[Rule]:
        """Killed and caught in one number: no fewer than the killed, and usually those two added up."""
        killed, detained = (self.expr(cell._replace(measure=measure)) for measure in _COMBINED)
        if killed is None or detained is None:
            return
        both = self._known(cell)
        yield Rule(plus((1, both), (-1, killed)), 0, None)
        yield Rule(plus((1, both), (-1, killed), (-1, detained)), 0, 0, assumption="killed and detained make the sum")

    def _split(self, whole: Cell, stated: frozenset[str]) -> Iterator[Rule]:
        """Partnered and unilateral ones make the whole of a country; which way is a choice where both are stated."""
        total = self.expr(whole)
        if total is None:
            return
        partnered = self._known(whole._replace(mode="partnered"))
        unilateral = self._known(whole._replace(mode="unilateral"))
        beside = plus((1, total), (-1, partnered), (-1, unilateral))
        if stated == {"partnered", "unilateral"}:
            choice = whole._replace(scope=None)
            yield Rule(beside, 0, 0, choice, "beside")
            yield Rule(plus((1, total), (-1, partnered)), 0, 0, choice, "inside")
            yield Rule(plus((1, partnered), (-1, unilateral)), 0, None, choice, "inside")
            return
        yield Rule(beside, 0, 0)
        if "unilateral" not in stated:
            yield Rule(unilateral, 0, 0, assumption="no unilateral ones where none are stated")

    def _known(self, cell: Cell) -> Expr:
        expr = self.expr(cell)
        assert expr is not None, cell
        return expr


def edges_of(cells: Iterable[Cell]) -> Mapping[Measure, list[date]]:
    """The days at which the time of each measure is cut: on which a window starts, or which follow the end of one."""
    return {measure: _edges(spans) for measure, spans in _spans(cells).items()}


def _spans(cells: Iterable[Cell]) -> Mapping[Measure, list[tuple[date, date]]]:
    """The windows of each measure; one that counts killed and caught together cuts the time of both."""
    spans: dict[Measure, list[tuple[date, date]]] = defaultdict(list)
    for cell in cells:
        if cell.start is not None and cell.end is not None and cell.scope is not None:
            for measure in _COMBINED if cell.measure == "casualties" else (cell.measure,):
                spans[measure].append((cell.start, cell.end))
    return spans


def _edges(spans: Iterable[tuple[date, date]]) -> list[date]:
    """Every day on which a window starts, or which follows the end of one."""
    return sorted({day for start, end in spans for day in (start, end + _DAY)})


def _modes(cells: Iterable[Cell]) -> Mapping[tuple[Cell, str], frozenset[str]]:
    """Which modes are stated of each country in each window."""
    modes: dict[tuple[Cell, str], frozenset[str]] = defaultdict(frozenset)
    for cell in cells:
        if cell.mode is not None and cell.place is None and cell.scope is not None and cell.start and cell.end:
            for country in cell.scope.split("+"):
                modes[cell._replace(mode=None, scope=None), country] |= {cell.mode}
    return modes
