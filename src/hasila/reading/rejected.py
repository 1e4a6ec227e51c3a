"""Claims that somebody rejects in a passive: "a claim that more than 300 perished is rejected by officers"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.counts import Count
from hasila.reading.governors import BE
from hasila.reading.page import Page

_CLAIMS = markers("claim-noun")
_SAYING = frozenset({"that", "of"})
_REACH = 24
_STOPS = frozenset({".", "\n"})


def rejected(page: Page, count: Count, start: int, end: int) -> bool:
    """Whether a count stands in a claim that a passive verb behind it rejects: not "killed 15, and claims of abuse
    were denied"."""
    claims = page.all(_CLAIMS, max(start, count.start - _REACH), count.start)
    if not claims or not page.has(_SAYING, claims[-1], count.start):
        return False
    for at in range(count.end, min(end - 1, count.end + _REACH)):
        if page.form[at] in _CLAIMS or page.form[at] in _STOPS:
            return False
        if page.cue(at + 1, "verb") == "deny" and page.form[at] in BE:
            return True
    return False


def of_named_month(page: Page, count: Count) -> bool:
    """ "For August the count had been 36 operations": of its own month it is still true, whatever came after."""
    first = max(count.start - _NEAR, 0)
    return any(
        date.shape in ("month", "quarter", "year") and page.before(date.start) in _FOR
        for date in page.dates
        if first <= date.start < count.start and not page.has(_STOPS, date.end, count.start)
    )


_NEAR = 9
_FOR = frozenset({"for", "in", "during"})
