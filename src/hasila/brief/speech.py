"""The paragraph of quotations from the sources of the period."""

from __future__ import annotations

from collections.abc import Iterator

from hasila.brief.desk import Desk
from hasila.brief.language import Slot
from hasila.brief.written import Paragraph, Sentence
from hasila.lexicon import names
from hasila.model import Quote
from hasila.tally.claim import Source

_MOST = 3


def speech(desk: Desk) -> Paragraph | None:
    """Up to three quotations of people by name, in the language of the brief: they aren't translated here."""
    sentences: list[Sentence] = []
    said: list[str] = []
    last: str | None = None
    for source, quote in _quotes(desk):
        words = " ".join(quote.evidence.text.split()).rstrip(".،, ")
        if len(sentences) == _MOST or any(words in held or held in words for held in said):
            continue
        path = "quotes.next" if quote.speaker == last else "quotes.other" if last else "quotes.first"
        slots: dict[str, Slot] = {"speaker": _speaker(desk, quote, introduced=quote.speaker == last), "words": words}
        sentences.append(Sentence(desk.language.say(path, slots), (desk.notebook.number(source),)))
        said.append(words)
        last = quote.speaker
    return Paragraph("quotes", tuple(sentences)) if sentences else None


def _speaker(desk: Desk, quote: Quote, introduced: bool) -> str:
    """The name, with the office that the source gives where it is the one that the lexicon knows."""
    name = desk.language.person(quote.speaker or "")
    person = names.people()[quote.speaker or ""]
    roles = desk.language.words["roles"]
    if introduced or quote.role != person.role or person.role not in roles or not person.speaks_for:
        return name
    slots: dict[str, Slot] = {
        "speaker": name,
        "role": roles[person.role],
        "issuer": desk.language.actor(person.speaks_for),
    }
    return desk.language.fill(desk.language.pattern("quotes.with_role"), slots)


def _quotes(desk: Desk) -> Iterator[tuple[Source, Quote]]:
    sources = [source for statement in desk.board.statements for source in statement.sources]
    sources.sort(key=lambda one: (one.standing != "official", str(one.published or "~"), one.id))
    for source in dict.fromkeys(sources):
        reading = desk.readings.get(source.key)
        if reading and source.lang == desk.language.lang:
            yield from ((source, quote) for quote in reading.quotes if _is_quotable(quote))


def _is_quotable(quote: Quote) -> bool:
    """A body of text, said by a known person; what a statement says of itself is told already."""
    return quote.evidence.field == "text" and quote.speaker in names.people()
