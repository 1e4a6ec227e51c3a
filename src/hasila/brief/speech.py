"""The paragraph of quotations from the sources of the period."""

from __future__ import annotations

from collections.abc import Iterator

from hasila.brief.desk import Desk
from hasila.brief.written import Paragraph, Sentence
from hasila.model import Quote
from hasila.tally.claim import Source

_MOST = 3


def speech(desk: Desk) -> Paragraph | None:
    """Up to three quotations by named speakers, in the language of the brief: they aren't translated here."""
    sentences: list[Sentence] = []
    said: set[str] = set()
    for source, quote in _quotes(desk):
        words = " ".join(quote.evidence.text.split())
        if words in said or len(sentences) == _MOST or quote.speaker is None:
            continue
        said.add(words)
        slots = {"speaker": desk.language.person(quote.speaker), "words": words.rstrip(".،, ")}
        path = "quotes.first" if len(sentences) % 2 == 0 else "quotes.next"
        sentences.append(Sentence(desk.language.say(path, slots), (desk.notebook.number(source),)))
    return Paragraph("quotes", tuple(sentences)) if sentences else None


def _quotes(desk: Desk) -> Iterator[tuple[Source, Quote]]:
    sources = [source for statement in desk.board.statements for source in statement.sources]
    sources.sort(key=lambda one: (one.standing != "official", str(one.published or "~"), one.id))
    for source in dict.fromkeys(sources):
        reading = desk.readings.get(source.key)
        if reading and source.lang == desk.language.lang:
            yield from ((source, quote) for quote in reading.quotes if quote.evidence.field == "text")
