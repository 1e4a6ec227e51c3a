"""``series.csv`` -> rows, with every fault named by its line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Literal, TypeVar, get_args

from hasila.errors import SourceError
from hasila.model import Kind, Qualifier

FILE = "series.csv"
Seen = Literal["seen", "secondhand"]
Column = Literal["operations", "partnered", "us_only", "strikes", "killed", "detained", "casualties"]
_Word = TypeVar("_Word")
COLUMNS: tuple[Column, ...] = get_args(Column)
"""What a row counts, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one issuer stated for one period and place. ``counts`` holds the cells that aren't blank, in file order.

    ``start`` and ``end`` are the first and the last day, None where the issuer left that side open.
    """

    line: int
    issuer: str
    scope: str
    start: date | None
    end: date | None
    kind: Kind
    published: date | None
    counts: tuple[tuple[Column, int, Qualifier], ...]
    seen: Seen
    title: str
    url: str
    note: str


def series() -> Iterator[Row]:
    """The shipped rows in the order of the file. A cell that can't be read raises :class:`SourceError`."""
    text = files("hasila.reference").joinpath(FILE).read_text("utf-8")
    for line, cells in enumerate(csv.DictReader(text.splitlines()), start=2):
        try:
            yield _row(line, cells)
        except (KeyError, ValueError) as error:
            remedy = "Mend the cell: days as YYYY-MM-DD, counts as digits, qualifiers as column:qualifier"
            raise SourceError(FILE, line, f"a cell can't be read ({error})", remedy) from error


def _row(line: int, cells: dict[str, str]) -> Row:
    return Row(
        line=line,
        issuer=cells["issuer"],
        scope=cells["scope"],
        start=_day(cells["start"]),
        end=_day(cells["end"]),
        kind=_one_of(cells["kind"], get_args(Kind)),
        published=_day(cells["published"]),
        counts=_counts(cells),
        seen=_one_of(cells["seen"], get_args(Seen)),
        title=cells["title"],
        url=cells["url"],
        note=cells["note"],
    )


def _counts(cells: dict[str, str]) -> tuple[tuple[Column, int, Qualifier], ...]:
    qualifiers = dict(pair.split(":") for pair in cells["qualifiers"].split(";") if pair)
    if unused := [name for name in qualifiers if not cells.get(name)]:
        raise ValueError(f"qualifiers for the blank cells {', '.join(unused)}")
    return tuple(
        (column, int(cells[column]), _one_of(qualifiers.get(column, "exact"), get_args(Qualifier)))
        for column in COLUMNS
        if cells[column]
    )


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _one_of(cell: str, allowed: tuple[_Word, ...]) -> _Word:
    return allowed[allowed.index(cell)]
