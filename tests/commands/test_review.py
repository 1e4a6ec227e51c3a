"""``hasila review``, run as people run it."""

import json
from pathlib import Path

import pytest

from tests.commands.running import run
from tests.tally.ledgers import ledger_of


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review")
    ledger_of(folder, "12").close()
    return folder / "reports.db"


def test_the_queue_and_the_agreement_are_shown(ledger: Path) -> None:
    queue = json.loads(run("review", "--format", "json", "--ledger", ledger).stdout)["queue"]
    weights = [one["weight"] for one in queue]
    assert weights == sorted(weights, reverse=True) != []
    first = queue[0]["figure"]
    for who, action in (("Rana", "accept"), ("Sami", "reject")):
        decided = run("decide", first, action, "--who", who, "--why", "so", "--ledger", ledger)
        assert decided.returncode == 0, decided.stderr
    told = json.loads(run("review", "--who", "Rana", "--format", "json", "--ledger", ledger).stdout)
    assert first not in [one["figure"] for one in told["queue"]]
    assert told["agreement"]["pairs"] == [{"people": ["Rana", "Sami"], "both": 1, "alike": 0, "kappa": 0.0}]
    shown = run("review", "--limit", "1", "--ledger", ledger)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "1 that people differ about" in shown.stdout
    settled = run(
        "decide", first, "settle", "--value", "Sami", "--who", "Huda", "--why", "he is right", "--ledger", ledger
    )
    assert settled.returncode == 0, settled.stderr
    assert "0 that people differ about" in run("review", "--ledger", ledger).stdout


def test_help_has_an_example_and_the_exit_status() -> None:
    done = run("review", "--help")
    assert "Example: hasila review --who Rana" in done.stdout
    assert "Exit status: 0" in done.stdout
