"""The windows of a series that overlap, reconciled together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from types import MappingProxyType

from hasila.tally.books import window_book
from hasila.tally.claim import Cell, Claim, Source
from hasila.tally.dating.infer import KnownWindow
from hasila.tally.index.blocks import Block
from hasila.tally.keeping.days import disputes_of, notes_of
from hasila.tally.keeping.derived import sums_of
from hasila.tally.keeping.plain_disputes import packed
from hasila.tally.keeping.units import Values, Windows
from hasila.tally.linking.statements import window_statement
from hasila.tally.policy import Policy
from hasila.tally.result import Statement
from hasila.tally.rows import Book, claimed_rows


class Elsewhere:
    """Where in other windows a number is claimed of a cell like one; notes what it was asked."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int | None, Cell], set[Cell]] = defaultdict(set)

    def take_in(self, said: Values) -> None:
        """Know of the numbers that are claimed in some windows."""
        for cell, values in said.items():
            for value in values:
                self._cells[value, model_of(cell)].add(cell)

    def like(self, value: int, model: Cell, but: frozenset[Block]) -> list[Cell]:
        """The cells of which ``value`` is claimed, but for those in some windows."""
        windows = {(block.start, block.end) for block in but}
        found = self._cells.get((value, model), ())
        return sorted((cell for cell in found if (cell.start, cell.end) not in windows), key=repr)

    def print(self, value: int, model: Cell, but: frozenset[Block]) -> str:
        """What tells one answer of :meth:`like` from another."""
        found = self.like(value, model, but)
        return sha256(repr(found).encode()).hexdigest()[:16] if found else ""


@dataclass(slots=True)
class Reconciled:
    """Windows whose claims were reconciled; what they are is told by :meth:`unit`, once all the others are known."""

    blocks: tuple[Block, ...]
    statements: tuple[Statement, ...]
    books: Mapping[str, Book]
    said: Values
    looked: dict[tuple[int, Cell], str]

    def unit(
        self,
        held: str,
        made_from: str,
        models: Mapping[str, Sequence[Cell]],
        known: tuple[KnownWindow, ...] | None,
    ) -> Windows:
        """The rows, and what others need to know; ``models`` are those of each series."""
        books = list(self.books.values())
        sums = (sums_of(book.settled, models.get(series, ())) for series, book in self.books.items())
        return Windows(
            self.blocks,
            held,
            made_from,
            tuple(row for book in books for row in claimed_rows(book)),
            notes_of(self.statements, books),
            self.said,
            dict(chain.from_iterable(sums)),
            known,
            dict(self.looked),
            packed(disputes_of(books)),
        )


def statements_of_windows(
    claims: Mapping[Block, Sequence[Claim]], sources: Mapping[str, Source] = MappingProxyType({})
) -> tuple[Statement, ...]:
    """The statements of windows, with those of their documents that are among ``sources``."""
    return tuple(
        window_statement(block.series, block.start, block.end, list(held), sources) for block, held in claims.items()
    )


def reconciled(
    blocks: Sequence[Block],
    statements: tuple[Statement, ...],
    under: Policy,
    sources: Mapping[str, Source],
    elsewhere: Elsewhere,
) -> Reconciled:
    """The statements of overlapping windows, reconciled."""
    own = frozenset(blocks)
    looked: dict[tuple[int, Cell], str] = {}

    def look(value: int, cell: Cell) -> Iterable[Cell]:
        looked[value, model_of(cell)] = elsewhere.print(value, model_of(cell), own)
        return elsewhere.like(value, model_of(cell), own)

    series: dict[str, list[Claim]] = defaultdict(list)
    for statement in statements:
        for claim in statement.claims:
            series[claim.cell.series].append(claim)
    books = {name: window_book(held, under, sources, look) for name, held in series.items()}
    return Reconciled(tuple(blocks), statements, books, _said(books.values()), looked)


def _said(books: Iterable[Book]) -> Values:
    said: dict[Cell, list[int | None]] = defaultdict(list)
    for book in books:
        for outcome in book.settled.outcomes:
            for one in outcome.part.assertions:
                said[one.cell].append(one.value)
    return {cell: tuple(values) for cell, values in said.items()}


def model_of(cell: Cell) -> Cell:
    """What cells of several windows have in common."""
    return cell._replace(start=None, end=None)
