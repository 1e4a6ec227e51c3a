"""``hasila outlets``, run as people run it."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.commands.running import run
from tests.tally.ledgers import ledger_of


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outlets")
    ledger_of(folder, "12").close()
    return folder / "reports.db"


def test_the_table_shows_each_outlet_with_its_errors(ledger: Path) -> None:
    done = run("outlets", "--ledger", ledger)
    assert (done.returncode, done.stderr) == (0, "")
    row, error = (line for line in done.stdout.splitlines() if "أنباء الساحل" in line)
    assert row.endswith(" 67%")
    assert error == " أنباء الساحل: digits swapped ×1 (84 for 48: operations, Iraq and Syria, Feb 2023)"


def test_json_names_every_wrong_claim(ledger: Path) -> None:
    told = json.loads(run("outlets", "--format", "json", "--ledger", ledger).stdout)
    (wrong,) = [outlet for outlet in told["outlets"] if outlet["errors"]]
    (error,) = wrong["errors"]
    assert (error["kind"], error["count"]) == ("digits swapped", 1)
    assert (error["claims"][0]["said"], error["claims"][0]["instead"]) == (84, 48)


def test_csv_has_a_line_for_each_outlet(ledger: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("outlets", "--format", "csv", "--ledger", ledger).stdout)))
    assert [(row["outlet"], row["set_aside"], row["errors"]) for row in rows] == [
        ("Harbour Times", "0", ""),
        ("أنباء الساحل", "1", "digits swapped: 1"),
    ]
