"""Overview: what stands month by month, on the map, and in the newest statements."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import Query, Request

from hasila.tally.policy import policy_names
from hasila.web.messages import Tongue
from hasila.web.overview import Asked, announced, chosen, longer, of_whole_countries, offered, panels, placed
from hasila.web.pages.page import page, router_of_pages
from hasila.web.stand import stand_of

router = router_of_pages()

DEFAULT = "official-first"


@router.get("/{lang}/overview")
def overview(
    lang: Tongue,
    request: Request,
    measure: str = "",
    place: str = "",
    series: str = "",
    first: Annotated[str, Query(alias="from")] = "",
    last: Annotated[str, Query(alias="to")] = "",
    policy: str = DEFAULT,
) -> str:
    """What stands, at a glance."""
    held = stand_of(request).arranged(policy)
    asked = Asked(measure, place, series, first, last)
    choice = chosen(asked, held)
    values = {
        "policy": policy,
        "kept_policy": policy if policy != DEFAULT else "",
        "names": policy_names(),
        "held": held,
        "choice": choice,
        "asked": {name: value for name, value in asdict(asked).items() if name not in ("first", "last")},
        "offered": offered(held, choice),
        "panels": panels(held, choice),
        "placed": placed(held, choice),
        "statements": announced(held, choice),
        "longer": longer(held, choice),
        "whole": of_whole_countries(held, choice),
    }
    return page("overview.html.j2", lang, request, "overview", **values)
