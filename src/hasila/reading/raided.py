"""Whom an attack hit: the force whose post, patrol or car was raided, and its people among those counted behind it."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.bodies import actor_of
from hasila.reading.cast import ISIS, Part, side_of
from hasila.reading.counts import Count
from hasila.reading.page import Page
from hasila.reading.setting import Setting

_FOES = frozenset({"isis", "jihadist"})
_RAIDS = frozenset({"attacks", "ambush"})
_POST = markers("post-of-force")
_FORCES = frozenset({"forces", "service", "coalition"})
_CLASH = markers("clash-word")


def raided_force(count: Count, setting: Setting) -> str | None:
    """ "نصبت خلايا التنظيم كميناً لسيارة تابعة للواء القدس، ما أسفر عن مقتل ثلاثة عناصر": the force that was hit."""
    at = _raid(count, setting)
    at = setting.page.first(_BOMBS, setting.start, count.start) if at is None else at
    hit = _hit(count, setting, at) if at is not None else None
    return hit.whom if hit is not None else None


def raid_on_force(count: Count, setting: Setting) -> bool:
    """Whether ISIS alone acts in the sentence, and what it attacked before the count was a force or a post of one."""
    if {whom for _, whom, _ in setting.scene.agents} != {ISIS}:
        return False
    at = _raid(count, setting)
    if at is None or setting.page.has(_CLASH, at, count.start):
        return False
    return _hit(count, setting, at) is not None or _at_post(setting.page, at, count.start)


def bomb_on_force(count: Count, setting: Setting) -> bool:
    """ "انفجرت عبوة بسيارة عسكرية تابعة لقوات النظام، وقُتل عنصران": whose car was blown up lost members."""
    page = setting.page
    at = page.first(_BOMBS, setting.start, count.start)
    if at is None or count.measure not in ("killed", "wounded") or _raid(count, setting) is not None:
        return False
    return _hit(count, setting, at) is not None and page.has(_POST, at, count.start)


_BOMBS = markers("bomb")


def _raid(count: Count, setting: Setting) -> int | None:
    """The last attack or ambush that is told of before a count."""
    page = setting.page
    for at in reversed(page.of_kind("event", setting.start, count.start)):
        noun = page.noun(at)
        if noun is not None and noun.value in _RAIDS:
            return at
    return None


def _hit(count: Count, setting: Setting, at: int) -> Part | None:
    """The first force that is named behind an attack and before the count."""
    for part in setting.parts:
        if at < part.start < count.start and is_force(part):
            return part
    return None


def is_force(part: Part) -> bool:
    body = actor_of(part.whom)
    return body is not None and body.cls in _FORCES and side_of(part.whom) not in _FOES


def _at_post(page: Page, at: int, end: int) -> bool:
    """ "هجوماً استهدف نقطة عسكرية": what was hit is a post, patrol or car of soldiers or policemen."""
    return page.has(_POST, at + 2, min(end, at + _NEAR))


_NEAR = 9
