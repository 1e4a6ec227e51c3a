"""What part of the queue somebody wants to see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from hasila.ledger.judgements import Ruling
from hasila.tally.calendar import Window
from hasila.tally.claim import Cell
from hasila.tally.result import Row

Looked = Literal["not by me", "by nobody", "by one other", "by me", "all"]
LOOKED: tuple[Looked, ...] = get_args(Looked)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Items of one state, at one place (its codes, or its name), whose days touch a period, and by who looked at them.

    ``who`` is the person who asks. None and "all" leave it open.
    """

    who: str | None = None
    looked: Looked = "not by me"
    state: str | None = None
    place: str | None = None
    days: Window | None = None

    @property
    def some_cells(self) -> bool:
        """Whether only some cells are wanted."""
        return not (self.state is None and self.place is None and self.days is None)

    def fits_cell(self, cell: Cell, row: Row | None) -> bool:
        """Whether the items of a cell are wanted, as far as the cell goes; ``row`` is the one it is published in."""
        if self.state is not None and (row is None or row.state != self.state):
            return False
        if self.place is not None and self.place not in (cell.scope, cell.place):
            return False
        return self.days is None or _touches(cell, self.days)

    def fits(self, ruling: Ruling | None) -> bool:
        """Whether an item is wanted, as far as those go who looked at it."""
        return _LOOKED[self.looked](ruling, self.who or "")


def _touches(cell: Cell, days: Window) -> bool:
    if cell.start is None and cell.end is None:
        return False
    return (cell.start or date.min) <= days[1] and days[0] <= (cell.end or date.max)


def _by(ruling: Ruling | None) -> set[str]:
    return set() if ruling is None else {one.who for one in ruling.judgements}


_LOOKED: dict[Looked, Callable[[Ruling | None, str], bool]] = {
    "all": lambda ruling, who: True,
    "by me": lambda ruling, who: who in _by(ruling),
    "not by me": lambda ruling, who: who not in _by(ruling),
    "by nobody": lambda ruling, who: not _by(ruling),
    "by one other": lambda ruling, who: len(_by(ruling)) == 1 and who not in _by(ruling),
}
