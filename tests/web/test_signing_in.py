"""Signing in and out, on the real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import update

from hasila.ledger import open_ledger
from hasila.ledger.schema import sessions
from tests.web.people import NAMES, PASSWORD, add_people, csrf_in, signed_in
from tests.web.server import serving


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A ledger with people and nothing else."""
    made = str(tmp_path / "people.db")
    add_people(made)
    return made


@pytest.fixture
def where(path: str) -> Iterator[str]:
    with serving(path) as address:
        yield address


def sign_in(address: str, name: str, password: str, **more: str) -> httpx.Response:
    return httpx.post(f"{address}/en/sign-in", data={"name": name, "password": password, **more})


@pytest.mark.parametrize("name", ["رنا", " رنا "])
def test_the_right_password_opens_a_session(where: str, name: str) -> None:
    answer = sign_in(where, name, PASSWORD, to="tally?by=month")
    assert (answer.status_code, answer.headers["location"]) == (303, "/en/tally?by=month")
    cookie = answer.headers["set-cookie"].lower()
    assert {"httponly", "samesite=lax", "path=/"} <= {part.strip() for part in cookie.split(";")}
    assert "secure" not in cookie
    assert "رنا" in httpx.get(f"{where}/en/read", cookies=answer.cookies).text


@pytest.mark.parametrize(
    ("name", "password"),
    [("رنا", "seven quiet herons"), ("Nobody", PASSWORD), ("", ""), ("\0", "\ud800".encode("utf-8", "surrogatepass"))],
)
def test_a_wrong_name_and_a_wrong_password_are_told_alike(where: str, name: str, password: str) -> None:
    answer = sign_in(where, name, password)
    assert (answer.status_code, "set-cookie" in answer.headers) == (401, False)
    assert "The name or the password is wrong." in answer.text


@pytest.mark.parametrize(
    "to",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "\t//evil.example"],
)
def test_nobody_is_sent_to_another_site(where: str, to: str) -> None:
    location = sign_in(where, "رنا", PASSWORD, to=to).headers["location"]
    assert httpx.URL(f"{where}/en/sign-in").join(location).host == "127.0.0.1"
    assert location.startswith("/en/")


def test_signing_out_ends_the_session_here_too(where: str) -> None:
    with signed_in(where, "viewer") as client:
        kept = dict(client.cookies)
        assert client.post("/en/sign-out", data={"csrf": csrf_in(client)}).status_code == 303
        assert not client.cookies
        assert NAMES["viewer"] not in httpx.get(f"{where}/en/read", cookies=kept).text


def test_a_session_ends_by_itself(path: str, where: str) -> None:
    with signed_in(where, "viewer") as client:
        assert NAMES["viewer"] in client.get("/en/read").text
        with open_ledger(path) as ledger, ledger.beside(writes=True) as connection:
            connection.execute(update(sessions).values(expires="2024-01-01T00:00:00.000000Z"))
        assert NAMES["viewer"] not in client.get("/en/read").text


def test_too_many_attempts_under_a_name_are_refused_even_with_the_right_password(where: str) -> None:
    statuses = [sign_in(where, "Vera", "wrong").status_code for _ in range(11)]
    assert statuses == [401] * 10 + [429]
    refused = sign_in(where, "VERA", PASSWORD)
    assert refused.status_code == 429
    assert 0 < int(refused.headers["retry-after"]) <= 900
    assert sign_in(where, "Edgar", PASSWORD).status_code == 303


def test_a_form_of_another_site_signs_nobody_in(where: str) -> None:
    data = {"name": "Vera", "password": PASSWORD}
    for headers in ({"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        assert httpx.post(f"{where}/en/sign-in", data=data, headers=headers).status_code == 403


def test_where_nobody_has_an_account_nothing_of_it_shows(address: str) -> None:
    assert "sign-in" not in httpx.get(f"{address}/en/read").text
    assert httpx.get(f"{address}/en/sign-in").status_code == 404
    assert sign_in(address, "Vera", PASSWORD).status_code == 404
