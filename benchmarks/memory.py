"""Peak memory of reading a JSONL file: it must not grow with the number of lines."""

from __future__ import annotations

import json
from itertools import cycle, islice
from pathlib import Path

from benchmarks.processes import hasila_command, run
from benchmarks.reports import made

_DIFFERENT = 500
_FEW = 10


def write_lines(path: Path, lines: int) -> None:
    """A file of made-up bulletins, one a line; they come round again after a while, under other ids."""
    texts = [text for pair in islice(zip(made("ar"), made("en"), strict=False), _DIFFERENT // 2) for text in pair]
    with path.open("w", encoding="utf-8") as file:
        for at, text in enumerate(islice(cycle(texts), lines)):
            file.write(json.dumps({"id": f"line-{at}", "text": text}, ensure_ascii=False) + "\n")


def measure(folder: Path, lines: int) -> dict[str, float]:
    """Peak memory and speed of reading ``lines`` lines, and the peak of reading a tenth of them."""
    peaks = {}
    for name, size in (("few", max(1, lines // _FEW)), ("all", lines)):
        path = folder / f"{name}.jsonl"
        write_lines(path, size)
        peaks[name] = run([*hasila_command(), "read", str(path), "--format", "jsonl"])
    return {
        "lines": lines,
        "peak_bytes": peaks["all"].peak,
        "peak_bytes_of_a_tenth": peaks["few"].peak,
        "lines_per_second": lines / peaks["all"].seconds,
    }
