"""Speed, start-up and memory on this machine (``make bench``).

python -m benchmarks.run                 a table
python -m benchmarks.run --json          the same for programs
python -m benchmarks.run --lines 1000    a shorter run for the memory of long files (100,000 lines without it)
python -m benchmarks.run --documents 100000    so many reports into a ledger (10,000 without it; 0 leaves it out)
python -m benchmarks.run --tallied 100000      so many reports tallied (2,000 without it; 0 leaves it out)
python -m benchmarks.run --served 100000       the page over so many reports (2,000 without it; 0 leaves it out)
python -m benchmarks.run --crawled 200000      a crawl of so many pages (4,000 without it; 0 leaves it out)
python -m benchmarks.run --crawled 10000 --growth 10000 100000 1000000    and of more, to see how the time grows
python -m benchmarks.run --compiled .venv-fast/bin/python    the compiled build of that environment as well
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks import adding, crawling, memory, serving, speed, tallying
from benchmarks.processes import MEGABYTE, hasila_command, start_up
from benchmarks.reports import LENGTH, sample
from evaluation.words import aligned

_GROWTH_ALLOWED = 1.2


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as folder:
        served = serving.measure(Path(folder), options.served) if options.served else None
        crawled = crawling.measure(Path(folder), options.crawled, options.growth) if options.crawled else None
    _keep_to_one_core()
    results = measure(options.reports, options.lines, options.compiled, options.documents, options.tallied)
    results["served"], results["crawled"] = served, crawled
    print(json.dumps(results, indent=2) if options.json else table(results))
    return 0 if results["memory"] is None or is_flat(results["memory"]) else 1


def measure(
    reports: int, lines: int, compiled: str | None = None, documents: int = 0, tallied: int = 0
) -> dict[str, Any]:
    """Everything that is measured, in plain types; ``compiled`` is the interpreter that has the compiled build."""
    workers = [name for name in speed.WORKERS if name == "hasila" or find_spec("spacy")]
    speeds = {name: speed.measure_apart(name, reports) for name in workers}
    if compiled is not None:
        speeds["hasila, compiled"] = speed.measure_apart("hasila", reports, compiled)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(sample(1)[0].text, encoding="utf-8")
        return {
            "characters_a_report": LENGTH,
            "speed": speeds,
            "growth": speed.growth(),
            "start_up_seconds": start_up([*hasila_command(), "read", str(path)]),
            "memory": memory.measure(Path(folder), lines) if lines else None,
            "ledger": adding.measure(Path(folder), documents) if documents else None,
            "tally": tallying.measure(Path(folder), tallied) if tallied else None,
        }


def is_flat(measured: dict[str, float]) -> bool:
    """Whether ten times the lines take no more memory, but for a fifth."""
    return measured["peak_bytes"] < _GROWTH_ALLOWED * measured["peak_bytes_of_a_tenth"]


def table(results: dict[str, Any]) -> str:
    """The results for people."""
    ours = results["speed"]["hasila"]["reports_per_second"]
    rows = [("one core, warm", "reports/s", "Hasila's share", "peak MB")]
    for name, one in results["speed"].items():
        rate = one["reports_per_second"]
        rows.append((name, f"{rate:.0f}", f"{ours / rate:.2f}", _megabytes(one["peak_bytes"])))
    said = [aligned(rows), "", f"hasila read on one .txt: {results['start_up_seconds'] * 1000:.0f} ms"]
    said.append(f"a character of a text of 1,000,000 takes {results['growth']:.2f} times as long as one of 100,000")
    if results["memory"] is not None:
        held = results["memory"]
        flat = "flat" if is_flat(held) else "NOT FLAT"
        peaks = (
            f"{_megabytes(held['peak_bytes_of_a_tenth'])} MB for a tenth, {_megabytes(held['peak_bytes'])} MB for all"
        )
        said.append(f"JSONL of {held['lines']:,} lines: {peaks} ({flat}); {held['lines_per_second']:.0f} lines/s")
    if results["ledger"] is not None:
        said += ["", adding.table(results["ledger"])]
    if results["tally"] is not None:
        said += ["", tallying.table(results["tally"])]
    if results.get("served") is not None:
        said += ["", serving.table(results["served"])]
    if results.get("crawled") is not None:
        said += ["", crawling.table(results["crawled"])]
    return "\n".join(said)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.run", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--reports", type=int, default=200, help="reports for the comparison (default: %(default)s)")
    parser.add_argument("--compiled", metavar="PYTHON", help="interpreter of an environment with the compiled build")
    parser.add_argument("--lines", type=int, default=100_000, help="lines of the long file; 0 leaves it out")
    parser.add_argument("--documents", type=int, default=10_000, help="reports added to a ledger; 0 leaves it out")
    parser.add_argument("--tallied", type=int, default=2_000, help="reports that are tallied; 0 leaves it out")
    parser.add_argument("--served", type=int, default=2_000, help="reports that the page shows; 0 leaves it out")
    parser.add_argument("--crawled", type=int, default=4_000, help="pages that are crawled; 0 leaves it out")
    parser.add_argument("--growth", type=int, nargs="*", default=[], help="further numbers of pages to crawl")
    return parser.parse_args(arguments)


def _keep_to_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _megabytes(size: float) -> str:
    return f"{size / MEGABYTE:.0f}"


if __name__ == "__main__":
    sys.exit(main())
