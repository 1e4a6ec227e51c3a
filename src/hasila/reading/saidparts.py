"""Counts that words around them make a part of the one before: "among them", "بين القتلى", a list whose sum it is."""

from __future__ import annotations

from itertools import takewhile

from hasila.lexicon.markers import markers
from hasila.reading.count import Count
from hasila.reading.governors import (
    COMMA,
    HARD,
    QUOTES,
    is_arabic,
    set_measure,
)
from hasila.reading.page import Page
from hasila.values.numbers import number_forms

_NEAR = 7


def made_up_of(page: Page, counts: list[Count], index: int) -> bool:
    """ "قتل متمردون تسعة رهائن، ثلاثة رجال وست نساء": counts of people right behind a total, whose sum it is."""
    count = counts[index]
    at = index - 1
    while at >= 0 and "made-up-of" in counts[at].rules:
        at -= 1
    whole = counts[at] if at >= 0 else None
    if whole is None or whole.measure is None or whole.dead or not whole.low:
        return False
    first = counts[at + 1]
    if first.start != whole.end + 1 or page.form[whole.end] not in _BEFORE_PARTS or not is_arabic(page, count):
        return False
    total, last = 0, whole
    for part in takewhile(_is_people, counts[at + 1 :]):
        joined = part is first or part.conj or page.form[part.start - 1] in COMMA
        if not joined or part.start - last.end > _GAP:
            break
        total, last = total + (part.low or 0), part
        if total == whole.low and part is not first and count.start <= part.start:
            count.subset = True
            return set_measure(count, whole.measure, "made-up-of", whole.trigger_at)
    return False


_BEFORE_PARTS = frozenset({"،", ",", ":"})


def _is_people(count: Count) -> bool:
    return count.noun is not None and count.noun.kind == "person" and not count.dead


_GAP = 2


def held(page: Page, count: Count, last: Count | None) -> bool:
    """ "ستة من الموقوفين سوريون": a part of those whose arrest was told before."""
    detained = count.noun is not None and count.noun.value == "detained" and "of-group" in count.rules
    if not detained or last is None or last.measure != "detained" or not page.lex[count.noun_at or 0].article:
        return False
    count.subset = True
    return set_measure(count, "detained", "subset-of", last.trigger_at)


def among(page: Page, count: Count, previous: Count) -> bool:
    """ "من بين القتلى الـ36 في ريف حماة 17 شخصاً", "إن بين القتلى الخمسة ثلاثة قادة": a part of a toll named before
    it."""
    fallen = previous.definite and previous.noun is not None and previous.noun.kind == "casualty"
    if page.before(previous.start) not in _AMONG or not (fallen or page.before(previous.start - 1) == "من"):
        return False
    people = count.noun is not None and count.noun.kind == "person" and count.start - previous.end <= _NEAR
    return people and not any(page.form[at] in _CLOSING for at in range(previous.end, count.start))


_AMONG = markers("counted-in")
_CLOSING = HARD | COMMA


def bodies_of(page: Page, count: Count, previous: Count) -> bool:
    """ "12 جثة لثلاث نساء وتسعة رجال": whose bodies they are."""
    at = previous.noun_at
    body = at is not None and page.form[at].startswith(("جث", "اشلاء")) and previous.measure == "killed"
    form = page.form[count.start]
    of = page.lex[count.start].prep == "ل" or form == "ل" or (form[0] == "ل" and form[1:] in number_forms())
    return body and of and count.start == previous.end and count.noun is not None and count.noun.kind == "person"


def said_after(page: Page, count: Count, previous: Count, end: int) -> bool:
    """ "arrested 80 people, six women with fake papers among them": that they are a part is said behind them."""
    people = count.noun is not None and count.noun.kind == "person" and page.form[count.start - 1] in _SET_OFF
    if not people or (previous.high is not None and (count.low or 0) > previous.high):
        return False
    for at in range(count.end, min(end, count.end + _SAID_AFTER)):
        if page.form[at : at + 2] == ["among", "them"]:
            return True
        if page.form[at] in COMMA or page.cue(at, "verb"):
            return False
    return False


_SAID_AFTER = 14
_SET_OFF = COMMA | QUOTES


def in_parts(counts: list[Count], count: Count) -> bool:
    """ "36 dead, six of them police officers and 30 prisoners": they are a part of the dead, too."""
    before = [other for other in counts if other.end <= count.start]
    return count.conj and bool(before) and before[-1].partitive and count.start - before[-1].end <= _LIST_GAP


_LIST_GAP = 4
