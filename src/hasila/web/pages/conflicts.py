"""Conflicts: what contradicts what."""

from __future__ import annotations

from fastapi import Request

from hasila.tally.policy import policy_names
from hasila.web.messages import Tongue
from hasila.web.pages.page import page, router_of_pages
from hasila.web.stand import stand_of

router = router_of_pages()


@router.get("/{lang}/conflicts")
def conflicts(lang: Tongue, request: Request, policy: str = "official-first") -> str:
    """What contradicts what."""
    found, made, sentences = stand_of(request).conflicts(policy)
    values = {"conflicts": found, "sources": made.sources, "sentences": sentences, "names": policy_names()}
    return page("conflicts.html.j2", lang, request, "conflicts", policy=policy, **values)
