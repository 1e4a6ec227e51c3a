"""What a tally is made of, gathered from the documents of a ledger: sources, claims, and which are copies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hasila.model import Document, Reading
from hasila.tally.claim import Claim, Source
from hasila.tally.copying.copies import CopyLink, Paper, witnesses
from hasila.tally.record.claims import claims_of
from hasila.tally.record.rulings import Rulings
from hasila.tally.standing import standing_of

if TYPE_CHECKING:
    from hasila.ledger import Held


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that stands in the documents: ``sources`` and ``documents`` by key, ``claims`` in the order of the keys."""

    sources: Mapping[str, Source]
    claims: list[Claim]
    copies: tuple[CopyLink, ...]
    documents: Mapping[str, Document]


def gathered(entries: Iterable[Held], rulings: Rulings) -> Gathered:
    """What stands in documents with their readings; their order makes no difference."""
    held = sorted((entry for entry in entries if not entry.withdrawn), key=lambda entry: entry.key)
    copies = witnesses(paper_of(entry.key, entry.reading) for entry in held)
    return Gathered(
        {entry.key: source_of(entry.key, entry.reading) for entry in held},
        [claim for entry in held for claim in claims_of(entry, copies.of[entry.key], rulings)],
        copies.links,
        {entry.key: entry.reading.document for entry in held},
    )


def source_of(key: str, reading: Reading) -> Source:
    """A document as the tally needs it."""
    document = reading.document
    return Source(
        key,
        document.id,
        reading.lang,
        document.published,
        document.title,
        document.outlet,
        document.url,
        standing_of(document),
    )


def paper_of(key: str, reading: Reading) -> Paper:
    """A document as the search for copies needs it."""
    document = reading.document
    return Paper(
        key,
        document.id,
        document.title,
        document.text,
        reading.lang,
        document.published,
        document.outlet,
        document.url,
        reading.figures,
    )
