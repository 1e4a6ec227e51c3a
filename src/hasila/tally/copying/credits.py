"""Where a report says that it was taken from: "via Rudaw", "نقلا عن شفق نيوز".

The cues (``credits.tsv``) and the names of outlets (``outlet_names.tsv``) are data. An outlet that isn't listed is
known by its name as given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

from hasila.text.tokens import words as words_of

_FOLLOWING = 6


@dataclass(frozen=True, slots=True)
class OutletName:
    """An outlet's name, whether it issues statements itself, how it is written, and where its site is."""

    name: str
    issuer: bool
    forms: tuple[str, ...]
    hosts: tuple[str, ...]


def credits_of(words: Sequence[str]) -> tuple[str, ...]:
    """The words that follow each credit in a text of folded words.

    >>> credits_of("نفذ التحالف 38 عمليه نقلا عن شفق نيوز".split())
    ('شفق نيوز',)
    """
    return () if _cues().keys().isdisjoint(words) else tuple(dict.fromkeys(_followers(words)))


def _followers(words: Sequence[str]) -> Iterator[str]:
    cues = _cues()
    for at in [at for at, word in enumerate(words) if word in cues]:
        for cue in cues[words[at]]:
            after = at + len(cue)
            if tuple(words[at:after]) == cue and after < len(words):
                yield " ".join(words[after : after + _FOLLOWING])


def outlet_words(outlet: str | None, url: str | None) -> str | None:
    """An outlet's usual name where it is listed, its folded words where not; None where nobody says.

    >>> outlet_words("وكالة شفق نيوز", None), outlet_words(None, "https://www.rudaw.net/en"), outlet_words("Zaman", "")
    ('Shafaq News', 'Rudaw', 'zaman')
    """
    if outlet:
        return _by_name(outlet)
    return _by_host((urlsplit(url or "").hostname or "").removeprefix("www."))


@lru_cache(maxsize=10_000)
def _by_name(outlet: str) -> str | None:
    words = " ".join(words_of(outlet))
    held = [(len(form), one.name) for one in _outlets() for form in one.forms if f" {form} " in f" {words} "]
    return max(held)[1] if held else words or None


@lru_cache(maxsize=10_000)
def _by_host(host: str) -> str | None:
    listed = (one.name for one in _outlets() for known in one.hosts if f".{host}".endswith(f".{known}"))
    return next(listed, None) or host or None


@lru_cache(maxsize=50_000)
def credited(credits: tuple[str, ...], outlet: str | None) -> bool:
    """Whether a text with these credits says that it was taken over from this outlet; False for an issuer.

    Who quotes an issuer has read a statement, as everybody else has: that is no copy of a report.
    """
    if not outlet or not credits:
        return False
    listed = next((one for one in _outlets() if one.name == outlet), OutletName(outlet, False, (outlet,), ()))
    return not listed.issuer and any(f" {form} " in f" {words} " for form in listed.forms for words in credits)


def _rows(name: str) -> Iterator[list[str]]:
    text = (files("hasila.tally.copying") / name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _cues() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The cues as words, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for form, *_ in _rows("credits.tsv"):
        cue = tuple(form.split())
        found.setdefault(cue[0], []).append(cue)
    return {first: tuple(cues) for first, cues in found.items()}


@cache
def _outlets() -> tuple[OutletName, ...]:
    return tuple(
        OutletName(name, kind == "issuer", tuple(forms.split(";")), tuple(hosts.split(";")))
        for name, kind, forms, hosts in _rows("outlet_names.tsv")
    )
