"""What a document claims."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hasila.model import Figure, Period, Place, Span
from tests.tally.entries import BOTH, IRAQ, SYRIA, claims, entry, entry_of, figure, said

FIGURES = st.builds(
    figure,
    st.sampled_from(["operations", "killed", "detained"]),
    st.integers(0, 4),
    mode=st.sampled_from([None, "partnered", "unilateral"]),
    place=st.sampled_from([BOTH, IRAQ, SYRIA, None]),
    subset=st.booleans(),
    modality=st.sampled_from(["asserted", "denied", "hypothetical"]),
    attribution=st.sampled_from([None, "US Central Command", "Syrian Observatory for Human Rights"]),
)


def test_a_repeated_figure_is_one_claim() -> None:
    (claim,) = claims(entry(figure("killed", 8, confidence=0.5), figure("killed", 8, confidence=0.9)))
    assert (claim.figures, claim.confidence, claim.id) == ((0, 1), 0.9, claim.document[:12] + "#0")


def test_two_values_of_a_cell_are_two_claims() -> None:
    assert [one.low for one in claims(entry(figure("killed", 8), figure("killed", 9)))] == [8, 9]


def test_what_was_only_feared_is_no_claim_and_what_is_denied_is_one() -> None:
    held = entry(*(figure("killed", 5, modality=modality) for modality in ("hypothetical", "prevented", "denied")))
    assert [one.modality for one in claims(held)] == ["denied"]


def test_a_vague_count_claims_no_number() -> None:
    (claim,) = claims(entry(figure("killed", None, qualifier="vague")))
    assert (claim.low, claim.high, claim.qualifier) == (None, None, "vague")


@pytest.mark.parametrize(
    ("place", "scope", "name"),
    [
        (BOTH, "IQ+SY", None),
        (IRAQ, "IQ", None),
        (Place("SY", "Raqqa", "Raqqa"), "SY", "Raqqa"),
        (Place("IQ+SY", "Syrian-Iraqi border", "the border"), "IQ+SY", "Syrian-Iraqi border"),
        (None, None, None),
    ],
)
def test_a_country_is_a_scope_and_a_town_a_place(place: Place | None, scope: str | None, name: str | None) -> None:
    (claim,) = claims(entry(figure("killed", 8, place=place)))
    assert (claim.cell.scope, claim.cell.place) == (scope, name)


def test_all_joint_is_the_count_of_both_modes_too() -> None:
    held = entry(figure("operations", 21, place=IRAQ, mode="partnered"))
    assert said(held) == {("operations", "IQ", "partnered", 21), ("operations", "IQ", None, 21)}
    one, both = claims(held)
    assert both.id == one.id + "/all"
    assert both.figures == one.figures


def test_beside_unilateral_ones_a_count_is_of_its_own_mode_only() -> None:
    held = entry(
        figure("operations", 48),
        figure("operations", 33, place=IRAQ, mode="partnered"),
        figure("operations", 15, place=SYRIA, mode="partnered"),
        figure("operations", 2, place=SYRIA, mode="unilateral"),
    )
    assert said(held) == {
        ("operations", "IQ+SY", None, 48),
        ("operations", "IQ", "partnered", 33),
        ("operations", "IQ", None, 33),
        ("operations", "SY", "partnered", 15),
        ("operations", "SY", "unilateral", 2),
    }


def test_with_partners_introduces_the_whole_where_a_part_has_unilateral_ones() -> None:
    held = entry(
        figure("operations", 79, mode="partnered"),
        figure("operations", 53, place=IRAQ, mode="partnered"),
        figure("operations", 23, place=SYRIA, mode="partnered"),
        figure("operations", 3, place=SYRIA, mode="unilateral"),
    )
    assert ("operations", "IQ+SY", None, 79) in said(held)
    assert ("operations", "IQ+SY", "partnered", 79) not in said(held)


def test_a_total_of_several_countries_with_partners_is_of_both_modes() -> None:
    assert said(entry(figure("operations", 43, mode="partnered"))) == {("operations", "IQ+SY", None, 43)}


def test_no_unilateral_ones_leave_the_count_whole() -> None:
    held = entry(figure("operations", 21, mode="partnered"), figure("operations", 0, mode="unilateral"))
    assert said(held) == {
        ("operations", "IQ+SY", None, 21),
        ("operations", "IQ+SY", "partnered", 21),
        ("operations", "IQ+SY", "unilateral", 0),
    }


def test_results_are_those_of_all_operations_unless_the_modes_are_told_apart() -> None:
    assert said(entry(figure("killed", 6, mode="partnered"))) == {("killed", "IQ+SY", None, 6)}
    apart = entry(figure("killed", 6, mode="partnered"), figure("killed", 1, mode="unilateral"))
    assert said(apart) == {("killed", "IQ+SY", "partnered", 6), ("killed", "IQ+SY", "unilateral", 1)}


def test_a_subset_told_by_place_or_mode_has_a_cell_of_its_own() -> None:
    held = entry(
        figure("operations", 313),
        figure("operations", 122, place=SYRIA, subset=True),
        figure("operations", 14, place=SYRIA, mode="unilateral", subset=True),
    )
    assert [one.subset for one in claims(held)] == [False, False, False]


def test_a_share_of_one_country_that_is_all_joint_is_its_count() -> None:
    held = entry(figure("operations", 35), figure("operations", 25, place=IRAQ, mode="partnered", subset=True))
    assert ("operations", "IQ", None, 25) in said(held)


def test_a_row_of_subsets_goes_on_and_leaders_are_among_the_rest() -> None:
    held = entry(
        figure("detained", 352), figure("detained", 155, subset=True), figure("detained", 127), figure("killed", 9)
    )
    assert [one.subset for one in claims(held)] == [False, True, True, False]
    leaders = entry_of("أعلنت قسد مقتل 44 عنصراً من داعش في سوريا خلال أيار 2023، ومقتل ثمانية قادة من التنظيم.")
    assert {one.low: one.subset for one in claims(leaders)} == {44: False, 8: True}


def test_counts_of_a_cell_that_come_to_the_largest_are_its_parts() -> None:
    held = entry(*(figure("operations", count) for count in (163, 3, 128, 32)))
    assert [one.low for one in claims(held) if not one.subset] == [163]
    apart = entry(*(figure("operations", count) for count in (163, 3, 128)))
    assert not any(one.subset for one in claims(apart))


def test_no_american_was_killed_is_not_a_toll_of_the_group() -> None:
    held = entry(figure("killed", 8), figure("killed", 0, victim="unknown"))
    assert [one.cell.series for one in claims(held)] == ["coalition", "coalition: security"]


def test_a_headline_without_days_repeats_the_dated_figure() -> None:
    (claim,) = claims(entry(figure("killed", 8, period=None, kind="event"), figure("killed", 8)))
    assert (claim.cell.start, claim.basis, claim.kind) == (date(2023, 5, 1), "stated", "period")


def test_a_headline_with_the_month_repeats_the_day_of_the_text() -> None:
    day = Period(date(2023, 5, 9), date(2023, 5, 9), "9 May 2023", "stated")
    title = Span("title", 0, 2, "14")
    made = claims(entry(figure("killed", 14, evidence=title), figure("killed", 14, period=day), figure("killed", 90)))
    assert [(one.cell.start, one.figures) for one in made] == [(date(2023, 5, 9), (0, 1)), (date(2023, 5, 1), (2,))]


def test_a_count_over_both_countries_without_any_name_is_about_the_coalition() -> None:
    own = entry(
        figure("operations", 290, actor=None, attribution=None),
        figure("killed", 60, actor=None, attribution=None, place=IRAQ),
    )
    assert {one.cell.series for one in claims(own)} == {"coalition"}
    one_country = entry(figure("killed", 60, actor=None, attribution=None, place=IRAQ))
    assert {one.cell.series for one in claims(one_country)} == {"unattributed"}


def test_the_region_that_the_sdf_holds_is_its_whole_country() -> None:
    sdf, region = "Syrian Democratic Forces", Place("SY", "Northeastern Syria", "north and east Syria")
    (claim,) = claims(entry(figure("operations", 34, actor=sdf, attribution=sdf, place=region)))
    assert (claim.cell.scope, claim.cell.place) == ("SY", None)
    (other,) = claims(entry(figure("operations", 34, place=region)))
    assert other.cell.place == "Northeastern Syria"


@pytest.mark.parametrize(
    ("period", "carried", "basis"),
    [
        (None, "stated", "open"),
        (Period(date(2023, 5, 1), date(2023, 5, 31), "last month", "resolved: from the day"), "stated", "resolved"),
        (Period(date(2023, 5, 1), date(2023, 5, 31), "May 2023", "stated"), "carried", "carried"),
    ],
)
def test_the_basis_says_where_the_days_come_from(period: Period | None, carried: str, basis: str) -> None:
    (claim,) = claims(entry(figure("killed", 8, period=period, basis={"period": carried})))
    assert claim.basis == basis


@given(st.lists(FIGURES, max_size=7))
def test_every_spoken_figure_stands_in_a_claim_and_ids_are_unique(figures: list[Figure]) -> None:
    made = claims(entry(*figures))
    spoken = {index for index, one in enumerate(figures) if one.modality in ("asserted", "denied")}
    assert {index for one in made for index in one.figures} == spoken
    assert len({one.id for one in made}) == len(made)
    assert all((one.low, one.high) == (figures[at].low, figures[at].high) for one in made for at in one.figures)
