"""A reading as one JSON object: the contract that programs rely on."""

from __future__ import annotations

import json
from typing import Any

from hasila.codec import escaped, plain_day, plain_reading
from hasila.model import Reading


def dumps(reading: Reading) -> str:
    """One line, without a line break inside, that any reader of UTF-8 takes."""
    return escaped(json.dumps(as_object(reading), ensure_ascii=False))


def as_object(reading: Reading) -> dict[str, Any]:
    """``reading`` in plain types; None stays null and always means unknown."""
    document, read = reading.document, plain_reading(reading)
    return {
        "id": document.id,
        "lang": read.pop("lang"),
        "title": document.title,
        "published": plain_day(document.published),
        **read,
        "notes": [*document.notes, *reading.notes],
    }
