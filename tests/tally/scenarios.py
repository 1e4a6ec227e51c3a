"""The reports in ``reports/`` with what they claim, and what ``scenarios.toml`` expects of a tally of them.

A file of reports is a scenario: JSON lines that ``hasila add`` takes as they are. ``gold`` lists what each report
claims, repetitions once: a claim holds measure, low, high, scope, period (first and last day) and attribution, and
where it matters mode, subset, modality, qualifier and the name of the place. A claim that leaves out a mode doesn't
care which; subset null likewise; left out, modality is "asserted" and subset false.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hasila.model import Document, Figure

FOLDER = Path(__file__).parent / "reports"
KNOWN = ("id", "text", "title", "published", "lang", "url", "outlet")
Record = dict[str, Any]


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
