"""Villages and towns told before: "the village" is the one that was called so, and a name stands for it without the
word that told what it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hasila.lexicon.markers import markers
from hasila.reading.page import Page
from hasila.reading.sight import Mention

if TYPE_CHECKING:
    from hasila.reading.spots import Spot

_SETTLEMENTS = {"القريه": "قريه", "البلده": "بلده", "village": "village", "town": "town"}
_THE = frozenset(_SETTLEMENTS)
_SAME = markers("the-same") | markers("that-word")
_REACH = 150
_NEXT = 2


def called_back(page: Page, found: list[Spot]) -> list[Spot]:
    """The places with each "the village" that means one told before."""
    told = [(spot, kind) for spot in found if not spot.country and (kind := _kind(page, spot)) is not None]
    if not told:
        return found
    back = []
    for at in page.where(_THE):
        if not _points(page, at):
            continue
        same = (s for s, kind in reversed(told) if kind == _SETTLEMENTS[page.form[at]] and 0 < at - s.end < _REACH)
        if (spot := next(same, None)) is not None:
            back.append(replace(spot, start=at, end=at + 1))
    return sorted([*found, *back], key=lambda spot: spot.start) if back else found


def _kind(page: Page, spot: Spot) -> str | None:
    """What a place is called where it is named: "قرية أبو الحسن", "the village of Tal", "Tal village"."""
    back = page.before(spot.start)
    if back >= "\u0590":
        return next((kind for kind in _SETTLEMENTS.values() if back in (kind, "ب" + kind, "ل" + kind)), None)
    near = [*page.form[max(0, spot.start - _NEXT) : spot.start], *page.form[spot.end - 1 : spot.end + 1]]
    return next((form for form in near if form in _SETTLEMENTS), None)


def _points(page: Page, at: int) -> bool:
    """ "استهدفت القرية", "in the village": not "the village of Tal", "the same village", "the village leader"."""
    if page.form[at] >= "\u0590":
        return not page.has(_SAME, at - 1, at + _NEXT) and at + 1 not in page.name_at
    after = page.form[at + 1 : at + _NEXT]
    named = at + 1 in page.name_at or after == ["of"]
    alone = not after or not page.lex[at + 1].alpha or page.cue(at + 1, "verb") is not None or after[0] in _AFTER
    return page.before(at) == "the" and page.before(at - 1) in _IN and alone and not named


_IN = frozenset({"in", "hit", "struck", "stormed", "attacked", "near", "on", "shelled", "bombed", "raided", "entered"})
_AFTER = frozenset({"and", "on", "at", "in", "with", "killing", "where", "when", "after", "early", "overnight"})


def named_again(page: Page, loose: list[Spot]) -> list[Spot]:
    """ "قرية أبو الحسن ... في أبو الحسن": the unlisted places with the mentions of them that only "in" tells."""
    starts = {spot.start for spot in loose}
    again = []
    for spot in loose:
        forms = page.form[spot.start : spot.end]
        for at in page.places.get(forms[0], ()):
            new = at > spot.end and at not in starts and page.before(at) in _LOCATIVE
            if new and page.form[at : at + len(forms)] == forms and not _held(page, at):
                starts.add(at)
                again.append(replace(spot, start=at, end=at + len(forms)))
    return sorted([*loose, *again], key=lambda spot: spot.start) if again else loose


def _held(page: Page, at: int) -> Mention | None:
    return page.inside.get(at) or page.name_at.get(at)


_LOCATIVE = frozenset({"في", "قرب", "علي", "in", "near", "at"})
