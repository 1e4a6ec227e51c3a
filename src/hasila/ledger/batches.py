"""A stream in batches, so that a slow source is not kept waiting for a full one."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

SIZE = 500
_SECONDS = 1.0
_T = TypeVar("_T")


def batches(items: Iterable[_T]) -> Iterator[list[_T]]:
    """``items`` in lists of :data:`SIZE`, or as many as came within a second.

    >>> [len(batch) for batch in batches(range(1100))]
    [500, 500, 100]
    """
    batch: list[_T] = []
    began = 0.0
    for item in items:
        if not batch:
            began = time.monotonic()
        batch.append(item)
        if len(batch) == SIZE or time.monotonic() - began > _SECONDS:
            yield batch
            batch = []
    if batch:
        yield batch
