"""Programs write with somebody's token."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from hasila.accounts import Accounts, Role
from hasila.export.jsonl import as_object
from hasila.ledger import Ledger, document_key, open_ledger
from hasila.model import Document
from hasila.reading import read
from tests.web.people import NAMES, csrf_in, signed_in, with_people
from tests.web.server import serving


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "reports.db")
    address: str = request.getfixturevalue("postgresql_server").database()
    return address


@pytest.fixture
def ledger(url: str) -> Iterator[Ledger]:
    with open_ledger(url) as opened:
        with_people(opened)
        yield opened


@pytest.fixture
def where(ledger: Ledger, url: str) -> Iterator[str]:
    with serving(url) as address:
        yield address


def program(ledger: Ledger, where: str, role: Role) -> httpx.Client:
    """A program with a token of a person of a role."""
    token = Accounts(ledger).new_token(NAMES[role], "tests")
    return httpx.Client(base_url=f"{where}/api/v1", headers={"authorization": f"Bearer {token}"})


def test_a_report_is_added_once(ledger: Ledger, where: str, report: str) -> None:
    sent = {"id": "one", "text": report, "published": "2024-04-03", "outlet": "الفرات", "desk": 7}
    with program(ledger, where, "editor") as client:
        first, second = (client.post("/documents", json=sent) for _ in range(2))
        assert (first.status_code, second.status_code) == (201, 200)
        told = first.json()
        assert (told["new"], second.json()["new"]) == (True, False)
        assert first.headers["location"] == f"/api/v1/documents/{told['key']}"
        kept = client.get(f"/documents/{told['key']}").json()
    (held,) = ledger.documents()
    assert told["key"] == held.key == document_key(held.reading.document)
    assert (held.reading.document.outlet, held.reading.document.extra["desk"]) == ("الفرات", 7)
    assert kept.items() >= {"key": held.key, "withdrawn": False, **as_object(held.reading)}.items()


def test_decisions_are_kept_under_the_name_of_the_token(ledger: Ledger, where: str, report: str) -> None:
    key = ledger.add(read(Document("one", report))).key
    with program(ledger, where, "reviewer") as client:
        wrong = {"target": "one#0", "action": "correct", "field": "value", "value": "24", "why": "so it says"}
        assert client.post("/decisions", json=wrong).status_code == 201
        undo = {"target": "one#0", "action": "undo", "why": "no"}
        assert client.post("/decisions", json=undo).status_code == 201
        of_editors = [(key, "withdraw"), (key, "restore"), (key, "undo"), ("one#0", "restore"), ("one#0", "settle")]
        for target, action in of_editors:
            refused = client.post("/decisions", json={"target": target, "action": action, "why": "so"})
            assert (refused.status_code, "your role is not enough" in refused.json()["detail"]) == (403, True)
    with program(ledger, where, "editor") as client:
        assert client.post("/decisions", json={"target": key, "action": "withdraw", "why": "so"}).status_code == 201
    decided = [(one.action, one.who) for one in ledger.decided()]
    assert decided == [("correct", "رنا"), ("undo", "رنا"), ("withdraw", "Edgar")]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"target": "nothing", "action": "accept", "why": "so"}, 400),
        ({"target": "one#99", "action": "accept", "why": "so"}, 400),
        ({"target": "one#0", "action": "accept", "why": " "}, 400),
        ({"target": "one#0", "action": "accept"}, 422),
        ({"target": "one#0", "action": "burn", "why": "so"}, 422),
    ],
)
def test_a_decision_that_cannot_be_is_refused(
    ledger: Ledger, where: str, report: str, sent: dict[str, str], status: int
) -> None:
    ledger.add(read(Document("one", report)))
    with program(ledger, where, "reviewer") as client:
        assert client.post("/decisions", json=sent).status_code == status
    assert ledger.decided() == []


@pytest.mark.parametrize("sent", [{"text": " "}, {"text": ""}, {"id": "a"}, {"text": "killed 5", "published": "soon"}])
def test_what_is_no_report_is_refused(ledger: Ledger, where: str, sent: dict[str, str]) -> None:
    with program(ledger, where, "editor") as client:
        assert client.post("/documents", json=sent).status_code == 422
    assert not list(ledger.documents())


@pytest.mark.parametrize(("role", "status"), [("viewer", 403), ("reviewer", 403), ("editor", 201)])
def test_the_role_of_the_owner_is_that_of_the_token(
    ledger: Ledger, where: str, report: str, role: Role, status: int
) -> None:
    with program(ledger, where, role) as client:
        assert client.post("/documents", json={"text": report}).status_code == status


def test_a_token_that_is_no_good_is_refused(ledger: Ledger, where: str, report: str) -> None:
    with program(ledger, where, "editor") as client:
        Accounts(ledger).revoke_tokens(NAMES["editor"])
        refused = client.post("/documents", json={"text": report})
        assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
    for given in ("Bearer", "Basic eDp5", "Bearer nonsense", "Bearer \u00ff"):
        headers = {"authorization": given.encode("latin-1")}
        assert httpx.post(f"{where}/api/v1/documents", json={"text": report}, headers=headers).status_code == 401  # type: ignore[arg-type]


def test_a_browsers_cookie_alone_writes_nothing(ledger: Ledger, where: str, report: str) -> None:
    with signed_in(where, "editor") as client:
        assert client.post("/api/v1/documents", json={"text": report}).status_code == 403
        token = {"x-csrf-token": csrf_in(client)}
        foreign = {**token, "origin": "https://evil.example"}
        assert client.post("/api/v1/documents", json={"text": report}, headers=foreign).status_code == 403
        bad = {"authorization": "Bearer nonsense"}
        assert client.post("/api/v1/documents", json={"text": report}, headers=bad).status_code == 401
        assert not list(ledger.documents())
        assert client.post("/api/v1/documents", json={"text": report}, headers=token).status_code == 201


def test_nobody_writes_without_end(ledger: Ledger, where: str) -> None:
    wrong = {"target": "nothing", "action": "accept", "why": "so"}
    with program(ledger, where, "reviewer") as client:
        answers = [client.post("/decisions", json=wrong) for _ in range(301)]
    assert [one.status_code for one in answers] == [400] * 300 + [429]
    assert 0 < int(answers[-1].headers["retry-after"]) <= 60


def test_writing_is_described(where: str) -> None:
    paths = httpx.get(f"{where}/api/v1/openapi.json").json()["paths"]
    assert {"401", "403", "429", "201", "200"} <= set(paths["/api/v1/documents"]["post"]["responses"])
    assert "401" in paths["/api/v1/decisions"]["post"]["responses"]
