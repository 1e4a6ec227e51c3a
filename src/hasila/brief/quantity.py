"""How many, as far as it is known: from a row of the tally to something that can be written out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from hasila.tally.claim import Claim
from hasila.tally.result import Row

Sort = Literal["exact", "about", "over", "at_least", "at_most", "range"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or the bounds of one. ``low`` is None only for "at most", ``high`` only for "over" and "at least"."""

    low: int | None
    high: int | None
    sort: Sort

    @property
    def exact(self) -> int | None:
        """The number, where there is just one."""
        return self.low if self.low == self.high else None

    @property
    def largest(self) -> int:
        """The number that decides how words agree with it."""
        return self.high if self.high is not None else self.low or 0


def quantity(row: Row, claims: Iterable[Claim] = ()) -> Quantity | None:
    """What a row lets be said; None where it holds no number.

    ``claims`` are those that the row rests on: where all of them say "about" or "more than", so does the brief.

    >>> from hasila.tally.claim import Cell
    >>> cell = Cell("coalition", "killed", "IQ", None, None, None, None)
    >>> quantity(Row(cell, 7, 7, None, "single", False, 1, 1, "s"))
    Quantity(low=7, high=None, sort='at_least')
    """
    said = {claim.qualifier for claim in claims}
    low, high = row.low, row.high
    if (low is None and high is None) or (said == {"about"} and row.best is not None):
        low = high = row.best
    return bounded(low, high, said)


def bounded(low: int | None, high: int | None, said: Collection[str] = ()) -> Quantity | None:
    """Bounds as they can be said, with the qualifiers that sources gave them; None where anything is possible.

    >>> bounded(7, 24).sort, bounded(0, 24).sort, bounded(7, None, {"over"}).sort, bounded(0, None)
    ('range', 'at_most', 'over', None)
    """
    if high is None and not low:
        return None
    if high is None:
        return Quantity(low, None, "over" if set(said) == {"over"} else "at_least")
    if low == high:
        return Quantity(low, high, "about" if set(said) == {"about"} else "exact")
    return Quantity(low, high, "range") if low else Quantity(None, high, "at_most")
