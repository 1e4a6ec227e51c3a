"""Days on which a toll was counted again: raised, cut or put at a number. Nobody died on them for that."""

from __future__ import annotations

from hasila.reading.page import Page
from hasila.values.dates import DateMention
from hasila.values.numbers import number_forms

_REACH = frozenset({"at", "to", "الي"})
_STOPS = frozenset({".", "\n", ";"})
_PUT = 9
_CLAUSE = 14
_TALLY = 4


def of_recount(page: Page, mention: DateMention) -> bool:
    """ "رفع المرصد، الأحد، حصيلته", "put at nine on Friday", "On Sunday, officials raised the toll to 13": the day of a
    count, not of the deaths in it."""
    return _behind(page, mention) or _before(page, mention.end) or _put_right(page, mention)


def of_later_recount(page: Page, mention: DateMention) -> bool:
    """ "brought that down to 14 two weeks later", "خفضت الحصيلة إلى 14 بعد أسبوعين": when a toll was put right."""
    later = mention.span is not None and mention.span.toward == "later"
    return later and not mention.is_period and _behind(page, mention)


def _behind(page: Page, mention: DateMention) -> bool:
    """Whether the toll is counted before the day, or with it between verb and toll."""
    before = range(max(mention.start - _PUT, 0), mention.start)
    if not any(page.cue(at, "verb") == "toll" for at in before):
        return False
    near = [*range(max(mention.start - 5, 0), mention.start - 1)]
    if page.form[mention.start] >= "\u0590" and mention.end + 1 < len(page.form):
        near.append(mention.end)  # "ارتفعت الأحد إلى 98"
    counted = any(page.form[k] in _REACH and _number(page, k + 1) for k in near)
    return counted or any(page.cue(k, "tally") for k in range(mention.end, min(mention.end + _TALLY, len(page.form))))


def _before(page: Page, end: int) -> bool:
    """Whether the clause that an English day opens counts a toll: "On Sunday the toll stood at 13"."""
    told = False
    for at in range(end, min(len(page.form) - 1, end + _CLAUSE)):
        if page.form[at] in _STOPS or page.form[at] >= "\u0590" or _acts(page, at):
            return False
        if page.form[at] in _REACH and _number(page, at + 1):
            return told and any(page.cue(k, "tally") for k in range(end, at))
        told = told or page.cue(at, "verb") == "toll"
    return False


def _put_right(page: Page, mention: DateMention) -> bool:
    """ "put that right on Wednesday", "صححت القيادة ذلك الأربعاء": the day on which a toll was corrected."""
    near = page.cued_in("corrected", max(0, mention.start - _PUT), mention.start)
    return near is not None and not page.has(_STOPS | _COMMAS, near, mention.start)


_COMMAS = frozenset({",", "،"})


def _acts(page: Page, at: int) -> bool:
    trigger = page.trigger(at)
    return trigger is not None and trigger.shape in ("verb", "any")


def _number(page: Page, at: int) -> bool:
    return page.form[at][0].isdigit() or page.form[at] in number_forms()
