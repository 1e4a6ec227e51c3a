"""Conflicts: what contradicts what, the newest first."""

from __future__ import annotations

from fastapi import Request

from hasila.tally.disputes import Dispute
from hasila.tally.policy import policy_names
from hasila.web.messages import Tongue
from hasila.web.pages.page import page, router_of_pages
from hasila.web.paging import part_of
from hasila.web.stand import stand_of

router = router_of_pages()

_MOST = 25


@router.get("/{lang}/conflicts")
def conflicts(lang: Tongue, request: Request, policy: str = "official-first", after: str | None = None) -> str:
    """What contradicts what."""
    stand = stand_of(request)
    part = part_of(stand.disputes(policy), _name, after, _MOST)
    sources, sentences = stand.quoted(words for one in part.items for said in one.stated for words in said.quoted)
    values = {"part": part, "sources": sources, "sentences": sentences, "names": policy_names()}
    return page("conflicts.html.j2", lang, request, "conflicts", policy=policy, **values)


def _name(one: Dispute) -> str:
    return f"{one.statement} {one.id}"
