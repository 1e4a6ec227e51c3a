"""The head of a release: a line of its own that holds nothing but the name of whoever issues it."""

from __future__ import annotations

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
