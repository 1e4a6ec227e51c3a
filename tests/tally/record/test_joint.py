"""The modes of claims in the light of all documents."""

from hasila.tally.record.joint import settle_modes
from tests.tally.entries import BOTH, SYRIA, Entry, claims, entry, figure

TERSE = entry(figure("operations", 23, place=SYRIA, mode="partnered"), name="terse")
FULL = entry(
    figure("operations", 23, place=SYRIA, mode="partnered"),
    figure("operations", 3, place=SYRIA, mode="unilateral"),
    name="full",
)
WHOLE = entry(figure("operations", 79, place=BOTH, mode="partnered"), name="whole")


def cells(*entries: Entry) -> set[tuple[str | None, str | None, int | None]]:
    settled = settle_modes(one for held in entries for one in claims(held))
    return {(one.cell.scope, one.cell.mode, one.low) for one in settled}


def test_a_terse_report_is_no_count_of_both_modes_where_another_knows_of_unilateral_ones() -> None:
    assert cells(TERSE) == {("SY", "partnered", 23), ("SY", None, 23)}
    assert cells(TERSE, FULL) == {("SY", "partnered", 23), ("SY", "unilateral", 3)}


def test_a_count_with_partners_that_others_give_for_both_modes_is_the_count_of_both() -> None:
    total = entry(figure("operations", 26, place=SYRIA, mode="partnered"), name="total")
    assert ("SY", None, 26) in cells(total, FULL)
    assert ("SY", "partnered", 26) not in cells(total, FULL)


def test_a_total_with_partners_is_the_count_of_both_modes_where_a_part_has_unilateral_ones() -> None:
    assert cells(WHOLE, FULL) == {("IQ+SY", None, 79), ("SY", "partnered", 23), ("SY", "unilateral", 3)}


def test_what_a_report_says_without_mode_itself_is_left_alone() -> None:
    said = entry(figure("operations", 23, place=SYRIA, mode="partnered"), figure("operations", 23, place=SYRIA))
    assert ("SY", None, 23) in cells(said, FULL)
