"""Review: the queue, who has looked at what, and how far people agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, HTTPException, Request
from fastapi.responses import RedirectResponse

from hasila.errors import LedgerError
from hasila.review import Item, Looked, Wanted
from hasila.review.search import LOOKED
from hasila.tally.calendar import read_period
from hasila.tally.result import STATES
from hasila.web.addresses import link
from hasila.web.messages import Tongue
from hasila.web.pages.page import page, router_of_pages
from hasila.web.people import Person, needs
from hasila.web.refusals import NO_FIGURE
from hasila.web.reviewing import reviewing_of
from hasila.web.stand import stand_of
from hasila.web.verdicts import simple

router = router_of_pages()

Reviewer = Annotated[Person, Depends(needs("reviewer"))]
_SHOWN = 25


@dataclass(frozen=True, slots=True)
class Asked:
    """The part of the queue that a person goes through, as it stands in addresses."""

    looked: Looked
    state: str
    place: str
    period: str

    @property
    def query(self) -> dict[str, str]:
        """What addresses carry along."""
        looked = "" if self.looked == "not by me" else self.looked
        return {"looked": looked, "state": self.state, "place": self.place, "period": self.period}

    def wanted(self, who: str) -> Wanted:
        """What is looked for in the queue. Raises AskedError where the period is none."""
        days = read_period(self.period) if self.period else None
        return Wanted(who, self.looked, self.state or None, self.place or None, days)


def asked_of(looked: Looked = "not by me", state: str = "", place: str = "", period: str = "") -> Asked:
    """What the address says."""
    return Asked(looked, state if state in STATES else "", place.strip(), period.strip())


AskedHere = Annotated[Asked, Depends(asked_of)]


@router.get("/{lang}/review")
def queue(lang: Tongue, request: Request, person: Reviewer, asked: AskedHere, after: str = "", done: str = "") -> str:
    """What to look at first."""
    desk = reviewing_of(request).desk()
    found = desk.page(asked.wanted(person.name), _SHOWN + 1, after or None)
    rows = [(item, desk.row(item), desk.ruling(item.id).of(person.name)) for item in found[:_SHOWN]]
    values: dict[str, Any] = {
        "rows": rows,
        "more": found[_SHOWN - 1].id if len(found) > _SHOWN else None,
        "whole": len(desk),
        "mine": desk.looked_at(person.name),
        "agreement": desk.agreement(),
        "differing": len(desk.differences()),
        "otherwise": sum(one.is_open for one in reviewing_of(request).otherwise()),
        "choices": LOOKED,
        "states": STATES,
    }
    return page("review.html.j2", lang, request, "review", asked=asked, done=done, **values)


@router.post("/{lang}/review/undo")
def undo(lang: Tongue, request: Request, person: Reviewer, asked: AskedHere) -> RedirectResponse:
    """Take back what this person decided last, of whichever figure, and go there."""
    reviewing = reviewing_of(request)
    act = reviewing.desk(fresh=False).last_act(person.name)
    if not act:
        raise LedgerError(person.name, "there is nothing to take back", "Decide something first")
    stand_of(request).ledger.decide(simple(act[0].target, "undo", person.name, "taken back"))
    item = reviewing.desk(fresh=False).called(act[0].target)
    return RedirectResponse(_back(lang, item, asked, "undo"), 303)


def address_of(lang: Tongue, item: Item, asked: Asked, **more: str) -> str:
    """Where an item is looked at."""
    return link(lang, "review", item.document, item.figures[0], **asked.query, **more)


def queue_address(lang: Tongue, asked: Asked, **more: str) -> str:
    """Where the queue is."""
    return link(lang, "review", **asked.query, **more)


def _back(lang: Tongue, item: Item | None, asked: Asked, done: str) -> str:
    return queue_address(lang, asked, done=done) if item is None else address_of(lang, item, asked, done=done)


def gone() -> HTTPException:
    """There is no such figure."""
    return HTTPException(404, NO_FIGURE)
