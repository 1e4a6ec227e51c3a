"""A whole ledger tallied: claims, witnesses, statements, what stands of them, and what is published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from hasila.ledger.decisions import withdrawn
from hasila.tally.books import books_of
from hasila.tally.conflicts import conflicts
from hasila.tally.copying.copies import CopyLink
from hasila.tally.dating.placing import Placing, placings, replaced
from hasila.tally.gathered import Gathered, gathered
from hasila.tally.index import gathered_from
from hasila.tally.linking.statements import statements_of
from hasila.tally.policy import Policy, policy
from hasila.tally.record.rulings import Rulings, rulings_of
from hasila.tally.result import Tally
from hasila.tally.rows import Book, row_order, rows
from hasila.tally.solving.readings import with_readings
from hasila.tally.undisturbed import undisturbed

if TYPE_CHECKING:
    from hasila.ledger import Decision, Held, Ledger


@dataclass(frozen=True, slots=True)
class Tallied:
    """A tally with all that it was made from: the policy, the reconciled claims, the links between copies, and where
    reports without days were placed."""

    tally: Tally
    under: Policy
    books: tuple[Book, ...]
    copies: tuple[CopyLink, ...]
    placed: tuple[Placing, ...]


def tally_of(ledger: Ledger, name: str = "official-first", as_of: datetime | None = None) -> Tally:
    """The tally of a ledger under the policy of that name, ``as_of`` a moment if it is given.

    Raises PolicyError where there is no such policy, and what the ledger raises.
    """
    return tallied_of(ledger, name, as_of).tally


def tallied_of(ledger: Ledger, name: str = "official-first", as_of: datetime | None = None) -> Tallied:
    """As :func:`tally_of`, with what the tally was made from."""
    under = policy(name)
    with undisturbed():
        if as_of is None:
            decisions = list(ledger.decisions())
            rulings = rulings_of(decisions)
            found = gathered_from(ledger, rulings, withdrawn(decisions))
            if found is not None:
                return tallied_from(found, rulings, under)
        return tallied(ledger.documents(as_of), ledger.decisions(as_of), under)


def tally(entries: Iterable[Held], decisions: Iterable[Decision], under: Policy) -> Tally:
    """The tally of documents with their readings; their order makes no difference."""
    return tallied(entries, decisions, under).tally


def tallied(entries: Iterable[Held], decisions: Iterable[Decision], under: Policy) -> Tallied:
    """As :func:`tally`, with what the tally was made from."""
    rulings = rulings_of(decisions)
    return tallied_from(gathered(entries, rulings), rulings, under)


def tallied_from(held: Gathered, rulings: Rulings, under: Policy) -> Tallied:
    """As :func:`tallied`, of what was gathered from documents."""
    found = statements_of(held.claims, held.sources)
    placed = placings(found, held.documents, rulings=rulings)
    if placed:
        found = statements_of(replaced(held.claims, placed), held.sources)
    books = tuple(books_of(found, under, held.sources))
    made = Tally(
        under.name,
        tuple(sorted((row for book in books for row in rows(book)), key=row_order)),
        tuple(conflict for book in books for conflict in conflicts(book)),
        with_readings(found, books),
        held.sources,
    )
    return Tallied(made, under, books, held.copies, tuple(placed))
