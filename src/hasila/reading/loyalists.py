"""Fighters who are no men of ISIS, though only "fighters" or "militants" is said of them: those of the state or its
allies, and those whom ISIS kills."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.cast import ISIS
from hasila.reading.counts import Count
from hasila.reading.governors import BE
from hasila.reading.setting import Setting

_LOYAL = markers("loyal-before")
_BEHIND_PRO = markers("loyal-to")
_FIGHTERS = markers("neutral-person") | markers("militia-man")


_BY = frozenset({"by", "of", "from"})


def fights_isis(count: Count, setting: Setting) -> bool:
    """ "76 pro-Assad regime fighters", "18 of the friendly fighters", "ISIS killed 12 fighters"."""
    noun, at = count.noun, count.noun_at
    latin = at is not None and setting.page.form[at] < "\u0590"
    if not latin or at is None or noun is None or noun.value != "militant" or count.group is not None:
        return False
    return _loyal(count, setting, at) or _killed_by_isis(count, setting, at)


def _loyal(count: Count, setting: Setting, noun_at: int) -> bool:
    """Whether the words between a number and its fighters say that they fight for the state or its allies."""
    form = setting.page.form
    for at in range(count.number[1], noun_at):
        if form[at] in _LOYAL or (form[at] in _BEHIND_PRO and form[at - 1] == "pro"):
            return True
    return False


def _killed_by_isis(count: Count, setting: Setting, noun_at: int) -> bool:
    """ "ISIS ambushed a patrol and killed 12 fighters": ISIS is the last to act before an active verb whose object the
    count is, and nobody else is named before the verb."""
    page, at = setting.page, count.trigger_at
    trigger = page.trigger(at) if at is not None else None
    if at is None or trigger is None or at >= count.start or page.before(at) in BE or count.measure == "detained":
        return False
    if trigger.shape not in ("verb", "any") or trigger.voice != "any" or page.form[noun_at] not in _FIGHTERS:
        return False
    before = [row for row in setting.scene.agents if row[0] < at]
    if not before or before[-1][1] != ISIS or before[-1][2] or page.before(before[-1][0]) in _BY:
        return False  # "repelled an attack by ISIS and killed four fighters"
    return not any(before[-1][0] < part.start < at and part.whom != ISIS for part in setting.parts)
