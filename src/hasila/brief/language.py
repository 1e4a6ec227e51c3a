"""One language's words and patterns, from its file, and the filling of patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any
from zlib import crc32

from hasila.brief.written import BriefLang
from hasila.lexicon import names
from hasila.lexicon.outlets import by_name
from hasila.model import Measure

Slot = str | Callable[[str], str]
_SLOT = re.compile(r"\{([^{}:]+)(?::([^{}]*))?\}")


@dataclass(frozen=True)
class Language:
    """What briefs of one language are written with. ``words`` is the file, as it stands."""

    lang: BriefLang
    words: Mapping[str, Any]

    def pattern(self, path: str, turn: str = "") -> str:
        """The pattern at "section.name"; of several the one whose turn it is, so that equal turns read alike."""
        found = self.get(path)
        return found if isinstance(found, str) else str(found[crc32(f"{path} {turn}".encode()) % len(found)])

    def get(self, path: str) -> Any:
        """What stands at "section.name" in the file."""
        found: Any = self.words
        for step in path.split("."):
            found = found[step]
        return found

    def has(self, path: str) -> bool:
        """Whether the file has something at "section.name"."""
        try:
            self.get(path)
        except KeyError:
            return False
        return True

    def fill(self, pattern: str, slots: Mapping[str, Slot]) -> str:
        """The pattern with its slots filled; the name and the option of a slot may be in the language itself."""
        own, cases = self.words.get("slots", {}), self.words.get("cases", {})

        def filled(match: re.Match[str]) -> str:
            slot = slots[own.get(match[1], match[1])]
            return slot if isinstance(slot, str) else slot(cases.get(match[2], match[2] or ""))

        return _SLOT.sub(filled, pattern)

    def say(self, path: str, slots: Mapping[str, Slot], turn: str = "") -> str:
        """A pattern of the file, filled, with a capital at its head where the language has them."""
        text = self.fill(self.pattern(path, turn), slots)
        return text[:1].upper() + text[1:]

    def join(self, items: Sequence[str], link: str = "and") -> str:
        """ "a, b and c"; أ وب وج."""
        last = self.words["joining"][link]
        if self.lang == "ar":
            return str(last).join(items)
        return str(last).join([part for part in (", ".join(items[:-1]), items[-1]) if part]) if items else ""

    def measure(self, measure: Measure) -> Mapping[str, Any]:
        """The words of a measure."""
        words: Mapping[str, Any] = self.words["measures"][measure]
        return words

    def place(self, scope: str) -> str:
        """Countries by name: "Iraq and Syria"."""
        return self.join([_country(code, self.lang) for code in scope.split("+")])

    def site(self, canonical: str) -> str:
        """A named place inside a country."""
        return _place(canonical, self.lang)

    def actor(self, canonical: str) -> str:
        """An actor's name as this language writes it."""
        known = self.words["actors"].get(canonical)
        return str(known["name"]) if known else _listed("actor", canonical, self.lang)

    def outlet(self, name: str) -> str:
        """An outlet's name as this language writes it, where the lexicon knows the outlet."""
        canonical = _actors().get(name)
        if canonical:
            return self.actor(canonical)
        listed = by_name(name)
        return (listed.name_ar if self.lang == "ar" else listed.name) or name if listed else name

    def person(self, canonical: str) -> str:
        """A person's name as this language writes it."""
        return str(self.words["people"].get(canonical) or _listed("person", canonical, self.lang))


@cache
def language(lang: BriefLang) -> Language:
    """The words and patterns of Arabic ("ar") or English ("en")."""
    text = (resources.files("hasila.brief") / f"{lang}.toml").read_text(encoding="utf-8")
    return Language(lang, tomllib.loads(text))


@cache
def _actors() -> dict[str, str]:
    """The canonical name of each actor by the ways to write it."""
    return {form: name.canonical for form, name in names.spellings("actor") if name.entity}


@cache
def _country(code: str, lang: str) -> str:
    site = names.countries().get(code)
    return _listed("place", site.canonical, lang, site) if site else code


@cache
def _place(canonical: str, lang: str) -> str:
    site = _sites().get(canonical)
    return _listed("place", canonical, lang, site) if site else canonical


@cache
def _sites() -> dict[str, names.Site]:
    """The places by canonical name; of those that share one, the first."""
    return {site.canonical: site for site in reversed(names.places().values())}


def _listed(kind: names.NameKind, canonical: str, lang: str, site: names.Site | None = None) -> str:
    """The lexicon's first plain name of someone or something; the canonical name where it has none."""
    if lang == "en":
        return canonical
    return _plain_names(kind, lang).get((canonical, site.id if site else None), canonical)


@cache
def _plain_names(kind: names.NameKind, lang: str) -> dict[tuple[str, str | None], str]:
    """The first plain name in a language of everyone or everything, by canonical name and the id of a place."""
    found: dict[tuple[str, str | None], str] = {}
    for form, name in names.spellings(kind):
        site = name.entity if isinstance(name.entity, names.Site) else None
        plain = ("name", "surname") if site is None else (site.level,)
        if name.lang == lang and name.cls in plain:
            found.setdefault((name.canonical, site.id if site else None), form)
    return found
