"""The small closed classes of words by which the reading finds its way: particles, helping verbs, cues beside a name.

They are data: ``ar/markers.tsv`` and ``en/markers.tsv``, a form and its class in each row, where comments at the top
say what each class does. Punctuation isn't in the files, since it is the same in both languages.

>>> sorted(markers("since"))
['since', 'ومنذ', 'منذ']
"""

from __future__ import annotations

from functools import cache

from hasila.lexicon.words import rows
from hasila.text.fold import fold


def markers(name: str) -> frozenset[str]:
    """The folded forms of a class, Arabic and English together; a class that no file knows is a KeyError."""
    held = _classes().get(name)
    if held is None:
        raise KeyError(f"no class {name!r} in the lexicon: neither ar/markers.tsv nor en/markers.tsv has a row of it")
    return held


def with_and(forms: frozenset[str]) -> frozenset[str]:
    """Words with and without "and" written onto them: وقعت, ووقعت."""
    return forms | {"و" + form for form in forms}


def marker_phrases(name: str) -> frozenset[tuple[str, ...]]:
    """The forms of a class word by word, for classes of phrases: ``("the", "two", "countries")``."""
    markers(name)  # names a class that no file knows
    return frozenset(
        tuple(fold(word) for word in form.split())
        for lang in ("ar", "en")
        for form, held, _ in rows(lang, "markers")
        if held == name
    )


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for lang in ("ar", "en"):
        for form, name, _ in rows(lang, "markers"):
            found.setdefault(name, set()).add(fold(form))
    return {name: frozenset(forms) for name, forms in found.items()}
