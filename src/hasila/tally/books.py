"""What is reconciled together: the windows of a series, which are parts of one another; each event alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from hasila.tally.claim import Cell, Claim, Source
from hasila.tally.linking.statements import is_event, statement_of
from hasila.tally.policy import Policy
from hasila.tally.record.corrections import corrections
from hasila.tally.result import Statement
from hasila.tally.rows import Book
from hasila.tally.solving.assertions import assertions
from hasila.tally.solving.settled import Elsewhere, Settled, nowhere


def books_of(found: Iterable[Statement], under: Policy, sources: Mapping[str, Source]) -> Iterator[Book]:
    """The events of the statements, each reconciled, and after them the windows of each series."""
    windows: dict[str, list[Claim]] = defaultdict(list)
    for statement in found:
        yield from event_books(statement, under, sources)
        for claim in statement.claims:
            if not is_event(claim):
                windows[claim.cell.series].append(claim)
    for claims in windows.values():
        yield window_book(claims, under, sources)


def event_books(statement: Statement, under: Policy, sources: Mapping[str, Source]) -> Iterator[Book]:
    """The events of one statement; those of an event's victims are apart from those of its losses."""
    events: dict[str, list[Claim]] = defaultdict(list)
    for claim in statement.claims:
        if is_event(claim):
            events[claim.cell.series].append(claim)
    for claims in events.values():
        for together in _comparable(claims):
            yield _book(together, under, sources, partial(_always, statement.id))


def window_book(
    claims: Sequence[Claim], under: Policy, sources: Mapping[str, Source], elsewhere: Elsewhere = nowhere
) -> Book:
    """Claims of windows of one series, which may be ``elsewhere`` as well (see :class:`Settled`)."""
    return _book(claims, under, sources, statement_of, elsewhere)


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
    claims: Sequence[Claim],
    under: Policy,
    sources: Mapping[str, Source],
    statement: Callable[[Cell], str],
    elsewhere: Elsewhere = nowhere,
) -> Book:
    replaced = corrections(claims, sources)
    standing = [claim for claim in claims if claim.id not in replaced]
    said = assertions(standing, lambda claim: under.weigh(claim, sources[claim.document]), under.vague)
    settled = Settled(list(said), elsewhere)
    return Book(settled, under, {claim: replaced[claim.id] for claim in claims if claim.id in replaced}, statement)
