"""In which mode a count holds: with partners, alone, or both taken together.

Reports give the mode where it suits the sentence ("with partners, US forces carried out 38 operations"; "21
operations, all joint") and leave it out elsewhere, so that the mode read off one sentence isn't yet the cell that is
meant. What decides is whether the document itself tells the modes apart:

* **Deeds** (operations, strikes, attacks) with partners are the count of both modes too, as long as the document
  knows of no unilateral ones there: "21 operations in Iraq, all joint" says that there were 21. Such a figure speaks
  of two cells. Where unilateral ones stand beside it (15 with partners, 2 alone) it speaks of its own mode only,
  because whether the two are among the fifteen is the very question that the sums answer. Where they stand only in a
  part of the place ("with partners, 79 operations: … and in Syria three by US forces alone"), "with partners"
  introduces the whole and the figure is the count of both modes. So it does where the total of several countries is
  "with partners" and nobody says that there were no unilateral ones.
* **Results** (killed, detained …) belong to the operations of a place together. Their mode is kept only if the document
  gives unilateral results apart; otherwise "partnered operations killed 6" and "6 were killed" would be two cells that
  never meet, and a contradiction between them would pass unseen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hasila.model import Figure, Mode

Modes = tuple[Mode | None, ...]

DEEDS = frozenset({"operations", "strikes", "attacks"})
"""The measures of what was done; the others count people."""

_BOTH: Modes = (None,)


@dataclass(slots=True)
class Draft:
    """A figure on its way to a claim: its place in the reading, the series, place and window that it speaks of.

    ``subset``: it counts some of what another figure counts, and nothing that has a cell of its own.
    """

    index: int
    figure: Figure
    series: str
    scope: str | None
    place: str | None
    start: date | None
    end: date | None
    subset: bool


def modes_of(drafts: Sequence[Draft]) -> list[Modes]:
    """The modes that each figure speaks of; ``drafts`` are a document's figures of one series, measure and window.

    Several modes mean several cells with the same count; the first is the one that was read.
    """
    if all(draft.figure.mode is None for draft in drafts):
        return [_BOTH] * len(drafts)
    return [_modes(draft, drafts) for draft in drafts]


def _modes(draft: Draft, drafts: Sequence[Draft]) -> Modes:
    figure = draft.figure
    if figure.mode is None:
        return _BOTH
    alone = [other for other in drafts if other.figure.mode == "unilateral" and other.figure.high != 0]
    undivided = [
        other for other in drafts if other.figure.mode is None and not other.figure.subset and _same(draft, other)
    ]
    if figure.measure not in DEEDS:
        return _of_results(draft, alone, undivided, drafts)
    if figure.mode == "unilateral":
        return ("unilateral", None) if figure.kind == "event" and len(drafts) == len(alone) else ("unilateral",)
    return _of_partnered(draft, alone, undivided, drafts)


def _of_partnered(draft: Draft, alone: list[Draft], undivided: list[Draft], drafts: Sequence[Draft]) -> Modes:
    inside = [other for other in alone if within(other, draft)]
    whole: Modes = _BOTH if inside or _introduces(draft, drafts) else ("partnered", None)
    if any(_equal(draft, other) for other in undivided):
        return whole
    if any(_same(draft, other) and _equal(draft, other) for other in inside) and _another(draft, drafts):
        return ("unilateral",)
    apart = undivided or any(_same(draft, other) for other in inside)
    return ("partnered",) if apart else whole


def _introduces(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether "with partners" is said of several countries together, and unilateral ones there aren't ruled out."""
    none = any(other.figure.mode == "unilateral" and other.figure.high == 0 and _same(draft, other) for other in drafts)
    return "+" in (draft.scope or "") and not none


def _of_results(draft: Draft, alone: list[Draft], undivided: list[Draft], drafts: Sequence[Draft]) -> Modes:
    if any(_equal(draft, other) for other in undivided) or not any(_same(draft, other) for other in alone):
        return _BOTH
    with_partners = any(other.figure.mode == "partnered" and _same(draft, other) for other in drafts)
    return (draft.figure.mode,) if with_partners or undivided else _BOTH


def _another(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the partnered ones of the place have another count too: then this one repeats the unilateral one."""
    return any(
        other.figure.mode == "partnered" and _same(draft, other) and not _equal(draft, other) for other in drafts
    )


def _equal(one: Draft, other: Draft) -> bool:
    return one.figure.low == other.figure.low and one.figure.high == other.figure.high


def _same(one: Draft, other: Draft) -> bool:
    return one.scope == other.scope and one.place == other.place


def within(part: Draft, whole: Draft) -> bool:
    """Whether the place of one lies in the place of the other, or is the same."""
    if whole.place is not None:
        return part.place == whole.place
    if whole.scope is None or part.scope is None:
        return part.scope == whole.scope
    return set(part.scope.split("+")) <= set(whole.scope.split("+"))
