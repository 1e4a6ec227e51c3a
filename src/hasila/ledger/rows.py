"""Documents, readings and decisions as rows of their tables, and back, with nothing lost on the way."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from hasila.codec import document_of, escaped, figure_of, line, plain_document, plain_reading, reading_of
from hasila.ledger.chain import Row
from hasila.ledger.decisions import Decision
from hasila.model import Document, Figure, Reading


def moment(at: datetime) -> str:
    """A moment as it stands in the ledger: UTC, always as long, so that text sorts as time does.

    >>> moment(datetime(2023, 6, 6, 12, tzinfo=UTC))
    '2023-06-06T12:00:00.000000Z'
    """
    aware = at if at.tzinfo else at.replace(tzinfo=UTC)
    return f"{aware.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


def document_row(key: str, document: Document) -> dict[str, Any]:
    """The text stands apart, so that what is known of documents can be asked for without it."""
    about = plain_document(document)
    text = about.pop("text")
    return {"key": key, "id": _storable(document.id), "about": line(about), "text": line(text)}


def reading_row(reading: Reading, engine: str) -> dict[str, Any]:
    """What was read, without the document; the column ``document`` is still to be filled in."""
    return {"engine": engine, "content": line(plain_reading(reading))}


def decision_row(decision: Decision) -> dict[str, Any]:
    return {
        "target": decision.target,
        "action": decision.action,
        "field": decision.field,
        "value": decision.value and _storable(decision.value),
        "who": _storable(decision.who),
        "why": _storable(decision.why),
        "reading": decision.reading,
    }


def document_in(row: Row) -> Document:
    return document_of({**json.loads(row["about"]), "text": json.loads(row["text"])})


def reading_in(row: Row, document: Document) -> Reading:
    return reading_of(document, json.loads(row["content"]))


def figures_in(row: Row) -> list[Figure]:
    """The figures of a reading."""
    return [figure_of(figure) for figure in json.loads(row["content"])["figures"]]


def decision_in(row: Row) -> Decision:
    return Decision(
        target=row["target"],
        action=row["action"],
        field=row["field"],
        value=row["value"],
        who=row["who"],
        why=row["why"],
        seq=row["seq"],
        at=datetime.fromisoformat(row["at"]),
        reading=row["reading"],
    )


def _storable(words: str) -> str:
    """Words for a column of plain text: what no database takes (half characters, NUL) is written as its escape."""
    return escaped(words).replace("\0", "\\u0000")
