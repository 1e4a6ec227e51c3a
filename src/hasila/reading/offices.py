"""Whose man a person is said to be right behind his name: "يحيى رسول المتحدث باسم قيادة العمليات المشتركة"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.names import Actor
from hasila.reading.page import Page
from hasila.reading.sight import Mention

_OFFICES = markers("holds-office")
_COMMAS = frozenset({"،", ",", "("})
_OFFICE = 3


def held_office(page: Page, mention: Mention, bodies: frozenset[str]) -> str | None:
    """The body whose spokesman or commander the words behind an Arabic name make him."""
    at = mention.end + page.has(_COMMAS, mention.end, mention.end + 1)
    if not page.has(_OFFICES, at, at + 1):
        return None
    name = next((page.name_at[k] for k in range(at, at + _OFFICE) if k in page.name_at), None)
    of = name.name.entity if name is not None and name.kind == "actor" else None
    return of.canonical if isinstance(of, Actor) and of.cls in bodies else None
