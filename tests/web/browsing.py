"""A page of the browser that notes what goes wrong on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

WIDE, NARROW = 1440, 390
# the one without windows is the quickest
_BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def program() -> str | None:
    """The browser of this machine; None where it has none."""
    return next((found for name in _BROWSERS if (found := shutil.which(name))), None)


@contextmanager
def opened(browser: Browser, width: int = WIDE) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what went wrong on it: messages of the console, and whatever was asked for elsewhere."""
    context = browser.new_context(viewport={"width": width, "height": 900})
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


def read(page: Page, address: str, lang: str, text: str) -> None:
    page.goto(f"{address}/{lang}/read")
    page.fill("#text", text)
    page.click("button.main")
    page.wait_for_selector(".report")
