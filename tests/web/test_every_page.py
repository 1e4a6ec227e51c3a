"""What holds for every page: it fits, stays on this machine, and stands in nobody's way."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.web.browsing import NARROW, WIDE, opened, read

# every new page takes its place here
FOUND = (
    *("search", "search?q=SDF+عمليات", "search?q=raid&place=Syria&written=en", "search?q=nowhere-to-be-found"),
    *("actors", "actors/US%20Central%20Command", "actors/ISIS?of=figures", "people", "people/Matthew%20McFarlane"),
    *("outlets", "about"),
)
PAGES = (
    "overview",
    "overview?from=2023-01&to=2023-06&place=SY",
    "read",
    "tally",
    "tally?by=all",
    "conflicts",
    "statements/coalition/2023-07",
    "brief",
    "brief?period=2023-05",
    *FOUND,
)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_fits_and_asks_for_nothing_elsewhere(
    browser: Browser, address: str, lang: str, width: int, path: str
) -> None:
    with opened(browser, width) as (page, faults):
        page.goto(f"{address}/{lang}/{path}")
        assert page.get_attribute("html", "dir") == ("rtl" if lang == "ar" else "ltr")
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        assert faults == []


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_brief_is_printed_alone_and_whole(browser: Browser, address: str, lang: str) -> None:
    with opened(browser, 794) as (page, _):  # A4 at 96 dots an inch
        page.goto(f"{address}/{lang}/brief?period=2023-05")
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        left = page.evaluate(
            "Math.min(...[...document.body.querySelectorAll('*')].map(one => one.getBoundingClientRect().left))"
        )
        assert left >= 0
        assert not page.is_visible("header.top")
        assert not page.is_visible("form")
        assert page.is_visible("article p")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_serious_stands_in_the_way_of_anybody(
    browser: Browser, address: str, path: str, scheme: str, report: str
) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    if path == "read":
        read(page, address, "ar", report)
    else:
        page.goto(f"{address}/ar/{path}")
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []


def test_the_tally_leads_to_the_words(browser: Browser, address: str) -> None:
    with opened(browser) as (page, _):
        page.goto(f"{address}/en/conflicts")
        page.locator(".claims a").first.click()
        page.wait_for_selector(".report")
        assert page.locator(".mark.figure").count() > 0
