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
from itertools import pairwise
from zlib import crc32

from rensa import RMinHash, RMinHashLSH

from hasila.tally.imprint import Imprint, Mark

_PERMUTATIONS = 128
_BANDS = 32
_SEED = 42
_PAIRS = 16
_SINGLES = 3
_Table = dict[int, int | list[int]]


class Candidates:
    """An index of imprints by number, in the order in which they were added."""

    def __init__(self) -> None:
        self._alike: _Table = {}
        self._pairs: _Table = {}
        self._ones: _Table = {}
        self._leads: _Table = {}
        self._wording = RMinHashLSH(0.5, _PERMUTATIONS, _BANDS)

    def find(self, imprint: Imprint) -> set[int]:
        """The numbers of all documents that could be linked with this one."""
        found = set(_held(self._alike, [_alike(imprint)]))
        found.update(_held(self._pairs, _pair_keys(imprint)))
        singles = list(_single_keys(imprint, (-1, 0, 1)))
        found.update(_held(self._ones, singles))
        if len(imprint.marks) == 1:
            found.update(_held(self._leads, singles))
        if len(imprint.marks) < 2:
            found.update(self._wording.query(_signature(imprint)))
        return found

    def insert(self, number: int, imprint: Imprint) -> None:
        """Add a document, so that later ones find it."""
        _hold(self._alike, [_alike(imprint)], number)
        _hold(self._pairs, _pair_keys(imprint), number)
        _hold(self._ones if len(imprint.marks) == 1 else self._leads, _single_keys(imprint, (0,)), number)
        if len(imprint.marks) < 2:
            self._wording.insert(number, _signature(imprint))


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


def _alike(imprint: Imprint) -> int:
    return int(imprint.digest[:16], 16)


def _codes(marks: Iterable[Mark]) -> list[int]:
    return list(dict.fromkeys(mark.code for mark in marks))


def _pair_keys(imprint: Imprint) -> set[int]:
    codes = _codes(imprint.marks)[: _PAIRS + 1]
    return {min(pair) << 32 | max(pair) for pair in pairwise(codes)}


def _single_keys(imprint: Imprint, shifts: Iterable[int]) -> Iterator[int]:
    """A key for each of the first figures with its days, and with the day of publication moved by each shift."""
    days = [] if imprint.published is None else [imprint.published + shift for shift in shifts]
    for mark in imprint.marks[:_SINGLES]:
        if mark.start is not None:
            yield mark.code << 32 | crc32(f"{mark.start} {mark.end}".encode())
        yield from (mark.code << 32 | day for day in days)


def _signature(imprint: Imprint) -> RMinHash:
    """The MinHash of the runs of words, each with the one figure of the text or with all its numbers."""
    salt = (imprint.marks[0].code if imprint.marks else imprint.digits).to_bytes(4, "little")
    signature = RMinHash(_PERMUTATIONS, _SEED)
    signature.update([salt + run.to_bytes(4, "little") for run in imprint.runs])
    return signature
