"""Places where somebody spoke to the press: nothing that is told there happened there."""

from __future__ import annotations

from bisect import bisect_right

from hasila.lexicon.markers import markers
from hasila.reading.governors import COMMA
from hasila.reading.page import Page, starting
from hasila.reading.spots import Spot

_PODIUM = markers("press-conference")
_PRESS = frozenset({"صحفي", "صحافي", "صحفيا", "صحافيا", "press"})
_REACH = 9
_STOPS = frozenset({".", "\n", ":"}) | COMMA


def at_podium(page: Page, spot: Spot) -> bool:
    """ "في مؤتمر صحفي ببلدة السوسة", "at a news conference held in Hasakah": the place of the conference."""
    near = page.all(_PODIUM, spot.start - _REACH, spot.start)
    if not near or page.has(_STOPS, near[-1], spot.start) or _attacked(page, near[-1]):
        return False
    between = range(near[-1] + 1, spot.start)
    if any(_tells_more(page, at) for at in between):
        return False  # "a briefing on the strikes in Mosul", "in Hasakah on the battle of Baghuz"
    return any(_leads(page, at) for at in (*between, spot.start)) and _other_town(page, spot)


def spoke_there(page: Page, spot: Spot) -> bool:
    """ "In Washington a few hours later, the Pentagon spokesman said": a town abroad with which a sentence begins that
    goes on with who spoke there."""
    start, end = page.sentences[max(bisect_right(page.sentences, (spot.start, len(page.form))) - 1, 0)]
    if spot.start != start + 1 or page.form[start] not in _OPENS or spot.place.scope not in _FAR or spot.country:
        return False
    comma = next(iter(page.all(COMMA, spot.end, min(end, spot.end + _REACH))), None)
    if comma is None:
        return False
    verbs = page.cued_at("verb", comma, min(end, comma + _REACH))
    return bool(verbs) and page.cue(verbs[0], "verb") == "speech"


_OPENS = frozenset({"in", "في", "وفي"})
_FAR = frozenset({"US", "GB", "BE", "CH"})  # where it is only spoken of wars


def _tells_more(page: Page, at: int) -> bool:
    """Whether a deed, a thing or another place stands between the conference and a place."""
    named = page.inside.get(at)
    if page.trigger(at) is not None or (named is not None and named.kind == "place"):
        return True
    return page.noun(at) is not None and page.form[at] not in _PRESS


def _other_town(page: Page, spot: Spot) -> bool:
    """Whether the same sentence names another town, and nothing more is told of the one where they spoke: what was
    told in Hasakah of its prison was in Hasakah."""
    again = [name for name in page.names if name.name.canonical == spot.place.name]
    start, end = page.sentences[max(bisect_right(page.sentences, (spot.start, len(page.form))) - 1, 0)]
    others = (n for n in starting(page.names, start, end) if n.kind == "place" and n.name.cls in _TOWNS)
    return len(again) < _TWICE and any(not spot.start <= name.start < spot.end for name in others)


_TOWNS = ("town", "area")
_TWICE = 2


def _attacked(page: Page, at: int) -> bool:
    """ "killed at a press conference in Mosul"."""
    return any(page.trigger(k) is not None for k in range(max(0, at - _BEFORE), at))


_BEFORE = 4


def _leads(page: Page, at: int) -> bool:
    form = page.form[at]
    return form in _IN or page.lex[at].prep == "ب" or form.startswith("بال") or form in _GLUED


_IN = frozenset({"in", "at", "from", "near", "في", "من"})
_GLUED = frozenset({"ببلده", "بمدينه", "بمحافظه", "بقريه", "بريف", "بمقر"})
