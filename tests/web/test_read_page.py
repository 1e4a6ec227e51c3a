"""The page on which a report is read, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

WIDE, NARROW = 1440, 390
PAGES = ("read", "tally", "tally?by=all", "conflicts", "brief", "brief?period=2023-05")
HOSTILE = (
    '<img src=x onerror="document.title=1"> القيادة المركزية: نفذنا 12 عملية <script>document.title="2"</script> '
    "ضد داعش في العراق خلال أيار 2023"
)


@contextmanager
def opened(browser: Browser, width: int = WIDE) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what went wrong on it: messages of the console, and whatever was asked for elsewhere."""
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=False)
    page, faults = context.new_page(), list[str]()
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith(("http://127.0.0.1", "data:")) else faults.append(asked.url),
    )
    try:
        yield page, faults
    finally:
        context.close()


def _elsewhere(asked: Request) -> list[str]:
    return [] if asked.url.startswith(("http://127.0.0.1", "data:")) else [asked.url]


def read(page: Page, address: str, lang: str, text: str) -> None:
    page.goto(f"{address}/{lang}/read")
    page.fill("#text", text)
    page.click("button.main")
    page.wait_for_selector(".report")


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_pasted_report_is_read(browser: Browser, address: str, report: str, lang: str, width: int) -> None:
    with opened(browser, width) as (page, faults):
        read(page, address, lang, report)
        assert page.locator(".figures [data-light^=f]").count() == 9
        assert page.text_content(".text") == report
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        assert faults == []


def test_a_figure_lights_its_words_and_the_words_their_figure(browser: Browser, address: str, report: str) -> None:
    with opened(browser) as (page, _):
        read(page, address, "ar", report)
        page.click("[data-light=f1]")
        assert page.locator(".text .lit").all_text_contents() == ["خمسة من عناصر التنظيم"]
        assert page.get_attribute("[data-light=f1]", "aria-pressed") == "true"
        page.click("[data-light=f1]")
        page.mouse.move(0, 0)
        assert page.locator(".text .lit").count() == 0
        page.click(".text [data-of=f0]")
        assert page.locator("[data-figure=f0].lit").count() == 1


def test_the_keyboard_alone_lights_a_figure(browser: Browser, address: str, report: str) -> None:
    with opened(browser) as (page, _):
        read(page, address, "en", report)
        page.focus("[data-light=f2]")
        page.keyboard.press("Enter")
        assert page.locator(".text [data-of=f2].lit").count() == 1


def test_a_hostile_report_stays_text(browser: Browser, address: str) -> None:
    with opened(browser) as (page, faults):
        read(page, address, "en", f"تنبيه {HOSTILE}")
        assert page.title().startswith("Read a report")
        assert "<script>" in (page.text_content(".text") or "")
        assert page.locator(".text img").count() == 0
        assert faults == []


def test_a_file_is_read_too(browser: Browser, address: str, report: str, tmp_path: Path) -> None:
    path = tmp_path / "bulletin.html"
    path.write_text(f"<html lang=ar><body><article><p>{report}</p></article></body></html>", encoding="utf-8")
    with opened(browser) as (page, _):
        page.goto(f"{address}/en/read")
        page.set_input_files("#file", str(path))
        page.click("button.main")
        page.wait_for_selector(".report")
        assert page.locator(".figures [data-light^=f]").count() == 9


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
