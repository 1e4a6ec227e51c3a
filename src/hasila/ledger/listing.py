"""Long lists of what is in a ledger, a few hundred rows at a time: for programs that go through all of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, case, func, select

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


@dataclass(frozen=True, slots=True)
class Looked:
    """How many documents were looked at, the ``seq`` of the last of them, and those that are wanted."""

    count: int
    last: int
    found: list[Listed]


def looked(
    ledger: Ledger, after: int, until: int, most: int, *, naming: str | None = None, texts: bool = False
) -> Looked:
    """Look at so many documents after a ``seq``, in the order of adding.

    Those are found of which ``naming`` stands in the JSON of what is known of them, whatever its case may be: the
    others aren't opened.
    """
    known = documents.c.about
    shown = known if naming is None else case((known.contains(naming, autoescape=True), known))
    columns = [*documents.c["seq", "key", "at"], shown, *([documents.c.text] if texts else [])]
    wanted = select(*columns).where(documents.c.seq > after, documents.c.seq <= until)
    with ledger.beside() as connection:
        rows = connection.execute(wanted.order_by(documents.c.seq).limit(most)).all()
        found = [row for row in rows if row[3] is not None]
        last = _contents(connection, [row[0] for row in found], len(found) == len(rows))
    return Looked(
        len(rows),
        rows[-1][0] if rows else after,
        [
            Listed(one[0], one[1], one[2], json.loads(one[3]), last[one[0]], json.loads(one[4]) if texts else None)
            for one in found
        ],
    )


def _contents(connection: Connection, seqs: Sequence[int], is_whole: bool) -> dict[int, str]:
    """What was read last in some documents; ``is_whole``: there are no others between them."""
    if not seqs:
        return {}
    of_these = readings.c.document.between(seqs[0], seqs[-1]) if is_whole else readings.c.document.in_(seqs)
    read = select(readings.c.document, readings.c.content).where(of_these).order_by(readings.c.seq)
    return {row[0]: row[1] for row in connection.execute(read)}


def listed(ledger: Ledger, after: int, until: int, most: int, texts: bool = False) -> list[Listed]:
    """At most so many documents after a ``seq``, in the order of adding."""
    return looked(ledger, after, until, most, texts=texts).found


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
