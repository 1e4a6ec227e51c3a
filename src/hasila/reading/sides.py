"""A side of a country as a place of its own: "in southern Libya", "شمال شرقي نيجيريا"."""

from __future__ import annotations

from dataclasses import replace

from hasila.lexicon.markers import markers
from hasila.model import Place
from hasila.reading.page import Page
from hasila.reading.sight import Mention

_SIDES = {
    "north": markers("side-north"),
    "south": markers("side-south"),
    "east": markers("side-east"),
    "west": markers("side-west"),
    "central": markers("side-central"),
}
SIDE_WORDS = frozenset().union(*_SIDES.values())
_IN = markers("inside")
_FROM = frozenset({"من", "الي", "from", "to", "of"})
_MOST = 2


def side_of(page: Page, mention: Mention, place: Place) -> tuple[int, Place] | None:
    """Where the words for a side of a country begin, and that side; None where the country is meant as a whole.

    English needs a preposition before ("across northern Mali"), Arabic has the side as an adverb (قُتلوا شمال مالي).
    """
    if mention.name.cls != "country" or mention.prep or mention.conj:
        return None
    start, prep = _start(page, mention.start)
    if start == mention.start:
        return _side_behind(page, mention, place)
    back = page.form[start - 1] if start else ""
    if back in _FROM or (not prep and page.form[start] < "\u0590" and back not in _IN):
        return None
    told = [side for at in range(start, mention.start) for side in _of(page.form[at], prep if at == start else "")]
    first = page.tokens.start[start] + len(prep)
    words = page.tokens.text[first : page.tokens.end[mention.end - 1]]
    return start, _part(place, told, words)


def _part(place: Place, told: list[str], words: str) -> Place:
    name = f"{_called(told)} {place.name}"
    return replace(place, name=name, as_written=words, lat=None, lon=None, geonames=None)


def _side_behind(page: Page, mention: Mention, place: Place) -> tuple[int, Place] | None:
    """ "in the north-east of Iraq": the side stands before "of"."""
    of = mention.start - 1
    if of < _MOST or page.form[of] != "of" or page.form[mention.end - 1].endswith("'s"):
        return None
    start, _ = _start(page, of)
    if start == of or page.form[start - 1] != "the" or page.form[start - 2] not in _IN:
        return None
    told = [side for at in range(start, of) for side in _of(page.form[at], "")]
    return start, _part(place, told, page.text(start, mention.end))


def _called(sides: list[str]) -> str:
    """The English adjective for one side or two: Northeastern, Central, North-central."""
    compass = "".join(side for side in sides if side != "central")
    if "central" not in sides:
        return f"{compass}ern".capitalize()
    return f"{compass}-central".lstrip("-").capitalize()


def _start(page: Page, at: int) -> tuple[int, str]:
    """The first word of a side that stands before a token, and the preposition glued to it."""
    for back in range(1, _MOST + 1):
        form = page.form[at - back] if at >= back else ""
        if form in SIDE_WORDS:
            continue
        glued = form[:1] == "ب" and form[1:] in SIDE_WORDS
        return (at - back, "ب") if glued else (at - back + 1, "")
    return at - _MOST, ""


def _of(form: str, prep: str) -> list[str]:
    """The sides that a word names: "northeastern" two of them."""
    return [side for side, forms in _SIDES.items() if form.removeprefix(prep) in forms]
