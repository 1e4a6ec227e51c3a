"""Numbers that another one is compared with: "a fall of 20 percent from the 60 conducted a year earlier"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.count import EVENTS, Count
from hasila.reading.governors import HARD
from hasila.reading.page import Page

_THAN = markers("compared-with")
_COMPARISON = markers("comparison")
_FROM = frozenset({"from"})
_ARTICLE = frozenset({"the"})
_REACH = 6
_VERB_REACH = 14


def compared(page: Page, count: Count, previous: Count | None) -> bool:
    """Whether a bare number is what the events counted before it are compared with.

    "a drop of 20 percent from 60" says so by its noun, "fell to 48 between April and June, from 60" by its verb.
    """
    if previous is None or not count.nameless or count.start < 2:
        return False
    at = count.start - 2 if page.form[count.start - 1] in _ARTICLE else count.start - 1
    if page.form[at] == "than" and at == count.start - 2 and _more_or_less(page, at, previous.end):
        return True
    if previous.measure not in EVENTS:
        return False
    return (page.form[at] in _THAN and _noun_before(page, at, previous.end)) or (
        page.form[at] in _FROM and _fell(page, at, previous)
    )


def _more_or_less(page: Page, at: int, floor: int) -> bool:
    """ "153 strikes, fewer than the 166 of October", "14 dead, one more than the 13 of the night before"."""
    return at - 1 >= floor and page.form[at - 1] in _MORE


_MORE = markers("more-or-less")


def _noun_before(page: Page, at: int, floor: int) -> bool:
    """ "48 operations, a decrease of 20 percent from": a word for growth or decline behind the number compared."""
    near = range(max(floor, at - _REACH), at)
    return any(page.form[k] in _COMPARISON for k in near) and not any(page.form[k] in HARD for k in near)


def _fell(page: Page, at: int, previous: Count) -> bool:
    """ "fell to 48 between April and June, from": a verb of rising or falling before the number compared."""
    if page.form[previous.start - 1] != "to" or any(page.form[k] in HARD for k in range(previous.end, at)):
        return False
    near = range(max(0, previous.start - _REACH), previous.start)
    return at - previous.end <= _VERB_REACH and any(page.cue(k, "verb") == "toll" for k in near)


def against(page: Page, count: Count, previous: Count | None) -> bool:
    """ "ارتفع عدد العمليات إلى 26 مقارنة بـ19 في الأسبوع الماضي", "مقابل 19 في نيسان": the number that another is set
    against."""
    if previous is None or not count.nameless or count.start - previous.end > _SET_AGAINST:
        return False
    at = count.start - 1
    return page.form[at] in _AGAINST or (page.form[at] in _WITH and page.form[at - 1] in _AGAINST)


_AGAINST = markers("set-against")
_WITH = frozenset({"مع", "ب"})
_SET_AGAINST = 8
