"""The sentence that is quoted for a claim."""

import pytest

from hasila.model import Document, Span
from hasila.tally.views import sentence
from tests.tally.bulletins import cell, claim, month


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("One. It was 38 in all! Two.", "38", "It was 38 in all!"),
        ("TAMPA – U.S. Central Command counted 48. More.", "48", "TAMPA – U.S. Central Command counted 48."),
        ("Gen. Smith counted 48. More.", "48", "Gen. Smith counted 48."),
        ("They say 1.5 percent of 48. More.", "48", "They say 1.5 percent of 48."),
        ("See centcom.mil for all 48. More.", "48", "See centcom.mil for all 48."),
        ("نُفذت عمليات الشهر الماضي.وأوضح البيان أن 48 عنصراً أُسروا.انتهى", "48", "وأوضح البيان أن 48 عنصراً أُسروا."),
        ("هل أُسر 48؟ نعم.", "48", "هل أُسر 48؟"),
        ("A headline without a point\nThere were 48\nMore", "48", "There were 48"),
    ],
)
def test_the_sentence_around_the_words(text: str, words: str, expected: str) -> None:
    start = text.index(words)
    said = claim(cell(month(2023, 5)), 48, evidence=Span("text", start, start + len(words), words))
    assert sentence(Document("a", text), said) == expected
