"""Bodies that the lexicon doesn't know, by their capitals and the word at their head, and the short forms that a text
gives to names: "the Euphrates Monitoring Center (EMC)".

What such a body is, its head tells (``en/bodies.tsv``); where it stands in a headline in capitals, nothing can be told.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from hasila.lexicon.markers import markers
from hasila.lexicon.names import Actor, Name, actors
from hasila.lexicon.words import rows
from hasila.text.fold import fold

_OF = frozenset({"of", "for"})
_AND = frozenset({"and", "&"})
_INSIDE = _OF | _AND | {"the"}
_OFFICE = markers("press-office")
_OFFICE = markers("press-office")
_LONGEST = 9
_MOSTLY = 0.6
_AROUND, _SMALL = 8, 3
_SHORT_FORM = range(2, 8)
_NO_NAME = markers("no-body-name") | markers("no-place-name") | markers("no-person-name") | _INSIDE


@lru_cache(maxsize=1)
def _heads() -> dict[str, tuple[str, str, str]]:
    """The words at the head of a body's name: class, kind and side of the body."""
    return {fold(form): (cls, kind, side) for form, cls, kind, side, *_ in rows("en", "bodies")}


@lru_cache(maxsize=10_000)
def actor_of(whom: str | None) -> Actor | None:
    """The actor of a name, listed or told by its head; None for other names.

    >>> actor_of("Euphrates Monitoring Center").side
    'monitor'
    """
    return actors().get(whom or "") or _made(whom or "")


def _made(name: str) -> Actor | None:
    words = [fold(word) for word in name.split()]
    head = _head(words)
    if head is None:
        return None
    cls, kind, side = _heads()[head]
    return Actor(name, cls, kind, side, side != "media", None, False)


def _head(words: list[str]) -> str | None:
    """The head of a name: its last word, or the one before "of": "Center for the Study of War"."""
    of = next((at for at, word in enumerate(words) if word in _OF), len(words))
    own = of == 1 or not _OFFICE.issuperset(words[: of - 1])
    return words[of - 1] if own and len(words) > 1 and of > 0 and words[of - 1] in _heads() else None


Found = tuple[int, int, Name]
_POINTING = frozenset({"organisation", "network"})  # "the center", "the network"


def around(form: list[str], raw: list[str], known: list[Found], capitals: list[int]) -> list[Found]:
    """The bodies of a text that only their words make known, and the short forms that it gives to names; ``known``: its
    actors and people, ``capitals``: the tokens that begin with one."""
    taken = {at for start, end, name in known if name.canonical not in _POINTING for at in range(start, end)}
    made = [*_bodies(form, raw, taken, capitals)]
    named = [row for row in (*known, *made) if row[2].kind == "actor" and row[2].entity is not None]
    short = short_forms(raw, {end: name for _, end, name in named})
    held = {at for start, end, _ in made for at in range(start, end)} | taken
    known_again = short and not short.keys().isdisjoint(raw)
    again = [at for at, word in enumerate(raw) if word in short and at not in held] if known_again else []
    return made + [(at, at + 1, short[raw[at]]) for at in again]


def _bodies(form: list[str], raw: list[str], taken: set[int], capitals: list[int]) -> Iterator[Found]:
    """The bodies in stretches of capitals; ``taken``: the tokens of known names."""
    for start, end in _runs(form, raw, taken, capitals):
        name = " ".join(raw[start:end]).removesuffix("'s").removesuffix("’s")
        made = _made(name)
        if made is not None:
            yield start, end, Name(name, "actor", "name", "en", False, False, made)


def _capital(raw: str) -> bool:
    return raw[:1].isupper() and raw[:1] < "\u0590"


def _runs(form: list[str], raw: list[str], taken: set[int], capitals: list[int]) -> Iterator[tuple[int, int]]:
    """Stretches of capitals, joined by "of" and the like, in lines of ordinary prose."""
    at = 0
    for first in capitals:
        if first < at or not _capital(raw[first]) or first in taken or form[first] in _NO_NAME:
            continue
        at, end = first, first + 1
        while end < len(form) and end - at < _LONGEST and end not in taken and _joins(form, raw, end, taken):
            end += 1
        while form[end - 1] in _INSIDE:
            end -= 1
        alone = at - 1 not in taken and end not in taken  # else part of a longer name
        if alone and end - at > 1 and _head(form[at:end]) is not None and not _shouts(raw, at, end):
            yield at, end
            at = end
        at = next((k for k in range(at + 1, end) if form[k] in _OF), end)


def _joins(form: list[str], raw: list[str], at: int, taken: set[int]) -> bool:
    """Whether a token goes on with a name: a capital, or a small word before one."""
    if _capital(raw[at]):
        return form[at] not in _NO_NAME
    follow = next((k for k in (at + 1, at + 2) if k < len(form) and form[k] not in _INSIDE), at)
    two = form[at] in _AND and form[at - 1] in _heads()  # "the Khabur Guard and the Jazira Legion"
    named = follow > at and follow not in taken and form[follow] not in _NO_NAME and _capital(raw[follow])
    return form[at] in _INSIDE and named and not two


def _shouts(raw: list[str], start: int, end: int) -> bool:
    """Whether the words around a stretch are in capitals as well, as in headlines."""
    around = (*raw[max(0, start - _AROUND) : start], *raw[end : end + _AROUND])
    words = [word for word in around if word.isalpha() and len(word) > _SMALL]
    return not words or sum(map(_capital, words)) > _MOSTLY * len(words)


def short_forms(raw: list[str], ends: dict[int, Name]) -> dict[str, Name]:
    """The short forms of the names that end at some tokens: in brackets right behind the name, or its first letters."""
    found: dict[str, Name] = {}
    for end, name in ends.items():
        bracket = raw[end : end + 1] == ["("] and raw[end + 2 : end + 3] == [")"] and _short(raw[end + 1])
        bracket = bracket and name.cls != "metonym"  # "BAGHDAD (AA)": an agency behind a dateline
        for short in (_letters(name.canonical), raw[end + 1] if bracket else ""):
            if len(short) > 2 or (bracket and short):
                found.setdefault(short, Name(name.canonical, "actor", "acronym", "en", False, False, name.entity))
    return found


@lru_cache(maxsize=10_000)
def _letters(name: str) -> str:
    """The first letters of the words of a name that begin with a capital."""
    return "".join(word[0] for word in name.split() if _capital(word))


def _short(word: str) -> bool:
    return word.isupper() and word.isalpha() and len(word) in _SHORT_FORM


@cache
def police_at(home: str | None) -> str | None:
    """The police of a country abroad: TR -> Turkish police."""
    named = (actor for actor in actors().values() if actor.canonical.endswith(" police") and actor.side == "other")
    return next((actor.canonical for actor in named if home is not None and actor.home == home), None)
