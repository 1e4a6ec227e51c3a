"""Phases of campaigns, each told in one sentence: "the first began on March 28, 2021 ... and ended on April 2"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from hasila.lexicon.markers import markers
from hasila.model import Period
from hasila.reading.campaigns import closes_stretch, opens_stretch
from hasila.reading.moment import Moment
from hasila.reading.page import Page
from hasila.values.dates import DateMention

_STOPS = frozenset({".", "\n", "؛", ";"})
_BEGIN = markers("begin-verb")
_BASIS = "resolved: from the day it began to the day it ended"


def phases(page: Page, found: list[Moment], published: date | None) -> list[Moment]:
    """The same moments, each day on which a phase began or ended now of all its days."""
    if not page.where(_BEGIN_GLUED):
        return found
    kept = list(found)
    for at, (first, last) in enumerate(pairwise(found)):
        if not (_opens(page, first) and _closes(page, last)) or page.has(_STOPS, first.end, last.start):
            continue
        days = _from_to(first, last)
        if days is not None and (published is None or days.end is None or days.end <= published):
            kept[at], kept[at + 1] = replace(first, period=days), replace(last, period=days)
    return kept


def _opens(page: Page, moment: Moment) -> bool:
    return moment.mention.shape == "day" and opens_stretch(page, moment.mention)


def _closes(page: Page, moment: Moment) -> bool:
    shape = moment.mention.shape
    return shape == "until" or (shape == "day" and closes_stretch(page, moment.mention))


def _from_to(first: Moment, last: Moment) -> Period | None:
    """From the first day to the last, which is of the same year or the next where none is named."""
    if first.period is None or last.period is None or first.period.start is None or last.period.end is None:
        return None
    start, end = first.period.start, last.period.end
    if not _dated(last.mention) and (shifted := _next_such_day(start, end)) is not None:
        end = shifted
    return Period(start, end, first.period.as_written, _BASIS) if start <= end else None


def _dated(mention: DateMention) -> bool:
    """Whether a date settles its year itself: "April 2, 2021", "today", "on Friday"."""
    stretch = mention.first
    return stretch is None or stretch.month is None or stretch.year is not None


def _next_such_day(start: date, day: date) -> date | None:
    """The first day of that name on or after another."""
    for year in (start.year, start.year + 1):
        try:
            moved = day.replace(year=year)
        except ValueError:  # the 29th of February
            continue
        if moved >= start:
            return moved
    return None


_BEGIN_GLUED = frozenset({clitic + form for form in _BEGIN for clitic in ("", "و", "ف")})
