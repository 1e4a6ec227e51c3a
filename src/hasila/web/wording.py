"""Reasons of the tally in the reader's language: sentences of the catalogue, names and counted nouns of the briefs.

>>> from hasila.tally.why import Corrected, Simply
>>> told([Corrected(40), Simply("no room")], wording("ar"))
'صحّحته الجهة نفسها إلى 40؛ لا يستقيم مع سائر الأقوال'
"""

from __future__ import annotations

from datetime import date
from functools import cache

from hasila.brief.counted import toll_ar
from hasila.brief.dates import Dates
from hasila.brief.language import Language, language
from hasila.tally.claim import Cell
from hasila.tally.telling import ENGLISH, Telling, told
from hasila.values.render import Noun, count_ar
from hasila.web.messages import Tongue, messages

__all__ = ["days_named", "told", "wording"]

MODES = {
    None: "operations of both kinds",
    "partnered": "operations with partners",
    "unilateral": "operations of one force alone",
}
"""What stands for a mode behind "for"; the catalogue has them."""
# One and two are told by their noun alone: عمليتين.
_NAMED = 2


@cache
def wording(lang: Tongue) -> Telling:
    """How reasons are told on the page."""
    return ENGLISH if lang == "en" else _Arabic()


def days_named(dates: Dates, start: date | None, end: date | None) -> str:
    """A period by its name, with an open side shown as one; nothing where nobody knows it."""
    if start is not None and end is not None:
        return dates.period((start, end))
    return " – ".join("…" if day is None else dates.day(day) for day in (start, end)) if start or end else ""


class _Arabic(Telling):
    """Arabic: a cell is called as people would call it, and what is counted agrees with its number."""

    between = "؛ "

    def __init__(self) -> None:
        self._messages = messages("ar")
        self._words: Language = language("ar")
        self._dates = Dates(self._words)

    def sentence(self, english: str) -> str:
        return self._messages.gettext(english)

    def count(self, value: int | None, cell: Cell) -> str:
        """24 معتقلاً, معتقلين اثنين: the object of "they say"."""
        if value is None:
            return "؟"
        words = self._words.measure(cell.measure)
        noun = Noun(**words.get("toll", words["noun"]))
        if value == 0:
            return "صفراً"
        return toll_ar(value, noun, "acc") if value <= _NAMED else count_ar(value, noun, "acc", digits=True)

    def label(self, cell: Cell, beside: Cell | None = None, place: bool = False) -> str:
        parts = [
            self._measure(cell) if beside is None or beside.measure != cell.measure else "",
            self._mode(cell),
            self._place(cell) if place or beside is None or _place(beside) != _place(cell) else "",
            self._days(cell) if beside is None or _days(beside) != _days(cell) else "",
        ]
        return "، ".join(part for part in parts if part) or self._place(cell) or self._measure(cell)

    def about(self, cell: Cell, beside: Cell) -> str:
        """What differs as a phrase: عدد المعتقلين في سوريا خلال أيار/مايو 2023."""
        name = self._head(cell, beside)
        place = self._place(cell) if _place(cell) != _place(beside) else ""
        if name and place:
            name = self._words.fill(self._words.pattern("naming.at"), {"name": name, "place": place})
        name = name or place
        if _days(cell) == _days(beside):
            return name
        if name and cell.start is not None and cell.end is not None:
            return f"{name} {self._dates.during((cell.start, cell.end))}"
        return f"{name} {self._days(cell)}".strip()

    def _head(self, cell: Cell, beside: Cell) -> str:
        words = self._words.measure(cell.measure)
        if cell.measure != beside.measure:
            return str(words.get(f"name_{cell.mode}", words["name"]))
        return self.sentence(MODES[cell.mode]) if cell.mode != beside.mode else ""

    def _measure(self, cell: Cell) -> str:
        return self._messages.pgettext("measure", cell.measure)

    def _mode(self, cell: Cell) -> str:
        return "" if cell.mode is None else str(self._words.get(f"mode.names.{cell.mode}"))

    def _place(self, cell: Cell) -> str:
        if cell.place is not None:
            return self._words.site(cell.place)
        return "" if cell.scope is None else self._words.place(cell.scope)

    def _days(self, cell: Cell) -> str:
        return days_named(self._dates, cell.start, cell.end) or str(self._words.get("notes.undated"))


def _place(cell: Cell) -> tuple[str | None, str | None]:
    return cell.scope, cell.place


def _days(cell: Cell) -> tuple[date | None, date | None]:
    return cell.start, cell.end
