"""A text in overlapping parts: all of it, none too long, no sentence cut in both."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hasila.second.parts import estimated_tokens, parts

SENTENCES = "قُتل خمسة مسلحين في هجوم قرب الرقة. " * 400


@given(st.text(max_size=400), st.integers(1, 60), st.integers(0, 20))
def test_parts_cover_the_text_and_keep_to_their_size(text: str, size: int, overlap: int) -> None:
    found = list(parts(text, size, overlap))
    assert found[0][0] == 0
    assert found[-1][1] == len(text)
    for (start, end), (after, _) in pairwise(found):
        assert start < after <= end
    assert all(estimated_tokens(text[start:end]) <= size + 1 for start, end in found if end - start > 1)


def test_a_short_text_is_one_part() -> None:
    assert list(parts("قُتل خمسة.")) == [(0, 10)]


def test_parts_end_with_sentences_and_overlap() -> None:
    found = list(parts(SENTENCES, 500, 60))
    assert len(found) > 3
    assert all(SENTENCES[:end].endswith(". ") for _, end in found)
    assert all(after < end for (_, end), (after, _) in pairwise(found))
