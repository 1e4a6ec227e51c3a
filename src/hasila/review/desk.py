"""The desk of the reviewers of one ledger: the queue, what they said, where they differ, how far they agree.

It is brought up to date with what was added since the last time; nothing of it is written down, because all of it
follows from the ledger.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from threading import RLock

from hasila.ledger import Decision, Ledger
from hasila.ledger.decisions import last_act, standing, withdrawn
from hasila.ledger.judgements import Ruling, elsewhere, merged, ruling_of
from hasila.review.items import Item
from hasila.review.queue import Queue
from hasila.review.search import Wanted
from hasila.review.standing import Agreement, agreement, first_said
from hasila.tally.index import Index
from hasila.tally.index.claimed import making, told_since
from hasila.tally.index.reading import up_to_date
from hasila.tally.record.claims import SHORT
from hasila.tally.result import Published, Row
from hasila.tally.undisturbed import undisturbed

_JUDGING = ("accept", "reject", "correct", "unsure")
# Where more items than these are wanted some of them are found soon, whichever the order begins with.
_MANY = 10_000


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that people say different things of, which nobody has settled since."""

    item: Item
    ruling: Ruling


class Desk:
    """Several may ask at once. ``bring_up`` before asking; what is asked then is of that state of the ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = RLock()
        self._made, self._reached = "", 0
        self._head = self._heard = -1
        self._queue = Queue()
        self._gone: set[str] = set()
        self._told: dict[str, list[Decision]] = {}
        self._looked: dict[str, Ruling] = {}

    def bring_up(self, published: Published, head: int) -> None:
        """Take in what the ledger holds up to its row ``head``, of which ``published`` stands."""
        with self._lock:
            if head == self._head:
                return
            self._take_documents(published)
            self._take_decisions()
            self._head = self._heard = head

    def hear(self, head: int) -> bool:
        """Take in what people decided up to a row of the ledger, and leave what is published as it was.

        Whether all is as the ledger has it.
        """
        with self._lock:
            if self._heard != head:
                self._take_decisions()
                self._heard = head
            return self._head == head

    @property
    def is_empty(self) -> bool:
        """Whether it was never brought up."""
        return self._head < 0

    def page(self, wanted: Wanted, count: int, after: str | None = None) -> list[Item]:
        """The first items that somebody wants to see, or the next ones after an item."""
        with self._lock:
            return list(islice(self._fitting(self._queue.ranked(after, self._pool(wanted)), wanted), count))

    def next(self, wanted: Wanted, after: str) -> Item | None:
        """The next item that is wanted after one; from the beginning where there is none."""
        with self._lock:
            pool = self._pool(wanted)
            whole = chain(self._queue.ranked(after, pool), self._queue.ranked(None, pool))
            return next((one for one in self._fitting(whole, wanted) if one.id != after), None)

    def previous(self, wanted: Wanted, before: str) -> Item | None:
        """The item that is wanted before one."""
        with self._lock:
            return next(self._fitting(self._queue.before(before, self._pool(wanted)), wanted), None)

    def item(self, document: str, figure: int) -> Item | None:
        """The item that a figure of a document is part of; None where it claims nothing."""
        with self._lock:
            held = self._queue.of_document(document[:SHORT])
            return next((one for one in held if figure in one.figures and one.document == document), None)

    def called(self, id: str) -> Item | None:
        """The item that decisions call so, or that repeats the figure called so."""
        with self._lock:
            short, _, figure = id.partition("#")
            return next((one for one in self._queue.of_document(short) if figure and int(figure) in one.figures), None)

    def row(self, item: Item) -> Row | None:
        """The published row of the cell that an item speaks of."""
        return self._queue.rows.get(item.cell)

    def weight(self, item: Item) -> float:
        """How much it matters that somebody looks at an item."""
        with self._lock:
            return self._queue.weight(item.id)

    def beside(self, item: Item) -> list[Item]:
        """The other items that speak of the same cell."""
        with self._lock:
            return [one for one in self._queue.beside(item) if one.document not in self._gone]

    def ruling(self, id: str) -> Ruling:
        """What people hold of an item."""
        return self._looked.get(id, Ruling())

    def judged_at(self, item: Item, who: str) -> str | None:
        """Which figure of an item somebody judged last, as decisions call it; None where they judged none."""
        with self._lock:
            own = [row for row in standing(self._of_item(item)) if row.who == who and row.action in _JUDGING]
            return own[-1].target if own else None

    def told(self, document: str) -> list[Decision]:
        """What was decided of a document and its figures, in the order of deciding."""
        with self._lock:
            held = (row for id, rows in self._told.items() if id[:SHORT] == document[:SHORT] for row in rows)
            return sorted(held, key=lambda row: row.seq or 0)

    def last_act(self, who: str) -> list[Decision]:
        """What a person decided last, of whichever figure, and hasn't taken back."""
        with self._lock:
            acts = (last_act(rows, who) for id, rows in self._told.items() if "#" in id)
            return max(acts, key=lambda act: (act[-1].seq or 0) if act else 0, default=[])

    def differences(self) -> list[Difference]:
        """The items that people differ about, the heaviest first."""
        with self._lock:
            found = [Difference(self._queue.items[id], one) for id, one in self._looked.items() if one.differ]
            return sorted(found, key=lambda one: (-self._queue.weight(one.item.id), one.item.id))

    def agreement(self) -> Agreement:
        """How far those agree who looked at the same figures."""
        with self._lock:
            return agreement(first_said(self._of_item(self._queue.items[id])) for id in self._looked)

    def looked_at(self, who: str) -> int:
        """How many items somebody has judged."""
        with self._lock:
            return sum(one.of(who) is not None for one in self._looked.values())

    def __len__(self) -> int:
        return len(self._queue)

    def _fitting(self, items: Iterator[Item], wanted: Wanted) -> Iterator[Item]:
        looked, rows, some = self._looked, self._queue.rows, wanted.some_cells
        return (
            one
            for one in items
            if (not some or wanted.fits_cell(one.cell, rows.get(one.cell)))
            and wanted.fits(looked.get(one.id))
            and one.document not in self._gone
        )

    def _pool(self, wanted: Wanted) -> Collection[str] | None:
        """The few items among which those wanted are; None where they are anywhere in the queue."""
        if wanted.looked in ("by me", "by one other"):
            return self._looked
        if not wanted.some_cells:
            return None
        return self._queue.of_cells(wanted.fits_cell, _MANY)

    def _take_documents(self, published: Published) -> None:
        index = Index(self._ledger)
        with undisturbed(), up_to_date(index) as connection:
            if connection is None:
                return
            made = making(connection)
            if made != self._made:
                self._made, self._reached, self._queue = made, 0, Queue()
            new = list(told_since(connection, index, self._reached))
        with undisturbed():
            self._queue.take(new, published.rows)
        self._reached = max([self._reached, *(one.seq for one in new)])

    def _take_decisions(self) -> None:
        decisions = list(self._ledger.decisions())
        told: dict[str, list[Decision]] = defaultdict(list)
        for row in decisions:
            told[row.target].append(row)
        self._told, self._gone = dict(told), withdrawn(decisions)
        self._looked = dict(self._rulings())

    def _rulings(self) -> Iterator[tuple[str, Ruling]]:
        """What people hold of each item that anybody decided something of."""
        decided = {id: ruling_of(rows) for id, rows in self._told.items() if "#" in id}
        for short in {id.partition("#")[0] for id in decided}:
            for item in self._queue.of_document(short):
                yield from _ruling(item, decided)

    def _of_item(self, item: Item) -> Sequence[Decision]:
        """What was decided of the figures of an item, as of one."""
        ids = (f"{item.document[:SHORT]}#{figure}" for figure in item.figures)
        return sorted((row for id in ids for row in self._told.get(id, ())), key=lambda row: row.seq or 0)


def _ruling(item: Item, decided: Mapping[str, Ruling]) -> Iterator[tuple[str, Ruling]]:
    ids = [f"{item.document[:SHORT]}#{figure}" for figure in item.figures]
    held = [decided[id] if id == item.id else elsewhere(decided[id]) for id in ids if id in decided]
    if held:
        yield item.id, merged(held)
