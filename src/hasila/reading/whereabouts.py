"""Whether a place that is named is where the counted thing happened, or where somebody speaks, comes from or lies."""

from __future__ import annotations

from dataclasses import replace

from hasila.lexicon.markers import markers
from hasila.reading.asideplaces import named_aside, two_provinces
from hasila.reading.bylines import MARKS, in_dateline
from hasila.reading.clinics import of_hospitals
from hasila.reading.explaining import only_explains
from hasila.reading.governors import BULLETS, COMMA
from hasila.reading.page import Page, starting
from hasila.reading.partplaces import in_a_list, left_out
from hasila.reading.podiums import at_podium, spoke_there
from hasila.reading.spots import EACH, NEAR, Spot, country
from hasila.reading.voices import role_at

_HOSTS = markers("host-verb")
_SEAT = markers("seat-of")
_FROM = markers("from-place")
_SET_OUT = markers("set-out")
_BORDERS = markers("border")
_NEAR = frozenset({"قرب"})
_LEVEL = frozenset({"مستوي"})
_ALL_OVER = frozenset({"عموم"})
_ORIGINS = markers("people-of-place")
_MOVES = markers("moving-noun")
_MOST_OF_ITS_KIND = markers("superlative") | {"ال" + form for form in markers("superlative")}
_THAT = markers("complementiser")
_WITH = frozenset({"with", "مع"})
_TOWNS_APART = 8
_LOCATIVE = markers("direction") | markers("locative")
_RULERS = markers("ruler")
_HEADS = _RULERS | markers("head-of-branch")
_OF = frozenset({"of", "for"})


def _seat_of(page: Page, spot: Spot) -> bool:
    """ "الفاشر عاصمة ولاية شمال دارفور", "El Fasher, capital of North Darfur": the larger place only explains."""
    if page.form[spot.start] >= "\u0590":
        return page.has(_SEAT, spot.start - 3, spot.start)
    if page.form[max(0, spot.start - 4) : spot.start] in _ITS_CAPITAL:
        return True  # "Nineveh, with its provincial capital of Mosul"
    # "in the capital Ankara" and "the group's capital of Raqqa" are the place itself
    at = page.first(_SEAT, spot.start - 3, spot.start - 1) or 0
    at -= page.before(at) in ("the", "a")
    return at > 0 and page.before(at) in (",", "(", "is", "was")


_ITS_CAPITAL = [["its", kind, "capital", "of"] for kind in ("provincial", "regional", "state")]


def _office_in(page: Page, spot: Spot) -> bool:
    """ "ذكرت النيابة العامة في أنقرة أن": where an office that speaks has its seat."""
    if page.before(spot.start) != "في" or page.form[spot.start] < "\u0590":
        return False
    near = range(spot.start - 2, max(-1, spot.start - 2 - _PHRASE), -1)
    if not any(page.form[at] in _OFFICES for at in near):
        return False
    spoke = any(page.cue(at, "verb") == "speech" for at in near)
    return spoke and spot.end < len(page.form) and page.form[spot.end] in _THAT | {"،"}


_OFFICES = markers("office-that-speaks")


def told_by_office(page: Page, spot: Spot) -> bool:
    """ "رفعت دائرة صحة ديالى حصيلة الهجوم", "قال قائد شرطة كركوك": the province whose office speaks."""
    if page.before(spot.start) not in _OFFICE_OF:
        return False
    near = range(spot.start - 2, max(-1, spot.start - 2 - _PHRASE), -1)
    return any(page.cue(at, "verb") in ("speech", "toll") or page.cue(at, "accord") for at in near)


_OFFICE_OF = markers("office-of-province")


def _of_day_before(page: Page, spot: Spot) -> bool:
    """ "غداة تفجير مقديشو": where something else happened the day before."""
    back = page.form[max(0, spot.start - _PHRASE) : spot.start]
    if page.has(_ANNIVERSARY, spot.start - _TOWNS_APART, spot.start) and page.form[spot.start] >= "\u0590":
        return not page.has(COMMA, spot.start - _TOWNS_APART, spot.start)  # "الذكرى الخامسة لهزيمة داعش في الباغوز"
    return not _DAY_AFTER.isdisjoint(back) and COMMA.isdisjoint(back)


_PHRASE = 4
_DAY_AFTER = markers("day-after")
_ANNIVERSARY = markers("anniversary")


