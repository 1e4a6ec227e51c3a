"""Whether unilateral operations are inside or beside the partnered ones, told with the arithmetic that decides it."""

from datetime import date

import pytest

from hasila.tally.linking.statements import statement_of
from hasila.tally.policy import policy
from hasila.tally.rows import Book
from hasila.tally.solving.assertions import Assertion
from hasila.tally.solving.readings import Reading, readings
from hasila.tally.solving.settled import Settled
from tests.tally.bulletins import cell, claim, month, said

Days = tuple[date, date]


def found(*assertions: Assertion) -> list[Reading]:
    return list(readings(Book(Settled(assertions), policy("official-first"), {}, statement_of)))


def by_mode(days: Days, total: int | None, iraq: int, syria: int, alone: int) -> list[Assertion]:
    made = [
        said(cell(days, scope="IQ", mode="partnered"), iraq),
        said(cell(days, scope="SY", mode="partnered"), syria),
        said(cell(days, scope="SY", mode="unilateral"), alone),
    ]
    return made if total is None else [said(cell(days), total), *made]


@pytest.mark.parametrize(
    ("row", "name", "reason"),
    [
        ((month(2023, 2), 48, 33, 15, 2), "inside", "33 + 15 = 48, while 33 + 15 + 2 = 50"),
        ((month(2023, 4), 35, 25, 10, 1), "inside", "25 + 10 = 35, while 25 + 10 + 1 = 36"),
        ((month(2022, 1, 12), 313, 191, 108, 14), "beside", "191 + 108 + 14 = 313, while 191 + 108 = 299"),
        ((month(2023, 9, 10), 79, 53, 23, 3), "beside", "53 + 23 + 3 = 79, while 53 + 23 = 76"),
    ],
    ids=["february", "april", "year", "autumn"],
)
def test_the_reading_that_adds_up_is_told_with_its_sum(row: tuple[Days, int, int, int, int], name: str, reason: str):
    (reading,) = found(*by_mode(*row))
    assert (reading.name, reading.reason, reading.window) == (name, reason, cell(row[0], scope=None))


def test_a_total_that_follows_from_other_windows_decides_too():
    january, february, both = month(2023, 1), month(2023, 2), month(2023, 1, 2)
    (reading,) = found(said(cell(january), 43), said(cell(both), 91), *by_mode(february, None, 33, 15, 2))
    assert (reading.name, reading.reason) == ("inside", "33 + 15 = 48, while 33 + 15 + 2 = 50")


def test_either_is_said_where_nothing_decides():
    (reading,) = found(*by_mode(month(2023, 2), None, 33, 15, 2))
    assert reading.name == "either"
    assert reading.reason == "nothing decides: 15 in all if they are among the partnered ones, 17 if not"


def test_a_number_that_is_only_a_bound_decides_nothing():
    days = month(2023, 2)
    atleast = claim(cell(days, scope="SY", mode="partnered"), 15, 100)
    vague = Assertion(atleast.cell, 15, None, 10, (atleast,))
    (reading,) = found(vague, said(cell(days, scope="SY", mode="unilateral"), 2))
    assert (reading.name, reading.reason) == ("either", "nothing decides")


def test_bounds_decide_where_they_leave_one_reading():
    days = month(2023, 2)
    partnered = claim(cell(days, scope="SY", mode="partnered"), 0, 15)
    few = Assertion(partnered.cell, None, 15, 10, (partnered,))
    (reading,) = found(few, said(cell(days, scope="SY", mode="unilateral"), 2), said(cell(days, scope="SY"), 17))
    assert reading.name == "beside"


def test_nothing_is_told_without_unilateral_operations():
    assert found(*by_mode(month(2023, 5), 38, 21, 17, 0)) == []
    assert found(said(cell(month(2023, 5)), 38)) == []
