"""The governorates of Iraq and Syria, and which of them a place of the lexicon lies in.

A town lies in the governorate whose boundary runs around it. What that gets wrong, because the boundaries are drawn
coarsely, and the areas that lie wholly in one governorate are written in ``within.tsv``; any other area (a desert, the
west of a country) is in none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from hasila.lexicon.names import Site, places

Point = tuple[float, float]
Ring = Sequence[Point]


@dataclass(frozen=True, slots=True)
class Governorate:
    """An area that the map draws, or that the lexicon knows. ``names`` are its own by language, where the lexicon has
    none: it is no governorate then."""

    id: str
    scope: str
    site: Site | None
    drawn: bool
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a figure stands on the map: the governorate, and the point of the place or else of the governorate."""

    governorate: str
    lon: float
    lat: float


@cache
def boundaries() -> dict[str, Any]:
    """The boundaries as GeoJSON, with rings in the order that d3-geo asks for."""
    made: dict[str, Any] = json.loads((files("hasila.web.atlas") / "boundaries.json").read_text(encoding="utf-8"))
    return made


@cache
def governorates() -> Mapping[str, Governorate]:
    """All by id: those that are drawn, and those that the lexicon knows beside them."""
    drawn = {one["properties"]["id"]: one["properties"] for one in boundaries()["features"]}
    known = {site.id: site for site in places().values() if site.level == "governorate"}
    made = {}
    for key in sorted({*drawn, *known}):
        site, given = known.get(key), drawn.get(key, {})
        own = {lang: given[f"name_{lang}"] for lang in ("ar", "en") if f"name_{lang}" in given}
        made[key] = Governorate(key, site.scope if site else given["scope"], site, key in drawn, own)
    return made


@cache
def spot_of(place: str, scope: str | None) -> Spot | None:
    """Where a place stands, by its canonical name and country; None where it lies in no governorate that is drawn."""
    site = _sites().get((place, scope))
    within = None if site is None else _governorate_of(site)
    if site is None or within is None or not governorates()[within].drawn:
        return None
    shown = site if site.lat is not None else places().get(within)
    if shown is None or shown.lat is None or shown.lon is None:
        return None
    return Spot(within, shown.lon, shown.lat)


@cache
def _sites() -> Mapping[tuple[str, str | None], Site]:
    return {(site.canonical, site.scope): site for site in places().values()}


@cache
def _within() -> Mapping[str, str]:
    """Governorates by the places that lie in them, as people wrote them down."""
    text = (files("hasila.web.atlas") / "within.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {place: governorate for place, governorate, _ in rows}


def _governorate_of(site: Site) -> str | None:
    if site.level == "governorate":
        return site.id
    written = _within().get(site.id)
    if written is not None or site.level != "town" or site.lat is None or site.lon is None:
        return written
    point = (site.lon, site.lat)
    return next((key for key, scope, rings in _areas() if scope == site.scope and _inside(point, rings)), None)


@cache
def _areas() -> tuple[tuple[str, str, tuple[Ring, ...]], ...]:
    """What is drawn of governorates: id, country, rings."""
    return tuple(
        (one["properties"]["id"], one["properties"]["scope"], tuple(_rings(one["geometry"])))
        for one in boundaries()["features"]
        if one["properties"]["id"] in places()
    )


def _rings(geometry: Mapping[str, Any]) -> Iterator[Ring]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for polygon in polygons:
        yield from polygon


def _inside(point: Point, rings: Sequence[Ring]) -> bool:
    """Whether a line from the point to the east crosses the boundary an odd number of times; so holes are outside."""
    x, y = point
    crossed = 0
    for ring in rings:
        for (ax, ay), (bx, by) in pairwise(ring):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                crossed += 1
    return crossed % 2 == 1
