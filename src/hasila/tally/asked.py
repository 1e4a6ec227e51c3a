"""What people ask to have explained: a cell in words of any order, a figure, or a statement.

>>> from datetime import date
>>> cell_words(Cell("coalition", "operations", "IQ+SY", None, None, date(2023, 3, 1), date(2023, 3, 31)))
'2023-03 IQ+SY operations coalition'
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from heapq import nlargest
from typing import get_args

from hasila.errors import AskedError
from hasila.lexicon.names import countries
from hasila.model import Measure, Mode
from hasila.tally.calendar import PeriodError, period_text, read_period
from hasila.tally.claim import Cell
from hasila.tally.result import Row, Statement, Tally

UNDATED = "undated"
_FIGURE = re.compile(r"(.+)#(\d+)(?:/all)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NEAR = 5
_COMPARED = 2_000
_KEY = 4
_FORM = "Write a cell (2023-07 IQ detained), a figure (DOCUMENT#NUMBER) or the id of a statement"


@dataclass(frozen=True, slots=True)
class FigureAsked:
    """A figure of a document, by the document's key and the figure's place in the reading."""

    document: str
    index: int


@dataclass(frozen=True, slots=True)
class CellAsked:
    """A cell; ``row`` is what the tally publishes of it, None where nobody stated it and nothing gives it exactly."""

    cell: Cell
    row: Row | None


@dataclass(slots=True)
class _Words:
    """The slots that were named, and the words that name none."""

    slots: dict[str, object] = field(default_factory=dict)
    statement: str | None = None
    rest: list[str] = field(default_factory=list)


def asked_for(text: str, tally: Tally) -> FigureAsked | CellAsked | Statement:
    """What of a tally is meant. Raises AskedError, with what comes near, where it is nothing or several things."""
    text = " ".join(text.split())
    known = {statement.id: statement for statement in tally.statements}
    if text.lower() in known:
        return known[text.lower()]
    match = _FIGURE.fullmatch(text)
    if match is not None:
        return FigureAsked(_document(match[1], text, tally), int(match[2]))
    return _cell(text, tally, known)


def cell_words(cell: Cell) -> str:
    """A cell in the words that ask for it."""
    parts = (_days(cell), cell.scope, cell.measure, cell.mode, cell.place, cell.series)
    return " ".join(part for part in parts if part)


def row_words(row: Row, tally: Tally) -> str:
    """A row in the words that ask for it and for no other."""
    twins = sum(other.cell == row.cell for other in tally.rows)
    return cell_words(row.cell) if twins == 1 else f"{cell_words(row.cell)} {row.statement}"


def _days(cell: Cell) -> str:
    if cell.start is None or cell.end is None:
        return UNDATED if cell.start is cell.end else f"{cell.start or ''}..{cell.end or ''}"
    return str(cell.start) if cell.start == cell.end else period_text(cell.start, cell.end)


def _document(name: str, text: str, tally: Tally) -> str:
    """The key of the document that is called so."""
    keys = [key for key, source in tally.sources.items() if source.id == name]
    if not keys and len(name) >= _KEY:
        keys = [key for key in tally.sources if key.startswith(name.lower())]
    if len(keys) == 1:
        return keys[0]
    if keys:
        raise AskedError(text, "several documents are called so", [key[:12] for key in keys[:_NEAR]])
    ids = _alike(name, (source.id for source in tally.sources.values()))
    raise AskedError(text, "no document of the tally is called so", ids)


def _alike(name: str, names: Iterable[str]) -> list[str]:
    """The names most like one. Of very many, those are compared that have a word in common with it."""
    parts = {part for part in re.split(r"\W+", name.lower()) if part}
    every = list(dict.fromkeys(names))
    if len(every) > _COMPARED:
        every = [one for one in every if parts & set(re.split(r"\W+", one.lower()))][:_COMPARED]
    return get_close_matches(name, every, _NEAR, 0.5)


def _cell(text: str, tally: Tally, statements: Iterable[str]) -> CellAsked:
    words = _understood(text, tally, set(statements))
    if words.rest or not words.slots:
        reason = f"{' '.join(words.rest)!r} is no word for a cell. {_FORM}" if words.rest else _FORM
        near = _alike(text, statements) if "/" in text else near_cells(words.slots, tally)
        raise AskedError(text, reason, near)
    rows = _best(words, [row for row in tally.rows if _fits(row, words)], tally)
    if len(rows) == 1:
        return CellAsked(rows[0].cell, rows[0])
    if rows:
        raise AskedError(text, "several cells are called so", [row_words(row, tally) for row in rows[:_NEAR]])
    unclaimed = _unclaimed(words, tally)
    if unclaimed is None:
        raise AskedError(text, "the tally has no such cell", near_cells(words.slots, tally))
    return CellAsked(unclaimed, None)


def _understood(text: str, tally: Tally, statements: set[str]) -> _Words:
    words = _Words()
    for slot in ("place", "series"):
        names = {str(name) for row in tally.rows if (name := getattr(row.cell, slot)) is not None}
        found = next((name for name in sorted(names, key=len, reverse=True) if _phrase(name).search(text)), None)
        if found is not None:
            words.slots[slot] = found
            text = _phrase(found).sub(" ", text, count=1)
    scopes = {code for row in tally.rows for code in (row.cell.scope or "").split("+") if code}
    named = {known.canonical.lower(): code for code, known in countries().items() if code in scopes}
    for word in text.replace(",", " ").split():
        if word in statements:
            words.statement = word
        elif not _take(word, words.slots, scopes, named) and word.lower() != "and":
            words.rest.append(word)
    return words


def _phrase(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){re.escape(name)}(?!\S)", re.IGNORECASE)


def _take(word: str, slots: dict[str, object], scopes: set[str], named: dict[str, str]) -> bool:
    """Whether a word names a slot, which it then fills."""
    codes = word.upper().split("+")
    if word.lower() in get_args(Measure):
        slots["measure"] = word.lower()
    elif word.lower() in get_args(Mode):
        slots["mode"] = word.lower()
    elif word.lower() in named or set(codes) <= scopes:
        codes = [named[word.lower()]] if word.lower() in named else codes
        before = str(slots.get("scope", "")).split("+")
        slots["scope"] = "+".join(sorted({*before, *codes} - {""}))
    else:
        return _take_days(word, slots)
    return True


def _take_days(word: str, slots: dict[str, object]) -> bool:
    try:
        slots["start"], slots["end"] = _window(word.upper())
    except (PeriodError, ValueError):
        return False
    return True


def _window(word: str) -> tuple[date | None, date | None]:
    if word == UNDATED.upper():
        return None, None
    if word.startswith("..") or word.endswith(".."):
        start, _, end = word.partition("..")
        return (date.fromisoformat(start) if start else None), (date.fromisoformat(end) if end else None)
    return read_period(f"{word}..{word}" if _DAY.fullmatch(word) else word)


def _fits(row: Row, words: _Words) -> bool:
    if words.statement not in (None, row.statement):
        return False
    return all(getattr(row.cell, slot) == value for slot, value in words.slots.items())


def _best(words: _Words, rows: list[Row], tally: Tally) -> list[Row]:
    """Where a slot isn't named: both modes, the whole place, the series that most claims are of."""
    for slot in ("mode", "place"):
        if slot not in words.slots:
            rows = [row for row in rows if getattr(row.cell, slot) is None] or rows
    if "series" not in words.slots and len({row.cell.series for row in rows}) > 1:
        main = _main_series(tally, {row.cell.series for row in rows})
        rows = [row for row in rows if row.cell.series == main]
    return rows


def _main_series(tally: Tally, among: set[str]) -> str:
    counts = Counter(claim.cell.series for statement in tally.statements for claim in statement.claims)
    return min(among, key=lambda series: (-counts[series], series))


def _unclaimed(words: _Words, tally: Tally) -> Cell | None:
    """The cell that the words name, where they name enough for it."""
    if "measure" not in words.slots or "start" not in words.slots or not tally.rows:
        return None
    series = words.slots.get("series") or _main_series(tally, {row.cell.series for row in tally.rows})
    bare = Cell(str(series), "operations", None, None, None, None, None)
    return bare._replace(**words.slots)  # type: ignore[arg-type]


def near_cells(slots: Mapping[str, object], tally: Tally) -> Sequence[str]:
    """The words for the cells that share most of some slots."""

    def shared(row: Row) -> int:
        return sum(getattr(row.cell, slot) == value for slot, value in slots.items())

    rows = nlargest(_NEAR, tally.rows, key=lambda row: (shared(row), row.cell.place is None))
    return [row_words(row, tally) for row in rows if shared(row)]
