"""The page of a document: its copies, its statements, its readings over time, and what people decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from hasila.ledger import Decision, Ledger
from tests.tally.ledgers import ledger_of
from tests.web.browsing import NARROW, WIDE, opened
from tests.web.server import serving


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_of(tmp_path, "02") as held:
        yield held


def key_of(ledger: Ledger, id: str) -> str:
    return next(one.key for one in ledger.documents() if one.reading.document.id == id)


def page_of(ledger: Ledger, id: str, lang: str = "en") -> str:
    with serving(ledger.where) as address:
        return httpx.get(f"{address}/{lang}/documents/{key_of(ledger, id)}").text


def test_copies_are_told_with_why_they_are_and_which_came_first(ledger: Ledger) -> None:
    shown = page_of(ledger, "july-2023-copy-1")
    assert "2 copies, which count as the same source" in shown
    assert "of the wording is the same" in shown
    assert "This report came first." in shown
    assert "The first of them:" in page_of(ledger, "july-2023-copy-3")


def test_a_document_leads_to_its_statement(browser: Browser, ledger: Ledger) -> None:
    with serving(ledger.where) as address, opened(browser) as (page, faults):
        page.goto(f"{address}/ar/documents/{key_of(ledger, 'july-2023-copy-1')}")
        page.get_by_role("link", name="تموز/يوليو 2023").click()
        page.wait_for_selector(".grid")
        assert faults == []


def test_what_another_version_reads_otherwise_is_told(ledger: Ledger) -> None:
    held = next(one for one in ledger.documents() if one.reading.document.id == "july-2023-copy-1")
    first, *rest = held.reading.figures
    figures = (replace(first, low=32, high=32), *rest[:-1])
    ledger.add_readings({held.seq: replace(held.reading, figures=figures)}, engine="another")
    shown = page_of(ledger, "july-2023-copy-1")
    assert "another" in shown
    assert "read otherwise:" in shown
    assert "gone:" in shown


def test_decisions_and_withdrawal_are_told(ledger: Ledger) -> None:
    key = key_of(ledger, "july-2023-copy-1")
    ledger.decide(Decision(target=f"{key[:12]}#6", action="reject", who="Rana", why="a misprint"))
    ledger.decide(Decision(target=key, action="withdraw", who="Omar", why="added twice"))
    shown = page_of(ledger, "july-2023-copy-1", "ar")
    assert "سُحب هذا الخبر" in shown
    assert shown.index("a misprint") < shown.index("added twice")
    assert 'id="copies"' not in shown


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_it_fits_and_stands_in_nobodys_way(browser: Browser, ledger: Ledger, width: int, lang: str) -> None:
    with serving(ledger.where) as address:
        where = f"{address}/{lang}/documents/{key_of(ledger, 'july-2023-copy-1')}"
        with opened(browser, width) as (page, faults):
            page.goto(where)
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
            assert faults == []
        context = browser.new_context(bypass_csp=True)
        page = context.new_page()
        page.goto(where)
        found = Axe().run(page).response["violations"]
        context.close()
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []
