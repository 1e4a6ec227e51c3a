"""Whoever asks whether a ledger was altered gets an answer, and a status to go by."""

import sqlite3
from pathlib import Path

from tests.commandline import objects, run


def test_untouched_ledger_holds(ledger):
    done = run("audit", "--ledger", ledger)
    assert done.returncode == 0
    assert done.stdout.startswith(f"{ledger}: 6 rows, none altered. Head: ")
    head = done.stdout.split()[-1]
    (told,) = objects(run("audit", "--ledger", ledger, "--head", head, "--format", "json"))
    assert told == {"ok": True, "rows": 6, "head": head, "first_altered": None}


def test_altered_row_is_named(ledger):
    alter(ledger, "UPDATE readings SET content = replace(content, 'killed', 'wounded') WHERE seq = 4")
    done = run("audit", "--ledger", ledger)
    assert done.returncode == 1
    assert "ALTERED. First row 4 of readings: the row was altered" in done.stdout
    (told,) = objects(run("audit", "--ledger", ledger, "--format", "json"))
    assert (told["ok"], told["first_altered"]["table"], told["first_altered"]["seq"]) == (False, "readings", 4)


def test_removed_rows_are_named(ledger):
    alter(ledger, "DELETE FROM readings WHERE seq >= 4; DELETE FROM documents WHERE seq >= 4")
    done = run("audit", "--ledger", ledger)
    assert done.returncode == 1
    assert "ALTERED. First row 4: the rows 4 to 6 were removed" in done.stdout.replace(" of readings", "")


def test_head_that_is_not_in_the_chain_is_told(ledger):
    done = run("audit", "--ledger", ledger, "--head", "f" * 64)
    assert done.returncode == 1
    assert "the chain was made anew" in done.stdout


def test_no_ledger_is_no_answer(tmp_path):
    done = run("audit", "--ledger", tmp_path / "none.db")
    assert (done.returncode, done.stdout) == (2, "")


def alter(ledger: Path, statements: str) -> None:
    with sqlite3.connect(ledger) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.executescript(statements)
