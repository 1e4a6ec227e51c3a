"""Measuring in a process of its own: its time, and the most memory that it ever held."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

MEGABYTE = 1024 * 1024


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
