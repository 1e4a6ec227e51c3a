"""What a model tells of a report -> figures and quotes, kept only where their words stand in it and say that number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from hasila.model import Basis, Document, Figure, Period, Quote
from hasila.second.answer import Answer, ToldFigure, ToldPeriod, ToldQuote
from hasila.second.grounding import Ground, Sought, Ungrounded, Window, ground, stands
from hasila.second.names import named, place_of
from hasila.second.readable import Words, words_of

MARK = "second-reader:"
"""Before the name of the model in the trail of each of its figures, and in the ledger."""

CONFIDENCE = {True: 0.5, False: 0.4}
"""Of figures whose words were found to the letter, and only as they are folded. No model's own confidence is asked for,
because it says nothing; what these figures weigh a person decides."""

_OPEN_ABOVE, _OPEN_BELOW, _ONE = ("over", "at_least"), ("at_most",), ("exact", "about")


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that was told and is not kept, with the reason."""

    told: str
    reason: str

    def __str__(self) -> str:
        return f"{self.told}: {self.reason}"


class Grounding:
    """One document, in which words are looked for."""

    def __init__(self, document: Document, model: str) -> None:
        self._text = words_of("text", document.text)
        self._title = words_of("title", document.title) if document.title else None
        self._model = model
        self.figures: list[Figure] = []
        self.quotes: list[Quote] = []
        self.dropped: list[Dropped] = []

    def take(self, answer: Answer, window: Window) -> None:
        """Keep what stands in the report; ``window`` is the part of the text that the model was shown."""
        self.dropped += [Dropped("not in our terms", fault) for fault in answer.faults]
        for told, turn in _turns(answer.figures):
            try:
                self._keep(self._figure(told, turn, window))
            except Ungrounded as error:
                self.dropped.append(Dropped(_shown(told), str(error)))
        for quote in answer.quotes:
            try:
                self._keep_quote(self._quote(quote, window))
            except Ungrounded as error:
                self.dropped.append(Dropped(f"quote {_cut(quote.quote)!r}", str(error)))

    def _fields(self, first: str) -> list[Words]:
        held = [self._text] if self._title is None else [self._text, self._title]
        return sorted(held, key=lambda one: one.field != first)

    def _keep(self, figure: Figure) -> None:
        """Overlapping parts tell the same twice; a model may, too."""
        if not any(_repeats(held, figure) for held in self.figures):
            self.figures.append(figure)

    def _keep_quote(self, quote: Quote) -> None:
        if all(held.evidence != quote.evidence for held in self.quotes):
            self.quotes.append(quote)

    def _figure(self, told: ToldFigure, turn: tuple[int, int], window: Window) -> Figure:
        low, high = _bounds(told)
        fields = self._fields(told.field)
        values = {value for value in (low, high) if value is not None}

        def says_so(field: Words, start: int, end: int) -> bool:
            read = list(field.within(start, end))
            if not values:
                return any(one.low is None and one.high is None for one in read)
            return values <= set(chain.from_iterable((one.low, one.high) for one in read))

        def why_not() -> str:
            number = " and ".join(map(str, sorted(values))) or "a vague number"
            return f"its words stand in the report and don't say {number}"

        found = ground(Sought(told.quote, told.context, turn), fields, window, says_so, why_not)
        return self._made(told, low, high, found, fields)

    def _made(
        self, told: ToldFigure, low: int | None, high: int | None, found: Ground, fields: Sequence[Words]
    ) -> Figure:
        place, place_is_written = place_of(told.place, fields)
        period = _period(told.period, fields)
        partners = tuple(name for one in told.partners if (name := named("actor", one, fields)))
        names = {slot: named("actor", getattr(told, slot), fields) for slot in ("actor", "target", "attribution")}
        filled = {**names, "victim": told.victim, "mode": told.mode, "partners": partners, "period": period}
        basis: dict[str, Basis] = {slot: "inferred" for slot, value in filled.items() if value}
        if place is not None:
            basis["place"] = "stated" if place_is_written else "inferred"
        return Figure(
            measure=told.measure,
            low=low,
            high=high,
            qualifier=told.qualifier,
            modality=told.modality,
            kind=told.kind,
            subset=told.subset,
            victim=told.victim,
            actor=names["actor"],
            partners=partners,
            mode=told.mode,
            target=names["target"],
            place=place,
            period=period,
            attribution=names["attribution"],
            evidence=found.span,
            confidence=CONFIDENCE[found.exact],
            trail=(f"{MARK}{self._model}", "words-exact" if found.exact else "words-folded"),
            basis=dict(sorted(basis.items())),
        )

    def _quote(self, told: ToldQuote, window: Window) -> Quote:
        fields = self._fields(told.field)
        found = ground(Sought(told.quote, told.context), fields, window, lambda *_: True, str)
        speaker = named("person", told.speaker, fields) or named("actor", told.speaker, fields)
        role = told.role if told.role and told.role.isprintable() and stands(told.role, fields) else None
        return Quote(speaker, role, found.span)


def _turns(told: Sequence[ToldFigure]) -> Iterator[tuple[ToldFigure, tuple[int, int]]]:
    """Each figure, with how often its count was told in the same words before, and how often in all."""
    keys = [(one.measure, one.low, one.high, one.field, one.quote) for one in told]
    of, before = Counter(keys), Counter[tuple[object, ...]]()
    for one, key in zip(told, keys, strict=True):
        yield one, (before[key], of[key])
        before[key] += 1


def _bounds(told: ToldFigure) -> tuple[int | None, int | None]:
    """The bounds as the qualifier has them ("more than 22" is 22 and open). Raises Ungrounded where they contradict."""
    low, high = told.low, told.high
    if told.qualifier in _OPEN_ABOVE and low is not None and high in (None, low):
        return low, None
    if told.qualifier in _OPEN_BELOW and high is not None and low in (None, high, 0):
        return None, high
    alike = low is not None and low == high
    apart = low is not None and high is not None and low < high
    fits = {"range": apart, "vague": low is None and high is None}.get(told.qualifier, alike)
    if not fits or (told.qualifier not in ("range", "vague") and told.qualifier not in _ONE):
        raise Ungrounded(f"low and high don't suit {told.qualifier!r}")
    return low, high


def _period(told: ToldPeriod | None, fields: Sequence[Words]) -> Period | None:
    if told is None or (told.start is None and told.end is None):
        return None
    if told.start is not None and told.end is not None and told.start > told.end:
        return None
    written = told.as_written if told.as_written and stands(told.as_written, fields) else None
    return Period(told.start, told.end, written, "inferred")


def _repeats(one: Figure, other: Figure) -> bool:
    """Whether two figures are one mention: the same number of the same thing at some of the same words."""
    said = (one.measure, one.low, one.high) == (other.measure, other.low, other.high)
    a, b = one.evidence, other.evidence
    return said and a.field == b.field and a.start < b.end and b.start < a.end


def in_order(figures: Sequence[Figure]) -> Iterator[Figure]:
    """Figures as a reading has them: the headline first, each in order of place."""
    yield from sorted(figures, key=lambda one: (one.evidence.field != "title", one.evidence.start, one.evidence.end))


def _shown(told: ToldFigure) -> str:
    value = told.low if told.low == told.high else f"{told.low}..{told.high}"
    return f"{told.measure} {'(vague)' if value is None else value} {_cut(told.quote)!r}"


def _cut(words: str, longest: int = 80) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= longest else plain[: longest - 1] + "…"
