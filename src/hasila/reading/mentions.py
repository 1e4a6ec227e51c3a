"""What kind of date a mention is, by its words alone."""

from __future__ import annotations

from hasila.reading.page import Page
from hasila.values.dates import DateMention


def only_weekday(mention: DateMention) -> bool:
    """ "يوم الجمعة", "on Friday": a weekday without its date, and not today or yesterday: "اليوم الثلاثاء"."""
    first = mention.first
    plain = first is not None and first.weekday is not None and first.day is None and first.today is None
    return mention.shape == "day" and plain


def of_period(mention: DateMention) -> bool:
    """ "in the same period": a stretch that another date names."""
    return mention.first is not None and mention.first.of == "period"


def opens(mention: DateMention) -> bool:
    """Whether a stretch is one that something began with, as against a month or year that is only named."""
    since = mention.shape == "since" and mention.first is not None and mention.first.day is not None
    return since or mention.shape in ("day", "range")


def counts_days(mention: DateMention) -> bool:
    """ "ten days before": so many days or weeks from another day."""
    return mention.shape == "relative" and mention.span is not None and mention.span.unit in ("day", "week")


def loosely_after(page: Page, mention: DateMention) -> bool:
    """ "The raid came a month after a bombing": roughly how long before the raid the bombing was."""
    long = mention.span is not None and mention.span.unit in ("month", "year")
    return long and page.before(mention.start) in _CAME


_CAME = frozenset({"came", "comes", "coming", "come"})
