"""Who the names of a report stand for: generic mentions ("القيادة", "the group") resolved to what was named before.

A generic mention points back to the last actor of its class; where none was named before, to the first one after.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache, lru_cache

from hasila.lexicon.markers import markers
from hasila.lexicon.names import Actor, Person, Site, phrases
from hasila.reading.acronyms import SHORT, explained
from hasila.reading.bodies import actor_of, police_at
from hasila.reading.governors import QUOTES
from hasila.reading.jointforces import name_forces
from hasila.reading.landsofforces import beside_iraq, called_alike, first_iraqi, namesake
from hasila.reading.ofcountry import (
    air_arm,
    asayish,
    first_land,
    internal_security,
    ministry,
    no_aircraft,
    of_country,
    police,
    service,
    special_forces,
)
from hasila.reading.offices import (
    branch_meant,
    held_office,
    home_army,
    no_military,
    of_land_abroad,
    of_other_task_force,
    office_behind,
)
from hasila.reading.page import Page, once
from hasila.reading.samegroup import speaks_on
from hasila.reading.sight import Mention

ISIS = "ISIS"
CENTCOM = "US Central Command"
COALITION = "Global Coalition"
TASK_FORCE = "CJTF-OIR"
OBSERVATORY = "Syrian Observatory for Human Rights"
_OWN = markers("own-forces")
_THE_OBSERVATORY, _IN_NAME = markers("the-observatory"), "Observatory"
_POINTS_TO_CLAIMANT = frozenset({"statement"})
_NATIONS = {"IQ": "Iraqi", "SY": "Syrian"}
_UNIT_OF = markers("unit-of")
_COMMANDS = frozenset({"command", "command leader"})
_APART = frozenset({"ISIS-West Africa"})  # the branch that fights a war of its own, and is always told by its own name


_INTRODUCED = 5
_POLICE = frozenset({"Iraqi Police", "Iraqi Federal Police"})  # which are only some of the security forces
_BODIES = frozenset(
    {"command", "coalition", "forces", "ministry", "service", "observatory", "media cell", "command leader"}
)


@dataclass(slots=True)
class Part:
    """A mention with the actor it stands for. ``whom`` is None where nothing in the report settles it."""

    mention: Mention
    whom: str | None
    cls: str
    person: str | None = None
    own: bool = False
    generic: bool = False
    start: int = field(init=False)
    end: int = field(init=False)

    def __post_init__(self) -> None:
        self.start, self.end = self.mention.start, self.mention.end


@lru_cache(maxsize=10_000)
def side_of(canonical: str | None) -> str:
    """The side an actor is on ("" where unknown)."""
    actor = actor_of(canonical)
    return actor.side if actor else ""


def cast(page: Page) -> list[Part]:
    """The actors and people of a text, in order, generic mentions resolved."""
    others = explained(page)
    firsts = _firsts(page, others)
    last: dict[str, str] = {}
    called: dict[tuple[str, ...], str] = {}
    voices: dict[str, str] = {}
    spelt: dict[str, Part] = {}
    parts: list[Part] = []
    home = _first_home(page)
    for mention in page.names:
        entity = mention.name.entity
        if mention.kind == "place" or (mention.name.cls == "metonym" and _describes(page, mention)):
            continue
        if mention.name.cls in SHORT and page.form[mention.start] in others:
            if parts and parts[-1].end == mention.start - 1:
                spelt[page.form[mention.start]] = parts[-1]
            elif (meant := spelt.get(page.form[mention.start])) is not None:
                parts.append(Part(mention, meant.whom, meant.cls))  # "the Internal Security Forces (ISF) ... the ISF"
            continue
        if mention.name.canonical == TASK_FORCE and of_other_task_force(page, mention):
            continue
        if isinstance(entity, Actor) and (local := _of_another_land(page, mention, last, home)) is not None:
            parts.append(Part(mention, local or None, "forces", generic=True))
        elif isinstance(entity, Actor):
            home = _home(entity, home)
            parts.append(_body(page, mention, entity, parts, last, called))
        elif isinstance(entity, Person):
            if mention.name.cls != "surname" or not (namesake(page, mention) or _behind_name(page, mention)):
                parts.append(_person(page, mention, entity, parts, last, voices))
        else:
            short = called.get(tuple(page.form[mention.start : mention.end]))
            known = {**last, mention.name.canonical: short} if short else last
            part = _generic(page, mention, known, firsts, home)
            if parts and parts[-1].end == part.start and page.form[part.end - 1].startswith("spokes"):
                part.whom = parts[-1].whom or part.whom  # "a coalition military spokesman"
            if part.cls == "group" and (speaker := speaks_on(page, mention, parts)) is not None:
                part.whom, part.cls = speaker.canonical, speaker.cls
            if part.cls == "ministry" and part.whom is not None and _speaks(page, part.start):
                last["ministry"] = part.whom  # "وقالت وزارة الداخلية ... وأعلنت الوزارة"
            parts.append(part)
    name_forces(page, parts)
    return [part for part in parts if not _only_leads(page, part)]


def _only_leads(page: Page, part: Part) -> bool:
    """ "the YPG-led SDF": who leads a body that is named at once is only told of with it."""
    at = part.end
    return page.has(_LEADS, at, at + 1) and page.hyphened(at) and at + 1 in page.name_at


_LEADS = frozenset({"led", "dominated"})


def _body(
    page: Page,
    mention: Mention,
    entity: Actor,
    parts: list[Part],
    last: dict[str, str],
    called: dict[tuple[str, ...], str],
) -> Part:
    """A body by its name, which later words may stand for."""
    for size in range(2, mention.end - mention.start):
        called[tuple(page.form[mention.start : mention.start + size])] = entity.canonical
    if (whole := _unit_of(page, mention, last)) is not None:
        return Part(mention, whole, entity.cls)
    if entity.canonical != TASK_FORCE and _can_be_meant(entity, last):
        last[entity.cls] = entity.canonical
    isis = entity.side == "isis" and entity.canonical not in _APART
    if (head := group_heads().get(entity.canonical)) is not None:
        last[f"group {head}"] = ISIS if isis else entity.canonical
    branch = branch_meant(page, mention, entity, (part.whom for part in parts))
    whom = ISIS if isis else branch or internal_security(page, mention) or entity.canonical
    return Part(mention, whom, "group" if isis else entity.cls)


def _person(
    page: Page, mention: Mention, entity: Person, parts: list[Part], last: dict[str, str], voices: dict[str, str]
) -> Part:
    """A person with the body that he speaks for, as this report has it or else as he is known."""
    actor = actor_of(entity.speaks_for)
    if actor is not None and actor.canonical != TASK_FORCE:
        last[actor.cls] = actor.canonical
    body = _introducing(page, parts, mention) or held_office(page, mention, _BODIES) or office_behind(page, mention)
    if body is not None:
        voices.setdefault(entity.canonical, body)
    spoken = COALITION if entity.speaks_for == TASK_FORCE and not _task_force_named(page) else entity.speaks_for
    return Part(mention, voices.get(entity.canonical, spoken) or None, "person", entity.canonical)


@once
def _task_force_named(page: Page) -> bool:
    """Whether a report names the task force whose spokesmen speak for the Coalition."""
    return any(mention.name.canonical == TASK_FORCE for mention in page.names)


def _unit_of(page: Page, mention: Mention, last: dict[str, str]) -> str | None:
    """ "أوضحت قسد أن «وحدات مكافحة الإرهاب» التابعة لها اقتحمت": units of the force that was named before."""
    if not page.has(_UNIT_OF, mention.end, mention.end + 2):
        return None
    at = mention.end + (page.form[mention.end] in QUOTES)
    hers = page.form[at] in _UNIT_OF and page.form[at + 1 : at + 2] == ["لها"]
    held = last.get("forces") if hers else None
    return held if held is not None and side_of(held) == mention.name.entity.side else None


def _of_another_land(page: Page, mention: Mention, last: dict[str, str], home: str | None) -> str | None:
    """ "قوات سوريا الديمقراطية ... تمكنت القوات الأمنية": what Iraq calls so is meant by nobody who reports from Syria,
    or from a country abroad; "" where those of that country have no name."""
    if not called_alike(page, mention):
        return None
    if first_iraqi(page) < mention.start or beside_iraq(page, mention):
        return None
    held = last.get("forces")
    if home == "SY":
        return held or "" if side_of(held) in ("sdf", "syria", "") else None
    land = first_land(page) if home is None else None
    return None if land in (None, "IQ") else police_at(land) or ""


def _behind_name(page: Page, mention: Mention) -> bool:
    """ "on the Maaret Al Numan road": a surname behind another capitalised word that no table knows is part of a longer
    name."""
    at = mention.start - 1
    if at < 1 or page.form[at] >= "\u0590" or page.word[at] is not None or at in page.inside or at in page.dated:
        return False
    return page.lex[at].alpha and page.tokens.raw[at][:1].isupper() and page.tokens.raw[at - 1][:1].islower()


def _introducing(page: Page, parts: list[Part], mention: Mention) -> str | None:
    """Whose man a person is said to be by the body named right before him: "Pentagon spokesman Army Col. ...", not by
    the people of whom he told: "two US soldiers were hurt," Ryder said."""
    before = parts[-1] if parts else None
    if before is None or before.cls not in _BODIES or not 0 <= mention.start - before.end <= _INTRODUCED:
        return None
    return before.whom if QUOTES.isdisjoint(page.form[before.end : mention.start]) else None


def _home(entity: Actor, home: str | None) -> str | None:
    """The country whose ministries are meant behind the name of an actor: none behind forces from abroad."""
    abroad = entity.kind == "force" and entity.side == "coalition" and entity.canonical not in (COALITION, "US forces")
    return entity.home if entity.home in _NATIONS else None if abroad else home


def _first_home(page: Page) -> str | None:
    """The country of the first local force, government or place of a report, where it is Iraq or Syria."""
    for mention in page.names:
        entity = mention.name.entity
        if called_alike(page, mention):
            continue
        if isinstance(entity, Actor) and _home(entity, "") is None:
            return None
        held = entity.home if isinstance(entity, Actor) else entity.scope if isinstance(entity, Site) else None
        if held in _NATIONS:
            return str(held)
    return None


def _describes(page: Page, mention: Mention) -> bool:
    """ "the US-backed forces", "مركز بغداد": joined to an adjective a nation says whose they are, behind a body
    where it is, and does nothing itself."""
    if page.before(mention.start) in _OF_CITY:
        return True
    return mention.end < len(page.form) and page.hyphened(mention.end)


_OF_CITY = markers("body-of-city")


def _can_be_meant(entity: Actor, last: dict[str, str]) -> bool:
    """Whether "the group" can mean an actor from here on: beside ISIS or its like, a militia isn't "التنظيم"."""
    held = side_of(last.get("group"))
    return entity.cls != "group" or entity.side in ("isis", "jihadist") or held not in ("isis", "jihadist")


