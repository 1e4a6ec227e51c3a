"""Times with which an Arabic sentence compares its own: "انخفاضاً من 11 في يناير", "بزيادة طفيفة عن الشهر الماضي"."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from datetime import timedelta

from hasila.lexicon.markers import markers
from hasila.model import Period
from hasila.reading.governors import COMMA
from hasila.reading.moment import Moment
from hasila.reading.page import Page, once

_CHANGE = markers("change-noun")
_LIKENED = markers("likened-to")
_THAN = frozenset({"عن", "مما"}) | _LIKENED
_REACH = 6


def in_comparison(page: Page, at: int) -> bool:
    """Whether a token stands in a comparison that its sentence draws behind what it tells."""
    return _lead(page, at) is not None


def beyond_comparison(page: Page, moment: Moment, end: int) -> bool:
    """ "اعتقال 14، انخفاضاً من 17 في كانون الثاني": the January is not of the 14, which end before the comparison."""
    lead = _lead(page, moment.start)
    return lead is not None and end <= lead


def _lead(page: Page, at: int) -> int | None:
    """The word with which the comparison around a token begins."""
    leads = _leads(page)
    if not leads:
        return None
    start = page.sentences[bisect_right(page.sentences, (at, len(page.form))) - 1][0]
    lead = next((lead for lead in leads if start + 1 < lead < at), None)
    return None if lead is None or _ended(page, lead, at) else lead


def _ended(page: Page, lead: int, at: int) -> bool:
    """ "بزيادة عن الشهر الماضي، واعتقلت خمسة في آذار": a verb behind a comma goes on with what the sentence tells."""
    return any(
        page.conj[k + 1] == "و" and (page.cue(k + 1, "verb") == "action" or page.trigger(k + 1) is not None)
        for k in page.all(COMMA, lead, at - 1)
    )


@once
def _leads(page: Page) -> list[int]:
    return sorted(
        [at for at in page.where(_CHANGE) if _compares(page, at)]
        + [at for at in page.where(_LIKENED) if page.before(at) not in _CHANGE]
    )


def _compares(page: Page, at: int) -> bool:
    """ "ارتفاع طفيف مقارنة مع", "نزولاً من", "أكثر بهجمتين مما": not "ارتفاع الحصيلة من 9 إلى 13"."""
    form = page.form
    for k in range(at + 1, min(at + _REACH, len(form))):
        if form[k] in COMMA or form[k] == ".":
            return False
        if form[k] in _THAN:
            return True
        if form[k] == "من" and form[at].endswith("ا"):
            return k == at + 1 and "الي" not in form[k : k + _REACH]
    return False


def month_compared(page: Page, moment: Moment, titled: Period) -> Period | None:
    """ "تقرير شهر فبراير: اعتقال 14، انخفاضاً من 17 الشهر الماضي": the month before that of the report."""
    first, period = moment.mention.first, moment.period
    if first is None or (first.ref, first.of) != ("last", "month") or period is None or titled.start is None:
        return None
    if (period.start, period.end) != (titled.start, titled.end) or not in_comparison(page, moment.start):
        return None
    end = titled.start - timedelta(days=1)
    return replace(period, start=end.replace(day=1), end=end)
