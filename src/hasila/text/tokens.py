"""The untouched text seen as tokens, with offsets into it.

Every character of the text belongs to exactly one piece, so offsets are running sums and can't drift. Blanks (spaces,
hyphens inside compounds, ``#`` and ``_`` of hashtags, stray asterisks) separate words and are not tokens.

>>> tokens = tokenise("قُتل /22/ عنصرًا")
>>> tokens.form, tokens.start
(['قتل', '/', '22', '/', 'عنصرا'], [0, 5, 6, 8, 10])
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, compress
from operator import add

from hasila.text.fold import fold

_INVISIBLE = "\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u0300-\u036f" + _INVISIBLE
_ARABIC = (
    "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7\ufb50-\ufdff\ufe70-\ufefc"
)
_LATIN = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a"
_LETTER = f"[{_ARABIC}{_LATIN}\u0370-\u0373\u0376-\u052f]"
_RUN = f"[{_ARABIC}{_LATIN}\u0370-\u0373\u0376-\u052f{_MARKS}]+"
# Letters that moderation-dodging spellings keep apart: مقـ*ـتل, داعـ ـش, عمـ.ـلية, kil*l; and don't, month's.
_INSIDE = rf"(?:(?<=ـ)[ .*_-]{{1,3}}(?=ـ)|(?<=ـ)[.*](?={_LETTER})|\*(?={_LETTER})|['’](?=[a-zA-Z]))"
_WORD = rf"{_LETTER}(?:{_RUN})?(?:{_INSIDE}{_RUN})*"
_GLUED_WORD = rf"[{_ARABIC}][{_ARABIC}{_MARKS}]*?(?:اً|ًا)(?=[{_ARABIC}])"
_PATTERN = rf"""
  \x20
| [A-Za-z]{{1,4}}-?\d+[A-Za-z]*                                    # F-16s, B10
| (?:{_LETTER}\.){{2,}}(?:{_LETTER}(?!{_LETTER}))?                  # U.S. and أ.ف.ب
| [A-Z]\.[A-Z](?![\w.])                                             # U.S without its last stop
| {_WORD}
| \d+(?:/\d+)+                                                      # 25/9/2021
| \d{{1,3}}(?:،\d{{3}})+(?!\d)                                      # 31،490
| \d(?:[.,٬٫]?\d)*
| [^\S\n]*\n\s*
| (?:[^\S\n]|[#_*{_MARKS}])+
| [^\W\d_]+
| .
"""
_TOKEN = re.compile(_PATTERN, re.VERBOSE | re.DOTALL)
_GLUED = re.compile(rf"(?:اً|ًا)(?=[{_ARABIC}])")
_TOKEN_GLUED = re.compile(_PATTERN.replace(f"| {_WORD}", f"| {_GLUED_WORD}\n| {_WORD}", 1), re.VERBOSE | re.DOTALL)
_BLANK = re.compile(rf"[\s#_*{_MARKS}]+")
_HYPHENS = ("-", "‑")
BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists, one entry a token: as written, folded, and where it stands. A line break is the token "\\n"."""

    text: str
    raw: list[str]
    form: list[str]
    start: list[int]
    end: list[int]


def pieces(text: str) -> list[str]:
    """Split the text into pieces that join to the text again: tokens and the blanks between them."""
    pattern = _TOKEN_GLUED if _GLUED.search(text) else _TOKEN
    return pattern.findall(text)


def is_blank(piece: str) -> bool:
    """Whether a piece only separates words: spaces, ``#`` and ``_`` of hashtags, stray asterisks and marks."""
    return piece == " " or ("\n" not in piece and _BLANK.fullmatch(piece) is not None)


def _joins(parts: list[str], at: int) -> bool:
    """Whether the hyphen at ``at`` stands inside a compound (US-led, 72-hour), where it only separates words."""
    if not 0 < at < len(parts) - 1:
        return False
    before, after = parts[at - 1].rstrip(".")[-1:], parts[at + 1][0]
    return (before.isalpha() and after.isalnum()) or (before.isalnum() and after.isalpha())


# No token reaches past a stretch: what stands up to the next space or line break. Only letters that moderation-dodging
# spellings keep apart by a space (داعـ ـش) are one stretch all the same.
_STRETCH_END = r"(?:\n\s*|\x20*)|\n\s*|\x20+"
_STRETCH = re.compile(rf"[^ \n]+{_STRETCH_END}")
_STRETCH_APART = re.compile(rf"(?:[^ \nـ]+|ـ(?:[ .*_-]{{1,3}}(?=ـ))?)+{_STRETCH_END}")
_APART = re.compile("ـ[ .*_-]{1,3}ـ")
_REMEMBERED = 50_000

_Cut = tuple[str, str, int]


def _form(parts: list[str], at: int) -> str:
    """The folded form of a piece, "" where it only separates words."""
    piece = parts[at]
    if is_blank(piece) or (piece in _HYPHENS and _joins(parts, at)):
        return ""
    return BREAK if "\n" in piece else fold(piece)


@lru_cache(maxsize=_REMEMBERED)
def _cut(stretch: str) -> tuple[_Cut, ...]:
    """The tokens of a stretch: as written, folded, and how far on the next begins. Blanks at its start have no form.

    Texts repeat their words, so it is done once for each stretch.

    >>> _cut("(12) ")
    (('(', '(', 1), ('12', '12', 2), (')', ')', 2))
    """
    parts = pieces(stretch)
    cuts: list[_Cut] = []
    for at, piece in enumerate(parts):
        form = _form(parts, at)
        if form or not cuts:
            cuts.append((piece, form, len(piece)))
        else:
            raw, held, width = cuts[-1]
            cuts[-1] = raw, held, width + len(piece)
    return tuple(cuts)


def _stretches(text: str) -> list[str]:
    return (_STRETCH_APART if _APART.search(text) else _STRETCH).findall(text)


@lru_cache(maxsize=_REMEMBERED)
def _words(stretch: str) -> tuple[str, ...]:
    return tuple(form for _, form, _ in _cut(stretch) if form[:1].isalnum())


def words(text: str) -> list[str]:
    """The folded words and numbers of a text, without punctuation: what stays the same however it is set.

    >>> words("«تنظيم داعـش» ، ٣٨ عملية")
    ['تنظيم', 'داعش', '38', 'عمليه']
    """
    stretches = _stretches(text) if _APART.search(text) else text.split()
    return list(chain.from_iterable(map(_words, stretches)))


def tokenise(text: str) -> Tokens:
    """Cut a text into tokens with folded forms and offsets. The loops are left to the interpreter's own iterators."""
    if not text:
        return Tokens(text, [], [], [], [])
    cuts = chain.from_iterable(map(_cut, _stretches(text)))
    raw, form, width = (list(column) for column in zip(*cuts, strict=True))
    start = list(accumulate(width, initial=0))[:-1]
    end = list(map(add, start, map(len, raw)))
    if "" in form:
        raw, start, end, form = (list(compress(column, form)) for column in (raw, start, end, form))
    return Tokens(text, raw, form, start, end)
