"""Differences: the figures that reviewers judge differently, and whose judgement shall stand."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Form, Request
from fastapi.responses import RedirectResponse

from hasila.web.addresses import link
from hasila.web.messages import Tongue
from hasila.web.pages.page import page, router_of_pages
from hasila.web.pages.review import Reviewer, gone
from hasila.web.people import Person, needs
from hasila.web.reviewing import reviewing_of
from hasila.web.stand import stand_of
from hasila.web.verdicts import simple

router = router_of_pages()

_SHOWN = 50


@router.get("/{lang}/review/differences")
def differences(lang: Tongue, request: Request, person: Reviewer) -> str:
    """What people differ about: all of it for an editor, for others what they have judged themselves."""
    found = reviewing_of(request).desk().differences()
    seen = [one for one in found if person.may("editor") or one.ruling.of(person.name) is not None]
    keys = {one.item.document for one in seen[:_SHOWN]}
    held = {one.key: one for one in stand_of(request).ledger.documents(keys=keys)} if keys else {}
    shown = [(one, held[one.item.document]) for one in seen[:_SHOWN]]
    values = {"shown": shown, "unseen": len(found) - len(seen), "left": len(seen) - len(shown)}
    return page("differences.html.j2", lang, request, "review", **values)


@router.post("/{lang}/review/{key}/{index}/settle")
def settle(
    lang: Tongue,
    request: Request,
    person: Annotated[Person, Depends(needs("editor"))],
    key: str,
    index: int,
    whose: Annotated[str, Form()],
    why: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """One of the judgements stands from now on."""
    desk = reviewing_of(request).desk(fresh=False)
    item = desk.item(key, index)
    target = None if item is None else desk.judged_at(item, whose)
    if target is None:
        raise gone()
    stand_of(request).ledger.decide(simple(target, "settle", person.name, why, whose))
    return RedirectResponse(link(lang, "review/differences"), 303)
