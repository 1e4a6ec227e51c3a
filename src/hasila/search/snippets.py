"""A text with the words that were looked for: as it was written, with the places where they stand.

>>> from hasila.search.query import parse
>>> snippet("وبالرقّة ٣٨ عمليّة", parse("الرقة 38")).pieces
[('وبالرقّة', True), (' ', False), ('٣٨', True), (' عمليّة', False)]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hasila.search.entities import named_in
from hasila.search.query import Query, Term
from hasila.search.shadow import Shadow, further, shadow_of
from hasila.tally.views import sentence_at

_LENGTH = 260
_BEFORE = 60
_CLOSING = " \n\t.!?؟…"
# No snippet is looked for beyond.
_MOST = 60_000

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cut:
    """The characters [start, end) of a field, ``text``, with the stretches ``found`` that were looked for.

    Offsets are code points in the field as given. ``last``: the field ends here.
    """

    start: int
    end: int
    text: str
    found: tuple[Stretch, ...]
    last: bool

    @property
    def pieces(self) -> list[tuple[str, bool]]:
        """The text in pieces that join to it, each with whether it was looked for."""
        made: list[tuple[str, bool]] = []
        at = self.start
        for start, end in self.found:
            made += [(self._between(at, start), False), (self._between(start, end), True)]
            at = end
        made.append((self._between(at, self.end), False))
        return [piece for piece in made if piece[0]]

    def _between(self, start: int, end: int) -> str:
        return self.text[start - self.start : end - self.start]


def headline(text: str, query: Query) -> Cut:
    """A whole text with what was found in it."""
    return _cut(text, 0, len(text), _found(text, query))


def snippet(text: str, query: Query) -> Cut:
    """The part of a text that has most of what was looked for; its beginning where nothing was found."""
    seen = text[:_MOST]
    shadow = shadow_of(seen)
    found = _found(seen, query, shadow)
    return _cut(text, *_window(shadow, found, len(seen)), found)


def around(text: str, start: int, end: int) -> Cut:
    """The sentence in which some characters stand, as a field of its own; of a very long one the part around them."""
    before, after = sentence_at(text, start, end)
    said, at, to = text[before:after], start - before, end - before
    if len(said) <= _LENGTH:
        return _cut(said, 0, len(said), [(at, to)])
    first, last = max(at - 2 * _BEFORE, 0), min(to + 2 * _BEFORE, len(said))
    while 0 < first < at and not said[first - 1].isspace():
        first += 1
    while to < last < len(said) and not said[last].isspace():
        last -= 1
    return _cut(said, first, last, [(at, to)])


def _cut(text: str, start: int, end: int, found: Iterable[Stretch]) -> Cut:
    inside = tuple((max(first, start), min(last, end)) for first, last in found if first < end and last > start)
    return Cut(start, end, text[start:end], inside, end >= len(text.rstrip(_CLOSING)))


def _found(text: str, query: Query, shadow: Shadow | None = None) -> list[Stretch]:
    """Where something stands that was looked for, without overlaps, in the order of the text."""
    held = shadow or shadow_of(text)
    spans = {span for term in query.terms for span in _of_term(term, held)}
    signs = {sign for term in query.terms for sign in term.signs}
    if signs:
        spans.update((one.start, one.end) for one in named_in(text) if one.sign in signs)
    return _joined(spans)


def _of_term(term: Term, shadow: Shadow) -> Iterator[Stretch]:
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


def _joined(spans: Iterable[Stretch]) -> list[Stretch]:
    found: list[Stretch] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _window(shadow: Shadow, spans: Sequence[Stretch], size: int) -> Stretch:
    """From where to where a text is shown: a window with the most spans, whole words at both its ends."""
    if size <= _LENGTH:
        return 0, size
    starts = [start for start, _ in spans]
    best = max(range(len(spans)), key=lambda at: (bisect_left(starts, starts[at] + _LENGTH) - at, -at), default=None)
    wanted = 0 if best is None else max(starts[best] - _BEFORE, 0)
    first = bisect_left(shadow.start, wanted)
    start = shadow.start[first] if wanted and first < len(shadow.start) else 0
    last = bisect_left(shadow.end, start + _LENGTH)
    if last == len(shadow.end):
        return start, size
    return start, shadow.end[last - 1] if last and shadow.end[last - 1] > start else min(start + _LENGTH, size)
