"""What somebody typed -> what is looked for.

Words may stand in any order and form; «…», “…” and "…" hold words that stand together as they are; a * at the end of a
word leaves it open. A name is looked for in both scripts. Whatever else is typed is taken as space.

>>> [term.words for term in parse('قتل "القيادة المركزية" عملي*').terms]
[('قتل',), ('القياده', 'المركزيه'), ('عملي',)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hasila.search.entities import meant_by
from hasila.search.shadow import asked_as, onto, shadow_of

MOST_WORDS = 24
"""Words that are looked for at a time."""
MOST_SIGNS = 500
"""Characters of a query that are looked at."""

_QUOTED = re.compile(r'"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»')
_OPEN = re.compile(r"(\S{2,})\*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Term:
    """Something that a report has to have: the words, or else one of the names that ``signs`` stand for.

    ``together``: the words stand side by side as they were typed. ``open``: only the beginning of the word is given.
    """

    words: tuple[str, ...]
    signs: tuple[str, ...] = ()
    together: bool = False
    open: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """The words as they are looked up."""
        return self.words if self.together or self.open else tuple(map(asked_as, self.words))

    @property
    def beginnings(self) -> tuple[str, ...]:
        """The first of words that stand together, with whatever may be written onto it."""
        return onto(self.words[0])


@dataclass(frozen=True, slots=True)
class Query:
    """Terms, all of which are looked for. ``cut``: there were more words than are looked for at a time."""

    terms: tuple[Term, ...]
    cut: bool = False

    def __bool__(self) -> bool:
        return bool(self.terms)


def parse(typed: str) -> Query:
    """What is looked for. Nothing that can be typed is an error."""
    terms: list[Term] = []
    for text, quoted in _parts(typed[:MOST_SIGNS]):
        terms += _together(text) if quoted else _apart(text)
    kept, size = [], 0
    for term in dict.fromkeys(terms):
        size += len(term.words)
        if size > MOST_WORDS:
            break
        kept.append(term)
    return Query(tuple(kept), cut=size > MOST_WORDS or len(typed) > MOST_SIGNS)


def _parts(typed: str) -> Iterator[tuple[str, bool]]:
    at = 0
    for found in _QUOTED.finditer(typed):
        yield typed[at : found.start()], False
        yield next(filter(None, found.groups()), ""), True
        at = found.end()
    yield typed[at:], False


def _together(text: str) -> list[Term]:
    words = tuple(shadow_of(text).words)
    return [Term(words[:MOST_WORDS], together=True)] if words else []


def _apart(text: str) -> Iterator[Term]:
    at = 0
    for found in _OPEN.finditer(text):
        yield from _named(text[at : found.start()])
        *before, last = [*shadow_of(found[1]).words] or [""]
        yield from (Term((word,)) for word in before)
        if last:
            yield Term((last,), open=True)
        at = found.end()
    yield from _named(text[at:])


def _named(text: str) -> Iterator[Term]:
    words = shadow_of(text).words
    at = 0
    for meant in meant_by(words):
        yield from (Term((word,)) for word in words[at : meant.start])
        yield Term(tuple(words[meant.start : meant.end]), meant.signs)
        at = meant.end
    yield from (Term((word,)) for word in words[at:])
