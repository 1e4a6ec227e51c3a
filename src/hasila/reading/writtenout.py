"""The words for a country that a figure has from its actor or its report: those that the report itself has for it."""

from __future__ import annotations

from dataclasses import replace

from hasila.model import Figure, Place
from hasila.reading.page import Page
from hasila.reading.placewords import as_written


def written_out(figures: list[Figure], pages: tuple[Page | None, ...]) -> list[Figure]:
    """ "أوقفت الشرطة التركية 125 شخصاً", and elsewhere "في تركيا": the place of the 125 is written تركيا, not TR."""
    coded = {f.place.scope for f in figures if f.place is not None and _coded(f.place)}
    if not coded:
        return figures
    words = _words(pages, coded)
    return [
        replace(f, place=replace(f.place, as_written=words[f.place.scope]))
        if f.place is not None and _coded(f.place) and f.place.scope in words
        else f
        for f in figures
    ]


def _coded(place: Place) -> bool:
    return place.scope == place.as_written


def _words(pages: tuple[Page | None, ...], codes: set[str | None]) -> dict[str | None, str]:
    """The first words of each country in a report, by its code."""
    found: dict[str | None, str] = {}
    for page in (page for page in pages if page is not None):
        for mention in page.names:
            if mention.kind == "place" and mention.name.cls == "country" and mention.name.entity.scope in codes:
                found.setdefault(mention.name.entity.scope, as_written(page, mention))
    return found
