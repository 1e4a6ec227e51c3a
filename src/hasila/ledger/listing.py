"""Long lists of what is in a ledger, a few hundred rows at a time: for programs that go through all of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from hasila.ledger import rows
from hasila.ledger.batches import SIZE
from hasila.ledger.decisions import Decision
from hasila.ledger.queries import last_seq
from hasila.ledger.schema import decisions, documents, readings

if TYPE_CHECKING:
    from hasila.ledger.store import Ledger

_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Listed:
    """A document with the reading that stands, in plain types; ``text`` only where it was asked for."""

    seq: int
    key: str
    added: str
    about: dict[str, Any]
    content: str
    text: str | None

    def read(self) -> dict[str, Any]:
        """What was read in it."""
        found: dict[str, Any] = json.loads(self.content)
        return found


def listed(ledger: Ledger, after: int, until: int, most: int, texts: bool = False) -> list[Listed]:
    """At most so many documents after a ``seq``, in the order of adding."""
    columns = [*documents.c["seq", "key", "at", "about"], *([documents.c.text] if texts else [])]
    wanted = select(*columns).where(documents.c.seq > after, documents.c.seq <= until)
    with ledger.beside() as connection:
        found = connection.execute(wanted.order_by(documents.c.seq).limit(most)).all()
        if not found:
            return []
        between = readings.c.document.between(found[0].seq, found[-1].seq)
        read = select(readings.c.document, readings.c.content).where(between).order_by(readings.c.seq)
        last: dict[int, str] = {row[0]: row[1] for row in connection.execute(read)}
    return [
        Listed(one[0], one[1], one[2], json.loads(one[3]), last[one[0]], json.loads(one[4]) if texts else None)
        for one in found
    ]


def last_document(ledger: Ledger) -> int:
    """The ``seq`` of the document that was added last."""
    with ledger.beside() as connection:
        return connection.execute(select(func.max(documents.c.seq))).scalar() or 0


def seq_of(ledger: Ledger, key: str) -> int | None:
    """The ``seq`` of a document by its key."""
    with ledger.beside() as connection:
        return connection.execute(select(documents.c.seq).where(documents.c.key == key)).scalar()


def before(ledger: Ledger, since: datetime) -> int:
    """The last ``seq`` before a moment."""
    with ledger.beside() as connection:
        return last_seq(connection, since - _INSTANT)


def decisions_after(
    ledger: Ledger, after: int, *, target: str | None = None, who: str | None = None, since: datetime | None = None
) -> Iterator[Decision]:
    """Decisions after a ``seq`` just as they were made, in the order of deciding."""
    while True:
        wanted = select(decisions).where(decisions.c.seq > after).order_by(decisions.c.seq).limit(SIZE)
        for column, value in ((decisions.c.target, target), (decisions.c.who, who)):
            wanted = wanted if value is None else wanted.where(column == value)
        if since is not None:
            wanted = wanted.where(decisions.c.at >= rows.moment(since))
        with ledger.beside() as connection:
            found = [rows.decision_in(dict(row._mapping)) for row in connection.execute(wanted)]
        yield from found
        if len(found) < SIZE:
            return
        after = found[-1].seq or 0
