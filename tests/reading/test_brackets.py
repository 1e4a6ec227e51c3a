"""Lists in brackets."""

from __future__ import annotations

import pytest

from hasila.model import Document
from hasila.reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The coalition carried out 36 operations (22 in Iraq; 14 in Syria) in May 2023.", [36, 22, 14]),
        ("نفذ التحالف 36 عملية (22 في العراق؛ 14 في سوريا) خلال أيار 2023.", [36, 22, 14]),
        ("نفذ التحالف 36 عملية: 22 في العراق + 14 في سوريا خلال أيار 2023.", [36, 22, 14]),
        ("نُفذت 36 عملية (22 + 14 = 36) خلال أيار 2023.", [36]),
    ],
)
def test_parts_in_a_bracket_are_of_one_sentence(text: str, expected: list[int]) -> None:
    figures = read(Document("one", text)).figures
    assert [figure.low for figure in figures] == expected
    assert {str(figure.period.start) for figure in figures if figure.period} == {"2023-05-01"}
    assert all(text[figure.evidence.start : figure.evidence.end] == figure.evidence.text for figure in figures)


def test_a_semicolon_outside_parts_sentences() -> None:
    text = "Ten ISIS fighters were killed in Iraq (near Kirkuk); in Syria four were captured."
    places = [figure.place.scope for figure in read(Document("one", text)).figures if figure.place]
    assert places == ["IQ", "SY"]
