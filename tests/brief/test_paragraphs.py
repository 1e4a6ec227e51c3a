"""What each paragraph says, and what it keeps quiet about: on tallies made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hasila.brief import Brief, brief
from hasila.brief.compose import SeriesError
from hasila.brief.written import BriefLang, Topic
from hasila.model import Document, Quote, Reading, Span
from hasila.tally.calendar import read_period
from hasila.tally.result import Conflict, Mismatch, Row, SetAside, State, Tally, WayOut
from hasila.tally.why import Sum
from tests.brief.tallies import Key, Report, cell, row, source, tally

OPS: Key = ("operations", "IQ+SY", None)
KILLED: Key = ("killed", "IQ+SY", None)
HELD: Key = ("detained", "IQ+SY", None)
HELD_IQ: Key = ("detained", "IQ", None)
HELD_SY: Key = ("detained", "SY", None)
APRIL = Report(source("april", "Wire"), "2023-04", {OPS: 35, KILLED: 13, HELD: 28})
MAY = Report(source("may", "Desk"), "2023-05", {OPS: 38, KILLED: 8, HELD: 31})


def write(held: Tally, period: str, lang: BriefLang = "en", **more: object) -> Brief:
    return brief(held, read_period(period), lang, **more)  # type: ignore[arg-type]


def said(told: Brief, topic: Topic) -> str:
    """The paragraphs on one topic, without notes."""
    found = [paragraph for paragraph in told.paragraphs if paragraph.topic == topic]
    return " ".join(sentence.text for paragraph in found for sentence in paragraph.sentences)


def test_comparison_tells_what_rose_and_what_fell() -> None:
    held = tally([MAY, APRIL])
    assert "35 operations, 13 ISIS operatives killed and 28 detained" in said(write(held, "2023-05"), "comparison")
    assert "the number of operations and the number detained rose, while the number killed fell" in said(
        write(held, "2023-05"), "comparison"
    )
    arabic = said(write(held, "2023-05", "ar"), "comparison")
    assert "35 عملية و13 قتيلاً و28 معتقلاً" in arabic
    assert "ارتفع عدد العمليات وعدد المعتقلين، وتراجع عدد القتلى" in arabic


@pytest.mark.parametrize("state", ["contested", "unreconciled"])
def test_comparison_needs_figures_that_stand(state: State) -> None:
    shaken = [row(cell("2023-04", *key), value, state) for key, value in ((OPS, 35), (KILLED, 13), (HELD, 28))]
    assert said(write(tally([MAY, APRIL], shaken), "2023-05"), "comparison") == ""


@pytest.mark.parametrize("value", [(30, 40), (35, None)])
def test_comparison_needs_single_numbers(value: tuple[int, int | None]) -> None:
    vague = [row(cell("2023-04", *OPS), value)]
    assert "35 operations" not in said(write(tally([MAY, APRIL], vague), "2023-05"), "comparison")


def test_comparison_leaves_out_inferred_months() -> None:
    inferred = [
        row(cell("2023-04", *key), value, inferred=True) for key, value in ((OPS, 35), (KILLED, 13), (HELD, 28))
    ]
    assert said(write(tally([MAY, APRIL], inferred), "2023-05"), "comparison") == ""


def test_no_earlier_figures_are_said_to_be_missing() -> None:
    assert "no figures for April 2023" in said(write(tally([MAY]), "2023-05"), "unknown")


def march() -> tuple[Row, Report, Report]:
    """March as what the running total leaves."""
    total = Report(source("august", "Review"), "2023-01-01..2023-04-30", {OPS: 166})
    others = Report(source("others", "Wire"), "2023-02", {OPS: 48})
    terms = ((1, cell(total.period, *OPS), 166), (-1, cell("2023-02", *OPS), 48), (-2, cell("2023-04", *OPS), 39))
    return row(cell("2023-03", *OPS), 40, "derived", sums=(Sum(terms),)), total, others


def test_derived_number_shows_its_arithmetic() -> None:
    derived, *reports = march()
    told = write(tally(reports, [derived]), "2023-03")
    assert said(told, "derived") == (
        "No source states these figures; they follow from others. 40 operations in Iraq and Syria in March 2023 = "
        "166 − 48 − 2 × 39. These are, in this order, the figures for: January to April; February; April."
    )
    assert [note.outlet for note in told.notes] == ["Review", "Wire"]
    arabic = said(write(tally(reports, [derived]), "2023-03", "ar"), "derived")
    assert "40 عملية في العراق وسوريا خلال آذار/مارس 2023 = 166 − 48 − 2 × 39." in arabic


def test_years_are_written_where_they_differ() -> None:
    terms = ((1, cell("2022-12-01..2023-01-31", *OPS), 90), (-1, cell("2022-12", *OPS), 50))
    derived = row(cell("2023-01", *OPS), 40, "derived", sums=(Sum(terms), Sum(terms[:1])))
    found = said(write(tally([], [derived]), "2023-01"), "derived")
    assert "40 operations in Iraq and Syria in January 2023 = 90 − 50 = 90." in found
    assert found.endswith("the figures for: December 2022 to January 2023; December 2022.")


def test_derived_number_without_its_arithmetic_is_still_said_to_be_derived() -> None:
    told = write(tally([], [row(cell("2023-03", *OPS), 40, "derived")]), "2023-03")
    assert said(told, "derived") == "No source states these figures; they follow from others."
    told = write(tally([MAY], [row(cell("2023-05", *HELD_IQ), 11, "derived")]), "2023-05")
    assert said(told, "derived").endswith("worked out from other figures: the number detained in Iraq.")


JULY = {OPS: 31, KILLED: 5, HELD: 30, HELD_IQ: 7, HELD_SY: 6}
COPIES = [
    Report(source(name, name, lang="ar"), "2023-07", JULY, witness="one")
    for name in ("موقع الفرات", "بوابة الخبر", "دستور نيوز")
]


def july_alone() -> Tally:
    """Three copies that contradict themselves: three ways out weigh the same."""
    cells = {key: cell("2023-07", *key) for key in (HELD, HELD_IQ, HELD_SY)}
    implied = {HELD: (13, 13), HELD_IQ: (24, 24), HELD_SY: (23, 23)}
    claims = tuple(claim for report in COPIES for claim in report.claims() if claim.cell in cells.values())
    ways = tuple(
        WayOut((_aside(tuple(claim.id for claim in claims if claim.cell == of), JULY[key]),), 10, {of: implied[key]})
        for key, of in cells.items()
    )
    fails = Mismatch(cells[HELD], 30, 13, Sum(((1, cells[HELD_IQ], 7), (1, cells[HELD_SY], 6))))
    conflict = Conflict("c", "s", tuple(cells.values()), (fails,), claims, ways, None)
    rows = [row(cells[key], bounds, "unreconciled") for key, bounds in _BOUNDS.items()]
    return tally(COPIES, rows, [conflict])


_BOUNDS: dict[Key, tuple[int, int]] = {HELD: (13, 30), HELD_IQ: (7, 24), HELD_SY: (6, 23)}


def _aside(claims: tuple[str, ...], value: int) -> SetAside:
    return SetAside(claims, value, (), ())


def test_every_way_out_is_told_with_the_sum_that_fails() -> None:
    told = said(write(july_alone(), "2023-07", "ar"), "disputed")
    assert "(13 = 7 + 6)" in told
    assert "بأحد ثلاثة احتمالات" in told
    assert "أن يكون العدد 13 في العراق وسوريا، أو 24 في العراق، أو 23 في سوريا" in told
    assert "نقل بعضها عن بعض" in told


def test_headline_does_not_give_what_is_in_dispute() -> None:
    told = write(july_alone(), "2023-07")
    assert told.headline.endswith("killing five ISIS operatives; the number detained disputed")
    assert "detaining between 13 and 30 others" in said(told, "totals")


def test_what_was_set_aside_is_told_with_who_says_so_and_why() -> None:
    official = Report(source("official", "US Central Command", standing="official"), "2023-07", JULY | {HELD_IQ: 24})
    aside = SetAside(tuple(report.claims()[3].id for report in COPIES), 7, (), ())
    contested = row(cell("2023-07", *HELD_IQ), 24, "contested", set_aside=(aside,))
    told = said(write(tally([official, *COPIES], [contested]), "2023-07"), "disputed")
    assert "24 according to US Central Command, but seven according to بوابة الخبر, دستور نيوز and موقع الفرات" in told
    assert "which copied one another and count as one source" in told
    assert "(24 = 30 − 6)" in told


def test_bounds_come_with_what_the_policy_publishes() -> None:
    other = Report(source("b", "Wire"), "2023-05", {KILLED: 11})
    contested = replace(row(cell("2023-05", *KILLED), (8, 11), "contested"), best=11)
    told = write(tally([MAY, other], [contested]), "2023-05")
    assert "killing between eight and 11 ISIS operatives" in said(told, "totals")
    assert "Under the policy official-first, the number published is 11." in said(told, "disputed")


def test_open_bounds_are_unknown() -> None:
    told = write(tally([MAY], [row(cell("2023-05", *KILLED), (0, None), "unreconciled")]), "2023-05")
    assert "killing" not in said(told, "totals")
    assert "the number killed in Iraq and Syria" in said(told, "unknown")


def test_unknown_is_said_and_is_not_zero() -> None:
    only = Report(source("a", "Desk"), "2023-11", {KILLED: 4, ("killed", "IQ", None): 3, ("killed", "SY", None): 1})
    told = write(tally([only]), "2023-11")
    unknown = said(told, "unknown")
    assert "the number of operations and the number detained in Iraq and Syria and in Iraq and in Syria" in unknown
    assert "unknown does not mean zero" in unknown
    everything = " ".join(sentence.text for paragraph in told.paragraphs for sentence in paragraph.sentences)
    assert "no operations" not in everything.lower()


def test_single_source_is_named() -> None:
    rows = [row(cell("2023-05", *KILLED), 8, "single")]
    other = Report(source("x", "Gulf Post"), "2023-05", {OPS: 38, HELD: 31})
    told = write(tally([Report(source("w", "Wire"), "2023-05", {KILLED: 8}), MAY, other], rows), "2023-05")
    assert "The number killed in Iraq and Syria rests on one source" in said(told, "support")


def test_inferred_period_is_marked() -> None:
    rows = [row(cell("2023-02", *key), value, inferred=True) for key, value in ((OPS, 48), (KILLED, 22))]
    told = write(tally([Report(source("u", "Page", None), "2023-02", {OPS: 48, KILLED: 22})], rows), "2023-02", "ar")
    assert "استنتاجاً لم يعتمده أحد بعد" in said(told, "support")
    assert told.notes[0].published is None


def test_quotations_name_the_speaker_and_the_note() -> None:
    words = "Our partners do more of this work every month"
    quotes = (
        Quote("Matthew McFarlane", "commander", Span("text", 0, len(words), words)),
        Quote("Matthew McFarlane", "commander", Span("text", 0, 12, "Our partners")),
        Quote(None, None, Span("text", 0, 3, "Our")),
    )
    reading = Reading(Document("may", words), "en", True, (), quotes)
    told = write(tally([MAY]), "2023-05", readings={MAY.source.key: reading})
    assert said(told, "quotes") == (
        f"Matthew McFarlane, the commander of the Combined Joint Task Force, said: “{words}.”"
    )
    assert said(write(tally([MAY]), "2023-05", "ar", readings={MAY.source.key: reading}), "quotes") == ""


def test_series_of_its_own() -> None:
    held = tally([MAY])
    assert "The ledger holds no total" in said(write(held, "2023-05", series="SDF"), "totals")
    with pytest.raises(SeriesError, match="Choose one of"):
        write(held, "2023-05", series="nobody's")


def test_same_tally_gives_the_same_brief() -> None:
    assert write(july_alone(), "2023-07", "ar") == write(july_alone(), "2023-07", "ar")


def test_notes_are_numbered_in_the_order_of_the_text() -> None:
    told = write(tally([MAY, APRIL]), "2023-05")
    assert [(note.number, note.outlet) for note in told.notes] == [(1, "Desk"), (2, "Wire")]
    used = [number for paragraph in told.paragraphs for one in paragraph.sentences for number in one.notes]
    assert sorted(set(used)) == [1, 2]
    assert told.notes[0].published == "June 6, 2023"
    assert date(2023, 6, 6) == MAY.source.published
