"""Crawling a made-up web: each stage, the whole, workers and engines, and the prefilter beside other scanners."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from itertools import cycle
from math import ceil
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.processes import MEGABYTE, hasila_command, run, run_with_workers
from benchmarks.web.warcs import PAGES_A_FILE, build
from evaluation.words import aligned
from hasila.bulk.prefilter import Prefilter
from hasila.bulk.prefilter.forms import wanted
from hasila.bulk.sifting import looked_into
from hasila.model import Document
from hasila.reading import read_of_mission
from hasila.sources import open_bytes

# So many pages stand for all where a stage is measured by itself.
_SAMPLE = 2_000
_ROUNDS = 3
# Of a larger web than this the growth is measured on pages that come round again: they would fill the disk.
_DIFFERENT = 10_000


def measure(folder: Path, pages: int, growth: Sequence[int] = ()) -> dict[str, Any]:
    """Everything on a web of so many pages, of which 200,000 take 5 GB.

    ``growth``: further sizes that are crawled by all cores to see how the time grows, such as a million.
    """
    cores = os.cpu_count() or 1
    files = build(folder / "web", pages, cores)
    bodies = list(_bodies(build(folder / "sample", min(pages, _SAMPLE))))
    return {
        "pages": pages,
        "bytes": sum(path.stat().st_size for path in files),
        "stages": _stages(folder, bodies),
        "scanners": _scanners(folder, bodies),
        "parsing": {hands: _parsing(files, hands) for hands in sorted({1, min(2, cores)})},
        "crawls": {name: _crawl(folder, files, name, hands) for name, hands in _ways(cores)},
        "growth": {size: _crawl(folder, _web(folder, pages, size, cores), "local", cores) for size in growth},
    }


def _web(folder: Path, pages: int, size: int, cores: int) -> list[Path]:
    """Files of about so many pages: those of the web, and behind its last one the same again under other names."""
    files = build(folder / "web", min(size, max(pages, _DIFFERENT)), cores)
    again = folder / f"web-{size}"
    again.mkdir(exist_ok=True)
    paths = [again / f"{number:05d}.warc.gz" for number in range(ceil(size / PAGES_A_FILE))]
    for path, file in zip(paths, cycle(files)):
        path.unlink(missing_ok=True)
        path.hardlink_to(file)
    return paths


def _parsing(files: Sequence[Path], hands: int) -> float:
    """Seconds in which so many processes unpack and parse all of it, and do nothing else."""
    with ProcessPoolExecutor(hands, get_context("spawn")) as pool:
        list(pool.map(_parsed, files[:hands]))  # so that the pool is at work already
        start = time.perf_counter()
        list(pool.map(_parsed, files))
        return time.perf_counter() - start


def _parsed(path: Path) -> int:
    return sum(map(len, _bodies([path])))


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
    passed = [body for body in bodies if looked_into(body, prefilter.passes)]
    documents = list(_documents(passed))
    list(map(read_of_mission, documents))  # words that were met before are looked up faster, as in a long crawl
    sample = [folder / "sample" / name for name in sorted(os.listdir(folder / "sample"))]
    work: dict[str, tuple[Callable[[], object], list[bytes]]] = {
        "unpack and parse": (lambda: sum(1 for _ in _bodies(sample)), bodies),
        "prefilter": (lambda: sum(looked_into(body, prefilter.passes) for body in bodies), bodies),
        "extract": (lambda: list(_documents(passed)), passed),
        "read": (lambda: list(map(read_of_mission, documents)), passed),
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
    command = [*hasila_command(), "crawl", *paths, "--out", str(out), "--workers", str(workers), "--engine", engine]
    done = run_with_workers(command)
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
        took = f"{one['seconds']:.1f} s, {one['busy']:.1f} s of the processor"
        said.append(f"{name}: {took} with {one['workers']} at work, peak of a process {peak:.0f} MB")
    ways = {hands: next(one for one in crawls.values() if one["workers"] == hands) for hands in results["parsing"]}
    for hands, parsing in results["parsing"].items():
        times = ways[hands]["seconds"] / parsing
        said.append(f"{hands} at work: {times:.2f} times as long as unpacking and parsing alone ({parsing:.1f} s)")
    if "local-2" in crawls:
        said.append(f"two workers are {crawls['local']['seconds'] / crawls['local-2']['seconds']:.2f} times as fast")
    return "\n".join(said)


def _said_of_scanners(rates: dict[str, float | None]) -> str:
    shown = (f"{name} {rate:.2f}" if rate else f"{name} not installed" for name, rate in rates.items())
    return f"GB/s over the same bytes: {', '.join(shown)}"
