"""Processes on this machine.

A process that dies (killed for want of memory, or by a fault in a library) takes down the pool it is in. The units that
were under way are then done one at a time, each in a process of its own, so that it shows which of them kills: that one
is set aside, the others are done.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait as wait_for

from hasila.bulk.limits import UNITS_A_WORKER
from hasila.bulk.unit import Unit
from hasila.bulk.work import Receipt, lost, settle_in

DoUnit = Callable[[Unit], Receipt]
# Loaded once for all workers. pyarrow is not among them: it has threads as soon as it is loaded.
_LOADED = ["hasila.bulk.work", "hasila.bulk.sifting", "hasila.bulk.records.warc", "hasila.sources.page", "hyperscan"]
# What this process does, if it is a worker.
_WORK: list[DoUnit] = []


def run(work: DoUnit, units: Sequence[Unit], workers: int) -> Iterator[Receipt]:
    """The receipt of every unit, in the order in which they get done."""
    waiting = deque(units)
    while waiting:
        under_way: dict[Future[Receipt], Unit] = {}
        try:
            yield from _pooled(work, waiting, under_way, min(workers, len(waiting)))
        except BrokenProcessPool:
            for unit in sorted(under_way.values(), key=lambda one: one.number):
                yield _alone(work, unit)


def _pooled(
    work: DoUnit, waiting: deque[Unit], under_way: dict[Future[Receipt], Unit], workers: int
) -> Iterator[Receipt]:
    with _pool(workers, work) as pool:
        while waiting or under_way:
            # one more than can be worked on, so that nobody waits
            while waiting and len(under_way) <= workers:
                under_way[pool.submit(_do, waiting[0])] = waiting[0]
                waiting.popleft()
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                receipt = future.result()
                del under_way[future]
                yield receipt


def _alone(work: DoUnit, unit: Unit) -> Receipt:
    try:
        with _pool(1, work) as pool:
            return pool.submit(_do, unit).result()
    except BrokenProcessPool:
        return lost(unit)


@contextmanager
def _pool(workers: int, work: DoUnit) -> Iterator[ProcessPoolExecutor]:
    """A pool whose processes end when the block does, whatever they are at: what no receipt tells of is nothing."""
    with _nobody_interrupted():
        context = _context()
        pool = ProcessPoolExecutor(workers, context, _begin, (work,), max_tasks_per_child=UNITS_A_WORKER)
    try:
        yield pool
    finally:
        processes = list((pool._processes or {}).values())
        pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.terminate()
        for process in processes:
            process.join()


def _context() -> multiprocessing.context.BaseContext:
    """Never plain forks: libraries with threads do not survive them."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    from multiprocessing.forkserver import ensure_running

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_LOADED)
    ensure_running()
    return context


@contextmanager
def _nobody_interrupted() -> Iterator[None]:
    """Processes that are begun in the block do not hear Ctrl-C: it is for the one that began them to end them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard)


def _begin(work: DoUnit) -> None:
    """A worker gets its work once. It does not hear Ctrl-C, and ends with the process that began it."""
    _WORK.append(work)
    settle_in()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _do(unit: Unit) -> Receipt:
    return _WORK[-1](unit)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)
