"""Crawling a made-up web: each stage, the whole, workers and engines, and the prefilter beside other scanners."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.processes import MEGABYTE, hasila_command, run
from benchmarks.web.warcs import build
from evaluation.words import aligned
from hasila.bulk.prefilter import Prefilter
from hasila.bulk.prefilter.forms import wanted
from hasila.model import Document
from hasila.reading import read
from hasila.sources import open_bytes

# So many pages stand for all where a stage is measured by itself.
_SAMPLE = 2_000
_ROUNDS = 3


def measure(folder: Path, pages: int, growth: Sequence[int] = ()) -> dict[str, Any]:
    """Everything on a web of so many pages; ``growth``: further sizes that are crawled to see how the time grows."""
    cores = os.cpu_count() or 1
    files = build(folder / "web", pages, cores)
    bodies = list(_bodies(build(folder / "sample", min(pages, _SAMPLE))))
    return {
        "pages": pages,
        "bytes": sum(path.stat().st_size for path in files),
        "stages": _stages(folder, bodies),
        "scanners": _scanners(folder, bodies),
        "parsing_seconds": _best(lambda: sum(1 for _ in _bodies(files)), 1),
        "crawls": {name: _crawl(folder, files, name, hands) for name, hands in _ways(cores)},
        "growth": {size: _crawl(folder, build(folder / "web", size, cores), "local", 1) for size in growth},
    }


def _ways(cores: int) -> Iterator[tuple[str, int]]:
    yield "local", 1
    if cores > 1:
        yield "local-2", 2
    if find_spec("daft"):
        yield "daft", min(2, cores)


def _bodies(files: Sequence[Path]) -> Iterator[bytes]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    for path in files:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
                yield record.reader.read()


def _best(work: Callable[[], object], rounds: int = _ROUNDS) -> float:
    """Seconds of the processor in the fastest of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def _stages(folder: Path, bodies: list[bytes]) -> dict[str, dict[str, float]]:
    """Seconds, documents and bytes of each stage on the sample."""
    prefilter = Prefilter.from_lexicon()
    passed = [body for body, passes in zip(bodies, prefilter.passing(bodies), strict=True) if passes]
    documents = list(_documents(passed))
    list(map(read, documents))  # words that were met before are looked up faster, as in a long crawl
    sample = [folder / "sample" / name for name in sorted(os.listdir(folder / "sample"))]
    work: dict[str, tuple[Callable[[], object], list[bytes]]] = {
        "unpack and parse": (lambda: sum(1 for _ in _bodies(sample)), bodies),
        "prefilter": (lambda: prefilter.passing(bodies), bodies),
        "extract": (lambda: list(_documents(passed)), passed),
        "read": (lambda: list(map(read, documents)), passed),
    }
    return {
        name: {"seconds": _best(one), "documents": len(held), "bytes": sum(map(len, held))}
        for name, (one, held) in work.items()
    }


def _documents(bodies: Sequence[bytes]) -> Iterator[Document]:
    for body in bodies:
        for item in open_bytes(body, "page.html"):
            if isinstance(item, Document):
                yield item


def _scanners(folder: Path, bodies: list[bytes]) -> dict[str, float | None]:
    """Gigabytes a second over the same bytes: the prefilter, its names in a bare scanner, and ripgrep with them."""
    size = sum(map(len, bodies))
    prefilter = Prefilter.from_lexicon()
    forms = wanted()
    names = [form.text for form in (*forms.deciding, *forms.supporting)]
    rates: dict[str, float | None] = {"prefilter": size / _best(lambda: prefilter.passing(bodies)) / 1e9}
    rates["bare scanner (aho-corasick)"] = _bare(names, bodies, size)
    rates["ripgrep"] = _ripgrep(folder, names, bodies, size)
    return rates


def _bare(names: Sequence[str], bodies: Sequence[bytes], size: int) -> float | None:
    if not find_spec("ahocorasick_rs"):
        return None
    import ahocorasick_rs

    scanner = ahocorasick_rs.BytesAhoCorasick(
        [name.encode() for name in names], implementation=ahocorasick_rs.Implementation.DFA
    )
    return size / _best(lambda: [scanner.find_matches_as_indexes(body) for body in bodies]) / 1e9


def _ripgrep(folder: Path, names: Sequence[str], bodies: Sequence[bytes], size: int) -> float | None:
    program = shutil.which("rg")
    if program is None:
        return None
    (folder / "names").write_text("\n".join(names), encoding="utf-8")
    (folder / "bodies").write_bytes(b"\n".join(body.replace(b"\n", b" ") for body in bodies))
    command = [program, "-c", "-a", "-i", "-F", "-j1", "-f", str(folder / "names"), str(folder / "bodies")]
    return size / min(run(command).busy for _ in range(_ROUNDS)) / 1e9


def _crawl(folder: Path, files: Sequence[Path], name: str, workers: int) -> dict[str, float]:
    engine = name.partition("-")[0]
    out = folder / f"out-{name}-{len(files)}"
    shutil.rmtree(out, ignore_errors=True)
    paths = [str(path) for path in files]
    done = run([*hasila_command(), "crawl", *paths, "--out", str(out), "--workers", str(workers), "--engine", engine])
    return {"seconds": done.seconds, "busy": done.busy, "peak_bytes": done.peak, "workers": workers}


def table(results: dict[str, Any]) -> str:
    """The results for people."""
    rows = [("crawl, one core", "pages/s", "MB/s", "pages")]
    for name, one in results["stages"].items():
        rate, megabytes = one["documents"] / one["seconds"], one["bytes"] / one["seconds"] / 1e6
        rows.append((name, f"{rate:.0f}", f"{megabytes:.1f}", f"{one['documents']:.0f}"))
    said = [aligned(rows), "", _said_of_scanners(results["scanners"])]
    crawls = results["crawls"]
    for name, one in (*crawls.items(), *((f"{size:,} pages", one) for size, one in results["growth"].items())):
        peak = one["peak_bytes"] / MEGABYTE
        said.append(f"{name}: {one['seconds']:.1f} s with {one['workers']} at work, peak {peak:.0f} MB")
    times = crawls["local"]["seconds"] / results["parsing_seconds"]
    said.append(f"one worker takes {times:.2f} times as long as unpacking and parsing alone")
    if "local-2" in crawls:
        said.append(f"two workers are {crawls['local']['seconds'] / crawls['local-2']['seconds']:.2f} times as fast")
    return "\n".join(said)


def _said_of_scanners(rates: dict[str, float | None]) -> str:
    shown = (f"{name} {rate:.2f}" if rate else f"{name} not installed" for name, rate in rates.items())
    return f"GB/s over the same bytes: {', '.join(shown)}"
