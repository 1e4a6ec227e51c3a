"""What is passed along, as plain types for JSON, and back: one set of shapes for files, the ledger and programs."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from hasila.model import (
    Assessment,
    Document,
    EffortMention,
    Fact,
    Figure,
    Period,
    Place,
    Quote,
    Reading,
    Span,
)

# Half characters can't be encoded, and these breaks would end the line for readers that split on more than \n.
_BREAKS = "\u0085\u2028\u2029"
_UNSAFE = re.compile(f"[\ud800-\udfff{_BREAKS}]")

Plain = dict[str, Any]


def line(plain: object) -> str:
    """``plain`` as JSON on one line, without a line break inside, that any reader of UTF-8 takes.

    Half characters (lone surrogates) are escaped; a first half directly before a second half is read back as the
    character that they make.
    """
    written = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return written if written.isascii() else escaped(written)


def escaped(written: str) -> str:
    """JSON with the signs escaped that would break the line or can't be encoded."""
    if not any(sign in written for sign in _BREAKS) and _is_encodable(written):
        return written
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _is_encodable(written: str) -> bool:
    try:
        written.encode()
    except UnicodeEncodeError:
        return False
    return True


def plain_document(document: Document) -> Plain:
    """All that is known of a document."""
    return {
        "id": document.id,
        "text": document.text,
        "title": document.title,
        "published": plain_day(document.published),
        "lang": document.lang,
        "url": document.url,
        "outlet": document.outlet,
        "source": document.source,
        "extra": dict(document.extra),
        "notes": list(document.notes),
    }


def document_of(plain: Mapping[str, Any]) -> Document:
    """The document that :func:`plain_document` was given."""
    return Document(
        plain["id"],
        plain["text"],
        plain["title"],
        day_of(plain["published"]),
        plain["lang"],
        plain["url"],
        plain["outlet"],
        plain["source"],
        plain["extra"],
        tuple(plain["notes"]),
    )


def plain_reading(reading: Reading) -> Plain:
    """What was read, without the document that it was read in."""
    return {
        "lang": reading.lang,
        "relevant": reading.relevant,
        "figures": [plain_figure(figure) for figure in reading.figures],
        "quotes": [{"speaker": q.speaker, "role": q.role, "evidence": plain_span(q.evidence)} for q in reading.quotes],
        "facts": [
            {
                "subject": f.subject,
                "predicate": f.predicate,
                "value": f.value,
                "when": f.when,
                "evidence": plain_span(f.evidence),
            }
            for f in reading.facts
        ],
        "assessments": [
            {"by": a.by, "about": a.about, "evidence": plain_span(a.evidence)} for a in reading.assessments
        ],
        "lines_of_effort": [{"line": e.line, "evidence": plain_span(e.evidence)} for e in reading.lines_of_effort],
        "notes": list(reading.notes),
    }


def reading_of(document: Document, plain: Mapping[str, Any]) -> Reading:
    """The reading of ``document`` that :func:`plain_reading` was given."""
    return Reading(
        document,
        plain["lang"],
        plain["relevant"],
        tuple([figure_of(figure) for figure in plain["figures"]]),
        tuple([Quote(q["speaker"], q["role"], span_of(q["evidence"])) for q in plain["quotes"]]),
        tuple(
            [Fact(f["subject"], f["predicate"], f["value"], f["when"], span_of(f["evidence"])) for f in plain["facts"]]
        ),
        tuple([Assessment(a["by"], a["about"], span_of(a["evidence"])) for a in plain["assessments"]]),
        tuple([EffortMention(e["line"], span_of(e["evidence"])) for e in plain["lines_of_effort"]]),
        tuple(plain["notes"]),
    )


def plain_figure(figure: Figure) -> Plain:
    """A figure with all its slots."""
    return {
        "measure": figure.measure,
        "low": figure.low,
        "high": figure.high,
        "qualifier": figure.qualifier,
        "modality": figure.modality,
        "kind": figure.kind,
        "subset": figure.subset,
        "victim": figure.victim,
        "actor": figure.actor,
        "partners": list(figure.partners),
        "mode": figure.mode,
        "target": figure.target,
        "place": None if figure.place is None else plain_place(figure.place),
        "period": None if figure.period is None else plain_period(figure.period),
        "attribution": figure.attribution,
        "evidence": plain_span(figure.evidence),
        "confidence": figure.confidence,
        "trail": list(figure.trail),
        "basis": dict(figure.basis),
    }


def figure_of(plain: Mapping[str, Any]) -> Figure:
    """The figure that :func:`plain_figure` was given."""
    place, period = plain["place"], plain["period"]
    return Figure(
        plain["measure"],
        plain["low"],
        plain["high"],
        plain["qualifier"],
        plain["modality"],
        plain["kind"],
        plain["subset"],
        plain["victim"],
        plain["actor"],
        tuple(plain["partners"]),
        plain["mode"],
        plain["target"],
        None if place is None else place_of(place),
        None if period is None else period_of(period),
        plain["attribution"],
        span_of(plain["evidence"]),
        plain["confidence"],
        tuple(plain["trail"]),
        plain["basis"],
    )


def plain_span(span: Span) -> Plain:
    return {"field": span.field, "start": span.start, "end": span.end, "text": span.text}


def span_of(plain: Mapping[str, Any]) -> Span:
    return Span(plain["field"], plain["start"], plain["end"], plain["text"])


def plain_place(place: Place) -> Plain:
    return {
        "scope": place.scope,
        "name": place.name,
        "as_written": place.as_written,
        "lat": place.lat,
        "lon": place.lon,
        "geonames": place.geonames,
    }


def place_of(plain: Mapping[str, Any]) -> Place:
    return Place(plain["scope"], plain["name"], plain["as_written"], plain["lat"], plain["lon"], plain["geonames"])


def plain_period(period: Period) -> Plain:
    return {
        "start": plain_day(period.start),
        "end": plain_day(period.end),
        "as_written": period.as_written,
        "basis": period.basis,
    }


def period_of(plain: Mapping[str, Any]) -> Period:
    return Period(day_of(plain["start"]), day_of(plain["end"]), plain["as_written"], plain["basis"])


def plain_day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def day_of(plain: str | None) -> date | None:
    return date.fromisoformat(plain) if plain else None
