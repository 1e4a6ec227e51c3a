"""One form for every way to write a word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hasila.text.fold import fold

LETTERS = "ابتثجحخدرزسشصضطعغفقكلمنهويأإآةىؤئء"
WORDS = st.text(st.sampled_from(LETTERS), min_size=1, max_size=12)
MODEST = settings(max_examples=200, deadline=None)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        pytest.param("أسر", "اسر", id="hamza-above"),
        pytest.param("إرهابي", "ارهابي", id="hamza-below"),
        pytest.param("آخرين", "اخرين", id="madda"),
        pytest.param("ٱلقوات", "القوات", id="wasla"),
        pytest.param("قتلى", "قتلي", id="alef-maqsura"),
        pytest.param("عملیة", "عمليه", id="persian-ya"),
        pytest.param("عسکري", "عسكري", id="persian-kaf"),
        pytest.param("عملية", "عمليه", id="ta-marbuta"),
        pytest.param("مُسَلَّحٌ", "مسلح", id="vowels"),
        pytest.param("عنصرًا", "عنصرا", id="tanwin-before-alef"),
        pytest.param("عنصراً", "عنصرا", id="tanwin-after-alef"),
        pytest.param("هٰذا", "هذا", id="dagger-alef"),
        pytest.param("قـــتل", "قتل", id="tatweel"),
        pytest.param("\u202bعملية\u202c", "عمليه", id="embedding-controls"),
        pytest.param("\u2067داعش\u2069", "داعش", id="isolates"),
        pytest.param("\u200f31\u200e", "31", id="directional-marks"),
        pytest.param("قوا\u200cت", "قوات", id="non-joiner"),
        pytest.param("\ufeffقتل", "قتل", id="byte-order-mark"),
        pytest.param("ﻋﻤﻠﻴﺔ", "عمليه", id="presentation-forms"),
        pytest.param("ﻻ", "لا", id="ligature"),
        pytest.param("ＩＳＩＳ", "isis", id="full-width-letters"),
        pytest.param("３８", "38", id="full-width-digits"),
        pytest.param("٣٨", "38", id="arabic-digits"),
        pytest.param("۳۸", "38", id="persian-digits"),
        pytest.param("٣٤٬٥٧٣", "34,573", id="thousands-mark"),
        pytest.param("١٫٥", "1.5", id="decimal-mark"),
        pytest.param("٢٥/٩/٢٠٢١", "25/9/2021", id="date"),
        pytest.param("Killed", "killed", id="lower-case"),
        pytest.param("U.S.", "us", id="abbreviation"),
        pytest.param("أ.ف.ب", "افب", id="arabic-abbreviation"),
        pytest.param("F-16s", "f16s", id="aircraft"),
        pytest.param("month’s", "month's", id="apostrophe"),
    ],
)
def test_spellings_fold_to_one_form(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("censored", "plain"),
    [
        ("مقـ*ـتل", "مقتل"),
        ("داعـ.ـش", "داعش"),
        ("داعـ ـش", "داعش"),
        ("عمـ_ـلية", "عمليه"),
        ("قـ-ـسد", "قسد"),
        ("د*ا*ع*ش", "داعش"),
        ("Kil*l", "kill"),
    ],
)
def test_censored_letters_are_joined(censored: str, plain: str) -> None:
    assert fold(censored) == plain


@pytest.mark.parametrize("kept", ["22/5", "12.5", "12-15", "1,200", "*", "-", "/", ".", "؟", "،"])
def test_what_is_not_a_word_keeps_its_marks(kept: str) -> None:
    assert fold(kept) == kept


@pytest.mark.parametrize(("one", "other"), [("مؤمن", "مومن"), ("بئر", "بير"), ("جزء", "جز"), ("قتل", "قاتل")])
def test_letters_that_tell_words_apart_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_lone_vowel_mark_folds_to_nothing() -> None:
    assert fold("\u064b") == fold("ـ") == ""


@MODEST
@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@MODEST
@given(WORDS, st.lists(st.tuples(st.floats(0, 1), st.sampled_from("\u064b\u064e\u0650\u0651\u0652ـ\u200f\u202b"))))
def test_marks_anywhere_leave_the_form_alone(word: str, marks: list[tuple[float, str]]) -> None:
    marked = word
    for share, mark in marks:
        at = int(share * len(marked))
        marked = marked[:at] + mark + marked[at:]
    assert fold(marked) == fold(word)


@MODEST
@given(st.integers(0, 10**9))
def test_numbers_have_one_form_in_all_three_sets_of_digits(number: int) -> None:
    plain = str(number)
    for zero in (0x0660, 0x06F0):
        assert fold("".join(chr(zero + int(digit)) for digit in plain)) == plain
