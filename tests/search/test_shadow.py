"""A word is found however it is set, and with whatever is written onto it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hasila.search.shadow import asked_as, further, onto, shadow_of
from hasila.search.snippets import around

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآىةؤئء"
_MARKS = ("", "", "", "\u064e", "\u064f", "\u0650", "\u0652", "\u0651\u064e", "ـ", "ـــ", "\u0670")
_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "فال", "كال", "وبال", "لل", "ولل", "فلل", "وب", "ول")

word = st.text(_LETTERS, min_size=3, max_size=8).filter(lambda one: one[0] != "ء" and not one.startswith("ال"))


@st.composite
def set_in_some_way(draw: st.DrawFn, plain: str) -> str:
    """A word with marks and tatweel between its letters, another alef, and clitics before it."""
    swaps = {"ا": "اأإآ", "ي": "يى", "ه": "هة"}
    letters = [draw(st.sampled_from(swaps.get(letter, letter))) for letter in plain]
    return draw(st.sampled_from(_CLITICS)) + "".join(letter + draw(st.sampled_from(_MARKS)) for letter in letters)


@given(st.data(), word)
def test_a_word_is_found_in_every_setting(data: st.DataObject, plain: str) -> None:
    written = data.draw(set_in_some_way(plain))
    (asked,) = shadow_of(plain).words
    (held,) = shadow_of(f"قال إن {written} هناك").words[2:-1]
    assert asked_as(asked) in (held, *further(held))


@given(st.data(), word)
def test_the_article_makes_no_difference_to_what_is_found(data: st.DataObject, plain: str) -> None:
    assert asked_as(*shadow_of(f"ال{plain}").words) == asked_as(*shadow_of(plain).words)


@given(st.text(max_size=200))
def test_every_word_stands_where_it_says(text: str) -> None:
    shadow = shadow_of(text)
    assert all(0 <= start < end <= len(text) for start, end in zip(shadow.start, shadow.end, strict=True))
    assert shadow.start == sorted(shadow.start)
    assert all(word.isalnum() for word in shadow.words)


@given(word)
def test_what_may_be_written_onto_a_word_is_taken_off_again(plain: str) -> None:
    (asked,) = shadow_of(plain).words
    assert all(asked in (one, *further(one)) for one in onto(asked))


def test_digits_of_both_scripts_are_one() -> None:
    assert shadow_of("٣٨ و ۳۸ و 38 و 1,200 و ١٬٢٠٠").words == ["38", "و", "38", "و", "38", "و", "1200", "و", "1200"]


def test_a_sentence_stands_around_what_states_something() -> None:
    text = "هدوء أمس. وقُتل 22 عنصرا في الرقة. ثم هدوء."
    cut = around(text, text.index("22"), text.index("22") + 8)
    assert cut.text.strip() == "وقُتل 22 عنصرا في الرقة."
    assert [piece for piece, found in cut.pieces if found] == ["22 عنصرا"]
