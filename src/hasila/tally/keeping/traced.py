"""One document of a ledger: which others are copies of it, and which statements it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hasila.tally.claim import Source
from hasila.tally.copying.copies import CopyLink
from hasila.tally.index.blocks import Block, block_of
from hasila.tally.index.stock import Stock
from hasila.tally.keeping.daily import whole
from hasila.tally.keeping.keeping import Current
from hasila.tally.linking.statements import statement_id

if TYPE_CHECKING:
    from hasila.tally.tally import Tallied


@dataclass(frozen=True, slots=True)
class Traced:
    """The documents of the same witness as one, itself among them, the first one first; how they are linked; and the
    ids of the statements that it speaks of."""

    witness: tuple[Source, ...]
    links: tuple[CopyLink, ...]
    statements: tuple[str, ...]


def traced(stock: Stock, current: Current, key: str) -> Traced:
    """What the tally makes of a document; nothing of one that was withdrawn."""
    keys = stock.group(key)
    sources = stock.named(keys).values()
    return Traced(
        tuple(sorted(sources, key=first_printed)),
        tuple(stock.copies(keys)),
        tuple(dict.fromkeys(_statements(stock, current, key))),
    )


def traced_of(made: Tallied, key: str) -> Traced:
    """The same out of a whole tally."""
    claims = [(statement.id, claim) for statement in made.tally.statements for claim in statement.claims]
    own = {claim.witness for _, claim in claims if claim.document == key}
    keys = {key, *(claim.document for _, claim in claims if claim.witness in own)} & made.tally.sources.keys()
    return Traced(
        tuple(sorted((made.tally.sources[one] for one in keys), key=first_printed)),
        tuple(link for link in made.copies if link.joins and link.one in keys and link.other in keys),
        tuple(dict.fromkeys(id for id, claim in claims if claim.document == key)),
    )


def first_printed(source: Source) -> tuple[date, str]:
    """What orders documents by when they came out."""
    return source.published or date.max, source.key


def _statements(stock: Stock, current: Current, key: str) -> Iterator[str]:
    published, claims = stock.claims(key)
    days: dict[Block, None] = {}
    for claim in claims:
        moved = current.placed.get(claim.id)
        block = moved[1] if moved is not None else block_of(claim, published)
        if block.kind == "window":
            yield statement_id(block.series, block.start, block.end)
        else:
            days[block] = None
    yield from _of_days(stock, current, key, days)


def _of_days(stock: Stock, current: Current, key: str, days: Iterable[Block]) -> Iterator[str]:
    for blocks in dict.fromkeys(current.linked_days[block].blocks for block in days if block in current.linked_days):
        taken = stock.take(blocks)
        statements = whole({block: taken.claims[block] for block in blocks}, taken.sources).statements
        for name, one in statements.items():
            if any(claim.document == key for claim in one.claims):
                yield current.names.get(name, name)
