"""Who a report is about, by the first names in it: who issues it, and who hunts ISIS in it."""

from __future__ import annotations

from hasila.lexicon.names import actors
from hasila.reading.cast import Part, cast
from hasila.reading.page import Page


def hunter_of(parts: list[Part]) -> str | None:
    """The first force against ISIS that a report names."""
    for part in parts:
        actor = actors().get(part.whom or "")
        if (
            actor is not None
            and actor.kind in ("force", "organisation")
            and actor.side in ("coalition", "sdf", "iraq", "syria")
            and actor.cls in ("forces", "coalition", "command", "service")
            and actor.canonical not in ("Pentagon", "CJTF-OIR")
        ):
            return actor.canonical
    return None


def issuer_of(title: Page | None, parts: list[Part]) -> str | None:
    """Who issues the statement of a report that speaks of "the statement" before naming anyone."""
    heads = cast(title) if title is not None else []
    for part in (*heads, *parts):
        actor = actors().get(part.whom or "")
        if (
            actor is not None
            and actor.issuer
            and actor.side not in ("isis", "media")
            and actor.cls in ("command", "coalition", "ministry", "observatory", "service", "forces", "media cell")
        ):
            return actor.canonical
    return None
