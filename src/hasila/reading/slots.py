"""The slots of one figure: who, against whom, with whom, where, when, and who says so, each with what it rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hasila.lexicon.names import actors
from hasila.model import Period
from hasila.reading.actor import actor_slot
from hasila.reading.cast import side_of
from hasila.reading.company import mode_slots
from hasila.reading.counts import Count
from hasila.reading.dating import changed_to, moment_of, of_another
from hasila.reading.groups import group_of
from hasila.reading.memory import both_countries
from hasila.reading.setting import PEOPLE, Setting, Slots
from hasila.reading.shares import home_of_share
from hasila.reading.spots import BOTH, country
from hasila.reading.target import struck_group, target_slot
from hasila.reading.thread import Thread
from hasila.reading.victims import victim
from hasila.reading.when import AS_OF, Moment
from hasila.reading.where import place_of

_FEW = 10


def fill(count: Count, setting: Setting, thread: Thread) -> Slots:
    """Fill the slots of a bound count from its sentence, and from the thread what the sentence leaves out."""
    slots = Slots()
    _attribution(count, setting, thread, slots)
    group = group_of(count, setting, thread) or struck_group(count, setting)
    victim(count, setting, thread, group, slots)
    actor_slot(count, setting, thread, group, slots)
    target_slot(count, setting, thread, group, slots)
    _where(count, setting, thread, slots)
    mode_slots(count, setting, thread, slots)
    _when(count, setting, thread, slots)
    return slots


def _attribution(count: Count, setting: Setting, thread: Thread, slots: Slots) -> None:
    own = next((whom for at, whom, accord in setting.scene.claims if accord and at == count.end), None)
    if own is not None:
        slots.set("attribution", own, "stated", "according-to")
        return
    before = [(at, whom) for at, whom, _ in setting.scene.claims if at < count.start]
    after = [(at, whom) for at, whom, accord in setting.scene.claims if at >= count.end and accord]
    if (after and not before) or (
        after
        and not any(
            other.start >= count.end and other.measure and other.start < after[0][0] and other.start - count.end > 12
            for other in setting.counts
        )
    ):
        near = before and count.start - before[-1][0] <= 6
        if not before or not near:
            slots.set("attribution", after[0][1], "stated", "according-to")
            return
    if before:
        slots.set("attribution", before[-1][1], "stated", "said-by")
    elif (
        not before
        and setting.scene.claims
        and not setting.scene.claims[0][2]
        and setting.page.form[count.start] < "\u0590"
    ):
        slots.set("attribution", setting.scene.claims[0][1], "stated", "said-by-after")
    else:
        slots.set("attribution", thread.claimant, "carried", "claimant-carried")


def _where(count: Count, setting: Setting, thread: Thread, slots: Slots) -> None:
    if thread.columns:
        measured = [c for c in setting.counts if c.measure]
        if len(measured) % len(thread.columns) == 0:
            index = [c is count for c in measured].index(True)
            slots.set("place", thread.columns[index % len(thread.columns)], "carried", "column-of-list")
            return
    spot = place_of(setting.page, count, setting.counts, setting.spots, setting.start, setting.end, setting.relevant)
    share = home_of_share(count, setting)
    if share is not None and (spot is None or "+" in (spot.place.scope or "")):
        slots.set("place", country(share), "inferred", "home-of-partners")
    elif spot is not None:
        slots.set("place", spot.place, "stated", "place-in-sentence")
    elif (code := _adjective_of(count, setting)) is not None:
        slots.set("place", country(code), "stated", "adjective-of-country")
    elif _of_report(setting, thread):
        home = _home_of_named(setting) if both_countries(thread.main_place) else None
        if home is not None:
            slots.set("place", country(home), "inferred", "home-of-forces-named")
        else:
            slots.set("place", thread.main_place, "carried", "place-of-report")
    elif _village_of_a_day(setting, thread) and (home := _home_of_named(setting)) is not None:
        slots.set("place", country(home), "inferred", "home-of-forces-named")
    elif thread.line_place is not None:
        slots.set("place", thread.line_place, "carried", "place-of-paragraph")
    elif (home := _home_of_named(setting)) is not None and (thread.place is None or thread.place.scope == "IQ+SY"):
        slots.set("place", country(home), "inferred", "home-of-forces-named")
    elif (home := _elsewhere(slots, thread)) is not None:
        slots.set("place", country(home), "inferred", "home-of-actor")
    elif (
        count.low != 0
        and (repeat := thread.seen.get((count.measure or "", count.low, count.high))) is not None
        and repeat[0] is not None
    ):
        slots.set("place", repeat[0], "carried", "place-of-repeated-figure")
    elif thread.place is not None:
        slots.set("place", thread.place, "carried", "place-carried")
    elif slots.actor in actors() and actors()[slots.actor].home:
        home = actors()[slots.actor].home or ""
        slots.set("place", country(home), "inferred", "home-of-actor")
    elif setting.relevant and "coalition" in (side_of(slots.actor), side_of(slots.attribution)):
        slots.set("place", BOTH, "inferred", "area-of-coalition")


def _of_report(setting: Setting, thread: Thread) -> bool:
    """Whether a sentence turns to another stretch of time, for which the place of the report holds again."""
    turned = setting.stretch is not None and thread.period is not None and setting.stretch != thread.period
    return turned and thread.main_place is not None and thread.main_place.scope is not None


def _adjective_of(count: Count, setting: Setting) -> str | None:
    """ "22 من الضربات العراقية", "عمليات سوريا والعمليات العراقية": the country of events known before."""
    at = count.noun_at
    if at is None or not setting.page.lex[at].article or at + 1 >= setting.end or count.measure in PEOPLE:
        return None
    return _COUNTRIES.get(setting.page.form[at + 1])


_COUNTRIES = {"العراقيه": "IQ", "السوريه": "SY"}


def _village_of_a_day(setting: Setting, thread: Thread) -> bool:
    """A tally of months isn't of the village in which the day's attack was."""
    held, stretch = thread.line_place or thread.place, setting.stretch
    if held is None or held.scope is not None or stretch is None:
        return False
    return stretch.start is not None and stretch.end is not None and (stretch.end - stretch.start).days > 27


def _elsewhere(slots: Slots, thread: Thread) -> str | None:
    """Where the named actor works, if the report spoke of the other country last: Iraqi forces act in Iraq."""
    home = actors()[slots.actor].home if slots.actor in actors() else None
    far = {"IQ": "SY", "SY": "IQ"}.get(home or "")
    held = thread.place.scope if thread.place is not None else None
    return home if far is not None and held == far and slots.basis.get("actor") == "stated" else None


def _home_of_named(setting: Setting) -> str | None:
    """The one country in which all local forces that the sentence names work."""
    homes = {
        actors()[part.whom].home
        for part in setting.parts
        if setting.start <= part.start < setting.end
        and part.whom in actors()
        and actors()[part.whom].side in ("iraq", "sdf", "syria")
        and part.cls == "forces"
    }
    return next(iter(homes)) if len(homes) == 1 else None


def _when(count: Count, setting: Setting, thread: Thread, slots: Slots) -> None:
    moment = moment_of(setting.page, count, setting.counts, setting.moments, setting.start, setting.end)
    if moment is not None and moment.period is not None:
        slots.apart = of_another(setting.page, moment)
        slots.set(
            "period",
            _opened(moment.period, thread),
            "resolved" if moment.period.basis.startswith("resolved") else "stated",
            "date-in-sentence",
        )
    elif _again(moment) and (near := _stretch_near(thread)) is not None:
        slots.set("period", near, "carried", "same-period")
    elif moment is None and changed_to(setting.page, count, setting.counts) and thread.before is not None:
        slots.set("period", _up_to_saying(thread.before, setting), "carried", "changed-to-now")
    elif moment is None and (told := _told_on(setting, thread)) is not None:
        slots.set("period", told, "inferred", "day-of-statement")
    elif moment is None and (again := _told_before(count, thread)) is not None:
        slots.set("period", again, "carried", "period-of-repeated-figure")
    elif moment is None and (held := thread.line_period or thread.period) is not None:
        slots.set("period", _up_to_saying(held, setting), "carried", "period-carried")


def _stretch_near(thread: Thread) -> Period | None:
    """The stretch that the line is about, else the report."""
    near = thread.line_period
    return near if near is not None and near.start != near.end else thread.main_period or thread.period


def _told_before(count: Count, thread: Thread) -> Period | None:
    """The period of a number that is repeated, if it is too big to be another of the same size."""
    measure, low = count.measure or "", count.low
    seen = thread.seen.get((measure, low, count.high)) or thread.seen.get((measure, low, low))
    return seen[1] if seen is not None and (low or 0) >= _FEW else None


def _up_to_saying(period: Period, setting: Setting) -> Period:
    """ "The observatory said on Sunday that 40 had died": a stretch that runs on counts up to the day it was said."""
    told = next((m.period for m in setting.moments if m.saying and m.mention.shape == "day" and m.period), None)
    if told is None or told.end is None or period.start is None or period.end is None:
        return period
    named = period.start.day == (period.end + timedelta(days=1)).day == 1  # whole months, whenever it was said
    inside = period.start < told.end < period.end and not named
    return replace(period, end=told.end, basis="resolved: up to the day it was said") if inside else period


def _again(moment: Moment | None) -> bool:
    """ "في الفترة ذاتها", "في الشهرين": points back to the time that the report speaks of."""
    return moment is not None and moment.period is None and moment.mention.shape in ("relative", "past")


def _told_on(setting: Setting, thread: Thread) -> Period | None:
    """ "On Sunday, the ministry said that it had arrested seven": told on a day of its own."""
    held = thread.line_period or thread.period
    told = [m.period for m in setting.moments if m.saying and m.period is not None and m.start <= setting.start + 2]
    if not told or thread.line_period is not None:
        return None
    return told[0] if thread.started and (held is None or held.start == held.end) else None


def _opened(period: Period, thread: Thread) -> Period:
    """ "by the end of November": the start is that of the stretch the report speaks of."""
    before = thread.line_period or thread.period
    if (
        period.start is not None
        or before is None
        or before.start is None
        or period.end is None
        or period.basis == AS_OF
        or before.start > period.end
    ):
        return period
    return Period(before.start, period.end, period.as_written, period.basis + "; start carried")
