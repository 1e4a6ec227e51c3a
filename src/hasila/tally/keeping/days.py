"""What was done on single days: events, linked with those of the days beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hasila.tally.books import event_books
from hasila.tally.claim import Claim, Source
from hasila.tally.conflicts import conflicts
from hasila.tally.disputes import Dispute, dispute
from hasila.tally.index.blocks import Block
from hasila.tally.keeping.groups import together
from hasila.tally.keeping.units import Notes
from hasila.tally.linking.events import Event, events, linked
from hasila.tally.linking.mentions import Mention, mentions
from hasila.tally.linking.statements import named, statement_of_event
from hasila.tally.policy import Policy
from hasila.tally.result import Row, Statement
from hasila.tally.rows import Book, claimed_rows
from hasila.tally.solving.readings import with_readings


@dataclass(frozen=True, slots=True)
class LinkedDays:
    """Days that are linked with one another, and their statements by names that all of a ledger tell apart."""

    blocks: tuple[Block, ...]
    statements: Mapping[str, Statement]


def linked_days(
    claims: Mapping[Block, Sequence[Claim]],
    sources: Mapping[str, Source],
    joined: Iterable[tuple[Block, Block]] = (),
) -> Iterator[LinkedDays]:
    """Days with their statements, those together that are ``joined`` or have linked mentions."""
    found = linked(mentions((claim for held in claims.values() for claim in held), sources))
    pairs = [(_day(found.compared[one]), _day(found.compared[other])) for one, other in found.links]
    groups = together(claims, [*joined, *pairs])
    group_of = {block: number for number, blocks in enumerate(groups) for block in blocks}
    held: dict[int, dict[str, Statement]] = defaultdict(dict)
    for name, event in named(events(found)).items():
        held[group_of[_first(event)]][name] = statement_of_event(name, event, sources)
    for number, blocks in enumerate(groups):
        yield LinkedDays(tuple(sorted(blocks, key=repr)), held[number])


def rows_of_days(
    held: LinkedDays, under: Policy, sources: Mapping[str, Source]
) -> tuple[tuple[Row, ...], Notes, tuple[Dispute, ...]]:
    """The rows of linked days, the notes on their statements, and what contradicts what."""
    books: list[Book] = []
    for statement in held.statements.values():
        books += event_books(statement, under, sources)
    rows = tuple(row for book in books for row in claimed_rows(book))
    return rows, notes_of(held.statements.values(), books), disputes_of(books)


def disputes_of(books: Iterable[Book]) -> tuple[Dispute, ...]:
    """What contradicts what in some books."""
    return tuple(dispute(one) for book in books for one in conflicts(book))


def notes_of(statements: Iterable[Statement], books: Sequence[Book]) -> Notes:
    """How the modes of statements are read, where that makes a difference."""
    read = with_readings(statements, books)
    return {one.id: note for one in read if (note := one.note) is not None}


def _first(event: Event) -> Block:
    return _day(event.mentions[0])


def _day(mention: Mention) -> Block:
    return Block(mention.series, "day", mention.day, None)
