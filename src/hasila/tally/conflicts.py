"""Contradictions as people read them: the sums that fail, and every lightest way out of them."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from hasila.tally.claim import Cell
from hasila.tally.reasons import because, mismatch
from hasila.tally.reconcile import Outcome
from hasila.tally.result import Conflict, Mismatch, WayOut
from hasila.tally.rows import Book, set_aside
from hasila.tally.settled import Settled, Standing
from hasila.tally.solver import CLAIM_UNIT


def conflicts(book: Book) -> Iterator[Conflict]:
    """One conflict for each part of the claims in which something has to be set aside."""
    for outcome in book.settled.outcomes:
        if any(way.dropped for way in outcome.ways):
            yield _conflict(book, outcome)


def _conflict(book: Book, outcome: Outcome) -> Conflict:
    touched = sorted({number for way in outcome.ways for number in way.dropped})
    standings = [Standing(outcome.part.assertions[number], outcome, number) for number in touched]
    mismatches = tuple(dict.fromkeys(_mismatches(book.settled, standings)))
    cells = tuple(dict.fromkeys([*(one.assertion.cell for one in standings), *_summed(mismatches)]))
    involved = [one for one in outcome.part.assertions if one.cell in cells]
    return Conflict(
        _name(standings),
        book.statement(standings[0].assertion.cell),
        cells,
        mismatches,
        tuple(claim for one in involved for claim in one.claims),
        tuple(_ways_out(book.settled, outcome, standings)),
        None if outcome.margin is None else outcome.margin // CLAIM_UNIT,
    )


def _mismatches(settled: Settled, standings: list[Standing]) -> Iterator[Mismatch]:
    """Each claim that some way sets aside, with the sum that contradicts it in the first such way."""
    for standing in standings:
        way = next(at for at, way in enumerate(standing.outcome.ways) if standing.number in way.dropped)
        found = mismatch(settled, standing, way)
        if found is not None:
            yield found


def _summed(mismatches: tuple[Mismatch, ...]) -> Iterator[Cell]:
    for one in mismatches:
        yield from (cell for _, cell, _ in one.sum.terms)


def _ways_out(settled: Settled, outcome: Outcome, standings: list[Standing]) -> Iterator[WayOut]:
    for number, way in enumerate(outcome.ways):
        gone = [one for one in standings if one.number in way.dropped]
        yield WayOut(
            tuple(set_aside(one.assertion, because(settled, one, number)) for one in gone),
            way.cost // CLAIM_UNIT,
            {one.assertion.cell: settled.in_way(outcome, way, one.assertion.cell) for one in standings},
        )


def _name(standings: list[Standing]) -> str:
    """A name that stays as long as the same cells are in question."""
    cells = sorted({repr(one.assertion.cell) for one in standings})
    return f"c-{sha256('|'.join(cells).encode()).hexdigest()[:10]}"
