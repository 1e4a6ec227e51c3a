"""A long text -> overlapping parts that a model takes, cut where a sentence or a line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

Window = tuple[int, int]

PART_TOKENS = 2_500
OVERLAP_TOKENS = 150
MOST_PARTS = 40

_BYTES_A_TOKEN = 3
_ENDS = (re.compile(r"\n"), re.compile(r"[.!?؟]\s"), re.compile(r"\s"))


def parts(text: str, part: int = PART_TOKENS, overlap: int = OVERLAP_TOKENS) -> Iterator[Window]:
    """The characters [start, end) of each part: all of the text, each part at most so many tokens, as estimated.

    A part begins some tokens before the one before it ends, so that no sentence is cut in both.
    """
    start = 0
    while True:
        end = _reach(text, start, part)
        if end < len(text):
            end = _cut(text, start, end)
        yield start, end
        if end >= len(text):
            return
        back = _back(text, end, overlap)
        start = back if start < back < end else end


def estimated_tokens(text: str) -> int:
    """About so many tokens: a vocabulary made for many languages takes three bytes or more for one.

    >>> estimated_tokens("operations"), estimated_tokens("عمليات")
    (4, 5)
    """
    return len(text.encode("utf-8", "replace")) // _BYTES_A_TOKEN + 1


def _reach(text: str, start: int, tokens: int) -> int:
    """The end of the characters from ``start`` on that are at most so many tokens, and at least one character."""
    room = tokens * _BYTES_A_TOKEN
    piece = text[start : start + room].encode("utf-8", "replace")[:room]
    return min(len(text), start + max(1, len(piece.decode("utf-8", "ignore"))))


def _cut(text: str, start: int, end: int) -> int:
    """The last good place to cut in the second half of a part: a line's end, a sentence's, a space; else its end."""
    half = start + (end - start) // 2
    for pattern in _ENDS:
        last = max((found.end() for found in pattern.finditer(text, half, end)), default=None)
        if last is not None:
            return last
    return end


def _back(text: str, end: int, tokens: int) -> int:
    """Where the overlap before ``end`` begins: after a space."""
    start = max(0, end - tokens * _BYTES_A_TOKEN // 2)
    space = re.compile(r"\s").search(text, start, end)
    return space.end() if space else start
