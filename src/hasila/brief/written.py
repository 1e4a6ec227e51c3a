"""A brief as it is written: a headline, paragraphs of sentences with their notes, and the notes. Data only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

BriefLang = Literal["ar", "en"]
Topic = Literal["totals", "countries", "places", "comparison", "derived", "disputed", "support", "unknown", "quotes"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and the numbers of the notes that it rests on."""

    text: str
    notes: tuple[int, ...] = ()

    @property
    def halves(self) -> tuple[str, str]:
        """The sentence and its stop: the marks of the notes stand between them."""
        end = len(self.text.rstrip(".؟?!"))
        return self.text[:end], self.text[end:]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences on one topic, in their order."""

    topic: Topic
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One source: ``number`` counts from 1 in the order in which the text first leans on it.

    ``outlet`` is the id of the document where no outlet is known, ``published`` the date as the brief's language writes
    it. None means that the ledger does not know.
    """

    number: int
    outlet: str
    title: str | None
    published: str | None
    url: str | None
    lang: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The report of one period. ``period`` holds its first and last day; ``label`` says it in words."""

    lang: BriefLang
    series: str
    policy: str
    period: tuple[date, date]
    label: str
    headline: str
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
