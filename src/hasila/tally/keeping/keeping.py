"""The rows of a ledger, of which only those are made anew that something has changed for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from sqlalchemy import select

from hasila.errors import LedgerError
from hasila.ledger.decisions import withdrawn
from hasila.tally.index import Index
from hasila.tally.index.reading import up_to_date
from hasila.tally.index.stock import Stock
from hasila.tally.index.tables import put, some, units
from hasila.tally.keeping.renewal import renewed
from hasila.tally.keeping.units import Days, Derived, Unit, Windows, packed, unpacked
from hasila.tally.linking.statements import told_apart
from hasila.tally.policy import Policy, policy
from hasila.tally.record.rulings import rulings_of
from hasila.tally.result import Published, Row
from hasila.tally.rows import row_order
from hasila.tally.undisturbed import undisturbed

if TYPE_CHECKING:
    from hasila.ledger import Ledger


def published_of(ledger: Ledger, name: str = "official-first") -> Published | None:
    """What is published of a ledger as it is now; None where nothing can be kept beside it.

    Raises PolicyError where there is no such policy, and what the ledger raises.
    """
    under = policy(name)
    index = Index(ledger)
    decisions = list(ledger.decisions())
    rulings = rulings_of(decisions)
    with up_to_date(index) as connection:
        if connection is None:
            return None
        stock = Stock(connection, index, rulings, withdrawn(decisions))
        wanted = select(units.c.name, units.c.made_from, units.c.packed).where(units.c.policy == name)
        kept = {row[0]: unpacked(row[1], row[2]) for row in connection.execute(wanted)}
        with undisturbed():
            fresh = renewed(stock, kept, under, rulings)
        made = _published(under, fresh, stock)
    with suppress(LedgerError):
        _keep(ledger, name, kept, fresh)
    return made


def _published(under: Policy, fresh: Mapping[str, Unit], stock: Stock) -> Published:
    final = told_apart(name for unit in fresh.values() if isinstance(unit, Days) for name in unit.names)
    rows = sorted((_named(row, final) for unit in fresh.values() for row in _rows(unit)), key=row_order)
    notes = {
        final.get(name, name): note
        for unit in fresh.values()
        if isinstance(unit, Days | Windows)
        for name, note in unit.notes.items()
    }
    gone = (key for row in rows for one in row.set_aside for key in one.documents)
    return Published(under.name, tuple(rows), notes, stock.named(gone))


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
        {"policy": name, "name": key, "made_from": unit.made_from, "packed": packed(unit)}
        for key, unit in changed.items()
    ]
    with ledger.beside(writes=True) as connection:
        for part in some([*gone, *(key for key in changed if key not in kept)]):
            connection.execute(units.delete().where(units.c.policy == name, units.c.name.in_(part)))
        put(connection, units, rows)
