"""Towns of one name in two countries: رفح is of Egypt in a report on Sinai, and of Gaza in any other."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hasila.lexicon.names import Site, places
from hasila.reading.spots import Spot


@cache
def namesakes() -> dict[str, Site]:
    """By the name of a place, the one that bears it elsewhere, listed as "Rafah (Egypt)"."""
    sites = {site.canonical: site for site in places().values()}
    twins = ((name.partition(" (")[0], site) for name, site in sites.items() if name.endswith(")"))
    return {name: site for name, site in twins if name in sites}


def by_company(found: list[Spot]) -> list[Spot]:
    """The places of a report, each name that two of them bear read by the country of the others."""
    twins = [at for at, spot in enumerate(found) if spot.place.name in namesakes()]
    if not twins:
        return found
    lands = {spot.place.scope for spot in found if spot.place.name not in namesakes()}
    for at in twins:
        site, place = namesakes()[found[at].place.name], found[at].place
        if site.scope in lands and place.scope not in lands:
            there = replace(place, scope=site.scope, name=site.canonical, lat=site.lat, lon=site.lon, geonames=None)
            found[at] = replace(found[at], place=there)
    return found
