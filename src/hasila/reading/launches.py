"""Campaigns told without their day: "منذ انطلاقها" covers what followed the day on which the report lets it begin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from operator import attrgetter

from hasila.lexicon.markers import markers
from hasila.model import Period
from hasila.reading.campaigns import opens_stretch
from hasila.reading.moment import Moment
from hasila.reading.page import Page
from hasila.values.dates import DateMention
from hasila.values.periods import Stretch

_SINCE = markers("since")
_LAUNCH = markers("its-launch")
_LAUNCH_OF = markers("launch-of")
_CAMPAIGN = markers("campaign-word")
_LAUNCHED = Stretch(ref="the", of="period")
_START = attrgetter("start")


def with_launches(page: Page) -> list[DateMention]:
    """The dates of a text, with "since its launch" and "منذ بدء الحملة" where no date follows."""
    found = [
        DateMention(at, end, "since", True, _LAUNCHED)
        for at in page.where(_SINCE)
        if at not in page.dated and (end := _launch(page, at + 1))
    ]
    return sorted([*page.dates, *found], key=_START) if found else page.dates


def _launch(page: Page, at: int) -> int:
    """Where the words of a launch end; 0 where none stand here."""
    words = page.form[at : at + 2]
    if words and words[0] in _LAUNCH:
        return at + 1
    return at + 2 if len(words) > 1 and words[0] in _LAUNCH_OF and words[1] in _CAMPAIGN else 0


def of_launch(mention: DateMention) -> bool:
    """Whether a date is only that of a launch."""
    return mention.first is _LAUNCHED


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
    if not told:
        return found
    opened = [(m.start, m.period.start) for m in found if m.period is not None and _opens(page, m)]
    for at in told:
        moment = found[at]
        before = (day for start, day in reversed(opened) if start < moment.start)
        day = next(before, None) or next((day for _, day in opened), None)
        last = moment.period.end if moment.period is not None else None
        fits = moment.period is not None and day is not None and last is not None and day <= last
        found[at] = replace(moment, period=replace(moment.period, start=day) if fits and moment.period else None)
    return found


def _opens(page: Page, moment: Moment) -> bool:
    """Whether a date is that of a beginning: "began on 24 August", "since its launch in 2014"."""
    if moment.mention.shape == "since":
        return page.form[moment.start + 1] in _LAUNCH | _LAUNCH_OF
    return opens_stretch(page, moment.mention)
