"""Documents of a ledger read again by a newer Hasila: what it reads otherwise is added beside what was read before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields

from hasila.ledger.batches import batches
from hasila.ledger.identity import MADE
from hasila.ledger.identity import engine as this_engine
from hasila.ledger.store import Held, Ledger
from hasila.model import Document, Figure, Reading

Read = Callable[[Document], Reading]


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure that is read otherwise: ``before`` is None for a new one, ``after`` for one that is gone."""

    before: Figure | None
    after: Figure | None

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of what differs; nothing for a figure that is new or gone."""
        if self.before is None or self.after is None:
            return ()
        names = (field.name for field in fields(Figure))
        return tuple(name for name in names if getattr(self.before, name) != getattr(self.after, name))


@dataclass(frozen=True, slots=True)
class Reread:
    """A document read again: its key, who read it before, both readings and the figures that differ."""

    key: str
    engine: str
    before: Reading
    after: Reading
    figures: tuple[Changed, ...]

    @property
    def same(self) -> bool:
        """Whether it reads as it did."""
        return self.before == self.after


def reread(
    ledger: Ledger, read: Read, *, made: Mapping[str, Reading] | None = None, engine: str | None = None
) -> Iterator[Reread]:
    """Read every document again that another Hasila read; what is yielded is in the ledger.

    ``engine`` is this Hasila by default. A document that it read already is passed over, so that a run that was broken
    off goes on where it stood. Readings that were made and not read, those of the reference series, are replaced by the
    one in ``made`` under the document's key, or left as they are.
    """
    version = engine or this_engine()
    old = (held for held in ledger.documents() if held.engine != version and not held.engine.startswith(MADE))
    yield from _added(ledger, ((held, read(held.reading.document)) for held in old), version)
    old = (held for held in ledger.documents(keys=made or {}) if held.engine != MADE + version)
    yield from _added(ledger, ((held, (made or {})[held.key]) for held in old), MADE + version)


def _added(ledger: Ledger, read: Iterator[tuple[Held, Reading]], engine: str) -> Iterator[Reread]:
    for batch in batches(read):
        added = ledger.add_readings({held.seq: after for held, after in batch}, engine=engine)
        yield from (_compared(held, after) for held, after in batch if held.seq in added)


def _compared(held: Held, after: Reading) -> Reread:
    return Reread(held.key, held.engine, held.reading, after, tuple(changes(held.reading, after)))


def changes(before: Reading, after: Reading) -> Iterator[Changed]:
    """The figures that differ, paired by the words that state them, then by what is counted there."""
    left = list(before.figures)
    for figure in after.figures:
        same = [one for one in left if one.evidence.field == figure.evidence.field and _overlap(one, figure)]
        pair = next((one for one in same if one.measure == figure.measure), same[0] if same else None)
        if pair is not None:
            left.remove(pair)
        if pair != figure:
            yield Changed(pair, figure)
    yield from (Changed(figure, None) for figure in left)


def _overlap(one: Figure, other: Figure) -> bool:
    return one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end
