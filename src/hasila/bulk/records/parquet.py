"""Parquet as records: a row each, with the column names that JSON lines have as keys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO

from hasila.bulk.limits import RECORD_BYTES
from hasila.bulk.options import Options
from hasila.bulk.records.places import damaged, source_of
from hasila.bulk.records.record import Damaged, Record
from hasila.bulk.storage import opened
from hasila.bulk.unit import Unit
from hasila.errors import SourceError
from hasila.model import Document
from hasila.sources import Rejected
from hasila.sources.limits import megabytes
from hasila.sources.record import Origin, document_from
from hasila.sources.source import Source

_ROWS = 64


def parquet_file(stream: BinaryIO, where: str) -> Any:
    """The file, to be read a page at a time."""
    import pyarrow
    from pyarrow import parquet

    try:
        return parquet.ParquetFile(stream, buffer_size=1024 * 1024, pre_buffer=False)
    except (pyarrow.ArrowException, OSError) as error:
        raise SourceError(where, None, f"it is no sound Parquet file ({error})", "Fetch it again") from error


def records(unit: Unit, options: Options) -> Iterator[Record | Rejected | Damaged]:
    """A record for every row of the unit's row groups."""
    import pyarrow

    source = source_of(unit, options)
    number = unit.first
    with opened(unit.input.path) as stream:
        file = parquet_file(stream, source.where)
        if "text" not in file.schema_arrow.names:
            reason = f"no column is called 'text' (found: {', '.join(file.schema_arrow.names)[:200]})"
            raise SourceError(source.where, None, reason, "Name the columns as the keys of JSON lines")
        end = file.metadata.num_row_groups if unit.end is None else unit.end
        try:
            for batch in file.iter_batches(batch_size=_ROWS, row_groups=range(unit.start, end), use_threads=False):
                yield from _rows(batch, source, number)
                number += batch.num_rows
        except (pyarrow.ArrowException, OSError) as error:
            yield damaged(source.where, number, error)


def _rows(batch: Any, source: Source, first: int) -> Iterator[Record | Rejected]:
    words = [batch.column(name).to_pylist() for name in ("title", "text") if name in batch.schema.names]
    for at in range(batch.num_rows):
        data = "\n".join(str(column[at]) for column in words if column[at] is not None).encode("utf-8", "replace")
        if len(data) > RECORD_BYTES:
            reason = f"the row is longer than {megabytes(RECORD_BYTES)}"
            yield Rejected(source.where, first + at, reason, "Write one report a row; the other rows were read")
        else:
            yield Record(data, partial(_documents, batch, at, source, first + at))


def _documents(batch: Any, at: int, source: Source, number: int) -> Iterator[Document | Rejected]:
    row = {name: _plain(value) for name, value in batch.slice(at, 1).to_pylist()[0].items() if value is not None}
    try:
        yield from document_from(row, Origin(source, number))
    except SourceError as error:
        yield Rejected.from_error(error)


def _plain(value: Any) -> Any:
    """A value as JSON could have had it: days and times as ISO writes them."""
    return value.isoformat() if hasattr(value, "isoformat") else value
