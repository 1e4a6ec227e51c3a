"""People decide, and see what was decided."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.commandline import objects, run

WHO = ("--who", "Rana", "--why", "as the statement says")


def decide(ledger: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run("decide", *arguments, "--ledger", ledger)


def test_what_was_decided_is_listed(ledger):
    done = decide(ledger, "report-1#0", "correct", "--field", "value", "--value", "24", *WHO)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"decided, as row 7 of {ledger}\n", "")
    assert objects(decide(ledger, "report-2", "withdraw", *WHO, "--format", "json")) == [{"seq": 8}]
    first, second = decide(ledger, "--list").stdout.splitlines()
    assert "correct" in first
    assert first.endswith("#0 value=24  by Rana: as the statement says")
    assert "withdraw" in second
    one, two = json.loads(decide(ledger, "--list", "--format", "json").stdout)
    assert (one["field"], one["value"], one["reading"], two["action"], two["who"]) == (
        "value",
        "24",
        4,
        "withdraw",
        "Rana",
    )


def test_earlier_day_had_no_decisions(ledger):
    decide(ledger, "report-2", "withdraw", *WHO)
    assert decide(ledger, "--list", "--as-of", "2023-06-06").stdout == ""
    assert decide(ledger, "--list", "--as-of", "June").returncode == 2


def test_who_may_come_from_the_environment(ledger):
    done = run("decide", "report-1", "withdraw", "--why", "so", "--ledger", ledger, HASILA_WHO="رنا")
    assert done.returncode == 0
    assert "رنا" in decide(ledger, "--list").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("report-9", "withdraw", *WHO), "nothing in the ledger is called so"),
        (("report-1#7", "reject", *WHO), "there is no such figure"),
        (("report-1", "withdraw", "--who", "Rana"), "does not say why. Give --why"),
        (("report-1#0", "correct", *WHO), "Give --field and --value"),
        (("report-1",), "give TARGET and an action"),
    ],
)
def test_decision_that_cannot_be_is_refused_with_a_remedy(ledger, arguments, message):
    done = decide(ledger, *arguments)
    assert done.returncode == 2
    assert message in " ".join(done.stderr.split())
    assert decide(ledger, "--list").stdout == ""


def test_nothing_is_made_where_there_is_no_ledger(tmp_path):
    done = decide(tmp_path / "none.db", "--list")
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert "there is no such ledger" in done.stderr
