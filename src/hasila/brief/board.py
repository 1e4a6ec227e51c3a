"""The rows of one period, laid out so that they can be asked for, with the claims and sources behind each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar, get_args

from hasila.brief.quantity import Quantity, quantity
from hasila.model import Measure, Mode
from hasila.tally.calendar import Window
from hasila.tally.claim import Cell, Claim, Source
from hasila.tally.result import Conflict, Row, Statement, Tally

_K = TypeVar("_K")
_V = TypeVar("_V")

_STANDING = ("official", "reference", "agency", "outlet")
_MEASURES = get_args(Measure)
_BOTH: tuple[Mode | None, ...] = (None, "partnered", "unilateral")


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The claims of a tally by their cells, and its rows by their days, in their order; ``starting`` are the cells by
    their first day, ``conflicts`` the places of conflicts in the tally by the cells that they are about."""

    claims: Mapping[Cell, tuple[Claim, ...]]
    rows: Mapping[tuple[date | None, date | None], tuple[Row, ...]]
    starting: Mapping[date | None, tuple[Cell, ...]]
    conflicts: Mapping[Cell, tuple[int, ...]]


@dataclass(frozen=True)
class Board:
    """What a tally holds of one series over exactly these days, of countries or of one ``place`` inside them.

    ``said`` is the tally laid out (:func:`laid_out`), where that was done before.
    """

    tally: Tally
    series: str
    days: Window
    place: str | None = None
    said: LaidOut | None = None

    def over(self, days: Window) -> Board:
        """The same of other days."""
        return replace(self, days=days, place=None, said=self._said)

    @cached_property
    def rows(self) -> dict[tuple[Measure, str, Mode | None], Row]:
        """The rows by measure, scope and mode; the mode matters for operations alone."""
        here = sorted((row for row in self._said.rows.get(self.days, ()) if self._is_here(row.cell)), key=_order)
        return {(row.cell.measure, row.cell.scope, row.cell.mode): row for row in here if row.cell.scope}

    @cached_property
    def main_rows(self) -> list[Row]:
        """The rows that count both modes, and those by mode where nothing counts both."""
        return [
            row
            for (measure, scope, mode), row in self.rows.items()
            if not mode or (measure, scope, None) not in self.rows
        ]

    def _is_here(self, cell: Cell) -> bool:
        counted = cell.mode is None or cell.measure == "operations"
        return counted and (cell.series, cell.place) == (self.series, self.place)

    @cached_property
    def overall(self) -> str | None:
        """The scope that holds all others; None where none does ("IQ" and "SY", but no total of both)."""
        scopes = {scope for _, scope, _ in self.rows}
        widest = max(scopes, key=lambda scope: (len(scope.split("+")), scope), default=None)
        if widest is None or any(not set(scope.split("+")) <= set(widest.split("+")) for scope in scopes):
            return None
        return widest

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The single countries inside, in the order of their codes."""
        scopes = {scope for _, scope, _ in self.rows if "+" not in scope and scope != self.overall}
        return tuple(sorted(scopes | set((self.overall or "").split("+")) - {"", self.overall}))

    @cached_property
    def places(self) -> list[str]:
        """The named places inside countries that have rows of their own."""
        here = (row.cell for row in self._said.rows.get(self.days, ()))
        return sorted({cell.place for cell in here if cell.place and cell.series == self.series})

    def parts_of_period(self) -> list[Window]:
        """The longest periods inside this one that have rows of whole countries and don't overlap, in their order."""
        held = {
            (row.cell.start, row.cell.end) for row in self.tally.rows if row.state != "derived" and self._counts(row)
        }
        chosen: list[Window] = []
        for start, end in sorted(held, key=_longest_first):
            if start and end and not any(start <= last and first <= end for first, last in chosen):
                chosen.append((start, end))
        return sorted(chosen)

    def _counts(self, row: Row) -> bool:
        cell = row.cell
        inside = cell.start and cell.end and self.days[0] <= cell.start and cell.end <= self.days[1]
        return bool(inside) and (cell.series, cell.place, cell.measure) == (self.series, None, "operations")

    def row(self, measure: Measure, scope: str, mode: Mode | None = None) -> Row | None:
        """The row of a cell, where the tally has one."""
        return self.rows.get((measure, scope, mode))

    def quantity(self, measure: Measure, scope: str, mode: Mode | None = None) -> Quantity | None:
        """How many, None where that is unknown."""
        row = self.row(measure, scope, mode)
        return quantity(row, self.agreeing(row)) if row else None

    def modes(self, scope: str) -> tuple[Row, ...]:
        """The rows of operations at a place: all, with partners, alone."""
        found = (self.row("operations", scope, mode) for mode in _BOTH)
        return tuple(row for row in found if row)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements that these rows belong to."""
        wanted = {row.statement for row in self.rows.values()}
        return tuple(one for one in self.tally.statements if one.id in wanted)

    @cached_property
    def _said(self) -> LaidOut:
        return laid_out(self.tally) if self.said is None else self.said

    def claims(self, cell: Cell) -> tuple[Claim, ...]:
        """Every claim of a cell that a statement holds."""
        return self._said.claims.get(cell, ())

    def conflicts(self) -> tuple[Conflict, ...]:
        """What contradicts what about these rows."""
        found = {at for row in self.rows.values() for at in self._said.conflicts.get(row.cell, ())}
        return tuple(self.tally.conflicts[at] for at in sorted(found))

    def agreeing(self, row: Row) -> tuple[Claim, ...]:
        """The claims of a row that were not set aside."""
        if not row.set_aside:
            return self.claims(row.cell)
        aside = {claim for one in row.set_aside for claim in one.claims}
        return tuple(claim for claim in self.claims(row.cell) if claim.id not in aside)

    def basis(self, row: Row) -> tuple[Claim, ...]:
        """What a row rests on: the agreeing claims, without those whose period was only inferred if others state it."""
        claims = self.agreeing(row)
        return tuple(claim for claim in claims if claim.basis != "inferred") or claims

    def sources(self, claims: Sequence[Claim]) -> list[Source]:
        """The documents of claims, each once: the official ones first, then the earliest."""
        keys = dict.fromkeys(claim.document for claim in claims)
        found = [self.tally.sources[key] for key in keys if key in self.tally.sources]
        return sorted(found, key=lambda one: (_STANDING.index(one.standing), str(one.published or "~"), one.id))


def laid_out(tally: Tally) -> LaidOut:
    """A tally laid out for the briefs of any period."""
    rows: dict[tuple[date | None, date | None], list[Row]] = {}
    for row in tally.rows:
        rows.setdefault((row.cell.start, row.cell.end), []).append(row)
    claims = _claims_by_cell(tally)
    starting: dict[date | None, list[Cell]] = {}
    for cell in claims:
        starting.setdefault(cell.start, []).append(cell)
    conflicts: dict[Cell, list[int]] = {}
    for at, conflict in enumerate(tally.conflicts):
        for cell in conflict.cells:
            conflicts.setdefault(cell, []).append(at)
    return LaidOut(claims, _fixed(rows), _fixed(starting), _fixed(conflicts))


def _fixed(lists: Mapping[_K, list[_V]]) -> dict[_K, tuple[_V, ...]]:
    return {key: tuple(held) for key, held in lists.items()}


def _claims_by_cell(tally: Tally) -> dict[Cell, tuple[Claim, ...]]:
    """Every claim that a statement holds, by its cell."""
    held: dict[Cell, dict[str, Claim]] = {}
    for statement in tally.statements:
        for claim in statement.claims:
            held.setdefault(claim.cell, {})[claim.id] = claim
    return {cell: tuple(claims.values()) for cell, claims in held.items()}


def _order(row: Row) -> tuple[int, int, str, str]:
    cell = row.cell
    return _MEASURES.index(cell.measure), -len(cell.scope or ""), cell.scope or "", cell.mode or ""


def _longest_first(days: tuple[date | None, date | None]) -> tuple[int, str]:
    start, end = days
    return (start - end).days if start and end else 0, str(start)


def series_of(said: LaidOut, days: Window, known: Collection[str]) -> str | None:
    """The known series that has most to say of these days, the first by name among equals; None where none does."""
    counted = Counter(row.cell.series for row in said.rows.get(days, ()))
    return min((name for name in counted if name in known), key=lambda name: (-counted[name], name), default=None)
