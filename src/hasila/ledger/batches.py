"""A stream in batches: a slow source never waits for a full one, and large reports never fill the memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

SIZE = 500
_SECONDS = 1.0
_LENGTH = 8_000_000
_T = TypeVar("_T")


def batches(items: Iterable[_T], length: Callable[[_T], int] = lambda item: 0) -> Iterator[list[_T]]:
    """``items`` in lists of :data:`SIZE`, or as many as came within a second, or as make 8 million characters.

    ``length`` says how many characters an item has.

    >>> [len(batch) for batch in batches(range(1100))]
    [500, 500, 100]
    """
    batch: list[_T] = []
    began, held = 0.0, 0
    for item in items:
        if not batch:
            began, held = time.monotonic(), 0
        batch.append(item)
        held += length(item)
        if len(batch) == SIZE or held > _LENGTH or time.monotonic() - began > _SECONDS:
            yield batch
            batch = []
    if batch:
        yield batch
