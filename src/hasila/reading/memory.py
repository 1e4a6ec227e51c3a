"""What a figure leaves to the figures after it."""

from __future__ import annotations

from datetime import date

from hasila.model import Figure, Period, Place
from hasila.reading.beforehand import CAME_BEFORE
from hasila.reading.cast import ISIS, side_of
from hasila.reading.count import EVENTS, Count
from hasila.reading.setting import PEOPLE, Slots
from hasila.reading.spots import BOTH, NEAR, both_countries, in_each
from hasila.reading.thread import Thread


def keep_whole(thread: Thread, parts: list[Count], figures: list[Figure]) -> list[Figure]:
    """What a sentence leaves whose numbers are shares of a whole: its place, not that of a share. One that ends by
    counting operations in each country leaves both: what follows came of all of them."""
    if len(figures) > 1 and in_each(f.place for f in figures) and all(f.measure in EVENTS for f in figures):
        thread.place = BOTH
    elif (total := _total_before(thread, figures)) is not None:
        thread.place, thread.line_place = total, None
    elif parts and thread.line_place is not None and figures[0].place != figures[-1].place:
        thread.line_place = figures[0].place
    return figures


def _total_before(thread: Thread, figures: list[Figure]) -> Place | None:
    """ "117 attacks ... Deir ez-Zor saw 98 of them, Hasakah 12 and Raqqa seven": the place of the total that the shares
    of a sentence add up to."""
    if len(figures) <= _PARTS or len({f.measure for f in figures}) > 1 or any(f.low is None for f in figures):
        return None
    total = sum(f.low or 0 for f in figures)
    held = thread.seen.get((figures[0].measure, total, total))
    return held[0] if held is not None else None


_CAMPAIGN = 92


def _inside(day: Period | None, whole: Period | None) -> bool:
    """Whether a day lies in the stretch that the report is about: what comes next is of the stretch again."""
    if day is None or whole is None or None in (day.start, day.end, whole.start, whole.end):
        return False
    if (whole.end - whole.start).days > _CAMPAIGN:  # type: ignore[operator]
        return False
    return whole.start < whole.end and whole.start <= day.start <= day.end <= whole.end  # type: ignore[operator]


def _of_account(thread: Thread, count: Count, slots: Slots) -> bool:
    """ "gave its account of March. It ran 37 operations in the month": the stretch that a line names is what the report
    is about from then on, where operations are counted in it after the events of a day."""
    day, stretch = thread.period, slots.period
    if day is None or stretch is None or stretch is not thread.line_period or count.measure not in EVENTS:
        return False
    return day.start == day.end and stretch.start != stretch.end and slots.basis.get("period") == "carried"


def leads_on(held: Period | None, days: list[Period], stretches: list[Period], published: date | None) -> bool:
    """Whether the time that a report opens with is what it is about: more than a day of the title, or a day after the
    month that the title names."""
    if held is None or (stretches and held.start == held.end):
        return True
    day = days[0].start
    if stretches or day is None or day != days[0].end or published is None or days[0].basis.startswith("stated"):
        return False
    titled = held.start is not None and held.end is not None and (held.end - held.start).days >= _MONTH
    return titled and held.end is not None and held.end < day and 0 <= (published - day).days <= _FRESH


_FRESH = 2
_MONTH = 27


def addends(counts: list[Count]) -> list[Count]:
    """ "six civilian deaths: two children in Harim, and four people near Hatra. Airwars puts the number at 800": the
    parts that a sentence adds up to its first number; what comes next is of all."""
    if len(counts) <= _PARTS or not counts[0].low:
        return []
    rest, parts = counts[0].low, []
    for count in counts[1:]:
        if count.measure == counts[0].measure and count.low is not None:
            rest -= count.low
            parts.append(count)
    return parts if rest == 0 and len(parts) >= _PARTS else []


_PARTS = 2


def learn(
    thread: Thread,
    count: Count,
    slots: Slots,
    relevant: bool,
    item: bool = False,
    mixed: bool = False,
    part: bool = False,
) -> None:
    """What a figure leaves to those after it. The place of an ``item`` of a list holds for its line only, the mode of a
    sentence that tells of both modes (``mixed``) for nothing more, and neither place nor day of a ``part``."""
    thread.started = True
    one_day = slots.period is not None and slots.period.start == slots.period.end
    aside = slots.actor == ISIS and thread.hunter is not None and count.measure in PEOPLE and one_day
    if not part:
        _keep_period(thread, count, slots, aside)
    key = (count.measure or "", count.low, count.high)
    if key not in thread.seen or slots.basis.get("place") == "stated":
        thread.seen[key] = (slots.place, slots.period)
    if not (part or _place_of_part(thread, count, slots)):
        _keep_place(thread, slots, relevant, aside or item or slots.apart)
    _keep_sides(thread, count, slots)
    _keep_mode(thread, count, slots, mixed)


