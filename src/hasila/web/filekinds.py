"""The kinds of files that can be given to the page, as people call them."""

from __future__ import annotations

from hasila.sources.kinds import KINDS, suffixes

CALLED = {
    "text": "text",
    "html": "saved page",
    "pdf": "PDF",
    "docx": "Word",
    "message": "e-mail",
    "mbox": "e-mail",
    "feed": "feed",
    "json feed": "feed",
    "jsonl": "JSON lines",
    "csv": "CSV",
    "parquet": "Parquet",
    "zip": "archive",
    "tar": "archive",
    "compressed": "archive",
    "warc": "web archive",
    "wacz": "web archive",
}
"""By their names in the table of kinds; the catalogue has the words."""
WITHOUT_REPORTS = frozenset({"sitemap", "other office"})
"""Kinds that are known, so that what to do with them can be told."""


def file_kinds() -> tuple[str, ...]:
    """What the kinds are called, each once, the most common first."""
    read = {kind.name for kind in KINDS}
    return tuple(dict.fromkeys(words for name, words in CALLED.items() if name in read))


def accepted() -> str:
    """The endings that a browser offers to choose from."""
    return ",".join(sorted(suffixes()))