def _firsts(page: Page, others: frozenset[str]) -> dict[str, str]:
    table: dict[str, str] = {}
    for mention in page.names:
        entity = mention.name.entity
        if mention.name.cls in SHORT and page.form[mention.start] in others:
            continue
        if isinstance(entity, Actor) and entity.canonical != TASK_FORCE:
            table.setdefault(entity.cls, entity.canonical)
    return table


def _generic(page: Page, mention: Mention, last: dict[str, str], firsts: dict[str, str], home: str | None) -> Part:
    cls = mention.name.canonical
    own = page.form[mention.start] in _OWN
    whom: str | None = None
    cls = "service" if cls == "agency" and "agency" not in last and "service" in last else cls  # وكالة الاستخبارات
    cls = "network" if page.form[mention.end - 1] in _NETWORK and "network" in last else cls
    if cls in _COMMANDS:
        whom = last.get("command") or firsts.get("command")
    elif cls == "group" and (watcher := _watcher(page, mention, last)) is not None:
        whom = watcher
    elif cls == "group" and (called := last.get(f"group {_head(page, mention)}")) is not None:
        whom = called
    elif cls == "group" and last.get(cls) in _APART:
        whom = last[cls]
    elif cls == "group":
        whom = ISIS if _speaks_of_isis(page, last, firsts) else last.get("group") or firsts.get("group")
    elif cls == "coalition":
        whom = last.get("coalition") or firsts.get("coalition") or COALITION
    elif cls == "observatory":
        is_the_one = page.form[mention.end - 1].removesuffix("'s") in _THE_OBSERVATORY
        well_known = OBSERVATORY if is_the_one else firsts.get("network")
        network = last.get("network")  # "Deir Ezzor 24 reported four dead. The Observatory spoke of five"
        network = None if is_the_one and _IN_NAME not in (network or _IN_NAME) else network
        whom = last.get(cls) or firsts.get(cls) or network or well_known
    elif cls == "source":
        whom = None
    elif cls == "police":
        whom, cls = police(page, mention), "forces"
    elif cls not in _POINTS_TO_CLAIMANT and cls != "partner" and not own:
        whom = last.get(cls) or firsts.get(cls)
        if page.form[mention.end - 1] == "cell":
            whom = last.get("media cell", whom)
        if cls == "ministry":
            whom = None if of_land_abroad(page, mention) else ministry(page, mention, whom, home)
        if cls == "forces":
            held = no_military(page, mention, whom, home)
            army = _army(page, mention, held, last) or home_army(page, mention, home, first_land(page))
            arm = asayish(page, mention) or special_forces(page, mention, last) or air_arm(page, mention, home)
            whom = arm or (None if no_aircraft(page, mention, army) else service(page, mention, army, home))
            whom = of_country(page, mention, _of_state(page, mention, whom, home))
            security = not _SECURITY.isdisjoint(page.form[mention.start : mention.end])
            whom = police(page, mention) if whom is None and security else whom
            whom = "Iraqi Security Forces" if security and whom in _POLICE and cls not in last else whom
    return Part(mention, whom, cls, own=own, generic=True)


