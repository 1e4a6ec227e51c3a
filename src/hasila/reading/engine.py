"""Document -> Reading: the passes in their order."""

from __future__ import annotations

import string

from hasila.model import Document, Figure, Lang, Reading
from hasila.reading.background import background
from hasila.reading.domain import is_relevant
from hasila.reading.page import Page, annotate
from hasila.reading.reader import Reader
from hasila.reading.writtenout import written_out

# In UTF-8 the bytes 0xd8 to 0xdb begin the characters U+0600 to U+06FF and nothing else.
_ARABIC = bytes(range(0xD8, 0xDC))
_LATIN = string.ascii_letters.encode()


def read(document: Document) -> Reading:
    """Read one document. Never raises on any text; offsets are into ``document.title`` and ``document.text``."""
    title, body = _annotated(document)
    return _read(document, title, body, is_relevant(title, body))


def read_of_mission(document: Document) -> Reading | None:
    """The same of a document that concerns the mission; None of any other, which is put aside without being read."""
    title, body = _annotated(document)
    return _read(document, title, body, True) if is_relevant(title, body) else None


def _annotated(document: Document) -> tuple[Page | None, Page]:
    body = annotate(document.text)
    return annotate(document.title) if document.title else None, body


def _read(document: Document, title: Page | None, body: Page, relevant: bool) -> Reading:
    lang = document.lang or language(document.text)
    reader = Reader(document, relevant, title, body)
    figures, quotes = reader.body()
    heads = reader.headline(figures) if title is not None else []
    heads, figures = written_out(heads, (title, body)), written_out(figures, (body, title))
    facts, assessments, efforts = background(body, reader.parts, quotes)
    return Reading(
        document,
        lang,
        relevant,
        (*sorted(heads, key=_place), *sorted(figures, key=_place)),
        tuple(quotes),
        facts,
        assessments,
        efforts,
        reader.notes(),
    )


def _place(figure: Figure) -> tuple[int, int]:
    return figure.evidence.start, figure.evidence.end


def language(text: str) -> Lang:
    """ "ar", "en" or "mixed" by the share of Arabic among the letters of the first 4,000 characters."""
    sample = text[:4000].encode("utf-8", "surrogatepass")
    arabic = len(sample) - len(sample.translate(None, _ARABIC))
    latin = len(sample) - len(sample.translate(None, _LATIN))
    if arabic and latin and 0.2 < arabic / (arabic + latin) < 0.8:
        return "mixed"
    return "ar" if arabic >= latin else "en"
