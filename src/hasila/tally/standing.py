"""Who prints a document: the issuer itself, an agency, or any outlet. Who is who is data: ``lexicon/outlets.tsv``."""

from __future__ import annotations

from functools import cache

from hasila.lexicon.names import Actor, spellings
from hasila.lexicon.outlets import Outlet, by_address, by_name
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
    by_site = _kept(by_address(document.url))
    outlet = document.outlet or ""
    own_voice: Standing = "official" if _plain(outlet) in _bodies() else "outlet"
    return by_site or _kept(by_name(outlet)) or own_voice


def _kept(outlet: Outlet | None) -> Standing | None:
    """The standing that a listed outlet has for what it is."""
    if outlet is None or outlet.kind not in ("issuer", "agency"):
        return None
    return "official" if outlet.kind == "issuer" else "agency"


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
