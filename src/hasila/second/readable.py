"""The numbers that our own grammar reads in a text, and where: digits, number words, duals, single nouns, none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hasila.model import Field
from hasila.reading.counts import find_counts
from hasila.reading.page import Page, annotate
from hasila.values.numbers import read_number


@dataclass(frozen=True, slots=True)
class Readable:
    """A number that stands at the characters [start, end); both bounds are None where it is vague."""

    start: int
    end: int
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Words:
    """A field of a report with its tokens and with the numbers in it.

    ``forms`` are its folded words without punctuation, ``held`` the tokens that they are, ``places`` where each stands
    among them.
    """

    field: Field
    text: str
    page: Page
    numbers: tuple[Readable, ...]
    forms: Sequence[str]
    held: Sequence[int]
    places: Mapping[str, Sequence[int]]

    def within(self, start: int, end: int) -> Iterator[Readable]:
        """The numbers that stand wholly in some characters.

        What is written onto a number word before it (و, ب, ال) may stand outside; no part of its digits may.
        """
        for number in self.numbers:
            outside = self.text[number.start : start] if number.start < start else ""
            if number.end <= end and start < number.end and len(outside) <= _ONTO and not _digits(outside):
                if outside and not self.text[start].isalpha():
                    continue
                yield number


_ONTO = 3


def words_of(field: Field, text: str) -> Words:
    """A field, looked through once."""
    page = annotate(text)
    found = {*_grammar(page), *_counted(page)}
    held = [at for at, form in enumerate(page.form) if form[:1].isalnum()]
    forms = [page.form[at] for at in held]
    places: dict[str, list[int]] = defaultdict(list)
    for at, form in enumerate(forms):
        places[form].append(at)
    numbers = tuple(sorted(found, key=lambda one: (one.start, one.end)))
    return Words(field, text, page, numbers, forms, held, dict(places))


def _grammar(page: Page) -> Iterator[Readable]:
    """Every number of the grammar, the longest one at each place: "five" of "twenty-five" is none."""
    at = 0
    while at < len(page.form):
        number = read_number(page.form, at)
        if number is None:
            at += 1
            continue
        if number.whole:
            yield _readable(page, at, number.end, number.low, number.high)
        at = number.end


def _counted(page: Page) -> Iterator[Readable]:
    """What our reader counts beside: عنصرين (two), "a soldier" (one), "no civilians" (none), "between 10 and 12"."""
    for start, end in page.sentences:
        for count in find_counts(page, start, end):
            first, last = count.number
            yield _readable(page, first, last, count.low, count.high)


def _readable(page: Page, first: int, last: int, low: int | None, high: int | None) -> Readable:
    return Readable(page.tokens.start[first], page.tokens.end[last - 1], low, high)


def _digits(words: str) -> bool:
    return any(character.isdigit() for character in words)
