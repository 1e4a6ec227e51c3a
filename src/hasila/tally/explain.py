"""Everything behind a number: who says it in which words, the sums, what was set aside, what hangs on the weights."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, get_args

from hasila.errors import AskedError
from hasila.tally.asked import CellAsked, FigureAsked, asked_for, cell_words, near_cells
from hasila.tally.claim import Cell, Claim, Source
from hasila.tally.dating.infer import Candidate, Known, known_windows
from hasila.tally.dating.placing import candidates_of, is_open
from hasila.tally.explanation import CellTold, Dependence, Fallen, FigureTold, Reckoned, Said, StatementTold, Told
from hasila.tally.gathered import source_of
from hasila.tally.linking.joined import joined
from hasila.tally.linking.statements import statement_of
from hasila.tally.record.claims import claims_of
from hasila.tally.record.rulings import rulings_of
from hasila.tally.result import Row, Statement, Tally
from hasila.tally.rows import Book, stated_of
from hasila.tally.solving.reconcile import Outcome, Way
from hasila.tally.solving.settled import Standing
from hasila.tally.tally import Tallied, tallied_of
from hasila.tally.voices import Files, Verdict, Voice, heard, links_by_document, voice
from hasila.tally.why import Simply

if TYPE_CHECKING:
    from hasila.ledger import Decision, Held, Ledger

_SUMS = 2
_SHOWN = 12
_KEY = 12
_VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


def explain(ledger: Ledger, text: str, name: str = "official-first", as_of: datetime | None = None) -> Told:
    """What is behind a cell, a figure or a statement of a ledger under a policy.

    Raises AskedError where there is no such thing, PolicyError, and what the ledger raises.
    """
    made = tallied_of(ledger, name, as_of)
    asked = asked_for(text, made.tally)
    decisions = list(ledger.decisions(as_of))
    if isinstance(asked, Statement):
        return _statement(made, ledger, asked, decisions, as_of)
    if isinstance(asked, CellAsked):
        return _cells(made, ledger.documents(as_of), decisions, [(asked.cell, asked.row)])[0]
    return _figure(made, ledger, asked, decisions, as_of)


def _figure(
    made: Tallied, ledger: Ledger, asked: FigureAsked, decisions: Sequence[Decision], as_of: datetime | None
) -> FigureTold:
    held = next(ledger.documents(as_of, keys=[asked.document]))
    figures, source = held.reading.figures, made.tally.sources[asked.document]
    if asked.index >= len(figures):
        names = [f"{source.id}#{index}" for index in range(min(len(figures), _SHOWN))]
        raise AskedError(f"{source.id}#{asked.index}", f"the document has {len(figures)} figures", names)
    rows = {(row.statement, row.cell): row for row in made.tally.rows}
    wanted = {
        (claim.cell, rows.get((statement.id, claim.cell))): None
        for statement in made.tally.statements
        for claim in statement.claims
        if claim.document == asked.document and asked.index in claim.figures
    }
    cells = _cells(made, ledger.documents(as_of), decisions, list(wanted)) if wanted else ()
    return FigureTold(f"{asked.document[:12]}#{asked.index}", source, figures[asked.index], tuple(cells))


def _statement(
    made: Tallied, ledger: Ledger, statement: Statement, decisions: Sequence[Decision], as_of: datetime | None
) -> StatementTold:
    tally = made.tally
    witness = {claim.document: claim.witness for claim in statement.claims}
    groups: dict[str, list[Source]] = defaultdict(list)
    for source in statement.sources:
        groups[witness[source.key]].append(source)
    keys = {key[:_KEY] for key in witness}
    return StatementTold(
        statement,
        tuple(row for row in tally.rows if row.statement == statement.id),
        tuple(tuple(group) for group in groups.values()),
        tuple(link for link in made.copies if link.joins and link.one in witness and link.other in witness),
        joined(statement),
        _ranking(made, ledger, statement, decisions, as_of) if is_open(statement) else (),
        tuple(conflict for conflict in tally.conflicts if conflict.statement == statement.id),
        tuple(one for one in decisions if one.target[:_KEY] in keys),
    )


def _ranking(
    made: Tallied, ledger: Ledger, statement: Statement, decisions: Iterable[Decision], as_of: datetime | None
) -> tuple[Candidate, ...]:
    """The periods that a statement without days could be of."""
    keys = {source.key for source in statement.sources}
    documents = {one.key: one.reading.document for one in ledger.documents(as_of) if one.key in keys}
    return candidates_of(statement, documents, Known(known_windows(made.tally.statements)), rulings_of(decisions))


def _cells(
    made: Tallied, documents: Iterable[Held], decisions: Sequence[Decision], wanted: Sequence[tuple[Cell, Row | None]]
) -> list[CellTold]:
    """Several cells told; the documents are gone through once for all."""
    about: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        about[decision.target[:_KEY]].append(decision)
    said = {cell: list(_claims(made.tally, cell, row)) for cell, row in wanted}
    keys = {claim.document for claims in said.values() for claim in claims}
    kept = [one for one in documents if one.key in keys or one.key[:_KEY] in about]
    files = Files(
        {**made.tally.sources, **{one.key: source_of(one.key, one.reading) for one in kept}},
        links_by_document(made.copies),
        {key: tuple(held) for key, held in about.items()},
        {one.key: one.reading for one in kept},
    )
    raw = [(one, claim) for one in kept if one.key[:_KEY] in about for claim in claims_of(one, one.key)]
    return [_told(made, files, cell, row, said[cell], raw) for cell, row in wanted]


def _claims(tally: Tally, cell: Cell, row: Row | None) -> Iterator[Claim]:
    """All claims of a cell, those too that count for nothing."""
    for statement in tally.statements:
        if row is None or statement.id == row.statement:
            yield from (claim for claim in statement.claims if claim.cell == cell)


def _told(
    made: Tallied, files: Files, cell: Cell, row: Row | None, claims: Sequence[Claim], raw: Iterable[tuple[Held, Claim]]
) -> CellTold:
    name = statement_of(cell) if row is None else row.statement
    book = _book(made, cell, name)
    if book is None:
        near = near_cells(cell._asdict(), made.tally)
        raise AskedError(cell_words(cell), "nothing is known of it: no figure of the tally reaches into its days", near)
    low, high = book.settled.bounds(cell) if row is None else (row.low, row.high)
    best = row.best if row is not None else low if low == high else None
    standings = book.settled.standings().get(cell, [])
    statement = next((one for one in made.tally.statements if one.id == name), None)
    ids = {claim.id for claim in claims}
    against = tuple(one for one in made.tally.conflicts if one.statement == name and cell in one.cells)
    return CellTold(
        cell, name, low, best, high,
        None if row is None else row.state,
        row is not None and row.inferred,
        tuple(_said(book, files, claims, standings)),
        tuple(_gone(book, files, cell, ((held, claim) for held, claim in raw if claim.id not in ids))),
        tuple(reckoned(book, cell, standings)),
        None if statement is None else statement.note,
        dependence(book, cell),
        against,
        tuple(one for one in made.placed if ids & {claim.id for claim in one.claims}),
        {claim.document: files.sources[claim.document] for one in against for claim in one.claims},
    )  # fmt: skip


def _book(made: Tallied, cell: Cell, statement: str) -> Book | None:
    """The book that a cell is kept in."""
    for book in made.books:
        first = next((one.part.assertions[0] for one in book.settled.outcomes), None)
        same = first is not None and first.cell.series == cell.series and book.statement(cell) == statement
        if same and book.settled.structure.expr(cell) is not None:
            return book
    return None


def _said(book: Book, files: Files, claims: Sequence[Claim], standings: Sequence[Standing]) -> Iterator[Said]:
    """What is said of a cell, number by number; what stands first, and the heaviest of that."""
    rest = {claim.id: claim for claim in claims}
    found = []
    for standing in standings:
        one = standing.assertion
        voices = tuple(voice(book, files, rest.pop(claim.id), standing) for claim in one.claims if claim.id in rest)
        if voices:
            first = voices[0]
            witnesses = len({claim.witness for claim in stated_of(one.claims)})
            found.append(Said(one.value, one.weight, witnesses, first.verdict, first.why, voices))
    for claim in rest.values():
        told = voice(book, files, claim, None)
        found.append(Said(claim.low if claim.low is not None else claim.high, 0, 1, told.verdict, told.why, (told,)))
    yield from sorted(found, key=lambda one: (_VERDICTS.index(one.verdict), -one.weight, one.value or 0))


def _gone(book: Book, files: Files, cell: Cell, raw: Iterable[tuple[Held, Claim]]) -> Iterator[Voice]:
    """Claims of a cell that people took out."""
    for held, claim in raw:
        if claim.cell == cell:
            why = Simply("withdrawn" if held.withdrawn else "decided")
            yield heard(book, files, claim, "withdrawn" if held.withdrawn else "rejected", (why,))


def reckoned(book: Book, cell: Cell, standings: Sequence[Standing]) -> Iterator[Reckoned]:
    """The sums that give a cell without what is said of it, and what they say to that."""
    from hasila.tally.solving.derive import sums

    expr, outcomes = book.settled.structure.expr(cell), book.settled.outcomes_of(cell)
    if expr is None or not outcomes:
        return
    parts = [(outcome.part, _way(outcome, standings)) for outcome in outcomes]
    values = sorted(
        {one.assertion.value for one in standings if one.assertion.exact and one.assertion.value is not None}
    )
    for found in sums(expr, parts, cell, _SUMS):
        given = sum(factor * value for factor, _, value in found.terms)
        yield Reckoned(
            found, given, tuple(one for one in values if one == given), tuple(one for one in values if one != given)
        )


def _way(outcome: Outcome, standings: Sequence[Standing]) -> Way:
    """The first way that sets aside something said of the cell, so that the sum which speaks against it is found."""
    numbers = {one.number for one in standings if one.outcome is outcome}
    return next((way for way in outcome.ways if way.dropped & numbers), outcome.ways[0])


def dependence(book: Book, cell: Cell) -> Dependence:
    """What another number would cost; told where the cell hangs on one part only."""
    from hasila.tally.solving.solver import otherwise

    outcomes, expr = book.settled.outcomes_of(cell), book.settled.structure.expr(cell)
    low, high = book.settled.bounds(cell)
    if len(outcomes) != 1 or expr is None:
        return Dependence(None, None, ())
    (outcome,) = outcomes
    choice = otherwise(outcome.part, expr, low) if low == high else None
    if choice is None:
        return Dependence(outcome.margin, None, ())
    dropped = sorted(choice.dropped - outcome.ways[0].dropped)
    gone = {one.figures: one for one in (outcome.part.assertions[number] for number in reversed(dropped))}
    fallen = (Fallen(one.cell, one.value, one.weight, tuple(claim.id for claim in one.claims)) for one in gone.values())
    return Dependence(outcome.margin, choice.cost - outcome.ways[0].cost, tuple(fallen))