def _elsewhere(page: Page, spot: Spot) -> bool:
    """ "said from Baghdad that", "انطلاقاً من قاعدة", "the border with Syria": where one spoke, set out or looks to."""
    back, before = page.before(spot.start), page.form[max(0, spot.start - 2)]
    if back in _WITH:  # "nine provinces, with Kirkuk recording most": some of the places
        return before in _BORDERS or (page.form[spot.end :][:1] != [] and page.form[spot.end].endswith("ing"))
    if back in _NEAR and spot.start - 2 in page.inside:
        return page.inside[spot.start - 2].kind == "place"  # "في ديالى قرب صلاح الدين"
    if back in _BETWEEN and before in _DISPUTED:
        return True  # "in areas disputed between Erbil and Baghdad"
    if back == "of" and before in ("outside", "excluding"):
        return True  # "Outside of al-Hol camp, six were arrested"
    if page.form[spot.start] < "\u0590" and left_out(page, spot):
        return True
    if back in _LEVEL:
        return True  # "الأخطر على مستوى ديالى"
    if back in _ALL_OVER and page.has(_MOST_OF_ITS_KIND, spot.start - _PHRASE, spot.start):
        return True  # "الخلية الأخطر في عموم ديالى"
    if _of_road(page, spot):
        return True
    if named_aside(page, spot) or (page.form[spot.start] < "\u0590" and _of_most(page, spot)):
        return True
    if back == "بين" and spot.country and page.has(_MOVES, spot.start - _PHRASE, spot.start):
        return True  # "مسؤول عن تنقل العناصر بين سوريا والعراق"
    if back in _ORIGINS:
        return True  # "لاجئة من أهالي الموصل"
    after = page.form[spot.end] if spot.end < len(page.form) else ""
    return back in _FROM and (before in _SET_OUT or after in _THAT)


def _of_most(page: Page, spot: Spot) -> bool:
    """ "raids, most of which took place in Deir ez-Zor": where most of them were, not all."""
    most = page.first(_MOST, spot.start - _MOST_REACH, spot.start)
    if most is None or page.form[most + 1] != "of" or page.form[most + 2] not in _WHICH:
        return False
    return COMMA.isdisjoint(page.form[most : spot.start])


_MOST = frozenset({"most", "many", "some"})
_WHICH = frozenset({"which", "whom", "them", "these"})
_MOST_REACH = 10


_BETWEEN, _DISPUTED = frozenset({"by", "between"}), frozenset({"disputed", "contested"})


def _of_road(page: Page, spot: Spot) -> bool:
    """ "على طريق دمشق – الرقة", "على طريق مخمور الموصل": one end of a road, which is neither."""
    if page.form[spot.start] >= "\u0590" and _adjoins(page, spot):
        return True
    if page.form[spot.end : spot.end + 1] and page.form[spot.end] in MARKS:
        return page.before(spot.start) in _ROADS and spot.end + 1 in page.inside
    return page.before(spot.start) in MARKS and page.has(_ROADS, spot.start - _PHRASE, spot.start - 1)


def _adjoins(page: Page, spot: Spot) -> bool:
    """Whether two names follow "road" with nothing in between."""
    behind, before = page.name_at.get(spot.end), page.inside.get(spot.start - 1)
    if page.before(spot.start) in _ROADS:
        return behind is not None and behind.kind == "place" and not behind.prep and not behind.conj
    mention = page.name_at.get(spot.start)
    bare = mention is not None and not mention.prep and not mention.conj
    if before is not None:
        return bare and before.kind == "place" and page.before(before.start) in _ROADS
    unknown = page.word[spot.start - 1] is None and page.lex[spot.start - 1].alpha and not page.conj[spot.start - 1]
    between = page.form[spot.start - 1] not in _LOCATIVE and unknown
    return bare and between and page.before(spot.start - 1) in _ROAD_OF


_ROADS = markers("road")
_ROAD_OF = frozenset({"طريق", "اوتوستراد", "اتوستراد"})


