"""What is kept of a document to recognise its copies: folded words as hashes, and the figures that it states.

An imprint is enough to compare two documents; their texts aren't needed again. It can be packed into a few hundred
bytes and stored. The hashes are CRC-32 and BLAKE2 of folded words, so they are the same on every machine and in every
version of the libraries that we use; :data:`VERSION` is raised when what goes into them changes.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from math import log2
from zlib import crc32

from hasila.errors import HasilaError
from hasila.model import Figure, Lang
from hasila.tally.copying.credits import credits_of, datelines, usual_name
from hasila.tally.sections import numbers_as_bytes, numbers_in
from hasila.text.tokens import words as words_of

VERSION = 2
_RUN = 3
_AFTER_DIGITS = ":"
_PLAIN = ("key", "lang", "published", "outlet", "digest", "digits", "words", "credits")


class ImprintError(HasilaError):
    """A stored imprint that this version can't use."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as far as its copies are concerned. ``figures`` are those of its reading, in its order."""

    key: str
    id: str
    title: str | None
    text: str
    lang: Lang
    published: date | None
    outlet: str | None
    url: str | None
    figures: tuple[Figure, ...]


# A named month or day of which only the year was worked out ("in May"): a later copy gives the same days for it.
_NAMED = "such date before publication"


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure as far as a copy has to repeat it.

    ``scope`` and ``place`` are those of :class:`hasila.model.Place`. ``start`` and ``end`` are days (proleptic
    ordinals) or None; ``relative`` is true where they were counted from the day of publication ("last month"), so that
    a later copy gives other days for the same words.
    """

    measure: str
    low: int | None
    high: int | None
    scope: str | None
    place: str | None
    start: int | None
    end: int | None
    relative: bool

    @property
    def value(self) -> tuple[str, int | None, int | None]:
        """Measure and number, which is what a copy repeats whatever is understood from the context."""
        return self.measure, self.low, self.high

    @property
    def code(self) -> int:
        """A stable 32-bit hash of :attr:`value`."""
        return _code(self.measure, self.low, self.high)

    @property
    def bits(self) -> float:
        """How much it tells when two texts give this number: large numbers don't agree by chance."""
        return log2(1 + max(self.low or 0, self.high or 0))


@lru_cache(maxsize=50_000)
def _code(measure: str, low: int | None, high: int | None) -> int:
    return crc32(f"{measure} {low} {high}".encode())


@dataclass(frozen=True, slots=True)
class Imprint:
    """What is compared of a document.

    ``digest`` hashes all folded words in order and ``digits`` the numbers among them; ``runs`` are the hashes of every
    three words in a row, each once, in the order of the text; ``words`` counts the words; ``published`` is a proleptic
    ordinal. ``marks`` are the figures, each once, in order. ``outlet`` is the outlet's usual name, ``credits`` the
    folded words that follow each "via", and the names of its dateline.
    """

    key: str
    lang: Lang
    published: int | None
    outlet: str | None
    digest: str
    digits: int
    words: int
    runs: array[int]
    marks: tuple[Mark, ...]
    credits: tuple[str, ...]

    def pack(self) -> bytes:
        """The imprint as bytes to be stored. See :func:`unpack`."""
        head = {"version": VERSION, **{name: getattr(self, name) for name in _PLAIN}}
        head["marks"] = [[getattr(mark, name) for name in Mark.__slots__] for mark in self.marks]
        return json.dumps(head, ensure_ascii=False).encode() + b"\n" + numbers_as_bytes(self.runs)


def unpack(stored: bytes) -> Imprint:
    """The imprint that :meth:`Imprint.pack` stored. Raises :class:`ImprintError` when another version made it."""
    line, _, tail = stored.partition(b"\n")
    head = json.loads(line)
    version = head.pop("version")
    if version != VERSION:
        raise ImprintError(
            f"the stored imprint is of version {version}, this Hasila needs {VERSION}: make it again from the document"
        )
    marks = tuple(Mark(*mark) for mark in head.pop("marks"))
    return Imprint(**{**head, "credits": tuple(head["credits"])}, marks=marks, runs=numbers_in("I", tail))


def imprint(paper: Paper) -> Imprint:
    """Take the imprint of a document; of its title where it has no text."""
    words = words_of(paper.text or paper.title or "")
    digits = " ".join(sorted(word for word in words if word < _AFTER_DIGITS))
    return Imprint(
        paper.key,
        paper.lang,
        paper.published.toordinal() if paper.published else None,
        usual_name(paper.outlet, paper.url),
        blake2b(" ".join(words).encode(), digest_size=16).hexdigest(),
        crc32(digits.encode()),
        len(words),
        _runs(words),
        marks_of(paper.figures),
        tuple(dict.fromkeys((*credits_of(words), *datelines(paper.text)))),
    )


def _runs(words: Sequence[str]) -> array[int]:
    """The hashes of every three words in a row, each once and in order; of all the words where there are fewer."""
    if len(words) < _RUN:
        return array("I", [crc32(" ".join(words).encode())])
    rows = "\n".join(map(" ".join, zip(words, words[1:], words[2:], strict=False)))
    return array("I", dict.fromkeys(map(crc32, rows.encode().split(b"\n"))))


def marks_of(figures: Iterable[Figure]) -> tuple[Mark, ...]:
    """Each figure once, those of the text before those of the title; the first mention with a period stands for all."""
    found: dict[tuple[object, ...], Mark] = {}
    for figure in sorted(figures, key=lambda one: (one.evidence.field == "title", one.evidence.start)):
        if figure.low is None and figure.high is None:
            continue
        mark = _mark(figure)
        same = (mark.value, mark.scope)
        if same not in found or (found[same].start is None and mark.start is not None):
            found[same] = mark
    return tuple(found.values())


def _mark(figure: Figure) -> Mark:
    period = figure.period
    start = period.start if period else None
    end = period.end if period else None
    return Mark(
        figure.measure,
        figure.low,
        figure.high,
        figure.place.scope if figure.place else None,
        figure.place.name if figure.place else None,
        start.toordinal() if start else None,
        end.toordinal() if end else None,
        period is not None and period.basis.startswith("resolved") and _NAMED not in period.basis,
    )
