"""The order of a line on the page, from left to right -> the order in which it is read.

Programs that draw text turn the one into the other by the bidirectional algorithm (Unicode Annex 9). Run on the line
read from its right edge, the algorithm turns it back; where drawing the result gives the very line that stands on the
page, the order is proved. Where it doesn't, the order is the likeliest, and the caller is told so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal, NamedTuple

Base = Literal["L", "R"]

# Ten characters of each class: which of them stands in a place is one digit of the place's number.
_DIGITS = {
    "AL": "ابتثجحخدذر", "R": "אבגדהוזחטי", "L": "abcdefghij", "EN": "0123456789", "AN": "٠١٢٣٤٥٦٧٨٩",
    "ES": "+-⁺⁻₊₋−﬩﹢﹣", "ET": "#$%¢£¤¥°‰€", "CS": ",./:،⁄﹐﹒﹕，",
    "WS": " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007",
}  # fmt: skip
_OTHER = "!&*;?@_|~^"
_DIGIT = {sign: digit for signs in (*_DIGITS.values(), _OTHER) for digit, sign in enumerate(signs)}
_LATIN_WORD = re.compile("(?:E[ES]*)?L(?:[LES]*[LE])?")
_BEFORE = "ا"
_OPENING, _CLOSING = "([{«‹“", ")]}»›”"
_TURNING = frozenset(_OPENING + _CLOSING)
_TURNED = str.maketrans(_OPENING + _CLOSING, _CLOSING + _OPENING)


class Ordered(NamedTuple):
    text: str
    proved: bool


def read_order(pieces: Sequence[str], among_arabic: bool = False) -> Ordered:
    """``pieces`` from left to right -> the line as it is read; ``among_arabic`` says what the page is written in.

    >>> read_order([*"3202 طابش"[::-1]])[0]
    'شباط 2023'
    """
    if not any(map(_is_arabic, pieces)):
        return _tail(pieces) if among_arabic else Ordered("".join(pieces), True)
    bases: tuple[Base, Base] = ("R", "L") if _is_right_to_left(pieces) else ("L", "R")
    first, second = (_tried(pieces, base) for base in bases)
    best = second if second.proved and not first.proved else first
    return Ordered(_with_brackets(best.text), best.proved)


def _tail(pieces: Sequence[str]) -> Ordered:
    """A line without letters that ends an Arabic paragraph: its full stop and per cent sign stand on the left."""
    if any(_class(piece) in ("L", "ES") for piece in pieces):
        return Ordered("".join(pieces), True)
    text, proved = _tried([*pieces, _BEFORE], "R")
    return Ordered(text.removeprefix(_BEFORE), proved)


def _tried(pieces: Sequence[str], base: Base) -> Ordered:
    classes = [_class(piece) for piece in pieces]
    whole = _with_latin_whole(classes)
    if base == "R":
        turned = _drawn(whole[::-1], base)
        order = [len(pieces) - 1 - at for at in reversed(turned)]
    else:
        order = _drawn(whole, base)
    shown = _drawn([classes[at] for at in order], base)
    return Ordered("".join(pieces[at] for at in order), [order[at] for at in shown] == list(range(len(pieces))))


def _with_latin_whole(classes: Sequence[str]) -> list[str]:
    """The classes, with what stands on to Latin letters of the same class: the digits of F-16 go where the F goes."""
    kinds = "".join({"L": "L", "EN": "E", "ES": "S", "CS": "S"}.get(kind, " ") for kind in classes)
    held = list(classes)
    for found in _LATIN_WORD.finditer(kinds):
        held[found.start() : found.end()] = ["L"] * len(found[0])
    return held


def _drawn(classes: Sequence[str], base: Base) -> list[int]:
    """Which place of a line of these classes is drawn where, from the left.

    The library gives only the text as it is drawn. So the line is drawn once for each digit of the places' numbers.
    """
    from bidi import get_display

    signs = [_DIGITS.get(kind, _OTHER) for kind in classes]
    places = [0] * len(classes)
    power = 1
    while power < len(classes) or power == 1:
        drawn = get_display("".join(of[at // power % 10] for at, of in enumerate(signs)), base_dir=base)
        places = [place + power * _DIGIT[sign] for place, sign in zip(places, drawn, strict=True)]
        power *= 10
    return places


def _class(piece: str) -> str:
    kind = unicodedata.bidirectional(piece[0])
    return "WS" if kind in ("B", "S") else kind


def _is_arabic(piece: str) -> bool:
    return unicodedata.bidirectional(piece[0]) in ("AL", "R")


def _is_right_to_left(pieces: Sequence[str]) -> bool:
    return sum(map(_is_arabic, pieces)) * 2 >= sum(unicodedata.bidirectional(piece[0]) == "L" for piece in pieces)


def _with_brackets(text: str) -> str:
    """Brackets and quotation marks the right way round: files store them as they look or as they are meant."""
    return "".join(
        _bracket(sign, text[at - 1 : at], text[at + 1 : at + 2]) if sign in _TURNING else sign
        for at, sign in enumerate(text)
    )


def _bracket(sign: str, before: str, after: str) -> str:
    opens = (not before or before.isspace() or before in _TURNING) and after.isalnum()
    closes = (_ends_word(before) or before in ".،؛!؟%") and not after.isalnum()
    turned = (opens and sign in _CLOSING) or (closes and sign in _OPENING)
    return sign.translate(_TURNED) if turned else sign


def _ends_word(sign: str) -> bool:
    return sign.isalnum() or bool(sign and unicodedata.combining(sign))
