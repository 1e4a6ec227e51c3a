"""Whatever is read can be written as JSON and read back, with nothing lost."""

import json
import re
from dataclasses import fields
from datetime import date
from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from hasila import model
from hasila.codec import document_of, line, plain_document, plain_reading, reading_of

# Two halves side by side are the character that they make, in JSON as everywhere.
WORDS = st.text(st.characters(), max_size=20).filter(
    lambda words: not re.search("[\ud800-\udbff][\udc00-\udfff]", words)
)
NUMBERS = st.integers(0, 10**12) | st.none()
DAYS = st.dates() | st.none()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=5,
)
MAYBE = WORDS | st.none()
SPANS = st.builds(model.Span, st.sampled_from(get_args(model.Field)), st.integers(0), st.integers(0), WORDS)


def one_of(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


DOCUMENTS = st.builds(
    model.Document, WORDS, WORDS, MAYBE, DAYS, st.none() | one_of(model.Lang), MAYBE, MAYBE, MAYBE,
    st.dictionaries(WORDS, JSON, max_size=3), st.lists(WORDS, max_size=2).map(tuple),
)  # fmt: skip
DEGREES = st.none() | st.floats(-180, 180)
PLACES = st.builds(model.Place, MAYBE, WORDS, WORDS, DEGREES, DEGREES, NUMBERS)
PERIODS = st.builds(model.Period, DAYS, DAYS, MAYBE, WORDS)
FIGURES = st.builds(
    model.Figure, one_of(model.Measure), NUMBERS, NUMBERS, one_of(model.Qualifier), one_of(model.Modality),
    one_of(model.Kind), st.booleans(), st.none() | one_of(model.Victim), MAYBE, st.lists(WORDS, max_size=2).map(tuple),
    st.none() | one_of(model.Mode), MAYBE, st.none() | PLACES, st.none() | PERIODS, MAYBE, SPANS, st.floats(0, 1),
    st.lists(WORDS, max_size=2).map(tuple), st.dictionaries(WORDS, one_of(model.Basis), max_size=2),
)  # fmt: skip
QUOTES = st.builds(model.Quote, MAYBE, MAYBE, SPANS)
FACTS = st.builds(model.Fact, WORDS, WORDS, NUMBERS | WORDS, MAYBE, SPANS)
ASSESSMENTS = st.builds(model.Assessment, MAYBE, MAYBE, SPANS)
EFFORTS = st.builds(model.EffortMention, WORDS, SPANS)


def some(of: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(of, max_size=2).map(tuple)


READINGS = st.builds(
    model.Reading, DOCUMENTS, one_of(model.Lang), st.booleans(), some(FIGURES), some(QUOTES), some(FACTS),
    some(ASSESSMENTS), some(EFFORTS), some(WORDS),
)  # fmt: skip


@given(READINGS)
def test_reading_comes_back_as_it_was(reading):
    document = document_of(json.loads(stored(plain_document(reading.document))))
    assert reading_of(document, json.loads(stored(plain_reading(reading)))) == reading


def stored(plain: object) -> str:
    """As it lies on a disk: one line of UTF-8."""
    written = line(plain).encode()
    assert len(written.decode().splitlines()) == 1
    return written.decode()


def test_every_field_is_written():
    document = model.Document("a", "b", published=date(2023, 6, 6))
    reading = model.Reading(document, "en", True, ())
    assert list(plain_document(document)) == [field.name for field in fields(model.Document)]
    assert list(plain_reading(reading)) == [field.name for field in fields(model.Reading)][1:]
