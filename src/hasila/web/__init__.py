"""The page: paste a report and see it read, and look at what stands in a ledger, in Arabic and in English."""

from hasila.web.app import create_app

__all__ = ["create_app"]
