"""The figures of a title: what they leave out is taken from the figure of the body that they repeat."""

from __future__ import annotations

from dataclasses import replace

from hasila.lexicon.names import countries
from hasila.model import Basis, Figure, Period, Place
from hasila.reading.cast import side_of
from hasila.reading.count import EVENTS, Count
from hasila.reading.moment import Moment
from hasila.reading.page import Page
from hasila.reading.refinement import refines
from hasila.reading.setting import PEOPLE
from hasila.reading.spots import BOTH, EACH, Spot
from hasila.reading.whereabouts import told_of_site

_STATED = ("stated", "resolved")
# A title hands on nothing but its days and its place, and leaves it to the body who says so.
_OWN: dict[str, tuple[str, ...]] = {"period": (*_STATED, "carried"), "place": (*_STATED, "carried"), "attribution": ()}


def stretch_in(found: list[Moment]) -> Period | None:
    """The first stretch of time that is named, if it is not that of a statement."""
    return next((m.period for m in found if m.mention.is_period and not m.saying and m.period), None)


def site_in(page: Page, found: list[Spot]) -> Place | None:
    """ "هجوم على الشرطة بكركوك.. القتلى 13": the one place that a part of a title without figures names."""
    sites = [spot.place for spot in found if not spot.country and told_of_site(page, spot)]
    return sites[0] if len(sites) == 1 else None


def _twin(figure: Figure, figures: list[Figure]) -> Figure | None:
    same = [other for other in figures if other.measure == figure.measure]
    value = {figure.low, figure.high} - {None}
    exact = [other for other in same if value & {other.low, other.high}]
    early = [other for other in same if other in figures[:2]]
    return next(iter(exact or early or figures), None)


def _of_both(figure: Figure, figures: list[Figure]) -> Figure:
    """ "Army neutralises 23": dead only, unless the body has that number as that of the dead and the caught;
    "56 raids": strikes, if the body says that they were flown."""
    alike = [other.measure for other in figures if (other.low, other.high) == (figure.low, figure.high)]
    both = figure.measure == "killed" and "casualties" in alike and figure.measure not in alike
    if both:
        return replace(figure, measure="casualties")
    flown = figure.evidence.text.endswith("raids") and "strikes" in alike and figure.measure not in alike
    return replace(figure, measure="strikes") if flown else figure


def _sum_of_shares(figure: Figure, figures: list[Figure]) -> bool:
    """Whether a number of the title is the sum of Iraq's and Syria's: "26 strikes" over "23 in Iraq and 3 in Syria"."""
    same = [other for other in figures if other.measure == figure.measure and other.place is not None]
    if figure.low is None or any(other.low == figure.low for other in same):
        return False
    shares = {
        scope: {other.low for other in same if other.place is not None and other.place.scope == scope and other.low}
        for scope in EACH
    }
    return any(figure.low - low in shares["SY"] for low in shares["IQ"])


def borrow_measure(page: Page, count: Count, figures: list[Figure]) -> bool:
    """ "192 civilians.. the toll of June": people of whom a title doesn't say what befell them, if the body has that
    number once."""
    if count.measure is not None or count.dead or count.noun is None or count.noun.kind != "person":
        return False
    things = page.noun(count.noun_at) if count.noun_at is not None else None
    if things is not None and things.kind == "other":
        return False  # "3 أوكار داعشية"
    twins = [other for other in figures if other.low == count.low == other.high and other.measure in PEOPLE]
    told = {other.measure for other in twins}
    if len(told) != 1 or count.low is None:
        return False
    count.measure, count.subset = told.pop(), all(other.subset for other in twins)
    count.rules.append("measure-of-body")
    return True


def _who_hurt(target: object, figures: list[Figure]) -> str | None:
    """Who hurt a force by the figures of the body: nobody hurts his own."""
    return next((other.actor for other in figures if other.target == target and other.actor != target), None)


def _within(twin: Figure, figure: Figure) -> bool:
    """ "Iraq: nine killed" above a story that tells of the village in Iraq: the title names the country only."""
    if twin.place is None or figure.place is None or twin.basis.get("place") != "stated":
        return False
    land = countries().get(figure.place.scope or "")
    return land is not None and figure.place.name == land.canonical and twin.place.scope == figure.place.scope


