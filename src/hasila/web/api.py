"""The interface for programs: the same objects as the command line prints."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Literal

from fastapi import APIRouter, HTTPException, Request
from pydantic import BaseModel, Field

from hasila.export import tallies
from hasila.export.jsonl import as_object
from hasila.model import Document
from hasila.reading import read
from hasila.tally.views import shown
from hasila.web.pages.read import MOST
from hasila.web.stand import stand_of

router = APIRouter(tags=["v1"])

Span = Literal["month", "quarter", "half", "year"]


class Report(BaseModel):
    """A report to be read."""

    text: str = Field(max_length=MOST)
    id: str = "report"
    title: str | None = None
    published: date | None = None
    lang: Literal["ar", "en", "mixed"] | None = None


@router.post("/read")
def read_report(report: Report) -> dict[str, Any]:
    """Read a report: every figure that it states, with the words that state it (the object of `hasila read`)."""
    document = Document(report.id, report.text, title=report.title, published=report.published, lang=report.lang)
    return as_object(read(document))


@router.get("/tally")
def tally(
    request: Request, by: Span | None = None, place: str | None = None, policy: str = "official-first"
) -> dict[str, Any]:
    """What stands in the ledger (the object of `hasila tally --format json`)."""
    found = stand_of(request).published(policy)
    made: dict[str, Any] = json.loads(tallies.tally_json(found, shown(found.rows, by, place)))
    return made


@router.get("/conflicts")
def conflicts(request: Request, policy: str = "official-first") -> dict[str, Any]:
    """What contradicts what (the object of `hasila conflicts --format json`)."""
    stand = stand_of(request)
    made = stand.tallied(policy).tally
    sentences = stand.sentences(claim for one in made.conflicts for claim in one.claims)
    plain: dict[str, Any] = json.loads(tallies.conflicts_json(made.conflicts, made.sources, sentences))
    return plain


@router.get("/documents/{key}")
def document(request: Request, key: str) -> dict[str, Any]:
    """A document of the ledger with the reading that stands."""
    held = stand_of(request).document(key)
    if held is None:
        raise HTTPException(404, "there is no such document in the ledger")
    return {"key": held.key, "withdrawn": held.withdrawn, **as_object(held.reading)}
