"""Claims, cells and sources as short JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from hasila.codec import day_of, line, plain_day
from hasila.model import Kind, Modality, Qualifier, Span
from hasila.tally.claim import Cell, Claim, Source
from hasila.tally.claims import SHORT
from hasila.tally.joint import ALL


def claims_packed(claims: Iterable[Claim], number: Callable[[Cell], int]) -> str:
    """The claims of one document; ``number`` gives the number of a cell."""
    return line([_plain_claim(claim, number(claim.cell)) for claim in claims])


def _plain_claim(claim: Claim, cell: int) -> list[object]:
    words = claim.evidence
    return [
        claim.id.endswith(ALL),
        cell,
        claim.kind,
        claim.low,
        claim.high,
        claim.qualifier,
        claim.modality,
        claim.subset,
        claim.attribution,
        claim.basis,
        claim.confidence,
        list(claim.figures),
        [words.field, words.start, words.end, words.text],
    ]


def claims_unpacked(key: str, witness: str, plain: Iterable[Sequence[Any]], cells: dict[int, Cell]) -> list[Claim]:
    """The claims of a document as :func:`claims_packed` had them."""
    short = key[:SHORT]
    return [_claim(f"{short}#", key, witness, cells, *one) for one in plain]


def _claim(
    short: str,
    key: str,
    witness: str,
    cells: dict[int, Cell],
    both: bool,
    cell: int,
    kind: Kind,
    low: int | None,
    high: int | None,
    qualifier: Qualifier,
    modality: Modality,
    subset: bool,
    attribution: str | None,
    basis: str,
    confidence: float,
    figures: list[int],
    words: list[Any],
) -> Claim:
    return Claim(
        f"{short}{figures[0]}{ALL}" if both else f"{short}{figures[0]}",
        key,
        witness,
        cells[cell],
        kind,
        low,
        high,
        qualifier,
        modality,
        subset,
        attribution,
        basis,
        confidence,
        tuple(figures),
        Span(*words),
    )


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
