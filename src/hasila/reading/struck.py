"""Whom an attack befell that is told of in the passive: "an SDF patrol was attacked by gunmen, killing three"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.belonging import neutral
from hasila.reading.cast import Part
from hasila.reading.counts import Count
from hasila.reading.governors import BE, is_arabic
from hasila.reading.page import Page
from hasila.reading.raided import is_force
from hasila.reading.scene import struck_now
from hasila.reading.setting import Setting

_STRUCK = markers("struck-verb")
_STRIKES = markers("strikes-now")
_FELL_INTO = markers("ambush-verb")
_NEXT_CLAUSE = frozenset({"and", "but", ";", "who", "while"})
_BANDS = markers("band-of") | markers("neutral-person") | frozenset({"men", "gunmen", "militants"})
_SUBJECT = 6
_OBJECT = 3
_FALL = 4


def struck_force(count: Count, setting: Setting) -> str | None:
    """The force whose patrol, post or car was struck, if what came of it stands right behind: nobody else acts between
    the two, and nothing says of what side the dead are."""
    page, at = setting.page, count.trigger_at
    if at is None or at >= count.start or page.form[at] >= "\u0590" or count.measure not in ("killed", "wounded"):
        return None
    if count.noun is not None and (count.noun_at is None or not neutral(page, count.noun_at)):
        return None
    hit, struck = _hit_by_gunmen(setting, at)
    if hit is None:
        struck = _struck_at(page, setting.start, at)
        before = [
            p for p in setting.parts if struck is not None and setting.start <= p.start < struck <= p.end + _SUBJECT
        ]
        hit = before[-1] if before else None
    if hit is None or struck is None or not is_force(hit) or page.has(_NEXT_CLAUSE, struck, at):
        return None
    again = any(struck < part.start < at and part is not hit and is_force(part) for part in setting.parts)
    return None if again else hit.whom


def fell_in_attack(count: Count, setting: Setting) -> str | None:
    """ "Six fighters were killed in an attack on the headquarters of the Asayish": the force whose post was attacked,
    named behind those who fell there."""
    page, at = setting.page, count.end if count.trigger_at is None else max(count.end, count.trigger_at)
    if count.measure not in ("killed", "wounded") or is_arabic(page, count):
        return None
    if count.noun is not None and (count.noun_at is None or not neutral(page, count.noun_at)):
        return None
    raid = next((k for k in page.of_kind("event", at, min(setting.end, at + _FELL)) if _is_raid(page, k)), None)
    if raid is None or page.form[raid + 1 : raid + 2] not in (["on"], ["against"]) or not page.has(_IN, at, raid):
        return None
    hit = next((part for part in setting.parts if raid + 1 < part.start <= raid + _ON_IT), None)
    again = hit is None or page.has(_NEXT_CLAUSE | {",", "and"}, raid, hit.start)
    return hit.whom if hit is not None and not again and is_force(hit) else None


def on_duty(count: Count, setting: Setting) -> bool:
    """ "Two members of the checkpoint lost their lives": people of a post are soldiers or policemen."""
    page, at = setting.page, count.noun_at
    if at is None or not page.has(_POST, at + 1, at + 4) or page.form[at + 1] != "of":
        return False
    return count.measure in ("killed", "wounded") and neutral(page, at)


_POST = markers("post-of-force")


def _is_raid(page: Page, at: int) -> bool:
    noun = page.noun(at)
    return noun is not None and noun.value in ("attacks", "ambush")


_FELL = 8
_ON_IT = 7
_IN = frozenset({"in", "during"})


def _hit_by_gunmen(setting: Setting, end: int) -> tuple[Part | None, int | None]:
    """ "A group of men attacked an SDF patrol, killing three": whom the verb has for its object, if no force is its
    subject."""
    page = setting.page
    for at in page.all(_STRUCK | _STRIKES, setting.start + 1, end):
        if page.form[at] not in _STRUCK and not struck_now(page, at):
            continue
        hit = next((part for part in setting.parts if at < part.start <= at + _OBJECT), None)
        ours = any(setting.start <= part.start < at and is_force(part) for part in setting.parts)
        told = page.noun(at - 1) is not None or at - 1 in page.inside or page.has(_BANDS, setting.start, at)
        if hit is not None and hit.start < end and not ours and told and page.before(at) not in BE:
            return hit, at
    return None, None


def _struck_at(page: Page, start: int, end: int) -> int | None:
    """Where it is told that somebody was struck: "was attacked", "came under fire", "fell into an ambush"."""
    for at in page.all(_STRUCK | _FELL_INTO, start + 1, end):
        if page.form[at] in _STRUCK and (page.before(at) in BE or page.before(at - 1) in BE):
            return at
        if page.form[at] in _FELL_INTO and any(page.noun(k) is not None for k in range(at + 1, at + _FALL)):
            return at
    return None
