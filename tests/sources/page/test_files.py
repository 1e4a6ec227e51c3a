"""Pages as outlets make them (``pages/``): the words of the report, its title, outlet, day, and nothing beside it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from hasila.model import Document
from hasila.sources import open_sources
from hasila.sources.page import read_page
from hasila.sources.provenance import Provenance
from hasila.sources.source import Source

PAGES = Path(__file__).parent / "pages"
EXPECTED = tomllib.loads((PAGES / "pages.toml").read_text(encoding="utf-8"))


def read(name: str) -> Document:
    data = (PAGES / f"{name}.html").read_bytes()
    return read_page(data, Source(Provenance(name, url=EXPECTED[name].get("fetched")), name))


@pytest.fixture(params=sorted(EXPECTED), scope="module")
def page(request):
    return EXPECTED[request.param], read(request.param)


def test_the_words_of_the_report_and_no_others(page, request):
    wanted, document = page
    if "fails" in wanted:
        request.applymarker(pytest.mark.xfail(reason=wanted["fails"], strict=True))
    lines = document.text.split("\n")
    assert [words for words in wanted["absent"] if words in document.text] == []
    assert [words for words in wanted.get("present", []) if words not in document.text] == []
    assert any(line.startswith(wanted["first"]) for line in lines[:4]), lines[:4]
    assert lines[-1].endswith(wanted["last"])


def test_title_outlet_and_author(page):
    wanted, document = page
    assert document.title == wanted["title"]
    assert document.outlet == wanted.get("outlet")
    assert document.extra.get("author") == wanted.get("author")
    assert document.lang == wanted.get("lang", document.lang)


def test_day_of_publication_and_where_it_was_found(page):
    wanted, document = page
    day = document.published.isoformat() if document.published else None
    found = document.extra["provenance"]["published_from"]
    assert (day, found) == (wanted.get("published"), wanted.get("published_from"))


def test_address(page):
    wanted, document = page
    assert document.url == wanted.get("url", document.url)


def test_only_what_is_odd_is_noted(page):
    wanted, document = page
    odd = [note for note in document.notes if note != "text taken from an HTML page" and "not UTF-8" not in note]
    assert len(odd) == ("note" in wanted)
    assert all(wanted["note"] in note for note in odd)


def test_every_page_is_expected_and_comes_the_same_as_a_file():
    documents = [one for one in open_sources([str(PAGES)]) if isinstance(one, Document)]
    assert sorted(one.id for one in documents) == sorted(EXPECTED)
    assert {one.id: one.text for one in documents} == {name: read(name).text for name in EXPECTED}
