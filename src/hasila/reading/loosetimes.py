"""Times that tell that something is past and not when: "in recent weeks", "recently", "late October"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.count import Count
from hasila.reading.governors import COMMA
from hasila.reading.moment import Moment
from hasila.reading.page import Page

LEFT_OPEN = "left-open"
SO_LONG = "period:so-long"  # "in 19 months": how long, and nobody says from when
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


def but_named_day(page: Page, count: Count, usable: list[Moment]) -> list[Moment]:
    """ "little more than two weeks after 49 were killed in the village on November 1": the day that is named, not the
    one that is counted back."""
    counted = next((m for m in usable if _right_before(m, count)), None)
    if counted is None:
        return usable
    named = (m for m in usable if m.mention.shape == "day" and m.start >= count.end and m.period is not None)
    told = any(not page.has(_VERBLESS, count.end, m.start) for m in named)
    return [m for m in usable if m is not counted] if told else usable


def _right_before(moment: Moment, count: Count) -> bool:
    span = moment.mention.span
    return span is not None and span.toward == "after" and 0 <= count.start - moment.end <= _LEAD


_LEAD = 4
_VERBLESS = frozenset({".", "\n", ";", "when", "while", "as", "and", "عندما", "فيما", "بينما"})


def only_so_long(moment: Moment | None) -> bool:
    """ "قتلت 25 ألفاً خلال 19 شهراً", "in two years": so long a time, which no single day is."""
    span = moment.mention.span if moment is not None and moment.period is None else None
    long = span is not None and span.toward == "bare" and span.unit in ("month", "year")
    return long and span is not None and (span.count or 0) > 1


def so_long_behind(page: Page, count: Count, here: list[Moment]) -> Moment | None:
    """The length of time in the clause of a count, where a date of the next clause stands behind it."""
    behind = (m for m in here if m.start >= count.end and only_so_long(m))
    return next((m for m in behind if not page.has(COMMA, count.end, m.start)), None)
