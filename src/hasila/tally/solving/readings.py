"""How a statement that counts partnered and unilateral operations has to be read, and the arithmetic that says so.

Some bulletins count the unilateral operations among the partnered ones ("15 partnered operations, two of them by US
forces alone"), others beside them, and few say which. The sums tell: both ways are tried, and the one that adds up
holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from hasila.tally.claim import Cell
from hasila.tally.result import Statement
from hasila.tally.rows import Book
from hasila.tally.solving.assertions import order
from hasila.tally.solving.linear import Equations, Expr
from hasila.tally.solving.parts import Part
from hasila.tally.solving.reconcile import READINGS, Outcome, Way, is_possible, without_reading
from hasila.tally.telling import told
from hasila.tally.why import EitherWay, Modes, Simply, Why

EITHER = "either"
_NO_SUM = Simply("the other reading contradicts")


@dataclass(frozen=True, slots=True)
class Reading:
    """The structural reading of one window: "inside", "beside" or "either", and why."""

    window: Cell
    name: str
    why: Why

    @property
    def reason(self) -> str:
        """Why, in English."""
        return told([self.why])


def with_readings(statements: Iterable[Statement], books: Iterable[Book]) -> tuple[Statement, ...]:
    """``statements`` with the reading that holds of each; those without unilateral operations stay as they are."""
    found: dict[tuple[str, str], Reading] = {}
    for book in books:
        for reading in readings(book):
            key = book.statement(reading.window), reading.window.series
            if key not in found or reading.window.measure == "operations":
                found[key] = reading
    return tuple(_with(statement, found.get((statement.id, statement.series))) for statement in statements)


def readings(book: Book) -> Iterator[Reading]:
    """The reading of each window of a book that states partnered and unilateral operations."""
    for outcome in book.settled.outcomes:
        for window in _windows(outcome):
            yield _reading(book, outcome, window)


def _with(statement: Statement, reading: Reading | None) -> Statement:
    return statement if reading is None else replace(statement, reading=reading.name, why=reading.why)


def _windows(outcome: Outcome) -> list[Cell]:
    """The windows whose reading makes a difference: unilateral operations are stated, and they are not none."""
    choices = {rule.choice for rule in outcome.part.rules if rule.choice is not None}
    if not choices:
        return []
    always = frozenset.intersection(*(way.dropped for way in outcome.ways))
    counted = {
        one.cell._replace(scope=None, mode=None, place=None)
        for number, one in enumerate(outcome.part.assertions)
        if one.cell.mode == "unilateral" and one.low and number not in always
    }
    return sorted(choices & counted, key=order)


def _reading(book: Book, outcome: Outcome, window: Cell) -> Reading:
    sums = _Sums(book, outcome.part, outcome.ways[0], window)
    taken = {way.readings.get(window, READINGS[0]) for way in outcome.ways}
    if len(taken) == 1:
        (name,) = taken
        why = sums.reason(name)
        if why is not None:
            return Reading(window, name, why)
        if not is_possible(outcome.part, outcome.ways[0], window, _other(name)):
            return Reading(window, name, _NO_SUM)
    return Reading(window, EITHER, sums.both())


def _other(name: str) -> str:
    return READINGS[1] if name == READINGS[0] else READINGS[0]


class _Sums:
    """The operations of a window by country and mode, as far as they follow without either reading."""

    def __init__(self, book: Book, part: Part, way: Way, window: Cell) -> None:
        self._book, self._window = book, window
        self._known: Equations = without_reading(part, way, window)
        cells = [one.cell for one in part.assertions]
        own = [cell for cell in cells if _is_of(cell, window)]
        scopes = {cell.scope for cell in own if cell.scope} | {"+".join(sorted(_countries(own)))}
        self._scopes = sorted(scopes, key=lambda scope: (-scope.count("+"), scope))

    def reason(self, name: str) -> Modes | None:
        """ "33 + 15 = 48, while 33 + 15 + 2 = 50"; None where the numbers of no place are all known."""
        for scope in self._scopes:
            total = self._value(scope, None)
            joint, alone = self._parts(scope)
            if total is None or joint is None or not alone:
                continue
            inside, beside = sum(joint), sum(joint) + sum(alone)
            if total == (inside if name == "inside" else beside):
                return Modes(tuple(joint), tuple(alone), name == "inside")
        return None

    def both(self) -> Why:
        """What either reading makes of the operations."""
        for scope in self._scopes:
            joint, alone = self._parts(scope)
            if joint and alone:
                return EitherWay(sum(joint), sum(joint) + sum(alone))
        return Simply("nothing decides")

    def _parts(self, scope: str) -> tuple[list[int] | None, list[int]]:
        """The partnered operations of each country, None where one is unknown, and the unilateral ones."""
        joint: list[int] = []
        alone: list[int] = []
        for country in scope.split("+"):
            unilateral = self._value(country, "unilateral")
            partnered = self._value(country, "partnered")
            if partnered is None and not unilateral:
                partnered = self._value(country, None)
            if partnered is None:
                return None, []
            joint.append(partnered)
            alone += [unilateral] if unilateral else []
        return joint, alone

    def _value(self, scope: str, mode: str | None) -> int | None:
        expr: Expr | None = self._book.settled.structure.expr(self._window._replace(scope=scope, mode=mode))  # type: ignore[arg-type]
        return None if expr is None else self._known.value(expr)


def _is_of(cell: Cell, window: Cell) -> bool:
    return cell._replace(scope=None, mode=None, place=None) == window


def _countries(cells: Sequence[Cell]) -> set[str]:
    return {country for cell in cells for country in (cell.scope or "").split("+") if country}
