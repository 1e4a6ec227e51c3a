"""About the numbers: how they come about, what they mean, and what goes wrong."""

from __future__ import annotations

from fastapi import Request

from hasila.tally.policy import policy, policy_names
from hasila.web.messages import Tongue
from hasila.web.pages.page import page, router_of_pages

router = router_of_pages()

# before those that follow the rules of others
_FIRST = ("official-first", "witnesses")


@router.get("/{lang}/about")
def about(lang: Tongue, request: Request) -> str:
    """The method, the policies as their files have them, the known failures, and the licences."""
    names = sorted(policy_names(), key=lambda name: (name not in _FIRST, name != _FIRST[0], name))
    return page("about.html.j2", lang, request, "about", policies=[policy(name) for name in names])
