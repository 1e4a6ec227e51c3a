"""Documents with their readings, as the tally takes them: read from our own reports, or built figure by figure."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from hasila.model import Document, Figure, Period, Place, Reading, Span
from hasila.reading import read
from hasila.tally.claim import Claim, Source
from hasila.tally.linking.statements import statements_of
from hasila.tally.record.claims import claims_of
from hasila.tally.record.rulings import NO_RULINGS, Rulings
from hasila.tally.result import Statement

MAY = Period(date(2023, 5, 1), date(2023, 5, 31), "May 2023", "stated")
BOTH = Place("IQ+SY", "Iraq and Syria", "Iraq and Syria")
IRAQ = Place("IQ", "Iraq", "Iraq")
SYRIA = Place("SY", "Syria", "Syria")

_DEFAULTS: dict[str, Any] = {
    "qualifier": "exact", "modality": "asserted", "kind": "period", "subset": False, "victim": None,
    "actor": "US Central Command", "partners": (), "mode": None, "target": "ISIS", "place": BOTH, "period": MAY,
    "attribution": "US Central Command",
    "evidence": Span("text", 0, 1, "n"), "confidence": 0.9, "trail": (), "basis": {},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A document's key and its reading."""

    key: str
    reading: Reading


def figure(measure: str, low: int | None, **slots: Any) -> Figure:
    """A figure of Central Command's, of May 2023, in Iraq and Syria, unless something else is said."""
    return Figure(**{**_DEFAULTS, "measure": measure, "low": low, "high": slots.pop("high", low), **slots})


def entry(*figures: Figure, name: str = "report", published: date | None = None) -> Entry:
    """A document with these figures."""
    return Entry(key_of(name), Reading(Document(name, name, published=published), "en", True, figures))


def entry_of(text: str, name: str = "report", published: date | None = None) -> Entry:
    """A document as it is read."""
    return Entry(key_of(name + text), read(Document(name, text, published=published)))


def key_of(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def claims(held: Entry, rulings: Rulings = NO_RULINGS) -> tuple[Claim, ...]:
    return claims_of(held, held.key[:8], rulings)


def said(held: Entry, rulings: Rulings = NO_RULINGS) -> set[tuple[object, ...]]:
    """Each claim as measure, scope, mode and value."""
    return {(one.cell.measure, one.cell.scope, one.cell.mode, one.low) for one in claims(held, rulings)}


def source(held: Entry) -> Source:
    """The document of an entry as the tally knows it."""
    document = held.reading.document
    return Source(held.key, document.id, "en", document.published, None, document.outlet, None, "outlet")


def statements(*entries: Entry, copies: Mapping[str, str] = MappingProxyType({})) -> tuple[Statement, ...]:
    """The statements of these documents; ``copies`` gives the witness of a document that isn't one by itself."""
    made = [claim for held in entries for claim in claims_of(held, copies.get(held.key, held.key))]
    return statements_of(made, {held.key: source(held) for held in entries})
