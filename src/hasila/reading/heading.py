"""The title once more at the head of a text: its figures are those that the first sentences tell again."""

from __future__ import annotations

from hasila.model import Figure, Period
from hasila.reading.page import Page
from hasila.text.tokens import BREAK

_LONGEST = 25
_CLOSED = frozenset({".", ":", "!", "?"})


def below_heading(page: Page, figures: list[Figure]) -> dict[tuple[object, ...], Period]:
    """ "Four strikes on ISIS in Iraq\n\nJets flew four strikes in May": for each figure of the heading, by where it
    stands and what it counts, the time of the next one that counts the same."""
    end = _heading(page)
    if not end:
        return {}
    above = [figure for figure in figures if figure.evidence.start < end and figure.evidence.field == "text"]
    told: dict[tuple[object, ...], Period] = {}
    for figure in above:
        again = (f for f in figures if f.evidence.start >= end and _counted(f) == _counted(figure))
        period = next((f.period for f in again if f.period is not None), None)
        if period is not None:
            told[(figure.evidence.start, *_counted(figure))] = period
    return told


def _heading(page: Page) -> int:
    """Where the text of a first line that is no sentence ends; 0 without one."""
    stop = next((at for at in range(min(len(page.form), _LONGEST)) if page.form[at] == BREAK), 0)
    return page.tokens.end[stop - 1] if stop and page.form[stop - 1] not in _CLOSED else 0


def _counted(figure: Figure) -> tuple[object, ...]:
    return figure.measure, figure.low, figure.high
