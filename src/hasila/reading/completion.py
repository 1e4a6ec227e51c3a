"""What the first figures of a report leave out, taken from what it says later of the same event."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter

from hasila.model import Figure, Period, Place
from hasila.reading.able import body_of
from hasila.reading.allmodes import key_of, modes_of_all
from hasila.reading.asidedays import of_cause, recalled
from hasila.reading.beforehand import CAME_BEFORE
from hasila.reading.bodies import actor_of
from hasila.reading.campaigns import drawn_out
from hasila.reading.cast import ISIS, Part, side_of
from hasila.reading.claimed import claimed, lost_to_it, only_foe, told_by_isis
from hasila.reading.commands import bodies_in, command_of, voice_of
from hasila.reading.company import at_home
from hasila.reading.happenings import event_days, fought_on, happened
from hasila.reading.heading import below_heading
from hasila.reading.late import Late
from hasila.reading.lateplaces import late_place, only_land, report_place
from hasila.reading.loosetimes import LEFT_OPEN, SO_LONG
from hasila.reading.moment import Moment
from hasila.reading.outsiders import OUTSIDER
from hasila.reading.page import Page
from hasila.reading.protagonists import hunter_of
from hasila.reading.recaps import recapped
from hasila.reading.refinement import (
    Days,
    days_of,
    lately,
    many_in,
    months_counted,
    of_many,
    of_total,
    refines,
    shortly_before,
    told_apart,
    told_later,
)
from hasila.reading.slots import DAY_FOUND
from hasila.reading.spared import only_hurt
from hasila.reading.spots import EACH
from hasila.reading.toldauthors import authors_of, only_told
from hasila.text.tokens import BREAK

_STARTS = attrgetter("start")
_ATTACKS = frozenset({"operations", "attacks"})
_DAY_TOLD = "period:day-of-statement"


@dataclass(frozen=True, slots=True)
class Ending:
    """What is known of a report once all of it is read."""

    page: Page
    moments: list[Moment]
    parts: list[Part]
    leads: Callable[[], Iterator[str]]
    partners: tuple[str, ...]
    helpers: list[tuple[int, tuple[str, ...]]]
    claimant: str | None
    place: Place | None


def complete(figures: list[Figure], ending: Ending) -> list[Figure]:
    """The figures with what they leave out taken from what the report says later of the same event."""
    known = _known(figures, ending)
    report, land = report_place(figures, ending.place), only_land(ending.page)
    command, bodies = command_of(ending.parts), bodies_in(ending.page, ending.parts)
    allies = {(*_counted(f), f.actor, f.period): f.partners for f in figures if f.partners}
    helped = {**_of_their_operations(figures, allies), **_helped(figures, ending.helpers)}
    boasts = any(f.attribution == ISIS and f.basis.get("attribution") == "stated" for f in figures)
    open_since = False
    theirs = claimed(figures, ending.page, ending.parts, ending.moments)
    modes = modes_of_all(figures, ending.page)
    recaps = recapped(figures, ending.page, ending.parts)
    teller, author = authors_of(figures) or (None, None)
    done: list[Figure] = []
    for at, figure in enumerate(figures):
        late = Late(figure)
        _late_period(late, known, _beside(figure, done, figures))
        if _DAY_TOLD in figure.trail or _DAY_TOLD in late.reasons:
            open_since = _drawn_out(ending, figure, open_since)
            if open_since:
                late.set("period", _up_to(late.value("period")), "inferred", "drawn-out-campaign")
        if at in theirs:
            late.set("actor", ISIS, "inferred", "claimed-attack")
            if (
                figure.basis.get("target") == "carried" and figure.target != "civilians"
            ):  # from before it was known who did it
                late.drop("target")
        if at in recaps and figure.actor != recaps[at]:
            late.set("actor", recaps[at], "carried", "told-of-all")
            if figure.basis.get("target") == "carried":
                late.drop("target")
        _late_actor(late, known)
        if author is not None and late.value("actor") == teller and (late.changes or only_told(figure)):
            late.set("actor", author, "inferred", "author-of-deeds")
        again = allies.get((*_counted(figure), late.value("actor"), late.value("period")), ())
        _late_partners(late, ending.partners or helped.get((figure.actor, figure.period), ()) or again)
        if figure.measure == "operations" and figure.mode is None and (mode := modes.get(key_of(figure))):
            late.set("mode", mode, "carried", "mode-of-all")
        _late_losses(late)
        late.without_itself()
        late_place(late, report, land, known.tallies)
        _late_attribution(late, ending, command, bodies)
        if boasts and figure.measure in _ATTACKS and late.value("attribution") is None and late.value("actor") == ISIS:
            late.set("attribution", ISIS, "inferred", "own-tally")  # "نفذ التنظيم 14 عملية. وقال التنظيم إنها"
        done.append(late.done())
    return done


@dataclass(frozen=True, slots=True)
class _Known:
    """What a report says of its events: their days, and who did what; periods and actors by figure."""

    ending: Ending
    happened: Period | None
    event: tuple[Period | None, str]
    raid: Period | None
    told: list[Moment]
    dated: dict[tuple[object, ...], Period]
    days: dict[tuple[object, ...], Period]
    tallied: list[Figure]
    only: Period | None
    doers: dict[tuple[object, ...], str]
    hunter: Callable[[], str | None]
    theirs: bool
    only_foe: bool
    tallies: frozenset[Days]
    heading: dict[tuple[object, ...], Period]


def _known(figures: list[Figure], ending: Ending) -> _Known:
    page = ending.page
    whens = [moment for moment in ending.moments if not of_cause(page, moment)]
    stated = {f.actor for f in figures if f.measure == "operations" and f.basis.get("actor") == "stated"}
    told = [m for m in whens if m.saying and m.period is not None and m.mention.shape == "day"]
    said = [m.period for m in told if m.period is not None]
    days, why = event_days(page, whens)
    raid = lately(fought_on(page, whens), said)
    return _Known(
        ending,
        lately(happened(page, whens), said),
        (lately(days, said), why),
        None if told_apart(raid, figures) else raid,
        told,
        _dated(figures),
        _days(figures),
        many_in(figures),
        of_total(figures),
        _doers(figures),
        cache(lambda: hunter_of(ending.leads(), ending.parts, ending.page)),
        stated == {ISIS} and side_of(ending.claimant) in ("monitor", "isis", "media", ""),
        only_foe(ending.page, ending.parts),
        months_counted(figures),
        below_heading(page, figures),
    )


def _dated(figures: list[Figure]) -> dict[tuple[object, ...], Period]:
    """The first period that the report gives to each measure and number."""
    dated: dict[tuple[object, ...], Period] = {}
    for figure in figures:
        if figure.period is not None and _tells(figure) and f"period:{DAY_FOUND}" not in figure.trail:
            dated.setdefault(_counted(figure), figure.period)
    return dated


def _late_period(late: Late, known: _Known, beside: Period | None) -> None:
    """The period of a figure by what else is known; ``beside`` is that of the figure right before it."""
    figure, on = late.figure, known.happened
    carried = figure.basis.get("period") == "carried"
    day, few = known.days.get((*_counted(figure), figure.target)) if carried else None, (figure.low or 0) < _FEW
    narrowed = on is not None and refines(on, figure.period) and not of_many(on, figure.period, known.tallied)
    narrowed = narrowed and SO_LONG not in figure.trail
    whole = on is not None and days_of(figure.period) in known.tallies and days_of(figure.period)[0] != on.start
    if on is not None and not whole and (told_later(on, figure) or narrowed):
        late.set("period", on, "carried", "day-of-event")
    elif figure.basis.get("period") == "inferred" and shortly_before(known.raid, figure.period):
        late.set("period", known.raid, "carried", "day-of-event")
    elif day is not None and refines(day, figure.period) and not (few and of_many(day, figure.period, known.tallied)):
        late.set("period", day, "carried", "day-of-same-figure")
    elif f"period:{DAY_FOUND}" in figure.trail and shortly_before(known.event[0], figure.period):
        late.set("period", known.event[0], "carried", known.event[1])
    if late.changes or figure.period is not None or day is not None or CAME_BEFORE in figure.trail:
        return
    headed = known.heading.get((figure.evidence.start, *_counted(figure)))
    if (twin := known.dated.get(_counted(figure)) or headed or beside) is not None:
        late.set("period", twin, "carried", _SAME)
    elif SO_LONG in figure.trail:
        return
    elif known.event[0] is not None:
        late.set("period", known.event[0], "carried", known.event[1])
    elif f"period:{LEFT_OPEN}" in figure.trail:
        return
    elif known.only is not None and figure.place is not None and figure.place.scope in EACH:
        late.set("period", known.only, "inferred", "period-of-total")
    elif (last := _told(known.ending.page, known.told, figure)) is not None:
        said = last.period
        raid = known.raid if shortly_before(known.raid, said) else None
        late.set("period", raid or said, "inferred", "day-of-event" if raid else "day-of-statement")


def _late_actor(late: Late, known: _Known) -> None:
    """Who did it, where a figure leaves it out: ISIS, whoever did the same elsewhere, or the force that hunts it."""
    figure = late.figure
    if late.value("actor") is not None:
        return
    page = known.ending.page
    if known.theirs and figure.measure == "operations":
        late.drop("target")
        late.set("actor", ISIS, "inferred", "actor-of-all-operations")
    elif (doer := known.doers.get((*_counted(figure), figure.target))) is not None:
        late.set("actor", doer, "carried", "actor-of-same-figure")
    elif told_by_isis(figure, page, _sentence_of(page, figure)):
        late.drop("target")
        late.set("actor", ISIS, "inferred", "losses-to-isis")
    elif (hunter := _hunter(figure, known)) is not None:
        late.set("actor", body_of(hunter), "inferred", "first-force-named")
    elif known.only_foe and lost_to_it(figure, page, _sentence_of(page, figure)):
        late.set("actor", ISIS, "inferred", "losses-to-isis")


def _hunter(figure: Figure, known: _Known) -> str | None:
    """Who hunts ISIS here, where it was hit and not only hurt, and nobody is said to have done it beside others."""
    hunter = known.hunter() if figure.target == ISIS and not only_hurt(figure) else None
    if hunter in _FLY and figure.measure in ("operations", "detained"):
        hunter = "Iraqi Security Forces"  # whoever only flies ran no operations and caught nobody
    return None if hunter in figure.partners else hunter


_FLY = frozenset({"Iraqi Air Force", "Iraqi Army Aviation"})


def _late_attribution(late: Late, ending: Ending, command: str | None, bodies: frozenset[str]) -> None:
    """Who says it, where only forces do or nobody does: the body through which they speak, or whoever issued the
    report."""
    if OUTSIDER in late.figure.trail:
        return
    if late.figure.attribution is None and ending.claimant is not None:
        late.set("attribution", ending.claimant, "carried", "issuer-of-report")
    said = late.value("attribution")
    carried = late.basis.get("attribution") == "carried"
    if said == _TROOPS and command is not None:
        late.set("attribution", command, "inferred", "command-of-forces")
    elif carried and said is not None and (voice := voice_of(said, bodies)) is not None:
        late.set("attribution", voice, "inferred", "body-of-forces")


_TROOPS = "US forces"


def _days(figures: list[Figure]) -> dict[tuple[object, ...], Period]:
    """The days on which figures happened by their own words: a summary above gives the month, the story the day."""
    found: dict[tuple[object, ...], Period] = {}
    for figure in figures:
        one = figure.period is not None and figure.period.start == figure.period.end is not None
        if one and figure.period is not None and figure.basis.get("period") in ("stated", "resolved"):
            found.setdefault((*_counted(figure), figure.target), figure.period)
    return found


def _doers(figures: list[Figure]) -> dict[tuple[object, ...], str]:
    """Who did what was counted against ISIS, or by it against a force, by the words of one of its figures: a headline
    often leaves it out."""
    found: dict[tuple[object, ...], str] = {}
    for figure in figures:
        hunted = figure.target == ISIS and figure.basis.get("actor") == "stated"
        raided = figure.target is not None and figure.victim == "security" and figure.actor == ISIS
        if figure.actor is not None and (hunted or raided):
            found.setdefault((*_counted(figure), figure.target), figure.actor)
    return found


_NEW_LINE = frozenset({BREAK})


def _told(page: Page, told: list[Moment], figure: Figure) -> Moment | None:
    """The day of the statement that a figure is from: the last one up to the end of its sentence, else the first; not
    of one that is only recalled, in a line before: "وكان المتحدث قد أعلن في 31 آب"."""
    start, end = _sentence_of(page, figure)
    before = bisect_left(told, end, key=_STARTS)
    own = [m for m in told[:before] if not (page.has(_NEW_LINE, m.end, start) and recalled(page, m))]
    return own[-1] if own else next((m for m in told if not recalled(page, m)), None)


def _sentence_of(page: Page, figure: Figure) -> tuple[int, int]:
    at = bisect_left(page.tokens.start, figure.evidence.start)
    return page.sentences[max(bisect_right(page.sentences, (at, len(page.form))) - 1, 0)]


def _drawn_out(ending: Ending, figure: Figure, before: bool) -> bool:
    """Whether a figure is of a campaign of unknown beginning: told of it, or "over the same stretch" as the last."""
    start, end = _sentence_of(ending.page, figure)
    here = ending.moments[
        bisect_left(ending.moments, start, key=_STARTS) : bisect_left(ending.moments, end, key=_STARTS)
    ]
    same = before and any(m.mention.first is not None and m.mention.first.of == "period" for m in here)
    return same or drawn_out(ending.page, start, end)


def _up_to(day: Period | None) -> Period | None:
    return None if day is None else replace(day, start=None, basis="resolved: up to that day")


_FEW = 10
_WEEK = 7


def _tells(figure: Figure) -> bool:
    """Whether an equal number elsewhere is likely the same figure: "3 wounded" of a day isn't that of a whole year."""
    period = figure.period
    if period is None or period.start == period.end or (figure.low or 0) >= _FEW:
        return True
    return period.start is not None and period.end is not None and (period.end - period.start).days <= _WEEK


