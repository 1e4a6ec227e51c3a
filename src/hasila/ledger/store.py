"""The ledger itself: documents with their readings, and decisions, added and never altered."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine

from hasila.ledger import opening, rows
from hasila.ledger.batches import batches
from hasila.ledger.chain import Audit, Head, Row, audited
from hasila.ledger.deciding import of_today, settle
from hasila.ledger.decisions import Decision, withdrawn
from hasila.ledger.identity import document_key
from hasila.ledger.identity import engine as this_engine
from hasila.ledger.queries import (
    bare_documents,
    decision_rows,
    every_row,
    head_of,
    holding,
    last_seq,
    page_of,
    read_by,
    readings_of,
    seqs,
    touched_since,
)
from hasila.ledger.schema import CHAINED, decisions, documents, readings, seals
from hasila.ledger.sealing import chain_on, seal
from hasila.model import Document, Reading


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


def open_ledger(url: str, *, create: bool = True, mapped: bool = False) -> Ledger:
    """The ledger at a path, ``sqlite:///…`` or ``postgresql://…``; made where there is none, and brought up to date.

    Raises :class:`LedgerError`, which says what to do. ``create=False`` raises it also where there is no file.
    ``mapped`` lets an SQLite file be read as memory: for whoever answers many questions about a few rows each.
    """
    return Ledger(opening.connect(url, create, mapped))


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
        for batch in batches(readings, _length):
            yield from self._write(batch, version)

    def add_readings(self, newer: Mapping[int, Reading], *, engine: str | None = None) -> set[int]:
        """Add newer readings of documents that are there, by the ``seq`` of the document, in one transaction.

        The documents that got one: those that this engine has read meanwhile are left out.
        """
        version = engine or this_engine()
        entries = {seq: {"document": seq, **rows.reading_row(reading, version)} for seq, reading in newer.items()}
        with opening.writing(self._engine) as connection:
            left = entries.keys() - read_by(connection, version, newer)
            chain = chain_on(connection)
            new = [chain.link("readings", entry) for seq, entry in entries.items() if seq in left]
            if new:
                connection.execute(readings.insert(), new)
                seal(connection, chain)
        return left

    def known(self, keys: Collection[str]) -> set[str]:
        """Those of ``keys`` that the ledger holds a document of."""
        with opening.reading(self._engine) as connection:
            return set(seqs(connection, keys))

    def head(self) -> Head:
        """The end of the chain: everything up to its ``seq`` is in the ledger, and stays."""
        with opening.reading(self._engine) as connection:
            return head_of(connection)

    def documents(
        self, as_of: datetime | None = None, *, since: int = 0, keys: Collection[str] | None = None
    ) -> Iterator[Held]:
        """Every document in the order of adding, with the reading that stands; ``as_of`` a moment, if it is given.

        With ``since`` only those that something happened to after that row: that were added, read again, or decided
        about; with ``keys`` only these. A few hundred are held at a time. What is added meanwhile is left out.
        """
        told = self.decided(as_of)
        gone = withdrawn(told)
        with opening.reading(self._engine) as connection:
            after, until = 0, last_seq(connection, as_of)
            among = None if keys is None else sorted(seqs(connection, keys).values())
            if since:
                touched = touched_since(connection, since, {one.target for one in told if since < (one.seq or 0)})
                among = sorted(touched if among is None else touched.intersection(among))
        last = until if among is None else among[-1] if among else 0
        while after < last and (page := self._page(after, until, among)):
            yield from (_held(document, reading, gone) for document, reading in page)
            after = page[-1][0]["seq"]

    def bare(self, keys: Collection[str]) -> Iterator[tuple[str, Document]]:
        """Some documents by their keys, without what was read in them."""
        with opening.reading(self._engine) as connection:
            found = bare_documents(connection, keys)
        yield from ((row["key"], rows.document_in(row)) for row in found)

    def holding(self, keys: Collection[str], words: Collection[str]) -> set[str]:
        """Those of ``keys`` of which a reading, as JSON without spaces, holds one of ``words``: without reading it."""
        with opening.reading(self._engine) as connection:
            return holding(connection, keys, words)

    def history(self, held: Held) -> list[tuple[datetime, str, Reading]]:
        """When and by which engine a document was read, and what was read then; the first time first."""
        with opening.reading(self._engine) as connection:
            found = readings_of(connection, held.seq)
        document = held.reading.document
        return [(datetime.fromisoformat(row["at"]), row["engine"], rows.reading_in(row, document)) for row in found]

    def decide(self, decision: Decision) -> int:
        """Add a decision; its ``seq``. ``target`` may also be a document's id, or the beginning of its key.

        Raises :class:`LedgerError` where there is no such figure or document, or the decision says nothing of it.
        """
        return self.decide_all([decision])[0]

    def decide_all(self, act: Sequence[Decision]) -> list[int]:
        """Add what one person decides at one moment, all of it or nothing; the ``seq`` of each."""
        with opening.writing(self._engine) as connection:
            settled: list[Decision] = []
            for decision in act:
                settled.append(settle(connection, decision, settled))
            chain = chain_on(connection)
            written = [chain.link("decisions", rows.decision_row(decision)) for decision in settled]
            if written:
                connection.execute(decisions.insert(), written)
                seal(connection, chain)
        return [row["seq"] for row in written]

    def decisions(self, as_of: datetime | None = None) -> Iterator[Decision]:
        """The decisions in the order of deciding; ``as_of`` a moment, if it is given.

        Each speaks of the reading that stands: where another version reads the figure at another place, the target is
        that place, and a decision about a figure that is no longer read is left out.
        """
        with opening.reading(self._engine) as connection:
            return of_today(connection, as_of)

    def decided(self, as_of: datetime | None = None) -> list[Decision]:
        """Every decision just as it was made, in the order of deciding."""
        with opening.reading(self._engine) as connection:
            return [rows.decision_in(row) for row in decision_rows(connection, as_of)]

    def beside(self, *, writes: bool = False) -> AbstractContextManager[Connection]:
        """A transaction in the ledger's database, for what is kept beside the ledger: its tallies, people's accounts.

        It sees one state of the ledger; with ``writes`` it is alone in writing.
        """
        return opening.writing(self._engine) if writes else opening.reading(self._engine)

    def audit(self, head: str | None = None) -> Audit:
        """Verify the chain from the first row to the last. ``head`` is the hash of a last row noted earlier."""
        with opening.inspecting(self._engine) as connection:
            every = heapq.merge(*(every_row(connection, table) for table in CHAINED), key=lambda pair: pair[1]["seq"])
            return audited(every, (row for _, row in every_row(connection, seals)), head)

    def _write(self, batch: list[Reading], version: str) -> list[Added]:
        """Add a batch in one transaction. All that takes time is done before it, so that others wait for little."""
        keyed = [(document_key(reading.document), reading) for reading in batch]
        known = self.known([key for key, _ in keyed])
        first = {key: reading for key, reading in reversed(keyed) if key not in known}
        entries = {
            key: (rows.document_row(key, one.document), rows.reading_row(one, version)) for key, one in first.items()
        }
        with opening.writing(self._engine) as connection:
            held = seqs(connection, [key for key, _ in keyed])
            new = _append(connection, {key: entries[key] for key, _ in keyed if key not in held})
        held.update(new)
        # a document that stands twice in the batch is new once
        return [Added(key, new.pop(key, None) is not None, held[key]) for key, _ in keyed]

    def _page(self, after: int, until: int, among: list[int] | None) -> list[tuple[Row, Row]]:
        with opening.reading(self._engine) as connection:
            return page_of(connection, after, until, among)


def _append(connection: Connection, entries: dict[str, tuple[Row, Row]]) -> dict[str, int]:
    """Each document followed by its reading; the ``seq`` of each document by its key."""
    chain = chain_on(connection)
    written: dict[str, list[Row]] = {"documents": [], "readings": []}
    for document, reading in entries.values():
        written["documents"].append(chain.link("documents", document))
        written["readings"].append(chain.link("readings", {**reading, "document": chain.head.seq}))
    if entries:
        connection.execute(documents.insert(), written["documents"])
        connection.execute(readings.insert(), written["readings"])
        seal(connection, chain)
    return {row["key"]: row["seq"] for row in written["documents"]}


def _held(document: Row, reading: Row, gone: set[str]) -> Held:
    return Held(
        document["key"],
        document["seq"],
        datetime.fromisoformat(document["at"]),
        rows.reading_in(reading, rows.document_in(document)),
        reading["engine"],
        document["key"] in gone,
    )


def _length(reading: Reading) -> int:
    return len(reading.document.text)
