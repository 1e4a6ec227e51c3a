"""Feeds and sitemaps, looked at again and again: new reports go into the ledger, what is new in its tally is told."""
