"""Ledgers to search, in an SQLite file and in PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from hasila.ledger import Ledger, open_ledger
from hasila.model import Document
from hasila.reading import read
from hasila.search import SearchIndex

Searched = Callable[[Iterable[Document]], Ledger]


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A ledger that is not there yet, of each kind."""
    if request.param == "sqlite":
        return str(tmp_path / "reports.db")
    address: str = request.getfixturevalue("postgresql_server").database()
    return address


@pytest.fixture
def searched(url: str, request: pytest.FixtureRequest) -> Searched:
    """Documents -> a ledger of them that can be searched."""

    def made(documents: Iterable[Document]) -> Ledger:
        ledger = open_ledger(url)
        request.addfinalizer(ledger.close)
        list(ledger.add_many(map(read, documents)))
        assert SearchIndex(ledger).bring_up()
        return ledger

    return made