def _speaks(page: Page, at: int) -> bool:
    """Whether a verb of saying stands right before a name."""
    return at > 0 and page.cue(at - 1, "verb") == "speech" and not page.cue(at - 1, "masdar")


@cache
def group_heads() -> dict[str, str]:
    """What each armed group is called in Arabic, "the movement" or "the organisation": the word its names begin with.

    >>> group_heads()["Al-Shabaab"]
    'حركه'
    """
    heads: dict[str, Counter[str]] = {}
    for head, entries in phrases("actor").items():
        if head in _HEADS:
            for forms, name in entries:
                if isinstance(name.entity, Actor) and name.entity.cls == "group" and len(forms) > 1:
                    heads.setdefault(name.entity.canonical, Counter())[head] += 1
    return {whom: max(found, key=lambda head: (found[head], head)) for whom, found in heads.items()}


_HEADS = markers("group-head")
_NETWORK = markers("the-network")
_OWN_FIGURES = markers("own-figures")


def _watcher(page: Page, mention: Mention, last: dict[str, str]) -> str | None:
    """ "By the group's count": the monitor named last counts, not those whom it counts."""
    if _OWN_FIGURES.isdisjoint(page.form[mention.end : mention.end + 1]):
        return None
    return next((whom for whom in reversed(last.values()) if side_of(whom) == "monitor"), None)


