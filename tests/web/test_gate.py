"""A server on which even reading needs an account."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from hasila.accounts import Accounts
from hasila.errors import AccountError
from hasila.ledger import open_ledger
from hasila.web import create_app
from hasila.web.sizes import LARGEST
from tests.web.people import NAMES, add_people, signed_in
from tests.web.server import serving

CLOSED = ("/", "/en/read", "/ar/tally", "/en/documents/none", "/nothing", "/api/v1/tally", "/api/v1/openapi.json")


@pytest.fixture
def path(tmp_path: Path) -> str:
    made = str(tmp_path / "people.db")
    add_people(made)
    return made


@pytest.fixture
def closed(path: str) -> Iterator[str]:
    with serving(path, signed_in=True) as address:
        yield address


@pytest.mark.parametrize("path_asked", CLOSED)
def test_nothing_is_read_without_signing_in(closed: str, path_asked: str) -> None:
    answer = httpx.get(f"{closed}{path_asked}")
    if path_asked.startswith("/api/"):
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    else:
        assert answer.status_code == 303
        assert httpx.URL(answer.headers["location"]).path in ("/ar/sign-in", "/en/sign-in")
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_no_report_is_read_without_signing_in(closed: str) -> None:
    assert httpx.post(f"{closed}/en/read", data={"text": "killed 5"}).status_code == 303
    assert httpx.post(f"{closed}/api/v1/read", json={"text": "killed 5"}).status_code == 401


def test_the_sign_in_page_and_what_it_is_made_of_are_open(closed: str) -> None:
    for path in ("/ar/sign-in", "/en/sign-in", "/static/hasila.css"):
        assert httpx.get(f"{closed}{path}").status_code == 200
    assert httpx.get(f"{closed}/static/../en/read").status_code != 200


def test_whoever_signs_in_comes_to_the_page_that_was_asked_for(closed: str) -> None:
    with httpx.Client(base_url=closed, follow_redirects=True) as client:
        form = client.get("/en/tally?by=year")
        assert 'name="to" value="tally?by=year"' in form.text
    with signed_in(closed, "viewer") as client:
        assert client.get("/en/tally?by=year").status_code == 200
        assert client.post("/en/read", data={"text": "killed 5"}).status_code == 200
        assert client.get("/en/tally").headers["cache-control"] == "no-store"


def test_a_program_reads_with_a_token(closed: str, path: str) -> None:
    with open_ledger(path) as ledger:
        token = Accounts(ledger).new_token(NAMES["viewer"], "tests")
    headers = {"authorization": f"Bearer {token}"}
    assert httpx.get(f"{closed}/api/v1/tally", headers=headers).status_code == 200


def test_a_server_that_nobody_could_enter_is_not_started(tmp_path: Path) -> None:
    path = str(tmp_path / "empty.db")
    open_ledger(path).close()
    for ledger in (path, None):
        with pytest.raises(AccountError, match="nobody has an account"):
            create_app(ledger, signed_in=True)


def test_what_is_too_long_is_not_taken_in(address: str) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(LARGEST // 1_000_000 + 1):
            yield b"x" * 1_000_000

    assert httpx.post(f"{address}/api/v1/read", content=endless()).status_code == 413
    file = {"file": ("a.txt", b"x" * LARGEST)}
    assert httpx.post(f"{address}/en/read", files=file).status_code == 413
