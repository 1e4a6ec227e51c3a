"""Papers for tests, read by the real reader."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hasila.model import Document, Lang
from hasila.reading import read
from hasila.tally.copying.copies import Paper

CASES = Path(__file__).parent / "cases"


@cache
def paper(
    key: str,
    text: str,
    lang: Lang = "ar",
    published: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
) -> Paper:
    reading = read(Document(id=key, text=text, title=title, published=published, lang=lang, outlet=outlet))
    return Paper(key, key, title, text, lang, published, outlet, None, reading.figures)


@cache
def cases(name: str) -> dict[str, dict[str, Any]]:
    """The papers of a case file by their id."""
    with (CASES / name).open("rb") as source:
        return {case["id"]: case for case in tomllib.load(source)["paper"]}


def case_paper(case: dict[str, Any]) -> Paper:
    text = case["text"].strip()
    return paper(case["id"], text, case["lang"], case.get("published"), case.get("outlet"), case.get("title"))


def case_papers(name: str) -> list[Paper]:
    return [case_paper(case) for case in cases(name).values()]
