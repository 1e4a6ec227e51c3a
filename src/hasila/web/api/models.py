"""What the interface gives, for its description; a test holds real answers against these models."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from hasila.model import Kind, Lang, Measure, Modality, Mode, Qualifier, Victim
from hasila.tally.result import State


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Problem(_Model):
    """What went wrong (RFC 9457)."""

    type: str = Field(examples=["about:blank"])
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["there is no such document in the ledger"])
    errors: list[dict[str, str]] | None = Field(default=None, description="Each thing that was wrong in what was sent.")


class Evidence(_Model):
    """The words, and where they stand: ``field[start:end] == text``, in code points."""

    field: Literal["title", "text"]
    start: int
    end: int
    text: str


class Place(_Model):
    """Where: the ISO codes of the countries, and the place as it is called and as it was written."""

    scope: str | None
    name: str | None
    as_written: str
    lat: float | None
    lon: float | None
    geonames: int | None


class ReadPeriod(_Model):
    """When: first and last day, the words that say so, and what that rests on."""

    start: date | None
    end: date | None
    as_written: str | None
    basis: str


class Figure(_Model):
    """A figure that a report states, with the words that state it."""

    measure: Measure
    low: int | None
    high: int | None
    qualifier: Qualifier
    modality: Modality
    kind: Kind
    subset: bool
    victim: Victim | None
    actor: str | None
    partners: list[str]
    mode: Mode | None
    target: str | None
    place: Place | None
    period: ReadPeriod | None
    attribution: str | None
    evidence: Evidence
    confidence: float
    trail: list[str]
    basis: dict[str, str]


class Quote(_Model):
    """Words that are quoted, and whose they are."""

    speaker: str | None
    role: str | None
    evidence: Evidence


class Fact(_Model):
    """Background about an actor."""

    subject: str
    predicate: str
    value: Any
    when: str | None
    evidence: Evidence


class Assessment(_Model):
    """What somebody holds of somebody."""

    by: str | None
    about: str | None
    evidence: Evidence


class Effort(_Model):
    """A line of effort that a report speaks of."""

    line: str
    evidence: Evidence


class Read(_Model):
    """A report as it was read: the object of `hasila read --format jsonl`."""

    id: str
    lang: Lang
    title: str | None
    published: date | None
    relevant: bool
    figures: list[Figure]
    quotes: list[Quote]
    facts: list[Fact]
    assessments: list[Assessment]
    lines_of_effort: list[Effort]
    notes: list[str]


class Document(Read):
    """A document of the ledger with the reading that stands."""

    key: str = Field(description="The hash that identifies the document.")
    added: datetime
    withdrawn: bool
    outlet: str | None
    url: str | None
    text: str | None = Field(default=None, description="The text as it was given; in lists only with texts=true.")


class Documents(_Model):
    """A part of the documents, in the order of adding."""

    documents: list[Document]


class FigureOfDocument(Figure):
    """A figure of the ledger, by the name that decisions call it by."""

    figure: str = Field(examples=["0a1b2c3d4e5f#3"])
    document: str
    key: str
    published: date | None
    lang: Lang
    outlet: str | None


class Figures(_Model):
    """A part of the figures, in the order of adding."""

    figures: list[FigureOfDocument]


class Days(_Model):
    """First and last day, both included; null is an open side."""

    start: date | None
    end: date | None


class Cell(_Model):
    """One number that can be true or false."""

    series: str
    period: Days | None
    place: str | None
    place_name: str | None
    measure: Measure
    mode: Mode | None


class SetAside(_Model):
    """Claims of one value that the rest leaves no room for, and why they."""

    claim: str
    claims: list[str]
    value: int | None
    documents: list[str]
    because: str


class Row(Cell):
    """One published number."""

    low: int | None
    best: int | None
    high: int | None
    state: State
    inferred: bool
    claims: int
    witnesses: int
    statement: str
    set_aside: list[SetAside]
    sums: list[str] = []


class Tally(_Model):
    """A part of the tally: the object of `hasila tally --format json`."""

    policy: str
    rows: list[Row]


class Mismatch(Cell):
    """A sum that fails."""

    said: int
    given: int
    sum: str


class Claim(Cell):
    """What a document says of a cell."""

    claim: str
    document: str
    witness: str
    low: int | None
    high: int | None
    words: str
    sentence: str | None


class Implied(Cell):
    """What a cell is if this way out is taken."""

    low: int | None
    high: int | None


class WayOut(_Model):
    """One lightest set of claims that could be set aside so that the rest holds."""

    weight: int
    set_aside: list[SetAside]
    implies: list[Implied]


class Conflict(_Model):
    """Claims that can't all be true."""

    id: str
    statement: str
    cells: list[Cell]
    sums: list[Mismatch]
    claims: list[Claim]
    ways_out: list[WayOut]
    margin: int | None


class Conflicts(_Model):
    """A part of the conflicts: the object of `hasila conflicts --format json`."""

    conflicts: list[Conflict]


class Statement(_Model):
    """A statement: the object of `hasila explain STATEMENT --format json`, without the ranking of periods."""

    kind: Literal["statement"]
    policy: str
    statement: str
    series: str
    start: date | None
    end: date | None
    place_name: str | None
    reading: dict[str, str | None] | None
    rows: list[Row]
    witnesses: list[list[dict[str, Any]]]
    copies: list[dict[str, Any]]
    belongs: list[dict[str, Any]]
    conflicts: list[Conflict]
    decisions: list[dict[str, Any]]


class Decision(_Model):
    """What somebody decided about a figure or a document, and why."""

    seq: int
    at: datetime
    target: str
    action: str
    field: str | None
    value: str | None
    who: str
    why: str


class Decisions(_Model):
    """A part of the decisions, in the order of deciding."""

    decisions: list[Decision]


class Snippet(_Model):
    """A part of a text: the characters from start to end."""

    start: int
    end: int
    text: str


class Hit(_Model):
    """A document that was found, with the words that were looked for."""

    key: str
    id: str
    lang: Lang
    title: str | None
    outlet: str
    published: date | None
    url: str | None
    figures: int
    withdrawn: bool
    found: list[Evidence]
    snippet: Snippet


class Search(_Model):
    """A page of what was found: the object of `hasila search --format json`."""

    query: str
    total: int
    page: int
    pages: int
    order: Literal["best", "newest"]
    missing: int = Field(description="Documents that can't be found yet: they were added a moment ago.")
    documents: list[Hit]


_PROBLEM = {"application/problem+json": {"schema": Problem.model_json_schema()}}
PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: {"description": "What was asked can't be understood.", "content": _PROBLEM},
    404: {"description": "It is not there.", "content": _PROBLEM},
    422: {"description": "What was sent is not of the form described here.", "content": _PROBLEM},
}


def given(model: type[BaseModel], example: dict[str, Any], listed: bool = True) -> dict[int | str, dict[str, Any]]:
    """The description of a good answer, and of one that has not changed."""
    content: dict[str, Any] = {"application/json": {"example": example}}
    headers: dict[str, Any] = {"ETag": {"schema": {"type": "string"}, "description": "Send it back as If-None-Match."}}
    if listed:
        content["application/x-ndjson"] = {"schema": {"type": "string"}}
        headers["Link"] = {"schema": {"type": "string"}, "description": 'The next part: <…>; rel="next"'}
    return {
        200: {"model": model, "content": content, "headers": headers},
        304: {"description": "Nothing has changed since the answer with this ETag."},
    }
