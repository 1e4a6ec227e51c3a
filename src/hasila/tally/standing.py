"""Who prints a document: the issuer itself, an agency, or any outlet. Who is who is data: ``standing.tsv``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from hasila.model import Document
from hasila.tally.claim import Standing
from hasila.text.fold import fold


def standing_of(document: Document) -> Standing:
    """The standing of a document's source: as the document itself says (``extra``), by its address, by its outlet.

    >>> standing_of(Document("a", "…", url="https://www.centcom.mil/MEDIA/PRESS-RELEASES/"))
    'official'
    """
    given = document.extra.get("standing")
    if given in ("official", "reference", "agency", "outlet"):
        return given  # type: ignore[no-any-return]
    known = _known()
    by_address = next((known[key] for key in _domains(document.url) if key in known), None)
    return by_address or known.get(("outlet", _plain(document.outlet or "")), "outlet")


def _domains(url: str | None) -> list[tuple[str, str]]:
    """The host of an address and every domain that it lies in, the narrowest first."""
    host = (urlsplit(url).hostname or "") if url else ""
    labels = host.split(".")
    return [("domain", ".".join(labels[start:])) for start in range(len(labels) - 1)]


def _plain(name: str) -> str:
    return " ".join(fold(word) for word in name.split())


@cache
def _known() -> Mapping[tuple[str, str], Standing]:
    text = (files("hasila.tally") / "standing.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.split("\n")[1:] if line)
    return {(kind, _plain(value) if kind == "outlet" else value): standing for kind, value, standing, _ in rows}  # type: ignore[misc]
