"""What is said later of all the operations counted before: "All of those missions were with partner forces"."""

from __future__ import annotations

from bisect import bisect_right

from hasila.lexicon.markers import markers
from hasila.model import Figure, Period
from hasila.reading.page import Page

_ALL = markers("all-of-operations")
_OPENING = 3
Told = dict[tuple[int | None, int | None, str | None, Period | None], str]


def modes_of_all(figures: list[Figure], page: Page) -> Told:
    """The mode that a sentence without a number gives to all the operations counted last before it."""
    told: Told = {}
    ends = [figure.evidence.end for figure in figures]
    for start, end in page.sentences if "mode" in page.cues else ():
        at = page.cued_in("mode", start, end)
        if at is None or not any(_of_all(page, k) for k in range(start, min(end - 1, start + _OPENING))):
            continue
        last = bisect_right(ends, page.tokens.start[start])
        mode = page.cue(at, "mode")
        if last and mode is not None and figures[last - 1].measure == "operations":
            told.setdefault(key_of(figures[last - 1]), mode)
    return told


def _of_all(page: Page, at: int) -> bool:
    """ "All of them", "both were"; not "both sides", "not all of them"."""
    return page.among(at, _ALL) and page.before(at) != "not" and page.form[at + 1] in _OF_THEM


_OF_THEM = frozenset({"of", "were", "the", "these", "those", "operations", "missions", "raids", "strikes"})


def key_of(figure: Figure) -> tuple[int | None, int | None, str | None, Period | None]:
    return figure.low, figure.high, figure.actor, figure.period
