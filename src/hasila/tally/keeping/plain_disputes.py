"""Disputes as JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from hasila.codec import line
from hasila.model import Span
from hasila.tally.disputes import Dispute, Gone, Quoted, Remedy, Stated
from hasila.tally.keeping.plain import cell_of, plain_cell, plain_sum, plain_why, sum_of, why_of
from hasila.tally.result import Mismatch


def packed(disputes: Iterable[Dispute]) -> str:
    """Disputes as short JSON; nothing where there are none."""
    plain = list(map(_plain, disputes))
    return line(plain) if plain else ""


def unpacked(text: str) -> tuple[Dispute, ...]:
    """The disputes that were packed."""
    return tuple(map(_dispute, json.loads(text))) if text else ()


def _plain(one: Dispute) -> list[object]:
    return [
        one.id,
        one.statement,
        list(map(plain_cell, one.cells)),
        [[plain_cell(miss.cell), miss.said, miss.given, plain_sum(miss.sum)] for miss in one.mismatches],
        list(map(_plain_stated, one.stated)),
        [
            [
                list(map(_plain_gone, way.gone)),
                way.weight,
                [[plain_cell(cell), low, high] for cell, low, high in way.implies],
            ]
            for way in one.remedies
        ],
        one.margin,
    ]


def _dispute(plain: Any) -> Dispute:
    id, statement, cells, mismatches, stated, ways, margin = plain
    return Dispute(
        id,
        statement,
        tuple(map(cell_of, cells)),
        tuple(Mismatch(cell_of(cell), said, given, sum_of(terms)) for cell, said, given, terms in mismatches),
        tuple(map(_stated, stated)),
        tuple(
            Remedy(tuple(map(_gone, gone)), weight, tuple((cell_of(cell), low, high) for cell, low, high in implies))
            for gone, weight, implies in ways
        ),
        margin,
    )


def _plain_stated(one: Stated) -> list[object]:
    quoted = [
        [each.claim, each.document, each.evidence.field, each.evidence.start, each.evidence.end, each.evidence.text]
        for each in one.quoted
    ]
    return [plain_cell(one.cell), one.low, one.high, one.qualifier, one.claims, one.witnesses, quoted]


def _stated(plain: Any) -> Stated:
    cell, low, high, qualifier, claims, witnesses, quoted = plain
    words = tuple(Quoted(claim, document, Span(*evidence)) for claim, document, *evidence in quoted)
    return Stated(cell_of(cell), low, high, qualifier, claims, witnesses, words)


def _plain_gone(one: Gone) -> list[object]:
    return [plain_cell(one.cell), one.value, one.claims, one.documents, list(map(plain_why, one.why))]


def _gone(plain: Any) -> Gone:
    cell, value, claims, documents, why = plain
    return Gone(cell_of(cell), value, claims, tuple(documents), tuple(map(why_of, why)))
