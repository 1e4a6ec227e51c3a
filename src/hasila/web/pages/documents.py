"""Document: a report of the ledger with its marks."""

from __future__ import annotations

from fastapi import HTTPException, Request

from hasila.web.marks import marked
from hasila.web.messages import Tongue
from hasila.web.pages.page import page, router_of_pages
from hasila.web.people import person_of
from hasila.web.reviewing import reviewing_of, seen_by
from hasila.web.stand import stand_of

router = router_of_pages()


@router.get("/{lang}/documents/{key}")
def document(lang: Tongue, request: Request, key: str, done: str = "") -> str:
    """A report of the ledger with everything that was read in it."""
    held = stand_of(request).document(key)
    if held is None:
        raise HTTPException(404, "there is no such document in the ledger")
    every = reviewing_of(request).decisions(key)
    told = seen_by(person_of(request), every)
    values = {"one": marked(held.reading), "held": held, "told": told, "unseen": len(every) - len(told)}
    return page("document.html.j2", lang, request, "document", done=done, **values)
