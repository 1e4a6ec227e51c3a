"""Counted nouns: the number is read back, and noun and number take the forms that grammar wants."""

import pytest

from hasila.text.fold import fold
from hasila.values.numbers import read_number
from hasila.values.render import Case, Gender, Noun, count_ar, count_en, dual_ar, spell_ar, spell_en

FIGHTER = Noun("عنصر", "عناصر", "m")
OPERATION = Noun("عملية", "عمليات", "f")
STRIKE = Noun("ضربة", "ضربات", "f")
DEAD = Noun("قتيل", "قتلى", "m")
DETAINEE = Noun("معتقل", "معتقلون", "m", sound=True)
SOLDIER = Noun("جندي", "جنود", "m")
CIVILIAN = Noun("مدني", "مدنيون", "m", sound=True)
NOUNS = {
    FIGHTER: ("عناصر", "عنصراً"),
    OPERATION: ("عمليات", "عملية"),
    STRIKE: ("ضربات", "ضربة"),
    DEAD: ("قتلى", "قتيلاً"),
    DETAINEE: ("معتقلين", "معتقلاً"),
    SOLDIER: ("جنود", "جندياً"),
    CIVILIAN: ("مدنيين", "مدنياً"),
}
CASES: tuple[Case, ...] = ("nom", "gen", "acc")


def folded(text: str) -> list[str]:
    return [fold(word) for word in text.split()]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.singular)
@pytest.mark.parametrize("case", CASES)
def test_counts_to_two_thousand_are_read_back_before_the_right_noun(noun: Noun, case: Case) -> None:
    plural, accusative = NOUNS[noun]
    for n in range(3, 2001):
        if n % 100 in (1, 2):
            continue
        expected = plural if 3 <= n % 100 <= 10 else accusative if n % 100 > 10 else noun.singular
        phrase = count_ar(n, noun, case)
        number = read_number(folded(phrase), 0)
        assert number is not None
        assert (number.low, phrase.split()[number.end :]) == (n, [expected])
        assert count_ar(n, noun, case, digits=True) == f"{n} {expected}"


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.singular)
@pytest.mark.parametrize("case", CASES)
def test_hundreds_and_one_or_two_name_the_noun_again(noun: Noun, case: Case) -> None:
    for n in range(100, 2001, 100):
        assert count_ar(n + 1, noun, case) == f"{count_ar(n, noun, case)} و{count_ar(1, noun, case)}"
        assert count_ar(n + 2, noun, case) == f"{count_ar(n, noun, case)} و{dual_ar(noun, case)}"
        assert count_ar(n + 1, noun, case, digits=True) == f"{n + 1} {noun.singular}"


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.singular)
def test_number_takes_the_other_gender_from_three_to_ten(noun: Noun) -> None:
    for n in range(3, 11):
        assert count_ar(n, noun).split()[0].endswith("ة") == (noun.gender == "m")


