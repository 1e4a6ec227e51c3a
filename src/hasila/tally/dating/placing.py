"""Claims without days put where they fit, marked as inferred.

Whoever uses them sees it: their basis is "inferred", so that a policy gives them no weight against stated ones, and the
rows that rest on them alone are marked. Claims that fit nowhere clearly stay open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hasila.model import Document
from hasila.tally.claim import Claim
from hasila.tally.dating.infer import Candidate, Known, clear, infer, known_windows, may_be_clear
from hasila.tally.dating.told import NOTHING, told_in
from hasila.tally.record.rulings import NO_RULINGS, Rulings, refused_periods
from hasila.tally.result import Statement

_Window = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Placing:
    """Where the claims of an open statement were put: the chosen candidate, all of them, and the claims as placed."""

    statement: str
    chosen: Candidate
    candidates: tuple[Candidate, ...]
    claims: tuple[Claim, ...]


def placings(
    statements: Sequence[Statement],
    documents: Mapping[str, Document],
    known: Known | None = None,
    rulings: Rulings = NO_RULINGS,
) -> list[Placing]:
    """The open statements that clearly are of a known window; one that speaks of two windows is placed in two.

    ``documents`` are looked up by key for their words; ``known`` is made of ``statements`` unless it is given.
    """
    undated = [statement for statement in statements if is_open(statement)]
    if not undated:
        return []
    known = Known(known_windows(statements)) if known is None else known
    return [placing for statement in undated for placing in _placings(statement, documents, known, rulings)]


def is_open(statement: Statement) -> bool:
    """Whether a statement has no days at all."""
    return statement.start is None and statement.end is None


def replaced(claims: Iterable[Claim], made: Iterable[Placing]) -> list[Claim]:
    """The claims with those that were placed in their new places."""
    moved = {claim.id: claim for placing in made for claim in placing.claims}
    return [moved.get(claim.id, claim) for claim in claims]


def candidates_of(
    statement: Statement, documents: Mapping[str, Document], known: Known, rulings: Rulings = NO_RULINGS
) -> tuple[Candidate, ...]:
    """The ranking for an open statement, whether or not the first is clear."""
    return _ranked(statement.claims, documents, known, rulings)


def _placings(
    statement: Statement, documents: Mapping[str, Document], known: Known, rulings: Rulings
) -> Iterable[Placing]:
    rest: tuple[Claim, ...] = statement.claims
    if not may_be_clear(infer(rest, known)):
        return  # the words, which take long to look at, couldn't make it clear
    while rest:
        candidates = _ranked(rest, documents, known, rulings)
        chosen = clear(candidates)
        if chosen is None:
            return
        left = {_count(claim) for claim in chosen.others}
        here = [claim for claim in rest if _count(claim) not in left]
        yield Placing(statement.id, chosen, candidates, placed_at(here, chosen.period))
        rest = tuple(claim for claim in rest if _count(claim) in left)


def _count(claim: Claim) -> tuple[object, ...]:
    """What a claim counts, in whichever mode and document."""
    return claim.cell.series, claim.cell.measure, claim.cell.scope, claim.cell.place, claim.low, claim.high


def _ranked(
    claims: Sequence[Claim], documents: Mapping[str, Document], known: Known, rulings: Rulings
) -> tuple[Candidate, ...]:
    """The ranking by the words of the statement's first document: copies and translations say the same."""
    keys = sorted({claim.document for claim in claims})
    document = documents.get(keys[0])
    refused: frozenset[_Window] = frozenset(window for key in keys for window in refused_periods(rulings, key))
    published = document.published if document is not None else None
    return infer(claims, known, NOTHING if document is None else told_in(document), published, refused)


def placed_at(claims: Iterable[Claim], period: _Window) -> tuple[Claim, ...]:
    """Claims without days as those of a window."""
    start, end = period
    return tuple(
        claim._replace(cell=claim.cell._replace(start=start, end=end), basis="inferred", kind="period")
        for claim in claims
    )
