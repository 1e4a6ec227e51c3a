"""What the lexicon knows of someone: how they are written, and to whom they belong."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from hasila.lexicon import names
from hasila.lexicon.names import Actor, Person
from hasila.search.entities import Entity, Kind
from hasila.search.shadow import shadow_of

# The plain names first, what others call somebody last; misspelt ones to evade a filter are nobody's names.
_CLASSES = ("name", "abbreviation", "acronym", "surname", "metonym", "label")


@dataclass(frozen=True, slots=True)
class Alias:
    """A way to write a name; ``cls`` as in the lexicon."""

    form: str
    lang: str
    cls: str


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor or a person with their aliases, and the names of those they are related to.

    ``through``: for whom an actor acts; ``agents``: who acts for it; ``people``: who speaks for it.
    """

    actor: Actor | None
    person: Person | None
    aliases: tuple[Alias, ...]
    through: str | None
    agents: tuple[str, ...]
    people: tuple[str, ...]

    def written(self, lang: str) -> list[Alias]:
        """The aliases of a language."""
        return [one for one in self.aliases if one.lang == lang]


@cache
def profile(entity: Entity) -> Profile | None:
    """What the lexicon knows of somebody; None where it knows nothing."""
    name = entity.name
    actor = names.actors().get(name) if entity.kind == "actor" else None
    person = names.people().get(name) if entity.kind == "person" else None
    if actor is None and person is None:
        return None
    agents = [one.canonical for one in names.actors().values() if actor and one.acts_through == name]
    people = [one.canonical for one in names.people().values() if actor and one.speaks_for == name]
    through = actor.acts_through if actor else None
    aliases = tuple(_aliases(entity.kind).get(name, ()))
    return Profile(actor, person, aliases, through, tuple(agents), tuple(people))


def called(entity: Entity, typed: str) -> bool:
    """Whether one of the names of somebody has some letters in it, however they are set."""
    wanted = " ".join(shadow_of(typed[:100]).words)
    return any(wanted in one for one in _folded(entity))


@cache
def _folded(entity: Entity) -> tuple[str, ...]:
    forms = [entity.name, *(one.form for one in _aliases(entity.kind).get(entity.name, ()))]
    return tuple(dict.fromkeys(" ".join(shadow_of(form).words) for form in forms))


@cache
def _aliases(kind: Kind) -> dict[str, list[Alias]]:
    """How everybody of a kind is written."""
    found: dict[str, list[Alias]] = defaultdict(list)
    for form, name in names.spellings(kind):
        if name.entity is not None and name.cls in _CLASSES:
            found[name.canonical].append(Alias(form, name.lang, name.cls))
    for canonical, held in found.items():
        held.sort(key=lambda one: (_CLASSES.index(one.cls), one.form != canonical, len(one.form)))
    return found