@pytest.mark.parametrize(
    ("n", "noun", "case", "phrase"),
    [
        (0, OPERATION, "nom", "صفر عملية"),
        (1, FIGHTER, "nom", "عنصر واحد"),
        (1, FIGHTER, "acc", "عنصراً واحداً"),
        (1, OPERATION, "acc", "عملية واحدة"),
        (2, FIGHTER, "nom", "عنصران"),
        (2, FIGHTER, "gen", "عنصرين"),
        (2, STRIKE, "nom", "ضربتان"),
        (2, STRIKE, "acc", "ضربتين"),
        (3, OPERATION, "nom", "ثلاث عمليات"),
        (8, OPERATION, "acc", "ثماني عمليات"),
        (8, SOLDIER, "acc", "ثمانية جنود"),
        (10, STRIKE, "gen", "عشر ضربات"),
        (10, CIVILIAN, "nom", "عشرة مدنيين"),
        (11, OPERATION, "nom", "إحدى عشرة عملية"),
        (11, DEAD, "nom", "أحد عشر قتيلاً"),
        (12, DETAINEE, "acc", "اثني عشر معتقلاً"),
        (12, STRIKE, "nom", "اثنتا عشرة ضربة"),
        (13, FIGHTER, "gen", "ثلاثة عشر عنصراً"),
        (18, OPERATION, "gen", "ثماني عشرة عملية"),
        (21, OPERATION, "gen", "إحدى وعشرين عملية"),
        (22, SOLDIER, "nom", "اثنان وعشرون جندياً"),
        (28, STRIKE, "nom", "ثمانٍ وعشرون ضربة"),
        (28, STRIKE, "acc", "ثمانياً وعشرين ضربة"),
        (35, OPERATION, "acc", "خمساً وثلاثين عملية"),
        (100, FIGHTER, "nom", "مئة عنصر"),
        (102, OPERATION, "nom", "مئة عملية وعمليتان"),
        (103, OPERATION, "nom", "مئة وثلاث عمليات"),
        (200, FIGHTER, "acc", "مئتي عنصر"),
        (219, FIGHTER, "nom", "مئتان وتسعة عشر عنصراً"),
        (313, OPERATION, "nom", "ثلاثمئة وثلاث عشرة عملية"),
        (1000, DETAINEE, "acc", "ألف معتقل"),
        (1500, DEAD, "acc", "ألفاً وخمسمئة قتيل"),
        (2000, SOLDIER, "nom", "ألفا جندي"),
        (11_000, SOLDIER, "nom", "أحد عشر ألف جندي"),
    ],
)
def test_phrase(n: int, noun: Noun, case: Case, phrase: str) -> None:
    assert count_ar(n, noun, case) == phrase


def test_construct_drops_the_nun() -> None:
    assert count_ar(2, OPERATION, "gen", construct=True) == "عمليتي"
    assert count_ar(2, FIGHTER, "nom", construct=True) == "عنصرا"
    assert count_ar(5, DETAINEE, "nom", construct=True) == "خمسة معتقلي"
    assert count_ar(13, FIGHTER, "nom", construct=True) == "ثلاثة عشر عنصراً"


def test_one_may_be_the_noun_alone() -> None:
    assert count_ar(1, FIGHTER, "acc", bare=True) == "عنصراً"


@pytest.mark.parametrize(
    ("n", "noun", "digits", "phrase"),
    [
        (1, OPERATION, False, "العملية الواحدة"),
        (2, FIGHTER, False, "العنصران"),
        (3, OPERATION, False, "العمليات الثلاث"),
        (8, STRIKE, False, "الضربات الثماني"),
        (25, FIGHTER, False, "العناصر الخمسة والعشرون"),
        (38, OPERATION, True, "العمليات الـ38"),
    ],
)
def test_definite_number_follows_its_noun(n: int, noun: Noun, digits: bool, phrase: str) -> None:
    assert count_ar(n, noun, indefinite=False, digits=digits) == phrase


@pytest.mark.parametrize(
    ("n", "gender", "case", "construct", "words"),
    [
        (1, "m", "acc", False, "واحداً"),
        (2, "f", "gen", False, "اثنتين"),
        (3, "f", "acc", False, "ثلاثاً"),
        (8, "f", "nom", False, "ثمانٍ"),
        (200, "m", "nom", True, "مئتا"),
        (105_000, "m", "nom", False, "مئة وخمسة آلاف"),
        (200_000, "m", "gen", False, "مئتي ألف"),
        (1_200_015, "f", "nom", False, "مليون ومئتا ألف وخمس عشرة"),
    ],
)
def test_spelling(n: int, gender: Gender, case: Case, construct: bool, words: str) -> None:
    assert spell_ar(n, gender, case, construct) == words


def test_english() -> None:
    assert [spell_en(n) for n in (0, 12, 45, 100, 305)] == [
        "zero",
        "twelve",
        "forty-five",
        "one hundred",
        "three hundred and five",
    ]
    assert count_en(1, "strike", "strikes", digits=True) == "1 strike"
    assert count_en(1335, "strike", "strikes", digits=True) == "1,335 strikes"
    assert count_en(3, "strike", "strikes") == "three strikes"


@pytest.mark.parametrize("n", [-1, 1_000_000_000])
def test_out_of_range_is_refused(n: int) -> None:
    with pytest.raises(ValueError, match="can spell 0 to"):
        spell_ar(n)
    with pytest.raises(ValueError, match="can spell 0 to"):
        spell_en(n)
