"""Where a count happened: the place of its own clause, else of its sentence, else carried from what went before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hasila.lexicon.markers import markers
from hasila.lexicon.names import countries
from hasila.model import Place
from hasila.reading.count import EVENTS, Count
from hasila.reading.page import Mention, Page, run_in, starting
from hasila.reading.pairs import pairs
from hasila.reading.unlisted import unlisted
from hasila.text.tokens import BREAK

_FAR = 4
_DATELINE = 8
_AREA_WORDS = markers("direction")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as mentioned: tokens [start, end); ``country`` for countries, alone or together."""

    start: int
    end: int
    place: Place
    country: bool


def _place(page: Page, mention: Mention) -> Place:
    site = mention.name.entity
    words = _as_written(page, mention)
    return Place(site.scope, site.canonical, words, site.lat, site.lon, site.geonames)


def _as_written(page: Page, mention: Mention) -> str:
    """The words of a place without the clitics glued to its first word: بالرقة -> الرقة is not undone, و is."""
    first = page.tokens.raw[mention.start]
    text = page.text(mention.start, mention.end)
    if mention.kind == "place" and mention.name.cls in ("governorate", "town", "country"):
        bare = _stripped(text, mention)
        if bare is not None:
            return bare
    drop = len(mention.conj) + (len(mention.prep) if mention.prep and not first.startswith(("لل", "ولل")) else 0)
    return text[drop:] if drop and first[:1] in "وفبلك" else text


def country(code: str) -> Place:
    """The country of an ISO code, where the report names none: there are no words to give, so the code stands there."""
    site = countries().get(code)
    return Place(code, site.canonical if site else code, code, geonames=site.geonames if site else None)


def _stripped(text: str, mention: Mention) -> str | None:
    """The name without the kind of district before it: قضاء الحمدانية -> الحمدانية."""
    head, _, rest = text.partition(" ")
    word = head[len(mention.conj) + len(mention.prep) :] + " "
    return rest if rest and word in _ADMIN else None


def spots(page: Page, both: str | None) -> list[Spot]:
    """All places of a text in order; "Iraq and Syria" is one, and "the two countries" is ``both``."""
    found: list[Spot] = []
    loose = [Spot(start, end, Place(None, name, name), False) for start, end, name in unlisted(page)]
    for mention in page.names:
        if mention.kind != "place":
            continue
        place = _place(page, mention)
        while loose and loose[0].start < mention.start:
            found.append(loose.pop(0))
        country = mention.name.cls == "country"
        last = found[-1] if found else None
        if _not_a_place(page, mention, place):
            continue
        if last and not last.country and _nested(page, last.end, mention):
            found[-1] = Spot(last.start, mention.end, replace(last.place, scope=last.place.scope or place.scope), False)
            continue
        if last and last.end == mention.start and page.form[mention.start - 1].endswith("'s") and not country:
            found[-1] = Spot(last.start, mention.end, place, False)  # "Erbil's Makhmour"
            continue
        if (
            last
            and country
            and last.country
            and _joined(page, last.end, mention)
            and (place.scope or "") not in (last.place.scope or "")
        ):
            scope = "+".join(sorted({*(last.place.scope or "").split("+"), place.scope or ""}))
            name = f"{last.place.name} and {place.name}"
            found[-1] = Spot(last.start, mention.end, Place(scope, name, page.text(last.start, mention.end)), True)
        elif last and not country and not last.country and mention.name.cls == "town" and _coupled(page, last, mention):
            joint = Place(
                place.scope if place.scope == last.place.scope else None,
                f"{last.place.name} and {place.name}",
                page.text(last.start, mention.end),
            )
            found[-1] = Spot(last.start, mention.end, joint, False)
        else:
            found.append(Spot(mention.start, mention.end, place, country))
    found.extend(loose)
    if both:
        found.extend(_pair_mentions(page, both))
        found.sort(key=lambda spot: spot.start)
    return found


