"""All figures of a ledger in the order in which people should look at them, kept as the ledger grows.

Only the cells that something changed in are weighed anew: those of new documents, and those whose published row is
another one since somebody decided something.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from hasila.review.items import Item, items_of
from hasila.review.weighing import weigh
from hasila.tally.claim import Cell
from hasila.tally.index.claimed import Told
from hasila.tally.record.claims import SHORT
from hasila.tally.result import Row, State

_STATES: Sequence[State] = ("unreconciled", "contested", "single", "derived", "agreed")
# Above this many changes sorting all of it anew is quicker than putting each in its place.
_FEW = 500

_Place = tuple[float, str]


class Queue:
    """The items by their weight, the heaviest first; those of one weight by their ids."""

    def __init__(self) -> None:
        self.items: dict[str, Item] = {}
        self.rows: Mapping[Cell, Row] = {}
        self._of_cell: dict[Cell, list[Item]] = defaultdict(list)
        self._of_document: dict[str, tuple[str, ...]] = {}
        self._places: dict[str, float] = {}
        self._order: list[_Place] = []

    def __len__(self) -> int:
        return len(self._order)

    def take(self, new: Iterable[Told], rows: Iterable[Row]) -> None:
        """Take in new documents, and the rows as they are published now."""
        changed = set(self._take_items(new))
        current = _by_cell(rows)
        changed |= {cell for cell in self.rows.keys() | current.keys() if self.rows.get(cell) != current.get(cell)}
        self.rows = current
        self._weigh(changed)

    def ranked(self, after: str | None = None, among: Collection[str] | None = None) -> Iterator[Item]:
        """The items from the heaviest on, or those after one of them; ``among``: only these."""
        order = self._sorted(among)
        first = 0 if after is None or after not in self._places else bisect_right(order, self._place(after))
        return (self.items[id] for _, id in islice(order, first, None))

    def before(self, id: str, among: Collection[str] | None = None) -> Iterator[Item]:
        """The items before one, the nearest first."""
        if id not in self._places:
            return iter(())
        order = self._sorted(among)
        return (self.items[order[at][1]] for at in range(bisect_left(order, self._place(id)) - 1, -1, -1))

    def of_cells(self, wanted: Callable[[Cell, Row | None], bool], most: int) -> list[str] | None:
        """The ids of the items of the cells that are wanted, in no order; None where they are more than ``most``."""
        cells = [cell for cell in self._of_cell if wanted(cell, self.rows.get(cell))]
        if sum(len(self._of_cell[cell]) for cell in cells) > most:
            return None
        return [one.id for cell in cells for one in self._of_cell[cell]]

    def weight(self, id: str) -> float:
        """The weight of an item."""
        return -self._places[id]

    def of_document(self, short: str) -> list[Item]:
        """The items of a document, by the first digits of its key."""
        return [self.items[id] for id in self._of_document.get(short, ())]

    def beside(self, item: Item) -> list[Item]:
        """The other items that speak of the same cell, the heaviest first."""
        others = (one for one in self._of_cell[item.cell] if one.id != item.id)
        return sorted(others, key=lambda one: (self._places[one.id], one.id))

    def _take_items(self, new: Iterable[Told]) -> Iterator[Cell]:
        """Take in the items of new documents; the cells that they speak of."""
        # documents share the objects of their cells, and telling these apart is much quicker than comparing them
        of_cell: dict[int, list[Item]] = defaultdict(list)
        for told in new:
            items = list(items_of(told))
            for item in items:
                of_cell[id(item.cell)].append(item)
            self.items.update((item.id, item) for item in items)
            self._of_document[told.key[:SHORT]] = tuple([item.id for item in items])
        for held in of_cell.values():
            self._of_cell[held[0].cell] += held
            yield held[0].cell

    def _weigh(self, cells: Collection[Cell]) -> None:
        fresh: dict[str, float] = {}
        for cell in cells:
            if cell in self._of_cell:
                fresh.update(self._weighed(cell))
        moved = {id: place for id, place in fresh.items() if self._places.get(id) != place}
        if len(moved) > _FEW:
            self._places.update(moved)
            self._order = sorted((place, id) for id, place in self._places.items())
            return
        for id, place in moved.items():
            if id in self._places:
                del self._order[bisect_left(self._order, self._place(id))]
            self._places[id] = place
            insort(self._order, (place, id))

    def _weighed(self, cell: Cell) -> Iterator[tuple[str, float]]:
        """The places of the items of a cell: each that says what another one says has a part of the weight only."""
        row = self.rows.get(cell)
        aside = {claim for one in row.set_aside for claim in one.claims} if row is not None else set()
        state = None if row is None else row.state
        seen: dict[tuple[object, ...], float] = {}
        weighed = []
        for item in self._of_cell[cell]:
            id = item.id
            how = item.manner, item.low, item.high, id in aside
            place = seen.get(how)
            if place is None:
                place = seen[how] = -weigh(item.manner, item.value, state, id in aside)
            weighed.append((place, id, (item.low, item.high)))
        told = Counter[tuple[int | None, int | None]]()
        for place, id, said in sorted(weighed):
            told[said] += 1
            yield id, place / told[said]

    def _sorted(self, among: Collection[str] | None) -> Sequence[_Place]:
        return self._order if among is None else sorted(map(self._place, among))

    def _place(self, id: str) -> _Place:
        return self._places[id], id


def _by_cell(rows: Iterable[Row]) -> dict[Cell, Row]:
    """The rows by their cells; of several events that share a cell the one that is least settled."""
    found: dict[Cell, Row] = {}
    for row in rows:
        held = found.get(row.cell)
        if held is None or _STATES.index(row.state) < _STATES.index(held.state):
            found[row.cell] = row
    return found
