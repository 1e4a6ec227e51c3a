"""Speakers who belong to a body: "a leader in the SDF said", "قال قيادي في قوات سوريا الديمقراطية"."""

from __future__ import annotations

from hasila.lexicon.markers import markers, with_and
from hasila.reading.cast import Part
from hasila.reading.governors import QUOTES
from hasila.reading.page import Page
from hasila.reading.voices import role_at

GLUED = markers("proclitic") - {"و", "ف"}
_MARKS = frozenset("\"“«'‘(")
_AMONG = frozenset({"في", "من"})
_SOURCES = markers("member-of-body")
_OF_WHAT = frozenset({"عن", "الي", "علي"})
_RELAYS = with_and(markers("relays-words"))
_IN_ITS_NAME = markers("in-its-name")
_SPOKESMAN = frozenset({"المتحدث", "الناطق"})
_IN_NAME_OF = frozenset({"باسم"})
_BETWEEN = 4
_BESIDE = 2


def member_of(page: Page, part: Part, at: int) -> bool:
    """ "أفاد مصدر في الحشد الشعبي", "قال العقيد في الجيش العراقي": one of the men of a body, right behind the verb of
    saying at a token."""
    within = part.start - 1
    if page.form[within] not in _AMONG or not at + 1 < within <= at + 1 + _BETWEEN:
        return False
    head, held = page.form[at + 1], role_at(page, at + 1)
    one = head in _SOURCES or not {"rank", "person"}.isdisjoint(held)
    return one and not any(page.cue(k, "verb") or page.trigger(k) is not None for k in range(at + 1, within))


def relayed_member(page: Page, part: Part, at: int) -> bool:
    """ "نقلت قناة الحرة عن مسؤول في البنتاغون أن": one of the men of a body, whose words are handed on."""
    within = part.start - 1
    if page.form[within] not in _AMONG:
        return False
    via = page.all(_ABOUT, max(at + 1, within - _BETWEEN), within)
    return bool(via) and member_of(page, part, via[-1])


_ABOUT = frozenset({"عن"})


def in_its_name(page: Page, part: Part, claimant: str | None) -> bool:
    """ "قال التحالف ... وأوضح المتحدث باسمه واين ماروتو", "المتحدث باسم الخلية ... وقال المتحدث يحيى رسول": a person
    who speaks for whoever spoke before."""
    if part.cls != "person" or claimant is None:
        return False
    introduced = page.has(_SPOKESMAN, part.start - 1, part.start) and page.has(_IN_NAME_OF, 0, part.start)
    return introduced or page.has(_IN_ITS_NAME, part.start - _BESIDE, part.start)


def opens_words(page: Page, here: list[Part], at: int, end: int) -> bool:
    """Whether what is said begins right behind a verb of saying: "تحدث عن قتل القوات", "وتابع "ليختتم الجهاز واجباته";
    a name may stand in such marks by itself: وقالت "قسد"."""
    if page.has(_OF_WHAT, at + 1, min(end, at + 2)) and page.form[at] not in _RELAYS:
        return True
    if page.form[at + 1 : at + 2] == ["("] or not (at + 1 < end and page.form[at + 1] in QUOTES):
        return False
    return not named_in_marks(page, here, at + 1)


def names(page: Page, here: list[Part], at: int) -> bool:
    """Whether a quotation mark opens no words but a name: المركز الإعلامي لـ"قسد", صفحة "الرقة تذبح بصمت"; or a word
    for "that" is part of one: سي إن إن."""
    if page.form[at] not in _MARKS:
        return at in page.inside
    return page.form[at - 1] in GLUED or at - 1 in page.inside or named_in_marks(page, here, at)


def named_in_marks(page: Page, here: list[Part], at: int) -> bool:
    """Whether the name of a body fills the quotation marks that open at a token."""
    if page.before(at) in _OUTLETS:
        return any(form in QUOTES for form in page.form[at + 2 : at + 2 + _NAMED])  # قناة «الحرة»
    if page.has(_OUTLETS, at - _NAMED - 1, at - 1) and any(form in QUOTES for form in page.form[at - _NAMED : at - 1]):
        return True  # the mark that closes it
    part = next((part for part in here if part.start == at + 1 and part.cls != "person"), None)
    return part is not None and page.form[part.end : part.end + 1] != [] and page.form[part.end] in QUOTES


_OUTLETS = markers("named-outlet")
_NAMED = 3


def words_between(page: Page, start: int, at: int) -> int:
    """How many words stand between a name and its verb, brackets left out: "وكانت الوكالة الرسمية (سانا) قد"."""
    closed = next((k for k in range(start, at) if page.form[k] == ")"), None)
    opened = next((k for k in range(start, at) if page.form[k] == "("), at)
    return at - start if closed is None or opened > closed else at - start - (closed + 1 - opened)


def of_event(page: Page, part: Part) -> bool:
    """ "الحصيلة الأولية لهجوم داعش تحدثت عن": whose attack it was, no subject of a verb of saying behind it."""
    noun = page.noun(part.start - 1) if part.start else None
    return noun is not None and noun.kind in ("event", "casualty")
