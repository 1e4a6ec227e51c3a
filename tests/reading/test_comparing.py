"""Numbers that another one is compared with."""

from datetime import date

import pytest

from tests.reading.reports import figure, reading

QUARTER = "The coalition conducted 48 operations against ISIS in Iraq and Syria in the second quarter of 2029, "
FELL = "Operations against ISIS in Iraq and Syria fell {}, the coalition said."
PUBLISHED = date(2029, 7, 10)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(QUARTER + "a drop of 20 percent from 60 a year earlier.", id="noun"),
        pytest.param(QUARTER + "a fall from the 60 conducted in the second quarter of 2028.", id="noun-and-article"),
        pytest.param(QUARTER + "down from 60 a year earlier.", id="cue"),
        pytest.param(FELL.format("to 48 between April and June, from 60 a year earlier"), id="verb"),
        pytest.param(FELL.format("by a fifth to 48 between April and June, from 60 a year earlier"), id="by-how-much"),
    ],
)
def test_what_a_quarter_is_compared_with_is_that_quarter_of_the_year_before(text: str) -> None:
    now, before = (figure(text, which, published=PUBLISHED).period for which in ("operations 48", "operations 60"))
    assert now is not None
    assert (now.start, now.end) == (date(2029, 4, 1), date(2029, 6, 30))
    assert before is not None
    assert (before.start, before.end) == (date(2028, 4, 1), date(2028, 6, 30))


def test_a_time_that_is_only_compared_with_is_not_handed_on() -> None:
    text = FELL.format("to 48 between April and June, from 60 a year earlier") + " Ten ISIS fighters were killed."
    period = figure(text, "killed 10", published=PUBLISHED).period
    assert period is not None
    assert period.start == date(2029, 4, 1)


@pytest.mark.parametrize(
    "rest",
    ["helped by a battalion from 10 Mountain Division.", "launched from 60 outposts.", "with three strikes a day."],
)
def test_other_numbers_compare_nothing(rest: str) -> None:
    assert [one.low for one in reading(QUARTER + rest, published=PUBLISHED).figures if one.measure == "operations"] == [
        48
    ]


def test_a_toll_that_rose_withdraws_the_number_it_rose_from() -> None:
    text = "The number of ISIS militants killed in the raid in Homs on Wednesday has risen to six from four."
    assert figure(text, "killed 6").modality == "asserted"
    assert figure(text, "killed 4").modality == "denied"


def test_a_note_of_correction_is_of_the_time_that_the_story_tells() -> None:
    note = "(This July 9 story has been corrected to say 12 fighters were captured, not 21, in paragraph 1)\n"
    text = note + "US Central Command said that it captured 12 ISIS fighters in Iraq and Syria in June."
    found = reading(text, published=PUBLISHED).figures
    assert [(one.low, one.modality) for one in found] == [(12, "asserted"), (21, "denied"), (12, "asserted")]
    assert {one.period.start for one in found if one.period is not None} == {date(2029, 6, 1)}


def test_whoever_claims_an_attack_made_it_whoever_passes_that_on() -> None:
    one = figure(
        "قالت القيادة المركزية الأميركية إن تنظيم داعش تبنى 118 هجوماً في العراق وسوريا خلال أيار.", "attacks 118"
    )
    assert (one.actor, one.attribution) == ("ISIS", "US Central Command")
