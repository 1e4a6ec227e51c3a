"""Several processes write into one ledger, and some are killed: nothing that was reported is lost."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from hasila.ledger import open_ledger
from tests.ledger.reports import report

ADD = [sys.executable, "-c", "from hasila.cli import main; main()", "add", "--format", "jsonl"]
DECIDE = """
import sys
from hasila.ledger import Decision, open_ledger
with open_ledger(sys.argv[1]) as ledger:
    for number in range(40):
        action = ("withdraw", "restore")[number % 2]
        ledger.decide(Decision(target="report-1", action=action, who=sys.argv[2], why=str(number)))
"""


def write(path: Path, first: int, last: int) -> Path:
    documents = (report(number) for number in range(first, last))
    lines = [json.dumps({"id": one.id, "text": one.text, "published": "2023-06-06"}) + "\n" for one in documents]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def keys(output: bytes) -> set[str]:
    """What was reported, up to the last whole line."""
    whole = output.decode().rpartition("\n")[0]
    return {json.loads(line)["key"] for line in whole.splitlines()}


@pytest.mark.parametrize("lines", [1, 501])
def test_killed_run_keeps_what_it_reported_and_is_completed_by_the_next(url, tmp_path, lines):
    path = write(tmp_path / "reports.jsonl", 0, 600)
    with subprocess.Popen([*ADD, path, "--ledger", url], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        output = b"".join(process.stdout.readline() for _ in range(lines))
        process.kill()
        output += process.stdout.read()
    reported = keys(output)
    assert len(reported) >= lines
    with open_ledger(url) as ledger:
        held = {one.key for one in ledger.documents()}
        assert reported <= held
        assert ledger.audit().ok
        subprocess.run([*ADD, path, "--ledger", url], check=True, capture_output=True)
        assert {one.reading.document.id for one in ledger.documents()} == {f"report-{number}" for number in range(600)}
        assert ledger.audit().rows == 1200


def test_two_writers_at_once_lose_nothing_and_add_nothing_twice(url, tmp_path):
    """They also make the ledger at once, and half of what they add is the same."""
    parts = [write(tmp_path / "a.jsonl", 0, 400), write(tmp_path / "b.jsonl", 200, 600)]
    running = [subprocess.Popen([*ADD, part, "--ledger", url], stdout=subprocess.PIPE) for part in parts]
    outputs = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0, 0]
    told = [json.loads(line) for output in outputs for line in output.splitlines()]
    assert (len(told), sum(one["new"] for one in told)) == (800, 600)
    with open_ledger(url) as ledger:
        assert len(list(ledger.documents())) == 600
        assert ledger.audit().ok
        assert ledger.audit().rows == 1200


def test_two_people_who_decide_at_once_wait_for_one_another(url):
    from hasila.reading import read

    with open_ledger(url) as ledger:
        ledger.add(read(report(1)))
        people = ("Rana", "Omar")
        running = [subprocess.Popen([sys.executable, "-c", DECIDE, url, who]) for who in people]
        assert [process.wait() for process in running] == [0, 0]
        told = list(ledger.decisions())
        assert [decision.seq for decision in told] == list(range(3, 83))
        for who in people:
            assert [decision.why for decision in told if decision.who == who] == [str(number) for number in range(40)]
        assert ledger.audit().ok


def test_audit_is_not_misled_by_what_is_added_meanwhile(url, tmp_path):
    path = write(tmp_path / "reports.jsonl", 0, 800)
    with (
        open_ledger(url) as ledger,
        subprocess.Popen([*ADD, path, "--ledger", url], stdout=subprocess.DEVNULL) as adding,
    ):
        audits = []
        while adding.poll() is None:
            audits.append(ledger.audit())
        assert all(audit.ok for audit in audits)
        assert len({audit.rows for audit in audits}) > 1
