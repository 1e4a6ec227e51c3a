"""The search."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from hasila.search import Filters, parse
from hasila.search.plain import found_object
from hasila.web.api import models
from hasila.web.api.answers import plain
from hasila.web.api.asked import Language
from hasila.web.stand import stand_of

router = APIRouter(tags=["v1"])

Words = Annotated[str, Query(description='Words in any order, "words together", a beginning*, names in any script.')]
Name = Annotated[str | None, Query(description="A name in any script.")]
Carrier = Annotated[str | None, Query(description="The outlet, as the documents call it.")]
First = Annotated[date | None, Query(description="Published on this day or later.")]
Last = Annotated[date | None, Query(description="Published on this day or before.")]

_HIT: dict[str, Any] = {
    "key": "9f86d0…", "id": "report-7", "lang": "ar", "title": None, "outlet": "…", "published": "2023-06-02",
    "url": None, "figures": 3, "withdrawn": False,
    "found": [{"field": "text", "start": 14, "end": 20, "text": "بالرقة"}],
    "snippet": {"start": 0, "end": 21, "text": "قُتل عنصران بالرقة أمس"},
}  # fmt: skip
_FOUND = {"query": "Raqqa", "total": 1, "page": 1, "pages": 1, "order": "best", "missing": 0, "documents": [_HIT]}


@router.get("/search", responses=models.given(models.Search, _FOUND, listed=False))
def search(
    request: Request,
    q: Words = "",
    lang: Language = None,
    since: First = None,
    until: Last = None,
    outlet: Carrier = None,
    actor: Name = None,
    place: Name = None,
    page: Annotated[int, Query(ge=1)] = 1,
) -> Response:
    """The documents that have all the words, ten on a page, with the places where they stand in title and text.

    The object of `hasila search --format json`; offsets are code points in the field as given.
    """
    seeker = stand_of(request).seeker
    missing = seeker.missing()
    found = seeker.find(parse(q), Filters(lang, since, until, outlet, actor, place), page)
    answer = plain({"query": q, **found_object(found, missing)})
    if missing:  # more is found a moment later, though the ledger stays the same
        answer.headers["Cache-Control"] = "no-store"
    return answer
