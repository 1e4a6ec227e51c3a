"""Where a document came from, when, and which bytes it was."""

import hashlib
import json
import os
from datetime import date
from typing import Any

import pytest

from hasila.ledger import document_key
from hasila.sources import open_bytes, open_sources
from hasila.sources.provenance import Provenance, iso_time

REPORT = "أعلنت القيادة المركزية الأميركية مقتل 5 من عناصر داعش"


def provenance(item: Any) -> dict[str, Any]:
    return dict(item.extra["provenance"])


def test_text_file_is_known_by_its_bytes_and_its_time(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(REPORT.encode("cp1256"))
    os.utime(path, (1685700900, 1685700900))
    (document,) = open_sources([str(path)], published=date(2023, 6, 6))
    data = path.read_bytes()
    assert provenance(document) == {
        "where": str(path),
        "record": None,
        "offset": None,
        "length": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "retrieved": "2023-06-02T10:15:00Z",
        "published_from": "given",
        "url": None,
    }


def test_line_is_known_by_its_number_and_its_bytes(tmp_path):
    lines = [json.dumps({"text": REPORT, "published": day}, ensure_ascii=False) for day in (None, "2023-06-06")]
    path = tmp_path / "a.jsonl"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    _, second = open_sources([str(path)])
    found = provenance(second)
    assert (found["record"], found["published_from"]) == ("3", "record")
    taken = path.read_bytes()[found["offset"] : found["offset"] + found["length"]]
    assert taken.decode() == lines[1]
    assert hashlib.sha256(taken).hexdigest() == found["sha256"]


def test_line_of_a_stream_in_utf16_has_no_offset(tmp_path):
    (document,) = open_bytes(json.dumps({"text": "x"}).encode("utf-16"), "a.jsonl")
    assert [provenance(document)[name] for name in ("record", "offset", "sha256")] == ["1", None, None]


def test_row_is_known_by_the_line_it_begins_on():
    (_, document) = open_bytes(b'text,published\n"a\nb",\nc,2023-06-06\n', "a.csv", published=date(2023, 1, 2))
    assert [provenance(document)[name] for name in ("where", "record", "published_from")] == ["a.csv", "4", "record"]


def test_page_says_whether_its_day_is_its_own():
    body = "<article><h1>x</h1><p>US forces killed 5 ISIS operatives in Syria in June.</p></article>"
    dated = f'<html><head><meta name="date" content="2023-06-06"></head><body>{body}</body></html>'
    (own,) = open_bytes(dated.encode(), "a.html")
    (given,) = open_bytes(f"<html><body>{body}</body></html>".encode(), "a.html", published=date(2023, 6, 7))
    assert provenance(own)["published_from"] not in (None, "given")
    assert provenance(given)["published_from"] == "given"


def test_record_that_brings_its_provenance_keeps_it():
    line = json.dumps({"text": "x", "provenance": {"where": "crawl.warc.gz", "offset": 7}})
    (document,) = open_bytes(line.encode(), "a.jsonl")
    assert provenance(document) == {"where": "crawl.warc.gz", "offset": 7}


def test_where_a_document_lay_is_no_part_of_its_key(tmp_path):
    keys = set()
    for folder in ("a", "b"):
        path = tmp_path / folder / "report.txt"
        path.parent.mkdir()
        path.write_text(REPORT)
        keys |= {document_key(item) for item in open_sources([str(path)]) if not hasattr(item, "reason")}
    assert len(keys) == 1


def test_what_others_store_beside_it_stays():
    assert Provenance("a").beside({"desk": 7})["desk"] == 7


@pytest.mark.parametrize(("seconds", "written"), [(0, "1970-01-01T00:00:00Z"), (1e300, None), (float("nan"), None)])
def test_time_that_no_calendar_has_is_unknown(seconds, written):
    assert iso_time(seconds) == written


def test_file_in_a_folder_is_named_from_the_path_that_was_given(tmp_path):
    (tmp_path / "a.txt").write_text(REPORT)
    (document,) = open_sources([str(tmp_path)])
    assert provenance(document)["where"] == str(tmp_path / "a.txt")
