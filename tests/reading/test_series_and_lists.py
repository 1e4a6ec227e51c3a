"""English series of people and lettered lists under a total."""

from __future__ import annotations

import pytest

from hasila.model import Document
from hasila.reading import read


def told(text: str) -> list[tuple[str, int | None]]:
    return [(one.measure, one.low) for one in read(Document(id="report", text=text)).figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four civilians, 41 militants and 17 guards have been killed since Friday.", [4, 41, 17]),
        ("Four civilians, 41 ISIS militants and 17 members of the SDF were killed.", [4, 41, 17]),
        ("Four soldiers, 41 ISIS militants, and 17 guards were killed.", [4, 41, 17]),
        ("Four trucks, 41 rifles and two tunnels were destroyed; nine militants were killed.", [9]),
        ("Of the dead, 31 are members of the army.", [31]),
    ],
)
def test_who_falls_together(text: str, expected: list[int]) -> None:
    assert told(text) == [("killed", number) for number in expected]


def test_lettered_items_count_what_the_total_counts() -> None:
    items = "A- Government forces: 410 civilians.\n\nB- Other forces: 230 civilians."
    text = f"The toll of the month has gone up to 640:\n\n{items}"
    assert told(text) == [("killed", 640), ("killed", 410), ("killed", 230)]


def test_letters_before_a_dash_make_no_list_by_themselves() -> None:
    assert told("A- The council opened 12 schools.\n\nB- It paid 40 teachers.") == []
