"""What editors do: add the report that was read, withdraw one of the ledger, put it back."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from fastapi import Depends, Form, HTTPException, Request
from fastapi.responses import RedirectResponse

from hasila.ledger import Decision
from hasila.web.addresses import link
from hasila.web.messages import Tongue
from hasila.web.pages.page import router_of_pages
from hasila.web.people import Person, needs
from hasila.web.refusals import NO_DOCUMENT, NO_REASON
from hasila.web.stand import stand_of
from hasila.web.writing import accepted, add, decide

router = router_of_pages()

Editor = Annotated[Person, Depends(needs("editor"))]
Line = Annotated[str, Form(max_length=2000)]


@router.post("/{lang}/documents")
def add_report(
    lang: Tongue,
    request: Request,
    _: Editor,
    document: Annotated[str, Form()],
    name: Line = "",
    outlet: Line = "",
    url: Line = "",
) -> RedirectResponse:
    """The report that was shown, into the ledger; then its page there."""
    shown = accepted(document)
    kept = replace(
        shown, id=name.strip() or shown.id, outlet=outlet.strip() or None, url=url.strip() or None, source=None
    )
    done = add(stand_of(request).ledger, kept)
    return _to(lang, done.key, "added" if done.new else "known")


@router.post("/{lang}/documents/{key}/{action}")
def withdraw_or_restore(
    lang: Tongue, request: Request, key: str, action: Literal["withdraw", "restore"], editor: Editor, why: Line = ""
) -> RedirectResponse:
    """A document out of the tally, or back into it, with the reason; then its page."""
    stand = stand_of(request)
    held = stand.document(key)
    if held is None:
        raise HTTPException(404, NO_DOCUMENT)
    if not why.strip():
        raise HTTPException(422, NO_REASON)
    if held.withdrawn is not (action == "withdraw"):
        decide(stand.ledger, editor, Decision(target=key, action=action, who=editor.name, why=why))
    return _to(lang, key, action)


def _to(lang: Tongue, key: str, done: str) -> RedirectResponse:
    return RedirectResponse(link(lang, "documents", key, done=done), 303)
