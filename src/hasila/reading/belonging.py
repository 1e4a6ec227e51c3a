"""Which side's people a phrase names, by the words right behind its noun: عناصر الشرطة, رجال الدين, أفراد أسرته."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.model import Victim
from hasila.reading.cast import ISIS
from hasila.reading.count import Count
from hasila.reading.governors import COMMA
from hasila.reading.page import Page
from hasila.reading.setting import Setting

MANY = ("many", "dual?")
_SIDES = ("security", "civilian", "militant", "unknown")
_SECURITY_WORDS = markers("security-word")
OWN_RANKS = markers("own-ranks")
_SECURITY_ADJECTIVES = markers("security-adjective")
_CIVILIAN_WORDS = markers("civilian-word")
_MILITANT_WORDS = markers("militant-word")
_LOYAL = markers("loyal")
_DIRECTIONS = markers("direction") - {"وسط", "قلب", "central"}
_NEUTRAL = markers("neutral-person")
_RANKS = markers("ranks")
_ANY_RANKS = _RANKS | OWN_RANKS
_ONE_OF_THEM = markers("one-of-them")
_DIRECTIONS = markers("direction")
_OF = frozenset({"of"})
_DETERMINERS = frozenset({"a", "the", "one", "same", "single", "their", "his", "her"})
_NO_MORE = frozenset({"subset", "agent", "apposition"})


def belonging(count: Count, setting: Setting) -> Victim | None:
    """Whose people they are, by the words right after the noun: عناصر الشرطة, رجال الجيش."""
    at = count.number[1]
    end = max(count.end, at + 1) + 2
    while end < setting.end and setting.page.form[end - 1] in _RANKS:
        end += 1
    if setting.page.has(_OF, count.end, count.end + 1):
        while end < setting.end and setting.page.form[end - 1] in _DETERMINERS:
            end += 1  # "four members of the same family"
    return people_at(count, setting, at, min(setting.end, end))


def people_at(count: Count, setting: Setting, start: int, end: int) -> Victim | None:
    page = setting.page
    of_people: Victim | None = None
    for k in range(start, end):
        if page.form[k] in _ONE_OF_THEM:
            break
        if page.form[k] in COMMA and not (k + 1 < end and page.cue(k + 1, "tally")):
            break
        if count.noun_at is not None and k > count.noun_at and (joined(page, k) or page.form[k] == "and"):
            break
        side = side_word(setting, k)
        if side is not None:
            return side
        if page.form[k] in _DIRECTIONS:
            break  # "إرهابيين شمال محافظة كركوك"
        if page.form[k] == "في" and (k + 1 >= end or page.form[k + 1] not in _ANY_RANKS):
            break  # "إرهابيين اثنين في محافظة": where they were, not whose they are
        noun = page.noun(k)
        word = page.word[k]
        if (k >= count.end and _ends_people(page, k)) or (word is not None and not _NO_MORE.isdisjoint(word.cues)):
            break
        if page.form[k].removeprefix("و").removeprefix(page.lex[k].prep) in _NEUTRAL and noun is not None:
            of_people = noun.value if noun.value in _SIDES else of_people  # type: ignore[assignment]
            continue
        if (
            k != count.noun_at
            and noun is not None
            and noun.kind == "person"
            and noun.value in ("security", "civilian", "militant")
            and not (page.conj[k] or page.lex[k].prep == "ب" or _adjective(count, setting, k))
        ):
            return noun.value  # type: ignore[return-value]
        if page.trigger(k) is not None:
            break
    return of_people


def joined(page: Page, at: int) -> bool:
    """Whether a word has the و of a conjunction on it, known or not: والمارة, وقوات."""
    return bool(page.conj[at]) or (page.form[at].startswith("و") and page.word[at] is None)


def side_word(setting: Setting, at: int) -> Victim | None:
    """The side that a word names by itself; "قوات" of a group are its fighters: قوات الحوثيين."""
    form = setting.page.form[at].lstrip("و")
    form = "ال" + form[2:] if form.startswith("لل") else form
    if form in _SECURITY_WORDS or form in OWN_RANKS:
        of_group = any(part.start == at + 1 and part.cls == "group" for part in setting.parts)
        return "militant" if of_group else "security"
    if form.removeprefix("ال") in _LOYAL and not any(
        part.whom == ISIS and 0 < part.start - at <= 2 for part in setting.parts
    ):
        return "security"
    if form in _SECURITY_ADJECTIVES:
        noun = setting.page.noun(at - 1)
        wanted = noun is not None and noun.value == "militant" and not neutral(setting.page, at - 1)
        return None if wanted else "security"  # "عنصرا أمنيا", "موظفان أمنيان"; not "مطلوبين أمنيا"
    if form in _CIVILIAN_WORDS:
        return "civilian"
    return "militant" if form in _MILITANT_WORDS else None


def neutral(page: Page, at: int) -> bool:
    """Whether a word names a fighter or member of any side."""
    return page.form[at].lstrip("و") in _NEUTRAL


def _adjective(count: Count, setting: Setting, at: int) -> bool:
    """ "20 مقاتلا معارضا", "القراصنة العاملين": a second noun, as definite as the one before it, only describes it."""
    noun = setting.page.noun(at)
    if noun is None or at - 1 != count.noun_at or setting.page.lex[at].article != setting.page.lex[at - 1].article:
        return False
    if neutral(setting.page, at - 1):
        return noun.value == "civilian"
    first = setting.page.noun(at - 1)
    return first is not None and first.kind == "person" and first.value != "unknown"


def _ends_people(page: Page, at: int) -> bool:
    """Whether a word begins something else: one with و before it, what befell the people, an event."""
    noun = page.noun(at)
    return joined(page, at) or page.lex[at].prep == "ب" or (noun is not None and noun.kind == "event")
