"""Places that are named beside an event only to explain: left out of a number, telling where another place lies, the
seat of an office, or the land whose law bans a group."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.page import Page
from hasila.reading.spots import Spot


def only_explains(page: Page, spot: Spot) -> bool:
    """Whether nothing happened at a place that is named."""
    return (
        _left_out(page, spot)
        or _explained(page, spot)
        or _seat_of_partner(page, spot)
        or _whose_law(page, spot.start)
        or _taken_to(page, spot)
        or (page.form[spot.start] < "\u0590" and (_of_tellers(page, spot) or _owner(page, spot)))
    )


def _of_tellers(page: Page, spot: Spot) -> bool:
    """ "ten died, officials in Iraq's Kurdish region said", "the command in Homs said a raid hit a house in Palmyra":
    where somebody speaks."""
    at, stop = spot.start - 1, len(page.form)
    if page.form[at] != "in":
        return False
    if page.form[at - 1] in _TELLERS and page.form[at - 2] == ",":
        return any(page.cue(k, "verb") == "speech" for k in range(spot.end, min(stop, spot.end + _SPOKEN)))
    if spot.end >= stop or page.cue(spot.end, "verb") != "speech":
        return False
    end = page.first(_STOPS, spot.end, stop) or stop
    held = (page.name_at.get(k) for k in range(spot.end, end))
    return any(name is not None and name.kind == "place" and page.before(name.start) in _HERE for name in held)


_TELLERS = markers("people-who-tell")
_STOPS = frozenset({".", "\n"})
_HERE = frozenset({"in", "near", "at"})
_SPOKEN = 5


def _owner(page: Page, spot: Spot) -> bool:
    """ "the Kurdistan Region's Asayish", "the Kurdistan region's armed forces": whose forces these are."""
    if not page.form[spot.end - 1].endswith("'s"):
        return False
    held = page.inside.get(spot.end)
    force = page.form[spot.end : spot.end + 2] == ["armed", "forces"]
    return force or (held is not None and held.kind == "actor")


def _left_out(page: Page, spot: Spot) -> bool:
    """ "في العراق باستثناء محافظة الأنبار", "excluding Anbar": the place that a number leaves out."""
    back = page.before(spot.start)
    return back in _EXCEPT or (back == "for" and page.before(spot.start - 1) == "except")


_EXCEPT = markers("except")


def _explained(page: Page, spot: Spot) -> bool:
    """ "في ديالى، الواقعة شمال شرق بغداد": the other place only tells where the first one lies."""
    at = spot.start - 1
    while at > 0 and page.form[at] in _DIRECTIONS | _FROM_IT:
        at -= 1
    if at == spot.start - 1 or page.form[at] not in _SITUATED:
        return False
    return page.form[at - 1] not in _NO_NAMES  # "في الصحراء القريبة من تدمر"


_NO_NAMES = markers("kind-of-land")
_DIRECTIONS = markers("direction")
_SITUATED = markers("situated")
_FROM_IT = frozenset({"من"})


def _seat_of_partner(page: Page, spot: Spot) -> bool:
    """ "مع مكتب المخابرات في كركوك", "بحسب بعثتها في بغداد": where the office of whoever took part or spoke is."""
    if page.before(spot.start) not in _IN_ARABIC:
        return False
    near = range(spot.start - 2, max(-1, spot.start - 2 - _BODY), -1)
    at = next((at for at in near if page.form[at] in _SEATED), None)
    if at is None:
        return False
    return page.form[at][:1] == "ل" or page.before(at) in _BY_WHOM


_IN_ARABIC = frozenset({"في"})
_SEATED = markers("seated-body")
_BODY = 6
_BY_WHOM = markers("by-whom")


def _whose_law(page: Page, start: int) -> bool:
    """ "تنظيم داعش الإرهابي (المحظور في روسيا)", "the group, banned in Russia and other countries": whose law bans a
    group."""
    return page.before(start) in _INSIDE and page.before(start - 1) in _BANNED


_INSIDE = frozenset({"في", "in"})
_BANNED = markers("banned")


def _taken_to(page: Page, spot: Spot) -> bool:
    """ "نُقل القتلى والجرحى إلى مدينة تدمر": where people were taken afterwards."""
    at = spot.start - 1
    at -= page.form[at] in _KINDS
    if page.form[at] != "الي":
        return False
    near = page.all(_TAKEN, at - _TAKEN_FAR, at)
    return bool(near) and page.has(_HURT, near[-1], at) and not page.has(_STOPS, near[-1], at)


_KINDS = markers("kind-of-place")
_TAKEN = markers("taken")
_HURT = markers("hurt-people")
_TAKEN_FAR = 8
_STOPS = frozenset({".", "،", ",", "؛"})
