"""The arithmetic of the derived numbers of a period, worked out for those alone that a brief will show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hasila.brief.board import LaidOut
from hasila.tally.calendar import Window
from hasila.tally.result import Row
from hasila.tally.rows import Book
from hasila.tally.solving.derive import sums
from hasila.tally.tally import Tallied
from hasila.tally.why import Sum

_MOST = 2


def with_sums(made: Tallied, said: LaidOut, days: Window) -> LaidOut:
    """The tally laid out, its derived rows of exactly these days with up to two sums each that give them."""
    rows = said.rows.get(days, ())
    if not any(map(_is_wanted, rows)):
        return said
    summed = tuple(_with_sums(made, row) if _is_wanted(row) else row for row in rows)
    return replace(said, rows={**said.rows, days: summed})


def _is_wanted(row: Row) -> bool:
    return row.state == "derived" and not row.sums


def _with_sums(made: Tallied, row: Row) -> Row:
    for book in made.books:
        if book.statement(row.cell) == row.statement:
            found = tuple(_sums(book, row))
            if found:
                return replace(row, sums=found)
    return row


def _sums(book: Book, row: Row) -> Iterator[Sum]:
    """The sums that a book has for a row: none where the row isn't of its series."""
    expr, outcomes = book.settled.structure.expr(row.cell), book.settled.outcomes_of(row.cell)
    first = next((outcome.part.assertions[0].cell for outcome in outcomes), None)
    if expr is not None and first is not None and first.series == row.cell.series:
        yield from sums(expr, [(outcome.part, outcome.ways[0]) for outcome in outcomes], row.cell, _MOST)
