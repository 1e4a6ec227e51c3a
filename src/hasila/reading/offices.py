"""Which body is meant by a name: the office behind a man's name, the mission that a report calls by its parent."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from hasila.lexicon.markers import markers
from hasila.lexicon.names import Actor, Site, actors
from hasila.lexicon.words import rows
from hasila.reading.bodies import actor_of
from hasila.reading.page import Page, once
from hasila.reading.sight import Mention

_REACH = 7
_HOLDS = markers("holds-office")
_COMMAS = frozenset({"،", ",", "("})
_BEHIND = 3
_LINKS = frozenset({"of", "for", "at"})
_BEFORE_NAME = _LINKS | {"the"}
_OFFICES = frozenset({"voice", "person", "rank"})


def held_office(page: Page, mention: Mention, bodies: frozenset[str]) -> str | None:
    """The body whose spokesman or commander the words behind an Arabic name make him."""
    at = mention.end + page.has(_COMMAS, mention.end, mention.end + 1)
    if not page.has(_HOLDS, at, at + 1):
        return None
    name = next((page.name_at[k] for k in range(at, at + _BEHIND) if k in page.name_at), None)
    of = name.name.entity if name is not None and name.kind == "actor" else None
    return of.canonical if isinstance(of, Actor) and of.cls in bodies else None


@cache
def _offices() -> frozenset[str]:
    """The words for offices: spokesman, commander, head."""
    return frozenset(form for form, cls, *_ in rows("en", "roles") if cls in _OFFICES)


def office_behind(page: Page, mention: Mention) -> str | None:
    """Whose man a person is by the words between commas behind his name: of the body whose office he holds now, not of
    that for which he once spoke."""
    form, at = page.form, mention.end + 1
    if form[mention.end : at] != [","]:
        return None
    for k in range(at, min(len(form), at + _REACH)):
        held = page.name_at.get(k)
        if held is not None and isinstance(held.name.entity, Actor):
            told = form[at:k]
            office = held.name.entity.cls == "source"  # the name itself begins with "spokesman"
            spoken = not told and office
            named = bool(told) and not office and form[k - 1] in _BEFORE_NAME and not _LINKS.isdisjoint(told)
            return held.name.canonical if spoken or (named and not _offices().isdisjoint(told)) else None
        if not page.lex[k].alpha or page.cue(k, "verb"):
            return None
    return None


_REPORTS = markers("statement-word") | {"mission"}


def branch_meant(page: Page, mention: Mention, entity: Actor, named: Iterable[str | None]) -> str | None:
    """ "UNAMI said ... According to the UN report, ...": the mission named before, where its parent tells something."""
    if entity.cls != "organisation" or not _REPORTS.intersection(page.form[mention.end : mention.end + 1]):
        return None
    branches = (actor_of(whom) for whom in named)
    return next((a.canonical for a in branches if a is not None and a.acts_through == entity.canonical), None)


_ARMY = markers("the-army")


@cache
def _armies() -> dict[str, str]:
    """The army of each country that has one in the lexicon: NG -> Nigerian Army."""
    named = (a for a in actors().values() if a.canonical.lower().endswith(" army"))
    national = (a for a in named if len(a.canonical.split()) == _NATIONAL)
    return {actor.home: actor.canonical for actor in national if actor.home and actor.cls == "forces"}


_NATIONAL = 2


def home_army(page: Page, mention: Mention, home: str | None, land: str | None) -> str | None:
    """ "Three ISIS leaders died in Iraq, the army said": that of the report's country, where no forces are named."""
    words = page.form[mention.start : mention.end]
    if home == "IQ" and words == ["الجيش"]:
        return "Iraqi Army"  # "قالت وزارة الدفاع العراقية إن قوة من الجيش قتلت"
    if words[0] >= "\u0590":  # "قال الجيش في الفلبين"
        return _armies().get(land or "") if home is None and words[-1] in _ARMY and land not in _NATIONS else None
    abroad = home is None and not _MILITARY.isdisjoint(words)
    return _armies().get(home or land or "") if abroad or not _ARMY.isdisjoint(words) else None


_MILITARY = frozenset({"armed", "military"})  # "Egypt's armed forces": in Iraq they are more than the army


def no_military(page: Page, mention: Mention, held: str | None, home: str | None) -> str | None:
    """ "The SDF said ... The military said": the military of a state, not forces that are none of it."""
    words = page.form[mention.start : mention.end]
    irregular = held in _IRREGULAR and words[0] < "\u0590" and not (_ARMY | _MILITARY).isdisjoint(words)
    return _STATE.get(home or "") if irregular else held


_IRREGULAR = frozenset({"Peshmerga", "Syrian Democratic Forces", "Popular Mobilization Forces", "YPG", "Asayish"})
_STATE = {"IQ": "Iraqi Security Forces"}


def of_other_task_force(page: Page, mention: Mention) -> bool:
    """ "commander of the anti-insurgency task force" in Nigeria, "the police Joint Task Force": of no coalition, where
    a report names none."""
    joint = page.before(mention.start) == "joint"
    if (page.lex[mention.start].upper and not joint) or page.form[mention.end - 1] != "force":
        return False
    return not _of_mission(page) - {mention.name.canonical}


@once
def _of_mission(page: Page) -> set[str]:
    """The bodies of the mission that are named."""
    named = (m.name.entity for m in page.names)
    return {actor.canonical for actor in named if isinstance(actor, Actor) and actor.side in _MISSION}


_MISSION = frozenset({"coalition", "iraq", "sdf"})


def of_land_abroad(page: Page, mention: Mention) -> bool:
    """ "Norway's defence ministry": not that of the country of the report."""
    place = page.inside.get(mention.start - 1)
    if place is None or not isinstance(place.name.entity, Site):
        return False
    owns = page.tokens.raw[mention.start - 1].endswith(("'s", "’s"))
    return owns and place.name.entity.scope not in _NATIONS


_NATIONS = frozenset({"IQ", "SY"})
