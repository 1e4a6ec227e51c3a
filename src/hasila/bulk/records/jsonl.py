"""JSON lines as records: a line each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hasila.bulk.limits import RECORD_BYTES
from hasila.bulk.options import Options
from hasila.bulk.records.places import damaged, source_of
from hasila.bulk.records.record import Damaged, Record
from hasila.bulk.records.unpacked import unpacked
from hasila.bulk.storage import opened
from hasila.bulk.unit import Unit
from hasila.model import Document
from hasila.sources import Rejected
from hasila.sources.encoding import UTF8_MARK, decode_unmarked, wide_note
from hasila.sources.jsonl import read_line
from hasila.sources.lines import Line, fault_in, narrowed, raw_lines
from hasila.sources.source import Source


def records(unit: Unit, options: Options) -> Iterator[Record | Rejected | Damaged]:
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
                    yield Record(data, partial(_documents, data, source, number, at, wide))
        except (EOFError, OSError, _zstd_error()) as error:
            yield damaged(source.where, number + 1, error)


def _documents(
    data: bytes, source: Source, number: int, offset: int, wide: str | None
) -> Iterator[Document | Rejected]:
    decoded = decode_unmarked(data.removeprefix(UTF8_MARK) if number == 1 else data)
    if wide:
        yield from read_line(Line(number, decoded.text, wide_note(wide)), source)
    else:
        yield from read_line(Line(number, decoded.text, decoded.note, None, offset, data), source)


def _zstd_error() -> type[Exception]:
    from zstandard import ZstdError

    return ZstdError
