"""Inputs of crawls: reports of the mission among pages on other things, in each form."""

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.sources.warc.writing import response, written

ARABIC = (
    "أعلنت القيادة المركزية الأميركية أن قواتها نفذت مع شركائها {n} عملية ضد تنظيم داعش في العراق وسوريا خلال شهر "
    "حزيران 2023، أدت إلى مقتل خمسة عناصر واعتقال 19 آخرين."
)
ENGLISH = (
    "US Central Command said its forces and their partners conducted {n} operations against ISIS in Iraq and Syria "
    "in June 2023. Five ISIS operatives were killed and 19 were detained."
)
OTHER = "The council opened {n} new schools in the city this week, and the mayor spoke of a good year for the pupils."


def words(number: int) -> str:
    """Every third is about something else."""
    return (ARABIC, OTHER, ENGLISH)[number % 3].format(n=20 + number)


def page(number: int) -> bytes:
    lang = "en" if number % 3 else "ar"
    head = f'<title>Report {number}</title><meta property="article:published_time" content="2023-07-01">'
    body = f"<article><h1>Report {number}</h1><p>{words(number)}</p></article>"
    return f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'.encode()


def write_warc(path: Path, numbers: Iterable[int]) -> Path:
    """A page a number, gzipped record by record unless the name says otherwise."""
    records = [response(number, page(number)) for number in numbers]
    path.write_bytes(b"".join(written(records, gzip=path.name.endswith(".gz"))))
    return path


def record(number: int) -> dict[str, Any]:
    return {"id": f"report-{number}", "title": f"تقرير {number}", "text": words(number), "published": "2023-07-05"}


def write_lines(path: Path, numbers: Iterable[int]) -> Path:
    """A report a line: the letters of the odd ones are written in ASCII."""
    lines = [json.dumps(record(number), ensure_ascii=number % 2 == 1) + "\n" for number in numbers]
    data = "".join(lines).encode()
    path.write_bytes(gzip.compress(data) if path.name.endswith(".gz") else data)
    return path


def write_nameless(path: Path, numbers: Iterable[int]) -> Path:
    """Packed lines of reports without an id of their own."""
    lines = [json.dumps({"text": words(number)}) + "\n" for number in numbers]
    path.write_bytes(gzip.compress("".join(lines).encode()))
    return path


def write_parquet(path: Path, numbers: Iterable[int], rows_a_group: int = 1000) -> Path:
    import pyarrow
    from pyarrow import parquet

    table = pyarrow.Table.from_pylist([record(number) for number in numbers])
    parquet.write_table(table, path, row_group_size=rows_a_group)
    return path
