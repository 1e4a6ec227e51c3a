"""The limits of what counts as a copy, from ``copies.toml``, where each has its reason."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Limits:
    """One field for each table of ``copies.toml``, which says what it is and why."""

    near_likeness: float
    short_likeness: float
    short_words: float
    least_words: float
    teaser_containment: float
    evidence_bits: float
    month_bits: float
    misprint_likeness: float
    misprint_words: float
    misprint_agreeing: float
    misprint_days: float
    reprint_days: float
    digest_figures: float
    translated_figures: float
    translated_days: float
    translated_share: float


@cache
def limits() -> Limits:
    """The limits that come with Hasila, read once."""
    table = tomllib.loads((files("hasila.tally.copying") / "copies.toml").read_text(encoding="utf-8"))
    return Limits(**{field.name: float(table[field.name]["value"]) for field in fields(Limits)})
