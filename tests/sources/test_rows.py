"""CSV: one document a row."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hasila.model import Document
from hasila.sources import Rejected, open_sources


def read(path: Path, data: str | bytes) -> list[Any]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(open_sources([str(path)]))


def test_columns_are_found_by_name_and_others_kept(tmp_path):
    (document,) = read(tmp_path / "a.csv", "Region,TEXT,published,ID\nكركوك,قتل 5,2023-05-05,r1\n")
    assert (document.id, document.text, document.published) == ("r1", "قتل 5", date(2023, 5, 5))
    assert document.extra["Region"] == "كركوك"
    assert set(document.extra) == {"Region", "provenance"}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separator_is_the_one_of_the_heading(tmp_path, separator):
    (document,) = read(tmp_path / "a.csv", f"id{separator}text\n1{separator}x\n")
    assert (document.id, document.text) == ("1", "x")


words = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), min_size=1).filter(str.strip)
messy = st.lists(st.one_of(words, st.sampled_from(['"', "\r\n", ",", "🕊️", "قُتل"])), min_size=1).map("".join)


@given(st.lists(messy.filter(str.strip), min_size=1, max_size=5), st.sampled_from([",", ";", "\t"]))
def test_text_survives_unaltered(tmp_path_factory, texts, separator):
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerow(["id", "text"])
    writer.writerows([f"r{number}", text] for number, text in enumerate(texts))
    documents = read(tmp_path_factory.mktemp("rows") / "a.csv", written.getvalue())
    assert [item.text for item in documents] == texts


def test_row_is_named_by_the_line_it_begins_on(tmp_path):
    documents = read(tmp_path / "a.csv", 'text\n"two\nlines"\n\n"third"\n')
    assert [item.id for item in documents] == ["a-2", "a-5"]


def test_missing_column_is_said_with_what_was_found(tmp_path):
    (rejected,) = read(tmp_path / "a.csv", "id,body\n1,x\n")
    assert (rejected.line, "found: id, body" in rejected.reason) == (1, True)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1,,2023-05-05", "'text' is empty"),
        ("1,killed 5, wounded 3,2023-05-05", "4 fields"),
        ('1,"killed" 5,', "can't be read"),
        ("1,a\0b,", "binary"),
    ],
)
def test_bad_row_is_named_and_the_others_are_read(tmp_path, row, reason):
    data = f"id,text,published\n0,{'x' * 5000},\n{row}\n2,x,2023-05-05\n"
    before, rejected, after = read(tmp_path / "a.csv", data)
    assert isinstance(rejected, Rejected)
    assert (rejected.line, reason in rejected.reason) == (3, True)
    assert (before.id, after.id) == ("0", "2")


def test_quote_never_closed_is_named_by_the_line_that_opened_it(tmp_path):
    first, rejected = read(tmp_path / "a.csv", 'text\nkilled 5\n"killed 6\nkilled 7\n')
    assert isinstance(first, Document)
    assert isinstance(rejected, Rejected)
    assert rejected.line == 3


def test_field_beyond_the_usual_limit_is_read(tmp_path):
    (document,) = read(tmp_path / "a.csv", f'text\n"{"x " * 200_000}"\n')
    assert len(document.text) == 400_000
