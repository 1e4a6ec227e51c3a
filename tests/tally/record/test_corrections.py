"""Counts that are taken back."""

from datetime import date, timedelta

from hasila.model import Figure, Period
from hasila.tally.record.corrections import corrections
from tests.tally.entries import IRAQ, Entry, entry, figure, source, statements

RAID = date(2024, 8, 29)
DAY = Period(RAID, RAID, None, "stated")


def killed(low: int, modality: str = "asserted") -> Figure:
    return figure("killed", low, kind="event", period=DAY, place=IRAQ, modality=modality)


def report(name: str, days: int | None, *figures: Figure) -> Entry:
    return entry(*figures, name=name, published=None if days is None else RAID + timedelta(days))


def replaced(*entries: Entry) -> dict[tuple[str, int | None], int | None]:
    """The document and the count that were taken back, and what stands instead."""
    sources = {held.key: source(held) for held in entries}
    (statement,) = statements(*entries)
    made = {claim.id: claim for claim in statement.claims}
    found = corrections(statement.claims, sources)
    return {(sources[made[old].document].id, made[old].low): new.low for old, new in found.items()}


CORRECTED = report("correction", 14, killed(14), killed(15, "denied"))


def test_an_earlier_count_is_replaced_wherever_it_was_printed() -> None:
    earlier = [report("first", 1, killed(15)), report("undated", None, killed(15)), report("right", 2, killed(14))]
    assert replaced(*earlier, CORRECTED) == {("first", 15): 14, ("undated", 15): 14}


def test_whoever_prints_it_afterwards_is_wrong_and_not_replaced() -> None:
    assert replaced(report("late", 20, killed(15)), CORRECTED) == {}


def test_a_denial_without_another_count_replaces_nothing() -> None:
    assert replaced(report("first", 1, killed(15)), report("denial", 14, killed(15, "denied"))) == {}


def test_the_later_of_two_corrections_stands() -> None:
    again = report("again", 21, killed(13), killed(15, "denied"), killed(14, "denied"))
    assert replaced(report("first", 1, killed(15)), CORRECTED, again) == {("first", 15): 13, ("correction", 14): 13}
