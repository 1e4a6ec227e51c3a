"""Reports are read into a ledger."""

import json
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from hasila.ledger import open_ledger
from hasila.model import Document
from tests.commandline import COMMAND, objects, run
from tests.ledger.reports import report


def held(path: Path) -> list[Document]:
    with open_ledger(str(path)) as ledger:
        return [one.reading.document for one in ledger.documents()]


def test_reports_are_added_once(tmp_path, reports):
    path = tmp_path / "new.db"
    first = run("add", reports, "--ledger", path)
    assert (first.returncode, first.stdout, first.stderr) == (0, f"3 added to {path}, 0 already there\n", "")
    again = run("add", reports, reports, "--ledger", path)
    assert (again.returncode, again.stdout) == (0, f"0 added to {path}, 6 already there\n")
    assert [document.id for document in held(path)] == ["report-0", "report-1", "report-2"]


def test_counts_are_told_as_json(tmp_path, reports):
    done = run("add", reports, "--ledger", tmp_path / "new.db", "--format", "json")
    told = {"ledger": str(tmp_path / "new.db"), "added": 3, "already_there": 0, "set_aside": 0}
    assert objects(done) == [told]


def test_every_report_has_a_line_once_it_is_there(ledger, reports, tmp_path):
    (tmp_path / "one.txt").write_text(report(9).text, encoding="utf-8")
    told = objects(run("add", reports, tmp_path / "one.txt", "--ledger", ledger, "--format", "jsonl"))
    assert {one["id"]: one["new"] for one in told} == {
        "report-0": False, "report-1": False, "report-2": False, "one": True,
    }  # fmt: skip
    with open_ledger(str(ledger)) as opened:
        assert {one["key"] for one in told} == {one.key for one in opened.documents()}


def test_bad_input_is_named_and_the_rest_is_added(tmp_path, reports):
    (tmp_path / "empty.txt").touch()
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{\n" + json.dumps({"id": "good", "text": report(5).text, "published": "soon"}), encoding="utf-8")
    done = run("add", tmp_path / "empty.txt", broken, reports, "--ledger", tmp_path / "new.db")
    assert (done.returncode, done.stdout) == (1, f"4 added to {tmp_path / 'new.db'}, 0 already there, 3 set aside\n")
    empty, line, published = done.stderr.splitlines()
    assert "the file is empty" in empty
    assert "line 1: the line is not JSON" in line
    assert "'published' is no date" in published


def test_day_and_language_are_passed_on(tmp_path):
    (tmp_path / "a.txt").write_text("Last month 5 ISIS operatives were killed in Syria.", encoding="utf-8")
    done = run("add", tmp_path / "a.txt", "--ledger", tmp_path / "new.db", "--published", "2023-06-06", "--lang", "en")
    assert done.returncode == 0
    (document,) = held(tmp_path / "new.db")
    assert (document.published, document.lang) == (date(2023, 6, 6), "en")


def test_ledger_is_taken_from_the_environment(tmp_path, reports):
    path = tmp_path / "from-environment.db"
    assert run("add", reports, HASILA_LEDGER=str(path)).returncode == 0
    assert len(held(path)) == 3


def test_ledger_of_the_folder_is_the_default(tmp_path, reports):
    subprocess.run([*COMMAND, "add", reports], cwd=tmp_path, check=True, capture_output=True)
    assert len(held(tmp_path / "hasila.db")) == 3


def test_ledger_in_postgresql(postgresql_server, reports):
    address = postgresql_server.database()
    assert run("add", reports, "--ledger", address).stdout == f"3 added to {address}, 0 already there\n"
    assert run("add", reports, "--ledger", address).stdout == f"0 added to {address}, 3 already there\n"


@pytest.mark.parametrize(
    ("ledger", "message"),
    [("reports.jsonl", "the file is no ledger"), ("no/folder.db", "there is no folder"), ("mysql://a/b", "PostgreSQL")],
)
def test_what_is_no_ledger_is_named_with_a_remedy(tmp_path, reports, ledger, message):
    before = reports.read_bytes()
    where = ledger if "://" in ledger else tmp_path / ledger
    done = run("add", reports, "--ledger", where)
    assert (done.returncode, done.stdout) == (2, "")
    (said,) = done.stderr.splitlines()
    assert said.startswith("hasila: ")
    assert message in said
    assert reports.read_bytes() == before


def test_stopped_run_says_that_what_was_added_stays(tmp_path):
    path = tmp_path / "many.jsonl"
    lines = (json.dumps({"id": str(number), "text": report(number).text}) + "\n" for number in range(3000))
    path.write_text("".join(lines), encoding="utf-8")
    command = [*COMMAND, "add", path, "--ledger", tmp_path / "new.db", "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate()
    assert process.returncode == 130
    assert "what was added stays" in errors
    assert 0 < len(output.splitlines()) + 1 <= len(held(tmp_path / "new.db")) < 3000


def test_commands_that_need_no_ledger_start_without_its_libraries():
    asked = "import sys, hasila.cli; print(any(name in sys.modules for name in ('sqlalchemy', 'alembic', 'ortools')))"
    assert subprocess.check_output([sys.executable, "-c", asked], text=True) == "False\n"
