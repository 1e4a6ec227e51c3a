"""``hasila explain``, run as people run it."""

import json
from pathlib import Path

import pytest

from tests.commands.running import run
from tests.tally.ledgers import ledger_of


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explain")
    ledger_of(folder, "02", "03").close()
    return folder / "reports.db"


def test_a_cell_is_shown_as_a_tree(ledger: Path) -> None:
    done = run("explain", "2023-07", "IQ", "detained", "--ledger", ledger)
    assert (done.returncode, done.stderr) == (0, "")
    first, *rest = done.stdout.splitlines()
    assert first == "coalition: detained, Iraq, Jul 2023: 24  contested"
    shown = "\n".join(rest)
    for part in ("7 set aside", "“سبعة آخرون”", "30 (Iraq and Syria) − 6 (Syria) = 24: confirms 24, contradicts 7"):
        assert part in shown


def test_a_statement_is_shown_with_its_reading(ledger: Path) -> None:
    done = run("explain", "coalition/2023-02", "--ledger", ledger)
    assert "the unilateral ones are among the partnered ones: 33 + 15 = 48, while 33 + 15 + 2 = 50" in done.stdout


def test_a_figure_is_shown_with_its_rules(ledger: Path) -> None:
    done = run("explain", "july-2023-copy-1#6", "--ledger", ledger)
    assert "“سبعة آخرون”" in done.stdout
    assert "rules " in done.stdout


@pytest.mark.parametrize(
    ("words", "kind"),
    [(["2023-07 IQ detained"], "cell"), (["july-2023-copy-1#6"], "figure"), (["coalition/2023-02"], "statement")],
)
def test_json_holds_all_of_it(ledger: Path, words: list[str], kind: str) -> None:
    told = json.loads(run("explain", *words, "--format", "json", "--ledger", ledger).stdout)
    assert (told["kind"], told["policy"]) == (kind, "official-first")
    if kind == "statement":
        assert told["reading"]["holds"] == "inside"
        return
    cell = told if kind == "cell" else told["cells"][0]
    assert [(one["value"], one["verdict"]) for one in cell["said"]] == [(24, "stands"), (7, "set aside")]
    for one in cell["said"]:
        for claim in one["claims"]:
            assert claim["words"] in claim["sentence"]
            assert claim["weight_of"]


def test_what_is_not_there_is_refused_with_what_comes_near(ledger: Path) -> None:
    done = run("explain", "2023-07", "raids", "--ledger", ledger)
    assert (done.returncode, done.stdout) == (2, "")
    assert "'raids' is no word for a cell" in done.stderr
    assert "2023-07 IQ detained coalition" in done.stderr
