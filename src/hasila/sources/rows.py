"""CSV -> documents, one a row, streamed. Separated by commas, semicolons or tabs, whichever splits the heading."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any, BinaryIO

from hasila.errors import SourceError
from hasila.model import Document
from hasila.sources.limits import DOCUMENT_BYTES
from hasila.sources.lines import Line, lines
from hasila.sources.record import KNOWN, Origin, column_name, document_from
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source

_QUOTE_REMEDY = "Put the field in double quotes and double every quote inside it; the other rows were read"


class _Feed:
    """Lines for the csv module, which wants bare strings; keeps what it can't be told.

    A line that can't be decoded is given up together with the row it stands in.
    """

    def __init__(self, source: Iterator[Line]) -> None:
        self._source = source
        self.number = 0
        self.note: str | None = None
        self.error: SourceError | None = None

    def __iter__(self) -> Iterator[str]:
        for line in self._source:
            self.number = line.number
            self.note = line.note or self.note
            self.error = line.error or self.error
            yield line.text if line.error is None else "\n"

    def take_error(self) -> SourceError | None:
        error, self.error = self.error, None
        return error


def read_csv(stream: BinaryIO, source: Source) -> Iterator[Document | Rejected]:
    """A document or a :class:`Rejected` for every row below the heading."""
    csv.field_size_limit(DOCUMENT_BYTES)
    file = source.where
    feed = _Feed(lines(stream, file))
    text = iter(feed)
    first = next(text, "")
    fault = feed.take_error()
    if fault:
        raise fault
    heading, separator = _heading(first, file)
    empty = True
    for number, row in _rows(csv.reader(text, delimiter=separator, strict=True), feed, file):
        empty = False
        if isinstance(row, Rejected):
            yield row
            continue
        try:
            origin = Origin(source, number)
            yield from document_from(_record(heading, row, origin), origin, (feed.note,) if feed.note else ())
        except SourceError as error:
            yield Rejected.from_error(error)
    if empty:
        raise SourceError(file, None, "there is no row below the heading", "Check how the file was made")


def _heading(line: str, file: str) -> tuple[list[str], str]:
    if not line.strip():
        raise SourceError(file, None, "the file is empty", "Check how it was made")
    separator = max(",;\t", key=line.count)
    names = [column_name(name) for name in next(csv.reader([line], delimiter=separator))]
    if "text" not in names:
        reason = f"no column is called 'text' (found: {', '.join(names)[:200]})"
        raise SourceError(file, 1, reason, f"Name the columns in the first row: {', '.join(KNOWN)}")
    return names, separator


def _rows(reader: Any, feed: _Feed, file: str) -> Iterator[tuple[int, list[str] | Rejected]]:
    """Each row with the line it begins on."""
    while True:
        start = feed.number + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield start, Rejected(file, start, f"the row can't be read ({error})", _QUOTE_REMEDY)
            continue
        fault = feed.take_error()
        if fault:
            yield start, Rejected.from_error(fault)
        elif row:
            yield start, row


def _record(heading: list[str], row: list[str], origin: Origin) -> dict[str, Any]:
    if len(row) > len(heading):
        reason = f"the row has {len(row)} fields and the heading {len(heading)}"
        raise SourceError(origin.file, origin.line, reason, _QUOTE_REMEDY)
    return dict(zip(heading, row, strict=False))
