"""Groups that are hunted, and the people and units that stand behind a name for a force."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.cast import Part
from hasila.reading.page import Page

_OF_GROUP = markers("adjective-of-group")


_PURSUING = markers("pursuing")


_UNITS = markers("unit")


_OF_THE = frozenset({"of", "the", "a", "an"})


_STRUCK = markers("struck-verb")


_BAND = frozenset({"group", "cell", "gang", "number"})


def people_of(page: Page, part: Part, start: int) -> bool:
    """ "members of the SDF killed", "a regiment of the army": behind its people and units the actor acts; "a hideout of
    the SDF" is only a thing of its."""
    at = part.start - 1
    while at > start and page.form[at] in ("the", "of", "a", "from"):
        at -= 1
    at -= 3 if page.form[at] == ")" and page.form[at - 2] == "(" else 0
    head = at - (page.form[at - 1] in _OF_THE)
    if page.form[head - 1] in _STRUCK:
        return False  # "ISIS ambushed a force of the army, killing nine"
    noun = page.noun(at)
    subject = page.form[at] in _BAND and not any(page.cue(k, "verb") or page.trigger(k) for k in range(start, at))
    struck = page.form[at] in _DEEDS and at - start < _OPENING  # "Air strikes of the coalition killed 77 civilians"
    return subject or struck or page.form[at] in _UNITS or (noun is not None and noun.kind == "person")


_DEEDS = frozenset({"strikes", "airstrikes", "raids", "jets", "planes", "warplanes", "aircraft", "drones"})


_OPENING = 4


def pursued(page: Page, part: Part, start: int) -> bool:
    """ "a raid targeting suspected ISIS militants that killed 15": the group is the object, the raid killed."""
    at = part.start - 1
    while at > start and page.form[at] in _OF_GROUP:
        at -= 1
    return at >= start and page.form[at] in _PURSUING
