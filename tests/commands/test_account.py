"""``hasila account`` as the person who runs the server uses it."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from hasila.accounts import Accounts
from hasila.ledger import open_ledger
from tests.commandline import COMMAND, run

PASSWORD = "seven quiet herons fly"


def account(ledger: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return run("account", *arguments, "--ledger", ledger, stdin=stdin.encode())


def added(ledger: Path, name: str = "Rana", role: str = "reviewer") -> subprocess.CompletedProcess[str]:
    return account(ledger, "add", name, "--role", role, "--password-stdin", stdin=f"{PASSWORD}\n")


def can_sign_in(ledger: Path, name: str, password: str) -> bool:
    with open_ledger(str(ledger)) as held:
        return Accounts(held).sign_in(name, password) is not None


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "reports.db"
    open_ledger(str(path)).close()
    return path


def test_an_account_is_made_and_listed(empty: Path) -> None:
    assert (added(empty, "رنا").stdout, can_sign_in(empty, "رنا", PASSWORD)) == ("رنا is reviewer\n", True)
    assert account(empty, "list").stdout.startswith("رنا  reviewer  since ")
    (told,) = json.loads(account(empty, "list", "--format", "json").stdout)
    assert (told["name"], told["role"], told["tokens"]) == ("رنا", "reviewer", [])


def test_role_password_and_the_account_itself_can_change(empty: Path) -> None:
    added(empty)
    assert account(empty, "role", "Rana", "editor").stdout == "Rana is editor\n"
    assert account(empty, "password", "Rana", "--password-stdin", stdin="another long one\n").returncode == 0
    assert (can_sign_in(empty, "Rana", PASSWORD), can_sign_in(empty, "Rana", "another long one")) == (False, True)
    assert account(empty, "remove", "Rana").returncode == 0
    assert account(empty, "list").stdout == ""


def test_a_token_is_printed_once_and_can_be_revoked(empty: Path) -> None:
    added(empty)
    token = account(empty, "token", "Rana", "--for", "import").stdout.strip()
    with open_ledger(str(empty)) as held:
        person = Accounts(held).of_token(token)
        assert person is not None
        assert person.name == "Rana"
    listed = account(empty, "list").stdout
    assert "tokens: import (" in listed
    assert token not in listed
    assert account(empty, "untoken", "Rana", "--for", "something else").stdout == "0 revoked\n"
    assert account(empty, "untoken", "Rana").stdout == "1 revoked\n"
    with open_ledger(str(empty)) as held:
        assert Accounts(held).of_token(token) is None


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("add", "Sami", "--role", "reviewer"), "give --password-stdin"),
        (("add", "Sami", "--role", "chief", "--password-stdin"), "chief"),
        (("add", "Sami", "--role", "viewer", "--password-stdin"), "a password has 12 to 1000 characters"),
        (("add", "\u202esami", "--role", "viewer", "--password-stdin"), "a name is made of letters"),
        (("role", "Sami", "editor"), "there is no such account. See who there is with hasila account list"),
        (("password", "Sami", "--password-stdin"), "a password has 12"),
        (("token", "Sami"), "there is no such account"),
        (("remove", "Sami"), "there is no such account"),
    ],
)
def test_what_cannot_be_is_refused_with_a_remedy(empty: Path, arguments: tuple[str, ...], message: str) -> None:
    done = account(empty, *arguments, stdin="short\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert message in " ".join(done.stderr.replace("│", " ").split())


def test_a_name_is_taken_however_it_is_written(empty: Path) -> None:
    added(empty)
    assert "there is such an account" in added(empty, "RANA").stderr


def test_no_ledger_is_made(tmp_path: Path) -> None:
    done = added(tmp_path / "none.db")
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])


@pytest.mark.parametrize(("second", "status"), [(PASSWORD, 0), ("something else entirely", 2)])
def test_the_terminal_asks_twice_and_shows_nothing(empty: Path, second: str, status: int) -> None:
    inner, outer = pty.openpty()
    command = [*COMMAND, "account", "add", "Rana", "--role", "viewer", "--ledger", str(empty)]
    child = subprocess.Popen(command, stdin=outer, stdout=outer, stderr=outer, start_new_session=True)
    os.close(outer)
    shown = ""
    for question, answer in (("Password for Rana: ", PASSWORD), ("Once more: ", second)):
        while question not in shown:
            shown += os.read(inner, 4096).decode()
        os.write(inner, f"{answer}\n".encode())
    try:
        while data := os.read(inner, 4096):
            shown += data.decode()
    except OSError:  # how Linux says that the other side has hung up
        pass
    os.close(inner)
    assert child.wait() == status
    assert PASSWORD not in shown
    assert can_sign_in(empty, "Rana", PASSWORD) is (status == 0)


@pytest.mark.parametrize("command", ["add", "list", "role", "password", "remove", "token", "untoken"])
def test_help_has_an_example_and_the_exit_status(command: str) -> None:
    done = run("account", command, "--help", COLUMNS="100")
    assert f"Example: hasila account {command}" in done.stdout
    assert "Exit status: 0" in done.stdout
