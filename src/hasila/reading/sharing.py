"""Counts of those who share the fate of somebody named by a pronoun: "أدت إلى مقتله مع خمسة من مرافقيه"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.count import Count
from hasila.reading.governors import COMMA, HARD, fits, governs, is_arabic, set_measure
from hasila.reading.page import Page

_WITH = markers("together-with")
_HIM = ("ه", "ها", "هم")
_BETWEEN = 3
_WITH_HIM = markers("with-him")
_NAMED = 18


def with_him(page: Page, count: Count, floor: int) -> bool:
    """ "مقتل والي العراق جاسم المزروعي ومعه ثمانية قادة": who was with somebody named shares what was done to him."""
    people = count.noun is None or count.noun.kind == "person"
    if not people or count.start <= floor or page.form[count.start - 1] not in _WITH_HIM:
        return False
    first = count.start - 2 - (page.form[count.start - 2] in COMMA)  # "مقتل والي العراق، ومعه ثمانية"
    for at in range(first, max(floor, count.start - _NAMED) - 1, -1):
        trigger = page.trigger(at)
        if trigger is not None:
            return (
                governs(trigger)
                and fits(page, count, trigger)
                and set_measure(count, trigger.measure, "shared-fate", at)
            )
        if page.form[at] in COMMA or page.form[at] in HARD or page.cue(at, "verb"):
            return False
    return False


def beside_named(page: Page, count: Count, floor: int) -> bool:
    """ "مقتل والي التنظيم مع 8 من كبار قادته", "مقتل الوالي، و 8 من القادة": people counted beside somebody to whom it
    was done, where no fight with them is told."""
    at, person = count.start - 1, count.noun is not None and count.noun.kind == "person"
    people = person or count.partitive or (count.noun is None and "of-group" in count.rules)
    joined = at > floor and page.form[at] == "و"
    added = at - 1 > floor and page.form[at] in _TO and page.form[at - 1] in _ADDED
    at -= added  # "القبض على متزعمها بالإضافة إلى ستة من أفرادها"
    if not people or not is_arabic(page, count) or not (joined or added or page.form[at] in _WITH):
        return False
    if page.cue(at - 1, "with"):
        return False
    first = at - 2 if joined and page.form[at - 1] in COMMA else at - 1
    for back in range(first, max(floor, first - _NAMED) - 1, -1):
        trigger = page.trigger(back)
        if trigger is not None:
            done = trigger.shape == "masdar" and governs(trigger) and fits(page, count, trigger)
            return done and set_measure(count, trigger.measure, "shared-fate", back)
        noun = page.noun(back)
        told = page.form[back] in COMMA or page.form[back] in HARD or page.form[back] in _CLASH
        if told or page.cue(back, "verb") or (noun is not None and noun.kind == "event"):
            return False
    return False


_CLASH = markers("clash-word")
_ADDED = markers("in-addition")
_TO = frozenset({"الي", "عن", "علي"})


def shared_fate(page: Page, count: Count, floor: int) -> bool:
    """ "مقتله وخمسة من مرافقيه", "قتلته مع خمسة آخرين", "تفجير جرحه مع نائبه وسبعة أشخاص": whoever is counted beside
    somebody to whom it was done."""
    people = count.others or (count.noun is not None and count.noun.kind == "person")
    at = count.start - 1
    if not people or not is_arabic(page, count):
        return False
    if page.form[at] in _WITH:
        at -= 1
    elif not count.conj:
        return False
    elif page.trigger(at) is None:
        at = next((k - 1 for k in range(at, max(floor, at - _BETWEEN), -1) if page.form[k] in _WITH), -1)
    trigger = page.trigger(at) if at >= floor else None
    if trigger is None or not trigger.filled or not page.form[at].endswith(_HIM) or not fits(page, count, trigger):
        return False
    return set_measure(count, trigger.measure, "shared-fate", at)
