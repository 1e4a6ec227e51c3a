"""Ledgers to write into: an SQLite file, and a database on a PostgreSQL server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hasila.ledger import Ledger, open_ledger


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reports.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, path: Path) -> str:
    """A ledger that is not there yet, of each kind."""
    if request.param == "sqlite":
        return str(path)
    address: str = request.getfixturevalue("postgresql_server").database()
    return address


@pytest.fixture
def ledger(url: str) -> Iterator[Ledger]:
    with open_ledger(url) as opened:
        yield opened
