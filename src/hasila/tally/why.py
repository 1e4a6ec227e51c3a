"""Why a claim doesn't stand, or a statement is read as it is: kinds with their values, told in words elsewhere.

Data only. :mod:`hasila.tally.telling` has the English sentences.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hasila.tally.claim import Cell

SlipKind = Literal[
    "killed and detained swapped",
    "places swapped",
    "total for a part",
    "another place",
    "part for the total",
    "another measure",
    "digits swapped",
    "period before",
    "digit added",
    "digit lost",
    "part counted twice",
    "own sum",
    "running total",
    "another period",
    "another mode",
    "one digit wrong",
]
"""What went wrong, the likelier before the less likely where several fit."""

Plain = Literal[
    "no room",
    "denied",
    "no number",
    "withdrawn",
    "decided",
    "the other reading contradicts",
    "nothing decides",
]


@dataclass(frozen=True, slots=True)
class Sum:
    """Arithmetic that gives a cell from others: ``cell`` = the sum of ``factor`` × cell over ``terms``.

    Each term is (factor, cell, value): 40 = +308 −43 −48 ….
    """

    terms: tuple[tuple[int, Cell, int], ...]


@dataclass(frozen=True, slots=True)
class Others:
    """Others give the cell another number; ``weight`` is theirs, ``own`` that of the claim."""

    cell: Cell
    value: int | None
    weight: int
    own: int


@dataclass(frozen=True, slots=True)
class Adding:
    """What other cells add up to: ``sum`` gives ``given``."""

    sum: Sum
    given: int


@dataclass(frozen=True, slots=True)
class Slip:
    """A likely slip: ``said`` of ``cell``, where ``instead`` stands, if that is known.

    ``other`` is the cell that the number belongs to, or that was counted twice; None where digits are all there is.
    """

    kind: SlipKind
    cell: Cell
    said: int
    instead: int | None
    other: Cell | None


@dataclass(frozen=True, slots=True)
class Corrected:
    """The issuer itself said another number later."""

    value: int | None


@dataclass(frozen=True, slots=True)
class Modes:
    """The operations add up with the unilateral ones among the partnered ones (``inside``), or only beside them.

    ``joint`` are the partnered operations of each country, ``alone`` the unilateral ones.
    """

    joint: tuple[int, ...]
    alone: tuple[int, ...]
    inside: bool


@dataclass(frozen=True, slots=True)
class EitherWay:
    """Nothing says how the modes are counted: what the operations come to in each case."""

    inside: int
    beside: int


@dataclass(frozen=True, slots=True)
class Simply:
    """A reason without values."""

    kind: Plain


Why = Others | Adding | Slip | Corrected | Modes | EitherWay | Simply
