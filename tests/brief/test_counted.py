"""Every counted noun of a brief from 0 to 2,000, held against a grammar's rules written down apart from the code.

The rules (Ryding, *A Reference Grammar of Modern Standard Arabic*, chapter 15, in our words): one and two are the noun
itself, singular with "one" behind it and dual. From three to ten the noun is a genitive plural and the number word has
the other gender. From 11 to 99 the noun is an accusative singular. The hundreds and thousands take a genitive singular.
In a longer number the last two digits decide.
"""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from hasila.brief.counted import described_ar, noun_ar, noun_en, number_ar, others_ar, others_en
from hasila.values.render import Case, Noun

CASES: tuple[Case, ...] = ("nom", "gen", "acc")
# noun: singular, singular accusative, dual nominative, dual otherwise, plural genitive, gender. Written by hand.
FORMS = {
    "عملية": ("عملية", "عملية", "عمليتان", "عمليتين", "عمليات", "f"),
    "غارة": ("غارة", "غارة", "غارتان", "غارتين", "غارات", "f"),
    "هجوم": ("هجوم", "هجوماً", "هجومان", "هجومين", "هجمات", "m"),
    "عنصر": ("عنصر", "عنصراً", "عنصران", "عنصرين", "عناصر", "m"),
    "شخص": ("شخص", "شخصاً", "شخصان", "شخصين", "أشخاص", "m"),
    "قتيل": ("قتيل", "قتيلاً", "قتيلان", "قتيلين", "قتلى", "m"),
    "جريح": ("جريح", "جريحاً", "جريحان", "جريحين", "جرحى", "m"),
    "معتقل": ("معتقل", "معتقلاً", "معتقلان", "معتقلين", "معتقلين", "m"),
    "مخطوف": ("مخطوف", "مخطوفاً", "مخطوفان", "مخطوفين", "مخطوفين", "m"),
}
# 3 to 10, before a masculine noun and before a feminine one.
FEW = {
    3: ("ثلاثة", "ثلاث"),
    4: ("أربعة", "أربع"),
    5: ("خمسة", "خمس"),
    6: ("ستة", "ست"),
    7: ("سبعة", "سبع"),
    8: ("ثمانية", "ثماني"),
    9: ("تسعة", "تسع"),
    10: ("عشرة", "عشر"),
}


def nouns() -> Iterator[dict[str, Any]]:
    """Every noun that a brief counts with."""
    held = tomllib.loads(files("hasila.brief").joinpath("ar.toml").read_text(encoding="utf-8"))
    for measure in held["measures"].values():
        yield measure["noun"]
        if "toll" in measure:
            yield measure["toll"]


NOUNS = {noun["singular"]: Noun(**noun) for noun in nouns()}


def by_the_grammar(n: int, noun: str, case: Case) -> str:
    one, tanwin, dual, dual_oblique, few, gender = FORMS[noun]
    if n == 1 and gender == "f":
        return f"{one} واحدة"
    if n == 1:
        return f"{tanwin} واحداً" if case == "acc" else f"{one} واحد"
    if n == 2:
        return dual if case == "nom" else dual_oblique
    if n <= 10:
        return f"{FEW[n][gender == 'f']} {few}"
    last = n % 100
    if last in (0, 1, 2):
        return f"{n} {one}"
    return f"{n} {few}" if last <= 10 else f"{n} {tanwin}"


def test_table_holds_every_noun_of_a_brief() -> None:
    assert set(NOUNS) == set(FORMS)


@pytest.mark.parametrize("noun", FORMS)
@pytest.mark.parametrize("case", CASES)
def test_counted_noun_follows_the_grammar_to_two_thousand(noun: str, case: Case) -> None:
    for n in range(1, 2001):
        assert noun_ar(n, NOUNS[noun], case) == by_the_grammar(n, noun, case)


@pytest.mark.parametrize("case", CASES)
def test_partnered_operations_agree_to_two_thousand(case: Case) -> None:
    dual = "عمليتان مشتركتان" if case == "nom" else "عمليتين مشتركتين"
    for n in range(1, 2001):
        written = described_ar(n, NOUNS["عملية"], "مشتركة", case)
        if n == 1:
            assert written == "عملية مشتركة واحدة"
        elif n == 2:
            assert written == dual
        else:
            assert written == f"{by_the_grammar(n, 'عملية', case)} مشتركة"


@pytest.mark.parametrize("case", CASES)
def test_others_agree_to_two_thousand(case: Case) -> None:
    others = "آخرون" if case == "nom" else "آخرين"
    two = {"nom": "عنصران آخران", "gen": "عنصرين آخرين", "acc": "عنصرين آخرين"}
    for n in range(1, 2001):
        written = others_ar(n, NOUNS["عنصر"], case)
        if n == 1:
            assert written == ("عنصراً آخر" if case == "acc" else "عنصر آخر")
        elif n == 2:
            assert written == two[case]
        else:
            assert written == f"{FEW[n][0] if n <= 10 else n} {others}"


@pytest.mark.parametrize(
    ("n", "gender", "case", "written"),
    [
        (1, "m", "acc", "واحداً"),
        (1, "f", "nom", "واحدة"),
        (2, "m", "nom", "اثنان"),
        (2, "f", "gen", "اثنتين"),
        (8, "m", "nom", "ثمانية"),
        (8, "f", "nom", "ثمانٍ"),
        (8, "f", "acc", "ثمانياً"),
        (10, "m", "gen", "عشرة"),
        (11, "m", "nom", "11"),
        (2000, "f", "acc", "2000"),
    ],
)
def test_number_alone(n: int, gender: Any, case: Case, written: str) -> None:
    assert number_ar(n, gender, case) == written


def test_english_counts() -> None:
    names = "zero one two three four five six seven eight nine ten".split()
    for n in range(2001):
        number = names[n] if n < 11 else f"{n:,}"
        assert noun_en(n, "strike", "strikes") == f"{number} strike{'' if n == 1 else 's'}"
        assert others_en(n) == f"{number} other{'' if n == 1 else 's'}"