def located(page: Page, spot: Spot) -> bool:
    """Whether the words before a place say that something happened there, and it does not stand for a government."""
    if in_dateline(page, spot) or _seat_of(page, spot) or _elsewhere(page, spot):
        return False
    if only_explains(page, spot) or at_podium(page, spot) or spoke_there(page, spot):
        return False
    if of_hospitals(page, spot) or _of_day_before(page, spot) or in_a_list(page, spot) or _office_in(page, spot):
        return False
    back = page.before(spot.start)
    if back in _OF and page.before(spot.start - 1) in (_RULERS if back == "of" else _HEADS):
        return False  # "the so-called governor of Kirkuk", "the leader for Kirkuk"
    if spot.end < len(page.form) and page.form[spot.end] in _BASED and page.hyphened(spot.end):
        return False  # "a London-based monitor"
    if page.form[spot.end : spot.end + 1] == ["operations"] and page.lex[spot.end].upper:
        return False  # "excluding Anbar Operations": a command
    if not spot.country and "+" in (spot.place.scope or "") and spot.place.geonames is None:
        return False  # "غرب الفرات", "along the Euphrates River": a river of two countries
    owner = page.form[spot.end - 1].endswith("'s") or page.before(spot.start) == "the"
    if spot.country and owner and not _ORGANS.isdisjoint(page.form[spot.end : spot.end + 1]):
        return False  # "at a time of turmoil in Iraq's government", "to support the Iraq Government"
    mention = page.name_at.get(spot.start)
    if (mention is not None and mention.prep == "ب") or turns(page, spot):
        return True
    if back == "was" and (page.before(spot.start - 1) in _LAND_KINDS or page.form[spot.end : spot.end + 1] == ["with"]):
        return (
            True  # "The hardest hit governorate was Baghdad", "The worst hit, by its count, was Baghdad with 90 dead"
        )
    capital = page.has(_CAPITAL, spot.start - 2, spot.start) and not page.has(
        _OFFICES, spot.start - _PHRASE, spot.start
    )
    if capital and _metonym(page, spot):
        return True  # "في العاصمة الباكستانية إسلام آباد"
    if back == "of" and page.form[max(0, spot.start - 3) : spot.start] == _WAY:
        return False
    if back in _BY_SPEAKER and (_of_speaker(page, spot) or (back == "from" and _metonym(page, spot))):
        return False
    if not spot.country and not _SITES.isdisjoint(page.form[spot.end : spot.end + 1]):
        return True  # "a Baghdad suburb"
    if back in _LOCATIVE or (back in _SEAT and back < "\u0590") or (back[1:] in _LOCATIVE and back[:1] in "وف"):
        return True
    if spot.country and (spot.place.scope or "") in NEAR:
        return _records(page, spot) or not any(
            page.cue(at, "verb") == "speech" for at in (spot.start - 1, spot.end) if 0 <= at < len(page.form)
        )
    if mention is None or mention.kind != "place":
        return True
    if not spot.country and page.form[spot.start] >= "\u0590" and not mention.conj and _attacked(page, spot.start - 1):
        return True  # "انفجار بغداد الذي أوقع 32 قتيلاً"
    if _relative(page, spot) or hosts(page, spot):
        return True
    return mention.name.cls in ("town", "area", "governorate") and not _metonym(page, spot)


def _attacked(page: Page, at: int) -> bool:
    noun = page.noun(at) if at >= 0 else None
    return (noun is not None and noun.kind == "event" and noun.number == "one") or page.has(_CAMPAIGN, at, at + 1)


_CAMPAIGN = markers("campaign-word")
_ORGANS = markers("organ-of-state")
_SITES = markers("site-of-town")
_LAND_KINDS = markers("kind-of-place")
_BASED = markers("hyphened-to-place")
_BY_SPEAKER = frozenset({"in", "from"})


def _metonym(page: Page, spot: Spot) -> bool:
    """Whether a place can stand for its government."""
    return any(name.kind == "actor" for name in starting(page.names, spot.start, spot.start + 1))


def _of_speaker(page: Page, spot: Spot) -> bool:
    """ "a spokesman in Baghdad said": where whoever speaks is."""
    at = spot.start - 2
    if at < 0 or page.form[at + 1] != "in" or not role_at(page, at):
        return False
    return any(page.cue(k, "verb") == "speech" for k in range(spot.end, min(len(page.form), spot.end + 2)))


def turns(page: Page, spot: Spot) -> bool:
    """ "أما في سوريا", "وعن العراق": a place with which another clause begins."""
    return page.has(_TURNS, spot.start - 2, spot.start)


_TURNS = markers("turn-to")
_CAPITAL = markers("capital-word")
_WAY = ["the", "direction", "of"]


def _relative(page: Page, spot: Spot) -> bool:
    """ "It was worst in Baghdad, where 109 died": what follows is told of the place."""
    after = spot.end + 1 if page.form[spot.end : spot.end + 1] in ([","], ["،"]) else spot.end
    return page.form[after : after + 1] in (["where"], ["حيث"])


