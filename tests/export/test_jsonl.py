"""One JSON object a reading, as promised to programs."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hasila.export.jsonl import as_object, dumps
from hasila.model import Document, Reading


def test_object_holds_the_contract(reading_of):
    told = as_object(reading_of())
    assert list(told) == [
        "id", "lang", "title", "published", "relevant", "figures", "quotes", "facts", "assessments",
        "lines_of_effort", "notes",
    ]  # fmt: skip
    assert (told["id"], told["published"], told["relevant"]) == ("report-7", "2023-06-06", True)
    assert told["notes"] == ["a note on the text", "a note on the reading"]
    (figure,) = told["figures"]
    assert (figure["low"], figure["high"], figure["qualifier"], figure["partners"]) == (
        22, None, "over", ["Syrian Democratic Forces"],
    )  # fmt: skip
    assert figure["period"]["start"] == "2023-05-01"
    assert figure["place"]["as_written"] == "الرقة"
    assert figure["trail"] == ["ar-verb-object", "ar-more-than"]
    assert told["quotes"][0]["speaker"] == "Michael Erik Kurilla"


def test_unknown_is_null(reading_of):
    (figure,) = as_object(reading_of(place=None, period=None, actor=None, mode=None, low=None))["figures"]
    assert [figure[key] for key in ("place", "period", "actor", "mode", "low")] == [None] * 5


def test_evidence_is_where_it_says(reading_of):
    reading = reading_of()
    evidence = as_object(reading)["figures"][0]["evidence"]
    assert reading.document.text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_arabic_is_written_as_it_is(reading_of):
    assert "قتلت أكثر من 22" in dumps(reading_of())


@pytest.mark.parametrize("sign", ["\ud800", "\u2028", "\u2029", "\x85", "\n", "\r\n", "\0", '"'])
def test_signs_that_would_break_the_line_are_escaped(reading_of, sign):
    reading = reading_of()
    line = dumps(replace(reading, document=replace(reading.document, title=f"a{sign}b")))
    assert len(line.encode().decode().splitlines()) == 1
    assert json.loads(line)["title"] == f"a{sign}b"


@given(st.text(st.characters()))
def test_any_text_can_be_written_and_read_back(text):
    line = dumps(Reading(Document(text, "x", title=text), "en", False, ()))
    assert line.encode().count(b"\n") == 0
    told = json.loads(line)
    assert told["title"].encode("utf-16", "surrogatepass") == text.encode("utf-16", "surrogatepass")
