"""The modes of claims in the light of all documents of their window.

:mod:`hasila.tally.modes` judges by one document: where it knows of no unilateral operations, "23 joint operations" is
the count of both modes. Another document of the same statement may know better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hasila.tally.claim import Cell, Claim

ALL = "/all"
"""Behind the id of the claim that a count with partners makes of both modes together."""


def settle_modes(claims: Iterable[Claim]) -> list[Claim]:
    """The claims without those that a document made of both modes only for want of knowing the other one.

    Where somebody states unilateral operations for the same place, a count with partners is of its own mode only; where
    somebody states them for a part of the place, it is the count of both modes. What a document states in both ways
    itself is left alone.
    """
    held = list(claims)
    alone = _alone(held)
    if not alone:
        return held
    figures = {claim.id: claim.figures for claim in held}
    both = {claim.id.removesuffix(ALL) for claim in held if claim.id.endswith(ALL)}
    return [claim for claim in held if not _is_moot(claim, alone, figures, both)]


def _is_moot(claim: Claim, alone: set[Cell], figures: dict[str, tuple[int, ...]], both: set[str]) -> bool:
    if claim.id.endswith(ALL):
        said_otherwise = claim.figures != figures.get(claim.id.removesuffix(ALL))
        return not said_otherwise and _bare(claim.cell) in alone
    if claim.id not in both or claim.cell.mode != "partnered" or _bare(claim.cell) in alone:
        return False
    return any(part in alone for part in _parts(_bare(claim.cell)))


def _alone(claims: list[Claim]) -> set[Cell]:
    """The cells of both modes in whose place and window somebody counts unilateral deeds."""
    return {
        _bare(claim.cell)
        for claim in claims
        if claim.cell.mode == "unilateral" and claim.high != 0 and claim.modality == "asserted"
    }


def _bare(cell: Cell) -> Cell:
    return Cell(cell.series, cell.measure, cell.scope, cell.place, None, cell.start, cell.end)


def _parts(cell: Cell) -> Iterator[Cell]:
    codes = (cell.scope or "").split("+")
    if len(codes) > 1 and cell.place is None:
        for code in codes:
            yield Cell(cell.series, cell.measure, code, None, None, cell.start, cell.end)