BOTH = Place("IQ+SY", "Iraq and Syria", "IQ+SY")
_NEAR = frozenset({"IQ", "SY", "IQ+SY"})
_ADMIN = (
    "محافظة ",
    "مدينة ",
    "قضاء ",
    "بلدة ",
    "ناحية ",
    "قرية ",
    "منطقة ",
    "ريف ",
    "مركز ",
    "بلدتي ",
    "سجن ",
    "مدينتي ",
    "province of ",
    "city of ",
    "town of ",
    "the ",
)
_IN = markers("inside")
_KINDS = markers("kind-of-attack")
_ADVERBIAL = markers("adverbial")
_CONTRAST = markers("contrast")
_CLAUSES = _CONTRAST | {"and"}


_TITLES = markers("title-of-place")


def _not_a_place(page: Page, mention: Mention, place: Place) -> bool:
    """A country that stands for its government or as an adjective: US troops, أمريكا تعلن, مدعومة من إيران."""
    if mention.start and page.form[mention.start - 1] in _TITLES:
        return True
    if mention.name.cls != "country":
        return False
    if "ً" in page.tokens.raw[mention.start]:
        return True
    if place.scope in _NEAR:
        return _adjective(page, mention)
    if page.form[mention.start] == "us" and _describes(page, mention.end):
        return True
    back = page.form[mention.start - 1] if mention.start else ""
    if back == "the" and mention.start > 1:
        back = page.form[mention.start - 2]
    return back not in _IN and mention.prep != "ب"


def _describes(page: Page, at: int) -> bool:
    """ "in US strikes", "two US troops": before a noun the country is an adjective."""
    return at < len(page.form) and (page.noun(at) is not None or page.form[at] in _KINDS)


def _adjective(page: Page, mention: Mention) -> bool:
    """سورية is also "Syrian": the country only after a preposition, a direction or a verb that agrees with it (شهدت
    سورية); after a noun it is the adjective (قوات سورية)."""
    if page.form[mention.start].lstrip("و") != "سوريه" or mention.prep or mention.conj or not mention.start:
        return False
    back = page.form[mention.start - 1]
    if back in _LOCATIVE or back in _IN or (back[:1] == "و" and back[1:] in _LOCATIVE) or back in ("الي", "من", "علي"):
        return False
    return not (back.endswith("ت") and not back.endswith("ات"))


_NESTING = markers("direction") | markers("nesting") | {"(", ",", "،"}


def _nested(page: Page, end: int, mention: Mention) -> bool:
    """ "الرصافة بريف الرقة", "Mosul, Iraq": the finer place stands first."""
    gap = page.form[end : mention.start]
    if len(gap) > 2 or mention.conj or not all(form in _NESTING for form in gap):
        return False
    return mention.name.cls in ("country", "governorate") or any(
        form in _AREA_WORDS or form in ("ريف", "in", "في") for form in gap
    )


def _coupled(page: Page, last: Spot, mention: Mention) -> bool:
    """ "in Kirkuk and Sulaimaniyah": two towns for one count."""
    gap = page.form[last.end : mention.start]
    return gap == ["and"] and last.start > 0 and page.form[last.start - 1] in _IN


def _joined(page: Page, end: int, mention: Mention) -> bool:
    gap = page.form[end : mention.start]
    return (not gap and mention.conj == "و") or gap in (["and"], [","], ["&"], ["و"], ["/"], ["and", "in"], ["،"])


def _pair_mentions(page: Page, both: str) -> list[Spot]:
    place = "Iraq and Syria"
    return [Spot(start, end, Place(both, place, page.text(start, end)), True) for start, end in pairs(page)]


