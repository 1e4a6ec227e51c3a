"""Counts told place by place, each row closed by its own: "ten dead and 33 held in Iraq, three dead and 45 held in
Syria"."""

from __future__ import annotations

from itertools import pairwise

from hasila.lexicon.markers import markers
from hasila.reading.count import Count
from hasila.reading.page import Page
from hasila.reading.spots import Spot

_BETWEEN = markers("row-link") | {",", ";", "،"}
_OPENS = frozenset({",", ";", "and", "while", "whereas"})
_CLOSES = 4


def of_row(page: Page, count: Count, others: list[Count], here: list[Spot]) -> Spot | None:
    """The place that closes the row of a count, where two rows that count the same are closed by two places."""
    if not here[1:] or page.form[here[0].start] >= "\u0590":
        return None
    told = [other for other in others if other.measure is not None]
    for first, second in pairwise(here):
        above = [other for other in told if _in_row(page, other, first)]
        below = [other for other in told if first.end <= other.start and other.end <= second.start]
        if not above or not below or not _two_rows(page, above, first, below, second):
            continue
        if count in below:
            return second
        if count in above and first is here[0]:
            return first
    return None


def _in_row(page: Page, count: Count, spot: Spot) -> bool:
    """Whether a count stands before a place, and before no dash or colon behind which the parts of it are told."""
    return count.end <= spot.start and _PARTS.isdisjoint(page.form[count.end : spot.start])


_PARTS = frozenset({"—", "–", "--", ":"})


def _two_rows(page: Page, above: list[Count], first: Spot, below: list[Count], second: Spot) -> bool:
    if first.place.name == second.place.name or below[0].measure not in {other.measure for other in above}:
        return False
    linked = _BETWEEN.issuperset(page.form[first.end : below[0].start])
    return linked and _ends(page, above[-1], first) and _ends(page, below[-1], second)


def _ends(page: Page, count: Count, spot: Spot) -> bool:
    """Whether a place closes the row of a count, and heads no other: "45 held in Syria", not "45 held, in Syria"."""
    head = spot.start - 1 - (page.before(spot.start) in ("in", "across", "inside"))
    return 0 <= spot.start - count.end <= _CLOSES and head >= 0 and page.form[head] not in _OPENS