def _records(page: Page, spot: Spot) -> bool:
    """ "وسجلت سوريا 6 هجمات", "Iraq recorded 11 attacks": a country that has seen so many, and tells nothing."""
    verb, number = (spot.start - 1, spot.end) if page.form[spot.start] >= "\u0590" else (spot.end, spot.end + 1)
    counted = bool(page.countable(number, number + 1))
    return counted and 0 <= verb < len(page.form) and page.among(verb, _RECORDS)


_RECORDS = markers("records-verb")


_HIT = frozenset({"hit", "struck", "affected"})
_WORST = 4  # "was the worst affected"


def hosts(page: Page, spot: Spot) -> bool:
    """ "شهدت بغداد 3 هجمات", "بغداد الأكثر تضرراً", "Baghdad was worst hit": a capital that stands for no government."""
    if page.form[spot.start] >= "\u0590" and page.form[spot.end : spot.end + 1]:
        listed = page.form[spot.end] == ":" and page.before(spot.start) in BULLETS  # "- بغداد: 6 قتلى"
        if listed or page.form[spot.end] in _MOST_OF_ITS_KIND:
            return True
    at = spot.end if page.form[spot.start] < "\u0590" else spot.start - 1
    behind = page.form[spot.end : spot.end + _WORST]
    struck = behind[:1] in (["was"], ["were"]) and not _HIT.isdisjoint(behind[1:])
    return struck or (0 <= at < len(page.form) and page.form[at] in _HOSTS)


def usable(spot: Spot, relevant: bool) -> bool:
    """Whether a place can hold for more than the words beside it: for the mission, only Iraq and Syria do, alone or in
    a list of countries."""
    return not relevant or spot.place.scope is None or not EACH.isdisjoint(spot.place.scope.split("+"))


def told_of_site(page: Page, spot: Spot) -> bool:
    """In a title a country without a preposition acts: "العراق يقتل"."""
    if not spot.country:
        return located(page, spot)
    mention = page.name_at.get(spot.start)
    back = page.form[spot.start - 1] if spot.start else ""
    return (mention is not None and mention.prep == "ب") or back in _WITHIN_TITLE


_WITHIN_TITLE = markers("inside") | markers("direction")


def listed_as_one(page: Page, found: list[Spot]) -> list[Spot]:
    """ "في محافظات حماة وحلب وحمص والرقة": what happened in three places or more, or in two provinces, is of their
    country."""
    runs: list[list[Spot]] = []
    for spot in found:
        if runs and _goes_with(page, runs[-1][-1], spot):
            runs[-1].append(spot)
        else:
            runs.append([spot])
    merged: list[Spot] = []
    for run in runs:
        lands = {spot.place.scope for spot in run if "+" not in (spot.place.scope or "")} - {None}
        scope = next(iter(lands)) if len(lands) == 1 else None
        if (others := _and_others(page, run[-1])) is not None and scope is not None:
            merged.append(Spot(run[0].start, others, country(scope), True))
            continue
        if scope is None or (len(run) < _MANY and not two_provinces(page, run)):
            merged.extend(run)
            continue
        words = page.text(run[0].start, run[-1].end)
        merged.append(Spot(run[0].start, run[-1].end, replace(country(scope or ""), as_written=words), True))
    return merged


_MANY = 3


def _and_others(page: Page, spot: Spot) -> int | None:
    """ "في إسطنبول و24 محافظة أخرى": where the words for further places of the country end."""
    after = spot.end + (page.form[spot.end : spot.end + 1] == ["و"])
    behind = page.form[after : after + _MANY]
    more = len(behind) == _MANY and behind[-1] == "اخري" and behind[0].lstrip("و").isdigit()
    return after + _MANY if more and not spot.country else None


def _goes_with(page: Page, last: Spot, spot: Spot) -> bool:
    """Whether "and" on a bare name joins a place to the one before it, or a comma or "and" in English."""
    mention = page.name_at.get(spot.start)
    if mention is None or mention.prep or mention.name.cls == "country" or last.country:
        return False
    if page.form[spot.start] < "\u0590":
        return page.form[last.end : spot.start] in _LIST_LINKS
    # "كركوك، وكذا، والرمادي"
    between = range(last.end, spot.start)
    return mention.conj == "و" and all(page.form[at] == "،" or _unknown_too(page, at) for at in between)


def _unknown_too(page: Page, at: int) -> bool:
    """ "إسطنبول وكذا وإزمير": a word with "and" in a list of places that no list knows."""
    return page.word[at] is None and page.form[at].startswith("و") and page.lex[at].alpha and at not in page.inside


_LIST_LINKS = ([","], ["and"], [",", "and"])
