"""The day on which a statement was made, where the report names it: what it counts "since" some day ends there."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from hasila.lexicon.markers import markers, with_and
from hasila.reading.page import Page
from hasila.reading.saying import is_saying
from hasila.values.dates import DateMention
from hasila.values.resolve import resolve

_HAD_BEEN = with_and(markers("had-been"))
_REACH = 6
_FIRST = 4


def statement_days(page: Page, published: date | None) -> list[tuple[int, date]]:
    """The days of the first statements, each with its token: the day of publication or the one before."""
    if published is None:
        return []
    found = []
    for mention in page.dates[:_FIRST]:
        if mention.shape == "day" and not _said_before(page, mention) and is_saying(page, mention):
            settled = resolve(mention, page.form, published, None)
            if settled is not None and settled.start is not None and 0 <= (published - settled.start).days <= 1:
                found.append((mention.start, settled.start))
    return found


def statement_day(page: Page, days: list[tuple[int, date]], at: int) -> date | None:
    """The day on which a token was said: told up to the sentence after it, since a later one is of others' words."""
    here = bisect_right(page.sentences, (at, len(page.form)))
    stop = page.sentences[min(here, len(page.sentences) - 1)][1]
    return next((day for start, day in days if start < stop), None)


def _said_before(page: Page, mention: DateMention) -> bool:
    """ "وكان قد ذكر يوم أمس": what had been said before the statement."""
    return page.has(_HAD_BEEN, mention.start - _REACH, mention.start)
