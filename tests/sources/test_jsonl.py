"""JSON lines: one document a line, and one message for each line that is none."""

import json
import tracemalloc
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hasila.model import Document
from hasila.sources import Rejected, open_sources
from hasila.sources import lines as lines_module

GOOD = '{"text": "killed 5"}'


def read(path: Path, data: str | bytes) -> list[Any]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_again(path)


def read_again(path: Path) -> list[Any]:
    return list(open_sources([str(path)]))


def test_known_keys_are_used_and_unknown_ones_kept(tmp_path):
    record = {
        "id": 7, "text": "x", "title": "t", "published": "2023-06-02T08:00:00Z", "lang": "ar-IQ",
        "url": "https://example.org", "outlet": "Example", "tags": ["a"], "figures": [],
    }  # fmt: skip
    (document,) = read(tmp_path / "a.jsonl", json.dumps(record))
    assert document == Document(
        "7", "x", "t", date(2023, 6, 2), "ar", "https://example.org", "Example",
        f"{tmp_path / 'a.jsonl'}:1",
        {"tags": ["a"], "figures": [], "provenance": document.extra["provenance"]},
    )  # fmt: skip


def test_default_id_is_stem_and_line(tmp_path):
    assert [item.id for item in read(tmp_path / "a.jsonl", f"{GOOD}\n\n{GOOD}")] == ["a-1", "a-3"]


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1), st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_text_and_title_survive_unaltered(tmp_path_factory, texts, escaped, line_break):
    texts = [text for text in texts if escaped or text.isprintable()] or ["قُتل 5"]
    written = line_break.join(json.dumps({"text": t, "title": t}, ensure_ascii=escaped) for t in texts)
    documents = read(tmp_path_factory.mktemp("lines") / "a.jsonl", written)
    assert [(item.text, item.title) for item in documents] == [(text, text) for text in texts]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "x"', "not JSON"),
        ("{'text': 'x'}", "not JSON"),
        ("[1, 2]", "a list, not an object"),
        ('"text"', "not an object"),
        ("null", "not an object"),
        ("{}", "no 'text'"),
        ('{"text": ""}', "'text' is empty"),
        ('{"text": " \\n "}', "'text' is empty"),
        ('{"text": null}', "'text' is empty"),
        ('{"text": 5}', "'text' is a number"),
        ('{"text": ["x"]}', "'text' is a list"),
        ('{"text": "x", "n": ' + "9" * 5000 + "}", "can't be read"),
        ("[" * 100_000, "can't be read"),
        ('{"text": "a\0b"}', "binary"),
    ],
)
def test_bad_line_is_named_and_the_others_are_read(tmp_path, line, reason):
    before, rejected, after = read(tmp_path / "a.jsonl", "\n".join([GOOD + " " * 5000, line, GOOD]))
    assert isinstance(rejected, Rejected)
    assert (rejected.line, rejected.document_kept) == (2, False)
    assert reason in rejected.reason
    assert (before.id, after.id) == ("a-1", "a-3")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("published", "soon"), ("published", "2023-02-30"), ("published", 20230505), ("published", ["2023-05-05"]),
        ("lang", "fr"), ("lang", 1), ("title", 5), ("id", ["a"]), ("id", True), ("url", {}),
    ],
)  # fmt: skip
def test_unusable_value_is_set_aside_and_the_document_kept(tmp_path, key, value):
    rejected, document = read(tmp_path / "a.jsonl", json.dumps({"text": "x", key: value}))
    assert isinstance(rejected, Rejected)
    assert rejected.document_kept
    assert f"'{key}'" in rejected.reason
    assert getattr(document, key) == ("a-1" if key == "id" else None)
    assert f"'{key}'" in document.notes[0]


@pytest.mark.parametrize("value", [None, ""])
def test_value_left_empty_is_no_fault(tmp_path, value):
    record = dict.fromkeys(("id", "title", "published", "lang", "url", "outlet"), value)
    (document,) = read(tmp_path / "a.jsonl", json.dumps({"text": "x", **record}))
    assert (document.id, document.title, document.published, document.notes) == ("a-1", None, None, ())


@pytest.mark.parametrize(
    "written", ["2023-06-02", "2023/6/2", "٢٠٢٣-٠٦-٠٢", "2023-06-02 10:15", "2023-06-02T10:15+03:00"]
)
def test_day_of_publication_in_its_usual_forms(tmp_path, written):
    (document,) = read(tmp_path / "a.jsonl", json.dumps({"text": "x", "published": written}))
    assert document.published == date(2023, 6, 2)


def test_half_character_is_kept_and_noted(tmp_path):
    (document,) = read(tmp_path / "a.jsonl", '{"text": "killed \\ud800 5"}')
    assert document.text == "killed \ud800 5"
    assert "surrogates" in document.notes[0]


def test_line_over_the_limit_is_skipped_without_being_held(tmp_path, monkeypatch):
    monkeypatch.setattr(lines_module, "DOCUMENT_BYTES", 1_000_000)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * 20_000_000 + b'"}\n' + GOOD.encode())
    tracemalloc.start()
    rejected, document = read_again(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(rejected, Rejected)
    assert (rejected.line, "longer than" in rejected.reason, document.id) == (1, True, "a-2")
    assert peak < 5_000_000


def test_long_file_is_read_in_flat_memory(tmp_path):
    path = tmp_path / "a.jsonl"
    with path.open("w") as file:
        file.writelines(f'{{"id": "report-{n}", "text": "killed {n} {"x" * 400}"}}\n' for n in range(20_000))
    tracemalloc.start()
    count = sum(1 for _ in open_sources([str(path)]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 20_000
    assert peak < 3_000_000
