"""Which earlier documents could be copies of a new one, without looking at all of them.

A copy repeats figures. So documents with two figures or more are looked up by the pairs of figures that follow one
another in them: a cut of a text keeps such a pair, a misprint spoils two of them at most, and so few other bulletins
have one in common that it doesn't matter how alike their words are. Documents with one figure are looked up by it
together with its days or the day of publication. Those with one or none are found by their wording as well, with
MinHash (rensa): there the figure, or the numbers in the text, are made part of every run of words, so that the same
words with another number don't meet either.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from zlib import crc32

from rensa import RMinHash, RMinHashLSH

from hasila.tally.copying.imprint import Imprint, Mark
from hasila.tally.sections import numbers_as_bytes

_PERMUTATIONS = 128
_BANDS = 32
_SEED = 42
_PAIRS = 16
_SINGLES = 2
_SPREAD = 31_337


@dataclass(frozen=True, slots=True)
class Keys:
    """What a document is looked up by. ``near`` are the keys of the days around that of its publication.

    ``values`` are the codes of its figures; ``wording`` is there where figures alone don't find the copies.
    """

    alike: int
    values: frozenset[int]
    pairs: tuple[int, ...]
    singles: tuple[int, ...]
    near: tuple[int, ...]
    wording: RMinHash | None


def keys_of(imprint: Imprint) -> Keys:
    """The keys of a document."""
    keys = figure_keys(imprint.marks, imprint.published, int(imprint.digest[:15], 16))
    return replace(keys, wording=_signature(imprint)) if len(keys.values) < 2 else keys


def figure_keys(marks: Sequence[Mark], published: int | None, alike: int) -> Keys:
    """The keys that follow from a document's figures and its day, and a number that the same texts have in common."""
    codes = list(dict.fromkeys(mark.code for mark in marks))
    firsts = marks[:_SINGLES]
    singles = [_dated(mark.code, mark.start, mark.end) for mark in firsts if mark.start is not None]
    near: list[int] = []
    if published is not None:
        singles += [_dated(mark.code, published, None) for mark in firsts]
        near = [_dated(mark.code, published + shift, None) for mark in firsts for shift in (-1, 1)]
    pairs = {min(pair) << 32 | max(pair) for pair in pairwise(codes[: _PAIRS + 1])}
    return Keys(alike, frozenset(codes), tuple(pairs), tuple(singles), tuple(near), None)


def marks_of(keys: Keys) -> set[int]:
    """All that a document is found by, as numbers of 64 bits: those that it is compared with have one in common.

    What is published on the days beside is looked for (``near``), and is no mark of the document itself.
    """
    found = {keys.alike, *keys.pairs, *keys.singles}
    if keys.wording is not None:
        digest = keys.wording.digest()
        rows = _PERMUTATIONS // _BANDS
        for band in range(_BANDS):
            part = array("I", digest[band * rows : (band + 1) * rows])
            found.add(crc32(numbers_as_bytes(part)) << 32 | band)
    return found


def _dated(code: int, start: int, end: int | None) -> int:
    """A figure with its days, or with the day of publication (no end), as one number of 64 bits.

    Two that come to the same number by chance are only compared in vain.
    """
    return code << 32 | (start * _SPREAD + (end or 0)) & 0xFFFFFFFF


class Candidates:
    """An index of documents by number, in the order in which they were added."""

    def __init__(self) -> None:
        self._alike, self._pairs, self._ones, self._leads = (Table() for _ in range(4))
        self._wording = RMinHashLSH(0.5, _PERMUTATIONS, _BANDS)

    def find(self, keys: Keys) -> set[int]:
        """The numbers of all documents that could be linked with the one that these are the keys of."""
        found = set(self.alike(keys))
        found.update(self._pairs.held(keys.pairs))
        singles = keys.singles + keys.near
        found.update(self._ones.held(singles))
        if len(keys.values) == 1:
            found.update(self._leads.held(singles))
        if keys.wording is not None:
            found.update(self._wording.query(keys.wording))
        return found

    def alike(self, keys: Keys) -> Iterator[int]:
        """The numbers of documents with the very same text."""
        return self._alike.held((keys.alike,))

    def insert(self, number: int, keys: Keys) -> None:
        """Add a document, so that later ones find it."""
        self._alike.hold((keys.alike,), number)
        self._pairs.hold(keys.pairs, number)
        (self._ones if len(keys.values) == 1 else self._leads).hold(keys.singles, number)
        if keys.wording is not None:
            self._wording.insert(number, keys.wording)


class Table:
    """Numbers by keys of 64 bits. Most keys hold one number only, which then needs no list."""

    def __init__(self) -> None:
        self._numbers: dict[int, int | list[int]] = {}

    def held(self, keys: Iterable[int]) -> Iterator[int]:
        """The numbers under any of the keys, some perhaps more than once."""
        for key in keys:
            held = self._numbers.get(key)
            if isinstance(held, int):
                yield held
            elif held is not None:
                yield from held

    def hold(self, keys: Iterable[int], number: int) -> None:
        """Note a number under each key."""
        for key in keys:
            held = self._numbers.setdefault(key, number)
            if isinstance(held, list):
                held.append(number)
            elif held != number:
                self._numbers[key] = [held, number]


def _signature(imprint: Imprint) -> RMinHash:
    """The MinHash of the runs of words, each with the one figure of the text or with all its numbers."""
    salt = (imprint.marks[0].code if imprint.marks else imprint.digits).to_bytes(4, "little")
    signature = RMinHash(_PERMUTATIONS, _SEED)
    signature.update([salt + run.to_bytes(4, "little") for run in imprint.runs])
    return signature
