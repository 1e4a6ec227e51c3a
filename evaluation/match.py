"""Which of the figures found are the ones that were wanted.

A figure is the wanted one (core) where measure, low and high are equal, both are asserted or neither is, and the words
overlap. It is right in full where every slot that the label fills is equal as well. Figures pair off one to one.
Labels marked ``optional``, on which annotators differed, and single persons stated by a bare noun count neither way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.cases import Case, Gold, View
from hasila.export.jsonl import as_object
from hasila.model import Reading
from hasila.reading import read

Found = Mapping[str, Any]
Place = tuple[str, int, int]

SLOTS = ("qualifier", "period", "place", "actor", "partners", "mode", "target", "attribution", "victim")
_SAYS_ONE = re.compile(r"[1١]|واحد|[أا]حد|\b(?:one|single)\b", re.IGNORECASE)
_MOST_OF_A_QUOTE = 0.6


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading a case came to. ``right`` pairs what was wanted with what was found."""

    case: Case
    right: tuple[tuple[Gold, Found], ...]
    missed: tuple[Gold, ...]
    extra: tuple[Found, ...]
    lost_quotes: tuple[Gold, ...]

    @property
    def clean(self) -> bool:
        """Whether everything wanted was found and nothing else."""
        return not self.missed and not self.extra


def examine(case: Case, view: View) -> Outcome:
    """Read a case, and compare what was found with what was wanted."""
    return examined(case, view, read(case.document()))


def examined(case: Case, view: View, read_so: Reading) -> Outcome:
    """Compare what somebody read in a case with what was wanted."""
    reading = as_object(read_so)
    wanted = [figure for figure in case.figures if view.shows(figure)]
    found = [figure for figure in reading["figures"] if view.shows(figure)]
    return compare(case, wanted, found, reading["quotes"])


def compare(case: Case, wanted: Sequence[Gold], found: Sequence[Found], quotes: Sequence[Found]) -> Outcome:
    """Sort figures into right, missed and extra."""
    pairs = dict(_pairs(case, wanted, found))
    taken = set(pairs.values())
    return Outcome(
        case,
        right=tuple((wanted[i], found[j]) for i, j in sorted(pairs.items()) if not wanted[i].get("optional")),
        missed=tuple(gold for i, gold in enumerate(wanted) if i not in pairs and not gold.get("optional")),
        extra=tuple(figure for j, figure in enumerate(found) if j not in taken and not is_bare_single(figure)),
        lost_quotes=tuple(lost_quotes(case.quotes, quotes)),
    )


def _pairs(case: Case, wanted: Sequence[Gold], found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """One to one; the pairs that agree in most slots go first."""
    candidates = []
    for i, gold in enumerate(wanted):
        places = list(places_of(case, gold))
        for j, figure in enumerate(found):
            if is_core(gold, figure) and any(overlaps(place, evidence(figure)) for place in places):
                candidates.append((len(wrong_slots(gold, figure)), i, j))
    golds: set[int] = set()
    figures: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in golds and j not in figures:
            golds.add(i)
            figures.add(j)
            yield i, j


def is_core(gold: Gold, figure: Found) -> bool:
    """Whether measure, value and assertion agree."""
    return bool(
        gold["measure"] == figure["measure"]
        and gold["low"] == figure["low"]
        and gold["high"] == figure["high"]
        and (gold.get("modality", "asserted") == "asserted") == (figure["modality"] == "asserted")
    )


def places_of(case: Case, gold: Gold) -> Iterator[Place]:
    """Where the labelled words stand: where the label says, else wherever they occur."""
    if "start" in gold:
        yield gold.get("field", "text"), gold["start"], gold["end"]
        return
    words = gold["evidence"]
    for name, text in (("title", case.title or ""), ("text", case.text)):
        for hit in re.finditer(f"(?={re.escape(words)})", text) if words else ():
            yield name, hit.start(), hit.start() + len(words)


def evidence(figure: Found) -> Place:
    span = figure["evidence"]
    return span["field"], span["start"], span["end"]


def overlaps(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def is_bare_single(figure: Found) -> bool:
    """One person or thing that a noun alone states ("a soldier was killed")."""
    return figure["low"] == figure["high"] == 1 and not _SAYS_ONE.search(figure["evidence"]["text"])


def wanted_in(gold: Gold, slot: str) -> Any:
    """What a label asks for in a slot; None where it leaves the slot open."""
    if slot == "period":
        start, end = gold.get("period_start"), gold.get("period_end")
        return None if start is None and end is None else f"{start}..{end}"
    if slot == "partners":
        return sorted(gold.get("partners") or ()) or None
    return gold.get(slot) or None


def found_in(figure: Found, slot: str) -> list[Any]:
    """What was found in a slot, in every way in which a label may put it."""
    value = figure[slot]
    if slot == "period":
        return [f"{value['start']}..{value['end']}"] if value else [None]
    if slot == "place":
        return [value["scope"], value["name"], value["as_written"]] if value else [None]
    return [sorted(value)] if slot == "partners" else [value]


def wrong_slots(gold: Gold, figure: Found) -> list[str]:
    """The slots that the label fills and the figure has otherwise."""
    wanted = {slot: wanted_in(gold, slot) for slot in SLOTS}
    return [slot for slot in SLOTS if wanted[slot] is not None and wanted[slot] not in found_in(figure, slot)]


def lost_quotes(wanted: Sequence[Gold], found: Sequence[Found]) -> Iterator[Gold]:
    """The quotes for which nothing with the same speaker and (most of) the same words was found."""
    left = list(found)
    for quote in wanted:
        hit = next((other for other in left if _same_quote(quote, other)), None)
        if hit is None:
            yield quote
        else:
            left.remove(hit)


def _same_quote(quote: Gold, other: Found) -> bool:
    words, text = quote["text"], other["evidence"]["text"]
    held = words in text or (text in words and len(text) > _MOST_OF_A_QUOTE * len(words))
    return bool(quote.get("speaker") == other["speaker"] and held)
