"""What a crawl is cut into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["warc", "jsonl", "parquet"]


@dataclass(frozen=True, slots=True)
class Input:
    """A file as it was found: ``size`` in bytes, and ``stamp``, by which a change shows (its time, or its ETag)."""

    path: str
    kind: Kind
    size: int
    stamp: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A file, or a stretch of one, that is read in one go.

    ``start`` to ``end`` are bytes, in Parquet row groups; ``end`` is None for the end of the file. ``first`` is the
    number of the first line or row, from 1.
    """

    number: int
    input: Input
    start: int = 0
    end: int | None = None
    first: int = 1

    @property
    def name(self) -> str:
        """What its files are called.

        >>> Unit(7, Input("a.warc.gz", "warc", 10, "")).name
        'part-000007'
        """
        return f"part-{self.number:06d}"
