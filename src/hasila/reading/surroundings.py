"""What stands between a place and the larger one around it, and which of the two a report means."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hasila.lexicon.markers import markers
from hasila.lexicon.names import actors, places
from hasila.model import Place
from hasila.reading.governors import QUOTES
from hasila.reading.page import Page
from hasila.reading.sight import Mention

_UNITS, _ROUGHLY = markers("lies-at"), markers("roughly")
_QUARTER = markers("part-of-town")
_DESERT = (["باديه"], ["بباديه"], ["وباديه"])
_WITHIN = (["في"], ["في", "مدينه"], ["بمدينه"])


def place_around(page: Page, part: tuple[int, int, Place], mention: Mention, place: Place) -> Place | None:
    """The second of two places, where the first is only a part of it or its desert; None where the first is meant.

    "سجن غويران بمدينة الحسكة", "حي الدويلعة في دمشق" are of the town; "بادية معيزيلة" is of the village.
    """
    start, end, finer = part
    gap = page.form[end : mention.start]
    if not gap and not mention.prep and page.form[start:end] in _DESERT:
        return replace(place, as_written=f"{finer.as_written} {place.as_written}")
    if mention.name.cls != "town" or _QUARTER.isdisjoint(page.form[max(0, start - 1) : start + 1]):
        return None
    return place if (not gap and mention.prep == "ب") or gap in _WITHIN else None


def in_province(page: Page, gap: list[str], mention: Mention) -> bool:
    """ "الشعفة بدير الزور", "حمرين بقضاء الدور، محافظة صلاح الدين، شمالي العراق", "حمرين ضمن قاطع عمليات ديالى": the
    larger place behind a finer one, told by its kind or because a province bears its name."""
    if mention.conj or page.form[mention.start] < "\u0590":
        return False
    if gap and all(form in _SECTOR for form in gap):
        return True
    if _countryside(gap, mention):
        return True
    if gap == ["،"]:
        return page.form[mention.start] in _AREA_WORDS
    if gap or mention.prep != "ب":
        return False
    return page.form[mention.start].removeprefix("ب") in _ADMIN or mention.name.canonical in capitals()


def _countryside(gap: list[str], mention: Mention) -> bool:
    """ "الشحيل في الريف الشرقي لدير الزور", "بالريف الشمالي لمدينة الحسكة": on which side of the larger one it lies."""
    rest = gap[1:] if gap[:1] in _IN_IT else gap
    if rest[:1] not in (["الريف"], ["بالريف"]):
        return False
    owner = rest[-1:] in _OF_IT and not mention.prep
    sides = rest[1:-1] if owner else rest[1:]
    return (owner or mention.prep == "ل") and bool(sides) and all(form in _SIDES for form in sides)


_IN_IT = (["في"], ["ضمن"])
_OF_IT = (["لمدينه"], ["لمحافظه"], ["لبلده"], ["لناحيه"])
_ADMIN = markers("kind-of-district")
_AREA_WORDS = markers("direction")
_SECTOR = markers("sector-word")


def land_of_side(page: Page, mention: Mention) -> str | None:
    """ "في مناطق سيطرة الحكومة السورية", "مناطق قسد": the country of the side whose area it is."""
    if mention.kind != "actor":
        return None
    at = mention.start - (page.before(mention.start) in QUOTES)  # مناطق نفوذ «الإدارة الذاتية»
    if not page.has(_AREAS, at - 2, at) or (page.before(at) not in _AREAS and page.before(at) not in _HELD_BY):
        return None
    actor = actors().get(mention.name.canonical)
    return actor.home if actor is not None else None


_AREAS = markers("areas-of-side")
_HELD_BY = frozenset({"سيطره", "نفوذ", "انتشار", "تواجد"})


def side_of_province(page: Page, mention: Mention) -> str:
    """ "ريف حلب الجنوبي": the side of a countryside that stands behind its name."""
    country = mention.name.cls == "governorate" and page.form[mention.start].lstrip("بو") in _COUNTRYSIDE
    side = page.form[mention.end : mention.end + 1]
    stop = page.tokens.end[mention.end - 1]
    return page.tokens.text[stop : page.tokens.end[mention.end]] if country and side and side[0] in _SIDES else ""


_COUNTRYSIDE = frozenset({"ريف"})
_SIDES = markers("side-adjective")


@cache
def capitals() -> frozenset[str]:
    """The towns whose governorate bears their name: "Mansoura, Raqqa"."""
    names = {site.canonical for site in places().values() if site.level == "governorate"}
    return frozenset(name.removesuffix(" Governorate") for name in names if name.endswith(" Governorate"))


def without_distance(gap: list[str]) -> tuple[list[str], bool]:
    """The words between two places without "60 km", "some 60 km (40 miles)", and whether they have it."""
    gap = _without_brackets(gap)
    at = next((at for at in range(1, len(gap)) if gap[at] in _UNITS and gap[at - 1][:1].isdigit()), 0)
    head = at - 2 if at > 1 and gap[at - 2] in _ROUGHLY else at - 1
    behind = [form for form in gap[at + 1 :] if form != "-"]  # "30 km south-west of"
    return (gap[:head] + behind, True) if at else (gap, False)


def _without_brackets(gap: list[str]) -> list[str]:
    if "(" not in gap or ")" not in gap[gap.index("(") :]:
        return gap
    opens = gap.index("(")
    close = gap.index(")", opens)
    return gap[:opens] + gap[close + 1 :] if gap[opens + 1][:1].isdigit() else gap


def listed(page: Page, end: int) -> bool:
    """Whether a further place follows a comma, as in "Mosul, Kirkuk, Tikrit", "Diyala, Kirkuk, and Mosul"."""
    after = page.name_at.get(end + 2 if page.form[end + 1 : end + 2] == ["and"] else end + 1)
    return page.form[end : end + 1] == [","] and after is not None and after.kind == "place"


def owned(page: Page, end: int, mention: Mention) -> bool:
    """ "Erbil's Makhmour", "Iraq's northern province of Kirkuk": behind a place that has it stands the finer one."""
    if page.form[mention.start] >= "\u0590" or not page.form[end - 1].endswith("'s"):
        return False
    gap = page.form[end : mention.start]
    return all(form in _OWNED for form in gap) or (2 < len(gap) <= _FEW and gap[-1] == "of" and gap[-2] in _OWNED)


_FEW = 5  # "Baghdad's predominantly Shiite district of Sadr City"
_OWNED = _AREA_WORDS | markers("kind-of-place") | markers("settlement-of") | {"of"}
