"""The reports in ``reports/`` with what they claim, and what ``scenarios.toml`` expects of a tally of them.

A file of reports is a scenario: JSON lines that ``hasila add`` takes as they are. ``gold`` lists what each report
claims, repetitions once: a claim holds measure, low, high, scope, period (first and last day) and attribution, and
where it matters mode, subset, modality, qualifier and the name of the place. A claim that leaves out a mode doesn't
care which; subset null likewise; left out, modality is "asserted" and subset false.
"""

from __future__ import annotations

import json
import re
import tomllib
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hasila.model import Document, Figure

FOLDER = Path(__file__).parent / "reports"
KNOWN = ("id", "text", "title", "published", "lang", "url", "outlet")
Record = dict[str, Any]
_CELL = re.compile(r"(\w+) ([A-Z+]+)(?::(\w+))?(?: (partnered|unilateral))? (\S+) = (\d+)(?: (\w+))?(?: @(\w+))?")


@dataclass(frozen=True, slots=True)
class Cell:
    """A number that an outcome speaks of: of one ``report`` where that is named, in a ``state`` and ``series`` where
    those matter.
    """

    measure: str
    scope: str
    mode: str | None
    start: date
    end: date
    value: int
    state: str | None = None
    report: str | None = None
    place: str | None = None
    series: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a tally of some reports has to say. ``set_aside`` None leaves open what falls; ``ways`` is 1 where that is
    clear.
    """

    scenario: str
    why: str
    reports: tuple[str, ...]
    reference: bool
    stands: tuple[Cell, ...]
    set_aside: tuple[Cell, ...] | None
    ways: int
    implies: tuple[Cell, ...]
    readings: tuple[tuple[date, date, str], ...]
    inferred: tuple[tuple[str, date, date], ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that are in the ledger, the reference series apart."""
        return tuple(document(record) for record in reports(self.scenario) if record["id"] in self.reports)


@cache
def outcomes() -> tuple[Outcome, ...]:
    """All outcomes, in the order of the file."""
    table = tomllib.loads((FOLDER.parent / "scenarios.toml").read_text(encoding="utf-8"))
    return tuple(map(_outcome, table["outcome"]))


def scenarios() -> list[str]:
    """The names of all scenarios, in order."""
    return sorted(path.stem for path in FOLDER.glob("*.jsonl"))


def path_of(scenario: str) -> Path:
    """The file of a scenario, to be added to a ledger."""
    return FOLDER / f"{scenario}.jsonl"


@cache
def reports(scenario: str) -> tuple[Record, ...]:
    """The reports of a scenario as they stand in its file, gold and all."""
    return tuple(json.loads(line) for line in path_of(scenario).read_text(encoding="utf-8").splitlines())


def document(record: Record) -> Document:
    """A report as it comes from a source, without what the tests know of it."""
    published = record.get("published")
    fields = {key: record.get(key) for key in KNOWN if key != "published"}
    return Document(published=date.fromisoformat(published) if published else None, **fields)  # type: ignore[arg-type]


def documents(scenario: str) -> Iterator[Document]:
    """The documents of a scenario."""
    return map(document, reports(scenario))


def says(figure: Figure, claim: Record) -> bool:
    """Whether a figure is read as a claim of the gold."""
    wanted = {"subset": False, "modality": "asserted"} | claim
    found = {
        "measure": figure.measure,
        "low": figure.low,
        "high": figure.high,
        "scope": figure.place.scope if figure.place else None,
        "place": figure.place.name if figure.place else None,
        "mode": figure.mode,
        "period": [str(figure.period.start), str(figure.period.end)] if figure.period else None,
        "attribution": figure.attribution,
        "subset": figure.subset,
        "modality": figure.modality,
        "qualifier": figure.qualifier,
    }
    return all(found[slot] == value or (slot == "subset" and value is None) for slot, value in wanted.items())


def _outcome(entry: Record) -> Outcome:
    every = tuple(record["id"] for record in reports(entry["scenario"]))
    return Outcome(
        scenario=entry["scenario"],
        why=" ".join(entry["why"].split()),
        reports=tuple(entry.get("only", every)),
        reference=entry.get("reference", False),
        stands=tuple(map(cell, entry["stands"])),
        set_aside=tuple(map(cell, entry["set_aside"])) if "set_aside" in entry else None,
        ways=entry.get("ways", 1),
        implies=tuple(map(cell, entry.get("implies", ()))),
        readings=tuple((*span(left), right) for left, right in map(_sides, entry.get("readings", ()))),
        inferred=tuple((left, *span(right)) for left, right in map(_sides, entry.get("inferred", ()))),
    )


def cell(words: str) -> Cell:
    """ "run-2023-08: operations SY partnered 2023-08 = 8" as a cell; the report and the mode may be missing."""
    report, _, rest = words.rpartition(": ")
    match = _CELL.fullmatch(rest)
    if match is None:
        raise ValueError(f"not a cell: {words}")
    measure, scope, place, mode, period, value, state, series = match.groups()
    start, end = span(period)
    place = place.replace("_", " ") if place else None
    return Cell(measure, scope, mode, start, end, int(value), state, report or None, place, series)


def span(words: str) -> tuple[date, date]:
    """The first and the last day of "2022", "2023-02", "2024-08-29", or of two of them with ".." between."""
    first, _, last = words.partition("..")
    return _edge(first, last=False), _edge(last or first, last=True)


def _edge(words: str, last: bool) -> date:
    year, month, day = [*map(int, words.split("-")), 0, 0][:3]
    month = month or (12 if last else 1)
    return date(year, month, day or (monthrange(year, month)[1] if last else 1))


def _sides(words: str) -> tuple[str, str]:
    left, _, right = words.partition(" = ")
    return left, right
