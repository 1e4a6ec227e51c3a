"""The claims of a ledger block by block, as its index has them and as people's decisions leave them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import islice
from typing import Any

from sqlalchemy import Connection, or_, select

from hasila.model import Document
from hasila.tally.claim import Claim, Source
from hasila.tally.copying.copies import CopyLink
from hasila.tally.index.blocks import Block, block_of, states
from hasila.tally.index.index import Index
from hasila.tally.index.packed import claims_unpacked, source_unpacked
from hasila.tally.index.reading import Documents, parsed, witnesses_without
from hasila.tally.index.tables import links, papers, places, some, witnesses
from hasila.tally.record.claims import claims_of
from hasila.tally.record.rulings import Rulings

_AT_ONCE = 1000
# Beginnings of keys that are looked up in one question.
_RANGES = 200
# Where more of the blocks are wanted than one in so many, looking at every paper is quicker than looking them up.
_FEW = 4


@dataclass(frozen=True, slots=True)
class Taken:
    """Claims by their blocks, and the sources of all documents that they stand in."""

    claims: Mapping[Block, list[Claim]]
    sources: Mapping[str, Source]


class Stock:
    """What there is; ``prints`` says of each block what it was made from, so that one that changed can be told."""

    def __init__(self, connection: Connection, index: Index, rulings: Rulings, gone: set[str]) -> None:
        self.connection, self._ledger = connection, index.ledger
        self._cells, self._manners, self._numbers = index.numbers(connection)
        self._number_of = {block: number for number, block in self._numbers.items()}
        self._days: dict[str | None, Any] = {}
        held = states(connection, self._numbers)
        self.denying = {block for block, state in held.items() if state.denies}
        self._ruled = self._decided(index, rulings, gone)
        self._moved: dict[Block, list[Claim]] = defaultdict(list)
        marks = self._marks(rulings)
        self.prints = {
            block: f"{held[block].document if block in held else 0}{_hash(marks.get(block, ()))}"
            for block in {**held, **self._moved}
        }

    def take(self, wanted: Collection[Block]) -> Taken:
        """The claims of some blocks; those of days by the keys of the documents, whose order has to be the same."""
        blocks = set(wanted)
        claims: dict[Block, list[Claim]] = {block: list(self._moved.get(block, ())) for block in blocks}
        sources = {key: source for key, (source, _) in self._ruled.items() if source is not None}
        for key, witness, source, plain, own in self._papers(blocks):
            sources[key] = source
            made = claims_unpacked(key, witness, plain, self._cells, self._manners)
            if len(own) == 1:
                claims[self._numbers[own[0]]] += made
                continue
            for claim in made:
                block = block_of(claim, source.published)
                if block in blocks:
                    claims[block].append(claim)
        for block, held in claims.items():
            if block.kind == "day":
                held.sort(key=_document)
        return Taken(claims, sources)

    def decided(self, wanted: Collection[Block]) -> set[str]:
        """The documents that people decided about, of those that say something in some blocks as they were read."""
        blocks = set(wanted)
        found: set[str] = set()
        for part in some(sorted(self._ruled)):
            rows = self.connection.execute(select(papers.c.key, papers.c.blocks).where(papers.c.key.in_(part))).all()
            for (key, _), own in zip(rows, parsed(rows, 1), strict=True):
                if any(self._numbers[number] in blocks for number in own):
                    found.add(key)
        return found

    def group(self, key: str) -> set[str]:
        """The documents that are one witness with a document, itself among them; none where it was withdrawn."""
        if key in self._gone:
            return set()
        if key in self._again:
            return {one for one, name in self._again.items() if name == self._again[key]}
        own = select(witnesses.c.witness).join(papers, papers.c.seq == witnesses.c.seq).where(papers.c.key == key)
        same = select(papers.c.key).join(witnesses, witnesses.c.seq == papers.c.seq)
        found = self.connection.execute(same.where(witnesses.c.witness.in_(own))).scalars()
        return set(found) - self._gone

    def claims(self, key: str) -> tuple[date | None, Sequence[Claim]]:
        """The day that a document came out, and what it claims as people's decisions leave it."""
        if key in self._ruled:
            source, held = self._ruled[key]
            return (None if source is None else source.published), held
        wanted = select(papers.c.key, papers.c.source, papers.c.claims).where(papers.c.key == key)
        row = self.connection.execute(wanted).first()
        if row is None:
            return None, ()
        plain = claims_unpacked(key, key, parsed([row], 2)[0], self._cells, self._manners)
        return source_unpacked(key, parsed([row], 1)[0], self._days).published, plain

    def copies(self, keys: Collection[str]) -> Iterator[CopyLink]:
        """The links between some documents that make one witness of them."""
        among = set(keys)
        for part in some(sorted(among)):
            wanted = select(links).where(links.c.one.in_(part), links.c.joins)
            for one, other, kind, score, why, joins in self.connection.execute(wanted):
                within = other in among and one not in self._again
                if within and not {one, other} & self._gone:
                    yield CopyLink(one, other, kind, score, why, joins)
        yield from (link for link in self._more if link.joins and link.one in among and link.other in among)

    def documents(self, keys: Mapping[str, object]) -> Mapping[str, Document]:
        """Some documents, which are fetched when they are asked for."""
        return Documents(self._ledger, keys)

    def named(self, keys: Iterable[str]) -> dict[str, Source]:
        """The sources of some documents."""
        wanted = select(papers.c.key, papers.c.source)
        found = {}
        for part in some(sorted(set(keys))):
            rows = self.connection.execute(wanted.where(papers.c.key.in_(part))).all()
            for row, plain in zip(rows, parsed(rows, 1), strict=True):
                found[row[0]] = source_unpacked(row[0], plain, self._days)
        return found

    def _papers(self, blocks: set[Block]) -> Iterator[tuple[str, str, Source, Sequence[Any], list[int]]]:
        """The documents that have claims in some of the blocks: key, witness, source, claims as plain types, blocks."""
        wanted = select(papers.c.key, witnesses.c.witness, papers.c.source, papers.c.claims, papers.c.blocks)
        wanted = wanted.join(witnesses, witnesses.c.seq == papers.c.seq)
        numbers = sorted(self._number_of[block] for block in blocks if block in self._number_of)
        found = [wanted] if len(numbers) * _FEW > len(self._numbers) else self._narrowed(wanted, numbers)
        for one in found:
            for rows in self.connection.execute(one).partitions(_AT_ONCE):
                columns = parsed(rows, 2), parsed(rows, 3), parsed(rows, 4)
                for row, source, plain, own in zip(rows, *columns, strict=True):
                    if row[0] not in self._ruled and (len(own) != 1 or self._numbers[own[0]] in blocks):
                        yield row[0], row[1], source_unpacked(row[0], source, self._days), plain, own

    def _narrowed(self, wanted: Any, numbers: list[int]) -> Iterator[Any]:
        seqs: set[int] = set()
        for part in some(numbers):
            seqs.update(self.connection.execute(select(places.c.seq).where(places.c.block.in_(part))).scalars())
        for part in some(sorted(seqs)):
            yield wanted.where(papers.c.seq.in_(part))

    def _decided(
        self, index: Index, rulings: Rulings, gone: set[str]
    ) -> dict[str, tuple[Source | None, tuple[Claim, ...]]]:
        """The documents that aren't as the index has them, with what they claim instead; no source for what is gone."""
        again, self._more = witnesses_without(self.connection, gone)
        self._again, self._gone = again, gone
        ruled = set(self._keys(rulings.held)) - gone
        found: dict[str, tuple[Source | None, tuple[Claim, ...]]] = dict.fromkeys(gone, (None, ()))
        wanted = select(papers.c.key, witnesses.c.witness, papers.c.source, papers.c.claims)
        wanted = wanted.join(witnesses, witnesses.c.seq == papers.c.seq)
        for part in some(sorted(ruled | again.keys())):
            rows = self.connection.execute(wanted.where(papers.c.key.in_(part))).all()
            for (key, witness, _, _), source, plain in zip(rows, parsed(rows, 2), parsed(rows, 3), strict=True):
                held = claims_unpacked(key, again.get(key, witness), plain, self._cells, self._manners)
                found[key] = source_unpacked(key, source, self._days), tuple(held)
        for entry in index.ledger.documents(keys=ruled) if ruled else ():
            source, before = found[entry.key]
            witness = before[0].witness if before else entry.key
            found[entry.key] = source, claims_of(entry, witness, rulings)
        return found

    def _keys(self, beginnings: Iterable[str]) -> Iterator[str]:
        """The keys that begin so, by the index of keys: after "f" comes "g", which no key has."""
        left = iter(sorted(set(beginnings)))
        while part := list(islice(left, _RANGES)):
            wanted = select(papers.c.key).where(or_(*(papers.c.key.between(one, f"{one}g") for one in part)))
            yield from self.connection.execute(wanted).scalars()

    def _marks(self, rulings: Rulings) -> dict[Block, list[str]]:
        """What sets blocks apart from what the index has; puts the claims there that stand in place of others."""
        marks: dict[Block, list[str]] = defaultdict(list)
        for part in some(sorted(self._ruled)):
            for key, own in self.connection.execute(
                select(papers.c.key, papers.c.blocks).where(papers.c.key.in_(part))
            ):
                for number in parsed([(own,)], 0)[0]:
                    marks[self._numbers[number]].append(f"{key}{rulings.of(key)}")
        for _, (source, claims) in sorted(self._ruled.items()):
            for claim in claims:
                block = block_of(claim, None if source is None else source.published)
                self._moved[block].append(claim)
                marks[block].append(repr(claim))
                if claim.modality == "denied":
                    self.denying.add(block)
        return marks


def _hash(marks: Iterable[str]) -> str:
    held = sorted(marks)
    return f".{sha256('|'.join(held).encode()).hexdigest()[:16]}" if held else ""


def _document(claim: Claim) -> str:
    return claim.document