def place_of(
    page: Page, count: Count, others: list[Count], here: list[Spot], start: int, end: int, relevant: bool
) -> Spot | None:
    """The place of a count among the places of its sentence, or None where the sentence names none that fits."""
    if not here:
        return None
    named = {at for spot in here for at in range(spot.start, spot.end)}
    # the dual of "the two countries" counts nothing
    others = [other for other in others if other.start not in named and not _aside(page, count, other)]
    after = min((other.start for other in others if other.start >= count.end), default=end)
    both = _of_both(page, count, others, here) or _of_brackets(page, count, here)
    if both is not None:
        return both
    inside = [
        spot
        for spot in here
        if count.end <= spot.start < after
        and located(page, spot)
        and not _heads_next(page, spot, after)
        and not _broken(page, _action(count), spot.start)
        and (usable(page, spot, relevant) or spot.start - count.end <= 3)
    ]
    if inside and inside[0].start - count.end <= _FAR:
        return inside[0]
    before = [
        spot
        for spot in here
        if spot.end <= count.start and _locates(page, spot) and located(page, spot) and usable(page, spot, relevant)
    ]
    floor = max((other.end for other in others if other.end <= count.start), default=start)
    later = _later(page, count, others, [spot for spot in here if spot.start >= after and located(page, spot)])
    if (
        before
        and later is not None
        and not inside
        and not _CONTRAST.isdisjoint(page.form[before[-1].end : count.start])
    ):
        return later  # "17 in Iraq, while 12 and one more were carried out in Syria"
    parted = before and inside and _parted(page, before[-1].end, count.start)
    if (
        before
        and not parted
        and not (inside and before[-1].country and not inside[0].country)
        and (before[-1].start >= floor or not inside)
    ):
        return before[-1]
    return inside[0] if inside else later


def _aside(page: Page, count: Count, other: Count) -> bool:
    """ "17 strikes in 21 engagements in Syria", "killed over two days in Anbar", "seven died in two raids in Homs":
    a number inside an adverbial of the count ends no clause."""
    if other is count or other.start < count.end or page.form[other.start - 1] not in _ADVERBIAL:
        return False
    event = count.measure not in EVENTS and other.measure in EVENTS and page.form[other.start - 1] in _IN
    return other.measure is None or event


def _parted(page: Page, start: int, end: int) -> bool:
    """Whether another statement begins between a place and a count: "... in Homs, and on Friday three", "the police in
    Erbil said that two"."""
    said = page.form[start] < "\u0590" and any(page.cue(at, "verb") == "speech" for at in range(start, end))
    return said or any(
        page.form[at] in (",", ";") and page.form[at + 1] in _CLAUSES and page.form[at] < "\u0590"
        for at in range(start, end - 1)
    )


def _of_brackets(page: Page, count: Count, here: list[Spot]) -> Spot | None:
    """ "كركوك (7 عمليات) وديالى (5 عمليات)": a number in brackets is of the place right before them."""
    at = count.start if page.form[count.start] == "(" else count.start - 1
    if at < 0 or page.form[at] != "(":
        return None
    return next((spot for spot in here if spot.end == at), None)


def _heads_next(page: Page, spot: Spot, after: int) -> bool:
    """ "سوريا 17 عملية، العراق 21": a bare country right before the next count is the place of that one, as is "and
    Kirkuk, with 64 killed"."""
    mention = page.name_at.get(spot.start)
    bare = spot.country and (mention is None or not mention.prep) and page.form[spot.start - 1] not in _LOCATIVE
    gap = page.form[spot.end : after]
    listed = page.form[spot.start - 1] in _CLAUSES | {","} and gap in (["with"], [",", "with"], [",", "where"])
    return listed or (bare and spot.end <= after < len(page.form) and gap in ([], [":"]))


def _action(count: Count) -> int:
    """Where the words of a count end, with the action that it falls under: "37 civilians, two of them women, died"."""
    behind = count.trigger_at is not None and count.trigger_at > count.end
    return count.trigger_at if behind and count.trigger_at is not None else count.end


def _broken(page: Page, start: int, end: int) -> bool:
    """Whether a clause ends between a count and a place: a comma with a verb, بينما, while."""
    for at in range(start, end):
        if page.form[at] in ("بينما", "فيما", "while", "whereas", "؛", ";") or (
            page.form[at] in ("،", ",")
            and not _goes_on(page, at + 1)
            and any(page.cue(k, "verb") or page.trigger(k) for k in range(at + 1, end))
        ):
            return True
    return False


