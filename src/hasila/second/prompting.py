"""A report -> the messages that a language model is asked with. Their words are data, in ``prompt``.

``slots.tsv`` says what each slot and each value of an enumeration means. Which there are comes from the shapes of
:mod:`hasila.second.answer`, whose enumerations are those of :mod:`hasila.model`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from hasila.codec import line
from hasila.model import Document
from hasila.reading.engine import language
from hasila.second.answer import schema

Tongue = Literal["ar", "en"]
Message = Mapping[str, str]
Example = Mapping[str, Any]

_TITLE = 1000
"""Characters of a headline; what is longer is none."""

_FILES = ("instructions.ar.txt", "instructions.en.txt", "slots.tsv", "examples.jsonl")


def messages(document: Document, part: str, tongue: Tongue) -> list[Message]:
    """The whole conversation that ends with a part of a report."""
    made: list[Message] = [{"role": "system", "content": instructions(tongue)}]
    for example in examples():
        asked = _report(example["title"], example["published"], example["text"])
        made.append({"role": "user", "content": asked})
        made.append({"role": "assistant", "content": line(example["answer"])})
    day = document.published.isoformat() if document.published else None
    title = document.title and document.title[:_TITLE]
    return [*made, {"role": "user", "content": _report(title, day, part)}]


@cache
def instructions(tongue: Tongue) -> str:
    """What is asked, in a language, with every slot and every value that may stand in it."""
    return _data(f"instructions.{tongue}.txt").replace("{slots}", "\n".join(_slots(tongue)))


@cache
def examples() -> tuple[Example, ...]:
    """Reports with the answers that they should get, one in each language."""
    return tuple(json.loads(row) for row in _data("examples.jsonl").split("\n") if row)


@cache
def version() -> str:
    """The first signs of a hash of all that is asked: another prompt is another reader."""
    digest = hashlib.sha256(line(schema()).encode())
    for name in _FILES:
        digest.update(_data(name).encode())
    return digest.hexdigest()[:12]


def tongue_of(document: Document) -> Tongue:
    """The language that a report is asked about in."""
    return "en" if (document.lang or language(document.text)) == "en" else "ar"


@cache
def meanings() -> dict[tuple[str, str], Mapping[Tongue, str]]:
    """What a slot means, or (with a value) what a value of it means."""
    rows = (row.split("\t") for row in _data("slots.tsv").split("\n")[1:] if row)
    return {(slot, value): {"en": en, "ar": ar} for slot, value, en, ar in rows}


def slots() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The slots of a figure in their order, each with the values that may stand in it where they are few."""
    for name, part in schema()["properties"]["figures"]["items"]["properties"].items():
        shapes = [part, *part.get("anyOf", ())]
        yield name, tuple(value for shape in shapes for value in shape.get("enum", ()))


def _slots(tongue: Tongue) -> Iterator[str]:
    known = meanings()
    for slot, values in slots():
        yield f'- "{slot}": {known[slot, ""][tongue]}'
        yield from (f'  - "{value}": {known[slot, value][tongue]}' for value in values)


def _report(title: str | None, published: str | None, text: str) -> str:
    about = [f"published: {published or 'unknown'}", f"title: {title}" if title else "title: none"]
    return "\n".join([*about, "text:", text])


def _data(name: str) -> str:
    return (files("hasila.second") / "prompt" / name).read_text(encoding="utf-8")
