"""Whether one document is a copy of another, and how that is known.

A verdict depends on the two documents alone, never on a third. That is what keeps the tally still: a document that
comes in can join others, but it can't part two that were one witness, and taking one out can't join two that weren't.
The price is that every link which joins has to be right by itself, so that no chain of links leads from one bulletin
to another: a text without figures joins nothing but its own like, figures that tell little have to be of the same day,
and a text that holds a second bulletin isn't joined to a cut of it unless the cut is where it begins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from hasila.tally.copying.agreement import Agreement, agreement, same_news, same_words_same_news
from hasila.tally.copying.credits import credited, from_agencies
from hasila.tally.copying.imprint import Imprint
from hasila.tally.copying.limits import limits
from hasila.tally.copying.translations import in_two_languages, translation

CopyKind = Literal["exact", "near", "teaser", "translated", "credited"]
_OPENING = 2


@dataclass(frozen=True, slots=True)
class CopyLink:
    """Two documents of which one was made from the other, or both from a third.

    ``one`` and ``other`` are document keys, the smaller first; ``score`` is 0 to 1; ``why`` says it in plain words.
    ``joins`` is true where the two are one witness; where it is false the link is only shown.
    """

    one: str
    other: str
    kind: CopyKind
    score: float
    why: str
    joins: bool = True


def compare(one: Imprint, other: Imprint) -> CopyLink | None:
    """How two documents are linked as copies, None where they aren't. The order of the two doesn't matter."""
    return compare_runs(one, other, set(one.runs))


def compare_runs(one: Imprint, other: Imprint, runs: set[int]) -> CopyLink | None:
    """As :func:`compare`, with the first document's runs of words as a set: for comparing it with many others.

    The wording is looked at first, because that is quick and rules out nearly all.
    """
    common = len(runs.intersection(other.runs))
    if common < least_common(len(one.runs), len(other.runs)) and not _told_of(one, other):
        return None
    if one.key > other.key:
        one, other = other, one
    found = agreement(one, other)
    if not in_two_languages(one, other):
        return _same_text(one, other, found, common) or _taken_over(one, other, found)
    translated = _translated(one, other, found)
    if translated is not None and translated.joins:
        return translated
    return _taken_over(one, other, found) or translated


def least_common(one: int, other: int) -> float:
    """How many runs of words two texts with so many share at the least, if one is a copy of the other."""
    rules = limits()
    near = rules.near_likeness / (1 + rules.near_likeness) * (one + other)
    return min(near, rules.teaser_containment * min(one, other))


def _told_of(one: Imprint, other: Imprint) -> bool:
    """Whether two texts can be linked whatever their wording."""
    return bool(one.credits or other.credits) or in_two_languages(one, other)


def _same_text(one: Imprint, other: Imprint, found: Agreement, common: int) -> CopyLink | None:
    if one.digest == other.digest:
        same = same_words_same_news(found, one, other)
        return CopyLink(one.key, other.key, "exact", 1.0, "word for word the same text") if same else None
    likeness = common / (len(one.runs) + len(other.runs) - common)
    if likeness >= _least_likeness(one, other) and same_news(found, one, other, likeness):
        return _link(one, other, "near", likeness, _near_because(found, likeness))
    return _teaser(one, other, found, common)


def _link(one: Imprint, other: Imprint, kind: CopyKind, score: float, why: str) -> CopyLink:
    """A link that joins the two, unless one of them holds another bulletin before the one that they share."""
    joins = _same_opening(one, other) or not (_other_bulletin(one, other) or _other_bulletin(other, one))
    if not joins:
        why += "; one of them holds figures of another period as well, and doesn't begin as the other does"
    return CopyLink(one.key, other.key, kind, round(score, 3), why, joins)


def _least_likeness(one: Imprint, other: Imprint) -> float:
    """How alike two texts of this length have to be; more than possible where only the very same text is a copy."""
    rules, words = limits(), min(one.words, other.words)
    if words < rules.least_words:
        return 2.0
    bare = not one.marks and not other.marks
    return rules.short_likeness if bare or words < rules.short_words else rules.near_likeness


def _near_because(found: Agreement, likeness: float) -> str:
    if found.differing:
        return (
            f"{likeness:.0%} of the wording is the same, and one number differs among {found.shared}, as by a misprint"
        )
    if found.other > found.same:
        return (
            f"{likeness:.0%} of the wording and all {found.shared} shared figures are the same; only the dates differ"
        )
    if not found.shared:
        return f"{likeness:.0%} of the wording is the same; neither states a figure"
    return f"{likeness:.0%} of the wording is the same, and so {_are(found.shared)} that both state"


def _are(figures: int) -> str:
    return "is the one figure" if figures == 1 else f"are the {figures} figures"


def _teaser(one: Imprint, other: Imprint, found: Agreement, common: int) -> CopyLink | None:
    """The link of a text with a cut of it: the cut's words and all its figures stand in the longer text."""
    cut = min(one, other, key=lambda side: (len(side.runs), side.key))
    held = common / len(cut.runs)
    if cut.words < limits().least_words or held < limits().teaser_containment:
        return None
    if found.differing or found.shared < len({mark.value for mark in cut.marks}) or not cut.marks:
        return None
    if not same_news(found, one, other, held):
        return None
    return _link(
        one,
        other,
        "teaser",
        held,
        f"{held:.0%} of the shorter text stands in the longer one, with {_its(found.shared)}",
    )


