"""``hasila watch`` as people run it: a process that is stopped, killed and started again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hasila.ledger import open_ledger
from tests import webserver
from tests.commandline import COMMAND, objects, run
from tests.watch.conftest import item, rss
from tests.watch.reports import monthly, raid
from tests.webserver import Site, answers

ALLOWED = ("--allow-network", "127.0.0.0/8", "--days", "36500")


@pytest.fixture
def site() -> Iterator[Site]:
    with webserver.running() as made:
        yield made


@pytest.fixture
def feed(site: Site) -> str:
    """A feed that carries its reports whole, so that no page has to be waited for."""
    bodies = ["\n".join([text] * 3) for text in (monthly(40, 22, 18), raid())]
    items = [item(f"{site.url}/{number}", body=body) for number, body in enumerate(bodies)]
    return site.gives("/rss.xml", rss(*items), "application/rss+xml")


def keys(ledger: Path) -> list[str]:
    with open_ledger(str(ledger)) as held:
        assert held.audit().ok
        return [one.reading.document.id for one in held.documents()]


def test_watching_once(site: Site, feed: str, tmp_path: Path) -> None:
    ledger = tmp_path / "desk.db"
    first = run("watch", feed, "--once", "--ledger", ledger, *ALLOWED)
    assert (first.returncode, first.stderr.count("hasila: ")) == (0, 1)
    assert "2 new reports, 2 added" in first.stderr
    assert {one["statement"] for one in objects(first)} >= {"coalition/2023-05"}
    again = run("watch", "--once", "--ledger", ledger, *ALLOWED)
    assert (again.returncode, again.stdout) == (0, "")
    listed = objects(run("watch", "--list", "--ledger", ledger))
    assert [(one["url"], one["failures"], one["reports"]) for one in listed] == [(feed, 0, {"added": 2})]


def test_source_that_fails_gives_a_status(site: Site, tmp_path: Path) -> None:
    bad = site.does("/bad.xml", answers(404))
    done = run("watch", bad, "--once", "--ledger", tmp_path / "desk.db", *ALLOWED)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{bad}: the server answers 404" in done.stderr
    (listed,) = objects(run("watch", "--list", "--ledger", tmp_path / "desk.db"))
    assert (listed["failures"], listed["reason"]) == (1, "the server answers 404")


def test_private_addresses_are_refused_unless_allowed(feed: str, site: Site, tmp_path: Path) -> None:
    done = run("watch", feed, "--once", "--ledger", tmp_path / "desk.db")
    assert done.returncode == 1
    assert "no public address" in done.stderr
    assert site.asked == []


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((), "there is no such ledger"),
        (("ftp://a/b",), "no http or https address"),
        (("nowhere.toml",), "nowhere.toml: no such file"),
        (("https://a/b", "--every", "soon"), "no length of time"),
        (("https://a/b", "--allow-network", "all"), "--allow-network"),
        (("https://a/b", "--webhook", "https://c/d"), "HASILA_WEBHOOK_SECRET"),
        (("https://a/b", "--webhook", "file:///c"), "no http or https address"),
        (("https://a/b", "--mail", "me@example.org"), "--mail-from"),
        (("https://a/b", "--mail", "me", "--mail-from", "a@b"), "@"),
        (("https://a/b", "--mail", "a@b", "--mail-from", "a@b", "--smtp", "host:x"), "HOST:PORT"),
    ],
)
def test_wrong_commands(arguments: tuple[str, ...], reason: str, tmp_path: Path) -> None:
    done = run("watch", *arguments, "--once", "--ledger", tmp_path / "desk.db", HASILA_WEBHOOK_SECRET="", COLUMNS="200")
    assert (done.returncode, done.stdout) == (2, "")
    assert reason in done.stderr


def test_nothing_to_watch_is_told(tmp_path: Path) -> None:
    open_ledger(str(tmp_path / "desk.db")).close()
    done = run("watch", "--once", "--ledger", tmp_path / "desk.db")
    assert (done.returncode, "give a SOURCE" in done.stderr) == (2, True)


def test_reader_that_hangs_up_costs_no_notice(feed: str, tmp_path: Path) -> None:
    ledger = tmp_path / "desk.db"
    with started(feed, "--once", "--ledger", ledger) as running:
        assert running.stdout is not None
        running.stdout.close()
        assert running.stderr is not None
        assert "Traceback" not in running.stderr.read()
    told = objects(run("watch", "--once", "--ledger", ledger, *ALLOWED))
    assert {one["statement"] for one in told} >= {"coalition/2023-05"}


def started(*arguments: object) -> subprocess.Popen[str]:
    command = [*COMMAND, "watch", *map(str, arguments), *ALLOWED]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def told(running: subprocess.Popen[str]) -> dict[str, Any]:
    """The next notice of a run."""
    assert running.stdout is not None
    notice: dict[str, Any] = json.loads(running.stdout.readline())
    return notice


@pytest.mark.parametrize(("by", "status"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_run_ends_in_order_when_it_is_asked_to(feed: str, tmp_path: Path, by: int, status: int) -> None:
    with started(feed, "--ledger", tmp_path / "desk.db") as running:
        told(running)
        running.send_signal(by)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, "Traceback" in err) == (status, False)
    assert all(json.loads(line)["notice"] for line in out.splitlines())


def test_run_that_was_killed_goes_on(feed: str, tmp_path: Path) -> None:
    ledger = tmp_path / "desk.db"
    with started(feed, "--ledger", ledger) as running:
        notices = [told(running)]
        os.kill(running.pid, signal.SIGKILL)
        assert running.stdout is not None
        notices += [json.loads(line) for line in running.stdout if line.endswith("\n")]
    done = run("watch", "--once", "--ledger", ledger, *ALLOWED)
    assert done.returncode == 0
    assert len(keys(ledger)) == len(set(keys(ledger))) == 2
    every = [one["notice"] for one in [*notices, *objects(done)]]
    # the one that was being told when the end came may come twice, under the same id
    assert len(every) - len(set(every)) <= 1
    assert {one["statement"] for one in [*notices, *objects(done)]} >= {"coalition/2023-05"}
