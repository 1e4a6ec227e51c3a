"""Secrets that a browser or a program holds. The database knows only their hashes: whoever reads it can't use them."""

from __future__ import annotations

import hashlib
import hmac
import secrets


def new_secret() -> str:
    """256 bits that nobody can guess, so that a plain hash of them is enough."""
    return secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


_SALT = 16


def bound_to(secret: str, purpose: str) -> str:
    """Another secret that only somebody with the first can make: one of many, each time another.

    Pages are sent packed, and how well a page packs would give away a secret that stands in it again and again.
    """
    return _salted(secret, purpose, secrets.token_hex(_SALT))


def is_bound_to(secret: str, purpose: str, given: str) -> bool:
    """Whether a secret was made so, in a time that doesn't tell where it differs."""
    wanted = _salted(secret, purpose, given[: 2 * _SALT])
    return hmac.compare_digest(wanted.encode("utf-8", "surrogatepass"), given.encode("utf-8", "surrogatepass"))


def _salted(secret: str, purpose: str, salt: str) -> str:
    said = f"{purpose} {salt}".encode("utf-8", "surrogatepass")
    return salt + hmac.digest(secret.encode("utf-8", "surrogatepass"), said, "sha256").hex()
