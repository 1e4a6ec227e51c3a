"""A reading as one JSON object: the contract that programs rely on."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from hasila.model import Figure, Period, Place, Reading, Span

# Half characters can't be encoded, and these breaks would end the line for readers that split on more than \n.
_UNSAFE = re.compile("[\ud800-\udfff\u0085\u2028\u2029]")


def dumps(reading: Reading) -> str:
    """One line, without a line break inside, that any reader of UTF-8 takes."""
    line = json.dumps(as_object(reading), ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def as_object(reading: Reading) -> dict[str, Any]:
    """``reading`` in plain types; None stays null and always means unknown."""
    document = reading.document
    return {
        "id": document.id,
        "lang": reading.lang,
        "title": document.title,
        "published": _day(document.published),
        "relevant": reading.relevant,
        "figures": [_figure(figure) for figure in reading.figures],
        "quotes": [{"speaker": q.speaker, "role": q.role, "evidence": _span(q.evidence)} for q in reading.quotes],
        "facts": [
            {
                "subject": f.subject,
                "predicate": f.predicate,
                "value": f.value,
                "when": f.when,
                "evidence": _span(f.evidence),
            }
            for f in reading.facts
        ],
        "assessments": [{"by": a.by, "about": a.about, "evidence": _span(a.evidence)} for a in reading.assessments],
        "lines_of_effort": [{"line": e.line, "evidence": _span(e.evidence)} for e in reading.lines_of_effort],
        "notes": [*document.notes, *reading.notes],
    }


def _figure(figure: Figure) -> dict[str, Any]:
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
        "place": _place(figure.place),
        "period": _period(figure.period),
        "attribution": figure.attribution,
        "evidence": _span(figure.evidence),
        "confidence": figure.confidence,
        "trail": list(figure.trail),
        "basis": dict(figure.basis),
    }


def _span(span: Span) -> dict[str, Any]:
    return {"field": span.field, "start": span.start, "end": span.end, "text": span.text}


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "scope": place.scope,
        "name": place.name,
        "as_written": place.as_written,
        "lat": place.lat,
        "lon": place.lon,
        "geonames": place.geonames,
    }


def _period(period: Period | None) -> dict[str, Any] | None:
    if period is None:
        return None
    return {
        "start": _day(period.start),
        "end": _day(period.end),
        "as_written": period.as_written,
        "basis": period.basis,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
