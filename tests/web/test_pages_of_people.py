"""The pages of people who signed in fit like all others, and stand in nobody's way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.web.browsing import NARROW, WIDE
from tests.web.people import NAMES, PASSWORD, add_people
from tests.web.server import serving


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = str(tmp_path_factory.mktemp("people") / "people.db")
    add_people(path)
    with serving(path) as address:
        yield address


def look(page: Page) -> list[object]:
    """What is wrong with a page as it stands."""
    fits = page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    found = Axe().run(page).response["violations"]
    faults: list[object] = [
        (one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")
    ]
    return faults if fits else [*faults, "too wide"]


@pytest.mark.parametrize(
    ("lang", "width", "scheme"), [("ar", WIDE, "light"), ("ar", NARROW, "dark"), ("en", NARROW, "light")]
)
def test_signing_in_adding_and_withdrawing_by_keyboard(
    browser: Browser, where: str, report: str, lang: str, width: int, scheme: str
) -> None:
    view = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, "bypass_csp": True}
    context = browser.new_context(**view)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{where}/{lang}/sign-in?to=read")
    assert look(page) == []
    page.focus("#name")
    page.keyboard.type(NAMES["editor"])
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector(".who")
    page.fill("#text", report)
    page.focus("button.main")
    page.keyboard.press("Enter")
    page.wait_for_selector(".edit")
    assert look(page) == []
    page.focus("#outlet-1")
    page.keyboard.type(f"{lang} {width}")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=status]")
    assert look(page) == []
    page.focus("#why")
    page.keyboard.type("تجربة")
    page.keyboard.press("Enter")
    page.wait_for_url("**done=withdraw")
    assert look(page) == []
    context.close()
