"""What is asked of the tables of a ledger: always a few hundred rows at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, func, or_, select

from hasila.errors import LedgerError
from hasila.ledger import rows
from hasila.ledger.batches import SIZE
from hasila.ledger.chain import Head, Row
from hasila.ledger.schema import decisions, documents, readings, seals, second_readings
from hasila.model import Figure

# Questions that every page asks are put together once: that takes longer than answering one of them.
_LAST_SEAL = select(seals).order_by(seals.c.seq.desc()).limit(1)
_LAST_SEQ = select(func.max(seals.c.seq))
_SEQS = select(documents.c.key, documents.c.seq).where(documents.c.key.in_(bindparam("keys", expanding=True)))
_NEXT = (
    select(*documents.c["seq", "at", "key", "about", "text"])
    .where(documents.c.seq > bindparam("after"), documents.c.seq <= bindparam("until"))
    .order_by(documents.c.seq)
    .limit(SIZE)
)
_NEXT_AMONG = _NEXT.where(documents.c.seq.in_(bindparam("among", expanding=True)))
_READ = (
    select(*readings.c["document", "engine", "content"])
    .where(readings.c.seq <= bindparam("until"))
    .order_by(readings.c.seq)
)
_READ_BETWEEN = _READ.where(readings.c.document.between(bindparam("first"), bindparam("last")))
_READ_AMONG = _READ.where(readings.c.document.in_(bindparam("among", expanding=True)))
_DECISIONS = select(decisions).order_by(decisions.c.seq)


def head_of(connection: Connection) -> Head:
    """The end of the chain, which the last seal holds."""
    last = _fetched(connection, _LAST_SEAL)
    return Head(last[0]["seq"], last[0]["hash"], last[0]["at"]) if last else Head()


def last_seq(connection: Connection, as_of: datetime | None) -> int:
    """The last ``seq`` at a moment: times never go back along the chain."""
    return connection.execute(_until(_LAST_SEQ, seals, as_of)).scalar() or 0


def seqs(connection: Connection, keys: Collection[str]) -> dict[str, int]:
    """The ``seq`` of each of the documents ``keys`` that is there."""
    left = iter(keys)
    found: dict[str, int] = {}
    while some := list(islice(left, SIZE)):
        found.update((key, seq) for key, seq in connection.execute(_SEQS, {"keys": some}))
    return found


def holding(connection: Connection, keys: Collection[str], words: Collection[str]) -> set[str]:
    """Those of the documents ``keys`` in a reading of which, as it is written down, one of ``words`` stands."""
    left = iter(keys)
    found: set[str] = set()
    stands = or_(*(readings.c.content.contains(one, autoescape=True) for one in words))
    wanted = select(documents.c.key).join(readings, readings.c.document == documents.c.seq).where(stands)
    while some := list(islice(left, SIZE)):
        found.update(connection.execute(wanted.where(documents.c.key.in_(some))).scalars())
    return found


def touched_since(connection: Connection, since: int, targets: Collection[str]) -> set[int]:
    """The documents that were added or read again after a row, and those of ``targets``."""
    found = set(connection.execute(select(readings.c.document).where(readings.c.seq > since)).scalars())
    for target in targets:
        key = target.partition("#")[0]
        named = select(documents.c.seq).where(documents.c.key.between(key, key + "g"))
        found.update(connection.execute(named).scalars())
    return found


def page_of(
    connection: Connection, after: int, until: int, among: Sequence[int] | None = None
) -> list[tuple[Row, Row]]:
    """The next documents after a ``seq``, each with the last of its readings up to ``until``.

    ``among``: only these, in their order.
    """
    if among is None:
        found = _fetched(connection, _NEXT, after=after, until=until)
    else:
        first = bisect_right(among, after)
        found = _fetched(connection, _NEXT_AMONG, after=after, until=until, among=among[first : first + SIZE])
    if not found:
        return []
    if among is None:
        read = _fetched(connection, _READ_BETWEEN, until=until, first=found[0]["seq"], last=found[-1]["seq"])
    else:  # they may lie far apart, and what was read in those between them would be looked up for nothing
        read = _fetched(connection, _READ_AMONG, until=until, among=[row["seq"] for row in found])
    last = {row["document"]: row for row in read}
    bare = [row["seq"] for row in found if row["seq"] not in last]
    if bare:
        raise LedgerError(f"row {bare[0]}", "the reading of the document is gone", "See hasila audit")
    return [(row, last[row["seq"]]) for row in found]


def bare_documents(connection: Connection, keys: Collection[str]) -> list[Row]:
    """Some documents by their keys."""
    left = iter(keys)
    found: list[Row] = []
    while some := list(islice(left, SIZE)):
        found += _fetched(connection, select(*documents.c["key", "about", "text"]).where(documents.c.key.in_(some)))
    return found


def readings_of(connection: Connection, document: int) -> list[Row]:
    """Every reading of a document, the first one first."""
    return _fetched(connection, select(readings).where(readings.c.document == document).order_by(readings.c.seq))


def last_reading(connection: Connection, document: int) -> Row:
    """The reading of a document that stands."""
    wanted = select(readings).where(readings.c.document == document).order_by(readings.c.seq.desc()).limit(1)
    return _fetched(connection, wanted)[0]


def document_row(connection: Connection, seq: int) -> Row:
    """A document that is there."""
    return _fetched(connection, select(documents).where(documents.c.seq == seq))[0]


def second_row(connection: Connection, document: int, seq: int) -> Row | None:
    """What another reader read in a document, by its row; None where there is no such row."""
    wanted = select(second_readings).where(second_readings.c.seq == seq, second_readings.c.document == document)
    return next(iter(_fetched(connection, wanted)), None)


def read_by(connection: Connection, engine: str, among: Collection[int]) -> set[int]:
    """Those of some documents whose standing reading is the engine's."""
    left = iter(among)
    found: set[int] = set()
    while some := list(islice(left, SIZE)):
        last = select(func.max(readings.c.seq)).where(readings.c.document.in_(some)).group_by(readings.c.document)
        wanted = select(readings.c.document).where(readings.c.seq.in_(last), readings.c.engine == engine)
        found.update(connection.execute(wanted).scalars())
    return found


