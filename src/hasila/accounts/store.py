"""The accounts of a ledger, with their sessions and tokens."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, delete, select, update

from hasila.accounts.passwords import hashed, hashed_again, is_outdated, is_right
from hasila.accounts.person import Person, Role, key_of, name_of
from hasila.accounts.secret import hash_of, new_secret
from hasila.errors import AccountError, LedgerError
from hasila.ledger import Ledger
from hasila.ledger.rows import moment
from hasila.ledger.schema import accounts, sessions, tokens

IDLE = timedelta(hours=12)
"""After so long without a request a session is over: about a shift."""
LONGEST = timedelta(days=7)
"""After so long it is over in any case."""
# Not every request writes: a session is prolonged when this much of it has passed.
_STEP = timedelta(minutes=10)
_ANY = select(accounts.c.key).limit(1)
TOKEN_SIGN = "hasila_"
"""How a token begins, so that programs that look for secrets in files find it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A program's key: what it is for, and since when it holds."""

    purpose: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Account:
    """A person with all that is known of the account."""

    person: Person
    at: datetime
    tokens: tuple[Token, ...]


class Accounts:
    """The people of a ledger. ``clock`` tells the time, in UTC."""

    def __init__(self, ledger: Ledger, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._ledger = ledger
        self._clock = clock

    def exist(self) -> bool:
        """Whether there is any account."""
        with self._ledger.beside() as connection:
            return connection.execute(_ANY).first() is not None

    def all(self) -> list[Account]:
        """Every account, by name."""
        with self._ledger.beside() as connection:
            held: dict[str, list[Token]] = {}
            for row in connection.execute(select(tokens).order_by(tokens.c.at)).mappings():
                held.setdefault(row["account"], []).append(Token(row["purpose"], _at(row["at"])))
            rows = connection.execute(select(accounts).order_by(accounts.c.key)).mappings()
            return [Account(_person(row), _at(row["at"]), tuple(held.get(row["key"], ()))) for row in rows]

    def add(self, name: str, role: Role, password: str) -> Person:
        """A new account. Raises :class:`AccountError` where the name is taken or no name, or the password too weak."""
        shown = name_of(name)
        row = {
            "key": key_of(shown),
            "name": shown,
            "role": role,
            "password": hashed(password, shown),
            "at": self._now(),
        }
        with self._ledger.beside(writes=True) as connection:
            if _row(connection, shown) is not None:
                raise AccountError(shown, "there is such an account", "Give another name, or change that account")
            connection.execute(accounts.insert(), row)
        return Person(shown, role)

    def set_role(self, name: str, role: Role) -> None:
        """Give another role; it holds from the next request on."""
        self._change(name, role=role)

    def set_password(self, name: str, password: str) -> None:
        """Give a new password, and end every session that was begun with the old one."""
        self._change(name, password=hashed(password, name))

    def remove(self, name: str) -> None:
        """Remove an account with its sessions and tokens. What the person decided stays, under the name."""
        with self._ledger.beside(writes=True) as connection:
            connection.execute(delete(accounts).where(accounts.c.key == _known(connection, name)))

    def sign_in(self, name: str, password: str) -> str | None:
        """The secret of a new session; None where the name or the password is wrong, whichever of them."""
        with self._ledger.beside() as connection:
            row = _row(connection, name)
        if not is_right(password, None if row is None else row["password"]) or row is None:
            return None
        secret, now = new_secret(), self._clock()
        renewed = hashed_again(password) if is_outdated(row["password"]) else row["password"]
        with self._ledger.beside(writes=True) as connection:
            # the account may have got another password, or have gone, while this one was verified
            same = (accounts.c.key == row["key"]) & (accounts.c.password == row["password"])
            if connection.execute(update(accounts).where(same).values(password=renewed)).rowcount != 1:
                return None
            connection.execute(delete(sessions).where(sessions.c.expires <= moment(now)))
            times = {"at": moment(now), "expires": moment(now + IDLE)}
            connection.execute(sessions.insert(), {"hash": hash_of(secret), "account": row["key"], **times})
        return secret

    def of_session(self, secret: str) -> Person | None:
        """Who signed in; None where the session is over, or never was. It is prolonged by being asked for."""
        held, now = hash_of(secret), self._clock()
        with self._ledger.beside() as connection:
            row = _first(connection, _with_account(sessions).where(sessions.c.hash == held))
        if row is None or not moment(now) < row["expires"] or _at(row["at"]) + LONGEST <= now:
            return None
        if _at(row["expires"]) < now + IDLE - _STEP:
            # who reads is not to be stopped by somebody who keeps the ledger to himself
            with suppress(LedgerError), self._ledger.beside(writes=True) as connection:
                later = moment(min(now + IDLE, _at(row["at"]) + LONGEST))
                connection.execute(update(sessions).where(sessions.c.hash == held).values(expires=later))
        return _person(row)

    def sign_out(self, secret: str) -> None:
        """End a session."""
        with self._ledger.beside(writes=True) as connection:
            connection.execute(delete(sessions).where(sessions.c.hash == hash_of(secret)))

    def new_token(self, name: str, purpose: str) -> str:
        """A token of an account, which is shown this once."""
        secret = TOKEN_SIGN + new_secret()
        with self._ledger.beside(writes=True) as connection:
            row = {"hash": hash_of(secret), "account": _known(connection, name), "purpose": purpose, "at": self._now()}
            connection.execute(tokens.insert(), row)
        return secret

    def of_token(self, secret: str) -> Person | None:
        """Whose token it is; None where it is nobody's."""
        with self._ledger.beside() as connection:
            row = _first(connection, _with_account(tokens).where(tokens.c.hash == hash_of(secret)))
        return None if row is None else _person(row)

    def revoke_tokens(self, name: str, purpose: str | None = None) -> int:
        """Revoke the tokens of an account, or those for one purpose; how many there were."""
        with self._ledger.beside(writes=True) as connection:
            asked = delete(tokens).where(tokens.c.account == _known(connection, name))
            return connection.execute(asked if purpose is None else asked.where(tokens.c.purpose == purpose)).rowcount

    def _change(self, name: str, **values: str) -> None:
        with self._ledger.beside(writes=True) as connection:
            key = _known(connection, name)
            connection.execute(update(accounts).where(accounts.c.key == key).values(values))
            if "password" in values:
                connection.execute(delete(sessions).where(sessions.c.account == key))

    def _now(self) -> str:
        return moment(self._clock())


def _row(connection: Connection, name: str) -> Any:
    """What is kept of an account; None where there is none, and where there can't be one."""
    try:
        key = key_of(name_of(name))
    except AccountError:
        return None
    return _first(connection, select(accounts).where(accounts.c.key == key))


def _known(connection: Connection, name: str) -> str:
    row = _row(connection, name)
    if row is None:
        raise AccountError(name, "there is no such account", "See who there is with hasila account list")
    key: str = row["key"]
    return key


def _first(connection: Connection, asked: Select[Any]) -> Any:
    return connection.execute(asked).mappings().first()


def _with_account(table: Any) -> Select[Any]:
    """The rows of sessions or tokens with the name and the role of whose they are."""
    return select(table, accounts.c.name, accounts.c.role).join(accounts, accounts.c.key == table.c.account)


def _person(row: Any) -> Person:
    return Person(row["name"], row["role"])


def _at(written: str) -> datetime:
    return datetime.fromisoformat(written)
