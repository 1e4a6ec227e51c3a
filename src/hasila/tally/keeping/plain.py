"""Cells, reasons and what was set aside as plain types, and back."""

from __future__ import annotations

from typing import Any

from hasila.codec import day_of, plain_day
from hasila.tally.claim import Cell
from hasila.tally.result import SetAside
from hasila.tally.why import Adding, Corrected, EitherWay, Modes, Others, Simply, Slip, Sum, Why


def plain_cell(cell: Cell) -> list[object]:
    """A cell in a list."""
    series, measure, scope, place, mode, start, end = cell
    return [series, measure, scope, place, mode, plain_day(start), plain_day(end)]


def cell_of(plain: Any) -> Cell:
    """The cell in a list."""
    series, measure, scope, place, mode, start, end = plain
    return Cell(series, measure, scope, place, mode, day_of(start), day_of(end))


def plain_sum(one: Sum) -> list[object]:
    """The terms of a sum."""
    return [[factor, plain_cell(cell), value] for factor, cell, value in one.terms]


def sum_of(plain: Any) -> Sum:
    """The sum of terms."""
    return Sum(tuple((factor, cell_of(cell), value) for factor, cell, value in plain))


def plain_why(one: Why) -> list[object]:
    """A reason in a list, its kind first."""
    match one:
        case Others(cell, value, weight, own):
            return ["others", plain_cell(cell), value, weight, own]
        case Adding(total, given):
            return ["adding", plain_sum(total), given]
        case Slip(kind, cell, said, instead, other):
            return ["slip", kind, plain_cell(cell), said, instead, None if other is None else plain_cell(other)]
        case Corrected(value):
            return ["corrected", value]
        case Modes(joint, alone, inside):
            return ["modes", joint, alone, inside]
        case EitherWay(inside, beside):
            return ["either", inside, beside]
        case Simply(kind):
            return ["simply", kind]
    raise AssertionError(one)


def why_of(plain: Any) -> Why:
    """The reason in a list."""
    kind, *rest = plain
    match kind:
        case "others":
            return Others(cell_of(rest[0]), *rest[1:])
        case "adding":
            return Adding(sum_of(rest[0]), rest[1])
        case "slip":
            return Slip(rest[0], cell_of(rest[1]), rest[2], rest[3], None if rest[4] is None else cell_of(rest[4]))
        case "modes":
            return Modes(tuple(rest[0]), tuple(rest[1]), rest[2])
        case "either":
            return EitherWay(*rest)
        case "corrected":
            return Corrected(*rest)
        case _:
            return Simply(*rest)


def plain_aside(one: SetAside) -> list[object]:
    """What was set aside, in a list."""
    return [one.claims, one.value, one.documents, [plain_why(why) for why in one.why]]


def aside_of(plain: Any) -> SetAside:
    """What was set aside, from a list."""
    ids, value, keys, why = plain
    return SetAside(tuple(ids), value, tuple(keys), tuple([why_of(one) for one in why]))
