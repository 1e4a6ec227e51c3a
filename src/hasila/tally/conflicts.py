"""Contradictions as people read them: the sums that fail, and every lightest way out of them."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from hasila.tally.claim import Cell
from hasila.tally.reasons import because, mismatch
from hasila.tally.result import Conflict, Mismatch, WayOut
from hasila.tally.rows import Book, set_aside
from hasila.tally.solving.reconcile import CLAIM_UNIT, Outcome, agreed_by_all
from hasila.tally.solving.settled import Settled, Standing


def conflicts(book: Book) -> Iterator[Conflict]:
    """One conflict for each group of claims that contradict one another."""
    for outcome in book.settled.outcomes:
        for group in _groups(outcome):
            yield _conflict(book, outcome, group)


def _groups(outcome: Outcome) -> list[list[int]]:
    """The assertions that some way sets aside, those together that decide about one another.

    Two misprints in one year's bulletins are two conflicts: what everybody agrees on is replaced first, and what then
    hangs on nothing common is apart.
    """
    touched = sorted({number for way in outcome.ways for number in way.dropped})
    agreed = agreed_by_all(outcome.part, outcome.ways)
    groups: list[tuple[set[object], list[int]]] = []
    for number in touched:
        assertion = outcome.part.assertions[number]
        hangs_on = {*agreed.open_part(outcome.part.exprs[number]), *assertion.figures, repr(assertion.cell)}
        joined = [group for group in groups if group[0] & hangs_on]
        groups = [group for group in groups if not group[0] & hangs_on]
        groups.append((hangs_on.union(*(keys for keys, _ in joined)), [*_numbers(joined), number]))
    return [numbers for _, numbers in groups]


def _numbers(groups: list[tuple[set[object], list[int]]]) -> Iterator[int]:
    for _, numbers in groups:
        yield from numbers


def _conflict(book: Book, outcome: Outcome, group: list[int]) -> Conflict:
    standings = [Standing(outcome.part.assertions[number], outcome, number) for number in group]
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
    """The ways as far as the group goes; those that differ only elsewhere are one."""
    group = {one.number for one in standings}
    ways = {way.dropped & group: number for number, way in reversed(list(enumerate(outcome.ways)))}
    for dropped, number in sorted(ways.items(), key=lambda pair: pair[1]):
        way = outcome.ways[number]
        gone = {one.assertion.figures: one for one in reversed(standings) if one.number in dropped}
        yield WayOut(
            tuple(set_aside(one.assertion, because(settled, one, number)) for one in gone.values()),
            sum(one.assertion.weight for one in gone.values()),
            {one.assertion.cell: settled.in_way(outcome, way, one.assertion.cell) for one in standings},
        )


def _name(standings: list[Standing]) -> str:
    """A name that stays as long as the same cells are in question."""
    cells = sorted({repr(one.assertion.cell) for one in standings})
    return f"c-{sha256('|'.join(cells).encode()).hexdigest()[:10]}"
