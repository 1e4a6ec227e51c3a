"""The words and templates of made-up bulletins, from the files in ``bulletins/``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from hasila.values.render import Noun

Lang = Literal["ar", "en"]
Gold = dict[str, Any]

_FOLDER = Path(__file__).parent / "bulletins"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and what it settles: ``gold`` for all its figures, ``ops`` only for those of operations."""

    text: str
    gold: Gold = field(default_factory=dict)
    ops: Gold = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Slot:
    """What a slot counts, the kind of noun it takes, how large it gets, and what its gold holds beside the rest."""

    measure: str
    noun: str
    least: int
    most: int
    gold: Gold


@dataclass(frozen=True, slots=True)
class Language:
    """What bulletins of one language are written with."""

    nouns: Mapping[str, Sequence[Any]]
    qualifiers: Mapping[str, Sequence[str]]
    issuers: Mapping[str, Sequence[str]]
    speakers: Mapping[str, str]
    lands: Mapping[str, Mapping[str, str]]
    months: Sequence[Sequence[str]]
    titles: Sequence[Line]
    openings: Sequence[Line]
    country: Sequence[Line]
    both: Sequence[Line]
    extras: Sequence[Line]
    distractors: Sequence[str]
    sayings: Sequence[str]
    quotes: Sequence[str]


@cache
def language(lang: Lang) -> Language:
    """What bulletins in Arabic ("ar") or English ("en") are written with."""
    held = _file(lang)
    lines: dict[str, Any] = {name: [Line(**row) for row in held.pop(name)] for name in _LINES}
    nouns = {kind: [_noun(lang, row) for row in rows] for kind, rows in held.pop("nouns").items()}
    return Language(nouns=nouns, **held, **lines)


@cache
def slots() -> Mapping[str, Slot]:
    """The slots that templates count in, by name."""
    return {name: _slot(row) for name, row in _file("slots").items()}


_LINES = ("titles", "openings", "country", "both", "extras")


def _file(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _noun(lang: Lang, row: Mapping[str, Any]) -> Noun | tuple[str, str]:
    return Noun(**row) if lang == "ar" else (row["singular"], row["plural"])


def _slot(row: Mapping[str, Any]) -> Slot:
    left_open: Gold = dict.fromkeys(row.get("open", ()))
    return Slot(row["measure"], row["noun"], row["least"], row["most"], left_open | row.get("gold", {}))
