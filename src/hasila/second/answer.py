"""What a language model answers -> figures and quotes in our terms, each checked at the door.

The enumerations are those of :mod:`hasila.model`; what has another shape than there (the words before they are found,
the place, the period) is told here. A slot that may be empty and doesn't fit is emptied, a figure that doesn't fit is
left out, each with the reason; the others are kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from hasila.errors import HasilaError
from hasila.ledger.spans import LONGEST
from hasila.model import Field as Where
from hasila.model import Kind, Measure, Modality, Mode, Qualifier, Victim
from hasila.values.numbers import LIMIT

MOST_FIGURES = 500
"""Figures of one answer that are looked at; a part of a report that states more is none."""

_MOST_OBJECTS = 64
_FENCED = re.compile(r"```[a-zA-Z]*\s*\n(.*?)```", re.DOTALL)
_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)

_Name = Annotated[str, Field(max_length=200)]
_Words = Annotated[str, Field(max_length=LONGEST)]
_Count = Annotated[int, Field(ge=0, le=LIMIT)]


class AnswerError(HasilaError):
    """An answer that is none: no JSON in it, or not the object that was asked for."""


class _Told(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class ToldPlace(_Told):
    """Where: country codes joined by +, the usual English name, the words of the report."""

    scope: _Name | None
    name: _Name | None
    as_written: _Words | None = None


class ToldPeriod(_Told):
    """The days that a count covers, both included, and the words that say so."""

    start: date | None
    end: date | None
    as_written: _Words | None = None


class ToldFigure(_Told):
    """A figure as it was told; ``quote`` are its words, ``context`` more of the words around them."""

    measure: Measure
    low: _Count | None
    high: _Count | None
    qualifier: Qualifier
    modality: Modality
    kind: Kind
    subset: bool = False
    victim: Victim | None = None
    actor: _Name | None = None
    partners: Annotated[tuple[_Name, ...], Field(max_length=20)] = ()
    mode: Mode | None = None
    target: _Name | None = None
    place: ToldPlace | None = None
    period: ToldPeriod | None = None
    attribution: _Name | None = None
    field: Where = "text"
    quote: Annotated[_Words, Field(min_length=1)]
    context: Annotated[str, Field(max_length=4 * LONGEST)] = ""


class ToldQuote(_Told):
    """A direct quotation as it was told."""

    speaker: _Name | None = None
    role: _Name | None = None
    field: Where = "text"
    quote: Annotated[str, Field(min_length=1, max_length=4 * LONGEST)]
    context: Annotated[str, Field(max_length=4 * LONGEST)] = ""


class _Shape(_Told):
    figures: tuple[ToldFigure, ...]
    quotes: tuple[ToldQuote, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was told, and ``faults``: why some of it was left out."""

    figures: tuple[ToldFigure, ...]
    quotes: tuple[ToldQuote, ...]
    faults: tuple[str, ...] = ()


@cache
def schema() -> dict[str, Any]:
    """The JSON schema of an answer, in the strict form: every name is required, and no other may stand there."""
    made = _Shape.model_json_schema()
    defined = made.pop("$defs")
    strict: dict[str, Any] = _strict(made, defined)
    return strict


def parse(content: str) -> Answer:
    """The answer in a model's words: a JSON object, alone, in a fence or amid prose. Raises AnswerError without one."""
    found = next(_objects(_THOUGHT.sub("", content)), None)
    if found is None:
        raise AnswerError(f"there is no object with a list of figures in the answer ({_shown(content)})")
    faults: list[str] = []
    figures = _each(ToldFigure, found["figures"], "figure", faults)
    told = found.get("quotes")
    quotes = _each(ToldQuote, told, "quote", faults) if isinstance(told, list) else []
    return Answer(tuple(figures), tuple(quotes), tuple(faults))


_M = TypeVar("_M", bound=_Told)


def _each(kind: type[_M], told: list[Any], what: str, faults: list[str]) -> list[_M]:
    """Those that fit; of the others the reason is noted."""
    made: list[_M] = []
    for at, one in enumerate(told[:MOST_FIGURES]):
        try:
            made.append(_made(kind, one, f"{what} {at + 1}", faults))
        except ValidationError as error:
            faults.append(f"{what} {at + 1} left out: {_why(error)}")
    if len(told) > MOST_FIGURES:
        faults.append(f"{len(told) - MOST_FIGURES} more than {MOST_FIGURES} {what}s")
    return made


def _made(kind: type[_M], told: Any, name: str, faults: list[str]) -> _M:
    """One that fits, without the slots that may be empty and don't. Raises ValidationError."""
    try:
        return kind.model_validate(told)
    except ValidationError as error:
        wrong = {str(one["loc"][0]) for one in error.errors(include_url=False) if one["loc"]}
        needed = {slot for slot, field in kind.model_fields.items() if field.is_required()}
        if not wrong or wrong & needed or not isinstance(told, dict):
            raise
        faults.append(f"{name} without {', '.join(sorted(wrong))}: {_why(error)}")
        return kind.model_validate({slot: value for slot, value in told.items() if slot not in wrong})


def _why(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(map(str, first['loc'])) or 'it'}: {first['msg']}"


def _objects(content: str) -> Iterator[dict[str, Any]]:
    """The objects with a list of figures in a text, those in fences first."""
    for text in [*_FENCED.findall(content), content]:
        at = -1
        for _ in range(_MOST_OBJECTS):
            at = text.find("{", at + 1)
            if at < 0:
                break
            found = _object_at(text, at)
            if isinstance(found, dict) and isinstance(found.get("figures"), list):
                yield found


def _object_at(text: str, at: int) -> Any:
    try:
        return json.JSONDecoder().raw_decode(text, at)[0]
    except (ValueError, RecursionError):  # no JSON; a number of thousands of digits; a thousand brackets
        return None


def _strict(part: Any, defined: dict[str, Any]) -> Any:
    """A part of a schema in the strict form, with what is defined elsewhere put in its place."""
    if isinstance(part, list):
        return [_strict(one, defined) for one in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        return _strict(defined[part["$ref"].rpartition("/")[2]], defined)
    made = {name: _strict(value, defined) for name, value in part.items() if name in _KEPT}
    if "properties" in part:
        made["properties"] = {name: _strict(value, defined) for name, value in part["properties"].items()}
        made |= {"required": list(part["properties"]), "additionalProperties": False}
    return made


# bounds and formats are checked at the door: not every server that takes a schema knows them
_KEPT = frozenset({"type", "enum", "anyOf", "items"})


def _shown(content: str, longest: int = 60) -> str:
    plain = " ".join(content.split())
    return repr(plain if len(plain) <= longest else plain[: longest - 1] + "…")
