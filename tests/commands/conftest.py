"""A ledger with a few reports in it, made by the command itself."""

import json
from pathlib import Path

import pytest

from tests.commandline import run
from tests.ledger.reports import report


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Three reports, one a line."""
    path = tmp_path / "reports.jsonl"
    documents = (report(number) for number in range(3))
    lines = [json.dumps({"id": one.id, "text": one.text, "published": "2023-06-06"}) + "\n" for one in documents]
    path.write_text("".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def ledger(tmp_path: Path, reports: Path) -> Path:
    path = tmp_path / "reports.db"
    assert run("add", reports, "--ledger", path).returncode == 0
    return path