def _beside(figure: Figure, done: list[Figure], figures: list[Figure]) -> Period | None:
    """ "34 caught and five dead" above a story that tells of both: the few are of the same days as the many."""
    last = done[-1] if done else None
    if last is None or last.period is None or f"period:{_SAME}" not in last.trail:
        return None
    if not 0 <= figure.evidence.start - last.evidence.end <= _NEXT:
        return None
    again = any(_counted(other) == _counted(figure) and other.period == last.period for other in figures)
    return last.period if again else None


_SAME = "period-of-same-figure"
_NEXT = 3


def _counted(figure: Figure) -> tuple[object, ...]:
    return figure.measure, figure.low, figure.high


def _late_partners(late: Late, partners: tuple[str, ...]) -> None:
    figure, who = late.figure, late.value("actor")
    if not partners or figure.partners or figure.target != ISIS or figure.mode == "unilateral" or who == ISIS:
        return
    fitting = at_home(tuple(whom for whom in partners if whom != who and not _commands(who, whom)), figure.place)
    if fitting:
        late.set("partners", fitting, "carried", "partners-named-later")
        late.set("mode", "partnered", "carried", "partners-named-later")


def _late_losses(late: Late) -> None:
    """ "Two soldiers were wounded in the joint raid": nobody's own losses are a joint deed."""
    if late.figure.victim == "security" and late.value("actor") is None and late.figure.mode is not None:
        late.drop("mode")
        late.changes["partners"] = ()
        late.basis.pop("partners", None)


