"""Conflicts: what contradicts what."""

from __future__ import annotations

from fastapi import Request

from hasila.tally.policy import policy_names
from hasila.tally.result import Conflict
from hasila.web.messages import Tongue
from hasila.web.pages.page import page, router_of_pages
from hasila.web.paging import part_of
from hasila.web.stand import stand_of

router = router_of_pages()


_MOST = 20
_MOST_CLAIMS = 12


@router.get("/{lang}/conflicts")
def conflicts(lang: Tongue, request: Request, policy: str = "official-first", after: str | None = None) -> str:
    """What contradicts what."""
    stand = stand_of(request)
    made = stand.tallied(policy).tally
    shown = part_of(made.conflicts, _name, after, _MOST)
    claims = [claim for one in shown.items for claim in one.claims[:_MOST_CLAIMS]]
    values = {"conflicts": shown, "sources": made.sources, "sentences": stand.sentences(claims)}
    asked = {"policy": policy, "names": policy_names(), "most": _MOST_CLAIMS}
    return page("conflicts.html.j2", lang, request, "conflicts", **values, **asked)


def _name(conflict: Conflict) -> str:
    return conflict.id
