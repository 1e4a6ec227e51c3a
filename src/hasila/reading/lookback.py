"""Months counted back that a report has named before: "in the first half of the year ... in the past six months"."""

from __future__ import annotations

from datetime import timedelta

from hasila.model import Period
from hasila.reading.moment import Moment
from hasila.values.dates import DateMention
from hasila.values.days import add_months

_SOON = 31


def as_long(period: Period, mention: DateMention) -> bool:
    """Whether a period has as many whole months as a mention counts."""
    if period.start is None or period.end is None or mention.span is None or mention.span.count is None:
        return False
    return add_months(period.start, mention.span.count) == period.end + timedelta(days=1)


def months_named(mention: DateMention, back: Period, found: list[Moment]) -> Period | None:
    """ "حصيلة النصف الأول من العام ... خلال الأشهر الستة الماضية", out in July: the half year, not from day to day."""
    span = mention.span
    if span is None or (span.unit, span.toward) != ("month", "past") or back.end is None:
        return None
    for moment in reversed(found):
        named = moment.period
        if named is None or named.end is None or not moment.mention.is_period or not as_long(named, mention):
            continue
        return named if 0 <= (back.end - named.end).days <= _SOON else None
    return None