def _commands(who: str | None, whom: str) -> bool:
    """Whether one is the command and the other its own forces, which are no partner of it."""
    command, forces = actor_of(who), actor_of(whom)
    if command is None or forces is None or command.side != forces.side:
        return False
    return {command.cls, forces.cls} == {"command", "forces"}


def _helped(
    figures: list[Figure], helpers: list[tuple[int, tuple[str, ...]]]
) -> dict[tuple[str | None, Period | None], tuple[str, ...]]:
    """ "The SDF caught four. The Coalition took part in the raid": who helped in the operation counted right before."""
    ends = [figure.evidence.end for figure in figures]
    found: dict[tuple[str | None, Period | None], tuple[str, ...]] = {}
    for at, whom in helpers:
        before = reversed(figures[: bisect_right(ends, at)])
        told = next((figure for figure in before if figure.actor != ISIS), None)  # who did not hurt its own
        if told is not None:
            found.setdefault((told.actor, told.period), whom)
    return found


def _of_their_operations(
    figures: list[Figure], allies: dict[tuple[object, ...], tuple[str, ...]]
) -> dict[tuple[str | None, Period | None], tuple[str, ...]]:
    """ "Two men were caught in two raids. The two raids were joint ones with the Coalition": what came of operations is
    done with those with whom these are said to have been done later."""
    found: dict[tuple[str | None, Period | None], tuple[str, ...]] = {}
    for figure in figures:
        later = allies.get((*_counted(figure), figure.actor, figure.period))
        if figure.measure == "operations" and later is not None and not figure.partners:
            found.setdefault((figure.actor, figure.period), later)
    return found
