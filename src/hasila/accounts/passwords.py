"""Passwords: only what argon2 makes of them is kept, and nobody learns from the time an answer takes who is known."""

from __future__ import annotations

import unicodedata
from base64 import b64encode
from functools import cache
from secrets import token_bytes
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from hasila.errors import AccountError

SHORTEST, LONGEST = 12, 1000

_HASHER = PasswordHasher()
# Each takes 64 MiB while it is worked out: many at once must not be a way to use up the machine.
_TURNS = BoundedSemaphore(2)


def hashed(password: str, name: str) -> str:
    """What is kept of a new password. Raises :class:`AccountError` where it is too short, too long, or the name."""
    plain = _plain(password)
    if not SHORTEST <= len(plain) <= LONGEST:
        reason = f"a password has {SHORTEST} to {LONGEST} characters"
        raise AccountError(name, reason, "Take a few words that nobody would guess")
    if plain.casefold() == _plain(name).casefold():
        raise AccountError(name, "the password is the name", "Take a few words that nobody would guess")
    return hashed_again(plain)


def hashed_again(password: str) -> str:
    """What is kept of a password that was right."""
    with _TURNS:
        return _HASHER.hash(_plain(password))


def is_right(password: str, kept: str | None) -> bool:
    """Whether it is the password that was kept. None, where nobody is known, takes as long and is always wrong."""
    plain = _plain(password[: LONGEST + 1])
    with _TURNS:
        try:
            _HASHER.verify(kept or _nobodys(), plain)
        except (VerificationError, InvalidHashError):
            return False
    return kept is not None


def is_outdated(kept: str) -> bool:
    """Whether today's settings are stronger than those that it was kept with."""
    return _HASHER.check_needs_rehash(kept)


def _plain(password: str) -> str:
    # keyboards differ in how they send the same letter, Arabic ones too
    return unicodedata.normalize("NFKC", password)


@cache
def _nobodys() -> str:
    """A hash that takes as long to compare with as any other, and that no password has."""
    salt, digest = (b64encode(token_bytes(size)).decode().rstrip("=") for size in (_HASHER.salt_len, _HASHER.hash_len))
    costs = f"m={_HASHER.memory_cost},t={_HASHER.time_cost},p={_HASHER.parallelism}"
    return f"$argon2id$v=19${costs}${salt}${digest}"
