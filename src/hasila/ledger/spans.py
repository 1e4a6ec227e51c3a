"""The words that state a figure, as people write them when they correct which ones these are.

"12-25" are the characters of the text from the 13th to the 25th, "title 0-9" those of the headline. The ledger writes
the words themselves behind them, so that a row of it says by itself what was meant; ``field[start:end]`` are these
words, always.
"""

from __future__ import annotations

import re
from typing import Literal

from hasila.errors import LedgerError
from hasila.model import Document, Span

LONGEST = 1000
"""Characters of the words that state one figure; more are no evidence of a number."""

_REMEDY = "Write the places of its first character and after its last: 12-25"
_SPAN = re.compile(r"(?:(title|text) +)?(\d{1,9})-(\d{1,9})(?: (.+))?", re.DOTALL | re.ASCII)


def span_of(value: str) -> Span:
    """The span that was written, with its words. Raises :class:`LedgerError` where it is none.

    >>> span_of("12-15 two").text
    'two'
    """
    match = _SPAN.fullmatch(value.strip())
    if match is None:
        raise _refused(f"{value!r} is no span", _REMEDY)
    start, end, words = int(match[2]), int(match[3]), match[4] or ""
    if end - start != len(words):
        raise _refused(f"{value!r} does not hold the words", "Leave the words out: the ledger writes them")
    field: Literal["title", "text"] = "title" if match[1] == "title" else "text"
    return Span(field, start, end, words)


def with_words(value: str, document: Document) -> str:
    """A span with the words of a document, without the spaces around them.

    Raises :class:`LedgerError` where the document has no such place, or where other words were written.

    >>> with_words("3-7", Document("a", "At two sites"))
    '3-6 two'
    """
    match = _SPAN.fullmatch(value.strip())
    if match is None:
        raise _refused(f"{value!r} is no span", _REMEDY)
    text = (document.title or "") if match[1] == "title" else document.text
    start, end = int(match[2]), int(match[3])
    words = text[start:end]
    if not words.strip() or end > len(text) or end - start > LONGEST or _is_cut(words):
        raise _refused(f"{match[2]}-{match[3]} holds no words", f"Name a place of at most {LONGEST} characters")
    if match[4] is not None and match[4].strip() != words.strip():
        raise _refused(f"other words stand at {match[2]}-{match[3]}", f"There stands: {words.strip()}")
    start += len(words) - len(words.lstrip())
    return f"{'title ' if match[1] == 'title' else ''}{start}-{start + len(words.strip())} {words.strip()}"


def _is_cut(words: str) -> bool:
    """Whether characters are among the words that no database takes as they are."""
    return "\0" in words or any("\ud800" <= character <= "\udfff" for character in words)


def _refused(reason: str, remedy: str) -> LedgerError:
    return LedgerError("--field span", reason, remedy)
