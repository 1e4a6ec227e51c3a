"""Numbers of those whom the words right before them name: "الجرحى، وهم عشرة", "nearly all of the arrests, 42,"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.count import Count
from hasila.reading.governors import COMMA, EVENT_KINDS, QUOTES, governs, set_measure
from hasila.reading.page import Page

_FATES = frozenset({"killed", "wounded", "detained"})


def beside_its_kind(page: Page, count: Count, start: int, end: int) -> bool:
    """ "Nearly all of the arrests, 42, were made in Syria": between commas, the number of what is named before it."""
    close = count.end + 2 * (page.form[count.end : count.end + 2] == ["in", "all"])
    set_off = page.before(count.start) == "," and close < end and page.form[close] == ","
    at = count.start - 2
    those = page.trigger(at) if set_off and page.before(at) == "those" and count.nameless else None
    if those is not None and those.participle:
        return set_measure(count, those.measure, "apposition", at)  # "Those arrested, 400 in all, are criminals"
    noun = page.noun(at) if set_off and count.nameless and at - 2 >= start else None
    if page.form[at - 2 : at] != ["of", "the"] and not (noun is not None and page.before(at) == "most"):
        return False  # "of the arrests, 42, were made", "the most operations, 120,"
    if noun is None or noun.number != "many" or noun.kind not in ("event", "casualty"):
        return False
    return set_measure(count, EVENT_KINDS.get(noun.value, noun.value.replace("arrests", "detained")), "apposition", at)


def who_are(page: Page, count: Count, start: int) -> bool:
    """ "بين الجرحى، وهم أكثر من 10", "القتلى هم 80 من قسد و26 مدنياً", "أما الضربات فكان عددها 595": the number of those
    who, or of what, was named right before it."""
    back = count.start - 1
    if back < start or page.form[back] not in _THEY_ARE:
        return False
    if page.before(back) in _AMOUNTING:
        return _numbered(page, count, back - 1, start)
    at = back - 1
    while at > start and (page.form[at] in COMMA or page.form[at] in QUOTES or page.form[at] in _IS):
        at -= 1
    at -= _describes(page, at)
    noun = page.noun(at)
    if noun is None or noun.number not in ("many", "dual?") or not page.lex[at].article:
        return False
    if noun.kind == "event" and count.nameless and page.form[back].endswith("ها"):
        return set_measure(count, EVENT_KINDS.get(noun.value, noun.value), "apposition", at)
    deed = _deed_to(page, at, start) if noun.kind == "person" and count.nameless else None
    if deed is not None:
        return set_measure(count, page.trigger(deed).measure, "apposition", deed)  # type: ignore[union-attr]
    told = noun.kind == "casualty" and noun.value in _FATES and (count.noun is None or count.noun.kind == "person")
    return told and set_measure(count, noun.value, "apposition", at)


def _numbered(page: Page, count: Count, at: int, start: int) -> bool:
    """ "قتل جميع العناصر المتواجدة فيه والبالغ عددهم 12", "اعتقال أفراد الخلية البالغ عددهم خمسة": what was done to the
    people whose number is told."""
    people = False
    for back in range(at - 1, max(start, at - _FAR), -1):
        if page.form[back] in COMMA or any(ch.isdigit() for ch in page.form[back]):
            return False
        people = people or page.is_person(back)
        trigger = page.trigger(back)
        if trigger is not None:
            return people and governs(trigger) and set_measure(count, trigger.measure, "apposition", back)
    return False


_AMOUNTING = markers("amounting-to")
_FAR = 10


def _deed_to(page: Page, at: int, start: int) -> int | None:
    """ "تم قتل جميع المهاجمين، وعددهم 6": the action right before the people whose number is told."""
    back = at - 1
    while back > start and page.form[back] in _ALL:
        back -= 1
    return back if back >= start and governs(page.trigger(back)) else None


def _describes(page: Page, at: int) -> bool:
    """ "الضربات الجوية": an adjective, with the article as its noun has it."""
    return page.noun(at) is None and page.noun(at - 1) is not None and page.lex[at].form.startswith("ال")


_ALL = markers("determiner") | markers("all-of")
_IS = markers("tally-is")
_THEY_ARE = markers("they-are")
