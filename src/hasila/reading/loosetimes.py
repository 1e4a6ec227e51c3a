"""Times that tell that something is past and not when: "in recent weeks", "recently", "late October"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.count import Count
from hasila.reading.page import Page

LEFT_OPEN = "left-open"
_STOPS = frozenset({",", ";", ".", "\n"})
_RECENT = frozenset({"recent"})
_THIS = frozenset({"this"})
_RECENTLY = frozenset({"recently", "lately"})
_UNITS = markers("loose-unit")
_NEAR = 10


def told_loosely(page: Page, count: Count, start: int) -> bool:
    """ "In recent weeks five were killed", "forces recently killed five": some days before, nobody says which."""
    low, high = max(start, count.start - _NEAR), min(count.end + _NEAR, len(page.form) - 1)
    if since_turn(page, count, start):
        return True
    if page.form[count.start] >= "\u0590":
        return False
    if any(_week(page, at) and _together(page, at, count) for at in page.all(_THIS, low, high)):
        return True
    for at in page.all(_RECENT, min(start, low), high):
        opens = at - start <= 1
        if page.form[at + 1] in _UNITS and (opens or _together(page, at, count)):
            return True
    return any(_does(page, at, start) and _together(page, at, count) for at in page.all(_RECENTLY, low, count.start))


def since_turn(page: Page, count: Count, start: int) -> bool:
    """ "نفذ داعش 22 هجوماً منذ سقوط النظام": the time since what happened long before."""
    high = min(count.end + _NEAR, len(page.form) - 1)
    found = (at for at in page.all(_SINCE, start, high) if page.form[at + 1] in _TURNS and not _nth(page, at))
    return any(at < count.start or not page.has(_PARTS, count.end, at) for at in found)


def _nth(page: Page, at: int) -> bool:
    """ "في أول هجوم منذ سقوط النظام", "الهجوم هو الأعنف منذ سقوط النظام": of one event, which has a day."""
    return page.has(_FIRST, at - _BEFORE, at)


_MOST = markers("superlative")
_FIRST = markers("the-first") | _MOST | {"ال" + form for form in _MOST} | {"اول", "ثاني", "الثاني", "الثالث"}
_BEFORE = 6
_SINCE = frozenset({"منذ"})
_TURNS = markers("turning-point")
_PARTS = frozenset({"،", "؛", ".", "\n"})


def _week(page: Page, at: int) -> bool:
    """ "three attacks this week alone": no day of it; but not "said this week that"."""
    return page.form[at + 1] == "week" and page.cue(at - 1, "verb") != "speech"


def _does(page: Page, at: int, start: int) -> bool:
    """Whether "recently" is of the deed: not "a camp recently cleared of mines"."""
    noun = page.noun(at - 1) if at > start else None
    event = noun is not None and noun.kind == "event"
    return at == start or event or page.trigger(at + 1) is not None


def _together(page: Page, at: int, count: Count) -> bool:
    """Whether nothing parts the time from the count but the comma behind what opens a sentence."""
    stops = [
        k for k in (range(at, count.start) if at < count.start else range(count.end, at)) if page.form[k] in _STOPS
    ]
    opening = len(stops) == 1 and at < stops[0] and page.form[stops[0]] == ","
    return not stops or (opening and not any(page.trigger(k) is not None for k in range(at, stops[0])))