def _of_its_own_teller(figure: Figure, twin: Figure, figures: list[Figure]) -> bool:
    """ "المرصد: 32 قتيلا ... وواشنطن تتحدث عن 12": a number that the body hasn't is of whom the title names, unless the
    body's teller is of the same side."""
    again = any(figure.measure == other.measure and figure.low == other.low for other in figures)
    stated = figure.attribution is not None and figure.basis.get("attribution") == "stated"
    return stated and not again and side_of(figure.attribution) != side_of(twin.attribution)


def _names_force(twin: Figure, figure: Figure) -> bool:
    """ "في ضربة عراقية" above a story that tells which force it was: the title names the nation only."""
    same = twin.measure == figure.measure and twin.low == figure.low and side_of(twin.actor) == side_of(figure.actor)
    return same and figure.actor in _OF_NATION and twin.basis.get("actor") == "stated"


_OF_NATION = frozenset({"US forces", "Iraqi Security Forces", "Iraqi Air Force"})


def _opens_in(told: Period, named: Period) -> bool:
    """ "163 dead since late August" above "since August 29": the body tells on which day of the third it began."""
    if told.start is None or named.start is None or "a third of the month" not in named.basis:
        return False
    return 0 <= (told.start - named.start).days <= _THIRD


_THIRD = 11


def _own_fallen(figure: Figure, twin: Figure) -> bool:
    """ "لواء القدس يعلن مصرع 8 عناصر": members whom the body tells to be soldiers were killed by others."""
    return figure.victim == "militant" and twin.victim == "security" and figure.actor == figure.attribution


def of_one_tally(heads: list[Figure]) -> list[Figure]:
    """ "37 عملية و13 قتيلاً من داعش": what a title counts beside operations, and the body does not, came of these."""
    doer = next((f.actor for f in heads if f.measure in EVENTS and f.actor not in (None, "ISIS")), None)
    if doer is None:
        return heads
    return [
        replace(head, actor=doer, basis={**head.basis, "actor": "carried"}, trail=(*head.trail, "actor:of-one-tally"))
        if head.actor is None and head.target == "ISIS" and head.measure in PEOPLE
        else head
        for head in heads
    ]


def from_body(figure: Figure, figures: list[Figure]) -> Figure:
    """A figure of the title with what it leaves out, from its twin among the figures of the body."""
    figure = _of_both(figure, figures)
    twin = _twin(figure, figures)
    if twin is None:
        return figure
    changes: dict[str, object] = {}
    basis: dict[str, Basis] = dict(figure.basis)
    summed = _sum_of_shares(figure, figures)
    for slot in ("period", "place", "actor", "mode", "partners", "target", "attribution"):
        own = getattr(figure, slot)
        stated = figure.basis.get(slot) in _OWN.get(slot, _STATED)
        finer = (
            slot == "period"
            and twin.period is not None
            and figure.period is not None
            and (refines(twin.period, figure.period) or _opens_in(twin.period, figure.period))
        )
        finer = finer or (slot == "place" and _within(twin, figure))
        finer = finer or (slot == "actor" and (_names_force(twin, figure) or _own_fallen(figure, twin)))
        if (own and stated and not finer) or not getattr(twin, slot):
            continue
        if slot == "attribution" and _of_its_own_teller(figure, twin, figures):
            continue
        if slot in ("actor", "target", "mode", "partners") and twin.measure != figure.measure:
            continue
        changes[slot] = BOTH if slot == "place" and summed else getattr(twin, slot)
        basis[slot] = "carried"
    if "ISIS" in (changes.get("actor"), figure.actor) and "ISIS" in (changes.get("target"), figure.target):
        changes["target"] = None  # what ISIS does is not done to it
        basis.pop("target", None)
    if (hurt := changes.get("target")) is not None and changes.get("actor", figure.actor) == hurt:
        changes["actor"] = _who_hurt(hurt, figures)  # "five Peshmerga dead and four injured"
    partners = changes.get("partners", figure.partners)
    if isinstance(partners, tuple) and changes.get("actor", figure.actor) in partners:
        changes["partners"] = tuple(whom for whom in partners if whom != changes.get("actor", figure.actor))
    if changes.get("period") is not None:
        changes["kind"] = twin.kind
    changes["basis"] = basis
    changes["trail"] = (*figure.trail, "headline-from-body")
    return replace(figure, **changes)  # type: ignore[arg-type]
