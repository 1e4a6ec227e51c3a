"""People of whom a predicate beside them tells what befell them: "12 آخرون جرحى", "also killed were 77 guards"."""

from __future__ import annotations

from hasila.reading.count import Count
from hasila.reading.governors import fits, is_arabic, set_measure
from hasila.reading.page import Page
from hasila.text.tokens import BREAK

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


def inverted(page: Page, count: Count, start: int) -> bool:
    """ "Also killed were 77 guards": a participle that opens its clause, with the people behind the verb."""
    at = count.start - 2
    if at < start or page.form[at + 1] not in _WERE:
        return False
    trigger = page.trigger(at)
    if trigger is None or trigger.shape not in ("any", "after") or not fits(page, count, trigger):
        return False
    back = at - 1
    while back >= start and page.form[back] in _OPENING:
        back -= 1
    opens = back < start or page.form[back] in _CLAUSE_ENDS
    return opens and set_measure(count, trigger.measure, "inverted", at)


_WERE = frozenset({"was", "were"})
_OPENING = frozenset({"also", "reportedly"})
_CLAUSE_ENDS = frozenset({".", ",", ";", ":", BREAK, "and"})
