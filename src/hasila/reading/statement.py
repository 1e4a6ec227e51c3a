"""The day of the statement that a report passes on, which its running counts reach up to."""

from __future__ import annotations

from datetime import date

from hasila.lexicon.markers import marker_phrases
from hasila.reading.page import Page
from hasila.reading.saying import is_saying
from hasila.values.dates import DateMention
from hasila.values.resolve import resolve


def statement_day(page: Page, published: date | None) -> date | None:
    """The day on which the statement was made, where the report names it: counts "since" something end there."""
    if published is None:
        return None
    for mention in page.dates[:4]:
        if mention.shape == "day" and is_saying(page, mention) and not _of_another_voice(page, mention):
            settled = resolve(mention, page.form, published, None)
            if settled is not None and settled.start is not None and 0 <= (published - settled.start).days <= 1:
                return settled.start
    return None


def _of_another_voice(page: Page, mention: DateMention) -> bool:
    """ "أحصت مراصد 86 قتيلاً منذ بداية العام ... في غضون ذلك قالت قسد في بيان صدر الأحد": somebody else's day."""
    told, here = page.dates[0].start, mention.start
    return any(told < start <= here and _turns(page, start) for start, _ in page.sentences)


def _turns(page: Page, start: int) -> bool:
    opening = page.form[start].removeprefix("و"), *page.form[start + 1 : start + 2]
    return opening in _OTHER_VOICE or opening[:1] in _OTHER_VOICE


_OTHER_VOICE = marker_phrases("other-voice")
