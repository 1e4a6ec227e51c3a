"""Hundreds that the noun itself completes: "مئتا قتيل وقتيلان" are 202, "ألف جندي وجندي" are 1,001."""

from __future__ import annotations

from hasila.reading.count import Count
from hasila.reading.page import Page

_NOUN = ("ar-dual-noun", "ar-bare-singular")


def completes(page: Page, whole: Count, count: Count) -> bool:
    """Whether a dual or a single noun joined to hundreds says the last one or two of them: behind a hundred Arabic has
    no other way to count one or two."""
    joined = count.conj and count.start == whole.end and count.rules[:1] != [] and count.rules[0] in _NOUN
    if not joined or whole.low != whole.high or not whole.low or whole.low % 100 or whole.dead:
        return False
    if whole.noun is None or whole.noun_at is None:
        return whole.nameless and not whole.subset and _under_one_action(page, whole, count)
    last = page.form[count.noun_at or count.start].removeprefix("و")
    return whole.noun.kind == (count.noun and count.noun.kind) and last.startswith(_stem(page.form[whole.noun_at]))


def _stem(form: str) -> str:
    """The noun without the ending that the dual takes off or the accusative adds: عملية, ألف و"قتيلا"."""
    return form[:-1] if form.endswith(("ه", "ا")) else form


def _under_one_action(page: Page, whole: Count, count: Count) -> bool:
    """ "قتلت 400 وقتيلين": bare hundreds have their noun with the last two of them, if it tells of one fate."""
    noun, trigger = count.noun, page.trigger(whole.start - 1) if whole.start else None
    if noun is None or count.rules[0] != _NOUN[0]:
        return False
    return noun.kind in ("person", "event") or (trigger is not None and trigger.measure == noun.value)


def add_up(whole: Count, count: Count) -> None:
    """Make one count of hundreds and the noun that completes them."""
    more = count.low or 0
    whole.low = whole.high = (whole.low or 0) + more
    whole.end, whole.noun, whole.noun_at = count.end, count.noun, count.noun_at
    whole.group = count.group or whole.group
    whole.rules.append("ar-hundreds-and-noun")
