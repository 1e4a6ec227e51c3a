"""Stretches whose first day stands elsewhere: "منذ انطلاقها" covers what followed the day on which the report lets a
campaign begin, "منذ ذلك الحين" what followed the day told last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from operator import attrgetter

from hasila.lexicon.markers import markers
from hasila.model import Period
from hasila.reading.campaigndays import counted_from, is_of_campaign, since_begun
from hasila.reading.campaigns import opens_stretch
from hasila.reading.moment import Moment
from hasila.reading.page import Page
from hasila.values.dates import DateMention
from hasila.values.numbers import read_number
from hasila.values.periods import Duration, Stretch, Unit

_SINCE = markers("since")
_LAUNCH = markers("its-launch")
_LAUNCH_OF = markers("launch-of")
_CAMPAIGN = markers("campaign-word")
_FIGHTING = markers("fighting-begun")
_BEGIN = markers("begin-verb")
_LAUNCHED = Stretch(ref="the", of="period")
SINCE_THEN = "stated: since the day told last"
_THEN = Stretch(ref="prev")
_ATTACKED = Stretch(ref="last")
_ATTACK = markers("attack-told")
_RAIDED = markers("event-verb")
_STOPS = frozenset({".", "\n"})
_THAT = markers("that-word")
_MOMENT = markers("moment-word")
_START = attrgetter("start")


def with_launches(page: Page) -> list[DateMention]:
    """The dates of a text, with "since its launch" and "منذ بدء الحملة" where no date follows."""
    found = []
    for at in page.where(_SINCE):
        if at not in page.dated and (end := _launch(page, at + 1)):
            found.append(DateMention(at, end, "since", True, _LAUNCHED))
        elif at not in page.dated and (end := _then(page, at + 1)):
            found.append(DateMention(at, end, "since", True, _THEN))
        elif at not in page.dated and (length := _so_long(page, at)):
            found.append(length)
        elif at not in page.dated and _attack(page, at + 1):
            found.append(DateMention(at, at + 3, "since", True, _ATTACKED))
    return sorted([*page.dates, *found], key=_START) if found else page.dates


def _launch(page: Page, at: int) -> int:
    """Where the words of a launch end; 0 where none stand here."""
    at += page.form[at : at + 1] == ["ان"]  # "منذ أن انطلقت"
    words = page.form[at : at + 2]
    if words and words[0] in _LAUNCH:
        return at + 1
    if words and words[0] < "\u0590":
        return since_begun(page.form, page.dated, at)
    return at + 2 if len(words) > 1 and words[0] in _LAUNCH_OF and words[1] in _CAMPAIGN | _FIGHTING else 0


def _attack(page: Page, at: int) -> bool:
    """ "Since the attack": the one that was told of, and not "since the attack of May 4"."""
    words = page.form[at : at + 4]
    dated = not page.dated.isdisjoint(range(at + 2, at + 4))
    return words[:1] == ["the"] and len(words) > 1 and words[1] in _ATTACK and not dated


def _then(page: Page, at: int) -> int:
    """Where "that time" ends; 0 where it doesn't stand here: "منذ ذلك الحين", "since then"."""
    words = page.form[at : at + 2]
    if words[:1] == ["then"]:
        return at + 1
    return at + 2 if len(words) > 1 and words[0] in _THAT and words[1] in _MOMENT else 0


def _so_long(page: Page, since: int) -> DateMention | None:
    """ "25,000 had fallen in the 11 months since he took over": so long a time, up to the day on which it was said."""
    unit = _UNITS.get(page.form[since - 1]) if since > 2 else None
    if unit is None:
        return None
    for start in (since - 2, since - 3):
        number = read_number(page.form, start)
        lead = start - 1 - (page.before(start) == "the")
        if number is not None and number.end == since - 1 and page.form[lead] in _WITHIN:
            return DateMention(start, since, "past", True, span=Duration(number.low, unit, "past"))
    return None


_WITHIN = frozenset({"in", "over", "during"})
_UNITS: dict[str, Unit] = {"days": "day", "weeks": "week", "months": "month", "years": "year"}


def of_launch(mention: DateMention) -> bool:
    """Whether the first day of a date stands elsewhere: that of a launch, or "since then"."""
    return mention.first is _LAUNCHED or mention.first is _THEN or mention.first is _ATTACKED


