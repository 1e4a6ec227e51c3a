"""Countries that act by their forces: "إن فرنسا شنت ست غارات"."""

from __future__ import annotations

from functools import cache

from hasila.lexicon.markers import markers
from hasila.reading.doings import does, finite
from hasila.reading.lands import forces_of
from hasila.reading.page import Page


def acting(page: Page, start: int, end: int) -> list[tuple[int, str]]:
    """ "إن فرنسا شنت ست غارات", "شنت تركيا أربع غارات": a country strikes or kills by its forces; whom it arrests, its
    police do."""
    found = []
    for at in page.all(_names(), start, end):
        near = [k for k in (at - 1, at + 1, at + 2) if start <= k < end and _deed(page, k)]
        relative = bool(near) and near[0] < at and page.form[near[0]].endswith(_IT)  # "اللواء الذي تدعمه روسيا"
        if near and not relative and (near[0] < at or page.before(at) in _OPENS or at == start):
            found.append((at, forces_of()[page.form[at]]))
    return found


@cache
def _names() -> frozenset[str]:
    return frozenset(forces_of())


def _deed(page: Page, at: int) -> bool:
    """Whether a token is a finite verb of attack or of killing."""
    trigger, word = page.trigger(at), page.word[at]
    if word is None or page.conj[at] or not finite(word) or (trigger is not None and trigger.measure == "detained"):
        return False
    return does(page, at) or page.cue(at, "verb") == "raid"


_IT = "ه", "ها", "هم"
_OPENS = markers("complementiser") | {"كانت", "وكانت", "لكن", "قد"}
