"""Where a document came from, when, and which bytes it was: kept beside it, no part of what it is.

It stands in ``Document.extra["provenance"]`` as a plain mapping, so that it goes through every format and every ledger.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any

KEY = "provenance"


@dataclass(frozen=True, slots=True)
class Provenance:
    """None means unknown.

    - ``where``: the path as the user named it, what lies in it after ``!`` ("a.zip!b/c.warc.gz").
    - ``record``: the line, the row, the entry's id or the WARC-Record-ID in it.
    - ``offset``, ``length``: the record's bytes in the file that holds it.
    - ``sha256``: of the bytes that were read, in hex.
    - ``retrieved``: ISO time at which somebody got it, with its zone where that is known.
    - ``published_from``: what the day of publication was taken from: "record" (the line or row says it), "given" (it
      was said for the whole run), or what the reader names.
    - ``url``: as fetched.
    """

    where: str
    record: str | None = None
    offset: int | None = None
    length: int | None = None
    sha256: str | None = None
    retrieved: str | None = None
    published_from: str | None = None
    url: str | None = None

    def of(self, data: bytes, published_from: str | None = None) -> Provenance:
        """The same, of these very bytes, and of a document that has its day from there."""
        digest = hashlib.sha256(data).hexdigest()
        return replace(self, length=self.length or len(data), sha256=digest, published_from=published_from)

    def plain(self) -> dict[str, Any]:
        """
        >>> Provenance("a.jsonl", record="7").plain()["record"]
        '7'
        """
        return {name: getattr(self, name) for name in _NAMES}

    def beside(self, extra: Mapping[str, Any]) -> dict[str, Any]:
        """``extra`` with this in it, unless it brought a provenance of its own: that is nearer to the source.

        >>> Provenance("a.jsonl").beside({"desk": 7, "provenance": {"where": "b.warc"}})
        {'desk': 7, 'provenance': {'where': 'b.warc'}}
        """
        return {**extra} if KEY in extra else {**extra, KEY: self.plain()}


_NAMES = tuple(field.name for field in fields(Provenance))


def iso_time(seconds: float) -> str | None:
    """The time so many seconds after 1970 began, in UTC; None where no calendar has it.

    >>> iso_time(1685700900)
    '2023-06-02T10:15:00Z'
    """
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return None
