"""What stands behind the word for by, and was done by whom it names."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.governors import COMMA
from hasila.reading.page import Page


def holds_ground(page: Page, by: int, start: int) -> bool:
    """ "an area once held by the SDF", "areas controlled by it": ground is held, not people."""
    at = by - 1
    if page.before(by) not in _HOLDS:
        return False
    return not _GROUND.isdisjoint(page.form[max(start, at - 2) : at])


_GROUND = markers("ground")


_HOLDS = markers("holds-ground")


def done_by(page: Page, name: int, start: int) -> bool:
    """ "killed by ISIS", "265 were made by the army", not "released by the Pentagon", "a town held by the SDF"."""
    at = name - 1
    while at > start and page.form[at] != "by":
        at -= 1
    if holds_ground(page, at, start) or page.before(at) in _NOT_DEED:
        return False
    reach = _FAR_OWNED if page.form[at - 1] in _CLAIMED else _DONE
    for back in range(at - 1, max(start, at - reach) - 1, -1):
        if at - back > _NEAR and page.form[back] in COMMA:
            return False
        noun = page.noun(back)
        if (
            page.trigger(back) is not None
            or page.form[back] in _MADE
            or page.cue(back, "verb") in ("action", "other")
            or (noun is not None and noun.kind in ("event", "casualty"))
        ):
            return True
        if page.cue(back, "verb") and page.form[back] not in _CLAIMED:
            return False
    return False


_DONE = 10  # "killed in the Turkalan area in south-western Kirkuk by the army"


_NEAR = 6


_MADE = markers("made-by")


_NOT_DEED = markers("not-deed-by")


_CLAIMED = markers("owned-by")


_FAR_OWNED = 12
