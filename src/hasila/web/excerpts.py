"""What may be shown of a report that is not ours to print: the sentences that state a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hasila.model import Document, Span
from hasila.tally.views import sentence_at
from hasila.web.marks import Piece

_GAP = " […] "


def excerpt(words: list[Piece]) -> list[Piece]:
    """The pieces inside sentences with a figure; what is left out between them is marked.

    >>> rain, count, raids = Piece("It rained. ", (), ()), Piece("38", ("figure",), ("f0",)), Piece(" raids.", (), ())
    >>> [one.text for one in excerpt([rain, count, raids])]
    [' […] ', '38', ' raids.']
    """
    text = "".join(one.text for one in words)
    kept = list(_joined(sorted({sentence_at(text, start, end) for start, end in _figures(words)})))
    made: list[Piece] = []
    last = 0
    for start, end in kept:
        if text[last:start].strip():
            made.append(Piece(_GAP, (), ()))
        made += _between(words, start, end)
        last = end
    return [*made, Piece(_GAP, (), ())] if text[last:].strip() else made


def sentence_around(document: Document, span: Span) -> str:
    """The sentence in which a figure stands, or the headline.

    >>> sentence_around(Document("a", "It rained. All 38 fled."), Span("text", 15, 17, "38"))
    'All 38 fled.'
    """
    if span.field == "title":
        return document.title or span.text
    start, end = sentence_at(document.text, span.start, span.end)
    return document.text[start:end].strip()


def _figures(words: Iterable[Piece]) -> Iterator[tuple[int, int]]:
    at = 0
    for one in words:
        if "figure" in one.kinds:
            yield at, at + len(one.text)
        at += len(one.text)


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    held: tuple[int, int] | None = None
    for start, end in spans:
        if held is not None and start <= held[1]:
            held = held[0], max(held[1], end)
            continue
        if held is not None:
            yield held
        held = start, end
    if held is not None:
        yield held


def _between(words: Iterable[Piece], start: int, end: int) -> Iterator[Piece]:
    at = 0
    for one in words:
        first, last = max(start - at, 0), min(end - at, len(one.text))
        if first < last:
            yield Piece(one.text[first:last], one.kinds, one.ids)
        at += len(one.text)