def _later(page: Page, count: Count, others: list[Count], later: list[Spot]) -> Spot | None:
    """A place behind further counts holds for all of them if it is the only one; shares of both countries make both."""
    scopes = {spot.place.scope for spot in later if spot.country}
    event = count.measure in EVENTS
    if event and scopes == {"IQ", "SY"}:
        return Spot(
            later[0].start,
            later[-1].end,
            Place("IQ+SY", "Iraq and Syria", page.text(later[0].start, later[-1].end)),
            True,
        )
    follow = next((other for other in others if other.start >= count.end), None)
    joined = follow is not None and follow.conj and follow.start - count.end <= _FAR and follow.measure == count.measure
    return later[0] if len(later) == 1 and (not event or joined) else None


def _goes_on(page: Page, at: int) -> bool:
    """ "قتل تسعة، في هجوم استهدف", "14 strikes, flown in the two countries": what follows the comma is still of the
    same event; not "، في حين"."""
    if page.cue(at, "verb") == "action" and page.form[at] < "\u0590" and page.form[page.until[at]] in _LOCATIVE:
        return True
    return page.form[at] in ("في", "اثر", "خلال", "جراء", "وذلك") and page.form[at + 1] not in ("حين", "وقت", "الوقت")


_LOCATIVE = markers("direction") | markers("locative")


_SEAT = markers("seat-of")


def _seat_of(page: Page, spot: Spot) -> bool:
    """ "الفاشر عاصمة ولاية شمال دارفور", "El Fasher, capital of North Darfur": the larger place only explains."""
    return not _SEAT.isdisjoint(page.form[max(0, spot.start - 3) : spot.start])


def located(page: Page, spot: Spot) -> bool:
    """Whether the words before a place say that something happened there, and it does not stand for a government."""
    if in_dateline(page, spot) or _seat_of(page, spot):
        return False
    mention = page.name_at.get(spot.start)
    if mention is not None and mention.prep == "ب":
        return True
    back = page.form[spot.start - 1] if spot.start else ""
    if back in _LOCATIVE or (back[1:] in _LOCATIVE and back[:1] in "وف"):
        return True
    if page.form[spot.end : spot.end + 2] == [",", "where"]:
        return True  # "after it came Baghdad, where 109 were killed"
    if spot.country and (spot.place.scope or "") in _NEAR:
        return not any(
            page.cue(at, "verb") == "speech" for at in (spot.start - 1, spot.end) if 0 <= at < len(page.form)
        )
    if mention is None or mention.kind != "place":
        return True
    metonym = any(name.kind == "actor" for name in starting(page.names, spot.start, spot.start + 1))
    return not metonym and mention.name.cls in ("town", "area", "governorate")


def in_dateline(page: Page, spot: Spot) -> bool:
    """ "ERBIL, Kurdistan Region – The SDF arrested": where it was written, not where it happened."""
    left = spot.start
    while left > 0 and page.form[left - 1] != BREAK and spot.start - left <= _DATELINE:
        left -= 1
    return spot.end <= run_in(page, left)


def usable(page: Page, spot: Spot, relevant: bool) -> bool:
    """Whether a place can hold for more than the words beside it: for the mission, only Iraq and Syria do."""
    return not relevant or spot.place.scope is None or spot.place.scope in _NEAR


def _of_both(page: Page, count: Count, others: list[Count], here: list[Spot]) -> Spot | None:
    """ "28 عملية في سوريا و66 في العراق، قُتل فيها 18": after a comma the outcome is of both."""
    if count.measure in ("operations", "strikes", "attacks") or count.trigger_at is None:
        return None
    events = [
        other for other in others if other.end <= count.start and other.measure in ("operations", "strikes", "attacks")
    ]
    if len(events) < 2 or not events[-1].conj or not {"coordination", "subset-of"} & set(events[-1].rules):
        return None
    between = page.form[events[-1].end : count.trigger_at + 1]
    if "،" not in between and "," not in between:
        return None
    pair = [spot for spot in here if spot.country and events[-2].start <= spot.start <= count.start]
    scopes = {spot.place.scope for spot in pair}
    if scopes != {"IQ", "SY"}:
        return None
    return Spot(
        pair[0].start, pair[-1].end, Place("IQ+SY", "Iraq and Syria", page.text(pair[0].start, pair[-1].end)), True
    )


def _locates(page: Page, spot: Spot) -> bool:
    mention = page.name_at.get(spot.start)
    return not (spot.country and mention is not None and mention.prep not in ("", "ب"))
