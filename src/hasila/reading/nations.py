"""Whose strikes and aircraft a sentence tells of, where only a nation's adjective says so: a US raid, طائرات عراقية."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial

from hasila.lexicon.markers import markers
from hasila.lexicon.names import actors
from hasila.lexicon.words import Noun, rows
from hasila.reading.agents import acts_in_english, within_attack
from hasila.reading.allies import (
    bare_coalition,
    by_help,
    force_at,
    joins,
    of_event_between,
    of_two_forces,
    one_coalition,
)
from hasila.reading.bodies import actor_of
from hasila.reading.cast import Part, side_of
from hasila.reading.countries import acting
from hasila.reading.doings import ATTACKS_AFTER_NAME, does
from hasila.reading.page import Page
from hasila.reading.scene import Scene
from hasila.text.fold import fold
from hasila.text.tokens import BREAK

_ATTACK_NOUNS = ATTACKS_AFTER_NAME - {"forces"}
_LEADERS = dict.fromkeys(markers("american"), "Global Coalition")
_ARMS = markers("kind-of-attack")
_KINDS = markers("kind-of-strike")
_AIRCRAFT = markers("aircraft")
_STRIKE = markers("strike-verb")
_AR_REACH = 4
_OF_COUNTRY = frozenset({"العراقيه", "السوريه"})
_SHELLING = markers("shelling")
_IN_THE_COURSE = markers("in-the-course-of")
_DEEDS = frozenset({"strikes", "operations", "attacks"})
_TYPE_REACH = 7


@cache
def _nations(lang: str) -> dict[str, str]:
    """The forces of a nation, by its adjective: Turkish -> Turkish army, أميركية -> US forces."""
    return {fold(form): force for form, force, *_ in rows(lang, "nations")}


@cache
def _arabic_adjectives() -> frozenset[str]:
    """The adjectives of the Arabic nations, with and without the article."""
    bare = _nations("ar").keys()
    return frozenset(bare) | {"ال" + form for form in bare}


def of_other_army(page: Page, noun_at: int | None) -> bool:
    """ "It killed 12 Turkish soldiers": soldiers of an army that takes no part in the mission."""
    force = _nations("en").get(page.form[noun_at - 1]) if noun_at else None
    return force is not None and side_of(force) == "other"


def national(page: Page, here: list[Part], start: int, end: int, speaker: str | None, scene: Scene) -> None:
    """The agents of a sentence that only an adjective names."""
    _strikes(page, start, end, scene)
    _arabic_deeds(page, start, end, scene)
    _led(page, start, end, scene)
    _with_partners(page, here, start, end, scene)
    _allied(page, here, start, end, scene)
    _flown(page, start, end, speaker, scene)
    scene.agents.extend((at, force, False) for at, force in acting(page, start, end))


def _strikes(page: Page, start: int, end: int, scene: Scene) -> None:
    """ "killed in a US airstrike", "Turkish drone strikes": the adjective names whose attack it was."""
    nations = _nations("en")
    for at in page.all(_ATTACK_NOUNS, start, end):
        if page.word[at] is None and page.before(at) not in _ARMS:
            continue
        back = next((k for k in range(at - 1, max(start, at - 4) - 1, -1) if page.form[k] not in _ARMS), start)
        while start < back and page.form[back] in nations and page.form[back - 1] in nations:
            back -= 1  # "joint US-Iraqi raids"
        led = page.form[back + 1 : back + 2] == ["led"]
        force = (_LEADERS.get(page.form[back]) if led else None) or nations.get(page.form[back])
        name = page.inside.get(back)
        if force is not None and (name is None or name.end == back + 1):
            aloft = page.form[at] in _AIR or "air" in page.form[back + 1 : at]
            flown = _air_force(force) if aloft and force in _GROUND else None
            scene.agents.append((back, flown or force, within_attack(page, back, start)))


_AIR = markers("air-attack")
_GROUND = frozenset({"Iraqi Security Forces"})


def _arabic_deeds(page: Page, start: int, end: int, scene: Scene) -> None:
    """ "ضربات جوية عراقية", "في إنزال أميركي", "بقصف روسي": the adjective of a deed names whose it was."""
    if not page.has(_arabic_adjectives(), start, end):
        return
    for at in sorted((*page.of_kind("event", start, end), *page.all(_SHELLING, start, end))):
        if at in page.inside or page.form[at] < "\u0590":
            continue
        noun = page.noun(at)
        strikes = noun is None or noun.value == "strikes"
        if noun is not None and noun.value not in _DEEDS:
            continue
        if page.lex[at].article and _many(noun) and page.has(_OF_COUNTRY, at + 1, at + 2):
            continue  # "22 من الضربات العراقية": those in Iraq
        k = at + 1
        while k < min(end, at + _AR_REACH) and page.form[k].removeprefix("ال") in _KINDS:
            k += 1
        force = _nations("ar").get(page.form[k].removeprefix("ال")) if k < end else None
        if force is not None:
            scene.agents.append((k, (_air_force(force) if strikes else None) or force, strikes or _within(page, at)))
            _second_nation(page, k, end, force, scene)


def _led(page: Page, start: int, end: int, scene: Scene) -> None:
    """ "غارات نُفذت بقيادة عراقية": by whose leading an operation is said to have been carried out."""
    for at in page.all(_LED_BY, start + 1, end - 1):
        force = _nations("ar").get(page.form[at + 1])
        done = page.cue(at - 1, "verb") == "action" or page.form[at - 1] in _DONE
        if force is not None and (done or is_event(page, at - 1)):
            scene.agents.append((at + 1, force, True))


def is_event(page: Page, at: int) -> bool:
    noun = page.noun(at)
    return noun is not None and noun.kind == "event"


_LED_BY = frozenset({"بقياده"})
_DONE = markers("done-verb")


def _many(noun: Noun | None) -> bool:
    return noun is not None and noun.number == "many"


def _within(page: Page, at: int) -> bool:
    """ "في عملية أميركية", "بإنزال جوي فرنسي": the deed stands behind what came of it."""
    return page.lex[at].prep == "ب" or page.before(at) in _IN_THE_COURSE


def _second_nation(page: Page, at: int, end: int, force: str, scene: Scene) -> None:
    """ "عملية أميركية - عراقية مشتركة": of two nations of one deed the first acts, with the other."""
    follow = at + 1
    while follow < end and page.form[follow] in _HYPHENS:
        follow += 1
    second = _nations("ar").get(page.form[follow].removeprefix("و").removeprefix("ال")) if follow < end else None
    if second not in (None, force):
        scene.partners.append((follow, second or ""))


_HYPHENS = frozenset("-–—")


def _with_partners(page: Page, here: list[Part], start: int, end: int, scene: Scene) -> None:
    """ "U.S. and partner forces have conducted 80 operations", "French and Malian troops killed nine": the first nation
    acts, with partners."""
    nations = _nations("en")
    for part in here:
        at = part.start - 2
        force = nations.get(page.form[at]) if at >= start and _joins_two(page, at) else None
        if force in (None, part.whom) or not (part.cls == "partner" or joins(part)) or one_coalition(force, part.whom):
            continue
        whole = replace(part, mention=replace(part.mention, start=at))
        if acts_in_english(page, whole, start, end):
            scene.agents[:] = [row for row in scene.agents if row[0] != part.start]
            scene.agents.append((at, force or "", page.before(at) == "by"))
            if part.cls != "partner":
                scene.partners.append((part.start, part.whom or ""))


def _joins_two(page: Page, at: int) -> bool:
    """ "Iraqi and", "by US, Iraqi forces": in headlines a comma does for "and"."""
    return page.form[at + 1] == "and" or (page.form[at + 1] == "," and (at == 0 or page.before(at) in ("by", BREAK)))


def _allied(page: Page, here: list[Part], start: int, end: int, scene: Scene) -> None:
    """Forces named together, or as helpers, in an English sentence."""
    if page.has(_COALITION, start, end):
        bare_coalition(page, here, start, end, scene)
    if not page.has(_ALLYING, start, end):
        return
    force = partial(force_at, page, here, _nations("en"))
    of_two_forces(page, force, start, end, scene)
    of_event_between(page, here, start, end, scene)
    by_help(page, force, start, end, scene)


_COALITION = frozenset({"coalition"})
_ALLYING = markers("attack-after-name") | markers("help-noun") | markers("aircraft") | {"between", "fire", "joint"}


def _flown(page: Page, start: int, end: int, speaker: str | None, scene: Scene) -> None:
    """ "نفذت طائرات إف 16 العراقية أربع ضربات", "jets bombed two caves": aircraft that strike, by nation or speaker."""
    for at in page.all(_AIRCRAFT, start, end):
        if at in page.inside or _of_named(page, at):
            continue
        force, stop = _flag(page, at, start, end)
        told = _air_force(force or speaker) or force
        if told is not None and (force is not None or _strike_near(page, at, stop, start, end)):
            scene.agents.append((at, told, "by" in page.form[max(start, at - _AR_REACH) : at]))


def _of_named(page: Page, at: int) -> bool:
    """ "backed by the international coalition aircraft": those of the body named right before."""
    name = page.inside.get(at - 1)
    return name is not None and name.kind == "actor" and page.form[at] < "\u0590"


def _flag(page: Page, at: int, start: int, end: int) -> tuple[str | None, int]:
    """The nation of aircraft, and where they end: طائرات "إف 16" العراقية, Iraqi F-16 jets."""
    if page.form[at] < "\u0590":
        adjectives = [page.form[k] for k in range(max(start, at - 2), at)]
        return next((force for form in adjectives if (force := _nations("en").get(form))), None), at + 1
    for k in range(at + 1, min(end, at + _TYPE_REACH)):
        force = _nations("ar").get(page.form[k].removeprefix("ال"))
        if force is not None or k in page.inside or does(page, k):
            return force, k
    return None, at + 1


def _strike_near(page: Page, at: int, stop: int, start: int, end: int) -> bool:
    """Whether a verb of action stands right before or behind the aircraft."""
    near = (*range(max(start, at - 2), at), *range(stop, min(end, stop + _AR_REACH)))
    return any(does(page, k) or page.cue(k, "verb") == "raid" or page.form[k] in _STRIKE for k in near)


@cache
def _air_force(whom: str | None) -> str | None:
    """The air force of the country in which an actor works: Iraqi Ministry of Defense -> Iraqi Air Force."""
    held = actor_of(whom)
    if held is None or held.home is None or held.side not in ("iraq", "coalition"):
        return None
    fleets = (name for name, actor in actors().items() if actor.home == held.home and name.endswith("Air Force"))
    return next(fleets, None)