def _its(figures: int) -> str:
    return "its one figure" if figures == 1 else f"all its {figures} figures"


def _same_opening(one: Imprint, other: Imprint) -> bool:
    """Whether the figures that one of them begins with are among the first of the other, leaving a headline its way."""
    firsts = [list(dict.fromkeys(mark.value for mark in side.marks)) for side in (one, other)]
    return any(set(ours[:_OPENING]) <= set(theirs[: 2 * _OPENING]) for ours, theirs in (firsts, firsts[::-1]))


def _other_bulletin(one: Imprint, other: Imprint) -> bool:
    """Whether the second text gives several figures of a period of which the first says nothing."""
    days = {(mark.start, mark.end) for mark in one.marks if mark.start is not None}
    if not days:
        return False
    further = [mark for mark in other.marks if mark.start is not None and (mark.start, mark.end) not in days]
    return len(further) >= limits().digest_figures


def _translated(one: Imprint, other: Imprint, found: Agreement) -> CopyLink | None:
    made = translation(one, other, found)
    if made is None:
        return None
    score, why, joins = made
    link = _link(one, other, "translated", score, why)
    return link if joins else replace(link, joins=False)


def _taken_over(one: Imprint, other: Imprint, found: Agreement) -> CopyLink | None:
    """The link of a report in its own words with the report that it says it took the figures from.

    "Agencies" names none of them. The two aren't joined then: through such a report, two agencies that each have the
    figures from somebody of their own would be one witness.
    """
    for taker, source in ((one, other), (other, one)):
        named = credited(taker.credits, source.outlet)
        if not (named or from_agencies(taker.credits, source.outlet)) or taker.outlet == source.outlet:
            continue
        if found.differing or found.shared < len({mark.value for mark in taker.marks}) or _before(taker, source):
            continue
        if same_news(found, one, other, 0.0):
            whose = f"the report of {source.outlet}" if named else f"reports of agencies, and {source.outlet} is one"
            why = f"says that it took over {whose}, with {_its(found.shared)}"
            return CopyLink(one.key, other.key, "credited", round(found.shared / found.fewest, 3), why, named)
    return None


def _before(taker: Imprint, source: Imprint) -> bool:
    """Whether a report came out more than a day before the one that it should have been taken from."""
    return taker.published is not None and source.published is not None and taker.published < source.published - 1
