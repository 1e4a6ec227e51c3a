"""Whether an Arabic and an English document are one text in two languages.

Words can't be compared across the languages, so what is compared is the figures in the order in which they are told.
The same figures in the same order within days are shown as a link. They are no proof of one source: every report of an
announcement tells its figures in much the same order. So

* a text and its translation by the same outlet, or by one that names the other as where it has its report from, are one
  witness: somebody turned a finished text into the other language, with its mistakes;
* two outlets that each put the issuer's statement into their own language are two witnesses that the statement was so,
  as two people are who read the same notice: each can have misread it, and neither from the other. They don't make the
  statement itself any truer: its own document stands in the ledger with the weight of an issuer, and theirs with the
  weight of an outlet.
"""

from __future__ import annotations

from collections.abc import Sequence

from hasila.tally.copying.agreement import Agreement, days_apart
from hasila.tally.copying.credits import credited
from hasila.tally.copying.imprint import Imprint, Mark
from hasila.tally.copying.limits import limits


def in_two_languages(one: Imprint, other: Imprint) -> bool:
    """Whether one document is Arabic and the other English."""
    return {one.lang, other.lang} == {"ar", "en"}


def translation(one: Imprint, other: Imprint, found: Agreement) -> tuple[float, str, bool] | None:
    """How likely two documents are one text in two languages (0 to 1), why, and whether they are one witness."""
    rules, apart = limits(), days_apart(one, other)
    if found.differing or found.other > found.same or found.elsewhere * 2 > found.shared:
        return None
    if (apart is None and not found.same) or (apart is not None and apart > rules.translated_days):
        return None
    told = in_order(values(one.marks), values(other.marks))
    if told < rules.translated_figures or told < found.fewest * rules.translated_share:
        return None
    because = _because(one, other)
    figures = f"{told} figures in the same order in Arabic and English"
    if because is None:
        return _score(told, one, other), f"{figures}; each may have them from the statement itself", False
    return _score(told, one, other), f"{figures}, and {because}", told == found.fewest


def _because(one: Imprint, other: Imprint) -> str | None:
    """What shows that one text was made from the other, None where nothing does."""
    if one.outlet is not None and one.outlet == other.outlet:
        return f"both printed by {one.outlet}"
    for taker, source in ((one, other), (other, one)):
        if credited(taker.credits, source.outlet):
            return f"one says that it took over the report of {source.outlet}"
    return None


def _score(told: int, one: Imprint, other: Imprint) -> float:
    """The share of all their figures that the two tell in the same order."""
    return round(2 * told / (len(values(one.marks)) + len(values(other.marks))), 3)


def values(marks: Sequence[Mark]) -> list[tuple[str, int | None, int | None]]:
    """Measure and number of each figure, once, in the order of telling."""
    return list(dict.fromkeys(mark.value for mark in marks))


def in_order(ours: Sequence[object], theirs: Sequence[object]) -> int:
    """How many things two lists have in the same order (the longest common subsequence).

    >>> in_order([38, 8, 31, 21], [38, 31, 8, 21])
    3
    """
    before = [0] * (len(theirs) + 1)
    for one in ours:
        now = [0]
        for at, other in enumerate(theirs):
            now.append(before[at] + 1 if one == other else max(before[at + 1], now[at]))
        before = now
    return before[-1]
