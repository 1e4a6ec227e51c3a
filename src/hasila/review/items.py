"""What people review: each claim of a document once, named by the first of the figures that make it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hasila.tally.claim import Cell
from hasila.tally.index.claimed import Told
from hasila.tally.index.packed import Manner
from hasila.tally.record.claims import SHORT


class Item(NamedTuple):
    """A figure to be looked at: what decisions call it, the key of its document, its places in the reading, and what it
    says of which cell."""

    id: str
    document: str
    figures: tuple[int, ...]
    cell: Cell
    manner: Manner
    low: int | None
    high: int | None
    words: str

    @property
    def value(self) -> int | None:
        """The number that it is known by."""
        return self.low if self.low is not None else self.high


def items_of(told: Told) -> Iterator[Item]:
    """The items of one document; a figure that speaks of two cells is one, at the first of them."""
    short = told.key[:SHORT]
    for cell, manner, low, high, figures, words in told.claims:
        if not manner.both:
            yield Item(f"{short}#{figures[0]}", told.key, figures, cell, manner, low, high, words)
