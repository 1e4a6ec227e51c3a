"""Who publishes: outlets, agencies and issuers, by the address of their site or by name.

What is known of them is data: ``outlets.tsv``, where comments at the top say what each column holds, and
``outlet_words.tsv``, the words beside a name. :func:`hasila.lexicon.lint.lint` holds both right.

>>> by_address("https://english.enabbaladi.net/archives/2024/07/x").name, by_name("وكالة شفق نيوز").name
('Enab Baladi', 'Shafaq News')
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast
from urllib.parse import urlsplit

from hasila.lexicon.names import table
from hasila.text.tokens import words

OutletKind = Literal["issuer", "claimant", "agency", "press", "reprinting"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """Somebody who publishes.

    ``issuer`` and ``claimant`` state figures of their own; a claimant (a monitor, an armed group) is weighed like the
    press. ``forms`` are its folded names; those in ``cued`` are ordinary words as well, and count in a text only beside
    a word for an outlet. ``zone`` is the IANA time zone of its days, None where it has no one zone.
    """

    name: str
    kind: OutletKind
    name_ar: str | None
    forms: tuple[str, ...]
    cued: frozenset[str]
    domains: tuple[str, ...]
    langs: tuple[str, ...]
    zone: str | None

    @property
    def states(self) -> bool:
        """Whether it states figures itself: who quotes it has read a statement, which is no copy of a report."""
        return self.kind in ("issuer", "claimant")

    def longest_in(self, text: str) -> str:
        """The longest of its names that stands in folded words parted by blanks, "" where none does."""
        padded = f" {text} "
        found = [form for form in self.forms if f" {form} " in padded and self._counts(form, padded)]
        return max(found, key=len, default="")

    def _counts(self, form: str, padded: str) -> bool:
        return form not in self.cued or any(f" {word} {form} " in padded for word in outlet_words("carrier"))


@cache
def outlets() -> Mapping[str, Outlet]:
    """All outlets by name."""
    return {one.name: one for one in map(_outlet, rows())}


def rows() -> Iterator[list[str]]:
    """The rows of the file, without header and comments."""
    return (row for row in table("outlets.tsv") if not row[0].startswith("//"))


def _outlet(row: list[str]) -> Outlet:
    name, ar, en, domains, langs, kind, zone, cued, _ = row
    forms = dict.fromkeys(folded(form) for form in (name, *_parts(ar), *_parts(en)))
    return Outlet(
        name,
        cast(OutletKind, kind),
        next(iter(_parts(ar)), None),
        tuple(forms),
        frozenset(map(folded, _parts(cued))),
        _parts(domains),
        _parts(langs),
        zone or None,
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def folded(name: str) -> str:
    """The folded words of a name.

    >>> folded("صحيفة «الشرق الأوسط»")
    'صحيفه الشرق الاوسط'
    """
    return " ".join(words(name))


@cache
def outlet_words(cls: str) -> frozenset[str]:
    """The folded words beside the names of outlets: "carrier" (وكالة، صحيفة), "agencies" (وكالات)."""
    listed = (row for row in table("outlet_words.tsv") if not row[0].startswith("//"))
    return frozenset(folded(form) for form, _, held, _ in listed if held == cls)


def by_address(url: str | None) -> Outlet | None:
    """The outlet on whose site an address lies; None where the site isn't listed.

    >>> by_address("https://www.rudaw.net/arabic").name, by_address("https://notrudaw.net")
    ('Rudaw', None)
    """
    return by_host(host_of(url))


def host_of(url: str | None) -> str:
    """The host of an address in small letters, "" where there is none."""
    try:
        return (urlsplit(url or "").hostname or "").rstrip(".")
    except ValueError:
        return ""


@lru_cache(maxsize=10_000)
def by_host(host: str) -> Outlet | None:
    """The outlet of a host, or of the narrowest domain that the host lies in."""
    labels = host.split(".")
    domains = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((_domains()[domain] for domain in domains if domain in _domains()), None)


@lru_cache(maxsize=10_000)
def by_name(name: str) -> Outlet | None:
    """The outlet of this name, with or without words for an outlet around it (صحيفة, agency)."""
    found = words(name)
    carriers = outlet_words("carrier")
    while found and " ".join(found) not in _names():
        if found[0] in carriers:
            found = found[1:]
        elif found[-1] in carriers:
            found = found[:-1]
        else:
            return None
    return _names().get(" ".join(found))


@lru_cache(maxsize=10_000)
def by_part(name: str) -> Outlet | None:
    """The outlet of this name, or else the one with the longest name that stands in it ("Rudaw English")."""
    text = folded(name)
    held = {one.longest_in(text): one for one in outlets().values()}
    return by_name(name) or _names().get(max(held, key=len))


@cache
def _names() -> Mapping[str, Outlet]:
    return {form: one for one in outlets().values() for form in one.forms}


@cache
def _domains() -> Mapping[str, Outlet]:
    return {domain: one for one in outlets().values() for domain in one.domains}
