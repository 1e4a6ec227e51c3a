"""The names of actors, people and places, as they are written, and what stands behind each.

Names are data: ``actors.tsv``, ``people.tsv`` and ``places.tsv`` say what there is, ``actor_names.tsv`` and
``person_names.tsv`` how it is written. Nothing is checked here, so that loading stays quick;
:func:`hasila.lexicon.lint.lint` holds the files right.

>>> [name.canonical for forms, name in phrases("actor")["سنتكوم"] if len(forms) == 1]
['US Central Command']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

NameKind = Literal["actor", "person", "place"]
Level = Literal["country", "governorate", "town", "area"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or speaks. ``cls`` is the sort of body that generic words point back to: command, group, ministry.

    ``side``: coalition, iraq, sdf, syria, isis, jihadist, monitor, media, international, …; ``kind``: force,
    organisation or source; ``issuer``: it can state figures; ``home``: the country it works in, None where that is open
    (ISIS); ``partner``: it is a partner when an operation of the US or the coalition is said to be with it;
    ``acts_through``: whose deeds it announces as its own, where that is another body (a ministry and its army).
    """

    canonical: str
    cls: str
    kind: str
    side: str
    issuer: bool
    home: str | None
    partner: bool
    acts_through: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person, without rank: ``role`` is spokesman, commander, analyst, …

    ``speaks_for`` is a canonical actor, empty where none fits (analysts, foreign heads of state).
    """

    canonical: str
    role: str
    speaks_for: str


@dataclass(frozen=True, slots=True)
class Site:
    """A place of the gazetteer. ``scope`` is ISO country codes joined by ``+``; coordinates are WGS 84 degrees."""

    id: str
    canonical: str
    scope: str
    level: Level
    lat: float | None
    lon: float | None
    geonames: int | None


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write something.

    ``cls``: name, abbreviation, acronym (Latin, only in capitals: IS, SMC), label (hostile or loaded: عصابات داعش),
    censored (دا عش), metonym (a capital that stands for its government) or generic for actors; name or surname for
    people; the level for places. A generic word (القيادة, "the statement") has no ``entity``; its ``canonical`` is the
    class of actor that it stands for (command, statement).
    ``needs_cue``: it is also an ordinary word (القائم "the standing", فتح "opened") and counts only beside a cue.
    ``article``: it begins with the Arabic article (الرقة, but not ألمانيا).
    """

    canonical: str
    kind: NameKind
    cls: str
    lang: str
    needs_cue: bool
    article: bool
    entity: Actor | Person | Site | None

    @property
    def generic(self) -> bool:
        """Whether the word only points back to an actor."""
        return self.cls == "generic"

    @property
    def cased(self) -> bool:
        """Whether it counts only in capitals: "IS" is a name, "is" a verb."""
        return self.cls == "acronym"


Entry = tuple[tuple[str, ...], Name]
Spelling = tuple[str, Name]


def table(name: str) -> Iterator[list[str]]:
    """The rows of a file of names, without its header."""
    text = (resources.files("hasila.lexicon") / name).read_text(encoding="utf-8")
    for line in text.split("\n")[1:]:
        if line:
            yield line.split("\t")


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


@cache
def actors() -> dict[str, Actor]:
    """All actors by canonical name."""
    return {
        canonical: Actor(canonical, cls, kind, side, issuer == "1", home or None, partner == "1", through or None)
        for canonical, cls, kind, side, issuer, home, partner, through, _ in table("actors.tsv")
    }


@cache
def people() -> dict[str, Person]:
    """All people by canonical name."""
    return {canonical: Person(canonical, role, actor) for canonical, role, actor, _ in table("people.tsv")}


@cache
def places() -> dict[str, Site]:
    """All places by id."""
    return {row[0]: _site(row) for row in table("places.tsv")}


@cache
def countries() -> dict[str, Site]:
    """All countries by ISO code."""
    return {site.scope: site for site in places().values() if site.level == "country"}


def _site(row: list[str]) -> Site:
    key, name, scope, level, lat, lon, geonames = row[:7]
    return Site(key, name, scope, level, _number(lat), _number(lon), int(geonames) if geonames else None)  # type: ignore[arg-type]


def _listed(file: str, kind: NameKind, entities: Mapping[str, Actor | Person]) -> Iterator[Spelling]:
    made: dict[str, Name] = {}
    text = (resources.files("hasila.lexicon") / file).read_text(encoding="utf-8")
    for line in text.split("\n")[1:-1]:
        form, _, rest = line.partition("\t")
        article = form.startswith("ال")
        key = rest + "+" if article else rest
        name = made.get(key)
        if name is None:
            canonical, lang, cls, cue, _ = rest.split("\t")
            name = Name(canonical, kind, cls, lang, cue == "1", article, entities.get(canonical))
            made[key] = name
        yield form, name


def _gazetteer() -> Iterator[Spelling]:
    for row in table("places.tsv"):
        site, level, cues = places()[row[0]], row[3], row[9].split("|")
        made: dict[tuple[str, bool, bool], Name] = {}
        for lang, cell in (("ar", row[7]), ("en", row[8])):
            for form in cell.split("|") if cell else ():
                key = lang, form in cues, form.startswith("ال")
                if key not in made:
                    made[key] = Name(site.canonical, "place", level, lang, key[1], key[2], site)
                yield form, made[key]


def spellings(kind: NameKind) -> Iterator[Spelling]:
    """Every way to write the names of a kind, as written in the files."""
    if kind == "actor":
        return _listed("actor_names.tsv", kind, actors())
    if kind == "person":
        return _listed("person_names.tsv", kind, people())
    return _gazetteer()


_SWAPS = (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ى", "ي"), ("ة", "ه"))
_DASH = "\1"
_CUTS = (("'s ", " "), ("' ", " ' "), (" - ", f"\n{_DASH}\n"), (" ", "\n"), ("-", "\n"), (_DASH, "-"))


def folded(forms: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Names as the folded tokens of a text: hyphens inside words and English ``'s`` vanish.

    The files hold plain letters only (the lint sees to it), so that a few replacements over all names at once do what
    :func:`hasila.text.fold.fold` does word by word; a test holds the two together.

    >>> list(folded(["Deir ez-Zor", "Iraq's army", "الأنبار", "Workers' Party"]))
    [('deir', 'ez', 'zor'), ('iraq', 'army'), ('الانبار',), ('workers', "'", 'party')]
    """
    text = "\0".join(forms)
    for old, new in _SWAPS + _CUTS:
        text = text.replace(old, new)
    return (tuple(form.split("\n")) for form in text.lower().split("\0"))


@cache
def phrases(kind: NameKind) -> dict[str, list[Entry]]:
    """All names of a kind as tuples of folded words, by first word, longest first."""
    found: dict[str, list[Entry]] = {}
    written, named = zip(*spellings(kind), strict=True)
    entries = list(zip(folded(written), named, strict=True))
    entries.sort(key=lambda entry: len(entry[0]), reverse=True)
    for entry in entries:
        found.setdefault(entry[0][0], []).append(entry)
    return found
