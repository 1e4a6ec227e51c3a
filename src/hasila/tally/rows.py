"""From reconciled claims to published numbers: one row for each claimed cell, and for each that follows from others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hasila.tally.calendar import Window, calendar_windows
from hasila.tally.claim import Cell, Claim
from hasila.tally.policy import Policy
from hasila.tally.reasons import because
from hasila.tally.result import Row, SetAside, State
from hasila.tally.solving.assertions import Assertion, order
from hasila.tally.solving.settled import Bounds, Settled, Standing
from hasila.tally.why import Corrected, Why


@dataclass(frozen=True, slots=True)
class Book:
    """The reconciled claims of one series (or of one event), with what its rows need to know.

    ``corrected`` are claims that a later one of the same issuer replaced; ``statement`` names the statement of a cell.
    """

    settled: Settled
    policy: Policy
    corrected: Mapping[Claim, Claim]
    statement: Callable[[Cell], str]


def rows(book: Book) -> Iterator[Row]:
    """The rows of a series, claimed ones first."""
    yield from claimed_rows(book)
    yield from _derived(book)


def row_order(row: Row) -> tuple[object, ...]:
    """A key to sort rows by: by their cells; those of one cell by their statements and numbers."""
    numbers = (-1 if number is None else number for number in (row.low, row.best, row.high))
    return (*order(row.cell), row.statement, *numbers)


def claimed_rows(book: Book) -> Iterator[Row]:
    """The rows of the cells that somebody claimed a number of."""
    corrected = _corrected(book)
    for cell, standings in book.settled.standings().items():
        if any(not claim.subset for one in standings for claim in one.assertion.claims):
            yield _claimed(book, cell, standings, corrected.get(cell, ()))


def derived_row(cell: Cell, value: int, statement: str) -> Row:
    """The row of a number that nobody stated and that follows from others."""
    return Row(cell, value, value, value, "derived", False, 0, 0, statement)


def _derived(book: Book) -> Iterator[Row]:
    settled = book.settled
    claimed = {one.cell for outcome in settled.outcomes for one in outcome.part.assertions}
    for model in sorted(models_of(claimed), key=repr):
        for start, end in asked_of(list(settled.structure.pieces(model.measure))):
            cell = model._replace(start=start, end=end)
            value = settled.value(cell) if cell not in claimed else None
            if value is not None and value >= 0:
                yield derived_row(cell, value, book.statement(cell))


def _claimed(book: Book, cell: Cell, standings: Sequence[Standing], corrected: tuple[SetAside, ...]) -> Row:
    direct = [one for one in standings if not all(claim.subset for claim in one.assertion.claims)]
    state = _state(direct)
    kept = [one.assertion for one in direct if not one.always_dropped]
    bounds = _range(book, cell, direct)
    believed = [claim for assertion in kept for claim in assertion.claims]
    stated = stated_of(believed)
    return Row(
        cell,
        bounds[0],
        _best(book, cell, state, direct),
        bounds[1],
        state,
        bool(stated) and stated[0].basis == "inferred",
        len(believed),
        len({claim.witness for claim in stated}),
        book.statement(cell),
        (*corrected, *(_set_aside(book, one) for one in direct if one.always_dropped)),
    )


def _state(standings: Sequence[Standing]) -> State:
    if any(not one.always_dropped and not one.never_dropped for one in standings):
        return "unreconciled"
    if all(one.always_dropped for one in standings):
        return "derived"
    if any(one.always_dropped for one in standings):
        return "contested"
    witnesses = {claim.witness for claim in stated_of([claim for one in standings for claim in one.assertion.claims])}
    return "agreed" if len(witnesses) > 1 else "single"


def stated_of(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Those whose period isn't our own guess, which bears no witness; all of them where there are no others."""
    return [claim for claim in claims if claim.basis != "inferred"] or claims


def _range(book: Book, cell: Cell, standings: Sequence[Standing]) -> tuple[int | None, int | None]:
    """What the cell can be; under some policies what was said of it, right or wrong."""
    low, high = book.settled.bounds(cell)
    if book.policy.range == "what can be":
        return low, high
    said = [value for one in standings for value in (one.assertion.low, one.assertion.high) if value is not None]
    return min([low, *said]), None if high is None else max([high, *said])


def _best(book: Book, cell: Cell, state: State, standings: Sequence[Standing]) -> int | None:
    policy = book.policy
    if policy.best == "lowest" and standings:
        return policy.best_of(one.assertion for one in standings)
    if state == "unreconciled" and not policy.undecided:
        return None
    low, high = book.settled.bounds(cell)
    if low == high:
        return low
    best = policy.best_of(one.assertion for one in standings if not one.always_dropped)
    return best if best is None else _clipped(best, (low, high))


def _clipped(value: int, bounds: Bounds) -> int:
    low, high = bounds
    return max(low, value if high is None else min(value, high))


def _set_aside(book: Book, standing: Standing) -> SetAside:
    return set_aside(standing.assertion, because(book.settled, standing))


def set_aside(assertion: Assertion, why: tuple[Why, ...]) -> SetAside:
    """An assertion as what was set aside."""
    claims = assertion.claims
    documents = tuple(dict.fromkeys(claim.document for claim in claims))
    return SetAside(tuple(claim.id for claim in claims), assertion.value, documents, why)


def _corrected(book: Book) -> Mapping[Cell, tuple[SetAside, ...]]:
    found: dict[Cell, tuple[SetAside, ...]] = {}
    for old, new in book.corrected.items():
        gone = SetAside((old.id,), old.low, (old.document,), (Corrected(new.low),))
        found[old.cell] = (*found.get(old.cell, ()), gone)
    return found


def models_of(claimed: Iterable[Cell]) -> set[Cell]:
    """Cells without days that people would ask for in a series: its places, each country of them, and all together."""
    return _with_wholes({cell._replace(mode=None, start=None, end=None) for cell in claimed if _on_the_axis(cell)})


def asked_of(pieces: Sequence[Window]) -> Sequence[Window]:
    """The windows that people would ask for in pieces of time that follow one another: by the calendar, and these."""
    if not pieces:
        return []
    return sorted({*calendar_windows(pieces[0][0], pieces[-1][1]), *pieces})


def _on_the_axis(cell: Cell) -> bool:
    return None not in (cell.start, cell.end, cell.scope) and cell.place is None and cell.measure != "casualties"


def _with_wholes(models: set[Cell]) -> set[Cell]:
    """The places of the claims, each country of them, and all countries together."""
    countries = {(cell._replace(scope=None), one) for cell in models for one in (cell.scope or "").split("+")}
    singles = {bare._replace(scope=country) for bare, country in countries}
    wholes = {bare._replace(scope="+".join(sorted(c for b, c in countries if b == bare))) for bare, _ in countries}
    return models | singles | wholes
