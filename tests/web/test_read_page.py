"""The page on which a report is read, in a real browser."""

from __future__ import annotations

import gzip
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser

from evaluation.cases import OUTSIDE
from tests.sources.archives.packing import zipped
from tests.web.browsing import NARROW, WIDE, opened, read

HOSTILE = (
    '<img src=x onerror="document.title=1"> القيادة المركزية: نفذنا 12 عملية <script>document.title="2"</script> '
    "ضد داعش في العراق خلال أيار 2023"
)


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


SEEDS = sorted((OUTSIDE.parent.parent / "seeds").glob("*.txt"))


@pytest.mark.skipif(not SEEDS, reason="the reports that started the project are not at hand")
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize(("at", "figures"), [(0, 11), (1, 8)])
def test_the_reports_that_started_the_project_are_read_as_they_are(
    browser: Browser, address: str, at: int, figures: int, width: int
) -> None:
    with opened(browser, width) as (page, faults):
        text = SEEDS[at].read_text(encoding="utf-8")
        read(page, address, "ar", text)
        assert page.locator(".figures [data-light^=f]").count() == figures
        assert page.text_content(".text") == text.replace("\r\n", "\n")
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        assert faults == []


def test_a_report_of_more_than_a_megabyte_is_read(address: str) -> None:
    text = "قالت القيادة المركزية الأميركية إن قواتها نفذت 12 عملية ضد داعش في العراق.\n" + "طقس اليوم غائم. " * 40_000
    answer = httpx.post(f"{address}/ar/read", files={"text": (None, text)}, timeout=120)
    assert answer.status_code == 200
    assert "data-light" in answer.text


def test_the_reports_in_a_dropped_archive_are_read(address: str) -> None:
    first, second = "US forces killed 5 ISIS operatives in Syria.", "قتلت القوات الأميركية 6 من عناصر داعش في العراق."
    data = zipped({"a.txt": first, "in/b.txt.gz": gzip.compress(second.encode())})
    answer = httpx.post(f"{address}/en/read", files={"file": ("reports.zip", data)}, timeout=60)
    assert answer.status_code == 200
    assert "5 ISIS operatives" in answer.text
    assert "6 من عناصر داعش" in answer.text


def test_an_archive_that_holds_more_than_the_page_reads_is_refused(address: str) -> None:
    many = "".join(f'{{"text": "{n}"}}\n' for n in range(60_000)).encode()
    for data in (zipped({"a.txt": "x " * 2_000_000}), zipped({"a.jsonl": many})):
        answer = httpx.post(f"{address}/en/read", files={"file": ("reports.zip", data)}, timeout=60)
        assert answer.status_code == 413
