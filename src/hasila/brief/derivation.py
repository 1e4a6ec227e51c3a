"""The paragraph on numbers that no source states and that follow from others, with the arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hasila.brief.desk import Desk
from hasila.brief.language import Slot
from hasila.brief.naming import names_of
from hasila.brief.phrases import phrase
from hasila.brief.quantity import Quantity
from hasila.brief.written import Paragraph, Sentence
from hasila.tally.claim import Cell
from hasila.tally.result import Row
from hasila.tally.why import Sum

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
    """A number with every sum that gives it, and what the numbers are: "40 operations … = 308 − 43 − …"."""
    value = row.best or 0
    words = desk.language.measure(row.cell.measure)
    noun = phrase(desk.language, Quantity(value, value, "exact"), row.cell.measure, "nom", "toll")
    legends = [_legend(desk, row.cell, one, row.sums[:at]) for at, one in enumerate(row.sums)]
    slots: dict[str, Slot] = {
        **desk.slots(row.cell.scope),
        "count": " ".join(part for part in (noun, words.get("toll_after", "")) if part),
        "sum": " = ".join(_sum(_ordered(one)) for one in row.sums),
        "items": desk.language.pattern("derived.again").join(filter(None, legends)),
    }
    terms = [term for one in row.sums for term in one.terms]
    claims = [claim for _, cell, number in terms for claim in desk.board.claims(cell) if claim.low == number]
    return Sentence(desk.language.say("derived.sum", slots), desk.cite_claims(claims, _CITED))


def arithmetic(desk: Desk, cell: Cell, one: Sum) -> str:
    """ "308 − 43 − … (January to August; January; …)": the numbers, and what tells each from the cell."""
    return f"{_sum(_ordered(one))} ({_legend(desk, cell, one)})"


def _ordered(one: Sum) -> list[tuple[int, Cell, int]]:
    """What is added first, then everything by its days and places."""
    return sorted(one.terms, key=lambda term: (term[0] < 0, str(term[1].start), term[1].scope or "", repr(term)))


def _legend(desk: Desk, cell: Cell, one: Sum, before: Sequence[Sum] = ()) -> str:
    """What each number of a sum counts that no sum before holds. Years are written where they aren't all the same."""
    told = {term for earlier in before for _, term, _ in earlier.terms}
    terms = [term for _, term, _ in _ordered(one) if term not in told]
    years = {day.year for at in (cell, *terms) for day in (at.start, at.end) if day}
    return desk.language.pattern("derived.then").join(_difference(desk, cell, term, len(years) == 1) for term in terms)


def result_first(one: Sum, value: int) -> str:
    """ "24 = 30 − 6"."""
    return f"{value} = {_sum(one.terms)}"


def _sum(terms: Iterable[tuple[int, Cell, int]]) -> str:
    text = ""
    for factor, _, number in terms:
        sign = "−" if factor < 0 else "+" if text else ""
        times = f"{abs(factor)} × " if abs(factor) != 1 else ""
        text += f" {sign} " if text else sign
        text += f"{times}{number}"
    return text


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
