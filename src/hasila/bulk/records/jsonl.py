"""JSON lines as records: a line each."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from functools import partial

from hasila.bulk.limits import RECORD_BYTES
from hasila.bulk.options import Options
from hasila.bulk.records.places import cut_short, source_of
from hasila.bulk.records.record import Record
from hasila.bulk.records.unpacked import unpacked
from hasila.bulk.storage import opened
from hasila.bulk.unit import Unit
from hasila.model import Document
from hasila.sources import Rejected
from hasila.sources.encoding import UTF8_MARK, decode_unmarked, wide_note
from hasila.sources.jsonl import read_line
from hasila.sources.lines import Line, fault_in, narrowed, raw_lines
from hasila.sources.source import Source

# A character of another script than Latin, as JSON writes it in ASCII.
_ESCAPED = b"\\u0"


def records(unit: Unit, options: Options) -> Iterator[Record | Rejected]:
    """A record for every line that is not blank."""
    source = source_of(unit, options)
    number = unit.first - 1
    with opened(unit.input.path) as packed:
        stream, wide = narrowed(unpacked(packed, unit.input.path))
        if unit.start:
            stream.seek(unit.start)
        try:
            for offset, data in raw_lines(stream, RECORD_BYTES):
                at = unit.start + offset
                if unit.end is not None and at >= unit.end:
                    break
                number += 1
                fault = fault_in(data, source.where, number, RECORD_BYTES)
                if fault:
                    yield Rejected.from_error(fault)
                elif not data.isspace():
                    yield Record(_words(data), partial(_documents, data, source, number, at, wide))
        except (EOFError, zlib.error, OSError) as error:
            raise cut_short(source.where, number + 1, error) from error


def _words(data: bytes) -> bytes:
    """The line with its escapes read, where it has any that the prefilter could not see through."""
    if _ESCAPED not in data:
        return data
    try:
        return json.dumps(json.loads(data), ensure_ascii=False).encode("utf-8", "replace")
    except (ValueError, RecursionError):
        return data


def _documents(
    data: bytes, source: Source, number: int, offset: int, wide: str | None
) -> Iterator[Document | Rejected]:
    decoded = decode_unmarked(data.removeprefix(UTF8_MARK) if number == 1 else data)
    if wide:
        yield from read_line(Line(number, decoded.text, wide_note(wide)), source)
    else:
        yield from read_line(Line(number, decoded.text, decoded.note, None, offset, data), source)
