"""The decision on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from hasila.bulk.prefilter.expressions import dodged, expression
from hasila.bulk.prefilter.forms import LANGS, Form, Forms, Lang, wanted
from hasila.bulk.prefilter.scanner import Expression, Scanner
from hasila.bulk.prefilter.settings import HINTS, UNSOUND, as_utf8, narrowed

_DECIDING, _SUPPORTING, _FIGHTERS = range(3)


class Prefilter:
    """Whether the bytes of a page could hold a figure of the mission.

    It looks at the bytes as they came: UTF-8, UTF-16, UTF-32, Windows-1256, ISO-8859-6, character references and the
    escapes of JSON. It can be pickled, and then is not compiled again.
    """

    def __init__(self, names: tuple[Scanner, ...], hints: tuple[Scanner, ...], fighters: Scanner) -> None:
        self._names = names
        self._hints = hints
        self._fighters = fighters

    @classmethod
    def from_lexicon(cls) -> Prefilter:
        """One from the lexicon as it is; the same one for all callers of a process."""
        return _of_lexicon()

    def passes(self, body: bytes) -> bool:
        """Whether ``body`` could hold a figure of the mission; True for every page of which one is read."""
        body = narrowed(body)
        if self._decided(body):
            return True
        hints = set[int]().union(*(scanner.numbers(body) for scanner in self._hints))
        return bool(hints) and any(map(self._decided, as_utf8(body, hints)))

    def passing(self, bodies: Iterable[bytes]) -> list[bool]:
        """:meth:`passes` for each of many."""
        return [self.passes(body) for body in bodies]

    def _decided(self, body: bytes) -> bool:
        supported = False
        for scanner in self._names:
            found = scanner.numbers(body)
            if _DECIDING in found:
                return True
            supported = supported or _SUPPORTING in found
        return supported and bool(self._fighters.numbers(body))


@cache
def _of_lexicon() -> Prefilter:
    forms = wanted()
    names = tuple(Scanner.of(_names(forms, lang)) for lang in LANGS)
    fighters = Scanner.of(_expressions(forms.fighters, _FIGHTERS))
    return Prefilter(names, (Scanner.of(HINTS), Scanner.of([UNSOUND])), fighters)


def _names(forms: Forms, lang: Lang) -> Iterator[Expression]:
    """The expressions of one script; together with those of the other one, they would scan slower."""
    deciding = [form for form in forms.deciding if form.lang == lang]
    yield from _expressions(deciding, _DECIDING)
    yield from _dodged(deciding)
    yield from _expressions((form for form in forms.supporting if form.lang == lang), _SUPPORTING)


def _expressions(forms: Iterable[Form], number: int) -> Iterator[Expression]:
    for form in forms:
        yield Expression(expression(form), number, form.cased)


def _dodged(forms: Iterable[Form]) -> Iterator[Expression]:
    for form in forms:
        pattern = dodged(form)
        if pattern is not None:
            yield Expression(pattern, _DECIDING)
