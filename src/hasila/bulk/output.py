"""The files of a unit, which come into being all at once or not at all.

Everything is written under a name of its own (ending in ``.tmp``), brought to the disk, and renamed; the receipt comes
last. A unit that has a receipt is done and its files are whole, whenever the process was killed; what has none is done
again, and its files are written over.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from hasila.bulk import schema
from hasila.bulk.limits import BATCH_CHARACTERS, BATCH_DOCUMENTS
from hasila.codec import line
from hasila.model import Reading
from hasila.sources import Rejected

DOCUMENTS, FIGURES, REJECTED, RECEIPTS = "documents", "figures", "rejected", "units"
FOLDERS = (DOCUMENTS, FIGURES, REJECTED, RECEIPTS)
_ENDINGS = {DOCUMENTS: ".parquet", FIGURES: ".parquet", REJECTED: ".jsonl"}
_TEMPORARY = ".tmp"


class Table:
    """A Parquet file that is written a batch of rows at a time."""

    def __init__(self, stream: BinaryIO, columns: Any) -> None:
        from pyarrow import parquet

        self._rows: list[schema.Row] = []
        self._columns = columns
        self._writer = parquet.ParquetWriter(stream, columns, compression="zstd")

    def add(self, row: schema.Row) -> None:
        self._rows.append(row)

    def flush(self) -> None:
        import pyarrow

        if self._rows:
            self._writer.write_table(pyarrow.Table.from_pylist(self._rows, schema=self._columns))
            self._rows = []

    def close(self) -> None:
        self.flush()
        self._writer.close()

    def abandon(self) -> None:
        """Let go of it; what it still writes, its file is removed with."""
        self._writer.close()


class UnitFiles:
    """The files of one unit: add to them, then :meth:`commit`, else nothing of them stays."""

    def __init__(self, folder: Path, name: str, keep_text: bool) -> None:
        self._folder, self._name, self._keep_text = folder, name, keep_text
        self._streams = {kind: _begun(path_of(folder, kind, name)) for kind in _ENDINGS}
        self._documents = Table(self._streams[DOCUMENTS], schema.documents_schema())
        self._figures = Table(self._streams[FIGURES], schema.figures_schema())
        self._waiting = self._characters = 0

    def __enter__(self) -> UnitFiles:
        return self

    def __exit__(self, *_: object) -> None:
        for table in (self._documents, self._figures):
            table.abandon()
        for stream in self._streams.values():
            stream.close()
            Path(stream.name).unlink(missing_ok=True)

    def keep(self, reading: Reading) -> None:
        key = schema.key_of(reading)
        self._documents.add(schema.document_row(key, reading, self._keep_text))
        for number, figure in enumerate(reading.figures):
            self._figures.add(schema.figure_row(key, number, figure))
        self._waiting += 1
        self._characters += len(reading.document.text)
        if self._waiting >= BATCH_DOCUMENTS or self._characters >= BATCH_CHARACTERS:
            self._flush()

    def reject(self, rejected: Rejected) -> None:
        told = {"file": rejected.file, "line": rejected.line, "reason": rejected.reason, "remedy": rejected.remedy}
        self._streams[REJECTED].write(line(told).encode() + b"\n")

    def commit(self, receipt: Mapping[str, Any]) -> None:
        """Bring everything to the disk under its own name, the receipt last."""
        self._documents.close()
        self._figures.close()
        sizes = {kind: _settled(stream) for kind, stream in self._streams.items()}
        for kind, stream in self._streams.items():
            os.replace(stream.name, path_of(self._folder, kind, self._name))
        for kind in self._streams:
            _sync_folder(self._folder / kind)
        write_whole(receipt_path(self._folder, self._name), json.dumps({**receipt, "files": sizes}) + "\n")

    def _flush(self) -> None:
        self._documents.flush()
        self._figures.flush()
        self._waiting = self._characters = 0


def path_of(folder: Path, kind: str, name: str) -> Path:
    return folder / kind / f"{name}{_ENDINGS[kind]}"


def receipt_path(folder: Path, name: str) -> Path:
    return folder / RECEIPTS / f"{name}.json"


def write_whole(path: Path, text: str) -> None:
    """A small file that is there whole or not at all."""
    with _begun(path) as stream:
        stream.write(text.encode())
        _settled(stream)
    os.replace(stream.name, path)
    _sync_folder(path.parent)


def sweep(folder: Path) -> None:
    """Remove what a run that was killed left half written."""
    for kind in ("", *FOLDERS):
        for left in (folder / kind).glob(f"*{_TEMPORARY}"):
            left.unlink(missing_ok=True)


def digests(folder: Path, names: Sequence[str]) -> dict[str, str]:
    """The SHA-256 of files below ``folder``."""
    return {name: _digest(folder / name) for name in names}


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _begun(path: Path) -> BinaryIO:
    # the number of the process: one that outlived its run must not write into the file of the next run
    return open(path.with_name(f"{path.name}.{os.getpid()}{_TEMPORARY}"), "wb")


def _settled(stream: BinaryIO) -> int:
    """Bring what was written to the disk; how many bytes it is."""
    stream.flush()
    os.fsync(stream.fileno())
    return stream.tell()


def _sync_folder(folder: Path) -> None:
    """A new name is on the disk only once its folder is."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except (OSError, AttributeError):  # Windows has no such thing
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
