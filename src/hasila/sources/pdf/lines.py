"""Glyphs -> lines, as they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hasila.sources.pdf.glyphs import Glyph
from hasila.sources.pdf.order import read_order

# In sizes of the line's largest type.
_SAME_LINE = 0.5
_BLANK = 0.19
_BLANK_BESIDE_MARK = 0.3
_NEXT_CELL = 2.5


@dataclass(frozen=True, slots=True)
class Line:
    """``first`` is the width of its first word, ``proved`` whether its order is, ``is_row`` whether it has cells."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    first: float
    right_to_left: bool
    proved: bool
    is_row: bool = False


def lines(glyphs: Sequence[Glyph]) -> list[Line]:
    """The lines of a page, in the order in which the file draws them."""
    rows = [row for row in _rows(glyphs) if any(not glyph.text.isspace() for glyph in row)]
    arabic = sum(_is_arabic(glyph.text) for glyph in glyphs)
    right_to_left = arabic * 2 > sum(glyph.text.isalpha() for glyph in glyphs)
    return [_line(row, right_to_left) for row in rows]


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    largest = baseline = 0.0
    for glyph in glyphs:
        largest = max(largest, glyph.size)
        if row and abs(glyph.baseline - baseline) > _SAME_LINE * largest:
            yield row
            row, largest = [], glyph.size
        if not row or (row[-1].is_mark and not glyph.is_mark):
            baseline = glyph.baseline
        row.append(glyph)
    if row:
        yield row


def _line(row: Sequence[Glyph], right_to_left: bool) -> Line:
    size = max(glyph.size for glyph in row)
    cells = list(_cells(_carried(row), size))
    ordered = [read_order(cell, right_to_left) for cell in (reversed(cells) if right_to_left else cells)]
    text = " ".join(" ".join(cell.text.split()) for cell in ordered)
    seen = [glyph for glyph in row if not glyph.text.isspace()]
    left, right = min(glyph.left for glyph in seen), max(glyph.right for glyph in seen)
    share = len(text.split()[0]) / len(text) if text else 0.0
    proved = all(cell.proved for cell in ordered)
    return Line(text, left, right, row[0].baseline, size, share * (right - left), right_to_left, proved, len(cells) > 1)


def _carried(row: Sequence[Glyph]) -> list[Glyph]:
    """From left to right, each vowel sign joined to the letter that it stands over."""
    letters = sorted((glyph for glyph in row if not glyph.is_mark), key=lambda glyph: glyph.left + glyph.right)
    for mark in (glyph for glyph in row if glyph.is_mark):
        middle = (mark.left + mark.right) / 2
        over = min(range(len(letters)), key=lambda at: _distance(letters[at], middle), default=None)
        if over is None:
            letters.append(mark)
        else:
            letters[over] = replace(letters[over], text=letters[over].text + mark.text)
    return letters


def _distance(letter: Glyph, x: float) -> float:
    return abs((letter.left + letter.right) / 2 - x) + (1000 if letter.text.isspace() else 0)


def _cells(row: Sequence[Glyph], size: float) -> Iterator[list[str]]:
    """The letters from the left with a blank in each gap; cells of a table, or the ends of a running head, apart."""
    cell: list[str] = []
    edge = 0.0
    blank = False
    for glyph in row:
        if glyph.text.isspace():
            blank = True
            continue
        gap = glyph.left - edge if cell else 0.0
        if gap > _NEXT_CELL * size:
            yield cell
            cell = []
        elif cell and (blank or gap > size * _least_blank(cell[-1], glyph.text)):
            cell.append(" ")
        edge = max(edge, glyph.right) if cell else glyph.right
        cell.append(glyph.text)
        blank = False
    if cell:
        yield cell


def _least_blank(left: str, right: str) -> float:
    """Some programs give the letter and its vowel sign the narrow box of the sign alone."""
    return _BLANK if len(left) == len(right) == 1 else _BLANK_BESIDE_MARK


def _is_arabic(text: str) -> bool:
    return "\u0600" <= text[0] <= "\u08ff"
