"""Words that somebody says stand in a report -> the place where they do, or why there is none.

They are looked for as they are, then as the lexicon folds them (marks, alef, digits of the other script, punctuation),
with the place always in the untouched text: ``text[start:end]`` are the words of the span, whoever quoted them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hasila.model import Span
from hasila.second.readable import Words
from hasila.text.tokens import words as folded_words

Window = tuple[int, int]
Fits = Callable[[Words, int, int], bool]

_MOST = 200
"""Places of the same words that are looked at."""

ABSENT = "its words don't stand in the report"
AMBIGUOUS = "its words stand in several places, and nothing says which of them is meant"


@dataclass(frozen=True, slots=True)
class Ground:
    """Where words stand; ``exact``: to the letter."""

    span: Span
    exact: bool


class Ungrounded(Exception):
    """There is no such place; the message says why."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Words to be found, with more of the words around them; ``turn``: the same was told before, so many times of how
    many (the second of two is 1, 2)."""

    quote: str
    context: str
    turn: tuple[int, int] = (0, 1)


def ground(sought: Sought, fields: Sequence[Words], window: Window, fits: Fits, why_not: Callable[[], str]) -> Ground:
    """The one place of a quote that fits, the one in its context where there are several.

    What was told as many times as it stands there is meant once each, in order: a teaser that repeats the report.
    ``fields`` are looked through in their order; of the text only the characters of ``window``. ``why_not`` is asked
    for a reason where the words stand somewhere and nowhere fit. Raises Ungrounded.
    """
    seen = False
    for exact in (True, False):
        for field in fields:
            places = _places(sought.quote, field, exact)
            if field.field == "text":
                places = [one for one in places if window[0] <= one[0] and one[1] <= window[1]]
            seen = seen or bool(places)
            fitting = [one for one in places if fits(field, *one)]
            if fitting:
                start, end = _meant(fitting, sought, field)
                return Ground(Span(field.field, start, end, field.text[start:end]), exact)
    raise Ungrounded(why_not() if seen else ABSENT)


def stands(quote: str, fields: Sequence[Words]) -> bool:
    """Whether words stand in any of the fields, however they are set."""
    return any(_places(quote, field, False) for field in fields)


def _meant(places: list[Window], sought: Sought, field: Words) -> Window:
    """The place that is meant. Raises Ungrounded where nothing says so."""
    if len(places) == 1:
        return places[0]
    around = _places(sought.context, field, False) if sought.context else []
    inside = {one for one in places for start, end in around if start <= one[0] and one[1] <= end}
    if len(inside) == 1:
        return inside.pop()
    nth, of = sought.turn
    if len(places) != of:
        raise Ungrounded(AMBIGUOUS)
    return places[nth]


def _places(quote: str, field: Words, exact: bool) -> list[Window]:
    return _as_written(quote.strip(), field) if exact else _folded(quote, field)


def _as_written(quote: str, field: Words) -> list[Window]:
    found: list[Window] = []
    at = field.text.find(quote) if quote else -1
    while at >= 0 and len(found) < _MOST:
        found.append((at, at + len(quote)))
        at = field.text.find(quote, at + 1)
    return found


def _folded(quote: str, field: Words) -> list[Window]:
    """Runs of whole tokens with the same folded words; punctuation and line breaks between them don't count."""
    wanted = folded_words(quote)
    if not wanted:
        return []
    tokens, held = field.page.tokens, field.held
    found: list[Window] = []
    for at in field.places.get(wanted[0], ()):
        if field.forms[at : at + len(wanted)] == wanted:
            found.append((tokens.start[held[at]], tokens.end[held[at + len(wanted) - 1]]))
            if len(found) == _MOST:
                break
    return found
