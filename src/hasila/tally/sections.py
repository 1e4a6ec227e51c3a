"""A row of byte strings as one, for what is stored as a whole: each with its length before it."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator

_LENGTH = 8


def joined(sections: Iterable[bytes]) -> bytes:
    """The sections as one byte string.

    >>> list(parted(joined([b"one", b"", b"three"])))
    [b'one', b'', b'three']
    """
    return b"".join(part for section in sections for part in (len(section).to_bytes(_LENGTH, "little"), section))


def parted(stored: bytes) -> Iterator[bytes]:
    """The sections that :func:`joined` put together."""
    at = 0
    while at < len(stored):
        start = at + _LENGTH
        at = start + int.from_bytes(stored[at:start], "little")
        yield stored[start:at]


def numbers_as_bytes(numbers: array[int]) -> bytes:
    """Numbers with the least significant byte first, whatever the machine."""
    return _turned(numbers).tobytes()


def numbers_in(kind: str, stored: bytes) -> array[int]:
    """The numbers that :func:`numbers_as_bytes` stored; ``kind`` is the type code of the array.

    >>> numbers_in("I", numbers_as_bytes(array("I", [1, 2])))
    array('I', [1, 2])
    """
    numbers = array(kind)
    numbers.frombytes(stored)
    return _turned(numbers)


def _turned(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers = array(numbers.typecode, numbers)
        numbers.byteswap()
    return numbers
