"""Contradictions as they are shown: what is said of each cell with a few quotations, however many say it.

A conflict of a statement that the whole press reports has a thousand claims. What people read of it is the numbers, how
many say each, the words of the first, and the ways out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hasila.model import Qualifier, Span
from hasila.tally.claim import Cell, Claim
from hasila.tally.result import Conflict, Mismatch, SetAside, WayOut
from hasila.tally.why import Why

_QUOTED = 3


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of one claim."""

    claim: str
    document: str
    evidence: Span


@dataclass(frozen=True, slots=True)
class Stated:
    """One number that is said of a cell: by how many claims of how many witnesses, and the words of the first."""

    cell: Cell
    low: int | None
    high: int | None
    qualifier: Qualifier
    claims: int
    witnesses: int
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Gone:
    """A number of a cell that is set aside: how many claims say it, the first documents of them, and why."""

    cell: Cell
    value: int | None
    claims: int
    documents: tuple[str, ...]
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Remedy:
    """One lightest set of numbers to set aside, and what the cells then are at the least and at the most."""

    gone: tuple[Gone, ...]
    weight: int
    implies: tuple[tuple[Cell, int, int | None], ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict as it is shown; see :class:`hasila.tally.result.Conflict`."""

    id: str
    statement: str
    cells: tuple[Cell, ...]
    mismatches: tuple[Mismatch, ...]
    stated: tuple[Stated, ...]
    remedies: tuple[Remedy, ...]
    margin: int | None

    def of_statement(self, name: str) -> Dispute:
        """The same of a statement with another id."""
        return replace(self, statement=name)

    @property
    def newness(self) -> tuple[date, date, str, str]:
        """What orders disputes by their days."""
        ends = [cell.end for cell in self.cells if cell.end is not None]
        starts = [cell.start for cell in self.cells if cell.start is not None]
        return max(ends, default=date.min), max(starts, default=date.min), self.statement, self.id


def dispute(conflict: Conflict) -> Dispute:
    """A conflict as it is shown."""
    said = {claim.id: claim for claim in conflict.claims}
    return Dispute(
        conflict.id,
        conflict.statement,
        conflict.cells,
        conflict.mismatches,
        tuple(_stated(conflict.claims)),
        tuple(_remedy(way, said) for way in conflict.ways_out),
        conflict.margin,
    )


def _stated(claims: Sequence[Claim]) -> Iterator[Stated]:
    groups: dict[tuple[Cell, int | None, int | None, Qualifier], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.cell, claim.low, claim.high, claim.qualifier), []).append(claim)
    for (cell, low, high, qualifier), held in groups.items():
        first = {claim.witness: claim for claim in reversed(held)}
        quoted = [Quoted(one.id, one.document, one.evidence) for one in sorted(first.values(), key=_id)[:_QUOTED]]
        yield Stated(cell, low, high, qualifier, len(held), len(first), tuple(quoted))


def _remedy(way: WayOut, said: dict[str, Claim]) -> Remedy:
    implies = tuple((cell, low, high) for cell, (low, high) in way.implies.items())
    return Remedy(tuple(_gone(one, said) for one in way.set_aside), way.weight, implies)


def _gone(one: SetAside, said: dict[str, Claim]) -> Gone:
    return Gone(said[one.claims[0]].cell, one.value, len(one.claims), one.documents[:_QUOTED], one.why)


def _id(claim: Claim) -> str:
    return claim.id
