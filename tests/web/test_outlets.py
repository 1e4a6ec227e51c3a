"""The pages of outlets."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Browser

from hasila.tally.outlets import outlets
from hasila.tally.tally import tallied_of
from tests.tally.ledgers import ledger_of
from tests.web.browsing import opened
from tests.web.server import serving


@pytest.fixture(scope="module")
def slips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger in which an outlet printed 84 for 48."""
    folder = tmp_path_factory.mktemp("outlets")
    ledger_of(folder, "12").close()
    return folder / "reports.db"


def test_an_error_leads_to_the_report_that_has_it(browser: Browser, slips: Path) -> None:
    with serving(str(slips)) as where, opened(browser) as (page, faults):
        page.goto(f"{where}/ar/outlets")
        page.click("text=أنباء الساحل")
        page.wait_for_selector("h3:has-text('تبديل خانتين')")
        assert "والثابت 48" in page.inner_text(".sayings")
        page.click(".sayings a")
        page.wait_for_selector(".report")
        assert faults == []


def test_the_counts_are_those_of_the_command_line(address: str, ledger: str) -> None:
    from hasila.ledger import open_ledger

    with open_ledger(ledger) as held:
        found = outlets(tallied_of(held))
    shown = httpx.get(f"{address}/en/outlets", timeout=60).text
    assert shown.count('<th scope="row">') == min(len(found), 100)
    for one in found[:5]:
        answer = httpx.get(f"{address}/en/outlets/{quote(one.name, safe='')}", timeout=60)
        assert f"{one.claims} figure" in answer.text
        assert all(other in answer.text for other, _ in one.copied[:15])
        assert sum(count for _, count in one.copied) == one.copies


def test_no_such_outlet_is_not_found(address: str) -> None:
    assert httpx.get(f"{address}/en/outlets/nobody", timeout=60).status_code == 404
    assert httpx.get(f"{address}/en/outlets", params={"policy": "nothing"}).status_code == 400
