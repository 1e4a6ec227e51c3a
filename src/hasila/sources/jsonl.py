"""JSON lines -> documents, one a line, streamed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from hasila.errors import SourceError
from hasila.model import Document
from hasila.sources.lines import Line, lines
from hasila.sources.record import Origin, document_from, kind_of_value
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source


def read_jsonl(stream: BinaryIO, source: Source) -> Iterator[Document | Rejected]:
    """A document or a :class:`Rejected` for every line that isn't blank."""
    file = source.where
    empty = True
    for line in lines(stream, file):
        if line.error is None and not line.text.strip():
            continue
        empty = False
        yield from read_line(line, source)
    if empty:
        raise SourceError(file, None, "the file is empty", "Check how it was made")


def read_line(line: Line, source: Source) -> Iterator[Document | Rejected]:
    """The document on a line, or why there is none."""
    try:
        record = _object(line, source.where)
        origin = Origin(source, line.number, line.offset, line.data)
        yield from document_from(record, origin, (line.note,) if line.note else ())
    except SourceError as error:
        yield Rejected.from_error(error)


def _object(line: Line, file: str) -> dict[str, Any]:
    if line.error is not None:
        raise line.error
    try:
        value = json.loads(line.text)
    except json.JSONDecodeError as error:
        reason = f"the line is not JSON ({error.msg} at column {error.pos + 1})"
        raise SourceError(
            file, line.number, reason, "Write one JSON object a line; the other lines were read"
        ) from None
    except (ValueError, RecursionError) as error:
        raise SourceError(file, line.number, f"the JSON can't be read ({error})", "Mend the line") from None
    if not isinstance(value, dict):
        reason = f"the line is {kind_of_value(value)}, not an object"
        raise SourceError(file, line.number, reason, 'Write {"text": "…"} on each line')
    return value
