"""What every paragraph is written with: the rows, the words, the dates, and the notes taken so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from hasila.brief.board import Board
from hasila.brief.dates import Dates
from hasila.brief.language import Language, Slot
from hasila.brief.phrases import Style, phrase
from hasila.brief.quantity import Quantity
from hasila.brief.written import Note, Sentence
from hasila.model import Measure, Reading
from hasila.tally.claim import Claim, Source
from hasila.tally.result import Row
from hasila.values.render import Case

_CITED = 3
_CASES: Mapping[str, Case] = {"nom": "nom", "gen": "gen", "acc": "acc"}


@dataclass
class Notebook:
    """Sources in the order in which the text first leans on them."""

    numbers: dict[str, int] = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)

    def number(self, source: Source) -> int:
        """The number of a source's note."""
        if source.key not in self.numbers:
            self.sources.append(source)
            self.numbers[source.key] = len(self.sources)
        return self.numbers[source.key]


@dataclass
class Desk:
    """The place where a brief is written. ``readings`` are by document key, as far as they were given."""

    board: Board
    language: Language
    dates: Dates
    readings: Mapping[str, Reading]
    notebook: Notebook = field(default_factory=Notebook)

    def cite(self, rows: Iterable[Row | None], most: int = _CITED) -> tuple[int, ...]:
        """The notes of what rows rest on."""
        return self.cite_claims([claim for row in rows if row for claim in self.board.basis(row)], most)

    def cite_claims(self, claims: Iterable[Claim], most: int = _CITED) -> tuple[int, ...]:
        """The notes of claims, at most so many: the best source of each independent witness first."""
        held = list(claims)
        witness = {claim.document: claim.witness for claim in held}
        sources = self.board.sources(held)
        first = {witness[source.key]: source.key for source in reversed(sources)}
        ranked = sorted(sources, key=lambda source: source.key != first[witness[source.key]])
        return tuple(sorted(self.notebook.number(source) for source in ranked[:most]))

    def sentence(self, text: str, rows: Iterable[Row | None] = ()) -> Sentence:
        """A sentence with the notes of the rows that it tells of."""
        return Sentence(text, self.cite(rows))

    def count(self, quantity: Quantity, measure: Measure, style: Style = "noun") -> Callable[[str], str]:
        """A slot that writes a quantity in the case asked for."""
        return lambda case: phrase(self.language, quantity, measure, _CASES.get(case, "nom"), style)

    def slots(self, scope: str | None = None) -> dict[str, Slot]:
        """The slots that every pattern may use, for one place."""
        words = self.language.words
        series = words["series"][self.board.series]
        target = words["actors"][series["target"]]
        actor = words["actors"].get(series["actor"], {})
        alone = series.get("alone", series["actor"])
        return {
            "actor": self.language.actor(series["actor"]),
            "ta": "ت" if actor.get("gender", "f") == "f" else "",
            "alone": self.language.actor(alone),
            "carries": "تنفّذ" if words["actors"].get(alone, {}).get("gender", "f") == "f" else "ينفّذ",
            "lone": str(words["counting"].get("lone", "")),
            "target": target["name"],
            "target_short": target.get("short", target["name"]),
            "place": self.where(scope) if scope else "",
            "during": self.dates.during(self.board.days),
            "period": self.dates.period(self.board.days),
        }

    def where(self, scope: str) -> str:
        """The countries of a scope, or the place that the board is about."""
        return self.language.site(self.board.place) if self.board.place else self.language.place(scope)

    def issuer(self, rows: Iterable[Row | None]) -> str | None:
        """Who states most of what rows rest on, by canonical name."""
        said = Counter(
            claim.attribution for row in rows if row for claim in self.board.agreeing(row) if claim.attribution
        )
        return min(said, key=lambda name: (-said[name], name), default=None)

    def partners(self, rows: Iterable[Row | None]) -> list[str]:
        """The partners that the readings name with the operations of rows, those named by most documents first."""
        named: Counter[str] = Counter()
        for claim in (claim for row in rows if row for claim in self.board.agreeing(row)):
            reading = self.readings.get(claim.document)
            if reading and claim.figures and claim.figures[0] < len(reading.figures):
                named.update({name for at in claim.figures for name in reading.figures[at].partners})
        return sorted(named, key=lambda name: (-named[name], name))

    def _day(self, day: date | None) -> str | None:
        return self.dates.day(day) if day else None

    def notes(self) -> tuple[Note, ...]:
        """Every source that the text leans on."""
        return tuple(
            Note(at, one.outlet or one.id, one.title, self._day(one.published), one.url, one.lang)
            for at, one in enumerate(self.notebook.sources, start=1)
        )
