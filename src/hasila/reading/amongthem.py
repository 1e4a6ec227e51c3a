"""Parts that a comma sets beside their whole, before the words that tell what befell it."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.count import Count
from hasila.reading.governors import BE, COMMA
from hasila.reading.page import Page
from hasila.reading.passedover import DASHES
from hasila.values.numbers import number_forms


def among_them(page: Page, count: Count) -> bool:
    """ "Nine people, four children among them, were killed": a part told between commas, before the words for it."""
    if page.form[count.start] >= "\u0590":
        return False
    if page.before(count.start) in COMMA and _is_one(page, count):
        return True
    tail = _past_others(page, count.end)
    behind = range(tail, min(tail + _WORDS, len(page.form) - 1))
    at = next((k for k in behind if page.form[k : k + 2] in _AMONG), None)
    if at is not None and at > tail and all(page.form[k] in _FOUND for k in range(tail, at)):
        return True  # "brought that down to 14, when four leaders were identified among them"
    at = at if tail == count.end else None
    if page.before(count.start) not in COMMA | DASHES:
        return False
    between = range(count.end, at or count.end)
    return at is not None and not any(page.form[k] in COMMA or page.trigger(k) is not None for k in between)


def _past_others(page: Page, at: int) -> int:
    """Behind "and 25 women", which stand beside "24 children"."""
    number = page.form[at + 1 : at + 2] if page.form[at : at + 1] == ["and"] else []
    counted = bool(number) and (number[0][:1].isdigit() or number[0] in number_forms())
    return at + 3 if counted and at + 2 < len(page.form) and page.is_person(at + 2) else at


def _is_one(page: Page, count: Count) -> bool:
    """ "Four fighters, one a commander, were killed": what one of them was, between commas."""
    told = page.form[count.number[1] : count.number[1] + 1] in (["a"], ["an"])
    return told and page.form[count.end : count.end + 1] in ([","], ["."])


_FOUND = BE | markers("found-among")
_AMONG = (["among", "them"], ["of", "them"])
_WORDS = 4
