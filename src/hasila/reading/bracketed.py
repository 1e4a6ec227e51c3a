"""Places that stand right beside a count, or in a row with another place."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.count import EVENTS, Count
from hasila.reading.governors import BE
from hasila.reading.page import Page
from hasila.reading.spots import Spot

_WERE = BE | markers("happen-verb") | markers("carried-out-word") | {"place", "out"}


def listed(page: Page, spot: Spot) -> bool:
    """ "في حمص وحماة 5 قتلى": a place that "and" joins to another is of what that one is of."""
    return spot.start - 1 in page.inside


def next_to(page: Page, spot: Spot, count: Count) -> bool:
    """ "137 were operations in Iraq", "137 were carried out in Iraq, with 30 dead": nothing but "in", or that they were
    there, stands between what is counted and the place."""
    if page.form[spot.start - 1] != "in":
        return False
    were = count.measure in EVENTS and _WERE.issuperset(page.form[count.end : spot.start - 1])
    return were or spot.start - 1 == (count.trigger_at or 0) + 1


def bracketed(page: Page, at: int) -> bool:
    """Whether a count stands in brackets with what it counts: "(566 killed)", not "(566) killed"."""
    number = at + 1 if page.form[at] == "(" else at
    return page.form[number - 1] == "(" and page.form[number + 1 : number + 2] != [")"]
