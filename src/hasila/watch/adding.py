"""A document -> the ledger, with its figures; what states none stays out of it."""

from __future__ import annotations

from dataclasses import dataclass

from hasila.ledger import Ledger
from hasila.model import Document
from hasila.reading import read
from hasila.tally.index import Index


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a document: its key in the ledger, None where it states nothing for it, and its figures."""

    key: str | None
    new: bool
    figures: int


class Adding:
    """Reads documents and adds them. With ``every`` also those go in that state no figure of the mission."""

    def __init__(self, ledger: Ledger, every: bool = False) -> None:
        self._ledger = ledger
        self._index = Index(ledger)
        self._every = every

    def add(self, document: Document) -> Kept:
        """Add one; adding it again does nothing."""
        reading = read(document)
        if not (self._every or (reading.relevant and reading.figures)):
            return Kept(None, False, 0)
        added = self._ledger.add(reading)
        if added.new:
            self._index.bring_up({added.key: reading})
        return Kept(added.key, added.new, len(reading.figures))
