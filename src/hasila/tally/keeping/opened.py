"""One statement of a ledger with all that is reconciled together with it, without the rest of the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hasila.tally.books import event_books
from hasila.tally.claim import Cell, Claim, Source
from hasila.tally.copying.copies import CopyLink
from hasila.tally.dating.placing import placed_at
from hasila.tally.index.blocks import Block
from hasila.tally.index.stock import Stock
from hasila.tally.keeping.daily import whole
from hasila.tally.keeping.keeping import Current
from hasila.tally.keeping.units import Windows
from hasila.tally.keeping.windows import reconciled, statements_of_windows
from hasila.tally.linking.mentions import base_of
from hasila.tally.policy import Policy
from hasila.tally.record.claims import SHORT
from hasila.tally.result import Row, Statement
from hasila.tally.rows import Book
from hasila.tally.solving.readings import with_readings

if TYPE_CHECKING:
    from hasila.ledger import Decision
    from hasila.tally.tally import Tallied


@dataclass(frozen=True, slots=True)
class Opened:
    """A statement: its rows, its claims reconciled with all that they hang together with, and its documents.

    ``statement`` has no claims where all its numbers follow from others. ``decided`` are the keys of documents that
    people decided about, of those that spoke of it as they were read; ``copies`` are links that make one witness.
    """

    statement: Statement
    rows: tuple[Row, ...]
    books: tuple[Book, ...]
    under: Policy
    sources: Mapping[str, Source]
    copies: tuple[CopyLink, ...]
    decided: frozenset[str]


def opened(stock: Stock, current: Current, id: str) -> Opened | None:
    """The statement of that id; None where there is none."""
    if id in current.days:
        return _of_days(stock, current, id)
    if id in current.windows or id in current.rows:
        return _of_windows(stock, current, id)
    return None


def opened_of(made: Tallied, decisions: Iterable[Decision], id: str) -> Opened | None:
    """The statement of that id out of a whole tally; None where there is none."""
    tally = made.tally
    rows = tuple(row for row in tally.rows if row.statement == id)
    found = next((one for one in tally.statements if one.id == id), None)
    if found is None and not rows:
        return None
    first = rows[0].cell if rows else None
    empty = None if first is None else Statement(id, base_of(first.series), first.start, first.end, None, (), ())
    statement = found or empty
    assert statement is not None
    keys = {claim.document for claim in statement.claims}
    about = {one.target[:SHORT] for one in decisions}
    return Opened(
        statement,
        rows,
        made.books,
        made.under,
        tally.sources,
        tuple(link for link in made.copies if link.joins and link.one in keys and link.other in keys),
        frozenset(key for key in tally.sources if key[:SHORT] in about),
    )


def _of_days(stock: Stock, current: Current, id: str) -> Opened | None:
    unit, name = current.days[id]
    taken = stock.take(unit.blocks)
    gone = current.placed
    claims = {block: [one for one in taken.claims[block] if one.id not in gone] for block in unit.blocks}
    found = whole(claims, taken.sources).statements.get(name)
    if found is None:
        return None
    statement = replace(found, id=id)
    books = tuple(event_books(statement, current.policy, taken.sources))
    return _opened(stock, current, statement, books, unit.blocks, taken.sources)


def _of_windows(stock: Stock, current: Current, id: str) -> Opened | None:
    rows = current.rows.get(id, [])
    block = current.windows.get(id) or _window(rows[0].cell)
    units = [unit for unit in current.windows_of.get(block.series, ()) if _touches(unit, block)]
    blocks = tuple(sorted({one for unit in units for one in unit.blocks}, key=repr))
    if not blocks:
        return None
    claims, sources = _claims(stock, current, blocks)
    statements = statements_of_windows(claims, sources)
    made = reconciled(blocks, statements, current.policy, sources, current.elsewhere(block.series))
    empty = Statement(id, block.series, block.start, block.end, None, (), ())
    statement = next((one for one in statements if one.id == id), empty)
    return _opened(stock, current, statement, tuple(made.books.values()), blocks, sources)


def _opened(
    stock: Stock,
    current: Current,
    statement: Statement,
    books: tuple[Book, ...],
    blocks: Sequence[Block],
    sources: Mapping[str, Source],
) -> Opened:
    rows = tuple(current.rows.get(statement.id, ()))
    (read,) = with_readings([statement], [book for book in books if _is_of(book, statement)])
    keys = {claim.document for claim in statement.claims}
    return Opened(
        read,
        rows,
        books,
        current.policy,
        sources,
        tuple(stock.copies(keys)),
        frozenset(stock.decided(blocks)),
    )


def _is_of(book: Book, statement: Statement) -> bool:
    cells = (one.cell for outcome in book.settled.outcomes for one in outcome.part.assertions)
    first = next(cells, None)
    return first is not None and base_of(first.series) == base_of(statement.series)


def _claims(
    stock: Stock, current: Current, blocks: Sequence[Block]
) -> tuple[dict[Block, list[Claim]], dict[str, Source]]:
    """The claims of windows, with those that were placed in them."""
    wanted = {id: block for block in blocks for id in current.placed_in.get(block, ())}
    taken = stock.take({*blocks, *(current.placed[id][0] for id in wanted)})
    claims = {block: list(taken.claims[block]) for block in blocks}
    for held in taken.claims.values():
        for claim in held:
            if claim.id in wanted:
                window = wanted[claim.id]
                claims[window] += placed_at([claim], (window.start, window.end))
    return claims, dict(taken.sources)


def _window(cell: Cell) -> Block:
    return Block(base_of(cell.series), "window", cell.start, cell.end)


def _touches(unit: Windows, block: Block) -> bool:
    """Whether some window of a unit has a day in common with a window, or is that."""
    return block in unit.blocks or any(_overlap(one, block) for one in unit.blocks)


def _overlap(one: Block, other: Block) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start <= other.end and other.start <= one.end
