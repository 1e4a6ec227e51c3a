"""Attacks that ISIS claims after they were told: "... killed 11. The group claimed responsibility for the attack"."""

from __future__ import annotations

from bisect import bisect_right

from hasila.lexicon.markers import markers
from hasila.model import Figure
from hasila.reading.cast import ISIS, Part, side_of
from hasila.reading.eventdays import event_named
from hasila.reading.moment import Moment
from hasila.reading.page import Page

_OWNS = markers("claims-attack")
_WHAT = markers("claimed-attack")
_OWNS_IT = markers("owning-up")
_NOT = markers("not-claimed")
_REACH = 6
_OBJECT = 4
_ARABIC_OBJECT = 8
_HARM = frozenset({"killed", "wounded", "casualties", "attacks"})


def claimed(figures: list[Figure], page: Page, parts: list[Part], moments: list[Moment]) -> frozenset[int]:
    """The figures, by their number, of those hurt in an attack without an author that ISIS claims as its own."""
    found: set[int] = set()
    open_ = [at for at, figure in enumerate(figures) if _of_nobody(figure)]
    if not open_:
        return frozenset()
    for part in parts:
        if part.whom == ISIS and (verb := _claim(page, part)) is not None:
            start = page.tokens.start[verb]
            before = [at for at in open_ if figures[at].evidence.start < start]
            event = figures[before[-1] if before else open_[0]]
            if not _of_other_day(page, moments, verb, event):
                found.update(at for at in open_ if figures[at].period == event.period)
    return frozenset(found)


def _of_nobody(figure: Figure) -> bool:
    """Whether a figure is of people hurt by nobody who is told, and they are not the men of the group."""
    theirs = figure.victim == "militant" or (figure.target == ISIS and figure.basis.get("target") == "stated")
    return figure.measure in _HARM and figure.actor is None and not theirs and figure.low != 0


def _claim(page: Page, part: Part) -> int | None:
    """Where the verb stands by which a group claims an attack: "ISIS claimed responsibility", "claimed by ISIS"."""
    form = page.form
    if form[part.start] >= "\u0590":
        return _arabic_claim(page, part)
    near = form[max(0, part.start - 3) : part.start]
    if "by" in near and "claimed" in near:
        return part.start - 1
    for at in range(part.end, min(len(form), part.end + _REACH)):
        if form[at] in _NOT or form[at] == ".":
            return None
        if form[at] in _OWNS:
            told = form[at + 1 : at + 1 + _OBJECT]
            return at if not _WHAT.isdisjoint(told) or _claims_it(page, at) else None
    return None


def _claims_it(page: Page, at: int) -> bool:
    """ "35 people were killed; Islamic State claimed it": not "claimed it had killed 20"."""
    behind = page.form[at + 1 : at + 3]
    return behind[:1] in (["it"], ["both"]) and (len(behind) < 2 or behind[1] in _ENDS)


_ENDS = frozenset({".", ",", ";", "\n", "on", "in", "via", "through", "later"})


def _arabic_claim(page: Page, part: Part) -> int | None:
    """ "وتبنى التنظيم الهجوم", "أعلن التنظيم مسؤوليته عن التفجير": the verb stands right before the group."""
    at, stop = part.start - 1, min(len(page.form), part.end + _ARABIC_OBJECT)
    if at < 0 or part.mention.prep or page.before(at) in _NOT:
        return None
    owned = page.form[at] in _OWNS and page.has(_WHAT, part.end, stop)
    event = page.form[at] in _OWNS_IT and any(page.lex[k].article for k in page.of_kind("event", part.end, stop))
    return at if owned or event else None


def _of_other_day(page: Page, moments: list[Moment], verb: int, event: Figure) -> bool:
    """ "The group also claimed the January bombing": an attack of another day than that of the figures."""
    start, end = page.sentences[max(bisect_right(page.sentences, (verb, len(page.form))) - 1, 0)]
    here = [m for m in moments if verb < m.start < end and start <= m.start]
    days = [m.period for m in here if m.period and (not m.saying or event_named(page, m) is not None)]
    if event.period is None or event.period.start is None:
        return bool(days)
    return any(day.start is not None and day.start != event.period.start for day in days)


def only_foe(page: Page, parts: list[Part]) -> bool:
    """Whether an Arabic report is of the fight with ISIS and names no other enemy of those who fight it."""
    told = any(part.whom == ISIS and page.form[part.start] >= "\u0590" for part in parts)
    fighting = (side_of(part.whom) for part in parts if part.cls in _FIGHTING and part.whom is not None)
    return told and all(side in _IN_THE_FIGHT for side in fighting)


_FIGHTING = frozenset({"forces", "group", "coalition"})
_IN_THE_FIGHT = frozenset({"isis", "iraq", "syria", "sdf", "coalition"})


def lost_to_it(figure: Figure, page: Page, sentence: tuple[int, int]) -> bool:
    """Whether a figure tells of soldiers of those who fight ISIS that were killed or hurt, by nobody whom it names.

    Not "The strikes killed eight SDF guards": ISIS has no jets.
    """
    harmed = figure.measure in ("killed", "wounded") and figure.victim == "security" and bool(figure.low)
    own = harmed and figure.attribution == ISIS and figure.target is None  # "زعم التنظيم أن 30 من مقاتلي القوات قتلوا"
    if not harmed or not (own or side_of(figure.target) in _IN_THE_FIGHT - {"isis"}) or figure.target == ISIS:
        return False
    events = (page.noun(at) for at in page.of_kind("event", *sentence))
    return all(event is None or event.value != "strikes" for event in events)


def told_by_isis(figure: Figure, page: Page, sentence: tuple[int, int]) -> bool:
    """ "وقالت «النبأ» إن العمليات انتهت بمقتل ستة قادة": the dead of operations of which ISIS tells, if it doesn't call
    them its own; strikes are none of its own."""
    dead = figure.measure in ("killed", "wounded") and figure.attribution == ISIS and bool(figure.low)
    own = figure.target == ISIS and "target:target-of-report" not in figure.trail
    if not dead or own or figure.victim not in ("militant", "unknown") or page.has(_ADMITS, *sentence):
        return False
    events = [noun for at in page.of_kind("event", *sentence) if (noun := page.noun(at)) is not None]
    before = [at for at in page.of_kind("event", *sentence) if page.tokens.start[at] < figure.evidence.start]
    return bool(before) and figure.target in (None, ISIS) and all(noun.value != "strikes" for noun in events)


_ADMITS = markers("admits")
