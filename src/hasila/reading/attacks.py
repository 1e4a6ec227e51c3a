"""Whether people came to harm in an attack of the other side: what the sentence of their count tells of one."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.cast import ISIS
from hasila.reading.counts import Count
from hasila.reading.doings import does
from hasila.reading.governors import BE
from hasila.reading.page import Page
from hasila.reading.setting import Setting
from hasila.reading.thread import Thread

_ATTACK_BY = markers("attack-by")
_RELATIVE = markers("relative-clause")
_TELLS = 4


def hit_by_isis(count: Count, setting: Setting, thread: Thread) -> bool:
    """Whether it was ISIS that harmed soldiers; behind strikes from the air in their sentence it was not."""
    page = setting.page
    if _by_proxies(setting):
        return False
    if isis_attack(count, setting):
        return True
    nouns = (page.noun(at) for at in page.of_kind("event", setting.start, count.start))
    return thread.attacker == ISIS and not any(noun is not None and noun.value == "strikes" for noun in nouns)


def fought_isis(count: Count, setting: Setting) -> bool:
    """ "عملية ضد التنظيم أسفرت عن مقتل ثلاثة شرطيين": soldiers who fall in an operation against ISIS fall by it."""
    page, at = setting.page, count.start if count.trigger_at is None else min(count.trigger_at, count.start)
    if _in_operation_on(count, setting):
        return True
    if not any(part.whom == ISIS and setting.start <= part.start < at for part in setting.parts):
        return False
    if page.has(_CLASH, setting.start, min(setting.end, count.end + _BEHIND)):
        return True  # "مقتل 32 من التنظيم و11 من القوات في اشتباكات"
    nouns = (page.noun(k) for k in page.of_kind("event", setting.start, at))
    return any(noun is not None and noun.value == "operations" for noun in nouns)


def _in_operation_on(count: Count, setting: Setting) -> bool:
    """ "مقتل جنديين أمريكيين، خلال عملية ضد تنظيم داعش": the operation stands right behind those who fell in it."""
    page = setting.page
    for at in page.of_kind("event", count.end, min(setting.end, count.end + _BEHIND)):
        noun = page.noun(at)
        if noun is not None and noun.value == "operations" and page.form[at] > "\u0590":
            return any(part.whom == ISIS and at < part.start <= at + _TELLS for part in setting.parts)
    return False


_CLASH = markers("clash-word")
_BEHIND = 8


def _by_proxies(setting: Setting) -> bool:
    """ "21 US personnel were injured in the attacks": in a report on militias that Iran backs they are theirs, where a
    sentence on Americans doesn't name ISIS."""
    page = setting.page
    if not page.has(_AMERICAN, setting.start, setting.end) or any(part.whom == ISIS for part in setting.parts):
        return False
    backed = page.all(_IRAN, 0, len(page.form) - 1)
    return any(page.form[at + 1] in _BACKED for at in backed)


_AMERICAN = frozenset({"us", "american", "americans"})
_IRAN = frozenset({"iran", "iranian"})
_BACKED = markers("proxy-word")


def gunmen_struck(count: Count, setting: Setting) -> bool:
    """ "Militants attacked a bus, killing five": unnamed gunmen are subject of a verb of attack before it."""
    page = setting.page
    for at in page.all(_GUNMEN_DID, setting.start + 1, count.start):
        low = max(setting.start, at - _SUBJECT)
        for back in range(at - 1, low - 1, -1):  # "gunmen on a motorbike opened fire"
            noun = page.noun(back)
            if noun is not None and noun.kind == "person":
                if noun.value == "militant" and noun.number == "many" and back not in page.inside:
                    return True
                break
            if page.form[back] in _ENDS or page.form[back] in BE or does(page, back):
                break
    return False


_GUNMEN_DID = markers("gunmen-verb")
_SUBJECT = 5
_ENDS = _RELATIVE | {",", ";", ":", "and"}


def _tells_attack(page: Page, start: int, end: int) -> bool:
    """Whether [start, end) has a noun for an attack."""
    for at in page.of_kind("event", start, end):
        noun = page.noun(at)
        if noun is not None and noun.value in _ATTACKS:
            return True
    return False


_ATTACKS = frozenset({"attacks", "ambush"})


def _told_attack(count: Count, setting: Setting) -> bool:
    """ "أوقفت الوحدات خمسة في هجوم السبت الذي قُتل فيه جنديان": a relative clause tells what the attack before it did,
    not the subject of the sentence."""
    page, at = setting.page, count.start if count.trigger_at is None else min(count.trigger_at, count.start)
    low = max(setting.start, at - _TELLS) + 1
    if not page.has(_RELATIVE, low, at + 1):
        return False
    who = next(k for k in range(at, low - 1, -1) if page.form[k] in _RELATIVE)
    return _tells_attack(page, max(setting.start, who - _TELLS), who)


def isis_attack(count: Count, setting: Setting) -> bool:
    """Whether the sentence of a count tells of an attack by ISIS, or by nobody whom it names."""
    for _, whom, _ in setting.scene.agents:
        if whom == ISIS:
            return True
    if _told_attack(count, setting):
        return True
    if not setting.scene.agents and _tells_attack(setting.page, setting.start, setting.end):
        return True
    if gunmen_struck(count, setting):
        return True
    return setting.page.has(_ATTACK_BY, setting.start - 1, setting.end) and any(
        part.whom == ISIS and setting.page.form[max(part.start - 1, 0)] in _ATTACK_BY
        for part in setting.parts
        if setting.start <= part.start < setting.end
    )
