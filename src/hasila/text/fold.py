"""Fold a word to the form the lexicon knows, on the side: the source text is never altered.

>>> fold("الأمنيّة"), fold("مقـ*ـتل"), fold("Kil*l"), fold("٣٨")
('الامنيه', 'مقتل', 'kill', '38')
"""

from __future__ import annotations

import re
import unicodedata

_DROP = (
    *(0x0640, 0x0670, 0x061C, 0xFEFF),
    *range(0x064B, 0x0660),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
)
_SWAP = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ة": "ه",
    "ک": "ك",
    "ګ": "ك",
    "’": "'",
    "٬": ",",
    "٫": ".",
}
_TABLE: dict[int, str | None] = dict.fromkeys(_DROP)
_TABLE.update({ord(char): to for char, to in _SWAP.items()})
for _zero in (0x0660, 0x06F0):
    _TABLE.update({_zero + digit: str(digit) for digit in range(10)})
_CENSOR = {ord(char): None for char in " .*_-"}
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e]")


def fold(word: str) -> str:
    """The folded form of one token: marks, tatweel and bidi controls dropped, one alef, one ya, ASCII digits."""
    if _PRESENTATION.search(word):
        word = unicodedata.normalize("NFKC", word)
    folded = word.translate(_TABLE)
    if folded[:1].isalpha():
        return folded.translate(_CENSOR).lower()
    return folded
