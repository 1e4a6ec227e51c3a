"""``hasila serve`` as people start it."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def test_it_serves_until_it_is_stopped() -> None:
    port = free_port()
    command = [sys.executable, "-m", "hasila", "serve", "--port", str(port)]
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


def test_a_ledger_that_is_not_there_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hasila", "serve", "--ledger", str(tmp_path / "none.db")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "there is no such ledger" in ended.stderr
