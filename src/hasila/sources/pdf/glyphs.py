"""What stands on a page: glyphs with their places, each with the letters that it is made of."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

UNKNOWN = "\ufffd"
HYPHEN = "\u00ad"
"""A hyphen that only the end of the line made."""

_ALEFS = frozenset("اأإآٱ")
_SLANTED = 0.1
_BLANK, _LINE_BREAKS, _HYPHENS = 32, (10, 13), (2, 0x2D, 0xAD)
_NO_LETTER = frozenset({0, 0xFFFE, 0xFFFF})


@dataclass(frozen=True, slots=True)
class Glyph:
    """``text`` in the order in which it is read; ``left`` to ``right`` is what it takes up of its line, in points.

    ``baseline`` is the height it stands at, ``size`` that of its type.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float

    @property
    def is_mark(self) -> bool:
        """Whether it is nothing but vowel signs, which stand above or below a letter."""
        return self.text > "\u0300" and unicodedata.combining(self.text[0]) != 0  # letters stand before their signs


def glyphs(page: Any) -> list[Glyph]:
    """All glyphs of a text page of pdfium, in the order in which the file draws them.

    Blanks and line breaks that pdfium adds on its own are left out: ``lines`` finds the gaps itself. So is what stands
    across the others, such as a stamp; a page that lies on its side is turned.
    """
    parts = list(_parts(page))
    upright = Counter(part.turned for part in parts).most_common(1)
    straight = [part for part in parts if part.turned == upright[0][0]]
    return [_joined(list(same)) for _, same in groupby(straight, key=lambda part: part.of)]


@dataclass(frozen=True, slots=True)
class _Part:
    """A letter; those of one ligature are of the same object and begin at the same point.

    ``turned`` is by how many right angles its line is turned to the left.
    """

    letter: str
    of: tuple[int, float, float]
    left: float
    right: float
    size: float
    turned: int


def _parts(page: Any) -> Iterator[_Part]:
    from pypdfium2 import raw

    x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    for at in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page, at)
        if code in _LINE_BREAKS or (code == _BLANK and raw.FPDFText_IsGenerated(page, at) == 1):
            continue
        drawn = ctypes.cast(raw.FPDFText_GetTextObject(page, at), ctypes.c_void_p).value
        if not drawn or not raw.FPDFText_GetCharOrigin(page, at, x, y):
            continue
        raw.FPDFText_GetLooseCharBox(page, at, box)
        raw.FPDFText_GetMatrix(page, at, matrix)
        turns = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
        if abs(turns - round(turns)) > _SLANTED:
            continue
        turned = round(turns) % 4
        along, up = _turned(x.value, y.value, turned)
        left, right = sorted((_turned(box.left, box.bottom, turned)[0], _turned(box.right, box.top, turned)[0]))
        size = raw.FPDFText_GetFontSize(page, at) * math.hypot(matrix.c, matrix.d)
        letter = _letter(code, code in _HYPHENS and raw.FPDFText_IsHyphen(page, at) == 1)
        yield _Part(letter, (drawn, round(along, 2), round(up, 2)), left, right, size or 1.0, turned)


def _turned(x: float, y: float, turned: int) -> tuple[float, float]:
    """The point on a page turned to the right by so many right angles."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turned]


def _letter(code: int, is_hyphen: bool) -> str:
    if is_hyphen or code == 2:
        return HYPHEN
    if code in _NO_LETTER or 0xD800 <= code < 0xE000 or 0xE000 <= code < 0xF900:
        return UNKNOWN
    return " " if code < 32 or code == 0xA0 else chr(code)


def _joined(parts: list[_Part]) -> Glyph:
    _, _, baseline = parts[0].of
    left, right = min(part.left for part in parts), max(part.right for part in parts)
    text = parts[0].letter if len(parts) == 1 else _ligature(parts)
    return Glyph(text, left, right, baseline, max(part.size for part in parts))


def _ligature(parts: list[_Part]) -> str:
    """The letters of one glyph in order, whichever way the file lists them.

    pdfium gives each its share of the box, from the right for Arabic. Lam and an alef in one glyph are always لا, and
    a vowel sign follows its letter.
    """
    letters = [part.letter for part in parts]
    if not any("\u0600" <= letter <= "\u08ff" for letter in letters):
        return "".join(letters)
    placed = [part.letter for part in sorted(parts, key=lambda part: -part.left)]
    bases = [letter for letter in placed if not unicodedata.combining(letter)]
    if len(bases) == 2 and "ل" in bases and _ALEFS & set(bases):
        bases.sort(key=lambda letter: letter != "ل")
    return "".join(bases + [letter for letter in placed if unicodedata.combining(letter)])
