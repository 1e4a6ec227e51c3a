"""Whether a place is where a page was written: in a dateline, on the line of whoever wrote it."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.model import Place
from hasila.reading.dateline import run_in
from hasila.reading.page import Page
from hasila.reading.spots import Spot, country
from hasila.text.tokens import BREAK

_DATELINE = 8
MARKS = frozenset({"-", "–", "—", "/", "|", ":"})


def in_dateline(page: Page, spot: Spot) -> bool:
    """ "ERBIL, Kurdistan Region – The SDF arrested", "القامشلي - متابعات" on a line of its own: where it was written,
    not where it happened."""
    left = page.line_start(spot.start, _DATELINE + 1)
    if spot.end <= run_in(page, left) or (spot.start == left and _heads_line(page, spot.end)):
        return True
    if page.before(spot.start) in MARKS and _signs(page, left):
        return True
    if page.form[spot.end : spot.end + 1] == ["|"] and _updated(page, spot.end + 1):
        return True
    return page.form[spot.end : spot.end + 1] in ([BREAK], []) and _all_dates(page, left, spot.start)


def land_of_dateline(page: Page, found: list[Spot]) -> Place | None:
    """ "COLOMBO: Police raised the toll": where nothing else is named, the country from which was written."""
    lands = [s for s in found if s.place.scope and s.start <= 1 and page.form[s.end : s.end + 1] in ([":"], [")"])]
    if not lands or not in_dateline(page, lands[0]):
        return None
    here = any(page.before(at) == "the" for at in page.all(_CITY, 0, len(page.form)))
    return lands[0].place if here else country(lands[0].place.scope or "")


_CITY = frozenset({"city", "town"})  # "KIRKUK: Two policemen were killed in the city"


def _signs(page: Page, left: int) -> bool:
    """ "أخبار الآن | بغداد – العراق – (وكالات)": names with marks between them are the line of whoever wrote."""
    end = next((at for at in range(left, min(len(page.form), left + _SIGNATURE)) if page.form[at] == BREAK), None)
    marks = [at for at in range(left, end or left) if page.form[at] in MARKS and page.form[at] != ":"]
    if end is None or len(marks) < _SOME or marks[0] == left:
        return False
    return not any(page.form[at][:1].isdigit() or page.trigger(at) or page.cue(at, "verb") for at in range(left, end))


_SIGNATURE = 14
_SOME = 2


def _updated(page: Page, at: int) -> bool:
    """ "Bamako | Updated at 11:03am on November 19": a bar, and when the page came out, to the end of the line."""
    end = next((k for k in range(at, min(len(page.form), at + _SIGNATURE)) if page.form[k] == BREAK), len(page.form))
    return any(k in page.dated for k in range(at, min(end, at + _SIGNATURE))) and page.has(_CAME_OUT, at, at + 2)


_CAME_OUT = markers("page-came-out")


def _all_dates(page: Page, start: int, end: int) -> bool:
    """ "السبت 7 فبراير 2026 6:10 م القاهرة": a line that tells when and where a page was written, and nothing else."""
    rest = [at for at in range(start, end) if at not in page.dated and page.form[at] != "م"]
    return end - start > 2 and not any(page.lex[at].alpha and len(page.form[at]) > 1 for at in rest)


def _heads_line(page: Page, at: int) -> bool:
    """Whether a mark and a word or two end a line: "- متابعات", "/ خاص"."""
    rest = page.form[at : at + _BYLINE]
    return len(rest) > 1 and rest[0] in MARKS and BREAK in rest


_BYLINE = 6
