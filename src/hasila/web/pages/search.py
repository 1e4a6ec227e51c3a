"""Search: the reports that have some words, or name somebody or something."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from fastapi import HTTPException, Request, Response

from hasila.model import Lang
from hasila.search import Filters, parse
from hasila.web.messages import Tongue
from hasila.web.pages.page import for_now, number_of, router_of_pages
from hasila.web.pages.page import page as page_of
from hasila.web.stand import stand_of

router = router_of_pages()

_LONGEST = 500
_LANGS: tuple[Lang, ...] = get_args(Lang)


@router.get("/{lang}/search")
def search(
    lang: Tongue,
    request: Request,
    response: Response,
    q: str = "",
    written: str = "",
    since: str = "",
    until: str = "",
    outlet: str = "",
    actor: str = "",
    place: str = "",
    page: str = "1",
) -> str:
    """What was found, ten reports on a page."""
    seeker = stand_of(request).seeker
    missing = seeker.missing()
    if missing:
        for_now(response)
    query = parse(q)
    asked = {"written": written, "since": since, "until": until, "outlet": outlet, "actor": actor, "place": place}
    found = seeker.find(query, filters_of(**asked), number_of(page))
    values: dict[str, Any] = {"q": q[:_LONGEST], "query": query, "asked": asked, "found": found, "missing": missing}
    return page_of("search.html.j2", lang, request, "search", actors=seeker.appearing("actor")[:60], **values)


def filters_of(written: str, since: str, until: str, outlet: str, actor: str, place: str) -> Filters:
    """The filters as they were typed. Raises HTTPException where a day is none."""
    known = next((one for one in _LANGS if one == written), None)
    return Filters(
        known, _day(since), _day(until), outlet.strip() or None, actor.strip() or None, place.strip() or None
    )


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError as error:
        raise HTTPException(422, "the day is no date: write it as 2023-06-02") from error
