"""Words that tell when something was recorded or happened, not when somebody spoke."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.governors import BE
from hasila.reading.page import Page
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
