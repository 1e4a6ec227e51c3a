"""Parquet -> documents, one a row, streamed by row groups. The columns are named like the keys of JSON lines.

A broken row group costs its rows alone. Words are held once however often they stand in a column, and a row is made
only when it is its turn: a small file that unfolds into gigabytes fills no memory.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from math import isfinite
from tempfile import TemporaryFile
from typing import Any, BinaryIO, cast

from hasila.errors import SourceError
from hasila.model import Document
from hasila.sources.limits import CHUNK_BYTES, DOCUMENT_BYTES, PARQUET_GROUP_BYTES, megabytes
from hasila.sources.record import KNOWN, Origin, column_name, document_from
from hasila.sources.rejected import Rejected
from hasila.sources.source import Source

_ROWS = 256
_WRITE_AGAIN = "Write the file again"
_REST_READ = "Write these rows again; the other ones were read"


def read_parquet(stream: BinaryIO, source: Source) -> Iterator[Document | Rejected]:
    """A document or a :class:`Rejected` for every row."""
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        remedy = "Install what reads it: pip install 'hasila[crawl]'"
        raise SourceError(source.where, None, "Parquet can't be read by this installation", remedy) from None
    with _seekable(stream) as seekable:
        file = _opened(seekable, source.where)
        names = _columns(file, source.where)
        first = 1
        for group in range(file.num_row_groups):
            rows = file.metadata.row_group(group).num_rows
            yield from _group(file, group, first, names, source)
            first += rows
        if first == 1:
            raise SourceError(source.where, None, "there is no row in it", "Check how the file was made")


@contextmanager
def _seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """The stream, or a copy on disk of one that goes forward only: what a Parquet file holds stands at its end."""
    if stream.seekable():
        yield stream
        return
    with TemporaryFile() as copy:
        shutil.copyfileobj(stream, copy, CHUNK_BYTES)
        copy.seek(0)
        yield cast(BinaryIO, copy)


def _opened(stream: BinaryIO, where: str) -> Any:
    from pyarrow import ArrowException, PythonFile, parquet

    try:
        schema = parquet.read_schema(PythonFile(stream, "r"))
        words = [field.name for field in schema if str(field.type) in ("string", "large_string")]
        stream.seek(0)
        return parquet.ParquetFile(PythonFile(stream, "r"), read_dictionary=words)
    except (ArrowException, OSError, ValueError, MemoryError) as error:
        raise SourceError(where, None, f"the file is no sound Parquet ({_first_line(error)})", _WRITE_AGAIN) from error


def _columns(file: Any, where: str) -> list[str]:
    names = [column_name(name) for name in file.schema_arrow.names]
    if "text" not in names:
        reason = f"no column is called 'text' (found: {', '.join(names)[:200]})"
        raise SourceError(where, None, reason, f"Name the columns {', '.join(KNOWN)}")
    return names


def _group(file: Any, group: int, first: int, names: Sequence[str], source: Source) -> Iterator[Document | Rejected]:
    """The rows of one row group; ``first`` is the number of its first row."""
    from pyarrow import ArrowException

    metadata = file.metadata.row_group(group)
    rows = f"the rows {first} to {first + metadata.num_rows - 1}"
    largest = max(metadata.column(at).total_uncompressed_size for at in range(metadata.num_columns))
    if largest > PARQUET_GROUP_BYTES:
        reason = f"a column of {rows} takes more than {megabytes(PARQUET_GROUP_BYTES)}"
        yield Rejected(source.where, first, reason, "Write smaller row groups; the other ones were read")
        return
    number = first
    try:
        for batch in file.iter_batches(_ROWS, row_groups=[group], use_threads=False):
            for at in range(batch.num_rows):
                yield from _row(batch, at, names, Origin(source, number))
                number += 1
    except (ArrowException, OSError, ValueError, MemoryError) as error:
        reason = f"{rows} can't be read from {number} on ({_first_line(error)})"
        yield Rejected(source.where, number, reason, _REST_READ)


def _row(batch: Any, at: int, names: Sequence[str], origin: Origin) -> Iterator[Document | Rejected]:
    try:
        record = {name: _plain(batch.column(place)[at].as_py()) for place, name in enumerate(names)}
        if isinstance(record["text"], str) and len(record["text"]) > DOCUMENT_BYTES:
            reason = f"the text is longer than {megabytes(DOCUMENT_BYTES)}"
            raise SourceError(origin.file, origin.line, reason, "Write one report a row; the other rows were read")
        given = {name: value for name, value in record.items() if value is not None or name == "text"}
        yield from document_from(given, origin)
    except SourceError as error:
        yield Rejected.from_error(error)


def _plain(value: Any) -> Any:
    """A value as JSON has it; None where JSON has none."""
    if isinstance(value, float):
        return value if isfinite(value) else None
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return _words(value)
    if isinstance(value, dict):
        return {str(name): _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else str(value)


def _words(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
