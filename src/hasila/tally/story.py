"""What is behind one number of an opened statement: who says what, the sums, what people took out.

However many outlets print a number, a few witnesses are quoted, and the rest are counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hasila.tally.claim import Cell, Claim, Source
from hasila.tally.conflicts import conflicts
from hasila.tally.explain import dependence, reckoned
from hasila.tally.explanation import Dependence, Reckoned, StatementTold
from hasila.tally.gathered import source_of
from hasila.tally.keeping.opened import Opened
from hasila.tally.linking.joined import joined
from hasila.tally.record.claims import SHORT, claims_of
from hasila.tally.result import Row
from hasila.tally.rows import Book
from hasila.tally.solving.settled import Standing
from hasila.tally.voices import Files, Verdict, Voice, decisions_on, heard, links_by_document, verdict_of
from hasila.tally.why import Simply, Why

if TYPE_CHECKING:
    from hasila.ledger import Decision, Held

_WITNESSES = 4
_COPIES = 8
_TAKEN_OUT = 12


@dataclass(frozen=True, slots=True)
class Witness:
    """One independent witness: its heaviest claim, copies of it with what people decided about them, and how many more
    there are."""

    voice: Voice
    copies: tuple[tuple[Source, tuple[Decision, ...]], ...]
    more: int


@dataclass(frozen=True, slots=True)
class Number:
    """One number that is said of a cell, what became of it, and who says it; ``more`` witnesses aren't quoted."""

    value: int | None
    weight: int
    verdict: Verdict
    why: tuple[Why, ...]
    witnesses: tuple[Witness, ...]
    more: int

    @property
    def independent(self) -> int:
        """How many witnesses say it."""
        return len(self.witnesses) + self.more


@dataclass(frozen=True, slots=True)
class Story:
    """A published number and what is behind it. ``gone`` are claims that people rejected, or withdrew with their
    documents; ``dependence`` is told where several numbers are said."""

    row: Row
    numbers: tuple[Number, ...]
    gone: tuple[Voice, ...]
    sums: tuple[Reckoned, ...]
    dependence: Dependence | None = None


Decided = Callable[[str], Sequence["Decision"]]
Fetch = Callable[[Iterable[str]], Iterable["Held"]]


def story(held: Opened, row: Row, fetch: Fetch, decided: Decided) -> Story:
    """What is behind a row of the statement; ``fetch`` gives documents by their keys, ``decided`` what people
    decided about one."""
    cell = row.cell
    book = _book(held, row)
    elsewhere = {claim.id for other in held.books if other is not book for claim in _counted(other, cell)}
    claims = [claim for claim in held.statement.claims if claim.cell == cell and claim.id not in elsewhere]
    groups = [] if book is None else list(_groups(book, claims))
    chosen = [_chosen(held, claims) for _, claims in groups]
    quoted = {witness[0].document for witnesses, _ in chosen for witness in witnesses}
    papers = {one.key: one for one in fetch({*quoted, *sorted(held.decided)[:_TAKEN_OUT]})}
    files = _files(held, papers, decided)
    if book is None:
        return Story(row, (), (), ())
    numbers = (
        _number(book, files, standing, own, *quotable) for (standing, own), quotable in zip(groups, chosen, strict=True)
    )
    known = {claim.id for claim in claims}
    return Story(
        row,
        tuple(sorted(numbers, key=_stands_first)),
        tuple(_gone(book, files, cell, (papers[key] for key in held.decided if key in papers), known)),
        tuple(reckoned(book, cell, book.settled.standings().get(cell, []))),
        dependence(book, cell) if len(groups) > 1 else None,
    )


def statement_told(held: Opened, decided: Decided) -> StatementTold:
    """An opened statement as it is explained; which periods it could be of, where it has no days, is left out."""
    witness = {claim.document: claim.witness for claim in held.statement.claims}
    groups: dict[str, list[Source]] = defaultdict(list)
    for source in held.statement.sources:
        groups[witness[source.key]].append(source)
    return StatementTold(
        held.statement,
        held.rows,
        tuple(tuple(group) for group in groups.values()),
        held.copies,
        joined(held.statement),
        (),
        tuple(one for book in held.books for one in conflicts(book) if one.statement == held.statement.id),
        tuple(decision for key in sorted(held.decided & witness.keys()) for decision in decided(key)),
    )


