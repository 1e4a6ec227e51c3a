"""WARC and WET as records: a fetched page, or the text of one, each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import BufferedReader, BytesIO
from typing import Any, BinaryIO, cast

from hasila.bulk.limits import RECORD_BYTES
from hasila.bulk.options import Options
from hasila.bulk.records.places import cut_short, source_of
from hasila.bulk.records.record import Record
from hasila.bulk.storage import opened
from hasila.bulk.unit import Unit
from hasila.model import Document
from hasila.sources import Rejected
from hasila.sources.limits import megabytes
from hasila.sources.opening import read_stream
from hasila.sources.source import Source

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def records(unit: Unit, options: Options) -> Iterator[Record | Rejected]:
    """A record for every page and every text."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    source = source_of(unit, options)
    wanted = WarcRecordType.response | WarcRecordType.conversion | WarcRecordType.resource
    with opened(unit.input.path) as stream:
        try:
            for record in ArchiveIterator(cast(Any, stream), record_types=wanted):
                media = record.http_content_type if record.is_http else "text/plain"
                if media is not None and media.lower() not in _PAGES:
                    continue
                if record.content_length > RECORD_BYTES:
                    reason = f"the record is longer than {megabytes(RECORD_BYTES)}"
                    yield Rejected(source.where, None, reason, "The other records were read")
                    continue
                data = record.reader.read()
                yield Record(data, partial(_documents, data, record.headers.get("WARC-Target-URI"), source))
        except OSError as error:
            raise cut_short(source.where, None, error) from error


def _documents(data: bytes, url: str | None, source: Source) -> Iterator[Document | Rejected]:
    from dataclasses import replace

    where = f"{source.where}!{url}"
    inner = replace(source, provenance=replace(source.provenance, where=where, url=url), stem=url or source.stem)
    yield from read_stream(cast(BinaryIO, BufferedReader(BytesIO(data))), inner)
