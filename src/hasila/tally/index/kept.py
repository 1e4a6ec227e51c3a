"""The copies among all documents of a ledger, of which only those are in memory that could be copies of new ones."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import Connection, bindparam, select, update

from hasila.tally.copying.candidates import Keys, keys_of, marks_of
from hasila.tally.copying.copyindex import CopyIndex
from hasila.tally.copying.imprint import Imprint, unpack
from hasila.tally.copying.likeness import CopyLink
from hasila.tally.index.tables import imprints, links, marks, papers, put, signed, some, witnesses

_RENAME = update(witnesses).where(witnesses.c.witness == bindparam("old")).values(witness=bindparam("new"))


class KeptCopies:
    """Takes in documents in batches, and says which witness each is of.

    ``empty`` says that no document was taken in before, so that there is nothing to recall.
    """

    def __init__(self, empty: bool) -> None:
        self._index = _Noting()
        self._empty = empty
        self._looked: set[int] = set()

    def take(self, connection: Connection, new: dict[int, Imprint]) -> set[str]:
        """Add documents by their ``seq``, and write what was found out; new names of witnesses that were renamed."""
        keyed = {seq: keys_of(imprint) for seq, imprint in new.items()}
        if not self._empty:
            self._recall(connection, keyed.values())
        found: list[CopyLink] = []
        marked: list[dict[str, object]] = []
        for seq, imprint in new.items():
            more, is_compared = self._index.add_keyed(imprint, keyed[seq])
            found += more
            if is_compared:
                marked += [{"mark": signed(mark), "seq": seq} for mark in marks_of(keyed[seq])]
        renamed = [{"old": old, "new": name} for old, name in self._index.renamed()]
        if renamed:
            connection.execute(_RENAME, renamed)
        named = [{"seq": seq, "witness": self._index.witness(imprint.key)} for seq, imprint in new.items()]
        for table, rows in ((links, list(map(_row, found))), (marks, marked), (witnesses, named)):
            put(connection, table, rows)
        packed = [{"seq": seq, "packed": imprint.pack()} for seq, imprint in new.items()]
        put(connection, imprints, packed)
        return {str(one["new"]) for one in renamed}

    def _recall(self, connection: Connection, keyed: Iterable[Keys]) -> None:
        """Put into memory whatever the new documents could be copies of."""
        wanted = {mark for keys in keyed for mark in (*marks_of(keys), *keys.near)} - self._looked
        self._looked |= wanted
        found: set[int] = set()
        for part in some(map(signed, sorted(wanted))):
            found.update(connection.execute(select(marks.c.seq).where(marks.c.mark.in_(part)).distinct()).scalars())
        for imprint, witness in recalled(connection, found):
            if imprint.key not in self._index:
                self._index.recall(imprint, witness)


def blocks_of(connection: Connection, named: Collection[str]) -> set[int]:
    """The numbers of the blocks of all documents that have one of these witnesses."""
    found: set[int] = set()
    for part in some(sorted(named)):
        wanted = select(papers.c.blocks).join(witnesses, witnesses.c.seq == papers.c.seq)
        for packed in connection.execute(wanted.where(witnesses.c.witness.in_(part)).distinct()).scalars():
            found.update(json.loads(packed))
    return found


def recalled(connection: Connection, seqs: Collection[int]) -> Iterator[tuple[Imprint, str]]:
    """The imprints of some documents, each with its witness."""
    for part in some(sorted(seqs)):
        wanted = select(imprints.c.packed, witnesses.c.witness).join(witnesses, witnesses.c.seq == imprints.c.seq)
        for packed, witness in connection.execute(wanted.where(imprints.c.seq.in_(part))):
            yield unpack(packed), witness


def _row(link: CopyLink) -> dict[str, object]:
    return {name: getattr(link, name) for name in CopyLink.__slots__}


class _Noting(CopyIndex):
    """Notes which groups were joined."""

    def __init__(self) -> None:
        super().__init__()
        self._joined: set[str] = set()

    def witness(self, key: str) -> str:
        """The witness of a document."""
        return self._groups.name(key)

    def renamed(self) -> list[tuple[str, str]]:
        """The names of groups that were joined to others, with the names of these; each is told once."""
        pairs = [(name, self._groups.name(name)) for name in sorted(self._joined)]
        self._joined.clear()
        return [pair for pair in pairs if pair[0] != pair[1]]

    def _note(self, link: CopyLink) -> None:
        if link.joins:
            self._joined |= {self._groups.name(link.one), self._groups.name(link.other)}
        super()._note(link)
