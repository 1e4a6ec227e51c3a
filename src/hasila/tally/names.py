"""Cells in words, as short as the context allows."""

from __future__ import annotations

from datetime import date

from hasila.lexicon.names import countries
from hasila.tally.claim import Cell
from hasila.values.wording import days_in_words


def cell_name(cell: Cell, beside: Cell | None = None, place: bool = False) -> str:
    """``cell`` in words; what it shares with ``beside`` is left out, but for the place where that is asked for.

    >>> cell_name(Cell("coalition", "killed", "IQ", None, None, date(2023, 6, 1), date(2023, 6, 30)))
    'killed, Iraq, June 2023'
    """
    parts = [
        cell.measure if beside is None or beside.measure != cell.measure else "",
        cell.mode or "",
        cell.place or "",
        scope_name(cell.scope) if place or beside is None or beside.scope != cell.scope else "",
        window_name(cell.start, cell.end) if beside is None or _days(beside) != _days(cell) else "",
    ]
    return ", ".join(part for part in parts if part) or scope_name(cell.scope) or cell.measure


def scope_name(scope: str | None) -> str:
    """The countries of a scope, by name."""
    known = countries()
    return " and ".join(known[code].canonical if code in known else code for code in scope.split("+")) if scope else ""


def window_name(start: date | None, end: date | None) -> str:
    """Days in words; "no date" where there are none."""
    return days_in_words(start, end) or "no date"


def _days(cell: Cell) -> tuple[date | None, date | None]:
    return cell.start, cell.end
