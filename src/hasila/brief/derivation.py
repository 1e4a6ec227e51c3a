"""The paragraph on numbers that no source states and that follow from others, with the arithmetic."""

from __future__ import annotations

from hasila.brief.desk import Desk
from hasila.brief.naming import cell_name, names_of
from hasila.brief.written import Paragraph, Sentence
from hasila.tally.claim import Cell
from hasila.tally.result import Row, Sum


def derivation(desk: Desk) -> Paragraph | None:
    """Each derived number with its sums; None where nothing was derived."""
    derived = [row for row in desk.board.main_rows if row.state == "derived" and not _is_told(desk, row)]
    sentences = [sentence for row in derived if row.sums for sentence in _derived(desk, row, row.best or 0)]
    unshown = [row for row in derived if not row.sums]
    if unshown:
        path = "derived.all_unshown" if len(unshown) == len(desk.board.main_rows) else "derived.unshown"
        sentences.append(Sentence(desk.language.say(path, {"items": names_of(desk, unshown)})))
    return Paragraph("derived", tuple(sentences)) if sentences else None


def _is_told(desk: Desk, row: Row) -> bool:
    """Whether there is nothing to tell: no number, or operations whose modes were stated and stand beside them."""
    modes = desk.board.modes(row.cell.scope or "") if row.cell.measure == "operations" else ()
    return row.best is None or any(one.cell.mode and one.state != "derived" for one in modes)


def _derived(desk: Desk, row: Row, value: int) -> list[Sentence]:
    said = []
    for at, one in enumerate(row.sums):
        slots = {"name": cell_name(desk, row.cell), "sum": arithmetic(desk, row.cell, one, value)}
        text = desk.language.say("derived.first" if at == 0 else "derived.again", slots)
        claims = [claim for _, cell, term in one.terms for claim in desk.board.claims(cell) if claim.low == term]
        said.append(Sentence(text, desk.cite_claims(claims)))
    return said


def arithmetic(desk: Desk, cell: Cell, one: Sum, value: int) -> str:
    """ "308 (January to August 2023) − 43 (January 2023) − … = 40": each term with what tells it from the cell."""
    return _sum([(factor, number, _difference(desk, cell, term)) for factor, term, number in one.terms], value)


def _sum(terms: list[tuple[int, int, str]], value: int) -> str:
    text = ""
    for factor, number, label in terms:
        sign = "−" if factor < 0 else "+" if text else ""
        times = f"{abs(factor)} × " if abs(factor) != 1 else ""
        text += f" {sign} " if text else sign
        text += f"{times}{number}" + (f" ({label})" if label else "")
    return f"{text} = {value}"


def plain_arithmetic(one: Sum, value: int) -> str:
    """ "7 + 6 = 13"."""
    return _sum([(factor, number, "") for factor, _, number in one.terms], value)


def _difference(desk: Desk, cell: Cell, term: Cell) -> str:
    parts = []
    if (term.start, term.end) != (cell.start, cell.end) and term.start and term.end:
        parts.append(desk.dates.period((term.start, term.end)))
    if term.scope != cell.scope and term.scope:
        parts.append(desk.language.place(term.scope))
    if term.mode != cell.mode:
        parts.append(str(desk.language.get(f"mode.names.{term.mode or 'all'}")))
    return desk.language.pattern("derived.between").join(parts)
