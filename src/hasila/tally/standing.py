"""Who prints a document: the issuer itself, an agency, or any outlet. Who is who is data: ``standing.tsv``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from hasila.lexicon.names import Actor, spellings
from hasila.model import Document
from hasila.tally.claim import Standing
from hasila.text.fold import fold

# Media and sources pass on what others count; armed groups and monitors are weighed like outlets.
_NO_BODIES = frozenset({"media", "isis", "jihadist", "monitor"})


def standing_of(document: Document) -> Standing:
    """The standing of a document's source: as the document says (``extra``), by its address, by its outlet.

    A force, a command or a ministry that is named as the outlet speaks for itself.

    >>> standing_of(Document("a", "…", url="https://www.centcom.mil/MEDIA/PRESS-RELEASES/"))
    'official'
    """
    given = document.extra.get("standing")
    if given in ("official", "reference", "agency", "outlet"):
        return given  # type: ignore[no-any-return]
    known = _known()
    by_address = next((known[key] for key in _domains(document.url) if key in known), None)
    outlet = _plain(document.outlet or "")
    own_voice: Standing = "official" if outlet in _bodies() else "outlet"
    return by_address or known.get(("outlet", outlet), own_voice)


def _domains(url: str | None) -> list[tuple[str, str]]:
    """The host of an address and every domain that it lies in, the narrowest first."""
    host = (urlsplit(url).hostname or "") if url else ""
    labels = host.split(".")
    return [("domain", ".".join(labels[start:])) for start in range(len(labels) - 1)]


def _plain(name: str) -> str:
    return " ".join(fold(word) for word in name.split())


@cache
def _bodies() -> frozenset[str]:
    """The names of forces and offices that state figures themselves: a page of theirs is their own voice."""
    own = (
        spelling
        for spelling, name in spellings("actor")
        if isinstance(name.entity, Actor) and name.entity.issuer and name.entity.side not in _NO_BODIES
    )
    return frozenset(map(_plain, own))


@cache
def _known() -> Mapping[tuple[str, str], Standing]:
    text = (files("hasila.tally") / "standing.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.split("\n")[1:] if line)
    return {(kind, _plain(value) if kind == "outlet" else value): standing for kind, value, standing, _ in rows}  # type: ignore[misc]
