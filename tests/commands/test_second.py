"""``hasila second``, run as people run it, against a server that speaks the protocol."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hasila.ledger import open_ledger
from hasila.ledger.seconds import add_second
from hasila.tally.publishing import publish
from tests.commandline import objects, run
from tests.second.server import Model, completion, error, figure, figures, serving

TOLD = figures(
    figure("operations", 3, "3 operations", target="ISIS"),
    figure("killed", 7, "1 ISIS operatives"),
    figure("detained", 2, "captured 2 others", kind="period", victim="militant"),
    figure("wounded", 2023, "May 2023"),
)


@pytest.fixture
def model() -> Iterator[Model]:
    with serving(TOLD) as held:
        yield held


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(
        "US Central Command said 3 operations in May 2023 killed 1 ISIS operatives and captured 2 others in Syria.",
        encoding="utf-8",
    )
    return path


@pytest.fixture(autouse=True)
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def second(model: Model, *arguments: object) -> "subprocess.CompletedProcess[str]":
    return run("second", *arguments, "--endpoint", model.address, "--model", "small")


def test_both_readings_stand_side_by_side_with_what_it_took(model: Model, report: Path) -> None:
    done = second(model, report, "--price-in", 1000, "--price-out", 10000)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert "  ~ operations 3: 3 operations" in lines
    assert "  - killed 1: 1 ISIS operatives   (only ours)" in lines
    assert "  + wounded 2023: May 2023   (only theirs)" in lines
    assert any(line.startswith("  ! left out: killed 7 ") and "don't say 7" in line for line in lines)
    assert "1 requests, 120 tokens in, 30 out; cost 0.42" in lines[-1]
    assert "2 differing, 1 only ours, 1 only theirs" in done.stdout


def test_programs_get_a_line_a_report(model: Model, report: Path) -> None:
    done = second(model, report, "--format", "jsonl")
    (told,) = objects(done)
    assert [pair["outcome"] for pair in told["pairs"]] == ["differing", "only ours", "differing", "only theirs"]
    assert told["pairs"][3]["theirs"]["trail"] == ["second-reader:small", "words-exact"]
    assert told["pairs"][1]["theirs"] is None
    assert told["took"]["tokens_in"] == 120
    assert "1 reports read" in done.stderr


def test_the_key_comes_from_a_file_or_the_environment_and_is_never_shown(
    model: Model, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = report.with_name("key")
    file.write_text("k3y-in-file\n", encoding="utf-8")
    model.always = error(401, "k3y-in-file and k3y-around are wrong")
    monkeypatch.setenv("HASILA_SECOND_KEY", "k3y-around")
    for options, key in (((), "k3y-around"), (("--key-file", file), "k3y-in-file")):
        done = second(model, report, *options)
        assert done.returncode == 2
        assert "status 401" in done.stderr
        assert model.asked[-1].headers["authorization"] == f"Bearer {key}"
        assert key not in done.stderr + done.stdout


def test_answers_are_kept_in_a_folder_and_asked_for_once(model: Model, report: Path, tmp_path: Path) -> None:
    folder = tmp_path / "answers"
    first, again = (second(model, report, "--cache", folder) for _ in range(2))
    assert (first.returncode, again.returncode) == (0, 0)
    assert len(model.asked) == 1
    assert "0 requests, 0 tokens in, 0 out; cost 0" in again.stdout
    assert second(model, report, "--cache", folder, "--no-cache").returncode == 0
    assert len(model.asked) == 2


def test_what_gets_no_answer_is_set_aside(model: Model, report: Path) -> None:
    model.always = completion("I can't do that.")
    done = second(model, report)
    assert done.returncode == 1
    assert 'no object with a list of figures in the answer ("I can\'t do that."). It was set aside.' in done.stderr


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ((), "give PATH, or --ledger"),
        (("x.txt", "--ledger", "x.db"), "give PATH, or --ledger"),
        (("x.txt", "--most-cost", "1"), "--most-cost needs --price-in"),
        (("x.txt", "--key-file", "missing"), "the key can't be read"),
        (("--ledger", "missing.db"), "there is no such ledger"),
    ],
)
def test_a_wrong_command_is_told(model: Model, options: tuple[str, ...], reason: str) -> None:
    done = second(model, *options)
    assert done.returncode == 2
    assert reason in done.stderr
    assert model.asked == []


def test_a_file_that_is_not_there_is_set_aside(model: Model, report: Path) -> None:
    done = second(model, report.with_name("gone.txt"), report)
    assert done.returncode == 1
    assert "gone.txt" in done.stderr
    assert len(model.asked) == 1


def test_the_documents_of_a_ledger_are_read_once_and_the_tally_stays(model: Model, ledger: Path) -> None:
    with open_ledger(str(ledger)) as held:
        before = publish(held).rows
    first = second(model, "--ledger", ledger, "--most-documents", 2, "--at-once", 1)
    assert first.returncode == 1
    assert "2 documents were read, as many as this run may. The run ended; the same command goes on." in first.stderr
    rest = second(model, "--ledger", ledger)
    nothing = second(model, "--ledger", ledger)
    assert (rest.returncode, nothing.returncode) == (0, 0)
    assert len(model.asked) == 3
    assert "0 reports read" in nothing.stdout
    with open_ledger(str(ledger)) as held:
        assert publish(held).rows == before
        assert held.audit().ok


def test_what_is_seen_otherwise_goes_to_review(model: Model, ledger: Path) -> None:
    assert second(model, "--ledger", ledger).returncode == 0
    told = json.loads(run("review", "--ledger", ledger, "--format", "json").stdout)["otherwise"]
    assert len(told) > 0
    theirs = next(one for one in told if one["outcome"] == "only theirs")
    decided = run("decide", theirs["figure"], "reject", "--who", "Rana", "--why", "a date", "--ledger", ledger)
    assert decided.returncode == 0, decided.stderr
    after: list[dict[str, Any]] = json.loads(run("review", "--ledger", ledger, "--format", "json").stdout)["otherwise"]
    assert [one["figure"] for one in told if one not in after] == [theirs["figure"]]
    shown = run("review", "--ledger", ledger, "--limit", 2)
    assert f"{len(after)} that another reader sees otherwise" in shown.stdout
    assert run("audit", "--ledger", ledger).returncode == 0


HIDDEN = "import sys; sys.modules['openai'] = sys.modules['httpx2'] = None; from hasila.cli import main; main()"


def without_the_client(*arguments: object) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([sys.executable, "-c", HIDDEN, *map(str, arguments)], capture_output=True, check=False)


def test_without_the_client_it_says_what_brings_it(report: Path) -> None:
    done = without_the_client("second", report, "--endpoint", "http://127.0.0.1:9/v1", "--model", "small")
    assert done.returncode == 2
    assert b"pip install 'hasila[second-reader]'" in done.stderr


def test_differences_are_reviewed_without_the_client(ledger: Path) -> None:
    with open_ledger(str(ledger)) as held:
        first = next(held.documents())
        add_second(held, first, replace(first.reading, figures=()), "small", "p1")
    done = without_the_client("review", "--ledger", ledger)
    assert done.returncode == 0, done.stderr
    assert b"3 that another reader sees otherwise" in done.stdout


def test_help_has_an_example_and_the_exit_status() -> None:
    done = run("second", "--help")
    assert "Example: hasila second report.txt" in done.stdout
    assert "Exit status: 0" in done.stdout
