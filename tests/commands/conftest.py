"""A ledger with a few reports in it, made by the command itself."""

import json
import shutil
from pathlib import Path

import pytest

from tests.commandline import run
from tests.ledger.reports import report


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three reports, one a line, and the ledger that the command made of them."""
    folder = tmp_path_factory.mktemp("made")
    path = folder / "reports.jsonl"
    documents = (report(number) for number in range(3))
    lines = [json.dumps({"id": one.id, "text": one.text, "published": "2023-06-06"}) + "\n" for one in documents]
    path.write_text("".join(lines), encoding="utf-8")
    assert run("add", path, "--ledger", folder / "reports.db").returncode == 0
    return folder


@pytest.fixture
def reports(tmp_path: Path, _made: Path) -> Path:
    """Three reports, one a line."""
    return Path(shutil.copy(_made / "reports.jsonl", tmp_path))


@pytest.fixture
def ledger(tmp_path: Path, _made: Path) -> Path:
    """A ledger of its own with these reports."""
    for file in _made.glob("reports.db*"):
        shutil.copy(file, tmp_path)
    return tmp_path / "reports.db"
