"""Where a report says that it was taken from: "via Rudaw", "نقلا عن شفق نيوز", "بغداد (رويترز) -", "وكالات".

The cues are data (``credits.tsv``), and so are the names of outlets (:mod:`hasila.lexicon.outlets`). An outlet that
isn't listed is known by its name as given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from hasila.lexicon.outlets import by_host, by_name, by_part, folded, host_of, outlet_words, outlets

_FOLLOWING = 6
# Where a dateline or a signature stands: the head and the tail of a text.
_HEAD, _TAIL = 120, 100
_PARTS = re.compile(r"[()\[\]«»:;،,/|+–—\n]|(?<!\S)-+(?!\S)| و ?(?=وكالات)")


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
                # "عن وكالة نينا": the word for an outlet that ends the cue says that a name follows
                first = after - 1 if cue[-1] in outlet_words("carrier") else after
                yield " ".join(words[first : after + _FOLLOWING])


def datelines(text: str) -> tuple[str, ...]:
    """The folded names of outlets that stand by themselves at the head or the tail of a text, and "وكالات" there.

    >>> datelines("بغداد (رويترز) - قال مسؤول إن 38 عملية نُفذت")
    ('رويترز',)
    """
    if len(text) <= _HEAD + _TAIL:
        head, tail = text, ""
    else:
        head, tail = text[:_HEAD].rpartition(" ")[0], text[-_TAIL:].partition(" ")[2]
    # the last part of the head and the first of the tail are cut off somewhere in a sentence
    alone = _PARTS.split(head)[:-1] + (_PARTS.split(tail)[1:] if tail else [])
    return tuple(dict.fromkeys(name for name in map(folded, filter(None, map(str.strip, alone))) if _signs(name)))


@lru_cache(maxsize=10_000)
def _signs(name: str) -> bool:
    return name in outlet_words("agencies") or by_name(name) is not None


def usual_name(outlet: str | None, url: str | None) -> str | None:
    """An outlet's usual name where it is listed, its folded words where not; None where nobody says.

    >>> usual_name("وكالة شفق نيوز", None), usual_name(None, "https://www.rudaw.net/en"), usual_name("Zaman", "")
    ('Shafaq News', 'Rudaw', 'zaman')
    """
    if outlet:
        named = by_part(outlet)
        return named.name if named else folded(outlet) or None
    host = host_of(url)
    at = by_host(host)
    return at.name if at else host.removeprefix("www.") or None


@lru_cache(maxsize=50_000)
def credited(credits: tuple[str, ...], outlet: str | None) -> bool:
    """Whether a text with these credits says that it was taken over from this outlet; False for who states figures.

    Who quotes an issuer has read a statement, as everybody else has: that is no copy of a report.
    """
    if not outlet or not credits:
        return False
    listed = outlets().get(outlet)
    if listed is None:
        return any(f" {outlet} " in f" {words} " for words in credits)
    return not listed.states and any(map(listed.longest_in, credits))


@lru_cache(maxsize=50_000)
def from_agencies(credits: tuple[str, ...], outlet: str | None) -> bool:
    """Whether a text says that it was taken from agencies without naming one, and this outlet is an agency.

    >>> from_agencies(("وكالات",), "Reuters"), from_agencies(("وكالات",), "Rudaw")
    (True, False)
    """
    listed = outlets().get(outlet or "")
    return listed is not None and listed.kind == "agency" and any(map(_unnamed, credits))


def _unnamed(credit: str) -> bool:
    """ "وكالات" by itself, or "وكالات الأنباء" at its head: "وكالات الإغاثة" are others."""
    named = (form for form in outlet_words("agencies") if " " in form)
    return credit in outlet_words("agencies") or any(f"{credit} ".startswith(f"{form} ") for form in named)


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
