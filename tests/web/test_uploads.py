"""Files of any kind that is read, given to the page."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage
from html import unescape
from io import BytesIO
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page

from hasila.ledger import open_ledger
from hasila.sources.kinds import KINDS, suffixes
from hasila.web.filekinds import CALLED, WITHOUT_REPORTS
from tests.sources.archives.packing import zipped
from tests.sources.pdf.making import Font, drawn, pdf
from tests.web.browsing import NARROW, WIDE, opened
from tests.web.people import add_people, csrf_in, signed_in
from tests.web.server import serving

ENGLISH = "US Central Command said its forces killed 5 ISIS operatives and captured 7 in Syria in May 2023."
ARABIC = (
    "قالت القيادة المركزية الأميركية إن قواتها نفذت 12 عملية ضد داعش في العراق خلال أيار 2023، وأسرت سبعة من عناصره."
)


def as_pdf() -> bytes:
    font = Font()
    return pdf([drawn([ENGLISH], font)], font)


def as_word() -> bytes:
    from docx import Document

    made, out = Document(), BytesIO()
    made.add_paragraph(ARABIC)
    made.save(out)
    return out.getvalue()


def as_message() -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"] = "newsroom@example.org", "عمليات أيار"
    made["Date"] = "Tue, 06 Jun 2023 10:00:00 +0300"
    made.set_content(ARABIC)
    return bytes(made)


def broken() -> bytes:
    """A ZIP of two reports and a member that was damaged."""
    members: dict[str, bytes | str] = {"in/first.txt": ARABIC, "second.eml": as_message(), "third.txt": ENGLISH}
    return zipped(members, method=0).replace(b"killed 5", b"killed 6")


def given(page: Page, address: str, lang: str, path: Path) -> None:
    page.goto(f"{address}/{lang}/read")
    page.set_input_files("#file", str(path))
    page.click("form.ask button.main")
    page.wait_for_selector(".report")


@pytest.mark.parametrize(
    ("name", "made", "note", "figures"),
    [
        ("statement.pdf", as_pdf, "أُخذ النص من ملف PDF", 2),
        ("تقرير.docx", as_word, "أُخذ النص من مستند Word", 2),
        ("message.eml", as_message, "أُخذ النص من رسالة بريد", 2),
    ],
)
def test_a_file_is_read_whatever_it_is(
    browser: Browser, address: str, tmp_path: Path, name: str, made: Callable[[], bytes], note: str, figures: int
) -> None:
    path = tmp_path / name
    path.write_bytes(made())
    with opened(browser, NARROW) as (page, faults):
        given(page, address, "ar", path)
        assert page.locator(".figures [data-light^=f]").count() == figures
        assert note in page.locator(".figures .note").all_text_contents()
        assert page.locator(".source, .problem").count() == 0
        assert faults == []


def test_what_can_be_given_is_said(browser: Browser, address: str) -> None:
    assert {kind.name for kind in KINDS} == CALLED.keys() | WITHOUT_REPORTS
    with opened(browser) as (page, _):
        page.goto(f"{address}/en/read")
        assert set((page.get_attribute("#file", "accept") or "").split(",")) == set(suffixes())
        label = page.text_content("label[for=file]") or ""
        for words in (*CALLED.values(), "2 MB at most"):
            assert words in label


@pytest.mark.parametrize(("lang", "width"), [("ar", NARROW), ("en", WIDE)])
def test_reports_of_an_archive_stand_below_each_other(
    browser: Browser, address: str, tmp_path: Path, lang: str, width: int
) -> None:
    path = tmp_path / "reports.zip"
    path.write_bytes(broken())
    with opened(browser, width) as (page, faults):
        given(page, address, lang, path)
        assert page.locator(".source bdi").all_text_contents() == ["reports.zip!in/first.txt", "reports.zip!second.eml"]
        (problem,) = page.locator("[role=alert] .problem").all_text_contents()
        assert problem.startswith("reports.zip!third.txt: ")
        assert ("الملف مبتور أو تالف" in problem) is (lang == "ar")
        assert page.evaluate("new Set([...document.querySelectorAll('[id]')].map((one) => one.id)).size") == (
            page.locator("[id]").count()
        )
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        assert faults == []


def test_a_figure_lights_the_words_of_its_own_report(browser: Browser, address: str, tmp_path: Path) -> None:
    path = tmp_path / "reports.zip"
    path.write_bytes(broken())
    with opened(browser) as (page, _):
        given(page, address, "en", path)
        second = page.locator(".report").nth(1)
        second.locator("[data-light=f0]").click()
        page.mouse.move(0, 0)
        assert second.locator(".text .lit").count() == 1
        assert page.locator(".text .lit").count() == 1
        page.locator(".report").nth(0).locator("[data-light=f0]").click()
        page.mouse.move(0, 0)
        assert second.locator(".text .lit").count() == 0
        assert second.locator("[data-light=f0]").get_attribute("aria-pressed") == "false"


def test_the_first_of_many_are_shown_and_the_others_counted(address: str) -> None:
    lines = [f'{{"text": "US forces killed {n} ISIS operatives."}}' for n in range(25)] + ["broken"] * 22
    answer = httpx.post(f"{address}/en/read", files={"file": ("many.jsonl", "\n".join(lines).encode())}, timeout=60)
    assert answer.text.count('<section class="report">') == 20
    assert "5 more reports aren't shown here" in unescape(answer.text)
    assert answer.text.count("the line is not JSON") == 20
    assert "2 more were set aside." in answer.text


def test_editors_add_each_report_of_an_archive(tmp_path: Path) -> None:
    path = str(tmp_path / "ledger.db")
    add_people(path)
    with serving(path) as where, signed_in(where, "editor") as client:
        shown = client.post("/en/read", files={"file": ("reports.zip", broken())}, timeout=60).text
        assert [f'id="name-{number}"' in shown for number in (1, 2, 3)] == [True, True, False]
        carried = shown.split('name="document" value="')[2].partition('"')[0].replace("&#34;", '"')
        sent = {"document": carried, "name": "second", "csrf": csrf_in(client)}
        assert client.post("/en/documents", data=sent).status_code == 303
    with open_ledger(path) as ledger:
        (held,) = ledger.documents()
    assert held.reading.document.text == ARABIC
    assert held.reading.document.extra["provenance"]["where"] == "reports.zip!second.eml"


def test_an_empty_file_is_told(address: str) -> None:
    answer = httpx.post(f"{address}/ar/read", files={"file": ("empty.txt", b"")}, timeout=60)
    assert '<bdi dir="ltr">empty.txt</bdi>: الملف فارغ. تحقق من طريقة إعداده.' in answer.text
