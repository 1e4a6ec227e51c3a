"""A PostgreSQL server of our own, started for the tests and gone with them."""

from __future__ import annotations

import getpass
import itertools
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

_PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
)
_PATIENCE = 30.0
MISSING = "no PostgreSQL server is installed (Debian, Ubuntu: apt-get install postgresql); ledgers in it are not tested"


class Server:
    """A running server; every database that is asked for is a fresh one."""

    def __init__(self, port: int, user: str) -> None:
        self._address = f"postgresql://{user}@127.0.0.1:{port}"
        self._numbers = itertools.count(1)

    def database(self) -> str:
        """The address of an empty database."""
        name = f"ledger_{next(self._numbers)}"
        with psycopg.connect(f"{self._address}/postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"{self._address}/{name}"

    def answers(self) -> bool:
        """Whether it takes connections yet."""
        with suppress(psycopg.OperationalError), psycopg.connect(f"{self._address}/postgres"):
            return True
        return False


def programs() -> Path | None:
    """The folder with ``initdb`` and ``postgres``; None where there is none."""
    found = [shutil.which("initdb"), *(str(path / "initdb") for place in _PLACES for path in _folders(place))]
    return next((Path(one).parent for one in found if one and Path(one).with_name("postgres").exists()), None)


def _folders(pattern: str) -> list[Path]:
    return sorted(Path("/").glob(pattern.lstrip("/")), reverse=True)


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """A server with its data in a folder that goes with it. It never runs as root: PostgreSQL refuses to."""
    user = _user()
    home = Path(tempfile.mkdtemp(prefix="hasila-postgresql-"))
    if os.geteuid() == 0:
        shutil.chown(home, user)
    try:
        with _started(folder, home, user) as server:
            yield server
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def _started(folder: Path, home: Path, user: str) -> Iterator[Server]:
    given = {"cwd": home, "user": user if os.geteuid() == 0 else None}
    making = [folder / "initdb", "-D", home / "data", "-U", user, "--auth", "trust", "-E", "UTF8", "--no-sync"]
    subprocess.run(making, check=True, capture_output=True, **given)  # type: ignore[call-overload]
    port = _free_port()
    with (home / "log").open("wb") as log:
        command = [folder / "postgres", "-D", home / "data", "-k", home, "-p", str(port), "-h", "127.0.0.1", "-F"]
        process = subprocess.Popen(command, stdout=log, stderr=log, **given)  # type: ignore[call-overload]
    try:
        server = Server(port, user)
        ends = time.monotonic() + _PATIENCE
        while not server.answers():
            assert process.poll() is None, (home / "log").read_text()
            assert time.monotonic() < ends, (home / "log").read_text()
            time.sleep(0.05)
        yield server
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(_PATIENCE)


def _user() -> str:
    if os.geteuid() != 0:
        return getpass.getuser()
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in known)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
