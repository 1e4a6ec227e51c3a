"""Outlets: how far what each said can be relied on."""

from __future__ import annotations

from typing import Any

from fastapi import HTTPException, Request, Response

from hasila.tally.policy import policy_names
from hasila.web.messages import Tongue
from hasila.web.pages.page import for_now, number_of, router_of_pages
from hasila.web.pages.page import page as page_of
from hasila.web.stand import stand_of

router = router_of_pages()

_ON_A_PAGE = 100
_MOST_EXAMPLES = 20


@router.get("/{lang}/outlets")
def outlets(lang: Tongue, request: Request, response: Response, policy: str = "official-first", page: str = "1") -> str:
    """Every outlet, those with most claims first."""
    made, current = stand_of(request).judging.outlets(policy)
    if not current:
        for_now(response)
    every = [] if made is None else list(made.outlets.values())
    number = number_of(page)
    shown = every[(number - 1) * _ON_A_PAGE : number * _ON_A_PAGE]
    values: dict[str, Any] = {"policy": policy, "names": policy_names(), "made": made, "current": current}
    paging = {"number": number, "last": -(-len(every) // _ON_A_PAGE)}
    return page_of("outlets.html.j2", lang, request, "outlets", outlets=shown, **values, **paging)


@router.get("/{lang}/outlets/{name:path}")
def outlet(lang: Tongue, name: str, request: Request, response: Response, policy: str = "official-first") -> str:
    """An outlet: what became of its claims, its errors with their places, and whom it copied."""
    made, current = stand_of(request).judging.outlets(policy)
    if not current:
        for_now(response)
    one = None if made is None else made.outlets.get(name)
    if made is not None and one is None:
        raise HTTPException(404, "there is no such outlet in the ledger")
    sources = {} if made is None else made.sources
    values: dict[str, Any] = {"policy": policy, "names": policy_names(), "current": current, "sources": sources}
    return page_of("outlet.html.j2", lang, request, "outlets", who=name, one=one, most=_MOST_EXAMPLES, **values)
