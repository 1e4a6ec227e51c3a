"""The places that a text names, in order: those of the gazetteer, those known from their surroundings, and "both
countries"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import attrgetter

from hasila.lexicon.markers import markers
from hasila.lexicon.names import countries
from hasila.model import Place
from hasila.reading.anaphora import ITS_SHARE, pointers
from hasila.reading.governors import QUOTES
from hasila.reading.noplaces import not_a_place
from hasila.reading.page import Page
from hasila.reading.pairs import pairs
from hasila.reading.placewords import as_written, landform, twin
from hasila.reading.sides import SIDE_WORDS, side_of
from hasila.reading.sight import Mention
from hasila.reading.surroundings import (
    capitals,
    in_province,
    land_of_side,
    listed,
    owned,
    place_around,
    side_of_province,
    without_distance,
)
from hasila.reading.unlisted import district_words, unlisted
from hasila.reading.villages import called_back, named_again
from hasila.values.numbers import number_forms

_BACK = 150
_APPOSITION = 7
_OF_KIND = 3
_LONG_DATE = 12
_SETTLEMENTS = markers("settlement-of")
_PLACES = _SETTLEMENTS | markers("kind-of-place")
_START = attrgetter("start")
_AREA_WORDS = markers("direction")
_LARGER_AREA = markers("larger-area")


@dataclass(slots=True)
class Spot:
    """A place as mentioned: tokens [start, end); ``country`` for countries, alone or together."""

    start: int
    end: int
    place: Place
    country: bool


def _place(page: Page, mention: Mention) -> Place:
    site = mention.name.entity
    words = as_written(page, mention) + landform(page, mention) + twin(page, mention) + side_of_province(page, mention)
    return Place(site.scope or None, site.canonical, words, site.lat, site.lon, site.geonames)


def country(code: str) -> Place:
    """The country of an ISO code, where the report names none: there are no words to give, so the code stands there."""
    site = countries().get(code)
    return Place(code, site.canonical if site else code, code, geonames=site.geonames if site else None)


def spots(page: Page, both: str | None) -> list[Spot]:
    """All places of a text in order; "Iraq and Syria" is one, and "the two countries" is ``both``."""
    found: list[Spot] = []
    loose = named_again(page, [Spot(start, end, Place(None, name, name), False) for start, end, name in unlisted(page)])
    for mention in page.names:
        if mention.kind != "place":
            if (held := land_of_side(page, mention)) is not None:
                found.append(Spot(mention.start, mention.end, country(held), True))
            continue
        while loose and loose[0].start < mention.start:
            _add_loose(page, found, loose.pop(0))
        _add_named(page, found, mention)
    for spot in loose:
        _add_loose(page, found, spot)
    found = called_back(page, _with_pointers(page, found))
    if both:
        found.extend(_pair_mentions(page, both))
        found.sort(key=_START)
    return found


def _add_named(page: Page, found: list[Spot], mention: Mention) -> None:
    """A place of the gazetteer: one more, or one with the place before it."""
    place, last = _place(page, mention), found[-1] if found else None
    side = side_of(page, mention, place)
    both = _with_side(page, last, mention) if last else None
    if both is not None:
        found[-1] = both
        return
    if _month(page, mention) or (
        side is None and not_a_place(page, mention, place) and not _goes_on(page, last, mention)
    ):
        return
    river = last is not None and "+" in (last.place.scope or "")  # "along the Euphrates in eastern Syria"
    inside = _inside(page, last, mention, place) if last and not (last.country or river) else None
    if inside is not None:
        found[-1] = inside
    elif side is not None:
        found.append(Spot(side[0], mention.end, side[1], False))
    elif last and (joint := _beside(page, last, mention, place)) is not None:
        found[-1] = joint
    else:
        end = mention.end + bool(twin(page, mention))
        found.append(Spot(mention.start, end, place, mention.name.cls == "country"))


def _inside(page: Page, last: Spot, mention: Mention, place: Place) -> Spot | None:
    """The place before, where the one here only tells what it is in; or this one, of which that is a part."""
    wider = place_around(page, (last.start, last.end, last.place), mention, place)
    if wider is not None:
        return Spot(last.start, mention.end, wider, False)
    if _nested(page, last.end, mention) or _within_unknown(page, last, mention):
        return Spot(last.start, mention.end, replace(last.place, scope=last.place.scope or place.scope), False)
    return None


def _with_side(page: Page, last: Spot, mention: Mention) -> Spot | None:
    """ "in Iraq and northeast Syria", "في العراق وشرق سوريا": a country and a side of the other are both."""
    if not last.country or mention.start - last.end > _SIDE_WORDS:
        return None
    place = _place(page, mention)
    if {last.place.scope, place.scope} != EACH or not wide(place):
        return None
    joined = page.form[last.end : last.end + 1] == ["and"]
    first = last.end + joined
    sides = [form.removeprefix("" if joined else "و") for form in page.form[first : mention.start]]
    if (
        not (sides or joined or mention.name.cls != "country")
        or not SIDE_WORDS.issuperset(sides)
        or not (joined or page.form[first][0] == "و")
    ):
        return None
    name, words = f"{last.place.name} and {place.name}", page.text(last.start, mention.end)
    return Spot(last.start, mention.end, Place("IQ+SY", name, words), True)


_SIDE_WORDS = 3


def _within_unknown(page: Page, last: Spot, mention: Mention) -> bool:
    """ "معبر الميتة بمنطقة حاوي العظيم": a place that no list knows, told to lie in another."""
    gap = page.form[last.end : mention.start]
    if last.place.geonames is not None or len(gap) != 1 or mention.conj:
        return False
    return gap[0].startswith("ب") and gap[0] in district_words()


def _beside(page: Page, last: Spot, mention: Mention, place: Place) -> Spot | None:
    """The place before and the one here as one: two countries, two towns, a town and whose it is."""
    land = mention.name.cls == "country"
    if not land and owned(page, last.end, mention):
        finer = page.inside[last.end - 1].start > last.start + 1  # "Ali Saray village in Kirkuk's district of Daquq"
        return Spot(last.start, mention.end, last.place if finer else place, False)
    words, name = page.text(last.start, mention.end), f"{last.place.name} and {place.name}"
    new = (place.scope or "") not in (last.place.scope or "")
    if land and new and (last.country or of_a_side(last)) and _joined(page, last.end, mention):
        scope = "+".join(sorted({*(last.place.scope or "").split("+"), place.scope or ""}))
        return Spot(last.start, mention.end, Place(scope, name, words), True)
    if land and mention.conj and not last.country and last.end == mention.start and last.place.scope == place.scope:
        return Spot(last.start, mention.end, replace(place, as_written=words), True)  # "في إقليم كردستان والعراق"
    if not last.country and mention.name.cls in _COUPLED and _coupled(page, last, mention):
        scope_of_both = place.scope if place.scope == last.place.scope else None
        return Spot(last.start, mention.end, Place(scope_of_both, name, words), False)
    return None


def _add_loose(page: Page, found: list[Spot], spot: Spot) -> None:
    """ "the village of Tal Ward in the Zaghar plain": of two places that no list knows the finer one stands first."""
    last = found[-1] if found else None
    gap = page.form[last.end : spot.start] if last is not None else []
    gap = gap[1:] if gap and gap[0] in _PLACES else gap
    if last is not None and last.place.geonames is None and gap in (["in"], ["in", "the"]):
        found[-1] = replace(last, end=spot.end)
    else:
        found.append(spot)


BOTH = Place("IQ+SY", "Iraq and Syria", "IQ+SY")
EACH = frozenset({"IQ", "SY"})
NEAR = EACH | {"IQ+SY"}
_IN = markers("inside")


def _month(page: Page, mention: Mention) -> bool:
    """Whether a town is a month here; in "since the fight for Mosul opened in October" it is a town."""
    if mention.start not in page.dated:
        return False
    back = range(mention.start, max(-1, mention.start - _LONG_DATE), -1)
    day = next((page.date_at[at] for at in back if at in page.date_at), None)
    return day is None or day.end <= mention.end + 2


_DESERT = frozenset({"باديه", "بباديه"})
_PASSED = markers("quality-of-place") | (QUOTES - {"(", ")"}) | {"just"}
_IN_DISTRICT = ([",", "in"], [",", "in", "the"])
_BELONGING = markers("place-belonging")
_NESTING = markers("direction") | markers("nesting") | {"(", ",", "،", "located", "situated", "lying"}


def _nested(page: Page, end: int, mention: Mention) -> bool:
    """ "الرصافة بريف الرقة", "Mosul, Iraq", "the Dora district of Baghdad", "Dashisha, a town in the Shaddadi area":
    the finer place stands first."""
    if owned(page, end, mention):
        return False  # "Baghdad's eastern district of Sadr City"
    while end < mention.start and (page.form[end] in QUOTES or page.form[end] == "#"):
        end += 1
    gap, far = without_distance([form for form in page.form[end : mention.start] if form not in _PASSED])
    beside = far or any(form in _AREA_WORDS for form in gap)
    lies = all(form in _NESTING or (form in _PLACES and form < "\u0590") for form in gap[:-1])
    lies = lies and (gap[-1:] == [] or gap[-1] in _NESTING or gap[-1] in _PLACES)  # "شمال غرب مدينة بعقوبة"
    if beside and not mention.conj and len(gap) <= _APPOSITION + far and lies:
        return True  # "in the Makhmour district, 60 km southeast of Mosul", "قرية الزركة، جنوبي كركوك"
    if gap[-1:] == ["between"] and len(gap) <= _OF_KIND and all(form in _PLACES for form in gap[:-1]):
        return True  # "in the Zarka area between Kirkuk and Salahaddin"
    if gap == ["and"] and "between" in page.form[max(0, end - _OF_KIND) : end]:
        return True
    if gap[:1] == ["in"] and 2 < len(gap) <= _APPOSITION and gap[-1] == "of" and lies:
        return True  # "in the sub-district of Qartapa in the disputed city of Khanaqin"
    if gap in _IN_DISTRICT and not _PLACES.isdisjoint(page.form[mention.end - 1 : mention.end + 1]):
        return True  # "in the village of Hatra, in the Baaj district"
    if gap and gap[0] in _BELONGING:  # "قرية كذا التابعة لناحية الشدادي"
        return all(form in _NESTING or form.removeprefix("ل") in district_words() for form in gap[1:])
    if 1 < len(gap) <= _OF_KIND and gap[0] in _PLACES and all(form in _NESTING for form in gap[1:]):
        return True
    if (
        gap[:1] == [","]
        and 4 <= len(gap) <= _APPOSITION
        and gap[1] in ("a", "the", "one")
        and any(form.removesuffix("s") in _SETTLEMENTS for form in gap)
    ):
        return gap[-1] in _NESTING and not any(page.cue(at, "verb") for at in range(end, mention.start))
    within = mention.name.cls == "area" and mention.prep == "ب"  # "تدمر بالبادية"
    if not gap and not mention.conj and (within or page.form[mention.start] in _AREA_WORDS):
        return True  # "كركوك شمال العراق"
    if in_province(page, gap, mention) or (not gap and page.form[end - 1] in _DESERT):
        return True
    if len(gap) > 2 and gap[0] in _SETTLEMENTS:
        gap = gap[1:]
    if len(gap) == 4 and gap[:2] == ["in", "the"] and gap[2] in _AREA_WORDS and gap[3] == "of":
        return True  # "near Tal village in the east of Homs"
    if len(gap) > 2 or mention.conj or not all(form in _NESTING or form in district_words() for form in gap):
        return False
    if gap == [","] and mention.name.canonical in capitals():
        return page.form[mention.end : mention.end + 1] != ["and"] and not listed(page, mention.end)
    return mention.name.cls in ("country", "governorate") or any(
        form in _AREA_WORDS or form in _LARGER_AREA for form in gap
    )


def wide(place: Place) -> bool:
    """Whether a place is a country of the mission or a side of one."""
    return place.scope in NEAR and place.name.endswith(("Iraq", "Syria"))


def of_a_side(spot: Spot) -> bool:
    """ "in northern Iraq and Syria": a side of a country, which stands beside the other one."""
    return not spot.country and wide(spot.place)


def _coupled(page: Page, last: Spot, mention: Mention) -> bool:
    """ "in Kirkuk and Sulaimaniyah", "in the provinces of Anbar and Nineveh": two places for one count."""
    before = page.before(last.start - 2) if page.before(last.start) == "of" else ""
    of_both = page.before(last.start - 1) in _BOTH_KINDS and before in _IN | {"the"}
    if page.form[last.end : mention.start] != ["and"] or not (page.before(last.start) in _IN or of_both):
        return False
    behind = page.form[mention.end] if mention.end < len(page.form) else ""
    other = behind in _HOSTS or behind[:1].isdigit() or behind in number_forms()  # "in Anbar and Nineveh saw three"
    return not other and page.cued_in("respectively", mention.end, mention.end + _SHARED) is None


_HOSTS = markers("host-verb")
_SHARED = 15
_COUPLED = frozenset({"town", "governorate"})
_BOTH_KINDS = markers("kinds-of-place")


def _joined(page: Page, end: int, mention: Mention) -> bool:
    gap = page.form[end : mention.start]
    return (not gap and mention.conj == "و") or gap in (["and"], [","], ["&"], ["و"], ["/"], ["and", "in"], ["،"])


def _goes_on(page: Page, last: Spot | None, mention: Mention) -> bool:
    """ "in Iraq, Syria and Somalia", "في العراق وسوريا والصومال": a list of countries goes on with one further off."""
    if last is None or not last.country or mention.name.cls != "country" or page.form[mention.start] == "us":
        return False
    gap = page.form[last.end : mention.start]
    return gap == ["and"] or (not gap and mention.conj == "و") or (gap == [","] and _closes_list(page, mention.end))


def _closes_list(page: Page, at: int) -> bool:
    """Whether "and" and another country follow: "Iraq, Lebanon and Syria"."""
    after = page.name_at.get(at + 1)
    return page.form[at : at + 1] == ["and"] and after is not None and after.name.cls == "country"


def _pair_mentions(page: Page, both: str) -> list[Spot]:
    place = "Iraq and Syria"
    return [Spot(start, end, Place(both, place, page.text(start, end)), True) for start, end in pairs(page)]


def _with_pointers(page: Page, found: list[Spot]) -> list[Spot]:
    """The places with those that are only pointed back to: "in the same province" is the one named last."""
    pointed = [Spot(start, end, Place(None, "", ""), False) for start, end in pointers(page)]
    placed: list[Spot] = []
    last = named = province = None
    for spot in sorted([*found, *pointed], key=_START):
        if spot.place.name:
            placed.append(spot)
            named = spot
            last = last if spot.country else spot
            province = spot if not _PROVINCE_OF.isdisjoint(page.form[spot.start : spot.end]) else province
        elif page.form[spot.start] in ITS_SHARE:
            if named is not None and named.country and spot.start - named.end < _BACK:
                placed.append(replace(spot, place=named.place, country=True))
        elif last is not None and spot.start - last.end < _BACK:
            wide = province if page.form[spot.start] in _THE_PROVINCE else None
            placed.append(replace(spot, place=(wide or last).place))
    return placed


_PROVINCE_OF = markers("province-of")
_THE_PROVINCE = markers("the-province")


def both_countries(place: Place | None) -> bool:
    """Whether a place is of several countries, of which what is named later is a share."""
    return place is not None and "+" in (place.scope or "")


def in_each(places: Iterable[Place | None]) -> bool:
    """Whether both countries of the mission are among the places of shares: what they add up to is of both."""
    return {place.scope for place in places if place is not None} >= EACH


def sums_up(page: Page, start: int) -> bool:
    """ "In total, 44 operations", "وبالمجموع": a sentence opens by adding up what was told of each country."""
    return page.has(_SUMS_UP, start, start + _OPENING_WORDS)


_SUMS_UP = markers("sums-up")
_OPENING_WORDS = 2


def both_of(page: Page, here: list[Spot]) -> Spot:
    """Both countries of the mission, as the words from the first to the last of some places."""
    start, end = here[0].start, here[-1].end
    return Spot(start, end, replace(BOTH, as_written=page.text(start, end)), True)


def shared(page: Page, here: list[Spot]) -> Spot:
    """The place that holds for all that some words tell: "more in Iraq than in Syria" is of both, else the finest."""
    if in_each(spot.place for spot in here) and all(spot.country for spot in here):
        return both_of(page, here)
    return next((spot for spot in here if not spot.country), here[0])


def told_within(page: Page, spot: Spot, titled: Place | None) -> bool:
    """Whether a place is told within that of the title: "a prison in Raqqa", then "the Kasra prison in Raqqa"."""
    if titled is None or both_countries(titled) or spot.place.as_written == titled.as_written:
        return False
    return titled.as_written in page.text(spot.start, spot.end)
