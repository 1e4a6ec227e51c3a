"""Arabic names of people in Latin letters, so that a speaker is called the same in reports of both languages.

Arabic leaves short vowels out, so a name is spelled only where ``name_parts.tsv`` has every part of it. Its spellings
are the ones common in the press, and those of ``people.tsv``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from hasila.lexicon.names import table
from hasila.text.fold import fold

_SERVANT, _FATHER, _SON, _HOUSE = "عبد", "ابو", "بن", "ال"
_JOINED = _SERVANT + _HOUSE


def in_latin(name: str) -> str | None:
    """A name in Latin letters; None where it isn't Arabic, or a part of it is unknown.

    >>> in_latin("محمد عبد الغني"), in_latin("أبو أحمد العزاوي"), in_latin("حسن عبدالقادر"), in_latin("قرطبة الأسدي")
    ('Mohammed Abdul Ghani', 'Abu Ahmed al-Azzawi', 'Hassan Abdul Qader', None)
    """
    said: list[str] = []
    words = list(map(fold, name.split()))
    at = 0
    while at < len(words):
        taken, spelled = _part(words, at)
        if spelled is None:
            return None
        said.append(spelled)
        at += taken
    return " ".join(said) or None


def _part(words: list[str], at: int) -> tuple[int, str | None]:
    """How many words the part of a name that begins here takes, and its spelling."""
    pair = " ".join(words[at : at + 2])
    if pair in _parts():
        return 2, _parts()[pair]
    word, following = words[at], words[at + 1 : at + 2]
    if word.startswith(_JOINED) and word not in _parts():
        return 1, _parts().get(f"{_SERVANT} {word.removeprefix(_SERVANT)}")
    if following and word in (_FATHER, _SON, _HOUSE):
        taken, spelled = _part(words, at + 1)
        lead = {_FATHER: "Abu", _SON: "bin", _HOUSE: "Al"}[word]
        return taken + 1, f"{lead} {spelled}" if spelled else None
    return 1, _parts().get(word)


@cache
def _parts() -> Mapping[str, str]:
    return {" ".join(map(fold, form.split())): latin for form, latin in table("name_parts.tsv")}


@cache
def name_parts() -> frozenset[str]:
    """The folded words that names are made of."""
    return frozenset(word for form in _parts() for word in form.split())


@cache
def first_names() -> frozenset[str]:
    """The names of one word in Latin letters, folded, that can stand before a surname.

    >>> "faisal" in first_names(), "al-abadi" in first_names()
    (True, False)
    """
    return frozenset(fold(latin) for form, latin in _parts().items() if " " not in latin and not form.startswith("ال"))


def is_one_part(first: str, second: str) -> bool:
    """Whether two folded words are one part of a name: صلاح الدين, which is a province as well."""
    return f"{first} {second}" in _parts()
