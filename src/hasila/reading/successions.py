"""Tolls that were told one after another, of which only the last holds: "من 46 قتيلاً إلى 61", "9 قتلى، ثم صارت 13"."""

from __future__ import annotations

from bisect import bisect_right

from hasila.lexicon.markers import markers
from hasila.reading.changes import STRETCHES, give_way
from hasila.reading.count import Count
from hasila.reading.page import Page, starting

_TOLLS = frozenset({"killed", "wounded", "casualties"})
_PEOPLE = _TOLLS | {"detained", "abducted", "surrendered"}
_FROM = markers("change-from")
_TO = markers("change-to")
_NEXT = markers("next-toll")
_CHANGED = markers("toll-changed")
_FIGURES = markers("toll-figures")
_BECAME = markers("became")
_APART = 12
_BESIDE = 2
_NEAR = 4
_AHEAD = 7


def outdated(page: Page, counts: list[Count], start: int, end: int) -> None:
    """Deny the tolls of a sentence that it tells only to tell what became of them."""
    told = [count for count in counts if count.measure in _PEOPLE and not (count.dead or count.zero or count.subset)]
    if len(told) < 2:
        return
    _left_behind(page, told)
    if any(day.shape in STRETCHES for day in starting(page.dates, start, end)):
        return  # "21 in June, then 30 in July": each stretch keeps its own
    told = [count for count in told if count.measure in _TOLLS]
    history = _tells_of_changes(page, start, end)
    for at in page.all(_NEXT, start, end):
        if page.form[at] == "قبل" and page.form[at + 1 : at + 2] != ["ان"]:
            continue
        before = _group([count for count in told if count.end <= at][::-1])
        after = _group([count for count in told if count.start > at])
        if not before or not after or at - before[0].end > _APART or after[0].start - at > _APART:
            continue
        if {count.measure for count in before}.isdisjoint(count.measure for count in after):
            continue
        for count in (before if history or _becomes(page, at, after[0].start) else []) + (after if history else []):
            _deny(count)


def _left_behind(page: Page, told: list[Count]) -> None:
    """ "ارتفعت من 9 قتلى و13 جريحاً إلى 13 قتيلاً و53 جريحاً": what stands between "from" and "to" has given way."""
    for index, count in enumerate(told):
        if page.before(count.start) not in _FROM or count.modality != "asserted":
            continue
        new = next((other for other in told[index + 1 :] if page.before(other.start) in _TO), None)
        if new is None or new.measure != count.measure or new.start - count.end > _APART:
            continue
        give_way(page, count)
        if count.modality == "denied":
            for other in told[index + 1 : told.index(new)]:
                _deny(other)


def _group(told: list[Count]) -> list[Count]:
    """The first of some counts with those that stand right beside it: "13 قتيلاً و53 جريحاً"."""
    found = told[:1]
    for count in told[1:]:
        gap = max(count.start - found[-1].end, found[-1].start - count.end)
        if gap > _BESIDE:
            break
        found.append(count)
    return found


def _becomes(page: Page, at: int, stop: int) -> bool:
    """ "ثم صارت 21", "ثم رفعت العدد إلى 44", "قبل أن ترفعها الوكالة إلى 28": the toll itself changes."""
    near = range(at + 1, min(stop, at + _AHEAD))
    return any(page.form[k] in _BECAME or page.cue(k, "verb") == "toll" or page.cue(k, "tally") for k in near)


def _tells_of_changes(page: Page, start: int, end: int) -> bool:
    """ "وتبدلت أرقام الوزارة مراراً، فقد أعلنت": all that follows was told before the toll of the report."""
    index = bisect_right(page.sentences, (start, end)) - 1
    first = page.sentences[index - 1][0] if index > 0 else start
    return any(page.has(_FIGURES, max(first, at - _NEAR), at + _NEAR) for at in page.all(_CHANGED, first, end))


def _deny(count: Count) -> None:
    if count.modality == "asserted":
        count.modality = "denied"
        count.rules.append("modality-denied")
