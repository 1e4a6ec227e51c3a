"""Daft, on this machine or on a Ray cluster. Every machine must see the inputs and the output under the same paths."""

from __future__ import annotations

import logging
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from hasila.bulk.unit import Unit
from hasila.bulk.work import Receipt, Work, settle_in

# Set before Daft is loaded: it reports how it is used otherwise.
_SILENT = {"DAFT_ANALYTICS_ENABLED": "0", "DO_NOT_TRACK": "1", "DAFT_PROGRESS_BAR": "0"}


def run(work: Work, units: Sequence[Unit], workers: int) -> Iterator[Receipt]:
    """The receipt of every unit, in the order in which they get done; ``workers`` processes on this machine."""
    os.environ.update(_SILENT)
    import daft

    daft.set_runner_native(workers)
    yield from _mapped(work, units)


def run_on_ray(work: Work, units: Sequence[Unit], address: str | None) -> Iterator[Receipt]:
    """The same on a Ray cluster; on one that is made here for the time, if no address is given."""
    os.environ.update(_SILENT)
    import daft

    daft.set_runner_ray(address, noop_if_initialized=True)
    yield from _mapped(work, units)


def _mapped(work: Work, units: Sequence[Unit]) -> Iterator[Receipt]:
    import daft

    if not units:
        return
    do_unit = daft.func(_function(work, str(Path.cwd())), return_dtype=daft.DataType.binary(), use_process=True)
    frame = daft.from_pydict({"unit": [pickle.dumps(unit) for unit in units]}).into_batches(1)
    for row in frame.select(do_unit(daft.col("unit")).alias("receipt")).iter_rows():
        yield pickle.loads(row["receipt"])


def _function(work: Work, where: str) -> Callable[[bytes], bytes]:
    def do_unit(unit: bytes) -> bytes:
        settle_in()
        logging.getLogger("daft").setLevel(logging.ERROR)
        os.chdir(where)  # the paths of the inputs are as they were given
        return pickle.dumps(work(pickle.loads(unit)))

    return do_unit
