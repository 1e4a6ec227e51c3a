"""A ledger of the example reports, a server that shows it, and a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from hasila.commands.demonstration import example_reports
from hasila.ledger import open_ledger
from hasila.model import Document
from hasila.reading import read
from tests.web.browsing import program
from tests.web.server import serving


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("page") / "ledger.db")
    with open_ledger(path) as held, example_reports() as items:
        for _ in held.add_many(read(item) for item in items if isinstance(item, Document)):
            pass
    return path


@pytest.fixture(scope="session")
def address(ledger: str) -> Iterator[str]:
    with serving(ledger) as where:
        yield where


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = program()
    if found is None:
        pytest.skip("no browser is installed")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def report() -> str:
    """A bulletin of ours with its breakdown, a quotation and a year that counts nothing."""
    return (Path(__file__).parent / "report.txt").read_text(encoding="utf-8")
