"""What a part shares with its whole: who and where, with whom, and the stretch whose shares are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hasila.lexicon.markers import marker_phrases
from hasila.model import Figure, Period
from hasila.reading.count import EVENTS, Count
from hasila.reading.governors import BE, COMMA
from hasila.reading.page import Page
from hasila.reading.setting import Slots
from hasila.reading.spots import BOTH, in_each

_BESIDES = marker_phrases("besides")


def shares_of(whole: Period, figures: list[Figure]) -> bool:
    """ "September had 31 operations; October had 48": shares of a stretch, which what follows is about again."""
    found = {(f.period.start, f.period.end) for f in figures if f.period is not None}
    inside = all(_within(whole, start, end) for start, end in found)
    return len(found) > 1 and inside and (whole.start, whole.end) not in found


def _within(whole: Period, start: date | None, end: date | None) -> bool:
    if whole.start is None or whole.end is None or start is None or end is None:
        return False
    return whole.start <= start and end <= whole.end


def of_its_shares(figures: list[Figure]) -> list[Figure]:
    """ "at least 686: 466 in Syria, the other 220 in Iraq": a total is of both countries if its shares add up to it."""
    if len(figures) < 3:
        return figures
    done = list(figures)
    for at, (whole, first, second) in enumerate(zip(figures, figures[1:], figures[2:], strict=False)):
        alike = whole.measure == first.measure == second.measure
        if alike and _adds_up(whole, first, second) and in_each((first.place, second.place)):
            done[at] = replace(whole, place=BOTH, basis={**whole.basis, "place": "inferred"})
    return done


def _adds_up(whole: Figure, first: Figure, second: Figure) -> bool:
    return None not in (first.low, second.low) and whole.low == (first.low or 0) + (second.low or 0)


def like_those_before(page: Page, count: Count, last: Count, slots: Slots, before: Figure) -> None:
    """What a count shares with the one before it in its sentence: as its part, as its other number, or by deed."""
    if count.subset:
        like_its_whole(slots, before)
        if of_its_people(count, slots, before):
            same_people(slots, before)
    elif of_same_deed(page, count, last):
        same_actor(slots, before)
    if "replaced" in count.rules and slots.basis.get("victim") == "inferred":
        slots.set("victim", before.victim, "carried", "victim-of-whole")  # "17 من المسلحين بعد أن كانوا 12"


def like_its_whole(slots: Slots, whole: Figure) -> None:
    """A part shares what is said of its whole: partners and mode, and of people caught also who they are."""
    if slots.mode is None:
        slots.set("mode", whole.mode, "carried", "mode-of-whole")
    if not slots.partners and whole.partners:
        slots.set("partners", whole.partners, "carried", "partners-of-whole")
    placed = slots.basis.get("place") == "stated" or "place:home-of-partners" in slots.reasons
    if not placed and whole.place is not None:
        slots.set("place", whole.place, "carried", "place-of-whole")
    alike = slots.victim == whole.victim == "militant"
    if (alike or whole.measure in ("detained", "surrendered")) and whole.target is not None:
        slots.set("target", whole.target, "carried", "target-of-whole")


def of_its_people(count: Count, slots: Slots, whole: Figure) -> bool:
    """Whether a part is of the people of its whole: nothing else is said of it than which of them it counts."""
    apart = slots.basis.get("actor") == "stated" and slots.actor not in (None, whole.actor)
    if apart and "right-verb" in count.rules:
        return False  # "311 إرهابياً، من بينهم 213 قتلهم سلاح الجو"
    nobody = count.noun_at is None and count.group is None
    theirs = whole.victim in ("security", "civilian") and slots.basis.get("target") == "carried"
    return (nobody or (theirs and count.group is None)) and count.measure == whole.measure


def same_people(slots: Slots, whole: Figure) -> None:
    """ "75 عنصراً من قوات النظام، بينهم أكثر من 60 في البغيلية": a part that names nobody is of its whole's people."""
    if "target:target-of-event" in slots.reasons or "actor:actor-of-share" in slots.reasons:
        return
    named = not {"target:target-group", "target:target-own-force"}.isdisjoint(slots.reasons)
    if named and slots.target != whole.target:
        return  # "260 قتيلاً، 180 منهم من التنظيم"
    apart = whole.actor is None and slots.basis.get("actor") == "stated"  # "324 died, 161 of whom the army killed"
    if not apart and (slots.target != whole.target or slots.actor != whole.actor):
        slots.actor = slots.target = None
        slots.basis.pop("actor", None)
        slots.basis.pop("target", None)
        slots.set("actor", whole.actor, "carried", "actor-of-whole")
        slots.set("target", whole.target, "carried", "target-of-whole")
    if not apart and slots.basis.get("victim") == "carried":
        slots.set("victim", whole.victim, "carried", "victim-of-whole")


def of_same_deed(page: Page, count: Count, last: Count) -> bool:
    """Whether whoever did the one did the other."""
    return _further_part(page, count, last) or _done_with(page, count, last) or _in_events(page, count, last)


def _in_events(page: Page, count: Count, last: Count) -> bool:
    """ "captured 233 fighters in 28 operations": whoever caught them carried out the operations."""
    if count.measure not in EVENTS or last.measure in EVENTS or page.before(count.start) not in _IN:
        return False
    gap = range(last.end, count.start - 1)
    return len(gap) <= _GAP and not any(page.form[at] in COMMA or page.trigger(at) is not None for at in gap)


_IN = frozenset({"in", "during", "across", "over"})
_GAP = 3


def _further_part(page: Page, count: Count, last: Count) -> bool:
    """ "77 of these were shot and 40 fell outside, besides four civilians": who fell with those counted before."""
    if count.measure != last.measure:
        return False
    joined = count.conj or page.form[count.start - 1] == "and"
    beside = tuple(page.form[max(0, count.start - 2) : count.start])
    return (last.partitive and count.nameless and joined) or beside in _BESIDES


def _done_with(page: Page, count: Count, last: Count) -> bool:
    """ "which killed 25 people and injured 63": what one verb did, the verb that "and" joins to it did as well."""
    at, first = count.trigger_at, last.trigger_at
    if at is None or first is None or not (first < last.start and last.end <= at < count.start):
        return False
    second = page.trigger(at)
    if second is not None and second.voice == "lost":
        return False  # "killed five ISIS fighters and lost two men"
    active = page.trigger(first) is not None and page.form[first - 1] not in BE
    return active and page.form[last.end : at] == ["and"]


def same_actor(slots: Slots, before: Figure) -> None:
    """Who did it to the one did it to the other, unless the sentence names somebody else."""
    if before.actor is None or slots.basis.get("actor") == "stated" or slots.actor == before.actor:
        return
    slots.set("actor", before.actor, "carried", "actor-of-parts")
    if slots.target not in (None, "civilians", before.target):
        slots.target = before.target