def _keep_period(thread: Thread, count: Count, slots: Slots, aside: bool) -> None:
    """The time of a figure: of its line if the event is told ``aside``, else of what follows."""
    said = slots.basis.get("period") in ("stated", "resolved") and not slots.compared
    thread.compared = slots.period if slots.compared else thread.compared
    inside = _inside(slots.period, thread.main_period)
    one_day = slots.period is not None and slots.period.start == slots.period.end
    if said and (aside or slots.apart or (inside and one_day)):
        thread.line_period = slots.period
    elif said and not (count.subset and (inside or _part_of(slots.period, thread.period))):
        thread.period, thread.line_period = slots.period, None
        thread.main_period = thread.main_period or slots.period
    elif _of_account(thread, count, slots):
        thread.period = slots.period
    elif thread.main_period is None and thread.period == slots.period and not one_day:
        thread.main_period = slots.period  # of a lead without figures: "It covers July 1 to September 30"


def _part_of(part: Period | None, whole: Period | None) -> bool:
    """ "308 missions this year, including 36 in August. As a result of those missions": of the whole year again."""
    if part is None or whole is None or None in (part.start, part.end, whole.start, whole.end):
        return False
    return part != whole and whole.start <= part.start and part.end <= whole.end  # type: ignore[operator]


def _place_of_part(thread: Thread, count: Count, slots: Slots) -> bool:
    """ "8 attacks in Syria, including 3 in Raqqa. They left five dead": of all eight, so in Syria."""
    wider = thread.line_place or thread.place
    return count.subset and count.noun_at is None and wider is not None and slots.place != wider


def _keep_place(thread: Thread, slots: Slots, relevant: bool, line_only: bool) -> None:
    """The place of a figure, where its words name it; of the mission only Iraq and Syria are kept."""
    place = slots.place
    if place is None or CAME_BEFORE in slots.reasons:
        return
    near = slots.basis.get("place") == "stated" and (not relevant or place.scope is None or place.scope in NEAR)
    if near and line_only:
        thread.line_place = place
    elif near:
        thread.covered.add(place.scope or "")
        if thread.main_place is None or (thread.titled and not both_countries(thread.main_place)):
            thread.main_place, thread.titled = place, False
        thread.place, thread.line_place = place, None
    if "place:country-of-tally" in slots.reasons:
        thread.line_place, thread.tallied = place, slots.period
    if "place:place-of-report" in slots.reasons:
        thread.place = place
    if "place:area-of-coalition" in slots.reasons:
        thread.main_place = thread.main_place or place


def _keep_sides(thread: Thread, count: Count, slots: Slots) -> None:
    """Who acted and who came to harm."""
    if "actor:foiled-by-hunters" in slots.reasons:
        return
    lone = thread.actor is not None and (_of_this_only(count, slots) or (slots.mode == "unilateral" and count.low == 0))
    if slots.actor == ISIS:
        thread.attacker = ISIS
    if count.measure == "operations":
        thread.isis_runs |= slots.actor == ISIS
        thread.hunts |= slots.target == ISIS
    if slots.basis.get("actor") in ("stated", "inferred") and not lone:
        thread.actor = slots.actor
        if slots.target == ISIS and slots.actor != ISIS:
            thread.hunter = slots.actor
    if count.measure in PEOPLE:
        thread.last_target = slots.target
        thread.last_victim = slots.victim
        thread.own_hurt = "victim:victim-own-people" in slots.reasons
        thread.lost = slots.target if slots.victim == "security" and slots.target else thread.lost
    if slots.victim == "security" and slots.actor == ISIS:
        thread.harmed = True
    elif slots.target == ISIS:
        thread.harmed = False
    part = lone or slots.mode == "unilateral"
    if count.measure not in PEOPLE and slots.actor is not None and not part:
        thread.op_actor = slots.actor
        if side_of(slots.actor) == "coalition":
            thread.opener = thread.opener or slots.actor


def _keep_mode(thread: Thread, count: Count, slots: Slots, mixed: bool) -> None:
    """Mode and partners; what comes of joint and lone operations together is of neither."""
    both = count.measure not in PEOPLE and thread.mode not in (None, slots.mode) and thread.age <= 1
    if mixed or ((both or count.high == 0) and slots.mode == "unilateral"):
        thread.mode, thread.partners = None, ()
    elif not (_share(count) and slots.mode != thread.mode) and (
        slots.basis.get("mode") == "stated" or count.measure not in PEOPLE
    ):
        thread.mode, thread.partners, thread.age = slots.mode, slots.partners, 0


def _of_this_only(count: Count, slots: Slots) -> bool:
    """ "US planes flew 9,200 of the strikes", "none was run by US forces": who did a share did not do the next."""
    if slots.mode == "unilateral" and _share(count):
        return True
    part = count.partitive or "of-group" in count.rules or count.noun_at is None
    return count.measure in EVENTS and (part or count.high in (0, 1))


def _share(count: Count) -> bool:
    """Whether a count is a part of another or stands in a row with it."""
    return count.subset or "coordination" in count.rules
