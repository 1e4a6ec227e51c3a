"""Holds the files of the lexicon right: every fault with its file and line, all of them at once.

Rules for every file: a header; as many cells as the header names; NFC, and (outside notes) unchanged by NFKC; no
presentation forms, tatweel, bidi controls or blanks around a cell; sorted by the first column; unique after folding
within a class and a language. A line that begins with ``//`` is a comment. The files of names must also agree with
each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hasila.text.fold import fold

ROOT = Path(__file__).parent
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufeff]")
_TATWEEL = "\u0640"
_BIDI = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_HEADER = re.compile("[a-z_]+")
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
_OUTLET_KINDS = ("issuer", "claimant", "agency", "press", "reprinting")
_LEVELS = ("country", "governorate", "town", "area")
# What a cell of one file must be: the first column of another.
_REFERENCES = (
    ("actor_names.tsv", "canonical", "actors.tsv"),
    ("person_names.tsv", "canonical", "people.tsv"),
    ("people.tsv", "speaks_for", "actors.tsv"),
    ("actors.tsv", "acts_through", "actors.tsv"),
)
_MAY_BE_EMPTY = ("acts_through", "speaks_for")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a file with its cells."""

    line: int
    cells: dict[str, str]
    width: int

    @property
    def first(self) -> str:
        """The cell that the file is sorted by."""
        return next(iter(self.cells.values()), "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of the lexicon: its name below the root, its header and its rows."""

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    text: str


Fault = tuple[str, int, str]


def read(path: Path, root: Path) -> Sheet:
    """Read a file without trusting it."""
    text = path.read_text(encoding="utf-8")
    first, *lines = text.split("\n")
    header = tuple(first.split("\t"))
    rows = []
    for at, line in enumerate(lines, start=2):
        if line and not line.startswith("//"):
            cells = line.split("\t")
            padded = cells + [""] * (len(header) - len(cells))
            rows.append(Row(at, dict(zip(header, padded, strict=False)), len(cells)))
    return Sheet(path.relative_to(root).as_posix(), header, tuple(rows), text)


def lint(root: Path = ROOT) -> list[str]:
    """All faults of all files under a folder, as ``file:line: what is wrong``; an empty list is a clean bill."""
    sheets = {sheet.name: sheet for sheet in (read(path, root) for path in sorted(root.rglob("*.tsv")))}
    faults = [fault for sheet in sheets.values() for rule in _RULES for fault in rule(sheet)]
    faults += _references(sheets)
    return [f"{name}:{line}: {what}" for name, line, what in sorted(set(faults))]


def _letters(sheet: Sheet) -> Iterator[Fault]:
    for line, text in enumerate(sheet.text.split("\n"), start=1):
        if _PRESENTATION.search(text):
            yield sheet.name, line, "presentation form of an Arabic letter; write the plain letter"
        if _TATWEEL in text:
            yield sheet.name, line, "tatweel (U+0640); take it out"
        if _BIDI.search(text):
            yield sheet.name, line, "invisible bidi or joining control; take it out"
        if unicodedata.normalize("NFC", text) != text:
            yield sheet.name, line, "not in NFC"
    for row in sheet.rows:
        text = "\t".join(cell for column, cell in row.cells.items() if column != "note")
        if unicodedata.normalize("NFKC", text) != unicodedata.normalize("NFC", text) and not _PRESENTATION.search(text):
            yield sheet.name, row.line, "a character that NFKC changes"


def _shape(sheet: Sheet) -> Iterator[Fault]:
    if not all(_HEADER.fullmatch(cell) for cell in sheet.header) or len(set(sheet.header)) < len(sheet.header):
        yield sheet.name, 1, "no header: the first line names the columns, each once, in small letters"
    if not sheet.text.endswith("\n"):
        yield sheet.name, sheet.text.count("\n") + 1, "no line break at the end"
    for row in sheet.rows:
        if row.width != len(sheet.header):
            yield sheet.name, row.line, f"{row.width} cells where the header names {len(sheet.header)}"
        if not row.first:
            yield sheet.name, row.line, "first cell is empty"
        if any(cell != cell.strip() or "  " in cell for cell in row.cells.values()):
            yield sheet.name, row.line, "blanks around a cell, or two in a row"


def _order(sheet: Sheet) -> Iterator[Fault]:
    for before, row in zip(sheet.rows, sheet.rows[1:], strict=False):
        if row.first < before.first:
            yield sheet.name, row.line, f"out of order: {row.first!r} comes before {before.first!r}"


def _key(form: str) -> str:
    return " ".join(fold(word) for word in form.replace("-", " ").split())


def _written(sheet: Sheet) -> Iterator[tuple[int, str, str]]:
    """The forms of a file as (line, form, what they must be unique within)."""
    lists = [column for column in sheet.header if column.startswith("aliases_")]
    for row in sheet.rows:
        cells = row.cells
        for column in lists:
            yield from ((row.line, form, column) for form in cells[column].split("|") if form)
        if not lists:
            yield row.line, row.first, f"{cells.get('lang', '')} {cells.get('class', '')}"


def _unique(sheet: Sheet) -> Iterator[Fault]:
    seen: dict[tuple[str, str], int] = {}
    for line, form, within in _written(sheet):
        held = seen.setdefault((within, _key(form)), line)
        if held != line:
            yield sheet.name, line, f"{form!r} folds to the same as line {held}"


def _places(sheet: Sheet) -> Iterator[Fault]:
    if sheet.name != "places.tsv":
        return
    for row in sheet.rows:
        cells = row.cells
        forms = set(f"{cells['aliases_ar']}|{cells['aliases_en']}".split("|"))
        for cue in filter(None, cells["needs_cue"].split("|")):
            if cue not in forms:
                yield sheet.name, row.line, f"needs_cue names {cue!r}, which is no alias of the row"
        if cells["level"] not in _LEVELS:
            yield sheet.name, row.line, f"level {cells['level']!r} is none of {', '.join(_LEVELS)}"
        if bool(cells["lat"]) != bool(cells["lon"]):
            yield sheet.name, row.line, "one coordinate without the other"


def _outlets(sheet: Sheet) -> Iterator[Fault]:
    if sheet.name != "outlets.tsv":
        return
    held: dict[str, int] = {}
    for row in sheet.rows:
        cells = row.cells
        names = [row.first, *_list(cells["aliases_ar"]), *_list(cells["aliases_en"])]
        for said in {*map(_key, names), *_list(cells["domains"])}:
            if held.setdefault(said, row.line) != row.line:
                yield sheet.name, row.line, f"{said!r} is said of line {held[said]} as well"
        for what in _outlet_cells(cells, names):
            yield sheet.name, row.line, what


def _outlet_cells(cells: dict[str, str], names: list[str]) -> Iterator[str]:
    yield from (f"needs_cue has {one!r}, no name of the row" for one in _list(cells["needs_cue"]) if one not in names)
    yield from (
        f"{one!r} is no domain in small letters" for one in _list(cells["domains"]) if not _DOMAIN.fullmatch(one)
    )
    if cells["kind"] not in _OUTLET_KINDS:
        yield f"kind {cells['kind']!r} is none of {', '.join(_OUTLET_KINDS)}"
    if not all(re.fullmatch("[a-z]{2,3}", lang) for lang in cells["langs"].split("|")):
        yield f"langs {cells['langs']!r} are no language codes"
    if cells["zone"] and not _is_zone(cells["zone"]):
        yield f"zone {cells['zone']!r} is no time zone"


def _list(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, ZoneInfoNotFoundError, OSError):
        return False
    return True


def _references(sheets: dict[str, Sheet]) -> Iterator[Fault]:
    for name, column, target in _REFERENCES:
        if name not in sheets or target not in sheets:
            continue
        known = {row.first for row in sheets[target].rows}
        for row in sheets[name].rows:
            value = row.cells.get(column, "")
            open_cell = row.cells.get("class") == "generic" or (not value and column in _MAY_BE_EMPTY)
            if not open_cell and value not in known:
                yield name, row.line, f"{column} {value!r} is not in {target}"


_RULES = (_letters, _shape, _order, _unique, _places, _outlets)
