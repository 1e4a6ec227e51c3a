"""Accounts in a ledger's database, in SQLite and in PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from hasila.accounts import Accounts, Person
from hasila.accounts.secret import hash_of
from hasila.accounts.store import IDLE, LONGEST
from hasila.errors import AccountError
from hasila.ledger import Ledger
from hasila.ledger.schema import accounts as people
from hasila.ledger.schema import metadata, sessions, tokens
from hasila.reading import read
from tests.ledger.reports import report

PASSWORD = "سبعة طيور في السماء"
RANA = Person("رنا", "reviewer")


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2024, 4, 1, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(ledger: Ledger, clock: Clock) -> Accounts:
    made = Accounts(ledger, clock)
    made.add(RANA.name, RANA.role, PASSWORD)
    return made


def session(accounts: Accounts) -> str:
    secret = accounts.sign_in(RANA.name, PASSWORD)
    assert secret is not None
    return secret


def rows_in(ledger: Ledger, table: str) -> int:
    with ledger.beside() as connection:
        return int(connection.execute(select(func.count()).select_from(metadata.tables[table])).scalar_one())


def test_a_password_in_another_form_of_the_same_letters_is_the_same(accounts: Accounts) -> None:
    accounts.add("Sami", "viewer", "ﻻ شيء هنا أبدا")
    assert accounts.sign_in("Sami", "لا شيء هنا أبدا") is not None


def test_only_an_argon2_hash_of_a_password_is_kept(accounts: Accounts, ledger: Ledger) -> None:
    with ledger.beside() as connection:
        assert connection.execute(select(people.c.password)).scalar_one().startswith("$argon2id$")


def test_no_secret_stands_in_the_database(accounts: Accounts, ledger: Ledger) -> None:
    secrets = (PASSWORD, session(accounts), accounts.new_token("رنا", "import"))
    with ledger.beside() as connection:
        held = [
            str(value) for table in metadata.sorted_tables for row in connection.execute(select(table)) for value in row
        ]
    assert hash_of(secrets[1]) in held
    assert not [value for value in held for secret in secrets if secret in value]


def test_a_session_is_prolonged_by_use_and_ends_without(accounts: Accounts, clock: Clock) -> None:
    secret = session(accounts)
    for _ in range(3):
        clock.now += IDLE - timedelta(minutes=1)
        assert accounts.of_session(secret) == RANA
    clock.now += IDLE
    assert accounts.of_session(secret) is None


def test_no_session_lasts_longer_than_a_week(accounts: Accounts, clock: Clock) -> None:
    secret, began = session(accounts), clock.now
    while clock.now - began < LONGEST - timedelta(hours=6):
        clock.now += timedelta(hours=6)
        assert accounts.of_session(secret) == RANA
    clock.now += timedelta(hours=6)
    assert accounts.of_session(secret) is None


def test_sessions_that_are_over_are_cleared_away(accounts: Accounts, ledger: Ledger, clock: Clock) -> None:
    session(accounts)
    clock.now += IDLE
    session(accounts)
    assert rows_in(ledger, "sessions") == 1


def test_signing_out_ends_one_session_and_a_new_password_ends_all(accounts: Accounts) -> None:
    one, two, three = (session(accounts) for _ in range(3))
    accounts.sign_out(one)
    assert [accounts.of_session(secret) for secret in (one, two, three)] == [None, RANA, RANA]
    accounts.set_password("رنا", "another long password")
    assert [accounts.of_session(secret) for secret in (two, three)] == [None, None]
    assert accounts.sign_in("رنا", PASSWORD) is None


def test_another_role_holds_at_once(accounts: Accounts) -> None:
    secret, token = session(accounts), accounts.new_token("رنا", "import")
    accounts.set_role("رنا", "editor")
    assert accounts.of_session(secret) == accounts.of_token(token) == Person("رنا", "editor")


def test_an_account_that_is_removed_takes_sessions_and_tokens_along(accounts: Accounts, ledger: Ledger) -> None:
    secret, token = session(accounts), accounts.new_token("رنا", "import")
    accounts.remove("رنا")
    assert (accounts.of_session(secret), accounts.of_token(token), accounts.exist()) == (None, None, False)
    assert (rows_in(ledger, "sessions"), rows_in(ledger, "tokens")) == (0, 0)


def test_tokens_are_revoked_by_purpose_or_all(accounts: Accounts) -> None:
    one, other = accounts.new_token("رنا", "import"), accounts.new_token("رنا", "charts")
    assert accounts.revoke_tokens("رنا", "import") == 1
    assert (accounts.of_token(one), accounts.of_token(other)) == (None, RANA)
    assert accounts.revoke_tokens("رنا") == 1
    assert accounts.of_token(other) is None


def test_a_secret_of_one_kind_is_none_of_the_other(accounts: Accounts) -> None:
    assert accounts.of_token(session(accounts)) is None
    assert accounts.of_session(accounts.new_token("رنا", "import")) is None


@pytest.mark.parametrize("name", ["", " ", "a" * 65, "ra\nna", "\u202eanar", "\0", "<b>", "\ud800"])
def test_what_is_no_name_is_refused_and_signs_nobody_in(accounts: Accounts, name: str) -> None:
    with pytest.raises(AccountError, match="a name"):
        accounts.add(name, "viewer", PASSWORD)
    assert accounts.sign_in(name, PASSWORD) is None


@pytest.mark.parametrize("password", ["short", "x" * 1001, "Abdulrahman Al-Name"])
def test_a_weak_password_is_refused(accounts: Accounts, password: str) -> None:
    with pytest.raises(AccountError, match="password"):
        accounts.add("Abdulrahman al-Name", "viewer", password)


def test_a_hash_of_weaker_settings_is_made_anew(accounts: Accounts, ledger: Ledger) -> None:
    from argon2 import PasswordHasher

    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    with ledger.beside(writes=True) as connection:
        connection.execute(update(people).values(password=weak))
    session(accounts)
    with ledger.beside() as connection:
        kept = connection.execute(select(people.c.password)).scalar_one()
    assert kept.split("$")[3] == PasswordHasher().hash("x").split("$")[3]
    session(accounts)


def test_the_chain_is_the_same_with_and_without_people(accounts: Accounts, ledger: Ledger) -> None:
    ledger.add(read(report(1)))
    before = ledger.audit()
    session(accounts)
    accounts.remove("رنا")
    assert ledger.audit() == before
    assert before.ok


def test_tables_hold_nothing_else(ledger: Ledger) -> None:
    assert {column.name for column in sessions.columns} == {"hash", "account", "at", "expires"}
    assert {column.name for column in tokens.columns} == {"hash", "account", "purpose", "at"}
