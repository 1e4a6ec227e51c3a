"""Slots in short English."""

from datetime import date

import pytest

from hasila.export import words
from hasila.model import Period, Place


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "shown"),
    [
        (22, 22, "exact", "22"),
        (0, 0, "exact", "0"),
        (1256, 1256, "exact", "1,256"),
        (35, 35, "about", "~35"),
        (22, None, "over", ">22"),
        (22, None, "at_least", "≥22"),
        (None, 25, "at_most", "≤25"),
        (250, 300, "range", "250–300"),
        (None, None, "vague", "some"),
    ],
)
def test_amount(reading_of, low, high, qualifier, shown):
    assert words.amount(reading_of(low=low, high=high, qualifier=qualifier).figures[0]) == shown


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, "killed: militants"),
        ({"victim": None}, "killed"),
        ({"victim": "civilian", "subset": True}, "of them killed: civilians"),
        ({"victim": None, "modality": "denied"}, "killed, denied"),
        ({"victim": None, "modality": "hypothetical"}, "killed, not asserted"),
    ],
)
def test_measure(reading_of, changes, shown):
    assert words.measure(reading_of(**changes).figures[0]) == shown


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, "US forces with Syrian Democratic Forces"),
        ({"partners": ()}, "US forces (with partners)"),
        ({"partners": (), "mode": "unilateral"}, "US forces (alone)"),
        ({"partners": (), "mode": None}, "US forces"),
        ({"partners": (), "mode": None, "actor": None}, ""),
        ({"partners": (), "actor": None}, "(with partners)"),
    ],
)
def test_who(reading_of, changes, shown):
    assert words.who(reading_of(**changes).figures[0]) == shown


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place("SY", "Raqqa", "الرقة"), "Raqqa, SY"),
        (Place("IQ+SY", "Iraq and Syria", "العراق وسوريا"), "IQ+SY"),
        (Place(None, "the desert", "البادية"), "the desert"),
        (Place("IQ", "IQ", "العراق"), "IQ"),
        (Place("IQ", "Iraq", "العراق"), "Iraq"),
        (None, ""),
    ],
)
def test_where(reading_of, place, shown):
    assert words.where(reading_of(place=place).figures[0]) == shown


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (date(2023, 5, 1), date(2023, 5, 31), "May 2023"),
        (date(2024, 2, 1), date(2024, 2, 29), "Feb 2024"),
        (date(2024, 1, 1), date(2024, 3, 31), "Jan–Mar 2024"),
        (date(2022, 1, 1), date(2022, 12, 31), "2022"),
        (date(2024, 8, 29), date(2024, 11, 4), "2024-08-29 to 2024-11-04"),
        (date(2024, 10, 28), date(2024, 10, 28), "2024-10-28"),
        (date(2024, 1, 1), None, "since 2024-01-01"),
        (None, date(2024, 1, 1), "until 2024-01-01"),
        (None, None, "الشهر الماضي"),
    ],
)
def test_when(start, end, shown):
    assert words.when(Period(start, end, "الشهر الماضي", "stated")) == shown
