"""What a crawl stored -> readings again, as a ledger takes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hasila.bulk import output
from hasila.bulk.crawl import PLAN, plan_of, receipt_of
from hasila.bulk.plan import CrawlError
from hasila.codec import document_of, reading_of
from hasila.errors import SourceError
from hasila.ledger.identity import engine
from hasila.model import Document, Reading
from hasila.sources import Rejected

_ROWS = 200


def is_crawl(path: str) -> bool:
    """Whether a path is a folder that a crawl was written to."""
    plan = Path(path) / PLAN
    return plan.is_file() and '"hasila": "crawl"' in plan.read_text(encoding="utf-8", errors="replace")[:200]


def stored(path: str) -> Iterator[Reading | Document | Rejected]:
    """Everything in a crawl's folder, in its order; without a reading where another Hasila read it."""
    folder = Path(path)
    try:
        units = plan_of(folder).units
    except CrawlError as error:
        yield Rejected(path, None, error.reason, error.remedy)
        return
    done = [unit for unit in units if receipt_of(folder, unit) is not None]
    for unit in done:
        yield from _part(output.path_of(folder, output.DOCUMENTS, unit.name))
    if len(done) < len(units):
        reason = f"the crawl has not ended: {len(units) - len(done):,} of {len(units):,} parts are missing"
        yield Rejected(path, None, reason, "Run the same hasila crawl again, then add the folder again")


def _part(path: Path) -> Iterator[Reading | Document | Rejected]:
    import pyarrow
    from pyarrow import parquet

    number = 0
    try:
        with parquet.ParquetFile(path) as file:
            about = file.schema_arrow.metadata or {}
            read_here = about.get(b"hasila.engine") == engine().encode()
            for batch in file.iter_batches(batch_size=_ROWS):
                for row in batch.to_pylist():
                    number += 1
                    yield _item(row, read_here, path, number)
    except (OSError, pyarrow.ArrowException) as error:
        yield Rejected(str(path), None, f"the table can't be read ({error})", "Crawl it again into another folder")


def _item(row: dict[str, Any], read_here: bool, path: Path, number: int) -> Reading | Document | Rejected:
    try:
        document = _document(row, path, number)
        return reading_of(document, json.loads(row["reading"])) if read_here else document
    except SourceError as error:
        return Rejected.from_error(error)
    except (KeyError, TypeError, ValueError) as error:
        return Rejected(str(path), number, f"the row is none of a crawl ({error})", "Crawl it again")


def _document(row: dict[str, Any], path: Path, number: int) -> Document:
    if row["exact"] is not None:
        return document_of(json.loads(row["exact"]))
    if row["text"] is None:
        reason = "the report was stored without its words"
        raise SourceError(str(path), number, reason, "Crawl again without --no-keep-text")
    return Document(
        row["id"],
        row["text"],
        row["title"],
        row["published"],
        row["lang"],
        row["url"],
        row["outlet"],
        row["source"],
        json.loads(row["extra"]),
        tuple(row["notes"]),
    )
