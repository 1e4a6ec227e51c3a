"""Ledgers to write into: an SQLite file."""

from pathlib import Path

import pytest

from hasila.ledger import Ledger, open_ledger


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reports.db"


@pytest.fixture
def ledger(path: Path) -> Ledger:
    return open_ledger(str(path))
