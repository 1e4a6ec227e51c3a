"""The two tables of a crawl: their columns, and readings as rows of them. docs/crawl.md describes every column."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from hasila.bulk.plan import FORMAT
from hasila.codec import line, plain_document, plain_reading
from hasila.ledger.identity import document_key, engine
from hasila.model import Document, Figure, Reading

_SURROGATES = re.compile("[\ud800-\udfff]")
_LARGEST = 2**63 - 1

Row = dict[str, Any]


@cache
def documents_schema() -> Any:
    """A row for every document that was kept."""
    import pyarrow as pa

    words, number = pa.string(), pa.int32()
    columns = [
        pa.field("key", words, nullable=False),
        pa.field("id", words, nullable=False),
        pa.field("title", words),
        pa.field("text", words),
        pa.field("published", pa.date32()),
        pa.field("lang", words),
        pa.field("url", words),
        pa.field("outlet", words),
        pa.field("source", words),
        pa.field("notes", pa.list_(words)),
        pa.field("extra", words),
        pa.field("exact", words),
        pa.field("read_as", words),
        pa.field("relevant", pa.bool_()),
        pa.field("figures", number),
        pa.field("reading", words),
    ]
    return pa.schema(columns, metadata=_about("documents"))


@cache
def figures_schema() -> Any:
    """A row for every figure of the documents that were kept."""
    import pyarrow as pa

    words, number, place, day = pa.string(), pa.int32(), pa.float64(), pa.date32()
    columns = [
        pa.field("document", words, nullable=False),
        pa.field("number", number, nullable=False),
        pa.field("measure", words),
        pa.field("low", pa.int64()),
        pa.field("high", pa.int64()),
        pa.field("qualifier", words),
        pa.field("modality", words),
        pa.field("kind", words),
        pa.field("subset", pa.bool_()),
        pa.field("victim", words),
        pa.field("actor", words),
        pa.field("partners", pa.list_(words)),
        pa.field("mode", words),
        pa.field("target", words),
        pa.field("place_scope", words),
        pa.field("place_name", words),
        pa.field("place_as_written", words),
        pa.field("place_lat", place),
        pa.field("place_lon", place),
        pa.field("place_geonames", pa.int64()),
        pa.field("period_start", day),
        pa.field("period_end", day),
        pa.field("period_as_written", words),
        pa.field("period_basis", words),
        pa.field("attribution", words),
        pa.field("evidence_field", words),
        pa.field("evidence_start", number),
        pa.field("evidence_end", number),
        pa.field("evidence_text", words),
        pa.field("confidence", place),
        pa.field("trail", pa.list_(words)),
        pa.field("basis", pa.map_(words, words)),
    ]
    return pa.schema(columns, metadata=_about("figures"))


def document_row(key: str, reading: Reading, keep_text: bool) -> Row:
    """A document with its reading; ``exact`` is the document as JSON where UTF-8 can't hold it as it is."""
    document = reading.document
    row = {
        "key": key,
        "id": document.id,
        "title": document.title,
        "text": document.text if keep_text else None,
        "published": document.published,
        "lang": document.lang,
        "url": document.url,
        "outlet": document.outlet,
        "source": document.source,
        "notes": list(document.notes),
        "extra": line(dict(document.extra)),
        "read_as": reading.lang,
        "relevant": reading.relevant,
        "figures": len(reading.figures),
        "reading": line(plain_reading(reading)),
    }
    return {**_whole(row), "exact": _exact(document) if keep_text else None}


def figure_row(key: str, number: int, figure: Figure) -> Row:
    """A figure with its place, period and evidence laid flat; ``number`` is its place in the reading, from 0."""
    place, period, evidence = figure.place, figure.period, figure.evidence
    row = {
        "document": key,
        "number": number,
        "measure": figure.measure,
        "low": _bounded(figure.low),
        "high": _bounded(figure.high),
        "qualifier": figure.qualifier,
        "modality": figure.modality,
        "kind": figure.kind,
        "subset": figure.subset,
        "victim": figure.victim,
        "actor": figure.actor,
        "partners": list(figure.partners),
        "mode": figure.mode,
        "target": figure.target,
        "place_scope": place and place.scope,
        "place_name": place and place.name,
        "place_as_written": place and place.as_written,
        "place_lat": place and place.lat,
        "place_lon": place and place.lon,
        "place_geonames": place and place.geonames,
        "period_start": period and period.start,
        "period_end": period and period.end,
        "period_as_written": period and period.as_written,
        "period_basis": period and period.basis,
        "attribution": figure.attribution,
        "evidence_field": evidence.field,
        "evidence_start": evidence.start,
        "evidence_end": evidence.end,
        "evidence_text": evidence.text,
        "confidence": figure.confidence,
        "trail": list(figure.trail),
        "basis": list(figure.basis.items()),
    }
    return _whole(row)


def key_of(reading: Reading) -> str:
    """The key that the document has in a ledger."""
    return document_key(reading.document)


def _about(table: str) -> dict[str, str]:
    return {"hasila.table": table, "hasila.format": str(FORMAT), "hasila.engine": engine()}


def _exact(document: Document) -> str | None:
    words = (document.id, document.title, document.text, document.url, document.outlet, document.source)
    broken = any(_SURROGATES.search(one) for one in (*words, *document.notes) if one and not one.isascii())
    return line(plain_document(document)) if broken else None


def _whole(row: Row) -> Row:
    """``row`` with U+FFFD for halves of characters, one for one, so that offsets stay true."""
    return {name: _sound(value) for name, value in row.items()}


def _sound(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else _SURROGATES.sub("\ufffd", value)
    if isinstance(value, list):
        return [_sound(one) for one in value]
    return value


def _bounded(count: int | None) -> int | None:
    """Counts that no column holds are no counts that anybody made; the reading beside has them as they are."""
    return count if count is None or count <= _LARGEST else None
