"""Where a wrong number may have come from: its neighbour in the bulletin, last month's bulletin, or the keyboard.

A slip is a guess that people can check, never a reason to set a claim aside: that is for the sums and the weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import get_args

from hasila.tally.calendar import span_of
from hasila.tally.claim import Cell
from hasila.tally.solving.assertions import Assertion
from hasila.tally.solving.settled import Settled
from hasila.tally.why import Slip, SlipKind

_KINDS: tuple[SlipKind, ...] = get_args(SlipKind)
_CROSSED: dict[SlipKind, SlipKind] = {
    "another measure": "killed and detained swapped",
    "another place": "places swapped",
}
_DAY = timedelta(days=1)
_TOLLS = frozenset({"killed", "detained"})
# Small numbers stand everywhere: that one is the difference of two others says nothing.
_TELLING = 10


def slip_of(settled: Settled, assertion: Assertion, instead: int | None, own_voice: bool = False) -> Slip | None:
    """The likeliest slip behind a number that doesn't stand; None where nothing suggests one.

    ``own_voice`` says that the outlet names nobody who counted, so that the number may be a sum of its own.
    """
    said = assertion.value
    if said is None or said == instead:
        return None
    found = [*_neighbours(settled, assertion, said, instead), *_misprints(assertion.cell, said, instead)]
    if instead is not None:
        found += _twice(settled, assertion.cell, said, instead)
    if own_voice:
        found.append(Slip("own sum", assertion.cell, said, instead, None))
    return min(found, key=lambda slip: (_KINDS.index(slip.kind), _distance(slip), repr(slip.other)), default=None)


def _neighbours(settled: Settled, assertion: Assertion, said: int, instead: int | None) -> Iterator[Slip]:
    """The same number stated of a neighbouring cell. None and one stand everywhere and tell nothing."""
    cell = assertion.cell
    if said <= 1:
        return
    here = (one.cell for one in settled.by_value.get(said, ()))
    for other in dict.fromkeys([*here, *settled.elsewhere(said, cell)]):
        kind = None if other == cell else _relation(cell, other)
        if kind is None:
            continue
        crossed = _CROSSED.get(kind)
        if crossed is not None and (kind != "another measure" or {cell.measure, other.measure} == _TOLLS):
            is_crossed = instead is not None and _says(settled, assertion, other, instead)
            kind = crossed if is_crossed else kind
        yield Slip(kind, cell, said, instead, other)


def _says(settled: Settled, assertion: Assertion, cell: Cell, value: int) -> bool:
    """Whether a document that makes the assertion gives ``cell`` that value."""
    documents = {claim.document for claim in assertion.claims}
    same = (one for one in settled.by_value.get(value, ()) if one.cell == cell)
    return any(claim.document in documents for one in same for claim in one.claims)


def _relation(cell: Cell, other: Cell) -> SlipKind | None:
    """How ``other`` of the same series lies to ``cell``: one slot apart, or of the same days. None where elsewhere."""
    if (cell.start, cell.end) == (other.start, other.end):
        if cell.measure != other.measure:
            return "another measure"
        if (cell.scope, cell.place) == (other.scope, other.place):
            return "another mode"
        return _of_places(cell, other)
    if (cell.measure, cell.mode, cell.scope, cell.place) != (other.measure, other.mode, other.scope, other.place):
        return None
    if _within(cell, other) or _within(other, cell):
        return "running total" if _within(cell, other) else "part for the total"
    span = span_of(cell.start, cell.end)
    follows = other.end is not None and cell.start is not None and other.end + _DAY == cell.start
    alike = span is not None and span == span_of(other.start, other.end)
    return "period before" if alike and follows else "another period"


def _of_places(cell: Cell, other: Cell) -> SlipKind:
    if _contains(other, cell):
        return "total for a part"
    return "part for the total" if _contains(cell, other) else "another place"


def _contains(whole: Cell, part: Cell) -> bool:
    """Whether the place of one takes in that of the other."""
    if whole.place is not None or whole.scope is None or part.scope is None:
        return False
    countries = set(whole.scope.split("+")), set(part.scope.split("+"))
    return countries[1] < countries[0] or (countries[0] == countries[1] and part.place is not None)


def _within(cell: Cell, other: Cell) -> bool:
    """Whether the days of ``other`` take in those of ``cell``."""
    if cell.start is None or cell.end is None or other.start is None or other.end is None:
        return False
    return other.start <= cell.start and cell.end <= other.end


def _misprints(cell: Cell, said: int, instead: int | None) -> Iterator[Slip]:
    """What the keyboard does to a number of two digits or more."""
    kind = None if instead is None else _misprint(str(said), str(instead))
    if kind is not None:
        yield Slip(kind, cell, said, instead, None)


def _misprint(said: str, instead: str) -> SlipKind | None:
    """What turns one number into the other, a digit at a time.

    >>> _misprint("84", "48"), _misprint("110", "10"), _misprint("4", "24"), _misprint("279", "272")
    ('digits swapped', 'digit added', 'digit lost', 'one digit wrong')
    """
    if max(len(said), len(instead)) < 2:
        return None
    if len(said) == len(instead):
        apart = [at for at, pair in enumerate(zip(said, instead, strict=True)) if pair[0] != pair[1]]
        if len(apart) == 1:
            return "one digit wrong"
        turned = len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(said) == sorted(instead)
        return "digits swapped" if turned else None
    if _lost(said, instead):
        return "digit added"
    return "digit lost" if _lost(instead, said) else None


def _lost(longer: str, shorter: str) -> bool:
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _twice(settled: Settled, cell: Cell, said: int, instead: int) -> Iterator[Slip]:
    """A part of the cell that was added to it once more."""
    for other in _parts_of(cell, settled.by_value.get(said - instead, ()) if said > instead else ()):
        if said - instead >= _TELLING or (other.cell.mode == "unilateral" and cell.mode is None):
            yield Slip("part counted twice", cell, said, instead, other.cell)


def _parts_of(cell: Cell, others: Iterable[Assertion]) -> Iterator[Assertion]:
    for other in others:
        inside = _within(other.cell, cell) and (other.cell.scope == cell.scope or _contains(cell, other.cell))
        if inside and other.cell.measure == cell.measure and other.cell != cell:
            yield other


def _distance(slip: Slip) -> tuple[int, bool]:
    """How far off the cell is that the number was taken from: in days, and whether its mode differs as well."""
    cell, other = slip.cell, slip.other
    if other is None or cell.start is None or other.start is None:
        return 0, False
    return abs((cell.start - other.start).days), cell.mode != other.mode
