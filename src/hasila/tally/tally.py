"""A whole ledger tallied: claims, witnesses, statements, what stands of them, and what is published."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from hasila.ledger.decisions import withdrawn
from hasila.tally.claim import Cell, Claim, Source
from hasila.tally.conflicts import conflicts
from hasila.tally.copying.copies import CopyLink
from hasila.tally.dating.placing import Placing, placings, replaced
from hasila.tally.gathered import Gathered, gathered
from hasila.tally.index import gathered_from
from hasila.tally.linking.statements import is_event, statement_of, statements_of
from hasila.tally.policy import Policy, policy
from hasila.tally.record.corrections import corrections
from hasila.tally.record.rulings import Rulings, rulings_of
from hasila.tally.result import Statement, Tally
from hasila.tally.rows import Book, rows
from hasila.tally.solving.assertions import assertions, order
from hasila.tally.solving.readings import with_readings
from hasila.tally.solving.settled import Settled

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
    with _undisturbed():
        if as_of is None:
            decisions = list(ledger.decisions())
            rulings = rulings_of(decisions)
            found = gathered_from(ledger, rulings, withdrawn(decisions))
            if found is not None:
                return tallied_from(found, rulings, under)
        return tallied(ledger.documents(as_of), ledger.decisions(as_of), under)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without the search for rubbish that goes in circles: claims don't, and looking at all of them takes long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


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
    books = tuple(_books(found, under, held.sources))
    made = Tally(
        under.name,
        tuple(sorted((row for book in books for row in rows(book)), key=lambda row: order(row.cell))),
        tuple(conflict for book in books for conflict in conflicts(book)),
        with_readings(found, books),
        held.sources,
    )
    return Tallied(made, under, books, held.copies, tuple(placed))


def _books(found: Sequence[Statement], under: Policy, sources: Mapping[str, Source]) -> Iterator[Book]:
    """What is reconciled together: the windows of a series, which are parts of one another; each event alone."""
    windows: dict[str, list[Claim]] = defaultdict(list)
    for statement in found:
        events: dict[str, list[Claim]] = defaultdict(list)
        for claim in statement.claims:
            (events if is_event(claim) else windows)[claim.cell.series].append(claim)
        for claims in events.values():
            for together in _comparable(claims):
                yield _book(together, under, sources, partial(_always, statement.id))
    for claims in windows.values():
        yield _book(claims, under, sources, statement_of)


def _comparable(claims: Sequence[Claim]) -> Iterable[Sequence[Claim]]:
    """The claims of an event; without a day each number alone, because nothing says that two are about one thing."""
    if claims[0].cell.start is not None or claims[0].cell.end is not None:
        return [claims]
    said: dict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        said[claim.cell, claim.low, claim.high, claim.qualifier].append(claim)
    return said.values()


def _always(name: str, _: Cell) -> str:
    return name


def _book(
    claims: Sequence[Claim], under: Policy, sources: Mapping[str, Source], statement: Callable[[Cell], str]
) -> Book:
    replaced = corrections(claims, sources)
    standing = [claim for claim in claims if claim.id not in replaced]
    settled = Settled(
        list(assertions(standing, lambda claim: under.weigh(claim, sources[claim.document]), under.vague))
    )
    return Book(settled, under, {claim: replaced[claim.id] for claim in claims if claim.id in replaced}, statement)
