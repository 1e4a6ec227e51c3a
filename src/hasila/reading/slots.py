"""The slots of one figure: who, against whom, with whom, where, when, and who says so, each with what it rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hasila.lexicon.markers import markers, with_and
from hasila.model import Period
from hasila.reading.actor import actor_slot
from hasila.reading.again import of_same_day
from hasila.reading.asidedays import of_cause, of_day_before, of_somebody, told_early
from hasila.reading.backreferences import looks_back
from hasila.reading.beforehand import CAME_BEFORE, came_before, days_after, eve_of, told_as_earlier
from hasila.reading.cast import ISIS
from hasila.reading.company import mode_slots
from hasila.reading.contrasts import aside_in_brackets, compared_with, of_month_before
from hasila.reading.count import EVENTS
from hasila.reading.counts import Count
from hasila.reading.dating import changed_from, moment_of, names_event, of_another, told_after
from hasila.reading.eventyears import of_event_year
from hasila.reading.groups import group_of
from hasila.reading.laterwords import told_by_another
from hasila.reading.loosetimes import LEFT_OPEN, SO_LONG, only_so_long, so_long_behind, told_loosely
from hasila.reading.moment import Moment
from hasila.reading.outgrown import give_way_to_larger
from hasila.reading.outsiders import OUTSIDER, silent
from hasila.reading.page import Page
from hasila.reading.placing import place_slot
from hasila.reading.setting import Setting, Slots
from hasila.reading.target import struck_group, target_slot
from hasila.reading.tellers import last_teller, own_teller, told_by
from hasila.reading.thread import Thread
from hasila.reading.victims import victim
from hasila.reading.when import AS_OF
from hasila.values.days import add_months

_FEW = 10


def fill(count: Count, setting: Setting, thread: Thread) -> Slots:
    """Fill the slots of a bound count from its sentence, and from the thread what the sentence leaves out."""
    slots = Slots()
    _attribution(count, setting, thread, slots)
    group = group_of(count, setting, thread) or struck_group(count, setting)
    victim(count, setting, thread, group, slots)
    actor_slot(count, setting, thread, group, slots)
    if slots.basis.get("attribution") == "carried" and not setting.scene.claims:
        slots.set("attribution", own_teller(thread, slots.actor, slots.attribution), "carried", "own-deeds")
    target_slot(count, setting, thread, group, slots)
    _not_of_itself(slots)
    place_slot(count, setting, thread, slots)
    mode_slots(count, setting, thread, slots)
    _when(count, setting, thread, slots)
    give_way_to_larger(count, setting, thread, slots)
    return slots


def _attribution(count: Count, setting: Setting, thread: Thread, slots: Slots) -> None:
    if silent(setting.scene, thread, count.start):
        slots.reasons.append(OUTSIDER)
        return
    if not setting.scene.claims:
        slots.set("attribution", last_teller(thread), "carried", "claimant-carried")
        return
    own = next((whom for at, whom, accord in setting.scene.claims if accord and at == count.end), None)
    if own is not None:
        slots.set("attribution", own, "stated", "according-to")
        return
    before = [
        (at, whom) for at, whom, _ in setting.scene.claims if at < count.start and told_by(setting.page, at, count)
    ]
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
        and setting.page.form[setting.scene.claims[0][0]] < "\u0590"
    ):
        slots.set("attribution", setting.scene.claims[0][1], "stated", "said-by-after")
    else:
        slots.set("attribution", last_teller(thread), "carried", "claimant-carried")


def _not_of_itself(slots: Slots) -> None:
    """ "ISIS claimed the attack. The army then killed five of its men": it told of the one, not of the other."""
    if slots.attribution == slots.target == ISIS != slots.actor and slots.basis.get("attribution") == "carried":
        slots.attribution = None
        slots.basis.pop("attribution")


def _when(count: Count, setting: Setting, thread: Thread, slots: Slots) -> None:
    moment = moment_of(setting.page, count, setting.counts, setting.moments, setting.start, setting.end)
    moment = moment or so_long_behind(setting.page, count, setting.moments)
    before = came_before(setting.page, setting.start, count.start)
    if days_after(setting.page, setting.start, count.start):
        before, moment = True, moment if moment is not None and moment.start > count.start else None
    if moment is not None and moment.period is not None:
        before_it = of_somebody(setting.page, count) or of_day_before(setting.page, setting.moments, count)
        slots.apart = (of_another(setting.page, moment) or before_it) or (
            thread.started and (names_event(setting.page, moment) or _before_that(count, moment, setting, thread))
        )
        slots.answered = of_cause(setting.page, moment)
        thread.recalls = thread.recalls or (slots.apart and _deed_recalled(count, setting))
        slots.apart = slots.apart or told_as_earlier(setting.page, setting.start, moment, thread.period)
        slots.apart = slots.apart or slots.answered
        slots.compared = _compared(count, moment, setting, thread) or aside_in_brackets(setting.page, count)
        slots.set(
            "period",
            _year_before(count, moment, setting, thread)
            or _when_found(count, moment, setting, thread)
            or _opened(moment.period, thread),
            "resolved" if moment.period.basis.startswith("resolved") else "stated",
            DAY_FOUND if _found(count, setting.page) else "date-in-sentence",
        )
        slots.apart = slots.apart or before
    elif before and moment is None:
        slots.apart = True
        eve = eve_of(setting.page, setting.start, count.start, thread.period)
        slots.set("period", eve, "resolved", "eve-of-report")
        slots.reasons.append(CAME_BEFORE)
    elif moment is not None and _again(moment) and (near := _near(moment, thread)) is not None:
        slots.set("period", near, "carried", "same-period")
    elif only_so_long(moment) or _from_unknown(moment):
        slots.reasons.extend([SO_LONG, CAME_BEFORE] if _long_ago(moment) else [SO_LONG])
    elif _rough(moment) or (moment is None and thread.started and told_loosely(setting.page, count, setting.start)):
        slots.reasons.append(f"period:{LEFT_OPEN}")
    elif moment is None and changed_from(setting.page, count, setting.counts) and thread.before is not None:
        slots.set("period", _up_to_saying(thread.before, setting), "carried", "changed-to-now")
    elif moment is None and thread.compared is not None and _gave_way(count, setting):
        slots.set("period", thread.compared, "carried", "changed-from-then")
    elif moment is None and (told := _told_on(count, setting, thread)) is not None:
        slots.set("period", told, "inferred", "day-of-statement")
    elif moment is None and (told := _told_too_early(count, setting, thread)) is not None:
        slots.apart = True
        slots.set("period", told, "resolved", "day-of-statement")
    elif moment is None and (again := _told_before(count, thread)) is not None:
        slots.set("period", again, "carried", "period-of-repeated-figure")
    elif moment is None and (held := thread.line_period or thread.period) is not None:
        slots.set("period", _up_to_saying(held, setting), "carried", "period-carried")


def _compared(count: Count, moment: Moment, setting: Setting, thread: Thread) -> bool:
    """Whether a time is only set beside that of the report."""
    return (
        "compared" in count.rules
        or compared_with(setting.page, moment)
        or of_month_before(setting.page, moment, count, thread.main_period)
        or told_after(setting.page, count)
        or (thread.started and looks_back(moment))
        or setting.page.form[moment.end : moment.end + 1] == [_ALONE]
        or of_event_year(moment.mention)
    )


_ALONE = "alone"  # "on January 24 alone": one day of those that the report is about


def _gave_way(count: Count, setting: Setting) -> bool:
    """ "Operations dropped to 20 in July from 37 in June. In Syria they rose from seven to 11": seven is of June."""
    others = (other for other in setting.counts if other.start > count.start)
    return any(count in changed_from(setting.page, other, setting.counts) for other in others)


def _before_that(count: Count, moment: Moment, setting: Setting, thread: Thread) -> bool:
    """ "وكان ثلاثة قد قتلوا الخميس الماضي", "وكان نحو 888 شخصا قد قتلوا في نوفمبر": the time of something that came
    before what the report is about."""
    told, held, form = moment.period, thread.period, setting.page.form
    if told is None or held is None or told.end is None or held.start is None or form[setting.start] not in _HAD_BEEN:
        return False
    if told.start is not None and told.start < held.start and _deed_recalled(count, setting):
        return True
    days = told.start == told.end and held.start == held.end
    stretches = told.start != told.end and held.start != held.end and count.start - setting.start <= _SUBJECT
    return (days or stretches) and told.end < held.start


def _deed_recalled(count: Count, setting: Setting) -> bool:
    """ "وكانت قوات الجيش قتلت 40 منهم الأسبوع الماضي": a deed of an earlier time, and no earlier statement, which the
    report would go on with."""
    if setting.page.form[setting.start] < "\u0590" or setting.page.form[setting.start] not in _HAD_BEEN:
        return False
    return not any(at < count.start and not accord for at, _, accord in setting.scene.claims)


_SUBJECT = 3
_HAD_BEEN = with_and(markers("had-been"))


def _year_before(count: Count, moment: Moment, setting: Setting, thread: Thread) -> Period | None:
    """ "48 operations in June, down from 60 a year earlier": what a month is compared with is that month of the year
    before, not the whole year."""
    span, period = moment.mention.span, moment.period
    if "compared" not in count.rules or span is None or (span.unit, span.toward) != ("year", "earlier") or not period:
        return None
    told = [m.period for m in setting.moments if m.end <= count.start and m.period is not None and not m.saying]
    about = told[-1] if told else thread.line_period or thread.period
    if about is None or about.start is None or about.end is None or period.start is None:
        return None
    back = 12 * (period.start.year - about.end.year)
    days = add_months(about.start, back), add_months(about.end, back)
    return Period(*days, period.as_written, "resolved: the same days of another year")


def _near(moment: Moment, thread: Thread) -> Period | None:
    """ "في اليوم ذاته": the day that was told last; "في الفترة ذاتها": the stretch."""
    day = thread.line_period or thread.period
    if of_same_day(moment.mention) and day is not None and day.start == day.end:
        return day
    return _stretch_near(thread)


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


def _rough(moment: Moment | None) -> bool:
    """ "Strikes in late October": days that nobody names."""
    return moment is not None and moment.period is None and moment.mention.shape == "part"


def _again(moment: Moment | None) -> bool:
    """ "في الفترة ذاتها", "في الشهرين": points back to the time that the report speaks of."""
    open_ = moment is not None and moment.period is None and moment.mention.shape in ("relative", "past")
    return open_ and not _from_unknown(moment)


def _from_unknown(moment: Moment | None) -> bool:
    """ "The next day", "a month ago", where nobody knows of what: neither the stretch nor the day of the report."""
    span = moment.mention.span if moment is not None and moment.period is None else None
    return span is not None and span.toward in _COUNTED


def _long_ago(moment: Moment | None) -> bool:
    """ "A month ago": not when the event of the report was."""
    span = moment.mention.span if moment is not None else None
    return span is not None and span.toward == "ago"


_COUNTED = ("later", "earlier", "after", "before", "ago")


_OPENS = 3  # "Earlier, on October 1"


def _told_on(count: Count, setting: Setting, thread: Thread) -> Period | None:
    """ "On Sunday, the ministry said that it had arrested seven": told on a day of its own."""
    if thread.line_period is not None or not thread.started:
        return None
    held = thread.period
    if held is not None and held.start != held.end:
        return told_by_another(count.start, setting, thread, held)
    told = [
        m.period for m in setting.moments if m.saying and m.period is not None and m.start <= setting.start + _OPENS
    ]
    if not told:
        return None
    return None if held is not None and _of_same_event(count, setting) else told[0]


def _told_too_early(count: Count, setting: Setting, thread: Thread) -> Period | None:
    """ "قتل تسعة اليوم. وكان ناشطون قد وثقوا أمس 16 غارة": what was told before the day that the report speaks of is no
    event of that day."""
    before = [moment for moment in setting.moments if moment.end <= count.start]
    return told_early(thread.line_period or thread.period, before)


def _of_same_event(count: Count, setting: Setting) -> bool:
    """ "وقال الخميس إن التفجيرين أديا إلى مقتل مئة": a count of the event told before, whenever it was said."""
    page = setting.page
    last = count.end if count.measure in EVENTS else count.start  # "الضربات الأربع"
    events = (at for at in page.of_kind("event", setting.start, last) if page.lex[at].article)
    if last > count.start and count.noun_at is not None and page.lex[count.noun_at].article:
        return True
    return any((noun := page.noun(at)) is not None and noun.number in _SINGLE for at in events)


_SINGLE = frozenset({"one", "dual", "dual?"})


def _when_found(count: Count, moment: Moment, setting: Setting, thread: Thread) -> Period | None:
    """ "وعثرت صباح اليوم على أربع جثث": the dead are of the day of the event before, not of that on which they were
    found."""
    event, found = thread.line_period or thread.period, moment.period
    if event is None or found is None or not _found(count, setting.page):
        return None
    if event.start is None or found.start is None:
        return None
    soon = event.start == event.end and 0 < (found.start - event.start).days <= _SOON
    return event if soon else None


def _found(count: Count, page: Page) -> bool:
    """ "discovered the bodies of five", "عثرت على أربع جثث": dead who were found, whenever they died."""
    near = page.has(_FINDS, count.start - _REACH, count.start)
    if not near or count.noun_at is None:
        return False
    return page.form[count.noun_at] in _BODIES or page.has(_BODIES, count.start - _OF, count.start)


DAY_FOUND = "day-found"
_OF = 4
_BODIES = frozenset({"جثه", "جثث", "جثامين", "جثتين", "جثتان"}) | markers("body")
_FINDS = markers("finds")
_REACH = 8
_SOON = 3


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
