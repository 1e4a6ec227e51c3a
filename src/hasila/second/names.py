"""Names that a model gives -> names as our readings have them.

A name is kept where the lexicon knows it, as it is called there, or where its words stand in the report. Any other one
is the model's own, and is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hasila.ledger.corrections import country
from hasila.lexicon.names import NameKind, Site, countries, folded, spellings
from hasila.model import Place
from hasila.second.answer import ToldPlace
from hasila.second.grounding import stands
from hasila.second.readable import Words
from hasila.text.tokens import words


def named(kind: NameKind, name: str | None, fields: Sequence[Words]) -> str | None:
    """An actor or a person by the name of the lexicon, else as the report has it; None where it has no such words."""
    if name is None:
        return None
    known = _known(kind).get(tuple(words(name)))
    if known is not None:
        return known
    shown = " ".join(name.split())
    return shown if shown.isprintable() and stands(shown, fields) else None


def place_of(told: ToldPlace | None, fields: Sequence[Words]) -> tuple[Place | None, bool]:
    """The place, and whether its words stand in the report; None where neither its codes nor its words can be kept."""
    if told is None:
        return None, False
    scope = _scope(told.scope)
    written = told.as_written if told.as_written and stands(told.as_written, fields) else None
    for name in (told.name, written):
        site = _sites().get(tuple(words(name))) if name else None
        if site is not None and (scope is None or site.scope == scope):
            place = Place(site.scope, site.canonical, written or site.scope, site.lat, site.lon, site.geonames)
            return place, written is not None
    if scope is not None:
        return Place(scope, country(scope), written or scope), written is not None
    return (Place(None, written, written), True) if written else (None, False)


def _scope(told: str | None) -> str | None:
    """Codes of countries, each known, in order."""
    codes = sorted({code.strip().upper() for code in (told or "").split("+")})
    return "+".join(codes) if codes and all(code in countries() for code in codes) else None


@cache
def _known(kind: NameKind) -> dict[tuple[str, ...], str]:
    """The names of actors or people by their folded words; words that only point back to somebody are none."""
    held = [(form, name) for form, name in spellings(kind) if not name.generic]
    found = dict(zip(folded(form for form, _ in held), (name.canonical for _, name in held), strict=True))
    canonical = sorted(set(found.values()))
    return {**found, **{tuple(words(name)): name for name in canonical}}


@cache
def _sites() -> dict[tuple[str, ...], Site]:
    """The places of the gazetteer by their folded words, of several the first."""
    found: dict[tuple[str, ...], Site] = {}
    held = [(form, name.entity) for form, name in spellings("place") if isinstance(name.entity, Site)]
    for forms, (_, site) in zip(folded(form for form, _ in held), held, strict=True):
        found.setdefault(forms, site)
    for _, site in held:
        found.setdefault(tuple(words(site.canonical)), site)
    return found
