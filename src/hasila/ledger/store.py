"""The ledger itself: documents with their readings, and decisions, added and never altered."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine, Select, Table, func, select

from hasila.errors import LedgerError
from hasila.ledger import opening, rows
from hasila.ledger.batches import SIZE, batches
from hasila.ledger.chain import Audit, Chain, Head, Row, audited
from hasila.ledger.decisions import Decision, check, withdrawn
from hasila.ledger.identity import document_key
from hasila.ledger.identity import engine as this_engine
from hasila.ledger.schema import CHAINED, decisions, documents, readings, seals
from hasila.ledger.targets import find
from hasila.model import Reading


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document: its key, whether it is new, and the ``seq`` it stands under."""

    key: str
    new: bool
    seq: int


@dataclass(frozen=True, slots=True)
class Held:
    """A document in the ledger with the reading that stands.

    ``key`` is the hash that identifies the document, ``added`` when it came in (UTC), ``engine`` which Hasila read it.
    """

    key: str
    seq: int
    added: datetime
    reading: Reading
    engine: str
    withdrawn: bool


def open_ledger(url: str, *, create: bool = True) -> Ledger:
    """The ledger at a path, ``sqlite:///…`` or ``postgresql://…``; made where there is none, and brought up to date.

    Raises :class:`LedgerError`, which says what to do. ``create=False`` raises it also where there is no file.
    """
    return Ledger(opening.connect(url, create))


