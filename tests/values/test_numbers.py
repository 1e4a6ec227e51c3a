"""Reading numbers: what the renderer writes is read back, and neighbours that only look like one number stay apart."""

import random

import pytest

from hasila.text.fold import fold
from hasila.text.tokens import tokenise
from hasila.values.numbers import Number, number_forms, read_number
from hasila.values.render import Case, Gender, spell_ar, spell_en

RANDOM = random.Random(7)
SAMPLE = [*range(10_000), *(RANDOM.randrange(10_000, 1_000_000) for _ in range(1000))]
LARGE = [RANDOM.randrange(1_000_000, 1_000_000_000) for _ in range(300)]


def read_all(text: str) -> list[Number]:
    """Every number of a text, left to right."""
    forms, found, at = tokenise(text).form, [], 0
    while at < len(forms):
        starts = forms[at][0].isdigit() or forms[at] in number_forms()
        number = read_number(forms, at) if starts else None
        if number is not None:
            found.append(number)
        at = number.end if number is not None else at + 1
    return found


def words(text: str) -> list[str]:
    return [fold(word) for word in text.replace("-", " ").split()]


@pytest.mark.parametrize("gender", ["m", "f"])
@pytest.mark.parametrize("case", ["nom", "gen", "acc"])
def test_arabic_words_are_read_back(gender: Gender, case: Case) -> None:
    for n in SAMPLE + LARGE:
        for spelled in {spell_ar(n, gender, case), spell_ar(n, gender, case, construct=True)} - {"ألفا"}:
            forms = words(spelled)
            assert read_number(forms, 0) == Number(n, n, len(forms), "words", True), spelled


def test_arabic_words_stop_at_the_noun() -> None:
    for n in SAMPLE[::7]:
        spelled = words(spell_ar(n, "m", "gen", construct=True))
        assert read_number([*spelled, "عنصر"], 0) == Number(n, n, len(spelled), "words", True)


def test_english_words_are_read_back() -> None:
    for n in SAMPLE + LARGE:
        spelled = words(spell_en(n))
        assert read_number([*spelled, "militants"], 0) == Number(n, n, len(spelled), "words", True)


def test_digits_are_read_back_with_and_without_separators() -> None:
    for n in SAMPLE[::5] + LARGE:
        for form in (str(n), f"{n:,}"):
            assert read_number([form, "عنصرا"], 0) == Number(n, n, 1, "digits", True)


