"""What is told: a statement that is new in the tally, or a contradiction. Plain data, as it goes out in JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from hasila.codec import plain_day
from hasila.export.tallies import cell_object
from hasila.model import Document
from hasila.tally.claim import Claim, Source
from hasila.tally.disputes import Dispute, Quoted, Remedy
from hasila.tally.keeping.opened import Opened
from hasila.tally.result import Mismatch, Row
from hasila.tally.telling import arithmetic
from hasila.tally.views import quoted

Kind = Literal["statement", "contradiction"]
Papers = Callable[[Iterable[str]], Mapping[str, Document]]
_REPORTS = 20
_WORDS = 12


@dataclass(frozen=True, slots=True)
class Notice:
    """``id`` is the same whenever the same thing is told, so that a receiver can tell what came twice."""

    id: str
    kind: Kind
    about: str
    body: Mapping[str, Any]


def of_statement(found: Opened, ledger: str, at: str, papers: Papers) -> Notice:
    """What is told of a new statement: its numbers, who reports it, and the words."""
    statement = found.statement
    claims = _first_of_each(statement.claims)
    held = papers({claim.document for claim in claims})
    window = {"start": plain_day(statement.start), "end": plain_day(statement.end)}
    body = {
        "statement": statement.id,
        "series": statement.series,
        "period": window if statement.start or statement.end else None,
        "numbers": [_number(row) for row in found.rows],
        "reports": [_report(source) for source in statement.sources[:_REPORTS]],
        "words": [_words(claim.document, claim.evidence, held.get(claim.document)) for claim in claims],
    }
    return _notice("statement", statement.id, ledger, at, body)


def of_dispute(found: Dispute, ledger: str, at: str, papers: Papers) -> Notice:
    """What is told of a new contradiction: who says what, the sums that fail, and the ways out."""
    words = [one for stated in found.stated for one in stated.quoted]
    held = papers({one.document for one in words})
    body = {
        "contradiction": found.id,
        "statement": found.statement,
        "cells": [cell_object(cell) for cell in found.cells],
        "said": [
            {
                **cell_object(one.cell),
                "low": one.low,
                "high": one.high,
                "qualifier": one.qualifier,
                "claims": one.claims,
                "witnesses": one.witnesses,
                "words": [_quotation(each, held) for each in one.quoted],
            }
            for one in found.stated
        ],
        "sums": [_mismatch(one) for one in found.mismatches],
        "ways_out": [_way_out(one) for one in found.remedies],
    }
    return _notice("contradiction", found.id, ledger, at, body)


def _notice(kind: Kind, about: str, ledger: str, at: str, body: Mapping[str, Any]) -> Notice:
    id = sha256(f"{kind}\n{about}".encode()).hexdigest()[:24]
    return Notice(id, kind, about, {"notice": id, "kind": kind, "at": at, "ledger": ledger, **body})


def _first_of_each(claims: Sequence[Claim]) -> list[Claim]:
    """The first claim of each number of each cell."""
    firsts = {(claim.cell, claim.low, claim.high): claim for claim in reversed(claims)}
    return list(reversed(firsts.values()))[:_WORDS]


def _number(row: Row) -> dict[str, Any]:
    return {**cell_object(row.cell), "low": row.low, "best": row.best, "high": row.high, "state": row.state}


def _report(source: Source) -> dict[str, Any]:
    return {
        "document": source.key,
        "id": source.id,
        "title": source.title,
        "outlet": source.outlet,
        "url": source.url,
        "published": plain_day(source.published),
        "lang": source.lang,
        "standing": source.standing,
    }


def _quotation(one: Quoted, held: Mapping[str, Document]) -> dict[str, Any]:
    return _words(one.document, one.evidence, held.get(one.document))


def _words(key: str, evidence: Any, paper: Document | None) -> dict[str, Any]:
    return {
        "document": key,
        "outlet": paper and paper.outlet,
        "url": paper and paper.url,
        "words": evidence.text,
        "sentence": paper and quoted(paper, evidence)[0],
    }


def _mismatch(one: Mismatch) -> dict[str, Any]:
    return {
        **cell_object(one.cell),
        "said": one.said,
        "given": one.given,
        "sum": f"{arithmetic(one.sum)} = {one.given}",
    }


def _way_out(way: Remedy) -> dict[str, Any]:
    gone = [{**cell_object(one.cell), "value": one.value, "claims": one.claims} for one in way.gone]
    implied = [{**cell_object(cell), "low": low, "high": high} for cell, low, high in way.implies]
    return {"weight": way.weight, "set_aside": gone, "implies": implied}
