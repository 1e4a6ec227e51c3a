"""What is passed along between the packages: data only, no logic.

Offsets are code points in the field as given: ``field[start:end] == text`` holds for every :class:`Span`.
``None`` always means unknown, never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

Field = Literal["title", "text"]
Lang = Literal["ar", "en", "mixed"]
Measure = Literal[
    "operations",
    "strikes",
    "attacks",
    "killed",
    "wounded",
    "detained",
    "abducted",
    "surrendered",
    "casualties",
]
Qualifier = Literal["exact", "about", "over", "at_least", "at_most", "range", "vague"]
Modality = Literal["asserted", "denied", "hypothetical", "prevented"]
Kind = Literal["event", "period", "cumulative"]
Victim = Literal["militant", "security", "civilian", "unknown"]
Mode = Literal["partnered", "unilateral"]
Basis = Literal["stated", "carried", "resolved", "inferred"]


@dataclass(frozen=True, slots=True)
class Document:
    """One report as it came in. ``title`` and ``text`` are never altered."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    lang: Lang | None = None
    url: str | None = None
    outlet: str | None = None
    source: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """The exact words that state something, and where they stand."""

    field: Field
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where: ``scope`` is ISO country codes joined by ``+`` ("IQ+SY"), ``as_written`` the words of the report.

    ``lat``/``lon`` are WGS 84 degrees; ``geonames`` is the GeoNames id. Coordinates are None above town level.
    """

    scope: str | None
    name: str
    as_written: str
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """What a count covers, both days included. ``basis`` says how the days were arrived at."""

    start: date | None
    end: date | None
    as_written: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One stated count. ``low == high`` for exact figures; None marks an open end or a vague count."""

    measure: Measure
    low: int | None
    high: int | None
    qualifier: Qualifier
    modality: Modality
    kind: Kind
    subset: bool
    victim: Victim | None
    actor: str | None
    partners: tuple[str, ...]
    mode: Mode | None
    target: str | None
    place: Place | None
    period: Period | None
    attribution: str | None
    evidence: Span
    confidence: float
    trail: tuple[str, ...]
    basis: Mapping[str, Basis]


@dataclass(frozen=True, slots=True)
class Quote:
    """A direct quotation, without its quotation marks."""

    speaker: str | None
    role: str | None
    evidence: Span


@dataclass(frozen=True, slots=True)
class Fact:
    """A dated background fact about an actor; never counted as a result."""

    subject: str
    predicate: str
    value: int | str | None
    when: str | None
    evidence: Span


@dataclass(frozen=True, slots=True)
class Assessment:
    """Who assesses what, in the words of the report."""

    by: str | None
    about: str | None
    evidence: Span


@dataclass(frozen=True, slots=True)
class EffortMention:
    """A line of effort of the coalition that the report speaks of."""

    line: str
    evidence: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read in one document. ``notes`` are on the reading; notes on the source stay with the document."""

    document: Document
    lang: Lang
    relevant: bool
    figures: tuple[Figure, ...]
    quotes: tuple[Quote, ...] = ()
    facts: tuple[Fact, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    lines_of_effort: tuple[EffortMention, ...] = ()
    notes: tuple[str, ...] = ()
