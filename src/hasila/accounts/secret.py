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


def bound_to(secret: str, purpose: str) -> str:
    """Another secret that only somebody with the first can make."""
    return hmac.digest(secret.encode("utf-8", "surrogatepass"), purpose.encode(), "sha256").hex()


def same(one: str, other: str) -> bool:
    """Whether two are equal, in a time that doesn't tell where they differ."""
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))
