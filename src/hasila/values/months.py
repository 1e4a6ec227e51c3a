"""The words that dates are made of, seen as tags.

Each token of a text becomes two characters: its class in the time lexicon and whether it carries a glued "and" (و).
Dates are then read by regular expressions over tags (:mod:`hasila.values.calendar`), never over letters.

>>> [tag_names(tags(["28", "اذار", "/", "مارس"]))]
[['day', 'month', 'slash', 'amaybe']]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from hasila.lexicon.words import rows
from hasila.text.fold import fold

OTHER = "0_"
_REMEMBERED = 100_000
# What a stretch becomes once it is found: a date, an English date that ends in a day, the further tokens of either.
MARKED = ("stretch", "endate", "rest")
_MARKS = {
    ",": "comma", "،": "comma", ".": "dot", "/": "slash", "(": "open", ")": "close",
    "-": "dash", "–": "dash", "—": "dash", "&": "and",
}  # fmt: skip
_COUNTED = ("slashdate", "day", "num", "year4", "hijriyear", "comma", "dot", "slash", "open", "close", "dash")
# With the article as well: شهر and الشهر, ستة and الستة. يوم is left out, since اليوم is "today".
_WITH_ARTICLE = (
    "monthword", "yearword", "unitword", "dual", "plural", "period", "quarter", "half", "third", "card", "ten", "teen",
    "htwin",
)  # fmt: skip
# With the prepositions ب ل ف glued on. آب would give باب (door) and is left out with the other doubtful names.
_WITH_CLITICS = (
    *_WITH_ARTICLE, "month", "twin", "weekday", "dayword", "ord", "edge", "min", "in", "this", "same", "since", "until",
    "to", "between", "after", "before", "today", "hmonth", "vague", "teen",
)  # fmt: skip
_WITH_POSSESSIVE = ("emonth", "emaybe", "weekday", "today", "monthword", "yearword", "unitword")
_DATE_LIKE = re.compile(r"\d([/.])\d{1,2}\1\d")
_DATE = re.compile(r"(\d{1,4})([/.])(\d{1,2})(?:\2(\d{2,5}))?")


@dataclass(frozen=True, slots=True)
class TimeWord:
    """What a form is in the time lexicon."""

    cls: str
    value: str
    joined: bool = False


def _with_clitics(form: str, cls: str) -> Iterator[tuple[str, bool]]:
    """A form with the glued words it may carry, and whether "and" is one of them."""
    yield form, False
    if not "\u0600" <= form[0] <= "\u06ff":
        if cls in _WITH_POSSESSIVE:
            yield form + "'s", False
        return
    yield "و" + form, True
    if cls not in _WITH_CLITICS:
        return
    heads = ["ب" + form, "ف" + form, "ل" + form]
    if form.startswith("ال"):
        heads[2] = "لل" + form[2:]
    for head in heads:
        yield head, False
        yield "و" + head, True


def _grown_class(form: str, cls: str) -> str:
    """No day follows a month with its possessive: "July's 31 operations"."""
    return "month" if cls in ("emonth", "emaybe") and form.endswith("'s") else cls


def _bare_forms() -> Iterator[tuple[str, str, str]]:
    for lang in ("ar", "en"):
        for form, cls, value, *_ in rows(lang, "time"):
            yield fold(form), cls, value
    for mark, cls in _MARKS.items():
        yield mark, cls, "0"
    for number in range(1, 1000):
        yield str(number), "day" if number < 32 else "num", str(number)
    for digit in range(1, 10):
        yield f"0{digit}", "day", str(digit)
    for year in range(1343, 1501):
        yield str(year), "hijriyear", str(year)
    for year in range(1900, 2100):
        yield str(year), "year4", str(year)


@cache
def time_words() -> dict[str, TimeWord]:
    """Every folded form the time lexicon knows, with generated clitics. A plain form outranks a generated one."""
    plain = {form: TimeWord(cls, value) for form, cls, value in _bare_forms()}
    articled = {
        "ال" + form: word
        for form, word in plain.items()
        if word.cls in _WITH_ARTICLE and "\u0600" <= form[0] <= "\u06ff" and not form.startswith("ال")
    }
    known = articled | plain
    grown = {
        made: TimeWord(_grown_class(made, word.cls), word.value, joined)
        for form, word in known.items()
        if word.cls not in _COUNTED
        for made, joined in _with_clitics(form, word.cls)
        if made not in known
    }
    return grown | known


@cache
def class_letters() -> dict[str, str]:
    """One character for each class of the lexicon, so that a tag string can be matched.

    They start at U+00A1: sets of characters below U+0100 compile several times as fast as others.
    """
    names = sorted({word.cls for word in time_words().values()} | {"slashdate", *MARKED})
    return {name: chr(0xA1 + at) for at, name in enumerate(names)}


@cache
def _tag_table() -> dict[str, str]:
    letters = class_letters()
    return {form: letters[word.cls] + ("w" if word.joined else "_") for form, word in time_words().items()}


def read_numeric(form: str) -> tuple[int, int, int | None] | None:
    """The three numbers of a date in figures, year first or last: "25/9/2021" -> (25, 9, 2021); None for a fraction.

    >>> read_numeric("1/5/20201"), read_numeric("2022.09.09"), read_numeric("15/16")
    ((1, 5, None), (2022, 9, 9), None)
    """
    match = _DATE.fullmatch(form)
    if match is None or match[4] is None:
        return None
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    if len(match[1]) == 4:
        return (first, second, third) if 1900 <= first < 2100 and 0 < second < 13 and 0 < third < 32 else None
    if match[2] == "." and len(match[4]) != 4:
        return None
    if not (0 < first < 32 and 0 < second < 32 and min(first, second) < 13):
        return None
    if len(match[4]) == 2:
        return first, second, 2000 + third
    return first, second, third if 1900 <= third < 2100 and len(match[4]) == 4 else None


@lru_cache(maxsize=_REMEMBERED)
def _tag(form: str) -> str:
    if _DATE_LIKE.search(form) and read_numeric(form):
        return class_letters()["slashdate"] + "_"
    return _tag_table().get(form, OTHER)


def tags(forms: Sequence[str]) -> str:
    """Two characters a token: its class and "w" for a glued "and"; ``OTHER`` for words outside the lexicon."""
    return "".join(map(_tag, forms))


def tag_names(text: str) -> list[str]:
    """The class names of a tag string, for people."""
    names = {letter: name for name, letter in class_letters().items()}
    return [names.get(letter, "other") for letter in text[::2]]


def value_of(form: str) -> int:
    """The number a form stands for: "اذار" -> 3, "الستة" -> 6."""
    return int(time_words()[form].value)
