"""Where a report says "the two countries" and means those of the mission."""

from __future__ import annotations

from hasila.lexicon.markers import marker_phrases
from hasila.reading.page import Page

_PAIR = marker_phrases("both-countries")
_FIRST = frozenset(words[0] for words in _PAIR)


def pairs(page: Page) -> list[tuple[int, int]]:
    """The tokens [start, end) of each mention of both countries together."""
    found = []
    for at in page.where(_FIRST):
        words = next((words for words in _PAIR if tuple(page.form[at : at + len(words)]) == words), None)
        if words is not None:
            found.append((at, at + len(words)))
    return found
