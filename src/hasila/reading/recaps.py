"""Who did it, where a sentence tells it of all who were counted before: "All were killed in attacks by ISIS"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from hasila.lexicon.markers import markers
from hasila.model import Figure
from hasila.reading.able import can_act
from hasila.reading.cast import ISIS, Part
from hasila.reading.governors import BE
from hasila.reading.page import Page

_ALL = markers("all-of-those")
_ATTACKS = markers("attack-after-name")
_OPENING = 5
_BY = frozenset({"by", "the"})
_HURT = frozenset({"killed", "wounded", "casualties"})


def recapped(figures: list[Figure], page: Page, parts: list[Part]) -> dict[int, str]:
    """The figures, by their number, of those hurt, and who is said in the next sentence to have hurt all of them."""
    found: dict[int, str] = {}
    starts = [figure.evidence.start for figure in figures]
    ends = [page.tokens.start[start] for start, _ in page.sentences]
    for index, (start, end) in enumerate(page.sentences):
        whom = _told_of_all(page, parts, start, end) if index else None
        if whom is None:
            continue
        low, high = bisect_left(starts, ends[index - 1]), bisect_right(starts, ends[index])
        found.update({at: whom for at in range(low, high) if _open(figures[at], whom)})
    return found


def _open(figure: Figure, whom: str) -> bool:
    """Whether a figure is of people hurt by nobody whom its own words name, and not the men of whoever did it."""
    theirs = figure.target == whom and figure.basis.get("target") == "stated"
    return figure.measure in _HURT and figure.basis.get("actor") != "stated" and not theirs


def _told_of_all(page: Page, parts: list[Part], start: int, end: int) -> str | None:
    """Who did it by a sentence such as "They were killed in attacks by ISIS cells", which counts nobody anew."""
    if page.form[start] not in _ALL or not page.has(BE, start + 1, min(end, start + _OPENING)):
        return None
    verb = next((at for at in range(start + 1, min(end, start + _OPENING + 1)) if page.trigger(at) is not None), None)
    trigger = page.trigger(verb) if verb is not None else None
    if verb is None or trigger is None or trigger.measure not in _HURT:
        return None
    for part in parts:
        if verb < part.start < end and part.whom is not None and can_act(part.whom):
            behind = page.form[part.start - 1] in _BY and "by" in page.form[part.start - 2 : part.start]
            if behind or (part.whom == ISIS and page.has(_ATTACKS, part.end, min(end, part.end + 1))):
                return part.whom
    return None
