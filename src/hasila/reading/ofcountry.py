"""Which body of a country a generic word means: the police, the ministry, the air force of whose land is told."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.names import Actor, Person, Site, actors
from hasila.reading.bodies import actor_of, police_at
from hasila.reading.lands import land_of_minister
from hasila.reading.page import Page, once
from hasila.reading.sight import Mention

_OFFICES = {
    "Interior": markers("of-interior"),
    "Defense": markers("of-defence"),
    "Health": markers("of-health"),
    "Justice": markers("of-justice"),
}


_NATIONS = {"IQ": "Iraqi", "SY": "Syrian"}


def ministry(page: Page, mention: Mention, held: str | None, home: str | None) -> str | None:
    """ "The Interior Ministry said": the one named before, else that of the country whose forces were named last."""
    words = page.form[mention.start : mention.end]
    office = next((name for name, forms in _OFFICES.items() if not forms.isdisjoint(words)), None)
    if office is None or (held is not None and held.replace("Defence", "Defense").endswith(f"Ministry of {office}")):
        return held
    named = f"{_NATIONS.get(home or '') or _abroad(page)} Ministry of {office}"
    return named if named in actors() else held


@once
def _abroad(page: Page) -> str | None:
    """The nation that a report is about which names neither Iraq nor Syria: "وزارة الدفاع الوطني في الجزائر"."""
    lands = [land for mention in page.names if (land := land_of(mention.name.entity)) is not None]
    return None if any(land in _NATIONS for land in lands) else next(map(_OTHERS.get, lands), None)


_OTHERS = {
    "AF": "Afghan",
    "DZ": "Algerian",
    "EG": "Egyptian",
    "MA": "Moroccan",
    "RU": "Russian",
    "TN": "Tunisian",
    "TR": "Turkish",
}


def police(page: Page, mention: Mention) -> str | None:
    """ "Police in eight of Turkiye's provinces", "police arrested five in Lahore": those of the country abroad that a
    report names first."""
    return police_at(_land_near(page, mention) or first_land(page) or land_of_minister(page))


def _land_near(page: Page, mention: Mention) -> str | None:
    """ "هجوم موسكو ... وفي تركيا، اعتقلت الشرطة 147": the country that is named right before."""
    near = (m for m in reversed(page.names) if m.kind == "place" and 0 < mention.start - m.end <= _NEAR_POLICE)
    site = next((m.name.entity for m in near), None)
    return site.scope if isinstance(site, Site) and police_at(site.scope) is not None else None


_NEAR_POLICE = 4


@once
def first_land(page: Page) -> str | None:
    """The country that is named first, by a place or by a body of it."""
    homes = (land_of(m.name.entity) for m in page.names)
    return next((home for home in homes if home is not None), None)


def land_of(entity: object) -> str | None:
    """The country of a place, or of a body of a country abroad or its spokesman."""
    if isinstance(entity, Site):
        return entity.scope
    entity = actor_of(entity.speaks_for) if isinstance(entity, Person) else entity
    return entity.home if isinstance(entity, Actor) and entity.side == "other" else None


def air_arm(page: Page, mention: Mention, home: str | None) -> str | None:
    """ "سلاح الجو", "the Air Force": that of the country of the report, where it has one of its own in the lexicon."""
    flies = page.form[mention.end - 1] in _AIR or page.form[mention.end - 2 : mention.end] == ["air", "force"]
    return _AIR_ARMS.get(home or "") if flies else None


_AIR = frozenset({"الجو", "الجويه"})


def no_aircraft(page: Page, mention: Mention, held: str | None) -> bool:
    """ "قسد، بغطاء من الطيران المروحي": the SDF have none, so the aircraft are those of somebody else."""
    return page.form[mention.start] in _PLANES and actor_of(held) is not None and actor_of(held).side == "sdf"  # type: ignore[union-attr]


_PLANES = frozenset({"الطيران", "المقاتلات", "الطائرات"})


_AIR_ARMS = {"IQ": "Iraqi Air Force"}


def special_forces(page: Page, mention: Mention, last: dict[str, str]) -> str | None:
    """ "قال قائد القيادة المركزية إن القوات الخاصة قتلت": those of the country whose command or ministry speaks, where
    no forces were named before."""
    if page.form[mention.end - 1] != "الخاصه" or "forces" in last:
        return None
    body = actor_of(last.get("command") or last.get("ministry"))
    return "US forces" if body is not None and body.canonical in _AMERICAN else None


_AMERICAN = frozenset({"US Central Command", "Pentagon"})


def service(page: Page, mention: Mention, held: str | None, home: str | None) -> str | None:
    """ "members of the security forces", "the military": those of the country, not the air force or militia that a
    report names; in a report from Iraq security forces need no name before."""
    words = page.form[mention.start : mention.end]
    security = not _SECURITY.isdisjoint(words)
    if security and held is None and home == "IQ" and words[0] < "\u0590":
        return "Iraqi Security Forces"
    whole = security or words[-1] in ("military", "المسلحه")
    return "Iraqi Security Forces" if whole and held in _NOT_THEY else held


_NOT_THEY = frozenset({"Iraqi Air Force", "Popular Mobilization Forces"})


def of_country(page: Page, mention: Mention, held: str | None) -> str | None:
    """ "جرت 53 عملية في العراق بالشراكة مع قوات الأمن": the security forces of the country that was just named, not
    forces of another one."""
    if held is None or (_SECURITY.isdisjoint(page.form[mention.start : mention.end])):
        return held
    near = [m for m in page.names if m.kind == "place" and 0 < mention.start - m.end <= _NEAR_COUNTRY]
    site = near[-1].name.entity if near else None
    iraq = isinstance(site, Site) and site.scope == "IQ"
    return "Iraqi Security Forces" if iraq and actors()[held].home != "IQ" else held


_SECURITY = markers("of-security")


_NEAR_COUNTRY = 6


def internal_security(page: Page, mention: Mention) -> str | None:
    """ "the Internal Security Forces" by a ministry in Damascus: the state's, where no SDF are named."""
    if page.form[mention.start : mention.end] != ["internal", "security", "forces"]:
        return None
    sides = _sides(page)
    return "Syrian Internal Security" if "syria" in sides and "sdf" not in sides else None


def asayish(page: Page, mention: Mention) -> str | None:
    """ "أطلقت قوى الأمن الداخلي، بمساندة قسد، حملة في الهول": those of the side that the report names first."""
    words = page.form[mention.start : mention.end]
    if words[1:2] != ["الامن"] or not (words[2:3] == ["الداخلي"] or _told_as_internal(page)):
        return None
    named = (m.name.entity for m in page.names if isinstance(m.name.entity, Actor))
    return next((_INTERNAL[actor.side] for actor in named if actor.side in _INTERNAL), None)


_INTERNAL = {"sdf": "Asayish", "syria": "Syrian Internal Security"}


@once
def _told_as_internal(page: Page) -> bool:
    """Whether the security forces are told of as internal ones first: "قوى الأمن الداخلي ... قوى الأمن"."""
    generic = (m for m in page.names if m.name.canonical == "forces" and page.form[m.start] == "قوي")
    first = next(generic, None)
    return first is not None and page.form[first.end - 1] == "الداخلي"


@once
def _sides(page: Page) -> set[str]:
    """The sides of the bodies that are named; of the Asayish only by another name of theirs."""
    named = (m.name.entity for m in page.names if isinstance(m.name.entity, Actor) and m.name.canonical != "Asayish")
    return {actor.side for actor in named}
