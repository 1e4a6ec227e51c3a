"""Counted nouns as newspapers write them: under eleven in words, others in digits, with all that agrees with them.

>>> from hasila.brief.quantity import Quantity
>>> fighter = Noun("عنصر", "عناصر", "m")
>>> others_ar(31, fighter, "nom"), others_ar(2, fighter, "gen"), noun_ar(38, fighter, "acc")
('31 آخرون', 'عنصرين آخرين', '38 عنصراً')
"""

from __future__ import annotations

from hasila.values.render import Case, Gender, Noun, count_ar, count_en, dual_ar, singular_ar, spell_ar, spell_en

IN_WORDS = 10


def noun_ar(n: int, noun: Noun, case: Case) -> str:
    """``n`` of a noun: عملية واحدة, عنصران, ثلاث عمليات, 38 عملية."""
    return count_ar(n, noun, case, digits=n > IN_WORDS)


def toll_ar(n: int, noun: Noun, case: Case) -> str:
    """``n`` in a list of losses. معتقلين alone can be two or many, so that two of a sound noun are named.

    >>> toll_ar(2, Noun("معتقل", "معتقلون", "m", sound=True), "acc"), toll_ar(2, Noun("قتيل", "قتلى", "m"), "acc")
    ('معتقلين اثنين', 'قتيلين')
    """
    counted = noun_ar(n, noun, case)
    return f"{counted} {spell_ar(2, noun.gender, case)}" if n == 2 and noun.sound and case != "nom" else counted


def number_ar(n: int, gender: Gender, case: Case) -> str:
    """The number alone: ثمانية, 31."""
    return str(n) if n > IN_WORDS else spell_ar(n, gender, case)


def others_ar(n: int, noun: Noun, case: Case) -> str:
    """ "31 others", after a first count of the same noun; the adjective agrees with the number, or with one and two.

    عنصر آخر, عنصران آخران, ثلاثة آخرون, 31 آخرين. The noun is a masculine one that means people.
    """
    if n == 1:
        return f"{singular_ar(noun, case)} آخر"
    if n == 2:
        return f"{dual_ar(noun, case)} {'آخران' if case == 'nom' else 'آخرين'}"
    return f"{number_ar(n, noun.gender, case)} {'آخرون' if case == 'nom' else 'آخرين'}"


def described_ar(n: int, noun: Noun, adjective: str, case: Case) -> str:
    """A counted noun with an adjective in ة: عملية مشتركة واحدة, عمليتان مشتركتان, 21 عملية مشتركة."""
    if n == 1:
        return f"{singular_ar(noun, case)} {adjective} {spell_ar(1, noun.gender, case)}"
    if n == 2:
        return f"{dual_ar(noun, case)} {dual_ar(Noun(adjective, '', 'f'), case)}"
    return f"{noun_ar(n, noun, case)} {adjective}"


def pronoun_ar(n: int) -> str:
    """What takes up ``n`` things: نفّذتها, after two نفّذتهما."""
    return "هما" if n == 2 else "ها"


def noun_en(n: int, singular: str, plural: str) -> str:
    """ "one operation", "38 operations"."""
    return count_en(n, singular, plural, digits=n > IN_WORDS)


def number_en(n: int) -> str:
    """ "eight", "1,305"."""
    return f"{n:,}" if n > IN_WORDS else spell_en(n)


def others_en(n: int) -> str:
    """ "one other", "31 others"."""
    return f"{number_en(n)} {'other' if n == 1 else 'others'}"
