"""Folders that grow are read on by a real process, which is waited for by what it says."""

import json
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hasila.ledger import open_ledger
from tests.commandline import COMMAND, run
from tests.ledger.reports import report


class Process:
    """``hasila add FOLDER --follow``, running."""

    def __init__(self, running: subprocess.Popen[str]) -> None:
        self._running = running

    def next(self) -> str:
        """The report that it adds next; waits for it."""
        assert self._running.stdout is not None
        told = json.loads(self._running.stdout.readline())
        assert told["new"], told
        return str(told["id"])

    def complaint(self) -> str:
        assert self._running.stderr is not None
        return self._running.stderr.readline()

    def stop(self, number: int) -> tuple[int, str]:
        """The exit status, and what it had not yet said."""
        self._running.send_signal(number)
        output, _ = self._running.communicate()
        return self._running.returncode, output


@contextmanager
def following(folder: Path, ledger: Path) -> Iterator[Process]:
    options = ["--follow", "--every", "0.05", "--format", "jsonl", "--ledger", str(ledger)]
    command = [*COMMAND, "add", str(folder), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        try:
            yield Process(running)
        finally:
            running.kill()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def put(folder: Path, name: str, words: str) -> None:
    """Write the file as programs should: under another name, and renamed when it is whole."""
    (folder / f".{name}").write_text(words, encoding="utf-8")
    (folder / f".{name}").rename(folder / name)


def lines(*numbers: int) -> str:
    return "".join(json.dumps({"id": f"line-{at}", "text": report(at).text}) + "\n" for at in numbers)


def held(ledger: Path) -> list[str]:
    with open_ledger(str(ledger)) as opened:
        return [one.reading.document.id for one in opened.documents()]


def test_what_comes_and_what_changes_is_added_once(folder, tmp_path):
    ledger = tmp_path / "new.db"
    put(folder, "first.txt", report(1).text)
    with following(folder, ledger) as process:
        assert process.next() == "first"
        put(folder, "second.txt", report(2).text)
        assert process.next() == "second"
        put(folder, "many.jsonl", lines(3, 4))
        assert [process.next(), process.next()] == ["line-3", "line-4"]
        (folder / "deep").mkdir()
        put(folder / "deep", "third.txt", report(5).text)
        assert process.next() == "third"
        assert process.stop(signal.SIGTERM) == (0, "")
    assert held(ledger) == ["first", "second", "line-3", "line-4", "third"]


def test_later_run_reads_nothing_again_that_did_not_change(folder, tmp_path):
    ledger = tmp_path / "new.db"
    put(folder, "a.txt", report(1).text)
    with following(folder, ledger) as process:
        assert process.next() == "a"
        # the files of one look are noted before those of the next are read
        put(folder, "b.txt", report(2).text)
        assert process.next() == "b"
        put(folder, "c.txt", "")
        assert "c.txt" in process.complaint()
        put(folder, "d.txt", report(3).text)
        assert process.next() == "d"
        assert process.stop(signal.SIGINT) == (130, "")
    with following(folder, ledger) as process:
        put(folder, "e.txt", report(4).text)
        assert process.next() == "e"
        assert process.stop(signal.SIGTERM) == (0, "")
    assert sorted(held(ledger)) == ["a", "b", "d", "e"]


def test_only_folders_are_followed(tmp_path):
    done = run("add", tmp_path / "none", "--follow", "--ledger", tmp_path / "new.db")
    assert done.returncode == 2
    assert "no folder" in " ".join(done.stderr.replace("│", " ").split())
    assert not (tmp_path / "new.db").exists()
