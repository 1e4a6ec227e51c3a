"""The days that a report gives to the events which it names with a date: "the March 9 raid"."""

from __future__ import annotations

from collections import defaultdict

from hasila.lexicon.markers import markers
from hasila.model import Period
from hasila.reading.governors import COMMA
from hasila.reading.moment import Moment
from hasila.reading.page import Page
from hasila.values.dates import DateMention


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
    if _is_one(page, moment.end):
        return page.form[moment.end]
    if moment.mention.shape != "month" or page.form[moment.start] >= "\u0590":
        return None
    return _before_month(page, moment)


def _before_month(page: Page, moment: Moment) -> str | None:
    """ "killed in a joint raid in western Iraq last month": the event whose place alone parts it from its month."""
    for at in range(moment.start - 1, max(0, moment.start - _REACH), -1):
        if _is_one(page, at):
            return page.form[at]
        if at not in page.inside and page.form[at] not in _LEADS:
            return None
    return None


_REACH = 9
_LEADS = markers("direction") | markers("kind-of-place") | frozenset({"in", "on", "near", "of", "the", "early", "late"})


def _is_one(page: Page, at: int) -> bool:
    noun = page.noun(at) if at < len(page.form) else None
    return noun is not None and noun.kind == "event" and noun.number == "one"


def of_one_event(page: Page, mention: DateMention) -> bool:
    """ "denied a role in a May 26 operation", "the Dec. 13 ambush", "رداً على هجوم 13 ديسمبر": a day that tells which
    event is meant."""
    if mention.shape == "day" and page.form[mention.end - 1] >= "\u0590":
        return _answered(page, mention)
    if mention.shape != "day" or page.form[mention.start] >= "\u0590" or not _is_one(page, mention.end):
        return False
    return page.form[mention.start] in _ARTICLES or page.before(mention.start) in _ARTICLES


def _answered(page: Page, mention: DateMention) -> bool:
    """ "وجاءت العملية رداً على هجوم للتنظيم في 26 كانون الأول": the day of the event that another one answers."""
    cause = page.all(_IN_RESPONSE, mention.start - _CAUSE, mention.start)
    if not cause or page.has(_CLOSED, cause[-1], mention.start):
        return False
    between = range(cause[-1] + 1, mention.start)
    told = any(page.cue(at, "verb") == "speech" for at in between)
    return not told and any(_is_one(page, at) for at in between)


_CAUSE = 10
_CLOSED = COMMA | {".", "\n"}
_IN_RESPONSE = markers("in-response")
_ARTICLES = frozenset({"a", "an", "the"})


def begins_in(period: Period, month: Period) -> bool:
    """Whether a period begins within another one."""
    return None not in (period.start, month.start, month.end) and month.start <= period.start <= month.end  # type: ignore[operator]
