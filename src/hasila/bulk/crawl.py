"""A crawl from its inputs to a folder of tables; begun, or gone on with where it was left."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from hasila.bulk import output
from hasila.bulk.meter import Meter
from hasila.bulk.options import Options
from hasila.bulk.plan import (
    CrawlError,
    Plan,
    differences,
    found,
    plan_in,
    this_version,
    units_of,
    written,
)
from hasila.bulk.unit import Input, Unit
from hasila.bulk.work import Receipt, Work
from hasila.ledger.identity import engine as reader_version
from hasila.sources import Rejected

PLAN, MANIFEST, LOCK = "plan.json", "manifest.json", ".lock"
_OWN = frozenset({LOCK, *output.FOLDERS})
Engine = Callable[[Work, Sequence[Unit]], Iterator[Receipt]]


@dataclass(slots=True)
class Crawl:
    """A crawl under way. ``meter`` counts all that is done; its seconds are those of this run."""

    folder: Path
    plan: Plan
    meter: Meter = field(default_factory=Meter)
    before: int = 0
    done: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def units(self) -> int:
        return len(self.plan.units)


@contextmanager
def opened_crawl(paths: Sequence[str], folder: Path, options: Options) -> Iterator[Crawl]:
    """The crawl of ``paths`` into ``folder``, nobody else's while the block lasts.

    Raises :class:`CrawlError` where the folder holds something else, or the same crawl of what is no longer the same.
    """
    items = list(found(paths))
    inputs = tuple(item for item in items if isinstance(item, Input))
    missing = [str(item) for item in items if isinstance(item, Rejected)]
    _prepare(folder)
    with _alone_in(folder):
        output.sweep(folder)
        crawl = Crawl(folder, _plan(folder, inputs, options), faults=missing)
        yield crawl


def run(crawl: Crawl, engine: Engine, tell: Callable[[Crawl, Receipt], None]) -> None:
    """Do every unit that is not done; ``tell`` is told of each. The manifest stands once all are."""
    left = []
    for unit in crawl.plan.units:
        receipt = receipt_of(crawl.folder, unit)
        if receipt is None:
            left.append(unit)
        else:
            crawl.before += 1
            _note(crawl, receipt)
    if left:
        for receipt in engine(Work.into(crawl.folder, crawl.plan.options), left):
            _note(crawl, receipt)
            tell(crawl, receipt)
    if crawl.done == crawl.units:
        output.write_whole(crawl.folder / MANIFEST, _manifest(crawl))


def receipt_of(folder: Path, unit: Unit) -> Receipt | None:
    """The receipt of a unit that is done."""
    try:
        plain = json.loads(output.receipt_path(folder, unit.name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Receipt(unit.number, plain["counts"], {}, plain["damage"])


def plan_of(folder: Path) -> Plan:
    """The plan of a crawl's folder."""
    return plan_in((folder / PLAN).read_text(encoding="utf-8"), str(folder))


def _note(crawl: Crawl, receipt: Receipt) -> None:
    crawl.meter.add(receipt.counts, receipt.seconds)
    if receipt.failed is None:
        crawl.done += 1
    fault = receipt.failed or receipt.damage
    if fault:
        crawl.faults.append(fault)


def _prepare(folder: Path) -> None:
    if folder.exists() and not (folder / PLAN).exists():
        strange = [one.name for one in folder.iterdir() if one.name not in _OWN]
        if [name for name in strange if not name.endswith(".tmp")]:
            raise CrawlError(str(folder), f"the folder holds something else ({min(strange)})", "Name another folder")
    for kind in output.FOLDERS:
        (folder / kind).mkdir(parents=True, exist_ok=True)


def _plan(folder: Path, inputs: tuple[Input, ...], options: Options) -> Plan:
    version = this_version()
    if not (folder / PLAN).exists():
        plan = Plan(version, options, inputs, units_of(inputs, options))
        output.write_whole(folder / PLAN, written(plan))
        return plan
    plan = plan_of(folder)
    differ = differences(plan, version, options, inputs)
    if differ:
        reason = f"the folder holds a crawl that was begun otherwise: {'; '.join(differ)}"
        raise CrawlError(str(folder), reason, "Name another folder, or give the same command as then")
    return plan


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """The folder's lock. The system lets go of it when the process ends, however it ends."""
    with (folder / LOCK).open("w") as lock:
        with suppress(ImportError):  # where there is no such lock, two runs do the same work twice and harm nothing
            import fcntl

            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise CrawlError(str(folder), "another run is writing there", "Wait until it has ended") from error
        yield


def _manifest(crawl: Crawl) -> str:
    """Every file with its hash, and what came of every unit: the same for the same crawl, and without a time."""
    names = [unit.name for unit in crawl.plan.units]
    paths = [output.path_of(Path(), kind, name).as_posix() for name in names for kind in output.FOLDERS[:3]]
    plain = {
        "hasila": "crawl",
        "reader": reader_version(),
        "counts": crawl.meter.counts(),
        "units": len(names),
        "files": output.digests(crawl.folder, paths),
    }
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
