"""Phrases of the background files (``facts``, ``assessments``, ``efforts``) found in a text in one pass.

Every word of a phrase stands for itself with any Arabic proclitic (و ف ب ل ك ال); ``*`` stands for up to three words.

>>> from hasila.reading.page import annotate
>>> [(found.row.file, found.row.cls) for found in wordings(annotate("دعم الاستقرار ومجابهة الدعاية الإعلامية للتنظيم"))]
[('efforts', 'stabilisation'), ('efforts', 'propaganda')]
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from hasila.lexicon.words import rows
from hasila.reading.cast import Part
from hasila.reading.page import Page
from hasila.text.fold import fold
from hasila.text.tokens import BREAK

_FILES = ("facts", "assessments", "efforts")
_CONJUNCTIONS = ("", "و", "ف")
_ARTICLES = ("", "ال", "ب", "ل", "ك", "بال", "لل", "كال")
_GAP = 3
_REMEMBERED = 50_000
_ANY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a background file: its phrase, class and the other cells."""

    file: str
    form: str
    cls: str
    value: str
    about: str


@dataclass(slots=True)
class Wording:
    """Tokens [start, end) that a phrase of a background file covers."""

    start: int
    end: int
    row: Row


_Entry = tuple[tuple[frozenset[str], ...], Row]


def _variants(word: str) -> frozenset[str]:
    """A word with the proclitics it can carry: استقرار -> والاستقرار, للاستقرار, …"""
    if word == "*":
        return _ANY
    form = fold(word)
    if form[0] < "\u0590":
        return frozenset({form, form + "'s"})
    bare = form[2:] if form.startswith("ال") and len(form) > 4 else form
    heads = (
        _ARTICLES if bare != form else tuple(article for article in _ARTICLES if "ل" not in article or article == "ل")
    )
    kept = frozenset(conj + article + bare for conj in _CONJUNCTIONS for article in heads)
    return kept | {form, "و" + form}


@cache
def _table() -> dict[str, list[_Entry]]:
    """Phrases by every form their first word can take, longest first."""
    table: dict[str, list[_Entry]] = {}
    for file in _FILES:
        for lang in ("ar", "en"):
            for form, cls, value, about, *_ in rows(lang, file):
                first, *tail = [_variants(word) for word in form.replace("-", " ").split()]
                entry = tuple(tail), Row(file, form, cls, value, about)
                for variant in first:
                    table.setdefault(variant, []).append(entry)
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


@cache
def _firsts() -> frozenset[str]:
    return frozenset(_table())


@lru_cache(maxsize=_REMEMBERED)
def _entries(first: str, second: str) -> list[_Entry]:
    """The phrases that two words can begin, longest first."""
    held = _table().get(first, [])
    return [entry for entry in held if not entry[0] or not entry[0][0] or second in entry[0][0]]


def wordings(page: Page) -> list[Wording]:
    """All phrases of the background files in a text; of those that begin at one word, the longest of each file."""
    forms = page.form
    found: list[Wording] = []
    last = len(forms) - 1
    for at in page.where(_firsts()):
        following = forms[at + 1] if at < last else ""
        for tail, row in _entries(forms[at], following):
            end = _matches(forms, at + 1, tail)
            if end and not _held(found, at, row):
                found.append(Wording(at, end, row))
    return found


def within(parts: list[Part], lo: int, hi: int) -> list[Part]:
    """The actors and people named in tokens [lo, hi)."""
    return parts[bisect_left(parts, lo, key=_start) : bisect_left(parts, hi, key=_start)]


def _start(part: Part) -> int:
    return part.start


def _held(found: list[Wording], at: int, row: Row) -> bool:
    """Whether a longer phrase of the same file begins at the same word."""
    return any(wording.start == at and wording.row.file == row.file for wording in found[-3:])


def _matches(forms: list[str], at: int, tail: tuple[frozenset[str], ...]) -> int:
    """Where a phrase ends that goes on with these words, 0 where it does not."""
    for k, word in enumerate(tail):
        if not word:
            return next(
                (
                    end
                    for gap in range(_GAP + 1)
                    if not _broken(forms, at, gap) and (end := _matches(forms, at + gap, tail[k + 1 :]))
                ),
                0,
            )
        if at >= len(forms) or forms[at] not in word:
            return 0
        at += 1
    return at


def _broken(forms: list[str], at: int, gap: int) -> bool:
    """Whether a sentence ends inside a gap."""
    return any(form in (BREAK, ".", "؟", "?") for form in forms[at : at + gap])
