"""Labelled reports: one JSON object a line, with the text, the figures and the quotes that must be read in it.

Which sets there are, and what of each is compared, stands in :data:`SETS`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from hasila.model import Document, Lang

FOLDER = Path(__file__).parent / "cases"
# Sets that others keep beside the repository; they are scored where they are there.
OUTSIDE = Path(__file__).parent.parent.parent / "shared" / "eval" / "dev"

# Sentences and short passages: each is a test of its own. Whole reports are held by floors.
SHORT = ("ar_rules", "en_rules", "ar_press")
_MISSION_MEASURES = frozenset({"operations", "strikes", "killed", "wounded", "detained", "surrendered"})

Gold = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class View:
    """What of a set is compared: only some measures, and figures without a number (dozens) or not."""

    measures: frozenset[str] | None = None
    with_vague: bool = True

    def shows(self, figure: Gold) -> bool:
        wanted = self.measures is None or figure["measure"] in self.measures
        return wanted and (self.with_vague or figure["qualifier"] != "vague")


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled report. ``kind`` is wild, synthetic or negative; ``why`` says what it is there to show."""

    id: str
    set: str
    lang: Lang
    kind: str
    rule: str
    why: str
    title: str | None
    text: str
    published: date | None
    figures: tuple[Gold, ...]
    quotes: tuple[Gold, ...]

    def document(self) -> Document:
        return Document(id=self.id, text=self.text, title=self.title, published=self.published, lang=self.lang)


def view_of(name: str) -> View:
    """What is compared in a set: whole reports count the mission's measures, and "dozens" only where it is labelled."""
    if name.endswith("coverage"):
        return View(_MISSION_MEASURES, with_vague=False)
    return View(with_vague=not name.endswith("seeds"))


def paths(outside: Path = OUTSIDE) -> dict[str, Path]:
    """The files of all sets by name; those from outside are called "dev/…"."""
    own = {path.stem: path for path in sorted(FOLDER.glob("*.jsonl"))}
    return own | {f"dev/{path.stem}": path for path in sorted(outside.glob("*.jsonl"))}


def load(name: str, path: Path | None = None) -> list[Case]:
    """The cases of a set."""
    lines = (path or FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
    return [_case(name, json.loads(line)) for line in lines if line.strip()]


def short_cases() -> Iterator[Case]:
    """The cases that are tests of their own."""
    for name in SHORT:
        yield from load(name)


def made(report: Mapping[str, Any]) -> Case:
    """A report of the generator as a case."""
    return _case("made", report)


def digest(path: Path) -> str:
    """A short fingerprint of a case file, so that floors are never compared across different cases."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def is_held_back(case: Case) -> bool:
    """Whether a case is kept from the people who write rules."""
    return case.set.startswith("held_")


def is_of_the_third(case: Case) -> bool:
    """Whether a hash of the id picks the case: a third of all, and the same ones when cases are added."""
    return hashlib.sha256(case.id.encode()).digest()[0] % 3 == 0


def _case(name: str, row: Mapping[str, Any]) -> Case:
    published = row.get("published")
    return Case(
        id=row["id"],
        set=name,
        lang=row.get("lang") or "ar",
        kind=row.get("kind") or "outside",
        rule=row.get("rule") or "",
        why=row.get("why") or "",
        title=row.get("title"),
        text=row["text"],
        published=date.fromisoformat(published) if published else None,
        figures=tuple(row["figures"]),
        quotes=tuple(row.get("quotes") or ()),
    )