class Ledger:
    """Everything that was added, append only. Several processes may use it at once; each call commits what it did."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def where(self) -> str:
        """What people call the ledger: its path, or its address without the password."""
        return opening.where(self._engine)

    def close(self) -> None:
        """Let go of the file or the server."""
        self._engine.dispose()

    def add(self, reading: Reading, *, engine: str | None = None) -> Added:
        """Add a document with its reading, unless the document is there. ``engine`` is this Hasila by default."""
        return self._write([reading], engine or this_engine())[0]

    def add_many(self, readings: Iterable[Reading], *, engine: str | None = None) -> Iterator[Added]:
        """Add one after the other, in batches. What is yielded is on the disk, whatever happens next."""
        version = engine or this_engine()
        for batch in batches(readings):
            yield from self._write(batch, version)

    def add_readings(self, readings_of: Collection[tuple[int, Reading]], *, engine: str | None = None) -> None:
        """Add newer readings of documents that are there, each with the ``seq`` of its document, in one transaction."""
        version = engine or this_engine()
        entries = [{"document": seq, **rows.reading_row(reading, version)} for seq, reading in readings_of]
        with opening.writing(self._engine) as connection:
            chain = Chain(_head(connection), _now())
            connection.execute(readings.insert(), [chain.link("readings", entry) for entry in entries])
            _seal(connection, chain)

    def known(self, keys: Collection[str]) -> set[str]:
        """Those of ``keys`` that the ledger holds a document of."""
        with opening.reading(self._engine) as connection:
            return set(_seqs(connection, keys))

    def documents(self, as_of: datetime | None = None) -> Iterator[Held]:
        """Every document in the order of adding, with the reading that stands; ``as_of`` a moment, if it is given.

        A few hundred are held at a time. What is added meanwhile is left out.
        """
        until, gone = self._end(as_of), withdrawn(self.decisions(as_of))
        after = 0
        while page := self._page(after, until):
            for document, reading in page:
                yield _held(document, reading, gone)
            after = page[-1][0]["seq"]

    def decide(self, decision: Decision) -> int:
        """Add a decision; its ``seq``. ``target`` may also be a document's id, or the beginning of its key.

        Raises :class:`LedgerError` where there is no such figure or document, or the decision says nothing of it.
        """
        with opening.writing(self._engine) as connection:
            settled = _settled(connection, decision)
            chain = Chain(_head(connection), _now())
            connection.execute(decisions.insert(), chain.link("decisions", rows.decision_row(settled)))
            _seal(connection, chain)
        return chain.head.seq

    def decisions(self, as_of: datetime | None = None) -> Iterator[Decision]:
        """Every decision in the order of deciding; ``as_of`` a moment, if it is given."""
        wanted = _until(select(decisions), decisions, as_of).order_by(decisions.c.seq)
        with opening.reading(self._engine) as connection:
            found = _fetched(connection, wanted)
        return map(rows.decision_in, found)

    def audit(self, head: str | None = None) -> Audit:
        """Verify the chain from the first row to the last. ``head`` is the hash of a last row noted earlier."""
        with opening.reading(self._engine) as connection:
            every = heapq.merge(*(_rows(connection, table) for table in CHAINED), key=lambda pair: pair[1]["seq"])
            return audited(every, (row for _, row in _rows(connection, seals)), head)

    def _write(self, batch: list[Reading], version: str) -> list[Added]:
        """Add a batch in one transaction. All that takes time is done before it, so that others wait for little."""
        keyed = [(document_key(reading.document), reading) for reading in batch]
        known = self.known([key for key, _ in keyed])
        first = {key: reading for key, reading in reversed(keyed) if key not in known}
        entries = {
            key: (rows.document_row(key, one.document), rows.reading_row(one, version)) for key, one in first.items()
        }
        with opening.writing(self._engine) as connection:
            held = _seqs(connection, [key for key, _ in keyed])
            new = _append(connection, {key: entries[key] for key, _ in keyed if key not in held})
        held.update(new)
        # a document that stands twice in the batch is new once
        return [Added(key, new.pop(key, None) is not None, held[key]) for key, _ in keyed]

    def _end(self, as_of: datetime | None) -> int:
        """The last ``seq`` at a moment: times never go back along the chain."""
        with opening.reading(self._engine) as connection:
            return connection.execute(_until(select(func.max(seals.c.seq)), seals, as_of)).scalar() or 0

    def _page(self, after: int, until: int) -> list[tuple[Row, Row]]:
        """The next documents, each with the last of its readings."""
        wanted = select(*documents.c["seq", "at", "key", "about", "text"]).order_by(documents.c.seq).limit(SIZE)
        with opening.reading(self._engine) as connection:
            found = _fetched(connection, wanted.where(documents.c.seq > after, documents.c.seq <= until))
            if not found:
                return []
            between = readings.c.document.between(found[0]["seq"], found[-1]["seq"])
            read = select(*readings.c["document", "engine", "content"]).where(between, readings.c.seq <= until)
            last = {row["document"]: row for row in _fetched(connection, read.order_by(readings.c.seq))}
        return [(row, last[row["seq"]]) for row in found]


def _settled(connection: Connection, decision: Decision) -> Decision:
    """The decision with its target as the ledger calls it, and with the reading that the figure stands in."""
    target = find(connection, decision.target)
    figure = seq = None
    if target.index is not None:
        last = select(readings).where(readings.c.document == target.seq).order_by(readings.c.seq.desc()).limit(1)
        (row,) = _fetched(connection, last)
        figures, seq = rows.figures_in(row), row["seq"]
        if target.index >= len(figures):
            remedy = f"It has the figures 0 to {len(figures) - 1}" if figures else "It has none"
            raise LedgerError(decision.target, "there is no such figure in the reading of the document", remedy)
        figure = figures[target.index]
    check(decision, figure)
    return replace(decision, target=str(target), reading=seq)


def _append(connection: Connection, entries: dict[str, tuple[Row, Row]]) -> dict[str, int]:
    """Each document followed by its reading; the ``seq`` of each document by its key."""
    chain = Chain(_head(connection), _now())
    written: dict[str, list[Row]] = {"documents": [], "readings": []}
    for document, reading in entries.values():
        written["documents"].append(chain.link("documents", document))
        written["readings"].append(chain.link("readings", {**reading, "document": chain.head.seq}))
    if entries:
        connection.execute(documents.insert(), written["documents"])
        connection.execute(readings.insert(), written["readings"])
        _seal(connection, chain)
    return {row["key"]: row["seq"] for row in written["documents"]}


def _seqs(connection: Connection, keys: Collection[str]) -> dict[str, int]:
    """The ``seq`` of each of ``keys`` that is there."""
    left = iter(keys)
    found: dict[str, int] = {}
    while some := list(islice(left, SIZE)):
        wanted = select(documents.c.key, documents.c.seq).where(documents.c.key.in_(some))
        found.update((key, seq) for key, seq in connection.execute(wanted))
    return found


def _head(connection: Connection) -> Head:
    last = _fetched(connection, select(seals).order_by(seals.c.seq.desc()).limit(1))
    return Head(last[0]["seq"], last[0]["hash"], last[0]["at"]) if last else Head()


def _seal(connection: Connection, chain: Chain) -> None:
    head = chain.head
    connection.execute(seals.insert(), {"seq": head.seq, "at": head.at, "hash": head.hash})


def _until(wanted: Select[Any], table: Table, as_of: datetime | None) -> Select[Any]:
    return wanted if as_of is None else wanted.where(table.c.at <= rows.moment(as_of))


def _fetched(connection: Connection, wanted: Select[Any]) -> list[Row]:
    result = connection.execute(wanted)
    names = list(result.keys())
    return [dict(zip(names, row, strict=True)) for row in result]


def _rows(connection: Connection, table: Table) -> Iterator[tuple[str, Row]]:
    """Every row in the order of ``seq``, a few hundred at a time."""
    after = -1
    while True:
        wanted = select(table).where(table.c.seq > after).order_by(table.c.seq).limit(SIZE)
        found = _fetched(connection, wanted)
        yield from ((table.name, row) for row in found)
        if len(found) < SIZE:
            return
        after = found[-1]["seq"]


def _held(document: Row, reading: Row, gone: set[str]) -> Held:
    return Held(
        document["key"],
        document["seq"],
        datetime.fromisoformat(document["at"]),
        rows.reading_in(reading, rows.document_in(document)),
        reading["engine"],
        document["key"] in gone,
    )


def _now() -> str:
    return rows.moment(datetime.now(UTC))
