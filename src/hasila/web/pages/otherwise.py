"""Seen otherwise: the figures that another reader sees otherwise than Hasila, and what people say of them."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import RedirectResponse

from hasila.ledger.decisions import Action
from hasila.ledger.targets import is_of_another
from hasila.web.addresses import link
from hasila.web.messages import Tongue
from hasila.web.pages.page import page, router_of_pages
from hasila.web.pages.review import Reviewer, gone
from hasila.web.reviewing import reviewing_of
from hasila.web.stand import stand_of
from hasila.web.verdicts import simple

router = router_of_pages()

_SHOWN = 50
_PLAIN: tuple[Action, ...] = ("accept", "reject", "unsure")


@router.get("/{lang}/review/otherwise")
def otherwise(lang: Tongue, request: Request, person: Reviewer) -> str:
    """What nobody has looked at yet, the gravest first."""
    found = [one for one in reviewing_of(request).otherwise() if one.is_open]
    keys = {one.key for one in found[:_SHOWN]}
    held = {one.key: one for one in stand_of(request).ledger.documents(keys=keys)} if keys else {}
    shown = [(one, held[one.key]) for one in found[:_SHOWN]]
    return page("otherwise.html.j2", lang, request, "review", shown=shown, left=len(found) - len(shown))


@router.post("/{lang}/review/otherwise")
def say(
    lang: Tongue,
    request: Request,
    person: Reviewer,
    id: Annotated[str, Form()],
    action: Annotated[str, Form()],
    why: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Take down whether a figure that the other reader alone has is there. What Hasila has is judged as ever."""
    plain = next((one for one in _PLAIN if one == action), None)
    if plain is None or not is_of_another(id):
        raise gone()
    stand_of(request).ledger.decide(simple(id, plain, person.name, why))
    return RedirectResponse(link(lang, "review/otherwise"), 303)
