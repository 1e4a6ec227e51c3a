"""Writing for programs, with a token of somebody who may."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from hasila.codec import line
from hasila.export.jsonl import as_object
from hasila.ledger import Decision
from hasila.ledger.decisions import Action
from hasila.model import Document
from hasila.sources import open_bytes
from hasila.web.api.reading import Report
from hasila.web.people import Person, needs
from hasila.web.stand import stand_of
from hasila.web.writing import add, decide, name_of

REFUSALS: dict[int | str, dict[str, Any]] = {
    401: {"description": "No token, or one that is no good."},
    403: {"description": "The role of the token's owner is not enough."},
    429: {"description": "Too much in a minute; the header Retry-After says when to go on."},
}
router = APIRouter(tags=["v1, writing"], responses=REFUSALS)


class NewReport(Report):
    """A report to be kept, as a line of JSON lines holds it; what else it says is kept beside it."""

    model_config = ConfigDict(extra="allow")

    id: str = ""
    url: str | None = None
    outlet: str | None = None


class NewDecision(BaseModel):
    """What is decided about a figure (`DOCUMENT#NUMBER`) or a document, and why; who decides, the token says."""

    target: str = Field(min_length=1, max_length=2000)
    action: Action
    why: str = Field(min_length=1, max_length=2000)
    field: str | None = None
    value: str | None = None


@router.post("/documents", status_code=201, responses={200: {"description": "It was in the ledger before."}})
def add_document(
    request: Request, response: Response, _: Annotated[Person, Depends(needs("editor"))], report: NewReport
) -> dict[str, Any]:
    """Add a report to the ledger, unless it is there, and give the document with its reading. For editors."""
    stand = stand_of(request)
    done = add(stand.ledger, _document(report))
    held = stand.document(done.key)
    assert held is not None
    response.status_code = 201 if done.new else 200
    response.headers["Location"] = f"/api/v1/documents/{done.key}"
    return {"key": done.key, "new": done.new, "withdrawn": held.withdrawn, **as_object(held.reading)}


@router.post("/decisions", status_code=201)
def add_decision(
    request: Request, person: Annotated[Person, Depends(needs("reviewer"))], decision: NewDecision
) -> dict[str, int]:
    """Keep a decision, and give the number of its row.

    Reviewers accept, correct, reject, are unsure, and undo what they decided; editors also settle what people differ
    about, put a figure back as it was read, and withdraw and restore documents.
    """
    kept = Decision(who=person.name, **decision.model_dump())
    return {"seq": decide(stand_of(request).ledger, person, kept)}


def _document(report: NewReport) -> Document:
    """The report, taken in like any other line of JSON, with remarks on its condition."""
    plain = report.model_dump(mode="json", exclude_none=True)
    written = line({**plain, "id": report.id or name_of(report.text)}).encode()
    for item in open_bytes(written, "posted.jsonl"):
        if isinstance(item, Document):
            return item
        raise HTTPException(422, item.reason)
    raise HTTPException(422, "there is no report in it")
