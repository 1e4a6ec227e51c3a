"""Seized things in a list with their number behind them: "بنادق عدد 5، ومخازن عدد 23"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.page import Page

_NUMBER_OF = frozenset({"عدد"})
_FUNCTION = markers("function-word")


def of_things(page: Page, at: int, stop: int, start: int, end: int) -> bool:
    """Whether a number counts the thing that stands before "number", not people or events behind it."""
    at -= page.form[at - 1] == "("
    stop += page.form[stop : stop + 1] == [")"]
    if at - 2 < start or page.form[at - 1] not in _NUMBER_OF or (stop < end and page.noun(stop) is not None):
        return False
    word, thing = page.word[at - 2], page.noun(at - 2)
    if thing is not None:
        return thing.kind == "other"
    plain = page.lex[at - 2].alpha and page.form[at - 2] not in _FUNCTION and at - 2 not in page.inside
    return plain and (word is None or not (word.cues or word.trigger))
