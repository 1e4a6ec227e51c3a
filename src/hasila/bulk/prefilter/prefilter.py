"""The decision on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from hasila.bulk.prefilter import settings
from hasila.bulk.prefilter.expressions import dodged, expression, loose, opened
from hasila.bulk.prefilter.forms import Form, Forms, Lang, wanted
from hasila.bulk.prefilter.scanner import Expression, Scanner

_DECIDING, _SUPPORTING, _FIGHTERS, _OPENED, _WRITTEN_OUT, _SINGLE_BYTES = range(6)


@dataclass(frozen=True, slots=True)
class Prefilter:
    """Whether the bytes of a page could hold a figure of the mission.

    It looks at the bytes as they came: UTF-8, UTF-16, UTF-32, Windows-1256, ISO-8859-6, character references and the
    escapes of JSON. It can be pickled, and then is not compiled again. ``first`` looks at every page, for the English
    names and for what tells how a page is set; the others at pages that hold Arabic.
    """

    first: Scanner
    arabic: Scanner
    opened: Scanner
    apart: Scanner
    unseen: Scanner
    fighters: Scanner

    @classmethod
    def from_lexicon(cls) -> Prefilter:
        """One from the lexicon as it is; the same one for all callers of a process."""
        return _of_lexicon()

    def passes(self, body: bytes) -> bool:
        """Whether ``body`` could hold a figure of the mission; True for every page of which one is read."""
        body = settings.narrowed(body)
        found = self.first.numbers(body)
        return (
            self._decided(found, body)
            or (_SINGLE_BYTES in found and any(self._decided(found, one) for one in settings.from_single_bytes(body)))
            or (_WRITTEN_OUT in found and self._decided_written_out(settings.written_out(body)))
        )

    def passing(self, bodies: Iterable[bytes]) -> list[bool]:
        """:meth:`passes` for each of many."""
        return [self.passes(body) for body in bodies]

    def _decided_written_out(self, body: bytes) -> bool:
        return self._decided(self.first.numbers(body), body)

    def _decided(self, found: set[int], body: bytes) -> bool:
        """The decision on UTF-8 of which ``found`` is known from the first look."""
        if _DECIDING in found:
            return True
        if settings.is_arabic(body):
            body = settings.bare(settings.seen(body, self.unseen.numbers(body)))
            found = found | self.arabic.numbers(body)
            found |= self.apart.numbers(body) if self.opened.numbers(body) else set()
        return _DECIDING in found or (_SUPPORTING in found and bool(self.fighters.numbers(body)))


@cache
def _of_lexicon() -> Prefilter:
    forms = wanted()
    return Prefilter(
        first=Scanner.of((*_names(forms, "en"), *_dodged(forms, "en"), *_set_otherwise())),
        arabic=Scanner.of(_names(forms, "ar")),
        opened=Scanner.of(Expression(pattern, _OPENED) for form in forms.deciding for pattern in opened(form)),
        apart=Scanner.of(_dodged(forms, "ar")),
        unseen=Scanner.of(settings.UNSEEN),
        fighters=Scanner.of(Expression(loose(form), _FIGHTERS) for form in forms.fighters),
    )


def _names(forms: Forms, lang: Lang) -> Iterator[Expression]:
    """The expressions of one script; together with those of the other one, they would scan slower."""
    yield from _expressions((form for form in forms.deciding if form.lang == lang), _DECIDING)
    yield from _expressions((form for form in forms.supporting if form.lang == lang), _SUPPORTING)


def _set_otherwise() -> Iterator[Expression]:
    """What tells that a page may hold Arabic which is not set in UTF-8."""
    yield Expression(settings.UNSOUND, _SINGLE_BYTES, True)
    yield from (Expression(pattern, _WRITTEN_OUT) for pattern in settings.WRITTEN)


def _dodged(forms: Forms, lang: Lang) -> Iterator[Expression]:
    for form in forms.deciding:
        if form.lang == lang:
            yield from (Expression(pattern, _DECIDING, form.cased) for pattern in dodged(form))


def _expressions(forms: Iterable[Form], number: int) -> Iterator[Expression]:
    for form in forms:
        yield Expression(expression(form), number, form.cased)
