"""Moments as seconds since 1970, which the clock gives, and as they stand in the ledger."""

from __future__ import annotations

from datetime import UTC, datetime

from hasila.ledger.rows import moment


def written(seconds: float) -> str:
    """
    >>> written(1_688_000_000.0)
    '2023-06-29T00:53:20.000000Z'
    """
    return moment(datetime.fromtimestamp(seconds, UTC))


def seconds(text: str) -> float:
    """
    >>> seconds("2023-06-29T00:53:20.000000Z")
    1688000000.0
    """
    return datetime.fromisoformat(text).timestamp()
