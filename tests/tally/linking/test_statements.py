"""Claims gathered into statements."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hasila.model import Figure, Period, Place
from hasila.tally.claim import Cell
from hasila.tally.linking.events import events, linked
from hasila.tally.linking.joined import joined
from hasila.tally.linking.links import link
from hasila.tally.linking.mentions import mentions
from hasila.tally.linking.pairs import near
from hasila.tally.linking.statements import statement_id, statement_of
from tests.tally.entries import BOTH, IRAQ, MAY, SYRIA, Entry, claims, entry, figure, source, statements

RAID = date(2024, 8, 29)
WEST = Place("IQ", "Western Iraq", "western Iraq")


def on(day: date | None) -> Period | None:
    return None if day is None else Period(day, day, str(day), "stated")


def raid(measure: str, low: int, day: date | None = RAID, **slots: Any) -> Figure:
    return figure(measure, low, kind="event", period=on(day), **{"place": WEST, **slots})


def ids(*entries: Entry) -> list[str]:
    return [statement.id for statement in statements(*entries)]


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [
        (date(2023, 2, 1), date(2023, 2, 28), "2023-02"),
        (date(2023, 9, 1), date(2023, 10, 31), "2023-09..2023-10"),
        (date(2022, 1, 1), date(2022, 12, 31), "2022"),
        (date(2025, 5, 21), date(2025, 5, 27), "2025-05-21..2025-05-27"),
        (date(2024, 8, 29), None, "2024-08-29.."),
        (None, None, "open"),
    ],
)
def test_a_window_names_its_statement(start: date | None, end: date | None, name: str) -> None:
    assert statement_id("coalition: civilians", start, end) == f"coalition/{name}"


def test_bulletins_alike_but_of_different_months_are_different_statements() -> None:
    june = Period(date(2023, 6, 1), date(2023, 6, 30), "June 2023", "stated")
    alike = [entry(figure("operations", 38, period=period), name=str(period)) for period in (MAY, june)]
    assert ids(*alike) == ["coalition/2023-05", "coalition/2023-06"]


def test_one_announcement_in_two_languages_and_its_victims_of_every_side_are_one_statement() -> None:
    arabic = entry(figure("operations", 38), figure("killed", 8), name="arabic")
    english = entry(figure("operations", 38), figure("killed", 1, victim="civilian"), name="english")
    (statement,) = statements(arabic, english)
    assert {one.id for one in statement.sources} == {"arabic", "english"}
    assert {one.cell.series for one in statement.claims} == {"coalition", "coalition: civilians"}


def test_a_derived_cell_has_the_statement_of_its_window() -> None:
    march = Cell("coalition", "operations", "IQ+SY", None, None, date(2023, 3, 1), date(2023, 3, 31))
    assert statement_of(march) == "coalition/2023-03"


def test_tolls_of_one_raid_that_differ_are_one_event() -> None:
    assert ids(entry(raid("killed", 15)), entry(raid("killed", 12), name="other")) == [
        "coalition/2024-08-29/western-iraq"
    ]


def test_raids_of_one_day_in_two_towns_are_two_events_even_if_a_third_report_names_only_the_country() -> None:
    towns = [entry(raid("killed", 6, place=Place("SY", name, name)), name=name) for name in ("Raqqa", "Manbij")]
    country = entry(raid("killed", 6, place=SYRIA), name="country")
    assert len(statements(*towns, country)) == 2


def test_a_report_of_the_day_after_joins_if_its_counts_agree_and_speaks_of_the_same_cells() -> None:
    first = entry(raid("killed", 7), raid("detained", 3))
    after = entry(raid("killed", 7, day=None), raid("detained", 3, day=None), name="b", published=RAID + timedelta(1))
    (statement,) = statements(first, after)
    assert len({one.cell for one in statement.claims}) == 2
    assert {one.basis for one in statement.claims} == {"stated", "inferred"}


def test_arrests_of_two_in_one_town_day_after_day_are_two_events() -> None:
    days = [entry(raid("detained", 2, day=RAID + timedelta(n)), name=str(n)) for n in (0, 1)]
    assert len(statements(*days)) == 2


def test_a_toll_taken_back_belongs_to_the_event_though_said_two_weeks_later() -> None:
    first = entry(raid("killed", 15), published=RAID + timedelta(1))
    undated = [raid("killed", 15, day=None, modality="denied"), raid("killed", 14, day=None)]
    later = entry(*undated, name="later", published=RAID + timedelta(14))
    (statement,) = statements(first, later)
    assert {one.cell.start for one in statement.claims} == {RAID}


def test_reports_without_days_that_share_two_counts_are_one_open_statement() -> None:
    slip = [figure("operations", 31, period=None), figure("killed", 5, period=None)]
    first = entry(*slip, figure("operations", 20, place=IRAQ, period=None))
    (statement,) = statements(first, entry(*slip, name="b"))
    assert (statement.start, statement.id[:15], len(statement.sources)) == (None, "coalition/open/", 2)
    other = entry(figure("operations", 31, period=None), figure("killed", 9, period=None), name="c")
    assert len(statements(first, other)) == 2


def test_a_teaser_joins_an_open_statement_and_leaves_its_id() -> None:
    full = entry(*(figure(measure, count, period=None) for measure, count in (("operations", 31), ("killed", 5))))
    teaser = entry(figure("operations", 31, period=None), name="teaser")
    assert ids(full) == [each.id for each in statements(full, teaser, copies={teaser.key: full.key})]


def test_a_link_tells_its_parts() -> None:
    held = [entry(raid("killed", 15)), entry(raid("killed", 12), name="other")]
    made = mentions([one for each in held for one in claims(each)], {each.key: source(each) for each in held})
    explained = link(*made)
    assert explained is not None
    assert [part.name for part in explained.parts] == ["issuer-same", "day-same", "place-same", "figures-apart"]
    assert explained.score == sum(part.points for part in explained.parts) == 64
    assert explained.parts[3].seen in ("killed 15 and killed 12", "killed 12 and killed 15")


def test_each_document_of_a_statement_says_why_it_belongs() -> None:
    first = entry(figure("operations", 38), figure("killed", 8), published=date(2023, 6, 6))
    later = entry(figure("operations", 38), figure("killed", 9), name="later", published=date(2023, 6, 30))
    (statement,) = statements(first, later)
    link_of = joined(statement)
    names = [part.name for part in link_of[later.key].parts]
    assert names == ["issuer-same", "window-same", "places-shared", "figures-strong", "published-far"]
    assert link_of[later.key].holds
    (alone,) = statements(first)
    assert joined(alone) == {}


def test_a_deed_that_many_tell_of_costs_no_more_than_there_are_reports() -> None:
    reports = [entry(raid("killed", 7), raid("wounded", number), name=str(number)) for number in range(300)]
    made = mentions([one for held in reports for one in claims(held)], {})
    assert len(set(near(made, lambda at: made[at].order()))) < 10 * len(made)
    assert len(events(linked(made))) == 1


FIGURES = st.builds(
    raid,
    st.sampled_from(["strikes", "killed", "detained"]),
    st.integers(1, 7),
    day=st.sampled_from([None, *(RAID + timedelta(n) for n in range(4))]),
    place=st.sampled_from([WEST, SYRIA, IRAQ, BOTH, Place("SY", "Raqqa", "Raqqa"), None]),
    modality=st.sampled_from(["asserted", "asserted", "denied"]),
    qualifier=st.sampled_from(["exact", "at_least"]),
)
ENTRIES = st.lists(st.lists(FIGURES, min_size=1, max_size=4), min_size=1, max_size=8).flatmap(
    lambda held: st.permutations(
        [entry(*each, name=str(n), published=[None, RAID + timedelta(n)][n % 2]) for n, each in enumerate(held)]
    )
)


@given(ENTRIES)
def test_the_order_of_documents_never_matters(entries: list[Entry]) -> None:
    assert statements(*entries) == statements(*sorted(entries, key=lambda held: held.key))


@given(ENTRIES)
def test_every_claim_is_in_one_statement(entries: list[Entry]) -> None:
    made = statements(*entries)
    assert sorted(one.id for statement in made for one in statement.claims) == sorted(
        one.id for held in entries for one in claims(held)
    )
    assert len({statement.id for statement in made}) == len(made)


@given(ENTRIES, st.data())
def test_a_copy_leaves_events_as_they_are(entries: list[Entry], data: st.DataObject) -> None:
    """Whoever prints a report again on the same day tells nothing new."""
    copied = data.draw(st.sampled_from(entries))
    copy = entry(*copied.reading.figures, name="copy", published=copied.reading.document.published)
    copies = {copy.key: copied.key}
    before = {frozenset(one.cell for one in each.claims) for each in statements(*entries)}
    assert {frozenset(one.cell for one in each.claims) for each in statements(*entries, copy, copies=copies)} == before


def test_no_day_gathers_mentions_of_different_series() -> None:
    held = [
        entry(raid("killed", 15)),
        entry(raid("killed", 15, attribution="Iraqi Army", actor="Iraqi Army"), name="b"),
    ]
    made = mentions([one for each in held for one in claims(each)], {})
    assert len(events(linked(made))) == 2
