"""The rows of a ledger, of which only those are made anew that something has changed for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from hasila.errors import LedgerError
from hasila.ledger.decisions import withdrawn
from hasila.tally.disputes import Dispute
from hasila.tally.index import Index
from hasila.tally.index.blocks import Block
from hasila.tally.index.reading import up_to_date
from hasila.tally.index.stock import Stock
from hasila.tally.index.tables import put, some, units
from hasila.tally.keeping import plain_disputes
from hasila.tally.keeping.renewal import renewed
from hasila.tally.keeping.units import Days, Derived, Placed, Unit, Windows, packed, unpacked
from hasila.tally.keeping.windows import Elsewhere
from hasila.tally.linking.statements import statement_id, told_apart
from hasila.tally.policy import Policy, policy
from hasila.tally.record.rulings import Rulings, rulings_of
from hasila.tally.result import Published, Row
from hasila.tally.rows import row_order
from hasila.tally.undisturbed import undisturbed

if TYPE_CHECKING:
    from hasila.ledger import Decision, Ledger


@dataclass(frozen=True)
class Current:
    """What stands of a ledger under a policy: what is published, and the units that it was put together from.

    ``names`` are the ids of statements without days by what their units call them.
    """

    policy: Policy
    published: Published
    units: Mapping[str, Unit]
    names: Mapping[str, str]
    unpack: Callable[[Iterable[Unit]], Iterable[Dispute]]

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """What contradicts what, the newest first."""
        found = self.unpack(self.units.values())
        named = (one.of_statement(self.names.get(one.statement, one.statement)) for one in found)
        return tuple(sorted(named, key=lambda one: one.newness, reverse=True))

    @cached_property
    def rows(self) -> Mapping[str, list[Row]]:
        """The rows by the ids of their statements."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.published.rows:
            found[row.statement].append(row)
        return found

    @cached_property
    def days(self) -> Mapping[str, tuple[Days, str]]:
        """The linked days that a statement of an event is in, by its id, and what they call it."""
        units = (unit for unit in self.units.values() if isinstance(unit, Days))
        return {self.names.get(name, name): (unit, name) for unit in units for name in unit.names}

    @cached_property
    def linked_days(self) -> Mapping[Block, Days]:
        """The days that a day is linked with, itself among them."""
        return {block: unit for unit in self.units.values() if isinstance(unit, Days) for block in unit.blocks}

    @cached_property
    def windows(self) -> Mapping[str, Block]:
        """The windows by the ids of their statements."""
        blocks = (block for unit in self.units.values() if isinstance(unit, Windows) for block in unit.blocks)
        return {statement_id(block.series, block.start, block.end): block for block in blocks}

    @cached_property
    def placed(self) -> Mapping[str, tuple[Block, Block]]:
        """The claims without days that were put into windows, by their ids: their block, and the window."""
        return dict(chain.from_iterable(one.claims.items() for one in self.units.values() if isinstance(one, Placed)))

    @cached_property
    def placed_in(self) -> Mapping[Block, list[str]]:
        """The ids of the claims that were put into a window."""
        found: dict[Block, list[str]] = defaultdict(list)
        for id, (_, window) in self.placed.items():
            found[window].append(id)
        return found

    @cached_property
    def windows_of(self) -> Mapping[str, list[Windows]]:
        """The windows that overlap one another, by their series."""
        found: dict[str, list[Windows]] = defaultdict(list)
        for unit in self.units.values():
            if isinstance(unit, Windows):
                found[unit.blocks[0].series].append(unit)
        return found

    @cached_property
    def disputes_of(self) -> Mapping[str, list[Dispute]]:
        """What contradicts what in each statement, the newest first."""
        found: dict[str, list[Dispute]] = defaultdict(list)
        for one in self.disputes:
            found[one.statement].append(one)
        return found

    def elsewhere(self, series: str) -> Elsewhere:
        """Where in the windows of a series a number is claimed."""
        return self._elsewhere[series]

    @cached_property
    def _elsewhere(self) -> Mapping[str, Elsewhere]:
        found: dict[str, Elsewhere] = defaultdict(Elsewhere)
        for series, held in self.windows_of.items():
            for unit in held:
                found[series].take_in(unit.said)
        return found


