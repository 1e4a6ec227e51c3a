"""The series as readings: spans that hold, facts that stand in the text, and a text that reads back."""

import pytest

from hasila.model import Document, Figure, Reading
from hasila.reading import read
from hasila.reference import reference_readings
from hasila.reference.rows import series

READINGS = tuple(reference_readings())
by_reading = pytest.mark.parametrize("reading", READINGS, ids=[reading.document.id for reading in READINGS])


def test_a_document_for_each_row_with_an_id_of_its_own() -> None:
    assert len({reading.document.id for reading in READINGS}) == len(READINGS) == len(list(series()))
    ids = {reading.document.id for reading in READINGS}
    assert {
        "reference-centcom-2023-05-IQ",
        "reference-centcom-2022-IQ+SY",
        "reference-centcom-2023-01..2023-08-IQ+SY",
        "reference-centcom-2023-10-07..2023-10-29-IQ+SY",
        "reference-sdf-2024-SY",
        "reference-joc-2023-01-01..-IQ",
        "reference-cts-until-2022-01-23-IQ",
    } <= ids


@by_reading
def test_every_span_holds(reading: Reading) -> None:
    text = reading.document.text
    assert reading.figures
    for figure in reading.figures:
        assert text[figure.evidence.start : figure.evidence.end] == figure.evidence.text
        assert str(figure.low) in figure.evidence.text
        assert figure.confidence == 1.0
        assert figure.trail == ("reference series",)
        assert figure.attribution is not None
        assert figure.attribution in text
        assert figure.period is None or (figure.period.as_written or "") in text


@by_reading
def test_where_it_stands_is_told(reading: Reading) -> None:
    document = reading.document
    assert document.extra["standing"] in ("official", "reference")
    assert document.extra["source_title"]
    assert document.outlet
    assert (document.extra["standing"] == "official") == (document.outlet == "US Central Command")


def facts(figure: Figure) -> tuple[object, ...]:
    period = (figure.period.start, figure.period.end) if figure.period else None
    place = figure.place.scope if figure.place else None
    amount = (figure.measure, figure.low, figure.high, figure.qualifier, figure.modality)
    return (*amount, place, figure.mode, period, figure.attribution, figure.target)


@by_reading
def test_the_text_reads_back(reading: Reading) -> None:
    if any(figure.period is None or figure.period.end is None for figure in reading.figures):
        pytest.skip("an open window is nothing that the words could give back")
    again = read(Document(id="again", text=reading.document.text, published=reading.document.published))
    assert sorted(map(facts, again.figures), key=str) == sorted(map(facts, reading.figures), key=str)


def test_qualifiers_leave_the_upper_side_open() -> None:
    held = {
        reading.document.id: {f.measure: (f.low, f.high, f.qualifier) for f in reading.figures} for reading in READINGS
    }
    assert held["reference-centcom-2025-12-20..2025-12-29-SY"] == {
        "operations": (11, 11, "exact"),
        "killed": (7, None, "at_least"),
        "casualties": (25, 25, "about"),
    }
    assert held["reference-centcom-2025-10-01..2025-11-06-SY"]["operations"] == (22, None, "over")


def test_a_stated_zero_is_a_figure_and_a_blank_is_none() -> None:
    held = {reading.document.id: {(f.measure, f.mode): f.low for f in reading.figures} for reading in READINGS}
    assert held["reference-centcom-2023-05-IQ"]["operations", "unilateral"] == 0
    assert ("operations", "unilateral") not in held["reference-centcom-2024-01..2024-03-IQ"]
