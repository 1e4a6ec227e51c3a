"""A text as it is searched: folded words, the further forms under which each is found, and where each stands.

>>> shadow_of("وبالرقّة ٣٨ عمليّة").words
['وبالرقه', '38', 'عمليه']
>>> sorted(further("بالرقه")), further("operations")
(['الرقه', 'رقه'], ('operation',))
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from hasila.lexicon.lookup import splits
from hasila.text.tokens import tokenise

_REMEMBERED = 100_000
_THOUSANDS = re.compile(r"(?<=\d)[,.٬،](?=\d{3}(?!\d))")
_WORDS = re.compile(r"[^\W_]+")
_VOWEL = re.compile("[aeiouy]")
_POSSESSIVE = re.compile(r"['’](s$)?")
# Two letters say too little to be looked for without what is written onto them.
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Shadow:
    """The words of a text in their order, and the characters [start, end) that each was written with."""

    words: list[str]
    start: list[int]
    end: list[int]


def shadow_of(text: str) -> Shadow:
    """The words of a text, as they are searched."""
    tokens = tokenise(text)
    words: list[str] = []
    start: list[int] = []
    end: list[int] = []
    for form, first, last in zip(tokens.form, tokens.start, tokens.end, strict=True):
        for word in folded(form):
            words.append(word)
            start.append(first)
            end.append(last)
    return Shadow(words, start, end)


@lru_cache(maxsize=_REMEMBERED)
def folded(form: str) -> tuple[str, ...]:
    """The words of a token: without any mark, without the signs that part thousands, dates in their parts.

    >>> folded("31،490"), folded("25/9/2021"), folded("مسؤول"), folded("army's"), folded("…")
    (('31490',), ('25', '9', '2021'), ('مسوول',), ('army',), ())
    """
    if form.isascii() and form.isalnum():
        return (form,)
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", _THOUSANDS.sub("", form)))
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return tuple(_WORDS.findall(bare.lower()))


@lru_cache(maxsize=_REMEMBERED)
def further(word: str) -> tuple[str, ...]:
    """The other forms under which a word is found: without what Arabic writes onto it, or its English stem."""
    if word[0].isdigit():
        return ()
    if word.isascii():
        stem = stem_of(word)
        return (stem,) if stem != word else ()
    rests = (rest for *_, rest in splits(word) if len(rest) >= _SHORTEST)
    return tuple(sorted({rest for rest in rests if rest != word}))


def stem_of(word: str) -> str:
    """An English word without what number and tense add to it; nothing that would join operations and operatives.

    >>> [stem_of(word) for word in ("operations", "strikes", "strike", "bodies", "planned", "isis")]
    ['operation', 'strik', 'strik', 'body', 'plan', 'isis']
    """
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    for end in ("ing", "ed"):
        rest = word.removesuffix(end)
        if rest != word and len(rest) > _SHORTEST and _VOWEL.search(rest):
            doubled = rest[-1] == rest[-2] and rest[-1] not in "lsz"
            return rest[:-1] if doubled else rest
    return word.removesuffix("e") if len(word) > 3 else word


def asked_as(word: str) -> str:
    """The one form by which a word that somebody asks for is looked up among the words and their further forms.

    Arabic without its article, so that العمليات finds عمليات; English by its stem.

    >>> asked_as("العمليات"), asked_as("التي"), asked_as("operations")
    ('عمليات', 'التي', 'operation')
    """
    if word.isascii():
        return word if word[0].isdigit() else stem_of(word)
    bare = word.removeprefix("ال")
    return bare if len(bare) > _SHORTEST else word


def onto(word: str) -> tuple[str, ...]:
    """A word with everything that Arabic may write onto it; the word alone where it isn't Arabic.

    >>> onto("الرقه")[:5], onto("38")
    (('الرقه', 'بالرقه', 'كالرقه', 'للرقه', 'والرقه'), ('38',))
    """
    if not "\u0620" <= word[0] <= "\u06ff":
        return (word,)
    led = [word, f"ب{word}", f"ك{word}", f"لل{word[2:]}" if word.startswith("ال") else f"ل{word}"]
    return tuple(conj + one for conj in ("", "و", "ف") for one in led)
