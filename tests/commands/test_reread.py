"""Reports are read again by a newer version, and what changed is shown."""

from dataclasses import replace

import pytest

from hasila.ledger import open_ledger
from hasila.reading import read
from hasila.reference import reference_readings
from tests.commandline import objects, run
from tests.ledger.reports import report


@pytest.fixture
def old(tmp_path):
    """A ledger of an older version, which read one figure otherwise and missed another."""
    path = tmp_path / "old.db"
    first, second, third = (read(report(number)) for number in range(3))
    lower = replace(first.figures[0], low=1, high=1)
    with open_ledger(str(path)) as ledger:
        ledger.add(replace(first, figures=(lower, *first.figures[1:])), engine="0.0.1+000000000000")
        ledger.add(replace(second, figures=second.figures[1:]), engine="0.0.1+000000000000")
        ledger.add(third, engine="0.0.1+000000000000")
    return path


def test_what_changed_is_shown_and_stands(old):
    done = run("reread", "--ledger", old)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == f"3 read again in {old}, 2 of them read otherwise"
    assert "      low: 1 -> 3" in done.stdout.splitlines()
    assert "  + operations 4: " in done.stdout
    with open_ledger(str(old)) as ledger:
        assert [held.reading for held in ledger.documents()] == [read(report(number)) for number in range(3)]
        assert ledger.audit().ok


def test_changes_are_told_as_json(old):
    first, second = objects(run("reread", "--ledger", old, "--format", "json"))
    (changed,) = first["figures"]
    assert (first["id"], changed["slots"], changed["before"]["low"]) == ("report-0", ["low", "high"], 1)
    (added,) = second["figures"]
    assert (added["before"], added["after"]["measure"]) == (None, "operations")


def test_nothing_is_read_twice(ledger):
    assert run("reread", "--ledger", ledger).stdout == f"0 read again in {ledger}, 0 of them read otherwise\n"


def test_reference_series_stays_what_its_rows_say(tmp_path):
    path = tmp_path / "reference.db"
    assert run("add", "--reference", "--ledger", path).returncode == 0
    assert run("reread", "--ledger", path).stdout == f"0 read again in {path}, 0 of them read otherwise\n"
    with open_ledger(str(path)) as ledger:
        assert [held.reading for held in ledger.documents()] == list(reference_readings())
