"""What stands in the documents of a ledger, as its index has it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from hasila.model import Document
from hasila.tally.claim import Claim, Source
from hasila.tally.copying.copies import CopyLink
from hasila.tally.copying.copyindex import CopyIndex
from hasila.tally.gathered import Gathered
from hasila.tally.index.index import Index
from hasila.tally.index.kept import recalled
from hasila.tally.index.packed import claims_unpacked, source_unpacked
from hasila.tally.index.tables import links, papers, some, witnesses
from hasila.tally.record.claims import claims_of
from hasila.tally.record.rulings import Rulings

if TYPE_CHECKING:
    from hasila.ledger import Ledger

_AT_ONCE = 1000


def gathered_from(ledger: Ledger, rulings: Rulings, gone: Collection[str]) -> Gathered | None:
    """What stands in a ledger without the documents ``gone``; None where its index can't be brought up to date."""
    index = Index(ledger)
    with up_to_date(index) as connection:
        return None if connection is None else _gathered(connection, index, rulings, set(gone))


@contextmanager
def up_to_date(index: Index) -> Iterator[Connection | None]:
    """A connection that sees everything of the ledger in its index; None where that can't be brought up to date."""
    with index.ledger.beside() as connection:
        if index.is_current(connection):
            yield connection
            return
    if not index.bring_up():
        yield None
        return
    with index.ledger.beside() as connection:
        yield connection


def _gathered(connection: Connection, index: Index, rulings: Rulings, gone: set[str]) -> Gathered:
    cells, manners = index.cells.held(connection), index.manners.held(connection)
    again, more = witnesses_without(connection, gone)
    sources: dict[str, Source] = {}
    claims: dict[str, list[Claim]] = {}
    for key, witness, source, plain in _papers(connection, gone):
        sources[key] = source
        claims[key] = claims_unpacked(key, again.get(key, witness), plain, cells, manners)
    _rule(index.ledger, rulings, claims)
    return Gathered(
        sources,
        [claim for held in claims.values() for claim in held],
        (*_links(connection, gone, again), *more),
        Documents(index.ledger, sources),
    )


def _papers(connection: Connection, gone: set[str]) -> Iterator[tuple[str, str, Source, Sequence[Any]]]:
    """The documents by their keys: key, witness, source, and claims as plain types."""
    wanted = select(papers.c.key, witnesses.c.witness, papers.c.source, papers.c.claims)
    wanted = wanted.join(witnesses, witnesses.c.seq == papers.c.seq).order_by(papers.c.key)
    days: dict[str | None, Any] = {}
    for rows in connection.execute(wanted).partitions(_AT_ONCE):
        for row, source, plain in zip(rows, parsed(rows, 2), parsed(rows, 3), strict=True):
            if row[0] not in gone:
                yield row[0], row[1], source_unpacked(row[0], source, days), plain


def parsed(rows: Sequence[Any], column: int) -> list[Any]:
    """A column of JSON, read many rows at a time, because that is twice as quick."""
    made: list[Any] = json.loads(f"[{','.join([row[column] for row in rows])}]")
    return made


def _rule(ledger: Ledger, rulings: Rulings, claims: dict[str, list[Claim]]) -> None:
    """Make the claims anew of documents that people decided something about."""
    decided = {key for key in claims if rulings.of(key) is not None} if rulings.held else set()
    for entry in ledger.documents(keys=decided) if decided else ():
        witness = claims[entry.key][0].witness if claims[entry.key] else entry.key
        claims[entry.key] = list(claims_of(entry, witness, rulings))


def witnesses_without(connection: Connection, gone: set[str]) -> tuple[dict[str, str], tuple[CopyLink, ...]]:
    """The witnesses of those that were copies of documents that are gone, and the links that make them so."""
    touched = [name for part in some(gone) for name in _names(connection, part)]
    seqs = [seq for part in some(touched) for seq in _members(connection, part)]
    index = CopyIndex()
    rest = [one for one, _ in recalled(connection, seqs) if one.key not in gone]
    for one in sorted(rest, key=lambda imprint: imprint.key):
        index.add_imprint(one)
    found = index.witnesses()
    return dict(found.of), found.links


def _names(connection: Connection, keys: Collection[object]) -> Sequence[str]:
    wanted = select(witnesses.c.witness).join(papers, papers.c.seq == witnesses.c.seq)
    return connection.execute(wanted.where(papers.c.key.in_(keys)).distinct()).scalars().all()


def _members(connection: Connection, names: Collection[object]) -> Sequence[int]:
    return connection.execute(select(witnesses.c.seq).where(witnesses.c.witness.in_(names))).scalars().all()


def _links(connection: Connection, gone: set[str], again: Mapping[str, str]) -> Iterator[CopyLink]:
    """The links between documents that are there; none within a group that was gone through again."""
    for one, other, kind, score, why, joins in connection.execute(select(links)):
        within = joins and one in again
        if not within and one not in gone and other not in gone:
            yield CopyLink(one, other, kind, score, why, joins)


class Documents(Mapping[str, Document]):
    """Documents that are fetched when they are asked for."""

    def __init__(self, ledger: Ledger, keys: Mapping[str, object]) -> None:
        self._ledger = ledger
        self._keys = keys

    def __getitem__(self, key: str) -> Document:
        if key not in self._keys:
            raise KeyError(key)
        (found,) = self._ledger.documents(keys=[key])
        return found.reading.document

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
