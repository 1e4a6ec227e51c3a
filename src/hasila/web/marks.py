"""A text in pieces, each with the marks that lie on it, so that marks may overlap and the text stays as it is.

>>> [(piece.text, piece.kinds) for piece in pieces("38 operations", [Mark(0, 2, "figure", "f0")])]
[('38', ('figure',)), (' operations', ())]
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from hasila.model import Reading
from hasila.reading.page import annotate

MarkKind = Literal["figure", "quote", "date", "place", "actor", "person"]


@dataclass(frozen=True, slots=True)
class Mark:
    """The characters [start, end) are something; ``id`` is what they belong to ("f3", the fourth figure), or empty."""

    start: int
    end: int
    kind: MarkKind
    id: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that have the same marks."""

    text: str
    kinds: tuple[MarkKind, ...]
    ids: tuple[str, ...]


def pieces(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """The whole text, cut wherever a mark begins or ends."""
    held = sorted((mark for mark in marks if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end))
    edges = sorted({0, len(text), *(mark.start for mark in held), *(mark.end for mark in held)})
    made: list[Piece] = []
    over: list[Mark] = []
    coming = deque(held)
    for start, end in pairwise(edges):
        over = [mark for mark in over if mark.end > start]
        while coming and coming[0].start <= start:
            over.append(coming.popleft())
        kinds, ids = (mark.kind for mark in over), (mark.id for mark in over if mark.id)
        made.append(Piece(text[start:end], tuple(dict.fromkeys(kinds)), tuple(dict.fromkeys(ids))))
    return made


def marks_of(reading: Reading, field: Literal["title", "text"]) -> Iterator[Mark]:
    """Everything that was seen in the title or in the text of a report."""
    for at, figure in enumerate(reading.figures):
        if figure.evidence.field == field:
            yield Mark(figure.evidence.start, figure.evidence.end, "figure", f"f{at}")
    for at, quote in enumerate(reading.quotes):
        if quote.evidence.field == field:
            yield Mark(quote.evidence.start, quote.evidence.end, "quote", f"q{at}")
    yield from named_in((reading.document.title or "") if field == "title" else reading.document.text)


def named_in(text: str) -> Iterator[Mark]:
    """The dates, places, bodies and people that a text names."""
    page = annotate(text)
    tokens = page.tokens
    for day in page.dates:
        yield Mark(tokens.start[day.start], tokens.end[day.end - 1], "date")
    for name in page.names:
        if name.kind in ("place", "actor", "person") and name.name.entity is not None:
            kind: MarkKind = name.kind  # type: ignore[assignment]
            yield Mark(tokens.start[name.start], tokens.end[name.end - 1], kind)


def marked(reading: Reading) -> dict[str, Any]:
    """A reading with its words in marked pieces."""
    document = reading.document
    return {
        "reading": reading,
        "title": pieces(document.title or "", marks_of(reading, "title")) if document.title else [],
        "text": pieces(document.text, marks_of(reading, "text")),
        "notes": [*document.notes, *reading.notes],
    }
