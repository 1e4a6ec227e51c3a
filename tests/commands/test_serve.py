"""``hasila serve`` as people start it."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from hasila.accounts import Accounts
from hasila.ledger import open_ledger


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.mark.parametrize("workers", ["1", "2"])
def test_it_serves_until_it_is_stopped(workers: str) -> None:
    port = free_port()
    command = [sys.executable, "-m", "hasila", "serve", "--port", str(port), "--workers", workers]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        assert running.stderr.readline().startswith(f"http://127.0.0.1:{port}/")
        for _ in range(200):
            try:
                assert httpx.get(f"http://127.0.0.1:{port}/en/read").status_code == 200
                break
            except httpx.TransportError:
                time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        assert running.wait(20) == 0
        assert "Traceback" not in running.stderr.read()


def test_an_address_that_is_taken_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "hasila", "serve", "--port", port, "--workers", "2"]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert f"127.0.0.1:{port}" in ended.stderr


def test_a_ledger_that_is_not_there_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hasila", "serve", "--ledger", str(tmp_path / "none.db")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "there is no such ledger" in ended.stderr


def test_what_anybody_may_send_says_nothing_of_who_asks(tmp_path: Path) -> None:
    """Without a proxy that is believed, a header does not make the page think that TLS was used."""
    for proxies, secure in ((), False), (("--proxy", "127.0.0.1"), True):
        with served(tmp_path, "--name", "hasila.example.org", *proxies) as address:
            headers = {"x-forwarded-proto": "https", "host": "hasila.example.org"}
            data = {"name": "Rana", "password": PASSWORD}
            answer = httpx.post(f"{address}/en/sign-in", data=data, headers=headers)
            assert answer.status_code == 303
            assert ("__Host-hasila=" in answer.headers["set-cookie"]) is secure
            assert ("Secure" in answer.headers["set-cookie"]) is secure
            assert httpx.get(f"{address}/en/read", headers={"host": "evil.example"}).status_code == 400


PASSWORD = "seven quiet herons fly"


@contextmanager
def served(folder: Path, *options: str) -> Iterator[str]:
    """The address of the page of a ledger in which Rana has an account."""
    ledger, port = folder / "people.db", free_port()
    if not ledger.exists():
        with open_ledger(str(ledger)) as held:
            Accounts(held).add("Rana", "editor", PASSWORD)
    command = [sys.executable, "-m", "hasila", "serve", "--port", str(port), "--ledger", str(ledger), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        address = f"http://127.0.0.1:{port}"
        for _ in range(400):
            try:
                httpx.get(f"{address}/en/read")
                break
            except httpx.TransportError:
                time.sleep(0.05)
        yield address
        running.send_signal(signal.SIGINT)
        running.wait(20)


def test_a_ledger_without_people_is_not_served_to_people_alone(tmp_path: Path) -> None:
    open_ledger(str(tmp_path / "empty.db")).close()
    command = [sys.executable, "-m", "hasila", "serve", "--signed-in", "--ledger", str(tmp_path / "empty.db")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "Make one with hasila account add" in ended.stderr
