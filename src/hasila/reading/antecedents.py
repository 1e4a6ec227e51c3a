"""Nouns that stand before their number: "عنصر واحد", "الاشخاص الاربعة", "جنديان اثنان"."""

from __future__ import annotations

from hasila.reading.count import Count
from hasila.reading.page import Page

_ADJECTIVE_GAP = 3


def noun_before(page: Page, count: Count, start: int) -> bool:
    """ "عنصر واحد", "جندي عراقي واحد", "الاشخاص الاربعة": the noun stands before its number."""
    for at in range(count.start - 1, max(start, count.start - 1 - _ADJECTIVE_GAP) - 1, -1):
        if (page.name_at.get(at) and not described(page, at)) or page.date_at.get(at) or not page.lex[at].alpha:
            return False
        noun = page.noun(at)
        if noun is not None and (noun.kind != "person" or not _adjectival(page, at, start)):
            fits = noun.number == "one" if not count.definite else noun.number in ("many", "dual?")
            if not count.definite and page.form[count.number[0]] == "واحده":
                fits = fits and page.form[at].endswith(("ه", "اء"))
            if fits:
                count.noun, count.noun_at, count.start = noun, at, at
                count.conj = page.conj[at] != ""
                count.rules.append("ar-noun-before-number")
            return fits
        word = page.word[at]
        if word is not None and (word.trigger or word.cues.get("verb")):
            return False
    return False


def described(page: Page, at: int) -> bool:
    """ "العمليات السورية العشر": an adjective with the article, of the noun with the article right before it."""
    noun = page.noun(at - 1) if at and page.form[at].startswith("ال") and page.form[at].endswith(("ي", "يه")) else None
    return noun is not None and page.lex[at - 1].article and noun.number == "many"


def dual_before(page: Page, count: Count, start: int) -> bool:
    """ "مفوضين اثنين": a dual that the lexicon does not know, made sure by the word for two."""
    at = count.start - 1
    if (
        at < start
        or len(page.form[at]) < 5
        or not page.form[at].endswith(("ين", "ان"))
        or page.word[at] is not None
        or page.name_at.get(at)
    ):
        return False
    count.unknown_noun, count.noun_at, count.start = True, at, at
    count.conj = page.conj[at] != ""
    return True


def people_of(page: Page, at: int) -> bool:
    return page.lex[at].article and page.form[at].endswith(("ين", "ون"))


def _adjectival(page: Page, at: int, start: int) -> bool:
    """A nationality after another noun is its adjective: جندي عراقي, عملية أمريكية."""
    before = page.noun(at - 1) if at > start else None
    if before is None or page.conj[at] or page.trigger(at - 1) is not None:
        return False
    if page.lex[at].article and not page.lex[at - 1].article:
        return False  # "جثث الأطفال الستة": whose bodies they are
    return before.kind in ("person", "casualty") or (before.kind == "event" and page.form[at].endswith(("ي", "يه")))
