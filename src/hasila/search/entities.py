"""Who and what a text names, and what a reading says of whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Literal, NamedTuple

from hasila.lexicon import names
from hasila.lexicon.lookup import splits
from hasila.lexicon.names import Name, NameKind, Site
from hasila.model import Reading
from hasila.reading.page import annotate
from hasila.search.shadow import folded

Kind = Literal["actor", "person"]
Role = Literal["actor", "target", "partner", "attribution", "speaker", "subject"]
ROLES: tuple[Role, ...] = ("actor", "target", "partner", "attribution", "speaker", "subject")

_KINDS: tuple[NameKind, ...] = ("actor", "person", "place")


class Entity(NamedTuple):
    """Someone: by the name of the lexicon, or as the reports write it."""

    kind: Kind
    name: str


class Part(NamedTuple):
    """What part someone has in a figure, a quotation or a fact: the ``at``-th of the reading."""

    entity: Entity
    role: Role
    at: int


def sign(kind: str, name: str) -> str:
    """The word that stands in the index for someone or something; nobody writes it."""
    return f"0{kind[:2]}{blake2b(f'{kind} {name}'.encode('utf-8', 'replace'), digest_size=7).hexdigest()}"


def sign_of(name: Name) -> str | None:
    """The word in the index for what a name stands for; None for a word that only points back to somebody."""
    if isinstance(name.entity, Site):
        return sign("place", name.entity.id)
    return None if name.entity is None else sign(name.kind, name.canonical)


def country_sign(code: str) -> str:
    """The word in the index for whatever lies in a country."""
    return sign("country", code)


class Named(NamedTuple):
    """Characters [start, end) that name something, by its word in the index; ``countries`` are those it lies in."""

    start: int
    end: int
    sign: str
    countries: tuple[str, ...] = ()


def named_in(text: str) -> Iterator[Named]:
    """The bodies, people and places that a text names."""
    page = annotate(text)
    for mention in page.names:
        name = mention.name
        found = sign_of(name) if isinstance(name, Name) else None
        if found is not None:
            first, last = page.tokens.start[mention.start], page.tokens.end[mention.end - 1]
            yield Named(first, last, found, _countries(name.entity))


def outlet_sign(name: str) -> str:
    """The word in the index for the reports of an outlet."""
    return sign("outlet", name)


def lang_sign(lang: str) -> str:
    """The word in the index for the reports in a language."""
    return sign("lang", lang)


def signs_of(reading: Reading, outlet: str) -> set[str]:
    """Everything that the texts of a report name, the countries of it, and who has a part in what was read."""
    document = reading.document
    named = [one for text in (document.title, document.text) if text for one in named_in(text)]
    codes = {code for one in named for code in one.countries}
    for figure in reading.figures:
        if figure.place is not None and figure.place.scope:
            codes.update(figure.place.scope.split("+"))
    who = {sign(part.entity.kind, part.entity.name) for part in parts_of(reading)}
    whole = {outlet_sign(outlet), lang_sign(reading.lang)}
    return {one.sign for one in named} | set(map(country_sign, codes)) | who | whole


def _countries(entity: object) -> tuple[str, ...]:
    return tuple(entity.scope.split("+")) if isinstance(entity, Site) else ()


def parts_of(reading: Reading) -> Iterator[Part]:
    """Who has which part in what was read."""
    for at, figure in enumerate(reading.figures):
        held: list[tuple[Role, str | None]] = [("actor", figure.actor), ("target", figure.target)]
        held += [("partner", one) for one in figure.partners]
        for role, name in (*held, ("attribution", figure.attribution)):
            if name:
                yield Part(_entity(name, "actor"), role, at)
    for at, quote in enumerate(reading.quotes):
        if quote.speaker:
            yield Part(_entity(quote.speaker, "person"), "speaker", at)
    for at, fact in enumerate(reading.facts):
        yield Part(_entity(fact.subject, "actor"), "subject", at)


@lru_cache(maxsize=10_000)
def _entity(name: str, else_kind: Kind) -> Entity:
    if name in names.people():
        return Entity("person", name)
    return Entity("actor" if name in names.actors() else else_kind, storable(name))


def storable(name: str) -> str:
    """A name for a column of plain text: without what no database takes (half characters, NUL)."""
    return name.encode("utf-8", "replace").decode().replace("\0", "?")


class Meant(NamedTuple):
    """Words [start, end) that may name something: the words in the index for all that is written so."""

    start: int
    end: int
    signs: tuple[str, ...]


def meant_by(words: Sequence[str], kinds: Sequence[NameKind] = _KINDS, within: bool = False) -> Iterator[Meant]:
    """What words that somebody asks for may name, the longest names first; clitics may stand on the first word.

    ``within``: a country means whatever lies in it too.
    """
    at = 0
    while at < len(words):
        found = _longest(words, at, kinds)
        if found is not None and within:
            found = found._replace(signs=tuple(one for key in found.signs for one in (key, *_inside().get(key, ()))))
        if found is not None:
            yield found
        at = at + 1 if found is None else found.end


def _longest(words: Sequence[str], at: int, kinds: Sequence[NameKind]) -> Meant | None:
    starts = dict.fromkeys([words[at], *(rest for *_, rest in splits(words[at]))])
    for size in range(min(_longest_name(), len(words) - at), 0, -1):
        for first in starts:
            held = _written().get((first, *words[at + 1 : at + size]), {})
            signs = [one for kind in kinds for one in held.get(kind, ())]
            if signs:
                return Meant(at, at + size, tuple(signs))
    return None


@cache
def _written() -> dict[tuple[str, ...], dict[NameKind, tuple[str, ...]]]:
    """What each way to write a name stands for."""
    found: dict[tuple[str, ...], dict[NameKind, tuple[str, ...]]] = {}
    for kind in _KINDS:
        for entries in names.phrases(kind).values():
            for forms, name in entries:
                key = sign_of(name)
                if key is not None:
                    held = found.setdefault(tuple(word for form in forms for word in folded(form)), {})
                    held[kind] = tuple(dict.fromkeys((*held.get(kind, ()), key)))
    found.pop((), None)
    return found


@cache
def _inside() -> dict[str, tuple[str, ...]]:
    """By the sign of a country, the sign of whatever lies in it."""
    return {sign("place", site.id): (country_sign(code),) for code, site in names.countries().items()}


@cache
def _longest_name() -> int:
    return max(map(len, _written()))
