"""Figures month by month: what is drawn side by side, and what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from hasila.model import Measure, Mode
from hasila.tally.calendar import Window
from hasila.tally.claim import Cell
from hasila.tally.result import Row
from hasila.web.overview.arranged import Arranged
from hasila.web.overview.choice import Choice

Kind = Literal["iq", "sy", "both", "partnered", "unilateral"]
_OF_SCOPE: dict[str, Kind] = {"IQ": "iq", "SY": "sy", "IQ+SY": "both"}
_MODES: tuple[Mode | None, ...] = ("partnered", "unilateral", None)


@dataclass(frozen=True, slots=True)
class Slot:
    """What one of the bars of each month counts; ``kind`` is how it is coloured."""

    scope: str
    mode: Mode | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class Mark:
    """A row as it is drawn; ``key`` ties the drawing to its place in the table."""

    key: str
    row: Row


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure over the months, by country or (``scope`` is set) by mode. ``grid`` has a line for each month with a
    mark for each slot, None where nothing is known."""

    id: str
    measure: Measure
    scope: str | None
    slots: Sequence[Slot]
    grid: Sequence[tuple[Window, Sequence[Mark | None]]]

    @property
    def marks(self) -> Iterator[tuple[int, int, Mark]]:
        """The marks with the places of their months and slots."""
        for at, (_, line) in enumerate(self.grid):
            yield from ((at, slot, mark) for slot, mark in enumerate(line) if mark is not None)

    def drawn(self) -> dict[str, Any]:
        """What the drawing needs, in plain types."""
        return {
            "id": self.id,
            "slots": [slot.kind for slot in self.slots],
            "marks": [
                {
                    "key": mark.key,
                    "month": month,
                    "slot": slot,
                    "low": mark.row.low,
                    "best": mark.row.best,
                    "high": mark.row.high,
                    "state": mark.row.state,
                    "inferred": mark.row.inferred,
                }
                for month, slot, mark in self.marks
            ],
        }


def panels(held: Arranged, choice: Choice) -> list[Panel]:
    """The measures by country, then those by mode that somebody told the modes of."""
    made = [_panel(held, choice, measure, None) for measure in choice.measures]
    for measure in choice.measures:
        parts = (_panel(held, choice, measure, scope) for scope in choice.scopes)
        made.extend(part for part in parts if any(mark.row.cell.mode for _, _, mark in part.marks))
    return made


def _panel(held: Arranged, choice: Choice, measure: Measure, scope: str | None) -> Panel:
    name = f"{measure}-{scope.replace('+', '-').lower() if scope else 'all'}"
    if scope is None:
        slots = [Slot(one, None, _OF_SCOPE[one]) for one in choice.scopes]
    else:
        slots = [Slot(scope, mode, mode or _OF_SCOPE[scope]) for mode in _MODES]
    grid = [(days, _line(held, choice.main, measure, slots, days, f"{name}-{days[0]:%Y-%m}")) for days in choice.months]
    return Panel(name, measure, scope, slots, grid)


def _line(
    held: Arranged, series: str, measure: Measure, slots: Sequence[Slot], days: Window, name: str
) -> list[Mark | None]:
    cells = (Cell(series, measure, slot.scope, None, slot.mode, *days) for slot in slots)
    rows = [held.months.get(cell) for cell in cells]
    return [None if row is None else Mark(f"{name}-{at}", row) for at, row in enumerate(rows)]
