"""People with accounts, and how they sign in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from hasila.accounts import ROLES, Accounts, Role
from hasila.ledger import Ledger, open_ledger

PASSWORD = "seven quiet herons fly"
NAMES: dict[Role, str] = {"viewer": "Vera", "reviewer": "رنا", "editor": "Edgar"}


def with_people(ledger: Ledger) -> Accounts:
    """A person of each role."""
    accounts = Accounts(ledger)
    for role in ROLES:
        accounts.add(NAMES[role], role, PASSWORD)
    return accounts


def add_people(path: str) -> None:
    with open_ledger(path) as ledger:
        with_people(ledger)


@contextmanager
def signed_in(address: str, role: Role) -> Iterator[httpx.Client]:
    """A browser without a screen, in which a person of a role signed in."""
    with httpx.Client(base_url=address) as client:
        answer = client.post("/en/sign-in", data={"name": NAMES[role], "password": PASSWORD})
        assert answer.status_code == 303, answer.text
        yield client


def csrf_in(client: httpx.Client, path: str = "/en/read") -> str:
    """What the forms of a page carry."""
    found = re.search('name="csrf" value="([0-9a-f]{96})"', client.get(path).text)
    assert found is not None
    return found[1]
