"""A report read by a language model: asked part by part, each answer held against the words of the report."""

from __future__ import annotations

import time
from dataclasses import dataclass

from hasila.model import Document, Reading
from hasila.reading.engine import language
from hasila.second.answer import Answer, AnswerError, parse
from hasila.second.cache import Cache
from hasila.second.endpoint import Endpoint, UnansweredError
from hasila.second.figures import Dropped, Grounding, in_order
from hasila.second.parts import MOST_PARTS, OVERLAP_TOKENS, PART_TOKENS, parts
from hasila.second.prompting import messages, tongue_of
from hasila.second.spending import Usage


@dataclass(frozen=True, slots=True)
class Seen:
    """What a model read in a report, what it told that isn't kept, and what that took."""

    reading: Reading
    dropped: tuple[Dropped, ...]
    usage: Usage
    seconds: float
    parts: int
    kept: int
    """Parts whose answer was kept from before."""


class SecondReader:
    """A model as a reader. Several threads may read at once."""

    def __init__(self, model: str, endpoint: Endpoint, cache: Cache, part_tokens: int = PART_TOKENS) -> None:
        self.model = model
        self._endpoint = endpoint
        self._cache = cache
        self._part_tokens = part_tokens

    def read(self, document: Document) -> Seen:
        """Read one document. Raises UnansweredError where a part of it got no answer that can be used."""
        begun = time.monotonic()
        windows = list(parts(document.text, self._part_tokens, min(OVERLAP_TOKENS, self._part_tokens // 4)))
        if len(windows) > MOST_PARTS:
            raise UnansweredError(f"the text is too long: {len(windows)} parts, {MOST_PARTS} at most")
        grounding = Grounding(document, self.model)
        usage, kept = Usage(), 0
        for window in windows:
            answer, took = self._answer(document, window)
            usage += took
            kept += not took.requests
            grounding.take(answer, window)
        seconds = time.monotonic() - begun
        return Seen(_reading(document, grounding), tuple(grounding.dropped), usage, seconds, len(windows), kept)

    def stop(self) -> None:
        """Ask for nothing once more."""
        self._endpoint.stop()

    def _answer(self, document: Document, window: tuple[int, int]) -> tuple[Answer, Usage]:
        asked = messages(document, document.text[slice(*window)], tongue_of(document))
        held = self._cache.get(self.model, asked)
        if held is not None:
            try:
                return parse(held), Usage()
            except AnswerError:  # somebody wrote into it
                pass
        answered = self._endpoint.ask(asked)
        try:
            answer = parse(answered.content)
        except AnswerError as error:
            raise UnansweredError(str(error)) from None
        self._cache.put(self.model, asked, answered.content)
        return answer, answered.usage


def _reading(document: Document, grounding: Grounding) -> Reading:
    notes = tuple(f"left out: {one}" for one in grounding.dropped)
    figures, quotes = tuple(in_order(grounding.figures)), tuple(grounding.quotes)
    lang = document.lang or language(document.text)
    return Reading(document, lang, bool(figures), figures, quotes, notes=notes)
