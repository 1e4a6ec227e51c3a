"""Lines that only say whose the words beside them are: the head of a release, a credit, the name under a tweet."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from hasila.lexicon.markers import markers
from hasila.reading.bodies import actor_of
from hasila.reading.cast import Part
from hasila.reading.page import Page
from hasila.text.tokens import BREAK

_LINES = 2
_LONG = 9
_OFFICE = markers("press-office") | markers("letterhead-word")
_ARTICLES = frozenset({"the"})


def letterhead(page: Page, parts: list[Part]) -> str | None:
    """ "The Syrian Observatory For Human Rights", "U.S. Central Command Public Affairs", alone on one of the first
    lines, before the first line of prose. In Arabic pages such a line is the rubric."""
    start, lines = 0, 0
    while start < len(page.form) and lines < _LINES:
        end = next((at for at in range(start, min(len(page.form), start + _LONG)) if page.form[at] == BREAK), None)
        if end is None:
            return None
        lines += end > start
        part = next((part for part in parts if start <= part.start < end), None)
        if part is not None and _stands_alone(page, part, start, end):
            return part.whom
        start = end + 1
    return None


def _stands_alone(page: Page, part: Part, start: int, end: int) -> bool:
    actor = actor_of(part.whom)
    if (
        actor is None
        or page.form[part.start] >= "\u0590"
        or not actor.issuer
        or actor.cls not in _ISSUERS
        or actor.side == "isis"
    ):
        return False
    around = [*page.form[start : part.start], *page.form[part.end : end]]
    return (_OFFICE | _ARTICLES).issuperset(around)


_ISSUERS = frozenset({"command", "ministry", "observatory", "network", "forces", "service", "media cell"})


def credit(page: Page, parts: list[Part]) -> str | None:
    """ "Source: Iraqi Security Media Cell", on a line of its own: whose news it is."""
    for part in parts:
        first = page.line_start(part.start, _CREDIT)
        told = page.form[first : part.start]
        ends = part.end >= len(page.form) or page.form[part.end] in (BREAK, ".")
        if told[:2] in _SOURCES and _ARTICLES.issuperset(told[2:]) and ends:
            actor = actor_of(part.whom)
            return part.whom if actor is not None and actor.issuer and actor.cls in _ISSUERS else None
    return None


_CREDIT = 4
_SOURCES = (["source", ":"], ["sources", ":"])


def tweeted_by(page: Page, parts: list[Part], start: int) -> str | None:
    """Whose tweet a line is by the line below it: "— U.S. Central Command (@CENTCOM) October 30, 2024"."""
    end = page.first(_LINE_ENDS, start, start + _TWEET)
    if end is None or page.form[end + 1 : end + 2] not in _DASHES:
        return None
    index = bisect_left(parts, end + 2, key=_START)
    name = parts[index] if index < len(parts) and parts[index].start == end + 2 else None
    if name is None:
        return None
    stop = page.first(_LINE_ENDS, name.end, len(page.form)) or len(page.form)
    rest = range(name.end, stop)
    signed = all(at in page.dated or page.form[at] in _BESIDE for at in rest)  # "— SDF Media Center, May 2, 2022"
    return name.whom if signed or page.form[name.end : name.end + 2] in _HANDLE else None


_TWEET = 70
_LINE_ENDS = frozenset({BREAK})
_START = attrgetter("start")
_BESIDE = _OFFICE | {",", "."}
_DASHES = (["—"], ["–"], ["-"])
_HANDLE = (["(", "@"],)


_HEADING = 25


def first_line(page: Page, parts: list[Part]) -> list[Part]:
    """The names in the first line of a report that has no title apart, where that line stands for one."""
    stop = next((at for at in range(min(len(page.form), _HEADING)) if page.form[at] == BREAK), 0)
    return [part for part in parts if part.start < stop]
