"""Every page in both languages, wide and narrow, as pictures to look at (``make screenshots``).

    python -m tools.screenshots build/screenshots [NAME ...]

The ledger is made from the example reports and the reference series that come with Hasila; somebody with the role of an
editor has signed in. Pictures are named after their page, language and width.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from hasila.commands.demonstration import example_reports
from hasila.ledger import open_ledger
from hasila.model import Document
from hasila.reading import read
from hasila.reference import reference_readings
from tests.web.browsing import NARROW, WIDE, program
from tests.web.people import NAMES, PASSWORD, add_people
from tests.web.server import serving
from tests.web.test_every_page import PAGES

# A whole newspaper page of pixels is enough to see how a page is laid out.
_HEIGHT = 900
_REPORT = Path(__file__).parent.parent / "tests" / "web" / "report.txt"
_FIRST_FIGURE = "review/first"
_SIGNED_IN = ("review", _FIRST_FIGURE, "review/differences")
Lang = Literal["ar", "en"]


def main(folder: Path, wanted: list[str]) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as room:
        ledger = str(Path(room) / "ledger.db")
        _fill(ledger)
        with serving(ledger) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program(), args=["--no-sandbox"])
            for path in _pictures(browser, address, folder, wanted):
                print(path)
            browser.close()
    return 0


def _fill(path: str) -> None:
    with open_ledger(path) as ledger, example_reports() as items:
        readings = [read(item) for item in items if isinstance(item, Document)]
        for _ in ledger.add_many([*readings, *reference_readings()]):
            pass
    add_people(path)


def _pictures(browser: Browser, address: str, folder: Path, wanted: list[str]) -> Iterator[Path]:
    for lang in ("ar", "en"):
        for width in (WIDE, NARROW):
            page = browser.new_page(viewport={"width": width, "height": _HEIGHT})
            page.goto(f"{address}/{lang}/sign-in")
            page.fill("[name=name]", NAMES["editor"])
            page.fill("[name=password]", PASSWORD)
            page.press("[name=password]", "Enter")
            for path in (*PAGES, *_SIGNED_IN):
                name = "".join(sign if sign.isalnum() else "-" for sign in path)
                if wanted and name not in wanted:
                    continue
                page.goto(f"{address}/{lang}/{path}", wait_until="networkidle")
                if path == "read":
                    page.fill("#text", _REPORT.read_text(encoding="utf-8"))
                    page.click("button.main")
                    page.wait_for_selector(".report")
                if path == _FIRST_FIGURE:
                    page.goto(f"{address}/{lang}/review")
                    page.click("a.button.main")
                    page.wait_for_load_state("networkidle")
                picture = folder / f"{name}-{lang}-{width}.png"
                page.screenshot(path=picture)
                yield picture
            page.context.close()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
