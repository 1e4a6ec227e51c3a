"""Reading a report that is in no ledger."""

from __future__ import annotations

from datetime import date
from typing import Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from hasila.export.jsonl import as_object
from hasila.model import Document
from hasila.reading import read
from hasila.web.api.answers import plain
from hasila.web.api.models import Read
from hasila.web.pages.read import MOST

router = APIRouter(tags=["v1"])


class Report(BaseModel):
    """A report to be read."""

    text: str = Field(max_length=MOST, examples=["US Central Command said that 38 operations in May 2023 killed 8."])
    id: str = "report"
    title: str | None = None
    published: date | None = Field(default=None, description='"Last month" is counted from this day.')
    lang: Literal["ar", "en", "mixed"] | None = None


@router.post("/read", responses={200: {"model": Read}})
def read_report(report: Report) -> Response:
    """Read a report: every figure that it states, with the words that state it (the object of `hasila read`).

    Nothing is kept.
    """
    document = Document(report.id, report.text, title=report.title, published=report.published, lang=report.lang)
    return plain(as_object(read(document)))
