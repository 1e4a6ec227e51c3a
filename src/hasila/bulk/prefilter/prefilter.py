"""The decision on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from hasila.bulk.prefilter import settings
from hasila.bulk.prefilter.expressions import dodged, expression, loose, opened
from hasila.bulk.prefilter.forms import Form, Forms, Lang, wanted
from hasila.bulk.prefilter.scanner import Expression, Scanner

_DECIDING, _SUPPORTING, _FIGHTERS, _OPENED = range(4)


@dataclass(frozen=True, slots=True)
class Prefilter:
    """Whether the bytes of a page could hold a figure of the mission.

    It looks at the bytes as they came: UTF-8, UTF-16, UTF-32, Windows-1256, ISO-8859-6, character references and the
    escapes of JSON. It can be pickled, and then is not compiled again.
    """

    latin: Scanner
    arabic: Scanner
    opened: Scanner
    apart: Scanner
    unseen: Scanner
    fighters: Scanner
    written: Scanner
    unsound: Scanner

    @classmethod
    def from_lexicon(cls) -> Prefilter:
        """One from the lexicon as it is; the same one for all callers of a process."""
        return _of_lexicon()

    def passes(self, body: bytes) -> bool:
        """Whether ``body`` could hold a figure of the mission; True for every page of which one is read."""
        body = settings.narrowed(body)
        if self._decided(body):
            return True
        if (
            not body.isascii()
            and self.unsound.numbers(body)
            and any(map(self._decided, settings.from_single_bytes(body)))
        ):
            return True
        return bool(self.written.numbers(body)) and self._decided(settings.written_out(body))

    def passing(self, bodies: Iterable[bytes]) -> list[bool]:
        """:meth:`passes` for each of many."""
        return [self.passes(body) for body in bodies]

    def _decided(self, body: bytes) -> bool:
        """The decision on UTF-8."""
        found = self.latin.numbers(body)
        if _DECIDING in found:
            return True
        if settings.is_arabic(body):
            body = settings.bare(settings.seen(body, self.unseen.numbers(body)))
            found |= self.arabic.numbers(body)
            found |= self.apart.numbers(body) if self.opened.numbers(body) else set()
            if _DECIDING in found:
                return True
        return _SUPPORTING in found and bool(self.fighters.numbers(body))


@cache
def _of_lexicon() -> Prefilter:
    forms = wanted()
    return Prefilter(
        latin=Scanner.of((*_names(forms, "en"), *_dodged(forms, "en"))),
        arabic=Scanner.of(_names(forms, "ar")),
        opened=Scanner.of(Expression(pattern, _OPENED) for form in forms.deciding for pattern in opened(form)),
        apart=Scanner.of(_dodged(forms, "ar")),
        unseen=Scanner.of(settings.UNSEEN),
        fighters=Scanner.of(Expression(loose(form), _FIGHTERS) for form in forms.fighters),
        written=Scanner.of(settings.WRITTEN),
        unsound=Scanner.of([settings.UNSOUND]),
    )


def _names(forms: Forms, lang: Lang) -> Iterator[Expression]:
    """The expressions of one script; together with those of the other one, they would scan slower."""
    yield from _expressions((form for form in forms.deciding if form.lang == lang), _DECIDING)
    yield from _expressions((form for form in forms.supporting if form.lang == lang), _SUPPORTING)


def _dodged(forms: Forms, lang: Lang) -> Iterator[Expression]:
    for form in forms.deciding:
        if form.lang == lang:
            yield from (Expression(pattern, _DECIDING, form.cased) for pattern in dodged(form))


def _expressions(forms: Iterable[Form], number: int) -> Iterator[Expression]:
    for form in forms:
        yield Expression(expression(form), number, form.cased)
