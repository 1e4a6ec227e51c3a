"""The pinned floor of each set: what its scores must not fall below, with a fingerprint of its cases."""

from __future__ import annotations

import json
from collections.abc import Mapping
from math import floor
from pathlib import Path
from typing import Any

from evaluation.score import Tally

FILE = Path(__file__).parent / "floors.json"
_STEPS = 1000

Floors = dict[str, dict[str, Any]]


def load(path: Path = FILE) -> Floors:
    """The floors by set; none where none were ever pinned."""
    held: Floors = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return held


def save(floors: Floors, path: Path = FILE) -> None:
    path.write_text(json.dumps(dict(sorted(floors.items())), indent=2) + "\n", encoding="utf-8")


def measured(tallies: Mapping[str, Tally], digests: Mapping[str, str]) -> Floors:
    """The scores as floors, rounded down to thousandths."""
    return {
        name: {"digest": digests[name], "core": _down(one.core_f1), "full": _down(one.full_f1)}
        for name, one in tallies.items()
    }


def faults(floors: Floors, now: Floors) -> list[str]:
    """Why the scores don't hold: a set under its floor, without a floor, or with other cases than it was pinned on."""
    found = []
    for name, scores in sorted(now.items()):
        pinned = floors.get(name)
        if pinned is None:
            found.append(f"{name}: no floor is pinned; pin it with --update")
            continue
        if pinned["digest"] != scores["digest"]:
            found.append(f"{name}: the cases are not those that the floor was pinned on; pin it anew with --update")
        for level in ("core", "full"):
            if scores[level] < pinned[level]:
                found.append(f"{name}: {level} F1 {scores[level]:.3f} is under its floor of {pinned[level]:.3f}")
    return found


def raised(floors: Floors, now: Floors, *, lower: bool = False) -> Floors:
    """The floors lifted to the scores; only with ``lower`` do they sink to them. Sets not scored keep theirs."""
    lifted = dict(floors)
    for name, scores in now.items():
        pinned = floors.get(name, scores)
        levels = {level: scores[level] if lower else max(scores[level], pinned[level]) for level in ("core", "full")}
        lifted[name] = {"digest": scores["digest"]} | levels
    return lifted


def _down(share: float) -> float:
    return floor(share * _STEPS + 1e-9) / _STEPS
