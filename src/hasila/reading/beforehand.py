"""What a report tells of as having come before its own event: "ويأتي ذلك بعد هجوم في يالوفا", "وفي وقت سابق"."""

from __future__ import annotations

from datetime import timedelta

from hasila.lexicon.markers import markers, with_and
from hasila.model import Period
from hasila.reading.governors import COMMA
from hasila.reading.moment import Moment
from hasila.reading.page import Page
from hasila.values.numbers import number_forms

CAME_BEFORE = "period:came-before"
_COMES = with_and(markers("comes-after-verb"))
_AFTER = markers("comes-after")
_EARLIER = with_and(markers("earlier-opening"))
_OPENING = 2
_SUBJECT = 5
_DEED = 5


def came_before(page: Page, start: int, count: int) -> bool:
    """ "ويأتي ذلك عقب عملية في يالوفا أسفرت عن مقتل ثلاثة": a count of what the report's event followed. What "and"
    joins behind a comma is of the report's event again: "وجاءت العملية بعد هجوم، واعتقلت القوات خمسة"."""
    verb = next((at for at in page.all(_COMES, start, start + _OPENING)), None)
    after = next((at for at in page.all(_AFTER, verb, verb + _SUBJECT)), None) if verb is not None else None
    if after is None or after >= count or not COMMA.isdisjoint(page.form[start:after]):
        return False
    if not page.dated.isdisjoint((after, after + 1)):
        return False  # "بعد يومين من تفجيرين": it is told when
    if not any(_deed(page, at) for at in range(after + 1, min(after + _DEED, count + 1))):
        return False
    return not any(page.conj[at + 1] == "و" and _deed(page, at + 1) for at in page.all(COMMA, after, count))


def eve_of(page: Page, start: int, count: int, held: Period | None) -> Period | None:
    """ "تأتي هذه الحملة غداة عملية قُتل فيها ثلاثة": the day before that of the report's event."""
    at = next(iter(page.all(_DAY_AFTER, start, count)), None)
    if at is None or held is None or held.start is None or held.start != held.end:
        return None
    day = held.start - timedelta(days=1)
    return Period(day, day, page.text(at, at + 1), "resolved: the day before")


_DAY_AFTER = frozenset({"غداه"})


def days_after(page: Page, start: int, count: int) -> bool:
    """ "Four were killed on Sunday, days after an assault left 13 dead": what had happened so many days before, nobody
    tells how many."""
    for at in page.all(_UNITS, start, count):
        told = page.form[at + 1] in ("after", "following") and at not in page.dated and page.form[at] < "\u0590"
        if told and not _numbered(page, at - 1) and COMMA.isdisjoint(page.form[at:count]):
            return any(_deed(page, k) for k in range(at + 2, count + 1))
    return False


def _numbered(page: Page, at: int) -> bool:
    return page.form[at][:1].isdigit() or page.form[at] in number_forms()


_UNITS = markers("time-units")


def _deed(page: Page, at: int) -> bool:
    """Whether a word tells of an attack, a raid or what came of one."""
    noun = page.noun(at)
    return (
        page.trigger(at) is not None or page.cue(at, "verb") is not None or (noun is not None and noun.kind == "event")
    )


def told_as_earlier(page: Page, start: int, moment: Moment, held: Period | None) -> bool:
    """ "وفي وقت سابق، تبنى التنظيم تفجيراً في أغسطس أسفر عن مقتل 13", "بعد أسبوع من هجوم أسفر عن مقتل 50": a time
    before the one that the report is about (``held``)."""
    told, span = moment.period, moment.mention.span
    if told is None or held is None or told.end is None or held.start is None or told.end >= held.start:
        return False
    if page.form[moment.start] < "\u0590":
        return False
    return page.form[start] in _EARLIER or _earlier_time(page, start) or (span is not None and span.toward == "after")


def _earlier_time(page: Page, start: int) -> bool:
    """ "وفي وقت سابق"."""
    return page.form[start : start + 3] in (["وفي", "وقت", "سابق"], ["في", "وقت", "سابق"])
