"""Dates in a clause behind "since": the day on which something happened that a stretch or a comparison begins with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hasila.lexicon.markers import markers
from hasila.model import Period
from hasila.reading.page import Page
from hasila.text.tokens import BREAK
from hasila.values.dates import DateMention

_SINCE = markers("since")
_MOST = markers("most-of-all") | markers("first-since")
_ENDS = frozenset({".", ",", "،", ";", "؛", BREAK})
_CLAUSE = 12
_SHORTEST = 3


def compared_since_clause(page: Page, mention: DateMention) -> bool:
    """ "the biggest attack since the group lost its last village in 2019": what it is compared with, not its day."""
    since = _since(page, mention)
    if since is None:
        return False
    for at in range(since - 1, max(-1, since - _CLAUSE), -1):
        if page.form[at] in _ENDS:
            return False
        if page.form[at] in _MOST and at not in page.dated:
            return True
    return False


def from_since_clause(page: Page, mention: DateMention, period: Period, today: date | None) -> Period:
    """ "has killed 300 since it lost its last village in March 2019": counted from there up to the report."""
    start = period.start
    if mention.shape not in ("month", "year") or start is None or today is None or _since(page, mention) is None:
        return period
    return replace(period, end=max(today, start), basis="resolved: since that time, up to the statement")


def _since(page: Page, mention: DateMention) -> int | None:
    """The "since" whose clause a date closes: a day that something is told of, not one that stands right behind it."""
    if mention.shape not in ("day", "month", "year"):
        return None
    near = page.all(_SINCE, mention.start - _CLAUSE, mention.start - _SHORTEST + 1)
    if not near or near[-1] in page.dated or page.has(_ENDS, near[-1], mention.start):
        return None
    return near[-1]