class Keeper:
    """What is kept of one ledger, held in memory from one question to the next. One asks at a time."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._index = Index(ledger)
        self._units: dict[str, dict[str, Unit]] = {}
        self._stock: tuple[tuple[object, ...], Stock, Rulings] | None = None
        self._unpacked: dict[str, tuple[Dispute, ...]] = {}

    def current(self, name: str = "official-first", supposing: Sequence[Decision] = ()) -> Current | None:
        """What stands now; None where nothing can be kept beside the ledger.

        ``supposing``: what would stand if these had been decided too, of which nothing is kept.
        Raises PolicyError where there is no such policy, and what the ledger raises.
        """
        under = policy(name)
        with self.stock(supposing) as held:
            if held is None:
                return None
            stock, rulings = held
            kept = self._units.get(name)
            if kept is None:
                kept = _read(stock, name)
            with undisturbed():
                fresh = renewed(stock, kept, under, rulings)
            made = _current(under, fresh, stock, self._disputes)
        if not supposing:
            with suppress(LedgerError):
                _keep(self._ledger, name, kept, fresh)
            self._units[name] = fresh
        return made

    def _disputes(self, units: Iterable[Unit]) -> Iterator[Dispute]:
        """The disputes of units; those that were unpacked before are remembered."""
        packed = {unit.disputes for unit in units if isinstance(unit, Days | Windows)}
        self._unpacked = {one: self._unpacked.get(one) or plain_disputes.unpacked(one) for one in packed}
        return chain.from_iterable(self._unpacked.values())

    @contextmanager
    def stock(self, supposing: Sequence[Decision] = ()) -> Iterator[tuple[Stock, Rulings] | None]:
        """The claims of the ledger as people's decisions leave them; None where they can't be brought up to date."""
        head = self._ledger.head().seq
        with self._ledger.beside() as connection:
            held = self._stock
            if held is not None and not supposing and held[0] == self._mark(head, connection):
                held[1].connection = connection
                yield held[1:]
                return
        with up_to_date(self._index) as connection:
            if connection is None:
                yield None
                return
            mark = self._mark(head, connection)
            held = self._stock
            if held is None or held[0] != mark or supposing:
                decisions = [*self._ledger.decisions(), *supposing]
                rulings = rulings_of(decisions)
                held = mark, Stock(connection, self._index, rulings, withdrawn(decisions)), rulings
                self._stock = self._stock if supposing else held
            held[1].connection = connection
            yield held[1:]

    def _mark(self, head: int, connection: Connection) -> tuple[object, ...]:
        """What tells one state of the ledger and its index from another."""
        return head, *self._index.state(connection)


def _read(stock: Stock, name: str) -> dict[str, Unit]:
    """The units of a policy as they are written down."""
    wanted = select(units.c.name, units.c.made_from, units.c.packed, units.c.disputes).where(units.c.policy == name)
    return {row[0]: unpacked(*row[1:]) for row in stock.connection.execute(wanted)}


def published_of(ledger: Ledger, name: str = "official-first") -> Published | None:
    """What is published of a ledger as it is now; None where nothing can be kept beside it.

    Raises PolicyError where there is no such policy, and what the ledger raises.
    """
    made = Keeper(ledger).current(name)
    return None if made is None else made.published


def _current(
    under: Policy, fresh: Mapping[str, Unit], stock: Stock, unpack: Callable[[Iterable[Unit]], Iterable[Dispute]]
) -> Current:
    final = told_apart(name for unit in fresh.values() if isinstance(unit, Days) for name in unit.names)
    rows = sorted((_named(row, final) for unit in fresh.values() for row in _rows(unit)), key=row_order)
    notes = {
        final.get(name, name): note
        for unit in fresh.values()
        if isinstance(unit, Days | Windows)
        for name, note in unit.notes.items()
    }
    gone = (key for row in rows for one in row.set_aside for key in one.documents)
    published = Published(under.name, tuple(rows), notes, stock.named(gone))
    return Current(under, published, fresh, final, unpack)


def _rows(unit: Unit) -> Iterable[Row]:
    return unit.rows if isinstance(unit, Days | Windows | Derived) else ()


def _named(row: Row, final: Mapping[str, str]) -> Row:
    return row if row.statement not in final else row.of_statement(final[row.statement])


def _keep(ledger: Ledger, name: str, kept: Mapping[str, Unit], fresh: Mapping[str, Unit]) -> None:
    """Write down the units that are new, and forget those that are no more."""
    changed = {key: unit for key, unit in fresh.items() if kept.get(key) is not unit}
    gone = [*(kept.keys() - fresh.keys()), *(changed.keys() & kept.keys())]
    if not changed and not gone:
        return
    rows = [
        {
            "policy": name,
            "name": key,
            "made_from": unit.made_from,
            "packed": packed(unit),
            "disputes": unit.disputes if isinstance(unit, Days | Windows) else "",
        }
        for key, unit in changed.items()
    ]
    with ledger.beside(writes=True) as connection:
        for part in some([*gone, *(key for key in changed if key not in kept)]):
            connection.execute(units.delete().where(units.c.policy == name, units.c.name.in_(part)))
        put(connection, units, rows)