def _book(held: Opened, row: Row) -> Book | None:
    """The book that a row is kept in: that of its claims, or else the first that its cell is a sum in."""
    own = [book for book in held.books if row.cell in book.settled.standings()]
    own = [book for book in own if book.statement(row.cell) == row.statement]
    for book in own:
        # without days each number of a statement is kept apart
        if len(own) == 1 or book.settled.bounds(row.cell) == (row.low, row.high):
            return book
    series = (book for book in held.books if _series(book) == row.cell.series)
    return next((book for book in series if book.settled.structure.expr(row.cell) is not None), None)


def _series(book: Book) -> str | None:
    return next((outcome.part.assertions[0].cell.series for outcome in book.settled.outcomes), None)


def _counted(book: Book, cell: Cell) -> Iterator[Claim]:
    """The claims of a cell that count in a book."""
    for standing in book.settled.standings().get(cell, ()):
        yield from standing.assertion.claims


def _groups(book: Book, claims: Sequence[Claim]) -> Iterator[tuple[Standing | None, list[Claim]]]:
    """The claims of a cell, those together that stand or fall together; each of the rest alone."""
    rest = {claim.id: claim for claim in claims}
    if claims:
        for standing in book.settled.standings().get(claims[0].cell, []):
            own = [rest.pop(claim.id) for claim in standing.assertion.claims if claim.id in rest]
            if own:
                yield standing, own
    for claim in rest.values():
        yield None, [claim]


def _chosen(held: Opened, claims: Sequence[Claim]) -> tuple[list[list[Claim]], int]:
    """The claims of the first witnesses, the heaviest first and the one to quote at the head; how many are left out."""
    by_witness: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda one: _rank(held, one)):
        by_witness[claim.witness].append(claim)
    found = list(by_witness.values())
    return found[:_WITNESSES], max(0, len(found) - _WITNESSES)


def _rank(held: Opened, claim: Claim) -> tuple[int, date, str]:
    source = held.sources[claim.document]
    return -held.under.weigh(claim, source), source.published or date.max, claim.id


def _number(
    book: Book,
    files: Files,
    standing: Standing | None,
    claims: Sequence[Claim],
    witnesses: Sequence[Sequence[Claim]],
    more: int,
) -> Number:
    verdict, why = verdict_of(book, claims[0], standing)
    first = claims[0]
    value = standing.assertion.value if standing else first.low if first.low is not None else first.high
    weight = standing.assertion.weight if standing else 0
    quoted = tuple(_witness(book, files, one, verdict, why) for one in witnesses)
    return Number(value, weight, verdict, why, quoted, more)


def _witness(book: Book, files: Files, claims: Sequence[Claim], verdict: Verdict, why: tuple[Why, ...]) -> Witness:
    first, *others = claims
    copies: dict[str, tuple[Decision, ...]] = {}
    for one in others:
        copies[one.document] = (*copies.get(one.document, ()), *decisions_on(files, one))
    copies.pop(first.document, None)
    shown = sorted(copies, key=lambda key: not copies[key])[:_COPIES]
    told = tuple((files.sources[key], copies[key]) for key in shown)
    return Witness(heard(book, files, first, verdict, why), told, len(copies) - len(told))


def _stands_first(one: Number) -> tuple[bool, int, int]:
    return one.verdict != "stands", -one.weight, one.value or 0


def _gone(book: Book, files: Files, cell: Cell, papers: Iterable[Held], known: set[str]) -> Iterator[Voice]:
    """Claims of a cell that people took out."""
    for paper in papers:
        for claim in claims_of(paper, paper.key):
            if claim.cell == cell and claim.id not in known:
                why = Simply("withdrawn" if paper.withdrawn else "decided")
                yield heard(book, files, claim, "withdrawn" if paper.withdrawn else "rejected", (why,))


def _files(held: Opened, papers: Mapping[str, Held], decided: Decided) -> Files:
    return Files(
        {**held.sources, **{key: source_of(key, one.reading) for key, one in papers.items()}},
        links_by_document(held.copies),
        {key[:SHORT]: tuple(decided(key)) for key in (*papers, *held.decided)},
        {key: one.reading for key, one in papers.items()},
    )


def decisions_by_document(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """Decisions by the beginning of the key of the document that they are about."""
    found: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        found[decision.target[:SHORT]].append(decision)
    return dict(found)