def _head(page: Page, mention: Mention) -> str | None:
    """The kind of group that a generic mention names: حركة in "للحركة"."""
    form = page.form[mention.start]
    return next((head for head in _HEADS if form.endswith(head)), None)


def _of_state(page: Page, mention: Mention, held: str | None, home: str | None) -> str | None:
    """ "القوات الحكومية", "government forces": those of the state, whatever other forces were named last."""
    state = not _STATE.isdisjoint(page.form[mention.start : mention.end])
    return STATE_FORCES.get(home or "", held) if state and side_of(held) in ("sdf", "coalition") else held


def _army(page: Page, mention: Mention, held: str | None, last: dict[str, str]) -> str | None:
    """ "في الجيش", "the army": of the forces of Iraq only the army is called so, and the SDF are not."""
    named = not _ARMY.isdisjoint(page.form[mention.start : mention.end])
    if named and side_of(held) == "sdf" and page.form[mention.start] >= "\u0590":
        return "US forces" if last.get("command") == CENTCOM else None
    return "Iraqi Army" if named and side_of(held) == "iraq" else held


_ARMY = markers("the-army")
_STATE = markers("of-state")
STATE_FORCES = {"SY": "Syrian government forces", "IQ": "Iraqi Security Forces"}


_SECURITY = markers("of-security")


def _speaks_of_isis(page: Page, last: dict[str, str], firsts: dict[str, str]) -> bool:
    """Whether "the group" is ISIS: named last, or far more often than any other group."""
    if last.get("group", firsts.get("group")) == ISIS:
        return True
    sides = [m.name.entity.side == "isis" for m in page.names if m.kind == "actor" and _is_group(m)]
    return sides.count(True) > _MUCH * sides.count(False)


_MUCH = 3


def _is_group(mention: Mention) -> bool:
    return isinstance(mention.name.entity, Actor) and mention.name.entity.cls == "group"
