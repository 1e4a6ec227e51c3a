"""Which earlier documents could be copies of a new one, without looking at all of them.

A copy repeats figures. So documents with two figures or more are looked up by the pairs of figures that follow one
another in them: a cut of a text keeps such a pair, a misprint spoils two of them at most, and so few other bulletins
have one in common that it doesn't matter how alike their words are. Documents with one figure are looked up by it
together with its days or the day of publication. Those with one or none are found by their wording as well, with
MinHash (rensa): there the figure, or the numbers in the text, are made part of every run of words, so that the same
words with another number don't meet either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rensa import RMinHash, RMinHashLSH

from hasila.tally.imprint import Imprint

_PERMUTATIONS = 128
_BANDS = 32
_SEED = 42
_PAIRS = 16
_SINGLES = 2
_Table = dict[int, int | list[int]]


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
    codes = list(dict.fromkeys(mark.code for mark in imprint.marks))
    firsts = imprint.marks[:_SINGLES]
    singles = [_dated(mark.code, mark.start, mark.end) for mark in firsts if mark.start is not None]
    day, near = imprint.published, []
    if day is not None:
        singles += [_dated(mark.code, day, None) for mark in firsts]
        near = [_dated(mark.code, day + shift, None) for mark in firsts for shift in (-1, 1)]
    return Keys(
        int(imprint.digest[:15], 16),
        frozenset(codes),
        tuple({min(pair) << 32 | max(pair) for pair in pairwise(codes[: _PAIRS + 1])}),
        tuple(singles),
        tuple(near),
        _signature(imprint) if len(codes) < 2 else None,
    )


def _dated(code: int, start: int, end: int | None) -> int:
    """A figure with its days, or with the day of publication (no end), as one number."""
    return ((code << 24 | start) << 24) | (end or 0)


class Candidates:
    """An index of documents by number, in the order in which they were added."""

    def __init__(self) -> None:
        self._alike: _Table = {}
        self._pairs: _Table = {}
        self._ones: _Table = {}
        self._leads: _Table = {}
        self._wording = RMinHashLSH(0.5, _PERMUTATIONS, _BANDS)

    def find(self, keys: Keys) -> set[int]:
        """The numbers of all documents that could be linked with the one that these are the keys of."""
        found = set(_held(self._alike, (keys.alike,)))
        found.update(_held(self._pairs, keys.pairs))
        singles = keys.singles + keys.near
        found.update(_held(self._ones, singles))
        if len(keys.values) == 1:
            found.update(_held(self._leads, singles))
        if keys.wording is not None:
            found.update(self._wording.query(keys.wording))
        return found

    def insert(self, number: int, keys: Keys) -> None:
        """Add a document, so that later ones find it."""
        _hold(self._alike, (keys.alike,), number)
        _hold(self._pairs, keys.pairs, number)
        _hold(self._ones if len(keys.values) == 1 else self._leads, keys.singles, number)
        if keys.wording is not None:
            self._wording.insert(number, keys.wording)


def _held(table: _Table, keys: Iterable[int]) -> Iterator[int]:
    for key in keys:
        held = table.get(key)
        if isinstance(held, int):
            yield held
        elif held is not None:
            yield from held


def _hold(table: _Table, keys: Iterable[int], number: int) -> None:
    """Note a number under each key. Most keys hold one number only, which then needs no list."""
    for key in keys:
        held = table.get(key)
        if held is None:
            table[key] = number
        elif isinstance(held, int):
            table[key] = [held, number]
        else:
            held.append(number)


def _signature(imprint: Imprint) -> RMinHash:
    """The MinHash of the runs of words, each with the one figure of the text or with all its numbers."""
    salt = (imprint.marks[0].code if imprint.marks else imprint.digits).to_bytes(4, "little")
    signature = RMinHash(_PERMUTATIONS, _SEED)
    signature.update([salt + run.to_bytes(4, "little") for run in imprint.runs])
    return signature
