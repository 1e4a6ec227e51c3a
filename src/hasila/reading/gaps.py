"""What cuts a stretch of text between a count and a time."""

from __future__ import annotations

from hasila.lexicon.markers import marker_phrases, markers
from hasila.reading.governors import COMMA
from hasila.reading.page import Page

_CUTS = markers("clause-cut") | markers("so-as-to-rise") | markers("turn-to")


_THAT = markers("complementiser")


def cut(page: Page, start: int, end: int) -> bool:
    """Whether a new clause begins between two tokens: a comma with وأن, and that, while."""
    if page.has(_HALTS, start, end):
        return True
    return any(
        (
            not _CUTS.isdisjoint(page.form[at + 1 : at + 2])
            or (page.form[at + 1 : at + 2] == ["وقد"] and page.cue(at + 2, "verb") in _TELLING)
            or tuple(page.form[at + 1 : at + 3]) in _CUT_BY
            or (at + 1 < end and page.form[at + 1] < "\u0590" and page.cue(at + 1, "contrast"))
        )
        for at in page.all(COMMA, start, end)
    )


_TELLING = ("speech", "toll")  # "، وقد أحصى منذ ذلك التاريخ"


_CUT_BY = marker_phrases("clause-cut-by")


_HALTS = frozenset({"؛", ";"}) | markers("so-as-to-rise")


def told_apart(page: Page, start: int, end: int) -> bool:
    """ "في الربع الأول الذي شهد 94 عملية و18 قتيلاً، يتبين أن الربع الثاني": another statement begins in between."""
    return any(not _THAT.isdisjoint(page.form[at + 1 : at + 4]) for at in page.all(_COMMAS, start, end))


_COMMAS = frozenset({"،", ","})
