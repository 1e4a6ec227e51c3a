"""The paragraph on numbers that no source states and that follow from others, with the arithmetic."""

from __future__ import annotations

from hasila.brief.desk import Desk
from hasila.brief.naming import cell_name, names_of
from hasila.brief.written import Paragraph, Sentence
from hasila.tally.claim import Cell
from hasila.tally.result import Row, Sum

# All that a sum rests on is named, as far as a reader can follow it.
_CITED = 12


def derivation(desk: Desk) -> Paragraph | None:
    """Which numbers were derived, and each one's sums; None where nothing was derived."""
    derived = [row for row in desk.board.main_rows if row.state == "derived" and not _is_told(desk, row)]
    if not derived:
        return None
    path = "derived.all" if len(derived) == len(desk.board.main_rows) else "derived.some"
    sentences = [Sentence(desk.language.say(path, {"items": names_of(desk, derived)}))]
    sentences += [_shown(desk, row) for row in derived if row.sums]
    return Paragraph("derived", tuple(sentences))


def _is_told(desk: Desk, row: Row) -> bool:
    """Whether there is nothing to tell: no number, or operations whose modes were stated and stand beside them."""
    modes = desk.board.modes(row.cell.scope or "") if row.cell.measure == "operations" else ()
    return row.best is None or any(one.cell.mode and one.state != "derived" for one in modes)


def _shown(desk: Desk, row: Row) -> Sentence:
    """The name of a number and every sum that gives it."""
    found = [arithmetic(desk, row.cell, one, row.best or 0) for one in row.sums]
    slots = {"name": cell_name(desk, row.cell), "sum": desk.language.pattern("derived.also").join(found)}
    terms = [term for one in row.sums for term in one.terms]
    claims = [claim for _, cell, value in terms for claim in desk.board.claims(cell) if claim.low == value]
    return Sentence(desk.language.say("derived.sum", slots), desk.cite_claims(claims, _CITED))


def arithmetic(desk: Desk, cell: Cell, one: Sum, value: int) -> str:
    """ "308 (January to August) − 43 (January) − … = 40": each term with what tells it from the cell.

    What is added comes first, then everything by its days and places. Years are written where they aren't all the same.
    """
    terms = sorted(one.terms, key=lambda term: (term[0] < 0, str(term[1].start), term[1].scope or "", repr(term)))
    years = {day.year for at in (cell, *(term for _, term, _ in terms)) for day in (at.start, at.end) if day}
    named = [(factor, number, _difference(desk, cell, term, len(years) == 1)) for factor, term, number in terms]
    return _sum(named, value)


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


def _difference(desk: Desk, cell: Cell, term: Cell, one_year: bool) -> str:
    parts = []
    if (term.start, term.end) != (cell.start, cell.end) and term.start and term.end:
        days = (term.start, term.end)
        parts.append(desk.dates.in_its_year(days) if one_year else desk.dates.period(days))
    if term.scope != cell.scope and term.scope:
        parts.append(desk.language.place(term.scope))
    if term.mode != cell.mode:
        parts.append(str(desk.language.get(f"mode.names.{term.mode or 'all'}")))
    return desk.language.pattern("derived.between").join(parts)
