"""Bytes that are not UTF-8."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hasila.sources import open_sources
from hasila.sources.encoding import decode

REPORT = "أعلنت القيادة المركزية الأميركية، اليوم الجمعة، مقتل 22 عنصراً من تنظيم «داعش» في العراق وسوريا"
# "killed 5 in Kirkuk" as an old news site stored it, byte by byte
CP1256 = bytes.fromhex("e3 de ca e1 20 35 20 dd ed 20 df d1 df e6 df")


def test_bytes_of_an_old_news_site():
    assert decode(CP1256)[:2] == ("مقتل 5 في كركوك", "cp1256")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1256", REPORT),
        ("cp1256", "مقتل ٥ في دير الزور – “قسد”".replace("٥", "5")),
        ("iso-8859-6", REPORT.replace("«", '"').replace("»", '"')),
        ("utf-16", REPORT),
        ("utf-32", REPORT),
    ],
)
def test_encoding_is_found_and_noted(encoding, text):
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert encoding in (decoded.note or "").lower()


@given(st.text(st.characters(codec="utf-8", blacklist_characters="\ufeff")))
def test_utf8_with_and_without_mark(text):
    assert decode(text.encode()) == decode(b"\xef\xbb\xbf" + text.encode()) == (text, "utf-8", None)


def test_report_cut_off_inside_a_letter_stays_utf8():
    decoded = decode(REPORT.encode()[:-1])
    assert decoded.text == REPORT[:-1] + "\ufffd"
    assert "1 broken" in (decoded.note or "")


def test_english_of_windows_keeps_its_dashes_and_quotes():
    assert decode("“22 killed” – CENTCOM".encode("cp1252")).text == "“22 killed” – CENTCOM"


@given(st.binary())
def test_any_bytes_become_text(data):
    assert isinstance(decode(data).text, str)


def read(path: Path) -> list[Any]:
    return list(open_sources([str(path)]))


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16"])
def test_every_line_of_a_stream_is_decoded_and_the_doubt_told_once(tmp_path, encoding, caplog):
    (tmp_path / "a.jsonl").write_bytes(f'{{"text": "{REPORT}"}}\r\n{{"text": "{REPORT} \u200f"}}\n'.encode(encoding))
    first, second = read(tmp_path / "a.jsonl")
    assert (first.text, second.text) == (REPORT, f"{REPORT} \u200f")
    assert [len(first.notes), len(second.notes)] == [1, 2]
    assert len(caplog.messages) == 1


def test_csv_in_windows_1256(tmp_path):
    (tmp_path / "a.csv").write_bytes(f"id;text\r\n1;{REPORT}\r\n".encode("cp1256"))
    (document,) = read(tmp_path / "a.csv")
    assert document.text == REPORT


@pytest.mark.parametrize(
    "name", ["undefined", "punycode", "IDNA", "unicode-escape", "utf-7", "zlib", "no such", "\x00"]
)
def test_encoding_that_no_page_is_written_in_is_not_believed(name):
    found = decode("قتل 5 في الأنبار".encode("cp1256"), name)
    assert (found.text, found.encoding) == ("قتل 5 في الأنبار", "cp1256")
