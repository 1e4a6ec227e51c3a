"""What other readers read in the documents of a ledger: kept apart, in the same chain, and never tallied."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from hasila.codec import figure_of, line, plain_reading
from hasila.ledger.batches import SIZE
from hasila.ledger.identity import MADE
from hasila.ledger.schema import documents, readings, second_readings
from hasila.ledger.sealing import chain_on, seal
from hasila.model import Figure, Reading

if TYPE_CHECKING:
    from hasila.ledger.store import Held, Ledger


@dataclass(frozen=True, slots=True)
class Second:
    """What another reader read in a document: by which ``reader``, asked with which ``prompt``, when.

    ``key`` is the document's; ``standing`` is the ``seq`` of our reading that stands now.
    """

    seq: int
    at: datetime
    key: str
    reader: str
    prompt: str
    figures: tuple[Figure, ...]
    notes: tuple[str, ...]
    standing: int


def add_second(ledger: Ledger, held: Held, reading: Reading, reader: str, prompt: str) -> int:
    """Add what another reader read in a document that is there; its ``seq``."""
    with ledger.beside(writes=True) as connection:
        chain = chain_on(connection)
        row = chain.link(
            "second_readings",
            {
                "document": held.seq,
                "reading": _standing(connection, [held.seq])[held.seq],
                "reader": reader,
                "prompt": prompt,
                "content": line(plain_reading(reading)),
            },
        )
        connection.execute(second_readings.insert(), row)
        seal(connection, chain)
    return chain.head.seq


def unread(ledger: Ledger, reader: str, prompt: str) -> Iterator[Held]:
    """The documents that a reader hasn't read, asked so: neither those withdrawn, nor those made and not read."""
    with ledger.beside() as connection:
        wanted = select(second_readings.c.document)
        wanted = wanted.where(second_readings.c.reader == reader, second_readings.c.prompt == prompt)
        done = set(connection.execute(wanted).scalars())
    for held in ledger.documents():
        if held.seq not in done and not held.withdrawn and not held.engine.startswith(MADE):
            yield held


def latest_seconds(ledger: Ledger) -> list[tuple[int, str, int]]:
    """Of each document and reader the ``seq`` of the last reading, the document's key, and our reading that stands."""
    columns = second_readings.c.document, second_readings.c.reader
    with ledger.beside() as connection:
        last = select(func.max(second_readings.c.seq).label("seq"), columns[0]).group_by(*columns).subquery()
        wanted = select(last.c.seq, last.c.document, documents.c.key)
        wanted = wanted.join(documents, documents.c.seq == last.c.document).order_by(last.c.document, last.c.seq)
        found = connection.execute(wanted).all()
        standing = _standing(connection, [row.document for row in found])
    return [(row.seq, row.key, standing[row.document]) for row in found]


def seconds(ledger: Ledger, seqs: Collection[int]) -> Iterator[Second]:
    """Some of these readings, in their order."""
    left = iter(sorted(seqs))
    while some := list(islice(left, SIZE)):
        wanted = select(second_readings, documents.c.key)
        wanted = wanted.join(documents, documents.c.seq == second_readings.c.document)
        with ledger.beside() as connection:
            found = connection.execute(wanted.where(second_readings.c.seq.in_(some))).all()
            standing = _standing(connection, [row.document for row in found])
        for row in sorted(found, key=lambda one: one.seq):
            content = json.loads(row.content)
            figures = tuple([figure_of(figure) for figure in content["figures"]])
            notes, at = tuple(content["notes"]), datetime.fromisoformat(row.at)
            yield Second(row.seq, at, row.key, row.reader, row.prompt, figures, notes, standing[row.document])


def _standing(connection: Connection, of: Collection[int]) -> dict[int, int]:
    """The ``seq`` of the reading of ours that stands, by the ``seq`` of the document."""
    left = iter(set(of))
    found: dict[int, int] = {}
    while some := list(islice(left, SIZE)):
        last = select(readings.c.document, func.max(readings.c.seq)).where(readings.c.document.in_(some))
        found.update((row[0], row[1]) for row in connection.execute(last.group_by(readings.c.document)))
    return found
