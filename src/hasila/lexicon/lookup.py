"""What one token can be: its word, its clitics, and the names and phrases that may start with it.

Arabic writes conjunctions, prepositions and the article onto the word (وبالقبض = و + ب + ال + قبض). :func:`analyse`
takes them off until the rest is a form of the lexicon, fewest first, and is called once for each distinct token.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from hasila.lexicon import names
from hasila.lexicon.markers import markers
from hasila.lexicon.words import Word, words
from hasila.text.fold import fold

_PHRASE_KINDS = ("actor", "person", "place")
_SHORT_LATIN = 3
_NEVER_VERB = markers("never-verb")
_TA_MARBUTA = re.compile("ة[\u064b-\u0652]?$")
_FATHA_BEFORE_YA = ("َي", "يْ", "يْن")


@dataclass(slots=True)
class Lexeme:
    """One distinct token as the lexicon sees it. ``keys`` are (first form, conjunction, preposition) of phrases."""

    form: str
    word: Word | None = None
    conj: str = ""
    prep: str = ""
    article: bool = False
    keys: tuple[tuple[str, str, str], ...] = ()
    upper: bool = False
    sure_dual: bool = False
    alpha: bool = False
    counting: bool = False


@dataclass(slots=True)
class Entry:
    """One way to write a name or cue phrase: its forms after the first two, what kind it is, and what it means."""

    rest: tuple[str, ...]
    size: int
    kind: str
    value: Any


@dataclass(slots=True)
class Branch:
    """The phrases with one first form: those of one word, and the longer ones by their second word, longest first."""

    single: list[Entry]
    longer: dict[str, list[Entry]]


def _add(table: dict[str, Branch], forms: tuple[str, ...], kind: str, value: Any) -> None:
    branch = table.get(forms[0])
    if branch is None:
        branch = table[forms[0]] = Branch([], {})
    entry = Entry(forms[2:], len(forms), kind, value)
    if len(forms) == 1:
        branch.single.append(entry)
    else:
        branch.longer.setdefault(forms[1], []).append(entry)


def in_capitals(raw: str) -> bool:
    """Whether a short name stands in capitals, as far as it has any: IS, U.S., MoD; not "Is".

    >>> in_capitals("MoD's"), in_capitals("Is")
    (True, False)
    """
    letters = raw.replace(".", "").removesuffix("'s").removesuffix("’s")
    return letters.isupper() or 2 * sum(map(str.isupper, letters)) > len(letters)


@cache
def phrases() -> dict[str, Branch]:
    """Names and cue phrases by first form and second form."""
    table: dict[str, Branch] = {}
    for kind in _PHRASE_KINDS:
        for entries in names.phrases(kind).values():
            for forms, name in entries:
                _add(table, forms, kind, name)
    for lang in ("ar", "en"):
        for pairs in words(lang).phrases.values():
            for forms, word in pairs:
                _add(table, forms, "word", word)
    for branch in table.values():
        for found in branch.longer.values():
            found.sort(key=lambda entry: -entry.size)
    return table


def _preps(rest: str) -> Iterator[tuple[str, bool, str]]:
    yield "", False, rest
    if rest.startswith("ال") and len(rest) > 3:
        yield "", True, rest[2:]
    if len(rest) > 3 and rest[0] in "بلك":
        bare = rest[1:]
        yield rest[0], False, bare
        if bare.startswith("ال") and len(bare) > 3:
            yield rest[0], True, bare[2:]
        elif rest[0] == "ل" and bare.startswith("ل") and len(bare) > 2:
            yield "ل", True, bare[1:]
            yield "ل", False, "ا" + bare


def splits(form: str) -> Iterator[tuple[str, str, bool, str]]:
    """The ways to take clitics off an Arabic form: (conjunction, preposition, article, rest), fewest first."""
    for prep, article, rest in _preps(form):
        yield "", prep, article, rest
    if len(form) > 2 and form[0] in "وف":
        for prep, article, rest in _preps(form[1:]):
            yield form[0], prep, article, rest
    if len(form) > 3 and form[0] == "س":
        yield "", "", False, form[1:]


def _fit(word: Word, nominal: bool, led: bool = False) -> Word | None:
    """The readings that a word's looks leave: with a preposition, the article or ta marbuta no finite verb, so that
    تابعة is "belonging to", not تابعه "he followed it".

    ``led``: ل stands before an imperfect, as in ليبلغ بذلك عدد القتلى; of those verbs of reaching keep their sense.
    """
    if not nominal or (led and word.cues.get("verb") == "toll"):
        return word
    trigger, cues = word.trigger, word.cues
    if trigger is not None and trigger.shape == "verb":
        trigger = replace(trigger, shape="masdar", nominal=False) if trigger.nominal else None
    if cues.get("verb") and not cues.get("masdar"):
        cues = {name: value for name, value in cues.items() if name not in ("verb", "plural")}
    if trigger is None and word.noun is None and not cues:
        return None
    return Word(word.noun, trigger, cues)


def analyse(raw: str) -> Lexeme:
    """Look a token up, with its clitics."""
    form = fold(raw)
    lexeme = Lexeme(form, alpha=form[:1].isalpha(), upper=raw[:1].isupper())
    if not lexeme.alpha:
        lexeme.word = words("ar").forms.get(form)
        return lexeme
    if form[0] < "\u0590":
        return _latin(raw, lexeme)
    forms, table, keys = words("ar").forms, phrases(), []
    feminine = _TA_MARBUTA.search(raw) is not None
    for conj, prep, article, rest in splits(form):
        if rest in table and not (article and prep):
            keys.append((rest, conj, prep))
        held = forms.get(rest) if lexeme.word is None else None
        led = prep == "ل" and not article and rest[0] in "يت"
        nominal = bool(prep) or article or feminine or rest in _NEVER_VERB
        fitted = _fit(held, nominal, led) if held else None
        if fitted:
            lexeme.word, lexeme.conj, lexeme.prep, lexeme.article = fitted, conj, prep, article
    lexeme.keys = tuple(keys)
    lexeme.sure_dual = form.endswith("ين") and any(mark in raw for mark in _FATHA_BEFORE_YA)
    return lexeme


def _latin(raw: str, lexeme: Lexeme) -> Lexeme:
    form = lexeme.form.removesuffix("'s")
    lexeme.form = form
    lexeme.word = words("en").forms.get(form)
    if form in phrases():
        short = len(form) <= _SHORT_LATIN and not in_capitals(raw)
        if not short or phrases()[form].longer:
            lexeme.keys = ((form, "", "short" if short else ""),)
    return lexeme