def superseded(
    connection: Connection, wanted: Collection[int], until: int
) -> dict[int, tuple[list[Figure], list[Figure]]]:
    """Of the readings ``wanted``, those that no longer stand: their figures, and those of the reading that does."""
    left, found = iter(wanted), {}
    while some := list(islice(left, SIZE)):
        old = _fetched(connection, select(readings).where(readings.c.seq.in_(some)))
        told = [row["document"] for row in old]
        of_these = select(func.max(readings.c.seq)).where(readings.c.document.in_(told), readings.c.seq <= until)
        standing = select(readings).where(readings.c.seq.in_(of_these.group_by(readings.c.document)))
        new = {row["document"]: row for row in _fetched(connection, standing)}
        changed = [(row, new[row["document"]]) for row in old if new[row["document"]]["seq"] != row["seq"]]
        found.update({row["seq"]: (rows.figures_in(row), rows.figures_in(after)) for row, after in changed})
    return found


def decision_rows(connection: Connection, as_of: datetime | None) -> list[Row]:
    """Every decision, in the order of deciding."""
    return _fetched(connection, _until(_DECISIONS, decisions, as_of))


def every_row(connection: Connection, table: Table) -> Iterator[tuple[str, Row]]:
    """Every row of a table with the table's name, in the order of ``seq``."""
    after = -1
    while True:
        found = _fetched(connection, select(table).where(table.c.seq > after).order_by(table.c.seq).limit(SIZE))
        yield from ((table.name, row) for row in found)
        if len(found) < SIZE:
            return
        after = found[-1]["seq"]


def _until(wanted: Select[Any], table: Table, as_of: datetime | None) -> Select[Any]:
    return wanted if as_of is None else wanted.where(table.c.at <= rows.moment(as_of))


def _fetched(connection: Connection, wanted: Select[Any], **given: object) -> list[Row]:
    result = connection.execute(wanted, given)
    names = list(result.keys())
    return [dict(zip(names, row, strict=True)) for row in result]
