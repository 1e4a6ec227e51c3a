"""The days that a report gives to the events which it names with a date: "the March 9 raid"."""

from __future__ import annotations

from collections import defaultdict

from hasila.model import Period
from hasila.reading.moment import Moment
from hasila.reading.page import Page


def days_of_events(page: Page, found: list[Moment]) -> dict[str | None, list[Period]]:
    """ "Four died in last month's raid ... The March 9 raid": the days of the events, by their name."""
    days: dict[str | None, list[Period]] = defaultdict(list)
    for moment in found:
        if moment.mention.shape != "day" or moment.saying or moment.period is None:
            continue
        if (event := event_named(page, moment)) is not None:
            days[event].append(moment.period)
    return days


def event_named(page: Page, moment: Moment) -> str | None:
    """The one event that a date names: "last month's raid", "the March 9 raid"."""
    noun = page.noun(moment.end) if moment.end < len(page.form) else None
    one = noun is not None and noun.kind == "event" and noun.number == "one"
    return page.form[moment.end] if one else None


def begins_in(period: Period, month: Period) -> bool:
    """Whether a period begins within another one."""
    return None not in (period.start, month.start, month.end) and month.start <= period.start <= month.end  # type: ignore[operator]
