"""A text with the words that were looked for: as it was written, cut where they begin and end.

>>> snippet("وبالرقّة ٣٨ عمليّة", parse("الرقة 38"))
(('وبالرقّة', True), (' ', False), ('٣٨', True), (' عمليّة', False))
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from hasila.search.entities import named_in
from hasila.search.query import Query, Term, parse
from hasila.search.shadow import Shadow, further, shadow_of

Cut = tuple[tuple[str, bool], ...]
"""Pieces of a text with whether each was looked for; they join to the text."""

_LENGTH = 260
_BEFORE = 60
# No snippet is looked for beyond.
_MOST = 60_000
_MARK = "…"

Span = tuple[int, int]

__all__ = ["Cut", "headline", "parse", "snippet"]


def headline(text: str, query: Query) -> Cut:
    """A whole text with what was found in it."""
    return tuple(_cut(text, _found(text, query), 0, len(text)))


def snippet(text: str, query: Query) -> Cut:
    """The part of a text that has most of what was looked for; its beginning where nothing was found."""
    seen = text[:_MOST]
    shadow = shadow_of(seen)
    spans = _found(seen, query, shadow)
    start, end = _window(shadow, spans, len(seen))
    pieces = list(_cut(text, spans, start, end))
    before, after = _MARK if start else "", _MARK if end < len(text.rstrip()) else ""
    ends = [(before, False), *pieces, (after, False)]
    return tuple((piece, found) for piece, found in ends if piece)


def _found(text: str, query: Query, shadow: Shadow | None = None) -> list[Span]:
    """Where something stands that was looked for, without overlaps, in the order of the text."""
    held = shadow or shadow_of(text)
    spans = {span for term in query.terms for span in _of_term(term, held)}
    signs = {sign for term in query.terms for sign in term.signs}
    if signs:
        spans.update((one.start, one.end) for one in named_in(text) if one.sign in signs)
    return _joined(spans)


def _of_term(term: Term, shadow: Shadow) -> Iterator[Span]:
    words = shadow.words
    if term.together:
        beginnings, size = set(term.beginnings), len(term.words)
        for at, word in enumerate(words):
            if word in beginnings and tuple(words[at + 1 : at + size]) == term.words[1:]:
                yield shadow.start[at], shadow.end[at + size - 1]
        return
    forms = set(term.forms)
    for at, word in enumerate(words):
        hit = any(map(word.startswith, forms)) if term.open else not forms.isdisjoint((word, *further(word)))
        if hit:
            yield shadow.start[at], shadow.end[at]


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _window(shadow: Shadow, spans: Sequence[Span], size: int) -> Span:
    """From where to where a text is shown: a window with the most spans, whole words at both its ends."""
    if size <= _LENGTH:
        return 0, size
    starts = [start for start, _ in spans]
    best = max(range(len(spans)), key=lambda at: (bisect_left(starts, starts[at] + _LENGTH) - at, -at), default=None)
    wanted = 0 if best is None else max(starts[best] - _BEFORE, 0)
    first = bisect_left(shadow.start, wanted)
    start = shadow.start[first] if wanted and first < len(shadow.start) else 0
    last = bisect_left(shadow.end, start + _LENGTH)
    return start, shadow.end[last - 1] if last > 0 and shadow.end[last - 1] > start else min(start + _LENGTH, size)


def _cut(text: str, spans: Iterable[Span], start: int, end: int) -> Iterator[tuple[str, bool]]:
    at = start
    for first, last in spans:
        first, last = max(first, at), min(last, end)
        if first < last:
            if at < first:
                yield text[at:first], False
            yield text[first:last], True
            at = last
    if at < end:
        yield text[at:end], False
