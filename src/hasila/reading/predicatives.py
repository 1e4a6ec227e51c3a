"""People of whom a noun right behind them tells what befell them: "12 آخرون جرحى"."""

from __future__ import annotations

from hasila.reading.count import Count
from hasila.reading.governors import is_arabic, set_measure
from hasila.reading.page import Page

_FATES = frozenset({"killed", "wounded"})


def are_hurt(page: Page, count: Count, end: int) -> bool:
    """ "وبقي 12 آخرون جرحى", "كان ثلاثة من الجنود جرحى": the predicate of so many people, without the article."""
    people = count.others or (count.noun is not None and count.noun.kind == "person")
    if not people or not is_arabic(page, count) or count.end >= end:
        return False
    noun = page.noun(count.end)
    bare = noun is not None and noun.kind == "casualty" and noun.number == "many" and not page.lex[count.end].article
    if not bare or noun is None or noun.value not in _FATES or page.conj[count.end]:
        return False
    if count.end + 1 < end and page.lex[count.end + 1].article:
        return False  # "زار عشرة ضباط جرحى الهجوم": those of the attack
    return set_measure(count, noun.value, "are-hurt", count.end)
