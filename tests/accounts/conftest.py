"""Ledgers to keep accounts in, of each kind."""

from tests.ledger.conftest import ledger, path, url

__all__ = ["ledger", "path", "url"]
