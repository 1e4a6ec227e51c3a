"""Whoever answers an attack by a deed, "وردت واشنطن بغارتين", or began that since which so many are counted."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.page import Page

_REACH = 10


def answers(page: Page, at: int) -> bool:
    """Whether whoever is named at a token answers what was told before: no deed of that is its own."""
    return page.before(at) in _ANSWERS


def began_then(page: Page, at: int) -> bool:
    """ "مقتل 43 هو الأعلى منذ بدأت القوات هجومها": who began what the time is counted from, and perhaps did no more."""
    return page.form[at] >= "\u0590" and page.before(at) in _BEGIN and page.has(_SINCE, at - 3, at)


_SINCE = markers("since")
_BEGIN = markers("begin-verb") | markers("its-launch")


def answered(page: Page, first: int, last: int, start: int) -> bool:
    """ "وردت واشنطن بغارتين", "رد الجيش في الليلة نفسها بقصف": whoever answers by a deed."""
    if first - 1 < start or page.form[first - 1] not in _ANSWERS or last >= len(page.form):
        return False
    for at in range(last, min(last + _REACH, len(page.form) - 1)):
        if page.form[at].startswith("ب") and at not in page.inside:
            return _event(page, at) or _event(page, at + 1) or page.form[at] in _BY_FIRE
        if not (at in page.dated or at in page.inside or page.form[at] in _SAME_NIGHT):
            return False
    return False


_ANSWERS = frozenset({"رد", "ردت", "ورد", "وردت", "فردت", "فرد"})
_BY_FIRE = markers("answer-by-fire")
_SAME_NIGHT = markers("answer-when")


def _event(page: Page, at: int) -> bool:
    noun = page.noun(at)
    return noun is not None and noun.kind == "event"
