"""Measuring in a process of its own: its time, and the most memory that it ever held."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median

MEGABYTE = 1024 * 1024
# A worker's last moments may be missed, but not its peak.
_PAUSE = 0.1


@dataclass(frozen=True, slots=True)
class Run:
    """How long a command took by the clock and of the processor, in seconds, and its peak memory in bytes."""

    seconds: float
    busy: float
    peak: int


def run(command: Sequence[str]) -> Run:
    """Run a command; what it prints is thrown away."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _unit())


def run_with_workers(command: Sequence[str]) -> Run:
    """The same of a command that has others work for it: the time of all of them, and the peak of the largest.

    They are looked at again and again while they live, which only Linux allows; elsewhere they are not counted.
    """
    start = time.perf_counter()
    seen: dict[int, tuple[float, int]] = {}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            seen |= {pid: used for pid in _and_below(process.pid) if (used := _used(pid)) is not None}
            time.sleep(_PAUSE)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    busy, peaks = sum(time for time, _ in seen.values()), [peak for _, peak in seen.values()]
    return Run(time.perf_counter() - start, busy, max(peaks, default=0))


def _and_below(pid: int) -> Iterator[int]:
    """A process and all that it and its children began."""
    yield pid
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in thread.read_text().split():
                yield from _and_below(int(child))


def _used(pid: int) -> tuple[float, int] | None:
    """The time of the processor that a process has had, and its peak memory; None where it has ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return None
    peaks = [int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM:")]
    return ((int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), peaks[0]) if peaks else None


def start_up(command: Sequence[str], times: int = 7) -> float:
    """The median time of a command that has little to do, in seconds."""
    return median(run(command).seconds for _ in range(times))


def own_peak() -> int:
    """The most memory that this process ever held, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _unit()


def per_second(work: Callable[[], None], items: int, least: float = 2.0) -> float:
    """How many items a second in the fastest of as many rounds as fill ``least`` seconds of processor time."""
    best = spent = 0.0
    while spent < least:
        start = time.process_time()
        work()
        took = time.process_time() - start
        spent += took
        best = max(best, items / took)
    return best


def hasila_command() -> list[str]:
    """The command line of this environment."""
    installed = Path(sys.executable).with_name("hasila")
    return [str(installed)] if installed.exists() else [sys.executable, "-c", "from hasila.cli import main; main()"]


def _unit() -> int:
    return 1 if sys.platform == "darwin" else 1024
