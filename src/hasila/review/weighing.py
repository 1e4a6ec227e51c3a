"""How much it matters that somebody looks at a figure: what hangs on it times how far it is from certain.

The weights are data with their reasons, ``weights.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log10
from typing import Any

from hasila.tally.index.packed import Manner

_ROUGH = frozenset({"about", "over", "at_least", "at_most", "range", "vague"})
_BASES = {"inferred": "inferred period", "open": "open period", "carried": "carried period"}


@dataclass(frozen=True, slots=True)
class Weights:
    """What multiplies the weight of a figure; see ``weights.toml``."""

    states: Mapping[str, float]
    conditions: Mapping[str, float]
    each_digit: float
    certain: float


@cache
def weights() -> Weights:
    """The weights that come with Hasila."""
    held: Any = tomllib.loads((files("hasila.review") / "weights.toml").read_text(encoding="utf-8"))
    return Weights(
        {name: one["weight"] for name, one in held["states"].items()},
        {name: one["weight"] for name, one in held["conditions"].items()},
        held["size"]["each_digit"],
        held["certain"]["weight"],
    )


def weigh(manner: Manner, value: int | None, state: str | None, is_aside: bool) -> float:
    """The weight of a figure; ``state`` is that of the row its cell is published in, None where there is none."""
    known = weights()
    made = known.states[state or "none"] * max(1 - manner.confidence, known.certain)
    made *= 1 + known.each_digit * log10(max(value or 1, 10) / 10)
    for condition in conditions(manner, is_aside):
        made *= known.conditions[condition]
    return made


def conditions(manner: Manner, is_aside: bool) -> Iterator[str]:
    """The conditions that hold for a figure, as ``weights.toml`` names them."""
    if is_aside:
        yield "set aside"
    if manner.basis in _BASES:
        yield _BASES[manner.basis]
    if manner.qualifier in _ROUGH:
        yield "vague"
    if manner.modality == "denied":
        yield "denied"
    if manner.field == "title":
        yield "headline"
    if manner.attribution is None:
        yield "nobody named"
