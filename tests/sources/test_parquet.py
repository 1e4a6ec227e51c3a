"""Parquet becomes documents, a row each."""

import io
import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hasila.model import Document
from hasila.sources import open_bytes
from hasila.sources.parquet import read_parquet
from hasila.sources.provenance import Provenance
from hasila.sources.source import Source

REPORT = "أعلنت القيادة المركزية مقتل 22 عنصراً"


def made(columns: dict[str, Any], **options: Any) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, **options)
    return out.getvalue()


def items(data: bytes) -> list[Any]:
    return list(open_bytes(data, "a.parquet"))


def test_row_is_a_document_with_all_that_stands_beside_it():
    columns = {
        "ID": ["a", None],
        "text": [REPORT, "killed 5"],
        "published": pa.array([date(2023, 3, 5), None]),
        "lang": ["ar", None],
        "outlet": ["Rudaw", None],
        "seen": pa.array([datetime(2023, 3, 6, 1, tzinfo=UTC), None]),
        "cost": [Decimal("1.50"), None],
        "score": [float("nan"), 0.5],
        "tags": [[{"name": "x"}], None],
        "raw": [b"\xff", b"ok"],
    }
    first, second = items(made(columns))
    assert (first.id, first.text, first.published, first.lang) == ("a", REPORT, date(2023, 3, 5), "ar")
    provenance = first.extra["provenance"]
    assert (provenance["record"], provenance["published_from"]) == ("1", "record")
    beside = {name: value for name, value in first.extra.items() if name != "provenance"}
    assert beside == {"seen": "2023-03-06T01:00:00+00:00", "cost": "1.50", "tags": [{"name": "x"}]}
    assert (second.id, second.extra["raw"], second.published) == ("a-2", "ok", None)


def test_provenance_that_a_row_brings_is_kept():
    own = pa.array([{"where": "b.warc", "record": "9"}])
    (document,) = items(made({"text": ["x 5"], "provenance": own}))
    assert document.extra["provenance"] == {"where": "b.warc", "record": "9"}


def test_rows_are_numbered_through_all_groups_and_bad_ones_cost_themselves():
    found = items(
        made(
            {"text": ["x 1", None, "x 3", " ", "x 5"], "published": ["2023-01-01", "", "soon", "", ""]},
            row_group_size=2,
        )
    )
    assert [item.text if isinstance(item, Document) else (item.line, item.reason.split()[0]) for item in found] == [
        "x 1", (2, "'text'"), (3, "'published'"), "x 3", (4, "'text'"), "x 5",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (made({"body": ["x"]}), "no column is called 'text' (found: body)"),
        (made({"text": [5]}), "'text' is a number"),
        (made({"text": pa.array([], pa.string())}), "no row"),
        (made({"text": ["x"]})[:-9], "no sound Parquet"),
        (b"PAR1", "no sound Parquet"),
        (b"PAR1" + b"\xff" * 60 + b"PAR1", "no sound Parquet"),
    ],
)
def test_what_cannot_be_read_is_said(data, reason):
    (rejected,) = items(data)
    assert reason in rejected.reason


def test_broken_group_costs_its_rows_alone():
    data = bytearray(
        made({"text": [f"killed {at}" for at in range(6)]}, row_group_size=2, compression="zstd", use_dictionary=False)
    )
    column = pq.ParquetFile(io.BytesIO(bytes(data))).metadata.row_group(1).column(0)
    start = column.data_page_offset
    data[start : start + column.total_compressed_size] = b"\xff" * column.total_compressed_size
    found = items(bytes(data))
    assert [item.text for item in found if isinstance(item, Document)] == [
        "killed 0",
        "killed 1",
        "killed 4",
        "killed 5",
    ]
    (rejected,) = (item for item in found if not isinstance(item, Document))
    assert rejected.line == 3
    assert "rows 3 to 4" in rejected.reason


def test_stream_that_goes_forward_only_is_read():
    class Forward(io.BytesIO):
        def seekable(self) -> bool:
            return False

    source = Source(Provenance("standard input"), "stdin")
    (document,) = read_parquet(Forward(made({"text": [REPORT]})), source)
    assert isinstance(document, Document)
    assert document.text == REPORT


UNFOLDING = """
import io, resource, sys
import pyarrow as pa, pyarrow.parquet as pq
from hasila.sources import open_bytes
long = "x" * 8_000_000
table = pa.table({"text": pa.DictionaryArray.from_arrays(pa.array([0] * 4000, pa.int32()), pa.array([long]))})
out = io.BytesIO()
pq.write_table(table, out, compression="zstd")
del table
assert len(out.getvalue()) < 100_000
soft = 1_500_000_000
resource.setrlimit(resource.RLIMIT_AS, (soft, soft))
rows = open_bytes(out.getvalue(), "a.parquet")
print(sum(len(next(rows).text) for _ in range(20)))
"""


def test_small_file_that_unfolds_into_gigabytes_fills_no_memory():
    done = subprocess.run([sys.executable, "-c", UNFOLDING], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == str(20 * 8_000_000), done.stderr


def test_column_of_one_group_that_takes_too_much_is_passed_over(monkeypatch):
    monkeypatch.setattr("hasila.sources.parquet.PARQUET_GROUP_BYTES", 1000)
    big = ["y" * 5000, "killed 5"]
    rejected, document = items(made({"text": big}, row_group_size=1))
    assert "takes more than" in rejected.reason
    assert document.text == "killed 5"


def test_without_the_library_the_message_says_what_brings_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (rejected,) = items(b"PAR1")
    assert "pip install 'hasila[crawl]'" in rejected.remedy
