"""Numbers as bytes and back, the same on every machine."""

from __future__ import annotations

import sys
from array import array


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
