"""The documents of the ledger with what was read in them."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response

from hasila.ledger.listing import Listed, listed, seq_of
from hasila.web.api import models
from hasila.web.api.answers import Cursor, Limit, WantsLines, lines, part, plain
from hasila.web.api.asked import (
    Language,
    Measures,
    Modes,
    Outlet,
    Period,
    Place,
    Since,
    Wanted,
    days_of,
    moment_of,
)
from hasila.web.api.scanning import BUDGET, Filed, Scan
from hasila.web.paging import read_cursor, written
from hasila.web.stand import stand_of

router = APIRouter(tags=["v1"])

Texts = Annotated[bool, Query(description="With the texts as they were given.")]
Key = Annotated[str, Path(max_length=200, examples=["9f86d081884c7d65…"])]
_READ: dict[str, Any] = {
    "id": "report-7", "lang": "en", "title": None, "published": "2023-06-02", "relevant": True, "figures": [],
    "quotes": [], "facts": [], "assessments": [], "lines_of_effort": [], "notes": [],
}  # fmt: skip
_DOCUMENT = {
    "key": "9f86d0…", "added": "2023-06-03T08:00:00Z", "withdrawn": False, "outlet": "…", "url": None, **_READ,
}  # fmt: skip


@router.get("/documents", responses=models.given(models.Documents, {"documents": [_DOCUMENT]}))
def documents(
    request: Request,
    as_lines: WantsLines,
    outlet: Outlet = None,
    language: Language = None,
    published: Annotated[Period, Query(description="The period in which it came out.")] = None,
    since: Since = None,
    measure: Measures = None,
    mode: Modes = None,
    place: Place = None,
    period: Period = None,
    texts: Texts = False,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Documents with the readings that stand, in the order of adding; each is an object of `hasila read`, and more.

    With a measure, a mode, a place or a period: those with such a figure. A part looks through so many documents at
    most that it may hold fewer than `limit`, or none, where few fit: go on as long as there is a next one.
    """
    stand, wanted = stand_of(request), Wanted(measure, mode, place, days_of(period))
    filed = Filed(outlet, language, days_of(published), moment_of(since))
    after = 0 if cursor is None else int(read_cursor(cursor, (int,))[0])
    scan = Scan(stand.ledger, after, filed, budget=None if as_lines else BUDGET, texts=texts)
    gone = stand.withdrawn()
    found = (
        plain_document(gone, one, read)
        for one, read in scan
        if wanted == Wanted() or any(map(wanted.has, read["figures"]))
    )
    if as_lines:
        return lines(found)
    some = [one for _, one in zip(range(limit), found, strict=False)]
    return part(request, {"documents": some}, written([scan.seen]) if scan.has_more else None)


@router.get("/documents/{key}", responses=models.given(models.Document, _DOCUMENT, listed=False))
def document(request: Request, key: Key) -> Response:
    """A document of the ledger with its text and the reading that stands."""
    stand = stand_of(request)
    seq = seq_of(stand.ledger, key)
    if seq is None:
        raise HTTPException(404, "there is no such document in the ledger")
    (one,) = listed(stand.ledger, seq - 1, seq, 1, texts=True)
    return plain(plain_document(stand.withdrawn(), one, one.read()))


def plain_document(gone: frozenset[str], one: Listed, read: dict[str, Any]) -> dict[str, Any]:
    """A document in plain types; ``gone`` are the keys of those that were withdrawn."""
    about = one.about
    text = {} if one.text is None else {"text": one.text}
    return {
        "key": one.key,
        "added": one.added,
        "withdrawn": one.key in gone,
        "outlet": about["outlet"],
        "url": about["url"],
        "id": about["id"],
        "lang": read.pop("lang"),
        "title": about["title"],
        "published": about["published"],
        **read,
        "notes": [*about["notes"], *read["notes"]],
        **text,
    }
