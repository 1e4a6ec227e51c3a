"""Monthly tallies: "this month" in them is the month that they are about, not that in which they came out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hasila.model import Period
from hasila.reading.backreferences import one_month_back
from hasila.reading.comparedtimes import month_compared
from hasila.reading.contrasts import set_beside
from hasila.reading.moment import Moment
from hasila.reading.page import Page
from hasila.values.dates import DateMention

_MONTH = 31
_LINE = 90


def this_month(page: Page, found: list[Moment], titled: Period | None, published: date | None) -> list[Moment]:
    """ "April report", out in May: "this month" is the month of the title; and in the words of a report on October that
    are quoted in November, it is October."""
    month, quoted = (titled, False) if _just_over(titled, published) else (_told_first(page, found, published), True)
    if month is None:
        return found
    same = (_this(m.mention) if quoted else _this(m.mention) or one_month_back(m.mention) for m in found)
    return [
        replace(m, period=replace(month, as_written=m.period.as_written))
        if this and m.period and not (quoted and not _in_quotes(page, m.start))
        else replace(m, period=month_compared(page, m, month) or m.period)
        for m, this in zip(found, same, strict=True)
    ]


def _just_over(told: Period | None, published: date | None) -> bool:
    """Whether a stretch is a whole month that ended in the weeks before publication."""
    if told is None or told.start is None or told.end is None or published is None:
        return False
    whole = told.start.day == (told.end + timedelta(days=1)).day == 1 and (told.end - told.start).days < _MONTH
    return whole and 0 < (published - told.end).days <= _MONTH


def _told_first(page: Page, found: list[Moment], published: date | None) -> Period | None:
    """The stretch that a report names first, where that is a month which is over: "said that October saw a rise"."""
    first = next((m for m in found if m.mention.is_period and not set_beside(page, m)), None)
    named = first is not None and first.mention.shape == "month" and not _this(first.mention)
    return first.period if named and first is not None and _just_over(first.period, published) else None


def _this(mention: DateMention) -> bool:
    return mention.shape == "month" and mention.first is not None and mention.first.ref == "this"


def _in_quotes(page: Page, at: int) -> bool:
    """Whether a token stands between quotation marks of its line."""
    before = page.form[page.line_start(at, _LINE) : at]
    curly = before.count("“") > before.count("”") or before.count("«") > before.count("»")
    return curly or before.count('"') % 2 == 1
