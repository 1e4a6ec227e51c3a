"""Claims, cells and sources as short JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from hasila.codec import day_of, line, plain_day
from hasila.model import Kind, Modality, Qualifier, Span
from hasila.tally.claim import Cell, Claim, Source
from hasila.tally.record.claims import SHORT
from hasila.tally.record.joint import ALL


class Manner(NamedTuple):
    """How something is claimed: all that is the same for very many claims, and is kept once."""

    both: bool
    kind: Kind
    qualifier: Qualifier
    modality: Modality
    subset: bool
    attribution: str | None
    basis: str
    confidence: float
    field: Literal["text", "title"]


def manner_of(claim: Claim) -> Manner:
    """The manner of a claim; ``both`` says that it is the second claim of its figures."""
    return Manner(
        claim.id.endswith(ALL),
        claim.kind,
        claim.qualifier,
        claim.modality,
        claim.subset,
        claim.attribution,
        claim.basis,
        claim.confidence,
        claim.evidence.field,
    )


def claims_packed(claims: Iterable[Claim], cells: Mapping[Cell, int], manners: Mapping[Manner, int]) -> str:
    """The claims of one document; cells and manners are there by their numbers."""
    return line([_plain_claim(claim, cells[claim.cell], manners[manner_of(claim)]) for claim in claims])


def _plain_claim(claim: Claim, cell: int, manner: int) -> list[object]:
    words = claim.evidence
    return [cell, manner, claim.low, claim.high, list(claim.figures), words.start, words.end, words.text]


def claims_unpacked(
    key: str, witness: str, plain: Iterable[Sequence[Any]], cells: Mapping[int, Cell], manners: Mapping[int, Manner]
) -> list[Claim]:
    """The claims of a document as :func:`claims_packed` had them."""
    short = f"{key[:SHORT]}#"
    made = []
    for cell, manner, low, high, figures, start, end, text in plain:
        how = manners[manner]
        id = f"{short}{figures[0]}{ALL}" if how.both else f"{short}{figures[0]}"
        said = cells[cell], how.kind, low, high, how.qualifier, how.modality, how.subset, how.attribution
        words = Span(how.field, start, end, text)
        made.append(Claim(id, key, witness, *said, how.basis, how.confidence, tuple(figures), words))
    return made


def manner_packed(manner: Manner) -> str:
    """A manner; two that differ are never packed alike."""
    return line(manner)


def manner_unpacked(packed: str) -> Manner:
    """The manner that :func:`manner_packed` packed."""
    return Manner(*json.loads(packed))


def cell_packed(cell: Cell) -> str:
    """A cell; two that differ are never packed alike."""
    named = [cell.series, cell.measure, cell.scope, cell.place, cell.mode]
    return line([*named, plain_day(cell.start), plain_day(cell.end)])


def cell_unpacked(packed: str) -> Cell:
    """The cell that :func:`cell_packed` packed."""
    series, measure, scope, place, mode, start, end = json.loads(packed)
    return Cell(series, measure, scope, place, mode, day_of(start), day_of(end))


def source_packed(source: Source) -> str:
    """A source, but for its key."""
    return line([source.id, source.lang, plain_day(source.published), *_rest(source)])


def _rest(source: Source) -> tuple[str | None, ...]:
    return source.title, source.outlet, source.url, source.standing


def source_unpacked(key: str, plain: Sequence[Any], days: dict[str | None, date | None]) -> Source:
    """The source that was packed; ``days`` are those that were read before, because many are of the same day."""
    id, lang, day, title, outlet, url, standing = plain
    if day not in days:
        days[day] = day_of(day)
    return Source(key, id, lang, days[day], title, outlet, url, standing)
