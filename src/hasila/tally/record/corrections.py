"""Counts that whoever gave them takes back: "15, later corrected to 14". The later count replaces the earlier ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from hasila.tally.claim import Cell, Claim, Source

_Given = tuple[Cell, int | None, int | None]
_When = tuple[date, str]


def corrections(claims: Iterable[Claim], sources: Mapping[str, Source] = MappingProxyType({})) -> dict[str, Claim]:
    """The ids of the claims that were taken back, each with the claim that stands in its place.

    A document takes a count back if it denies it and gives another one for the same cell. That replaces the count
    wherever it was published before, or without a date; whoever prints it afterwards is simply wrong. If a count was
    taken back twice the later word stands. ``claims`` are those of one series or of one event, ``sources`` their
    documents by key.
    """
    held = list(claims)
    if all(claim.modality != "denied" for claim in held):
        return {}
    published = {key: source.published for key, source in sources.items()}
    given: dict[_Given, list[Claim]] = defaultdict(list)
    for claim in held:
        if _gives(claim):
            given[claim.cell, claim.low, claim.high].append(claim)
    found: dict[str, Claim] = {}
    for _, new, gone in sorted(_taken_back(held, published), key=lambda entry: entry[0]):
        for old in given.get(gone, ()):
            if old.document != new.document and _not_after(published.get(old.document), published.get(new.document)):
                found[old.id] = new
    return found


def _taken_back(claims: list[Claim], published: Mapping[str, date | None]) -> Iterator[tuple[_When, Claim, _Given]]:
    """The claims that replace others, when they were published, and what they replace."""
    asserted: dict[tuple[str, Cell], list[Claim]] = defaultdict(list)
    for claim in claims:
        if _gives(claim) and claim.low is not None:
            asserted[claim.document, claim.cell].append(claim)
    for gone in claims:
        if gone.modality == "denied":
            held = asserted.get((gone.document, gone.cell), ())
            others = [new for new in held if (new.low, new.high) != (gone.low, gone.high)]
            for new in sorted(others, key=lambda claim: claim.figures)[:1]:
                yield (published.get(new.document) or date.min, new.id), new, (gone.cell, gone.low, gone.high)


def _gives(claim: Claim) -> bool:
    return claim.modality == "asserted" and not claim.subset


def _not_after(old: date | None, new: date | None) -> bool:
    return old is None or new is None or old <= new
