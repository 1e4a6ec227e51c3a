"""A report of the mission is read the same way whoever asks; any other is put aside."""

from __future__ import annotations

import pytest

from evaluation.cases import load
from hasila.model import Document
from hasila.reading import read, read_of_mission


@pytest.mark.parametrize("name", ["examples", "ar_coverage", "en_coverage"])
def test_what_is_read_of_the_mission_is_what_is_read_of_all(name: str) -> None:
    cases = load(name)
    found = 0
    for case in cases:
        document = Document(case.id, case.text, case.title, case.published)
        whole = read(document)
        assert read_of_mission(document) == (whole if whole.relevant else None)
        found += whole.relevant
    assert 0 < found < len(cases)


@pytest.mark.parametrize("text", ["Last week in the north of Syria the SDF,", "On Sunday, US forces and the army,"])
def test_a_text_that_breaks_off_behind_a_comma_is_read(text: str) -> None:
    assert read(Document("torn", text)).figures == ()
