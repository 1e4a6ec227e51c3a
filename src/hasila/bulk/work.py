"""What a worker does, wherever it runs: a unit -> its files, and the receipt."""

from __future__ import annotations

import gc
import logging
import os
import pickle
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, cast

from hasila.bulk.meter import Meter
from hasila.bulk.options import Options
from hasila.bulk.output import UnitFiles
from hasila.bulk.records import Damaged
from hasila.bulk.storage import sized
from hasila.bulk.unit import Unit
from hasila.errors import HasilaError, SourceError
from hasila.model import Reading
from hasila.sources import Rejected

if TYPE_CHECKING:
    from hasila.bulk.prefilter import Prefilter


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of a unit. ``failed``: why nothing of it was kept. ``damage``: what of its file could not be read."""

    number: int
    counts: dict[str, int]
    seconds: dict[str, float]
    damage: str | None = None
    failed: str | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """The one function that every engine calls, with what it needs to be called anywhere.

    ``prefilter`` is pickled: it takes seconds to compile and nothing to load.
    """

    folder: str
    options: Options
    prefilter: bytes

    @classmethod
    def into(cls, folder: Path, options: Options) -> Work:
        """The work of a crawl."""
        from hasila.bulk.prefilter import kept_prefilter

        return cls(str(folder), options, pickle.dumps(kept_prefilter()))

    def __call__(self, unit: Unit) -> Receipt:
        """Do a unit. Never raises: what is wrong with a unit is in its receipt."""
        meter = Meter()
        try:
            _unchanged(unit)
            damage = self._done(unit, meter)
        except (HasilaError, OSError, MemoryError) as error:
            return Receipt(unit.number, Meter().counts(), meter.seconds, failed=_told(unit, error))
        except Exception as error:
            fault = f"{unit.input.path}: a fault in Hasila itself ({type(error).__name__}: {error})"
            return Receipt(unit.number, Meter().counts(), meter.seconds, failed=fault)
        return Receipt(unit.number, meter.counts(), meter.seconds, damage)

    def _done(self, unit: Unit, meter: Meter) -> str | None:
        """Write the files; what of the unit could not be read, if anything."""
        from hasila.bulk.sifting import sifted  # the reader is for those who read: not for who hands the units out

        began, damage = perf_counter(), None
        with UnitFiles(Path(self.folder), unit.name, self.options.keep_text) as files:
            for item in sifted(unit, self.options, _prefilter(self.prefilter).passes, meter):
                if isinstance(item, Damaged):
                    damage = damage or str(item.rejected)
                    item = item.rejected
                with meter.timed("write"):
                    _take(item, files, meter)
            if damage and not meter.pages:
                raise HasilaError(damage)
            with meter.timed("write"):
                files.commit({"unit": unit.number, "counts": meter.counts(), "damage": damage})
        meter.seconds["scan"] = perf_counter() - began - sum(meter.seconds.values())
        return damage


def lost(unit: Unit) -> Receipt:
    """The receipt of a unit that nobody came back with."""
    reason = "the process that read it was ended from outside, perhaps for want of memory"
    told = str(SourceError(unit.input.path, None, reason, "Run the same command again with fewer --workers"))
    return Receipt(unit.number, Meter().counts(), Meter().seconds, failed=told)


def _take(item: Reading | Rejected, files: UnitFiles, meter: Meter) -> None:
    if isinstance(item, Rejected):
        meter.rejected += 1
        files.reject(item)
    else:
        meter.kept += 1
        meter.figures += len(item.figures)
        files.keep(item)


def _unchanged(unit: Unit) -> None:
    size, stamp = sized(unit.input.path)
    if (size, stamp) != (unit.input.size, unit.input.stamp):
        reason = "the file has changed since the crawl was begun"
        raise SourceError(unit.input.path, None, reason, "Crawl it into another folder")


def _told(unit: Unit, error: BaseException) -> str:
    if isinstance(error, HasilaError):
        return str(error)
    said = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    return f"{unit.input.path}: {said.lower()}. Run the same command again once it can be read."


@cache
def settle_in() -> None:
    """What a worker does first: doubts about documents are in their notes, and there is nobody else to be told."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    logging.getLogger("hasila").setLevel(logging.CRITICAL)
    import pyarrow

    pyarrow.set_cpu_count(1)
    gc.freeze()


@cache
def _prefilter(pickled: bytes) -> Prefilter:
    return cast("Prefilter", pickle.loads(pickled))
