"""A stretch of time that is named once more: "in the same period", "خلال الشهر" in the tally of a month."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from datetime import date, timedelta

from hasila.lexicon.markers import markers
from hasila.model import Period
from hasila.reading.backreferences import month_just_told
from hasila.reading.mentions import of_period
from hasila.reading.moment import Moment
from hasila.reading.page import Page
from hasila.values.dates import DateMention
from hasila.values.days import add_months, month_end

_WEEK = 7


def same_stretch(page: Page, mention: DateMention, found: list[Moment], published: date | None) -> Period | None:
    """ "in the same period", "في تلك المدة": the stretch last spoken of, if that was in this sentence or the two
    before. From one date to another is a period sooner than a month that only has its name."""
    if (month := month_just_told(mention, found, published)) is not None:
        return month
    if _whole(page, mention):
        about = (m for m in reversed(found) if not _compared(page, m))
        told = next((m.period for m in about if m.period and _as_long(m.period, mention)), None)
        return told or _closing(page, mention, published)
    if _that_day(mention):
        days = (m.period for m in reversed(found) if m.mention.shape == "day" and m.period and not m.saying)
        return next(days, None)
    here = bisect_right(page.sentences, (mention.start, len(page.form))) - 1
    floor = page.sentences[max(here - 2, 0)][0]
    if of_same_day(mention):
        near = [m for m in reversed(found) if m.start >= floor and m.period and _one_day(m)]
        begun = page.sentences[here][0]  # "said Monday that its aircraft had killed 12 that day"
        return next((m.period for m in near if not m.saying or m.start >= begun), None)
    if not of_period(mention):
        return None
    near = [m for m in reversed(found) if m.start >= floor and m.mention.is_period and m.period and not m.saying]
    near.sort(key=lambda moment: moment.mention.shape in ("month", "year"))
    return near[0].period if near else None


def as_in_body(found: list[Moment], told: list[Moment]) -> list[Moment]:
    """ "52 قتيلاً في أسبوع" above a story that tells which week: so long a time as the text names; "17 killed in the
    last two weeks": up to the day on which it was said."""
    return [replace(m, period=_named_there(m.mention, told) or _up_to_then(m, told) or m.period) for m in found]


def _up_to_then(moment: Moment, told: list[Moment]) -> Period | None:
    """The period of the same stretch up to now in the text, which tells on which day it was said."""
    mention = moment.mention
    if moment.period is None or moment.period.end is None or not (mention.shape == "past" or mention.so_far):
        return None
    alike = (m.period for m in told if _said_alike(m.mention, mention) and m.period and not m.saying)
    return next((p for p in alike if p.end is not None and 0 <= (moment.period.end - p.end).days <= _DAYS), None)


def _said_alike(mention: DateMention, other: DateMention) -> bool:
    parts = (mention.shape, mention.span, mention.so_far, mention.first)
    return parts == (other.shape, other.span, other.so_far, other.first)


_DAYS = 3


def _named_there(mention: DateMention, told: list[Moment]) -> Period | None:
    if mention.span is None or mention.span.toward != "bare":
        return None
    named = [m for m in told if m.mention.is_period and m.period and not m.saying]
    alike = (m.period for m in named if m.period and (_as_long(m.period, mention) or _so_much_past(m.mention, mention)))
    return next(alike, None)


def _so_much_past(told: DateMention, mention: DateMention) -> bool:
    """ "over the past month" in the text of "ten killed in a month"."""
    if told.shape != "past" or told.span is None or mention.span is None or told.span.toward == "bare":
        return False
    return (told.span.unit, told.span.count) == (mention.span.unit, mention.span.count)


def _that_day(mention: DateMention) -> bool:
    """ "وقالت يومها": the day named last, in one word."""
    return mention.end - mention.start == 1 and mention.first is not None and mention.first.ref == "same"


def of_same_day(mention: DateMention) -> bool:
    """ "On the same day", "في نفس اليوم": the day named last."""
    first = mention.first
    return mention.shape == "relative" and not mention.is_period and first is not None and first.ref == "same"


def _one_day(moment: Moment) -> bool:
    return moment.period is not None and moment.period.start == moment.period.end


def past_stretch(mention: DateMention, period: Period, found: list[Moment]) -> Period | None:
    """ "حصيلة النصف الأول ... خلال الأشهر الستة الماضية": so many past months are those that the report is about, if it
    came out soon after."""
    if mention.span is None or mention.span.unit != "month" or mention.span.toward == "bare" or period.end is None:
        return None
    named = (m for m in reversed(found) if m.mention.is_period and m.period and _as_long(m.period, mention))
    told = next((m.period for m in named if not _only_last(m.mention)), None)
    near = told is not None and told.end is not None and 0 <= (period.end - told.end).days < _MONTH
    return told if near else None


_MONTH = 31


def _only_last(mention: DateMention) -> bool:
    """ "retook the port last month": when something was, not what the report covers."""
    return mention.first is not None and mention.first.ref == "last"


def _whole(page: Page, mention: DateMention) -> bool:
    """ "بلغت في الشهرين 16 عملية", "خلال الأسبوع": so many weeks or months with the article are those named before."""
    span = mention.span
    definite = page.lex[mention.start].article or page.form[mention.start] == "the"  # "throughout the year"
    if span is None or span.toward != "bare" or not definite:
        return False
    return span.unit in ("week", "month", "year")


def _compared(page: Page, moment: Moment) -> bool:
    """ "أكثر بقليل من حزيران", "مقابل 15 في حزيران": a time that the one of the report is compared with."""
    near = page.form[max(0, moment.start - _NEAR) : moment.start]
    return (near[-1:] == ["من"] and not _ELATIVE.isdisjoint(near)) or not _AGAINST.isdisjoint(near)


_NEAR = 4
_AGAINST = frozenset({"مقابل", "مقارنه"})
_ELATIVE = markers("elative") | markers("superlative") | {"اقل"}


def _as_long(period: Period, mention: DateMention) -> bool:
    """Whether a stretch has the length that is named: so many whole months or years, or of days."""
    if period.start is None or period.end is None or mention.span is None or mention.span.count is None:
        return False
    if mention.span.unit in ("day", "week"):
        days = mention.span.count * (_WEEK if mention.span.unit == "week" else 1)
        return (period.end - period.start).days in (days - 1, days)
    months = mention.span.count * (12 if mention.span.unit == "year" else 1)
    return add_months(period.start, months) == period.end + timedelta(days=1)


def _closing(page: Page, mention: DateMention, published: date | None) -> Period | None:
    """ "عملياتنا خلال العام", told in its last days: the year or month that is about to end."""
    span = mention.span
    if span is None or span.count != 1 or published is None or span.unit == "week":
        return None
    month = 12 if span.unit == "year" else published.month
    start = date(published.year, 1 if span.unit == "year" else month, 1)
    end = month_end(published.year, month)
    if (end - published).days * 10 > (end - start).days:
        return None
    return Period(start, end, page.text(mention.start, mention.end), f"resolved: the {span.unit} of publication")
