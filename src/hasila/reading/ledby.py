"""Whoever leads the force that acts: "Coalition forces led by US Central Command mounted 43 operations"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.page import Page

_LED = markers("led-word")
_ARTICLE = frozenset({"the"})
_FORCES = 4
_UNDER = "under"


def leads_others(page: Page, first: int, start: int) -> bool:
    """Whether a name tells only who leads a force that is named right before: that force acts."""
    at = first - 1 - (page.form[first - 1] in _ARTICLE)
    if at - 2 < start or not (page.form[at] == _UNDER or (page.form[at] == "by" and page.form[at - 1] in _LED)):
        return False
    before = at - (page.form[at] == "by")
    return any(_named(page, k) for k in range(max(start, before - _FORCES), before))


def past_leader(page: Page, at: int, end: int) -> int:
    """Behind "led by US Central Command", where it stands at ``at``; else ``at`` itself."""
    by = at + (at < end and page.form[at] != _UNDER)
    led = at + 2 < end and (page.form[at] == _UNDER or (page.form[at] in _LED and page.form[by] == "by"))
    if not led:
        return at
    name = page.name_at.get(by + 1 + (page.form[by + 1] in _ARTICLE))
    return at if name is None or name.kind != "actor" else name.end


def _named(page: Page, at: int) -> bool:
    held = page.inside.get(at)
    return held is not None and held.kind == "actor"
