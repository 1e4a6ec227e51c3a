"""Where a wrong number may have come from: on numbers made by hand, and in the words of the tally."""

from datetime import date

import pytest

from hasila.model import Measure
from hasila.tally.claim import Cell
from hasila.tally.slips import slip_of
from hasila.tally.solving.assertions import Assertion
from hasila.tally.solving.settled import Settled
from hasila.tally.telling import told
from tests.tally.bulletins import cell, month, said

JULY = month(2023, 7)


def slip(wrong: Assertion, instead: int | None, *others: Assertion, own_voice: bool = False) -> tuple[str, str] | None:
    """The kind of the slip and the words for it."""
    found = slip_of(Settled([wrong, *others]), wrong, instead, own_voice)
    return None if found is None else (found.kind, told([found]))


def july(value: int, measure: Measure = "detained", scope: str = "IQ", witness: str = "one") -> Assertion:
    return said(cell(JULY, measure, scope), value, witness=witness)


def at(days: tuple[date, date], value: int) -> Assertion:
    return said(cell(days, "detained", "IQ"), value, witness="two")


@pytest.mark.parametrize(
    ("wrong", "right", "kind"),
    [
        (84, 48, "digits swapped"),
        (132, 123, "digits swapped"),
        (110, 10, "digit added"),
        (4, 24, "digit lost"),
        (13, 313, "digit lost"),
        (14, 24, "one digit wrong"),
        (321, 123, None),
        (7, 24, None),
        (5, 6, None),
    ],
)
def test_what_the_keyboard_does_is_told(wrong: int, right: int, kind: str | None) -> None:
    found = slip(july(wrong), right)
    assert (None if found is None else found[0]) == kind


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (july(37, scope="SY"), "another place"),
        (july(37, scope="IQ+SY"), "total for a part"),
        (july(37, "killed"), "another measure"),
        (july(37, "operations"), "another measure"),
        (at(month(2023, 6), 37), "period before"),
        (at(month(2023, 4), 37), "another period"),
        (at(month(2022, 7), 37), "another period"),
        (at(month(2023, 1, 7), 37), "running total"),
        (at(month(2023, 1, 9), 37), "running total"),
        (at((date(2023, 7, 1), date(2023, 7, 10)), 37), "part for the total"),
    ],
    ids=str,
)
def test_a_neighbour_of_the_same_number_is_named(other: Assertion, kind: str) -> None:
    found = slip(july(37), 21, other)
    assert found is not None
    assert found[0] == kind
    assert found[1].startswith("37 is what is stated for ")


def test_two_numbers_in_each_others_place_are_one_slip() -> None:
    killed, detained = july(31, "killed", witness="swaps"), july(8, "detained", witness="swaps")
    right = july(8, "killed", witness="right"), july(31, "detained", witness="right")
    assert slip(killed, 8, detained, *right) == (
        "killed and detained swapped",
        "31 is what is stated for detained: the two stand in each other's place",
    )
    # where only one of them is wrong, nothing was swapped
    found = slip(killed, 8, *right)
    assert found is not None
    assert found[0] == "another measure"


def test_countries_in_each_others_place_are_one_slip() -> None:
    wrong = july(12, witness="swaps"), july(17, scope="SY", witness="swaps")
    right = july(17, witness="right"), july(12, scope="SY", witness="right")
    found = slip(wrong[0], 17, wrong[1], *right)
    assert found is not None
    assert found[0] == "places swapped"


def test_a_part_that_was_added_once_more_is_found() -> None:
    half, quarter = cell(month(2024, 1, 6)), cell(month(2024, 1, 3))
    assert slip(said(half, 290), 196, said(quarter, 94)) == (
        "part counted twice",
        "290 is 196 and once more the part that is stated for Jan–Mar 2024",
    )
    # a small difference says nothing, unless it is what is so often counted twice
    assert slip(said(half, 199), 196, said(quarter, 3)) == ("one digit wrong", "199 differs from 196 in one digit")
    alone = Cell("coalition", "operations", "SY", None, "unilateral", half.start, half.end)
    found = slip(said(half, 199), 196, said(alone, 3))
    assert found is not None
    assert found[0] == "part counted twice"


def test_a_sum_of_its_own_is_likelier_than_a_wrong_digit() -> None:
    assert slip(july(279), 272, own_voice=True) == ("own sum", "279 is the outlet's own count")
    assert slip(july(84), 48, own_voice=True) == ("digits swapped", "84 is 48 with two digits swapped")


def test_one_and_none_stand_everywhere_and_tell_nothing() -> None:
    assert slip(july(1), 5, july(1, scope="SY")) is None
    assert slip(july(0), 5, july(0, scope="SY")) is None


def test_a_number_that_stands_is_no_slip() -> None:
    assert slip(july(24), 24, july(24, scope="SY")) is None
