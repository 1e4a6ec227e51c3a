"""Crawls in this process, and what they leave behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hasila.bulk.crawl import Crawl, opened_crawl, run
from hasila.bulk.options import Options
from hasila.bulk.unit import Unit
from hasila.bulk.work import Receipt, Work


def one_by_one(work: Work, units: Sequence[Unit]) -> Iterator[Receipt]:
    """The plainest engine."""
    return map(work, units)


def crawled(paths: Sequence[object], folder: Path, options: Options | None = None) -> Crawl:
    with opened_crawl([str(path) for path in paths], folder, options or Options()) as crawl:
        run(crawl, one_by_one, lambda *_: None)
    return crawl


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    """The rows of all parts in their order."""
    from pyarrow import parquet

    return [row for path in sorted((folder / table).iterdir()) for row in parquet.read_table(path).to_pylist()]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a crawl, byte by byte."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
