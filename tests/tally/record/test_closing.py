"""Running totals end where the books were closed."""

from datetime import date

import pytest

from tests.tally.entries import claims, entry_of

JUNE = "In June 2029, US Central Command conducted 40 operations against ISIS in Iraq and Syria, {}."


def ends(text: str, published: date) -> dict[int | None, date | None]:
    held = entry_of(text, published=published)
    return {claim.low: claim.cell.end for claim in claims(held)}


@pytest.mark.parametrize(
    ("rest", "published", "end"),
    [
        ("bringing the total since the beginning of the year to 212", date(2029, 7, 5), date(2029, 6, 30)),
        ("bringing the total since the beginning of the year to 212", date(2029, 7, 6), date(2029, 6, 30)),
        ("bringing the total since the beginning of the year to 212", date(2029, 9, 20), date(2029, 9, 20)),
    ],
    ids=["the next days", "another day", "a later month has closed"],
)
def test_a_running_total_ends_with_the_last_window_that_stands_beside_it(rest: str, published: date, end: date) -> None:
    assert ends(JUNE.format(rest), published) == {40: date(2029, 6, 30), 212: end}


def test_a_running_total_alone_ends_when_it_was_said() -> None:
    alone = (
        "Since the beginning of the year US Central Command conducted 212 operations against ISIS in Iraq and Syria."
    )
    assert ends(alone, date(2029, 7, 5)) == {212: date(2029, 7, 5)}
