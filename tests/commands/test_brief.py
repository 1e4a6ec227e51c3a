"""The real command on a real ledger."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hasila.model import Document
from hasila.reading import read
from tests.brief.test_golden import GOLDEN
from tests.tally.scenarios import path_of

COMMAND = [sys.executable, "-m", "hasila"]


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, check=False, env={**os.environ, **environment}
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("brief") / "july.db"
    assert run("add", path_of("02-july-misprint"), "--ledger", path).returncode == 0
    return path


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_brief_is_written_from_a_ledger(ledger: Path, lang: str) -> None:
    done = run("brief", "2023-07", "--lang", lang, "--ledger", ledger)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (GOLDEN / f"july-2023.{lang}.txt").read_text(encoding="utf-8")


def test_brief_reads_back_as_the_tally(ledger: Path) -> None:
    for lang in ("ar", "en"):
        told = run("brief", "2023-07", "--lang", lang, "--ledger", ledger).stdout
        found = {
            (figure.place.scope, figure.low)
            for figure in read(Document("brief", told)).figures
            if figure.measure == "detained" and figure.place and figure.modality == "asserted"
        }
        assert {("IQ+SY", 30), ("IQ", 24), ("SY", 6)} <= found


def test_other_forms(ledger: Path) -> None:
    page = run("brief", "2023-07", "--lang", "ar", "--format", "html", "--ledger", ledger)
    assert page.stdout.startswith("<!DOCTYPE html>")
    marked = run("brief", "2023-07", "--lang", "en", "--format", "md", "--ledger", ledger)
    assert marked.stdout.startswith("# 31 operations against ISIS")


def test_month_names_can_be_chosen(ledger: Path) -> None:
    done = run("brief", "2023-07", "--lang", "ar", "--months", "egyptian", "--ledger", ledger)
    assert "خلال يوليو 2023" in done.stdout.split("\n")[0]


def test_output_is_utf_8_whatever_the_terminal_is_set_to(ledger: Path) -> None:
    done = run("brief", "2023-07", "--lang", "ar", "--ledger", ledger, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.stdout == (GOLDEN / "july-2023.ar.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "period", ["May", "2023-13", "2023-Q5", "2023-05-01", "2023-10-29..2023-10-07", "2023-02-30..2023-03-01"]
)
def test_what_is_no_period_is_refused_with_the_forms_that_are(ledger: Path, period: str) -> None:
    done = run("brief", period, "--lang", "en", "--ledger", ledger)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{period!r} is no period" in done.stderr
    assert "2023-10-07..2023-10-29" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--lang", "fr"], "fr"),
        ([], "--lang"),
        (["--lang", "en", "--policy", "whim"], "whim"),
        (["--lang", "en", "--series", "nobody"], "nobody"),
    ],
)
def test_wrong_options_end_with_status_2(ledger: Path, arguments: list[str], complaint: str) -> None:
    done = run("brief", "2023-07", *arguments, "--ledger", ledger)
    assert (done.returncode, done.stdout) == (2, "")
    assert complaint in done.stderr


def test_ledger_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    done = run("brief", "2023-07", "--lang", "en", "--ledger", tmp_path / "none.db")
    assert done.returncode == 2
    assert "none.db" in done.stderr
    assert not (tmp_path / "none.db").exists()


def test_help_has_an_example_and_the_exit_status() -> None:
    done = run("brief", "--help", COLUMNS="100")
    assert "Example: hasila brief" in done.stdout
    assert "Exit status: 0" in done.stdout