@pytest.mark.parametrize(
    ("text", "value", "style"),
    [
        # units in every gender, case and spelling
        ("ثلاث", 3, "words"),
        ("ثلاثةُ عناصر", 3, "words"),
        ("ثمانِ ضربات", 8, "words"),
        ("ثماني ضربات", 8, "words"),
        ("ثمانية قتلى", 8, "words"),
        ("إثنان", 2, "words"),
        ("اثنتين", 2, "words"),
        ("واحدًا", 1, "words"),
        ("واحدة", 1, "words"),
        # 11 to 99
        ("أحد عشر", 11, "words"),
        ("إحدى عشرة", 11, "words"),
        ("اثنا عشر", 12, "words"),
        ("اثنى عشر", 12, "words"),
        ("اثنتي عشرة", 12, "words"),
        ("سبع عشرة", 17, "words"),
        ("ثمان عشرة", 18, "words"),
        ("سبعة وخمسين جريحا", 57, "words"),
        ("واحداً وستين", 61, "words"),
        ("إحدى وثلاثون", 31, "words"),
        ("خمسة و عشرين", 25, "words"),
        # hundreds, joined and apart
        ("مئة", 100, "words"),
        ("ماية", 100, "words"),
        ("مائتا عنصر", 200, "words"),
        ("ثلاثمئة", 300, "words"),
        ("ثلاث مائة", 300, "words"),
        ("خمس مئات", 500, "words"),
        ("تسعمائة وتسع", 909, "words"),
        ("مئة وإحدى عشرة", 111, "words"),
        ("مئة وأحد عشر", 111, "words"),
        ("مئة وواحداً وعشرين", 121, "words"),
        ("ثمانمئة وخمساً وتسعين", 895, "words"),
        ("مئة و20 عنصرا", 120, "mixed"),
        # thousands and millions
        ("ألفا مقاتل", 2000, "words"),
        ("ألفاً من المقاتلين", 1000, "words"),
        ("ألفاً وخمسمئة واثنتين وعشرين", 1522, "words"),
        ("ألف و500 عنصر", 1500, "mixed"),
        ("ألفي عنصر", 2000, "words"),
        ("مئة وخمسة آلاف", 105_000, "words"),
        ("45 ألف", 45_000, "mixed"),
        ("29 ألفا و 920", 29_920, "mixed"),
        ("29 ألفا و920", 29_920, "mixed"),
        ("ستة آلاف و575", 6575, "mixed"),
        ("2 مليون و300 ألف", 2_300_000, "mixed"),
        ("1,2 مليون", 1_200_000, "mixed"),
        ("نصف مليون", 500_000, "words"),
        ("ربع مليون", 250_000, "words"),
        ("مليون ونصف", 1_500_000, "words"),
        ("مليونين ونصف المليون", 2_500_000, "words"),
        # prefixes and the article
        ("بثلاثة وعشرين عنصرا", 23, "words"),
        ("للخمسة", 5, "words"),
        ("لأربعة", 4, "words"),
        ("وبثلاثة", 3, "words"),
        ("الثلاثة والعشرين", 23, "words"),
        ("العشرين", 20, "words"),
        # digits
        ("٣٨ عملية", 38, "digits"),
        ("1,335", 1335, "digits"),
        ("1.335.000", 1_335_000, "digits"),
        # English
        ("three hundred and five", 305, "words"),
        ("one hundred five", 105, "words"),
        ("a hundred militants", 100, "words"),
        ("fifteen hundred", 1500, "words"),
        ("two thousand three hundred", 2300, "words"),
        ("two thousand and five", 2005, "words"),
        ("thirty-nine operations", 39, "words"),
        ("a dozen", 12, "words"),
        ("two dozen", 24, "words"),
        ("half a dozen", 6, "words"),
        ("half a million", 500_000, "words"),
        ("two and a half million", 2_500_000, "words"),
        ("10 thousand", 10_000, "mixed"),
        ("7.7 million", 7_700_000, "mixed"),
        ("Zero", 0, "words"),
    ],
)
def test_one_number(text: str, value: int, style: str) -> None:
    assert [(number.low, number.high, number.style) for number in read_all(text)] == [(value, value, style)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ثلاثة وأربعة", [3, 4]),
        ("عشرة وعشرين", [10, 20]),
        ("عشرين وثلاثين", [20, 30]),
        ("عشرين وخمسة", [20, 5]),
        ("مئة وألف", [100, 1000]),
        ("مئة ومئتين", [100, 200]),
        ("خمسة آلاف وسبعة آلاف", [5000, 7000]),
        ("12 و15", [12, 15]),
        ("100 و 5", [100, 5]),
        ("12 ألفا و3400", [12_000, 3400]),
        ("خمسة، وعشرين", [5, 20]),
        ("خمسة\nوعشرين", [5, 20]),
        ("بثلاثة وبعشرين", [3, 20]),
        ("ثلاثة والعشرين", [3, 20]),
        ("قتل مئة وأصيب خمسة", [100, 5]),
        ("قتل اثنين وعشرة آخرين", [2, 10]),
        ("twenty-five and thirty", [25, 30]),
        ("two and three", [2, 3]),
        ("one hundred and wounded five", [100, 5]),
        ("nineteen eighty", [19, 80]),
        ("7 and 11", [7, 11]),
        ("a hundred and two hundred", [100, 200]),
    ],
)
def test_neighbours_stay_apart(text: str, values: list[int]) -> None:
    assert [number.low for number in read_all(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "عشرات",
        "العشرات من",
        "المئات",
        "آلاف النازحين",
        "عشرات الآلاف",
        "مئات الآلاف",
        "بضع عشرات",
        "بضعة آلاف",
        "عدة ملايين",
        "dozens",
        "scores of militants",
        "hundreds",
        "tens of thousands",
        "hundreds of thousands of people",
        "several hundred",
        "a few dozen",
    ],
)
def test_vague_numbers_have_no_value(text: str) -> None:
    assert [(number.low, number.high, number.style) for number in read_all(text)] == [(None, None, "vague")]


@pytest.mark.parametrize("text", ["1.5", "34.573", "1,335.5", "7.7 billion", "3 مليارات", "9999999999"])
def test_what_counts_nothing_is_not_whole(text: str) -> None:
    assert [(number.low, number.whole) for number in read_all(text)] == [(None, False)]


@pytest.mark.parametrize(
    "text",
    [
        "أحد القادة",
        "إحدى العمليات",
        "واحدى",
        "الضربة الأولى",
        "ثاني عملية",
        "الثالث",
        "يوم الاثنين",
        "الثلاثاء",
        "الخميس",
        "لست",
        "بضعة عناصر",
        "نصف العملية",
        "25/9/2021",
        "a man",
        "several men",
        "half of them",
        "first",
        "and",
        "of the",
    ],
)
def test_no_number(text: str) -> None:
    assert read_all(text) == []


def test_vague_ends_after_what_it_is_counted_in() -> None:
    assert read_number(["tens", "of", "thousands", "of", "people"], 0) == Number(None, None, 3, "vague", True)
    assert read_number(["dozens", "of", "people"], 0) == Number(None, None, 1, "vague", True)


def test_number_forms_name_their_language_and_carry_prefixes() -> None:
    forms = number_forms()
    assert {forms[form] for form in ("وبثلاثه", "والثلاثه", "للخمسه", "لاربعه", "بخمسين")} == {"ar"}
    assert forms["twenty"] == "en"
    assert not {"و", "and", "من", "لست", "الاثنين"} & forms.keys()