def since_so_long(page: Page, mention: DateMention, period: Period, told: date | None) -> Period | None:
    """ "أعلنت السبت انتهاء الحملة بعد 24 يوماً من انطلاقها": all the days from the launch to the one that is told of."""
    after = (
        mention.span is not None
        and mention.span.toward == "after"
        and page.form[mention.end : mention.end + 1] == ["من"]
    )
    if not after or not _launch(page, mention.end + 1) or told is None or period.start is None or told <= period.start:
        return None
    return replace(period, end=told)


def from_launches(page: Page, found: list[Moment]) -> list[Moment]:
    """The same moments, those "since the launch" counted from the day that the report gives to one."""
    told = [at for at, moment in enumerate(found) if of_launch(moment.mention) and moment.period is not None]
    if not told and not any(is_of_campaign(moment.mention) for moment in found):
        return found
    found = _since_attack(page, _since_then(found))
    told = [at for at, moment in enumerate(found) if moment.mention.first is _LAUNCHED and moment.period is not None]
    opened = [(m.start, m.period.start) for m in found if m.period is not None and _opens(page, m)]
    found = [counted_from(moment, opened) for moment in found]
    for at in told:
        moment = found[at]
        before = (day for start, day in reversed(opened) if start < moment.start)
        day = next(before, None) or next((day for _, day in opened), None)
        last = moment.period.end if moment.period is not None else None
        fits = moment.period is not None and day is not None and last is not None and day <= last
        found[at] = replace(moment, period=replace(moment.period, start=day) if fits and moment.period else None)
    return found


def _since_then(found: list[Moment]) -> list[Moment]:
    """The same moments, "since then" counted from the day told last; it tells nothing where there is none."""
    kept: list[Moment] = []
    for moment in found:
        last = next((m.period for m in reversed(kept) if m.period is not None and not m.saying), None)
        if moment.mention.first is not _THEN:
            kept.append(moment)
        elif moment.period is not None and last is not None and _precedes(last, moment.period):
            kept.append(replace(moment, period=replace(moment.period, start=last.start, basis=SINCE_THEN)))
    return kept


def _since_attack(page: Page, found: list[Moment]) -> list[Moment]:
    """The same moments, "since the attack" counted from the last day on which one was told of."""
    kept: list[Moment] = []
    for moment in found:
        if moment.mention.first is not _ATTACKED or moment.period is None:
            kept.append(moment)
            continue
        days = (m.period for m in reversed(kept) if m.mention.shape == "day" and not m.saying and _of_attack(page, m))
        day = next((day for day in days if day is not None), None)
        if day is not None and _precedes(day, moment.period):
            kept.append(replace(moment, period=replace(moment.period, start=day.start, basis=SINCE_THEN)))
    return kept


def _of_attack(page: Page, moment: Moment) -> bool:
    """Whether the sentence of a day tells of an attack."""
    left = next((k for k in range(moment.start, -1, -1) if page.form[k] in _STOPS), -1)
    right = next((k for k in range(moment.end, len(page.form)) if page.form[k] in _STOPS), len(page.form))
    return page.has(_ATTACK | _RAIDED, left + 1, right)


def _precedes(first: Period, last: Period) -> bool:
    return first.start is not None and last.end is not None and first.start <= last.end


def _opens(page: Page, moment: Moment) -> bool:
    """Whether a date is that of a beginning: "began on 24 August", "since its launch in 2014",
    "منذ أن بدأت في 9 أيار", "منذ 9 أيار حين بدأت الحملة"."""
    if moment.mention.shape == "since":
        stop = page.first(_STOPS, moment.end, moment.end + _WHEN)
        return page.has(_LAUNCH | _LAUNCH_OF | _BEGIN, moment.start + 1, moment.end + _WHEN if stop is None else stop)
    return opens_stretch(page, moment.mention)


def begun_on(moment: Moment, found: list[Moment]) -> Moment | None:
    """ "since late August", where the report tells on which day of it: "since August 29"."""
    rough = moment.opening
    if moment.mention.shape != "since" or rough is None or rough.start is None or rough.end is None:
        return None
    if not 0 < (rough.end - rough.start).days <= _MONTH:
        return None
    days = (m for m in found if m.opening is not None and m.period is not None and m.opening.start == m.opening.end)
    within = (m for m in days if m.opening and m.opening.start and rough.start <= m.opening.start <= rough.end)
    return next(within, None)


_MONTH = 31
_WHEN = 3
