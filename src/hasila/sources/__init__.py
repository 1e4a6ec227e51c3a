"""Anything -> documents: text, JSON lines, CSV and HTML files, folders of them, standard input."""

from hasila.sources.opening import open_body, open_bytes, open_sources
from hasila.sources.rejected import Rejected

__all__ = ["Rejected", "open_body", "open_bytes", "open_sources"]
