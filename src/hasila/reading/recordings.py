"""Words that tell when something was recorded or happened, not when somebody spoke."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.governors import BE, QUOTES
from hasila.reading.page import Page
from hasila.values.dates import DateMention
from hasila.values.numbers import number_forms


def occurred(page: Page, at: int) -> bool:
    """ "The ministry said the attack occurred on Wednesday", "عملية نُفذت فجر اليوم": the day of what is told."""
    at -= page.form[at] == "on" or page.form[at] in _PARTS_OF_DAY
    return page.form[at] in _HAPPEN


_HAPPEN = markers("happen-verb") - {"followed"}


_PARTS_OF_DAY = frozenset({"يوم", "فجر", "صباح", "ظهر", "عصر", "مساء", "ليل", "ليله"})


def recorded(page: Page, at: int) -> bool:
    """ "the nine registered in May", "attacks documented in May": a participle of what was counted, no verb of whoever
    speaks."""
    at -= page.form[at] in ("in", "on", "during")
    passive = page.form[at - 1] in BE  # "attacks were reported in June"
    noun = page.noun(at - 1 - passive) if at > 1 else None
    counted = page.form[at - 1][:1].isdigit() or page.form[at - 1] in number_forms()
    many = noun is not None and noun.number == "many" and page.form[at - 1 - passive] not in _TELLERS
    return page.form[at] in _DOCUMENTED and (counted or many)


_TELLERS = markers("people-who-tell")  # "officials reported today"


_DOCUMENTED = markers("document-verb") | {"registered", "reported"}


def had_counted(page: Page, end: int) -> bool:
    """ "In July it had recorded 241 dead": in that month, whenever it told of them; and that month is only set beside
    that of the report."""
    had = page.first(_HAD, end, min(end + _SUBJECT, len(page.form) - 1))
    return had is not None and page.form[had + 1] in _COUNTED


_HAD = frozenset({"had"})
_SUBJECT = 5
_COUNTED = _DOCUMENTED | {"counted", "recorded"}


def replied_with_deed(page: Page, mention: DateMention) -> bool:
    """ "وردت واشنطن في 12 تشرين الثاني بغارتين", "responded on Sunday with strikes": an answer that was a deed."""
    low = mention.start - _ANSWER
    reply = page.all(_REPLIES, low, mention.start)
    if not reply or page.has(_STOPS, reply[-1], mention.start):
        return False
    end = mention.end
    if page.form[end : end + 1] == ["with"]:
        return any(_event(page, at) for at in range(end + 1, min(end + _ANSWER, len(page.form))))
    return end < len(page.form) and page.lex[end].prep == "ب" and (_event(page, end) or _event(page, end + 1))


def _event(page: Page, at: int) -> bool:
    noun = page.noun(at)
    return noun is not None and noun.kind == "event"


_REPLIES = markers("replied-verb")
_STOPS = frozenset({".", "\n", "؛", ";"})
_ANSWER = 6


def quoted_between(page: Page, start: int, end: int) -> int:
    """How many marks of quotation stand in [start, end): they part no words."""
    return len(page.all(_QUOTES, start, end))


_QUOTES = frozenset(QUOTES)


def said_last_month(page: Page, mention: DateMention) -> bool:
    """ "From August 29 to November 4, the command said last month, ...": the month right behind a verb of saying; but
    "said last month was the deadliest"."""
    last = mention.first is not None and mention.first.ref == "last"
    if not last or page.cue(mention.start - 1, "verb") != "speech" or page.form[mention.start] >= "\u0590":
        return False
    return mention.end == len(page.form) or page.form[mention.end] in _CLOSING


_CLOSING = frozenset({",", ".", "that", ":", "\n"})


def shown(page: Page, mention: DateMention) -> bool:
    """ "a tally by the service showed on Saturday": the day of a document's telling."""
    at = mention.start - 1 - (page.form[max(mention.start - 1, 0)] == "on")
    return mention.shape == "day" and at > 0 and page.form[at] in _SHOWED and page.form[mention.start] < "\u0590"


_SHOWED = markers("show-verb")
