"""Actors and people: who appears in the reports, under which names, and what they say and do there."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from fastapi import HTTPException, Request, Response

from hasila.model import Document, Span
from hasila.search.entities import Entity, Kind
from hasila.search.snippets import Cut, around
from hasila.web.addresses import addresses
from hasila.web.messages import Tongue
from hasila.web.pages.page import for_now, number_of, router_of_pages
from hasila.web.pages.page import page as page_of
from hasila.web.profiles import profile
from hasila.web.seeking import Seeker
from hasila.web.stand import stand_of

router = router_of_pages()

_ON_A_PAGE = 100
_SAYINGS = 10
_KINDS: dict[str, Kind] = {"actors": "actor", "people": "person"}

# A century: whatever lies further apart has a day that is none.
_MOST_MONTHS = 1200
_WHAT = ("quotes", "figures", "facts")

Which = Literal["actors", "people"]


@router.get("/{lang}/actors")
def actors(lang: Tongue, request: Request, response: Response, name: str = "", page: str = "1") -> str:
    """The actors that appear, those in most reports first."""
    return _listed(lang, "actors", request, response, name, page)


@router.get("/{lang}/people")
def people(lang: Tongue, request: Request, response: Response, name: str = "", page: str = "1") -> str:
    """The people who appear, those in most reports first."""
    return _listed(lang, "people", request, response, name, page)


@router.get("/{lang}/actors/{name:path}")
def actor(lang: Tongue, name: str, request: Request, response: Response, of: str = "", page: str = "1") -> str:
    """An actor: names, relations, how often in which month, and the newest figures, quotations and facts.

    ``of`` shows all of one of these.
    """
    return _one(lang, "actors", name, request, response, of, page)


@router.get("/{lang}/people/{name:path}")
def person(lang: Tongue, name: str, request: Request, response: Response, of: str = "", page: str = "1") -> str:
    """A person, as :func:`actor`."""
    return _one(lang, "people", name, request, response, of, page)


def _listed(lang: Tongue, which: Which, request: Request, response: Response, name: str, page: str) -> str:
    seeker = stand_of(request).seeker
    missing = seeker.missing()
    if missing:
        for_now(response)
    every = seeker.named(_KINDS[which], name) if name.strip() else seeker.appearing(_KINDS[which])
    number, last = number_of(page), -(-len(every) // _ON_A_PAGE)
    shown = every[(number - 1) * _ON_A_PAGE : number * _ON_A_PAGE]
    values: dict[str, Any] = {"which": which, "typed": name, "everybody": shown, "number": number, "last": last}
    return page_of("actors.html.j2", lang, request, which, missing=missing, count=len(every), **values)


def _one(lang: Tongue, which: Which, name: str, request: Request, response: Response, of: str, page: str) -> str:
    seeker = stand_of(request).seeker
    missing = seeker.missing()
    if missing:
        for_now(response)
    entity = Entity(_KINDS[which], name)
    months = seeker.by_month(entity)
    known = profile(entity)
    if known is None and not months:
        raise HTTPException(404, "nobody of that name is known here")
    number = number_of(page)
    # the words of others are no sentences with figures, and those alone are shown where reports aren't shown whole
    wanted = [what for what in _WHAT if of in ("", what) and (what == "figures" or addresses().texts)]
    said = {what: seeker.appearances(entity, what, (number - 1) * _SAYINGS, _SAYINGS) for what in wanted}
    totals = {what: sum(getattr(counts, what) for counts in months.values()) for what in ("documents", *_WHAT)}
    values = {"who": name, "known": known, "months": months, "bars": _bars(months), "totals": totals, "said": said}
    shown = {"which": which, "of": of, "number": number, "last": -(-totals.get(of, 0) // _SAYINGS)}
    return page_of(
        "actor.html.j2", lang, request, which, missing=missing, around=_around, here=_here(seeker), **values, **shown
    )


def _here(seeker: Seeker) -> frozenset[str] | None:
    """Who has a page; None where everybody has, because a server answers."""
    if addresses().live:
        return None
    return frozenset(one.name for kind in _KINDS.values() for one in seeker.appearing(kind))


def _around(document: Document, evidence: Span) -> Cut:
    """The words of a report around those that state something."""
    field = document.text if evidence.field == "text" else document.title or ""
    return around(field, evidence.start, evidence.end)


def _bars(months: dict[str, Any]) -> list[tuple[date, int]]:
    """The reports of every month from the first to the last."""
    dated = {month: counts.documents for month, counts in months.items() if month}
    if not dated:
        return []
    first, last = (date.fromisoformat(f"{month}-01") for month in (min(dated), max(dated)))
    steps = (last.year - first.year) * 12 + last.month - first.month
    every = (first.month - 1 + step for step in range(min(steps, _MOST_MONTHS) + 1))
    days = [date(first.year + at // 12, at % 12 + 1, 1) for at in every]
    return [(day, dated.get(f"{day:%Y-%m}", 0)) for day in days]
