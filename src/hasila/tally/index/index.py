"""The index of a ledger: brought up to date after each batch that is added, and asked when a tally is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select, update

from hasila.codec import line
from hasila.errors import LedgerError
from hasila.ledger.schema import documents, readings
from hasila.model import Reading
from hasila.tally.claim import Cell, Claim
from hasila.tally.copying.imprint import imprint
from hasila.tally.gathered import paper_of, source_of
from hasila.tally.index import tables
from hasila.tally.index.blocks import Block, block_of, numbers_of_blocks, touch
from hasila.tally.index.kept import KeptCopies, blocks_of
from hasila.tally.index.numbers import Numbers
from hasila.tally.index.packed import (
    Manner,
    cell_packed,
    cell_unpacked,
    claims_packed,
    manner_of,
    manner_packed,
    manner_unpacked,
    source_packed,
)
from hasila.tally.index.tables import papers, places, put, state
from hasila.tally.record.claims import claims_of

if TYPE_CHECKING:
    from hasila.ledger import Ledger

_BATCH = 500
_NOTHING: Mapping[str, Reading] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Entry:
    """A document with the reading that stands, and the ``seq`` of that reading."""

    seq: int
    key: str
    at: int
    reading: Reading


class Index:
    """What the tally keeps beside a ledger. Several processes may use it at once; each takes in what is missing."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._reached, self._made = -1, ""
        self._copies = KeptCopies(empty=False)
        self.cells = Numbers(tables.cells, cell_packed, cell_unpacked)
        self.manners = Numbers(tables.manners, manner_packed, manner_unpacked)
        self.blocks = numbers_of_blocks()

    def is_current(self, connection: Connection) -> bool:
        """Whether everything in the ledger is in the index."""
        if not tables.are_there(connection):
            return False
        reached = connection.execute(select(state.c.document)).scalar()
        return reached == _last(connection) and not _read_again(connection)

    def state(self, connection: Connection) -> tuple[object, ...]:
        """What tells one state of the index from another."""
        return tuple(connection.execute(select(state.c.made, state.c.document, state.c.looked)).one())

    def numbers(self, connection: Connection) -> tuple[Mapping[int, Cell], Mapping[int, Manner], Mapping[int, Block]]:
        """The cells, the manners and the blocks by their numbers; what was looked up before is remembered."""
        made = str(self.state(connection)[0])
        return (
            self.cells.remembered(connection, made),
            self.manners.remembered(connection, made),
            self.blocks.remembered(connection, made),
        )

    def bring_up(self, fresh: Mapping[str, Reading] = _NOTHING) -> bool:
        """Take in what the ledger has and the index hasn't; whether that went well.

        ``fresh`` are readings by the keys of their documents that needn't be looked up again. Where the database can't
        be written the index stays as it is.
        """
        with suppress(LedgerError):
            while self._take(fresh):
                pass
            return True
        self._reached = -1
        return False

    def _take(self, fresh: Mapping[str, Reading]) -> bool:
        """Take in the next documents, in one transaction; whether there were any."""
        try:
            with self.ledger.beside(writes=True) as connection:
                if not tables.are_there(connection) or _read_again(connection):
                    tables.make(connection)
                reached: int
                reached, made = connection.execute(select(state.c.document, state.c.made)).one()
                if (reached, made) != (self._reached, self._made):
                    self._made = made
                    self._copies = KeptCopies(empty=reached == 0)
                    self.cells.forget()
                    self.manners.forget()
                    self.blocks.forget()
                entries = self._next(connection, reached, fresh)
                if entries:
                    self._reached = reached = entries[-1].seq
                    self._write(connection, entries)
                connection.execute(update(state).values(document=reached, looked=_head(connection)))
                return reached < _last(connection)
        except BaseException:
            self._reached = -1  # what is in memory may be ahead of the tables
            raise

    def _next(self, connection: Connection, reached: int, fresh: Mapping[str, Reading]) -> list[Entry]:
        wanted = select(documents.c.seq, documents.c.key).where(documents.c.seq > reached)
        rows = connection.execute(wanted.order_by(documents.c.seq).limit(_BATCH))
        keys: dict[int, str] = {row.seq: row.key for row in rows}
        if not keys:
            return []
        between = readings.c.document.between(min(keys), max(keys))
        last = select(readings.c.document, func.max(readings.c.seq)).where(between).group_by(readings.c.document)
        at: dict[int, int] = {row[0]: row[1] for row in connection.execute(last)}
        # only the first reading of a document is the one that was added with it
        known = {key for seq, key in keys.items() if key in fresh and at[seq] == seq + 1}
        missing = {one.key: one.reading for one in self.ledger.documents(keys=set(keys.values()) - known)}
        return [
            Entry(seq, key, at[seq], fresh[key] if key in known else missing[key])
            for seq, key in keys.items()
            if key in known or key in missing
        ]

    def _write(self, connection: Connection, entries: list[Entry]) -> None:
        made = {one.seq: imprint(paper_of(one.key, one.reading)) for one in entries}
        renamed = self._copies.take(connection, made)
        said = {one.seq: claims_of(one, "") for one in entries}
        every = [claim for claims in said.values() for claim in claims]
        cells = self.cells.of(connection, [claim.cell for claim in every])
        manners = self.manners.of(connection, list(map(manner_of, every)))
        held = self._placed(connection, entries, said)
        rows = [
            {
                "seq": one.seq,
                "key": one.key,
                "reading": one.at,
                "source": source_packed(source_of(one.key, one.reading)),
                "claims": claims_packed(said[one.seq], cells, manners),
                "blocks": line(held[one.seq]),
            }
            for one in entries
        ]
        put(connection, papers, rows)
        if renamed:
            touch(connection, blocks_of(connection, renamed), (), entries[-1].seq)

    def _placed(
        self, connection: Connection, entries: list[Entry], said: Mapping[int, Sequence[Claim]]
    ) -> dict[int, list[int]]:
        """The numbers of the blocks of each document, which are touched by it."""
        found = {
            one.seq: [(block_of(claim, one.reading.document.published), claim) for claim in said[one.seq]]
            for one in entries
        }
        numbers = self.blocks.of(connection, {block for pairs in found.values() for block, _ in pairs})
        held = {seq: sorted({numbers[block] for block, _ in pairs}) for seq, pairs in found.items()}
        rows = [{"block": number, "seq": seq} for seq, own in held.items() for number in own]
        put(connection, places, rows)
        denying = {numbers[block] for pairs in found.values() for block, claim in pairs if claim.modality == "denied"}
        touch(connection, (row["block"] for row in rows), denying, entries[-1].seq)
        return held


def _head(connection: Connection) -> int:
    """The last row of the ledger that matters here."""
    return connection.execute(select(func.max(readings.c.seq))).scalar() or 0


def _last(connection: Connection) -> int:
    return connection.execute(select(func.max(documents.c.seq))).scalar() or 0


def _read_again(connection: Connection) -> bool:
    """Whether a document of the index has a newer reading than the one that it was taken in with."""
    looked = connection.execute(select(state.c.looked)).scalar() or 0
    newer = select(readings.c.seq).join(papers, papers.c.seq == readings.c.document)
    newer = newer.where(readings.c.seq > looked, readings.c.seq > papers.c.reading).limit(1)
    return connection.execute(newer).first() is not None
