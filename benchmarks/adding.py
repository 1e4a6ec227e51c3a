"""Adding to a ledger, end to end: short reports with three figures each, read and written by ``hasila add``.

python -m benchmarks.adding 100000      so many reports, into an SQLite file
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.processes import hasila_command, run
from evaluation.words import aligned
from hasila.ledger import open_ledger

_TEXTS = (
    "US Central Command said that {a} operations against ISIS in Iraq and Syria in {english} {year} "
    "killed {b} ISIS operatives and captured {c} others.",
    "أعلنت القيادة المركزية الأميركية تنفيذ {a} عملية ضد تنظيم داعش في العراق وسوريا خلال {arabic} {year}، "
    "أسفرت عن مقتل {b} من عناصر التنظيم واعتقال {c} آخرين.",
)
_MONTHS = (
    ("January", "يناير"),
    ("April", "نيسان"),
    ("June", "حزيران"),
    ("September", "سبتمبر"),
    ("December", "ديسمبر"),
)


def reports() -> Iterator[dict[str, str]]:
    """Short reports with three figures each, without end, no two alike; two Arabic ones for an English one."""
    number = 0
    while True:
        english, arabic = _MONTHS[number % len(_MONTHS)]
        counts = {"a": 11 + number % 83, "b": 11 + number % 79, "c": 11 + number % 73}
        text = _TEXTS[number % 3 != 0].format(english=english, arabic=arabic, year=2015 + number % 10, **counts)
        yield {"id": f"report-{number}", "text": text, "published": f"{2016 + number % 10}-01-05"}
        number += 1


def measure(folder: Path, documents: int) -> dict[str, float]:
    """Reports a second of processor time and by the clock, peak memory, and what goes on from there."""
    path, ledger = folder / "reports.jsonl", folder / "reports.db"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in islice(reports(), documents))
    command = [*hasila_command(), "add", str(path), "--ledger", str(ledger), "--format", "json"]
    first, again = run(command), run(command)
    with open_ledger(str(ledger)) as held:
        start = time.process_time()
        figures = sum(len(one.reading.figures) for one in held.documents())
        looked, start = time.process_time() - start, time.process_time()
        assert held.audit().ok
        return {
            "documents": documents,
            "figures": figures,
            "documents_per_second": documents / first.seconds,
            "documents_per_busy_second": documents / first.busy,
            "peak_bytes": first.peak,
            "again_seconds": again.seconds,
            "look_through_seconds": looked,
            "audit_seconds": time.process_time() - start,
            "ledger_bytes": ledger.stat().st_size,
        }


def table(measured: dict[str, float]) -> str:
    """The results for people."""
    told = {
        "figures": f"{measured['figures']:,}",
        "reports/s": f"{measured['documents_per_second']:.0f}",
        "reports/s of processor time": f"{measured['documents_per_busy_second']:.0f}",
        "peak MB": f"{measured['peak_bytes'] / 2**20:.0f}",
        "added again, s": f"{measured['again_seconds']:.1f}",
        "looked through, s": f"{measured['look_through_seconds']:.1f}",
        "audited, s": f"{measured['audit_seconds']:.1f}",
        "MB on disk": f"{measured['ledger_bytes'] / 2**20:.0f}",
    }
    return aligned([(f"{measured['documents']:,} reports added", ""), *told.items()])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(table(measure(Path(place), int(sys.argv[1]))))
