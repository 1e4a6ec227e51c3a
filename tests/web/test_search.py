"""The search of the page, used by a person and asked by programs."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser

from hasila.ledger import open_ledger
from hasila.model import Document
from hasila.reading import read
from hasila.web.api import models
from tests.web.browsing import NARROW, opened
from tests.web.server import serving

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def test_a_name_in_one_script_finds_reports_in_the_other(browser: Browser, address: str) -> None:
    with opened(browser, NARROW) as (page, faults):
        page.goto(f"{address}/ar/tally")
        page.fill(".find input", "SDF")
        page.press(".find input", "Enter")
        page.wait_for_selector(".hits mark")
        marks = page.locator(".hits mark").all_inner_texts()
        assert any("قسد" in one or "سوريا الديمقراطية" in one for one in marks)
        page.locator(".hits h3 a").first.click()
        page.wait_for_selector(".report")
        assert faults == []


def test_a_search_is_narrowed_down_by_keyboard(browser: Browser, address: str) -> None:
    with opened(browser) as (page, _):
        page.goto(f"{address}/en/search?q=ISIS")
        page.locator("summary").focus()
        page.keyboard.press("Enter")
        page.select_option("#written", "ar")
        page.fill("#place", "Iraq")
        page.press("#place", "Enter")
        page.wait_for_url("**written=ar**")
        assert page.locator(".hits li").count() > 0
        assert page.input_value("#place") == "Iraq"
        page.click("a[rel=next]")
        page.wait_for_url("**page=2**")
        assert "written=ar" in page.url


def test_programs_find_the_same(address: str, ledger: str) -> None:
    told = httpx.get(f"{address}/api/v1/search", params={"q": "قسد", "lang": "en"}).json()
    models.Search.model_validate_json(json.dumps(told))
    assert (told["missing"], told["page"]) == (0, 1)
    assert told["total"] == len(told["documents"]) > 0
    with open_ledger(ledger) as held:
        for one in told["documents"]:
            (document,) = (entry.reading.document for entry in held.documents(keys=[one["key"]]))
            fields = {"title": document.title or "", "text": document.text}
            assert one["found"]
            assert all(fields[mark["field"]][mark["start"] : mark["end"]] == mark["text"] for mark in one["found"])


@pytest.mark.parametrize("typed", ['"', "NEAR(", "a" * 5000, "ـ", "'; --", "%00", "\u202e", "*", "<b>"])
def test_nothing_that_is_typed_fails(address: str, typed: str) -> None:
    for path in ("ar/search", "en/search", "api/v1/search"):
        answer = httpx.get(f"{address}/{path}", params={"q": typed, "place": typed, "actor": typed, "outlet": typed})
        assert answer.status_code == 200
    assert httpx.get(f"{address}/en/search", params={"q": typed, "page": "x"}).status_code == 200


def test_a_day_that_is_none_is_an_error_of_the_asker(address: str) -> None:
    assert httpx.get(f"{address}/en/search", params={"since": "soon"}).status_code == 422


def test_a_hostile_report_stays_text(browser: Browser, tmp_path: Path) -> None:
    path = str(tmp_path / "hostile.db")
    with open_ledger(path) as held:
        text = f"{HOSTILE} Two ISIS members were killed in Raqqa, the SDF said {HOSTILE}"
        held.add(read(Document(HOSTILE, text, title=HOSTILE, published=date(2023, 5, 1), outlet=HOSTILE)))
    with serving(path) as where, opened(browser) as (page, faults):
        for part in ("search?q=script+raqqa", "search?q=alert", "outlets", "actors/Syrian%20Democratic%20Forces"):
            page.goto(f"{where}/en/{part}")
            assert HOSTILE in page.inner_text("main").replace("\n", "")
        assert faults == []


def test_what_was_added_is_found_at_once(tmp_path: Path) -> None:
    path = str(tmp_path / "growing.db")
    with open_ledger(path) as held:
        held.add(read(Document("one", "raid one")))
        with serving(path) as where:
            assert httpx.get(f"{where}/api/v1/search", params={"q": "raid"}).json()["total"] == 1
            held.add(read(Document("two", "raid two")))
            assert httpx.get(f"{where}/api/v1/search", params={"q": "raid"}).json()["total"] == 2
