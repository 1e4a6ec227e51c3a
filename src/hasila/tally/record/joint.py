"""The modes of claims in the light of all documents of their window.

:mod:`hasila.tally.record.modes` judges by one document: where it knows of no unilateral operations, "23 joint
operations" is the count of both modes. Another document of the same statement may know better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hasila.tally.claim import Cell, Claim

ALL = "/all"
"""Behind the id of the claim that a count with partners makes of both modes together."""


def settle_modes(claims: Iterable[Claim]) -> list[Claim]:
    """The claims without those that a document made of both modes only for want of knowing the other one.

    Where somebody states unilateral operations for the same place, a count with partners is of its own mode, unless it
    is the count that others give for both; where somebody states them for a part of the place, it is the count of both
    modes. What a document states in both ways itself is left alone.
    """
    held = list(claims)
    alone = _alone(held)
    if not alone:
        return held
    figures = {claim.id: claim.figures for claim in held}
    doubtful = {claim.id.removesuffix(ALL) for claim in held if claim.id.endswith(ALL)}
    doubtful = {name for name in doubtful if figures.get(name) == figures[name + ALL]}
    totals = _totals(held, alone)
    return [claim for claim in held if not (claim.id.removesuffix(ALL) in doubtful and _is_moot(claim, alone, totals))]


def _is_moot(claim: Claim, alone: dict[Cell, set[int]], totals: set[tuple[Cell, int | None]]) -> bool:
    cell = _bare(claim.cell)
    if cell in alone:
        return claim.id.endswith(ALL) != ((cell, claim.low) in totals)
    return not claim.id.endswith(ALL) and any(part in alone for part in _parts(cell))


def _totals(claims: list[Claim], alone: dict[Cell, set[int]]) -> set[tuple[Cell, int | None]]:
    """What cells count in both modes, as far as somebody says so or gives both modes apart; never a partnered count."""
    split = {_document(claim) for claim in claims if claim.cell.mode == "unilateral"}
    apart = {
        (_bare(claim.cell), claim.low)
        for claim in claims
        if claim.cell.mode == "partnered" and _document(claim) in split
    }
    stated = {(claim.cell, claim.low) for claim in claims if claim.cell.mode is None and not claim.id.endswith(ALL)}
    sums = {(cell, low + more) for cell, low in apart if low is not None for more in alone.get(cell, ())}
    return (stated | sums) - apart


def _document(claim: Claim) -> tuple[str, Cell]:
    return claim.document, _bare(claim.cell)


def _alone(claims: list[Claim]) -> dict[Cell, set[int]]:
    """The cells of both modes in whose place and window somebody counts unilateral deeds, and how many."""
    alone: dict[Cell, set[int]] = {}
    for claim in claims:
        if claim.cell.mode == "unilateral" and claim.high != 0 and claim.modality == "asserted":
            alone.setdefault(_bare(claim.cell), set()).add(claim.low or 0)
    return alone


def _bare(cell: Cell) -> Cell:
    return Cell(cell.series, cell.measure, cell.scope, cell.place, None, cell.start, cell.end)


def _parts(cell: Cell) -> Iterator[Cell]:
    codes = (cell.scope or "").split("+")
    if len(codes) > 1 and cell.place is None:
        for code in codes:
            yield Cell(cell.series, cell.measure, code, None, None, cell.start, cell.end)
