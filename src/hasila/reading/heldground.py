"""Ground told by who holds it: what was counted there is not of the town that the report named before."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.page import Page

_WIDE = markers("wide-ground")
_HOLDS = markers("holds-ground")
_UNDER = markers("ground-of")
_HOLDER = 4
WORLDWIDE = "place:worldwide"


def on_held_ground(page: Page, start: int, end: int) -> bool:
    """ "in areas held by the army", "in SDF-held areas", "في مناطق سيطرة قسد": in [start, end), ground without a name
    of its own."""
    return any(_held(page, at, end) for at in page.all(_WIDE, start, end))


def worldwide(page: Page, start: int, end: int) -> bool:
    """ "35 attacks around the world", "globally": in [start, end), no place at all."""
    return any(
        page.form[at] != "world" or page.form[at - 2 : at] in (["around", "the"], ["across", "the"])
        for at in page.all(_WORLD, start, end)
    )


_WORLD = markers("worldwide")


def _held(page: Page, at: int, end: int) -> bool:
    behind = range(at + 1, min(end, at + 1 + _HOLDER))
    if page.form[at] >= "\u0590":
        return any(page.form[k] in _UNDER for k in behind)
    if page.before(at) in _HOLDS and page.hyphened(at - 1):
        return True
    by = any(page.form[k] in _HOLDS and page.form[k + 1 : k + 2] == ["by"] for k in behind)
    return by or any(page.form[k] == "under" and "control" in page.form[k : k + _HOLDER] for k in behind)
