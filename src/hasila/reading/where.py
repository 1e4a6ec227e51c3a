"""Where a count happened: the place of its own clause, else of its sentence, else carried from what went before."""

from __future__ import annotations

from dataclasses import dataclass

from hasila.model import Place
from hasila.reading.counts import Count
from hasila.reading.page import Mention, Page

_BOTH = {"البلدين": True, "بالبلدين": True, "للبلدين": True, "والبلدين": True}
_FAR = 4
_AREA_WORDS = frozenset("شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط north south east west northeast northwest central northern southern eastern western".split())


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as mentioned: tokens [start, end); ``column`` where it heads a column of a flattened list."""

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


def _stripped(text: str, mention: Mention) -> str | None:
    """The name without the kind of district before it: قضاء الحمدانية -> الحمدانية."""
    head, _, rest = text.partition(" ")
    word = head[len(mention.conj) + len(mention.prep) :] + " "
    return rest if rest and word in _ADMIN else None


def spots(page: Page, both: str | None) -> list[Spot]:
    """All places of a text in order; "Iraq and Syria" is one, and "the two countries" is ``both``."""
    found: list[Spot] = []
    for mention in page.names:
        if mention.kind != "place":
            continue
        place = _place(page, mention)
        country = mention.name.cls == "country"
        last = found[-1] if found else None
        if _not_a_place(page, mention, place):
            continue
        if last and not last.country and mention.name.cls in ("country", "governorate") and _nested(page, last.end, mention):
            found[-1] = Spot(last.start, mention.end, last.place, False)
            continue
        if last and country and last.country and _joined(page, last.end, mention) and place.scope not in (last.place.scope or ""):
            scope = "+".join(sorted({*(last.place.scope or "").split("+"), place.scope or ""}))
            name = f"{last.place.name} and {place.name}"
            found[-1] = Spot(last.start, mention.end, Place(scope, name, page.text(last.start, mention.end)), True)
        else:
            found.append(Spot(mention.start, mention.end, place, country))
    if both:
        found.extend(_pair_mentions(page, both))
        found.sort(key=lambda spot: spot.start)
    return found


_NEAR = frozenset({"IQ", "SY", "IQ+SY"})
_ADMIN = ("محافظة ", "مدينة ", "قضاء ", "بلدة ", "ناحية ", "قرية ", "منطقة ", "ريف ", "مركز ", "بلدتي ", "مدينتي ", "province of ", "city of ", "town of ", "the ")
_IN = frozenset("في in inside across داخل throughout".split())


def _not_a_place(page: Page, mention: Mention, place: Place) -> bool:
    """A country that stands for its government or as an adjective: US troops, أمريكا تعلن, مدعومة من إيران."""
    if mention.name.cls != "country":
        return False
    if "ً" in page.tokens.raw[mention.start]:
        return True
    if place.scope in _NEAR:
        return False
    back = page.form[mention.start - 1] if mention.start else ""
    if back == "the" and mention.start > 1:
        back = page.form[mention.start - 2]
    return back not in _IN and mention.prep != "ب"


def _nested(page: Page, end: int, mention: Mention) -> bool:
    """ "الرصافة بريف الرقة", "Mosul, Iraq": the finer place stands first."""
    gap = page.form[end : mention.start]
    return len(gap) <= 2 and all(form in (",", "،", "في", "in", "the", "of", "من", "(", "ب", "province") for form in gap) and not mention.conj


def _joined(page: Page, end: int, mention: Mention) -> bool:
    gap = page.form[end : mention.start]
    return (not gap and mention.conj == "و") or gap in (["and"], [","], ["&"], ["و"], ["/"], ["and", "in"], ["،"]) or (not gap and mention.prep == "" and end == mention.start and False)


_PAIR = (("the", "two", "countries"), ("both", "countries"), ("the", "two", "nations"), ("كلا", "البلدين"), ("البلدين",), ("بالبلدين",), ("للبلدين",), ("البلدان",))


def _pair_mentions(page: Page, both: str) -> list[Spot]:
    found = []
    forms = page.form
    for at, form in enumerate(forms):
        for words in _PAIR:
            if form == words[0] and tuple(forms[at : at + len(words)]) == words:
                end = at + len(words)
                found.append(Spot(at, end, Place(both, "Iraq and Syria", page.text(at, end)), True))
                break
    return found


def place_of(page: Page, count: Count, others: list[Count], here: list[Spot], start: int, end: int) -> Spot | None:
    """The place of a count among the places of its sentence, or None where the sentence names none that fits."""
    if not here:
        return None
    after = min((other.start for other in others if other.start >= count.end), default=end)
    for spot in here:
        if count.end <= spot.start < after and spot.start - count.end <= _FAR and located(page, spot):
            return _finer(here, spot, after)
    before = [spot for spot in here if spot.end <= count.start and _locates(page, spot)]
    floor = max((other.end for other in others if other.end <= count.start), default=start)
    inside = [spot for spot in here if count.end <= spot.start < after and located(page, spot)]
    if before and (before[-1].start >= floor or not inside):
        return before[-1]
    if inside:
        return _finer(here, inside[0], after)
    later = [spot for spot in here if spot.start >= after and located(page, spot)]
    return later[0] if later and not before else (before[-1] if before else None)


def _finer(here: list[Spot], spot: Spot, after: int) -> Spot:
    return spot


def located(page: Page, spot: Spot) -> bool:
    """Whether the words before a place say that something happened there."""
    mention = page.name_at.get(spot.start)
    if mention is not None and mention.prep == "ب":
        return True
    back = page.form[spot.start - 1] if spot.start else ""
    return back in (
        "في من الي قرب شرق غرب شمال جنوب شرقي غربي شمالي جنوبي وسط بريف ريف داخل بين عند باتجاه نحو بمحافظه بمدينه محيط in at near from around across of inside outside over throughout north south east west the central".split()
    ) or spot.place.name != "" and mention is not None and mention.name.cls in ("town", "area", "governorate")


def _locates(page: Page, spot: Spot) -> bool:
    mention = page.name_at.get(spot.start)
    if spot.country and mention is not None and mention.prep not in ("", "ب"):
        return False
    return True
