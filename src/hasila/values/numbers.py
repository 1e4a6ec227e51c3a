"""Read numbers written in digits, in Arabic or English words, or in both, from folded tokens.

Meaning is not judged here: a year, an age or a brigade number is a number too.

>>> read_number(["ثلاثه", "وعشرين", "عنصرا"], 0)
Number(low=23, high=23, end=2, style='words', whole=True)
>>> read_number(["29", "الفا", "و", "920", "عمليه"], 0)
Number(low=29920, high=29920, end=4, style='mixed', whole=True)
>>> read_number(["dozens", "of", "militants"], 0)
Number(low=None, high=None, end=1, style='vague', whole=True)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from hasila.text.fold import fold

Style = Literal["digits", "words", "mixed", "vague"]
Value = int | Decimal
LIMIT = 999_999_999
_LANGUAGES = ("ar", "en")
_CLITICS = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل")  # not ك: كمية is a quantity, كأحد "as one of"
_ARTICLES = ("ال", "وال", "فال", "بال", "وبال", "فبال", "لل", "ولل", "فلل")
_DEFINITE = frozenset(_ARTICLES)
_BARE_ONLY = frozenset({"and", "of", "particle", "article", "blocked"})
_NO_START = frozenset({"and", "of", "particle", "blocked"})
_SCALES = frozenset({"scale", "scales", "dual_or_scale"})
_SINGLE_SCALES = frozenset({"scale", "dual_scale", "dual_or_scale"})
_ROUNDED = frozenset({"ten", "hundred", "rounds", "scale", "scales", "dozen"})
_HUNDRED = frozenset({"hundred"})
_OF = frozenset({"of"})
_COUNTED = frozenset({"zero", "unit", "eleven", "twelve", "ten", "teen", "tens", "hundred", "hundreds"})
_COMPLETE = frozenset({"zero", "unit", "ten", "teen", "tens", "hundred", "hundreds", "dozen"})
_BELOW_HUNDRED = frozenset({"unit", "eleven", "twelve", "ten", "teen", "tens"})
_AND_ONE = "واحد"
_GROUPED = re.compile(r"\d{1,3}(?:[,،]\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}\.000")
_FRACTION = re.compile(r"\d+[.,]\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:\.\d{3})+,\d+")


@dataclass(slots=True)
class Number:
    """A number that ends before token ``end``. ``low`` and ``high`` are None where it is vague or no whole number.

    ``whole`` is False for what can't count anything: 1.5 and numbers over 999,999,999; "1.5 million" is whole.
    """

    low: int | None
    high: int | None
    end: int
    style: Style
    whole: bool


class _Word(NamedTuple):
    kind: str
    value: int
    lang: str
    clitic: str


class _Term(NamedTuple):
    """A value, the scale it is counted in (29 thousand: 29000 and 1000), and the token after it."""

    value: Value
    scale: int
    end: int


def read_number(forms: Sequence[str], at: int) -> Number | None:
    """The longest number that starts at token ``at``, or None.

    >>> read_number(["ثلاثه", "واربعه"], 0).low, read_number(["two", "dozen"], 0).low
    (3, 24)
    """
    if at >= len(forms):
        return None
    words, form = _words(), forms[at]
    alone = at + 1 >= len(forms) or forms[at + 1] not in words
    if form[0].isdigit():
        if alone and form.isdecimal() and len(form) < 10:
            return Number(int(form), int(form), at + 1, "digits", True)
        return _number(forms, at, _sum(forms, at))
    word = words.get(form)
    if word is None or word.kind in _NO_START:
        return None
    if alone and word.kind in _COMPLETE:
        return Number(word.value, word.value, at + 1, "words", True)
    end = _read_vague(forms, at, word)
    if end is not None:
        return Number(None, None, end, "vague", True)
    return _number(forms, at, _sum(forms, at))


@cache
def number_forms() -> Mapping[str, str]:
    """Every folded word that can start a number written in words, with its language ("ar", "en")."""
    return {form: word.lang for form, word in _words().items() if word.kind not in _NO_START}


@cache
def _words() -> dict[str, _Word]:
    plain = {word.form: word for lang in _LANGUAGES for word in _rows(lang)}
    words = {form: _Word(row.kind, row.value, row.lang, "") for form, row in plain.items()}
    for form, row in plain.items():
        if row.lang == "ar" and row.kind not in _BARE_ONLY:
            for clitic in (*_CLITICS[1:], *_ARTICLES):
                words.setdefault(clitic + form, _Word(row.kind, row.value, row.lang, clitic))
    return words


class _Row(NamedTuple):
    form: str
    kind: str
    value: int
    lang: str


def _rows(lang: str) -> Iterator[_Row]:
    text = files("hasila.lexicon").joinpath(lang, "numbers.tsv").read_text("utf-8")
    for line in text.splitlines()[1:]:
        form, kind, value, _note = line.split("\t")
        yield _Row(fold(form), kind, int(value), lang)


def _number(forms: Sequence[str], at: int, term: _Term | None) -> Number | None:
    if term is None:
        return None
    style = _style(forms, at, term.end)
    value = int(term.value)
    if value != term.value or value > LIMIT:
        return Number(None, None, term.end, style, False)
    return Number(value, value, term.end, style, True)


def _style(forms: Sequence[str], at: int, end: int) -> Style:
    digits = sum(form[0].isdigit() for form in forms[at:end])
    if not digits:
        return "words"
    return "digits" if digits == end - at else "mixed"


def _word(forms: Sequence[str], at: int) -> _Word | None:
    return _words().get(forms[at]) if at < len(forms) else None


def _bare(forms: Sequence[str], at: int, kinds: frozenset[str]) -> _Word | None:
    """The word at ``at`` if it is of one of these kinds and carries no clitic, so that it belongs to what precedes."""
    word = _word(forms, at)
    return word if word is not None and word.kind in kinds and not word.clitic else None


def _sum(forms: Sequence[str], at: int) -> _Term | None:
    """Terms of falling scale: مليون + ومئتي ألف + وخمسة; "two million" + "three thousand" + "and five"."""
    term = _term(forms, at)
    if term is None:
        return None
    total = term
    while total.scale > 1:
        start = _next_term(forms, at, total.end)
        term = None if start is None else _term(forms, start)
        if term is None or term.scale >= total.scale or term.value >= total.scale or term.value != int(term.value):
            break
        total = _Term(total.value + term.value, term.scale, term.end)
    return _with_half(forms, total)


def _with_half(forms: Sequence[str], total: _Term) -> _Term:
    """مليون ونصف and مليون ونصف المليون are 1.5 million."""
    start = _after_and(forms, total.end, "ar") if total.scale > 1 else None
    word = None if start is None else _word(forms, start)
    if start is None or word is None or word.kind != "part":
        return total
    again = _word(forms, start + 1)
    repeated = again is not None and again.kind in _SCALES
    if repeated and again is not None and again.value != total.scale:
        return total
    return _Term(total.value + total.scale // word.value, 1, start + 1 + repeated)


def _next_term(forms: Sequence[str], head: int, at: int) -> int | None:
    """Where the next term of a sum starts, if ``at`` goes on with the number that starts at ``head``.

    Arabic needs و (glued or not); English needs it only below a hundred.
    """
    word = _word(forms, at)
    if word is None:
        return None
    if word.lang == "ar":
        return _joined(forms, head, at)
    if word.kind == "and":
        after = _word(forms, at + 1)
        return at + 1 if after is not None and after.lang == "en" and after.kind in _BELOW_HUNDRED else None
    return at if word.kind in _COUNTED else None


def _joined(forms: Sequence[str], head: int, at: int) -> int | None:
    """The token at which an Arabic number goes on after و: itself if و is glued to it (وعشرين), else the next one."""
    word = _word(forms, at)
    if word is None or word.lang != "ar":
        return None
    if forms[at] == _AND_ONE:
        after = _word(forms, at + 1)
        return at if after is not None and after.kind in ("ten", "tens") else None
    if word.clitic == "وال":
        first = _word(forms, head)
        return at if first is not None and first.clitic in _DEFINITE else None
    return _after_and(forms, at, "ar")


def _after_and(forms: Sequence[str], at: int, lang: str) -> int | None:
    word = _word(forms, at)
    if word is None or word.lang != lang:
        return None
    if word.clitic == "و":
        return at
    if word.kind != "and" or at + 1 >= len(forms):
        return None
    after = _word(forms, at + 1)
    if after is None:
        return at + 1 if forms[at + 1][0].isdigit() else None
    return at + 1 if after.lang == lang and not after.clitic else None


def _term(forms: Sequence[str], at: int) -> _Term | None:
    if forms[at][0].isdigit():
        value = _digits(forms[at])
        return None if value is None else _scaled(forms, value, at + 1, digits=True)
    word = _word(forms, at)
    if word is None:
        return None
    if word.kind in _SINGLE_SCALES:
        return _Term(word.value * _times(forms, at, word), word.value, at + 1)
    if word.kind == "dozen":
        return _Term(word.value, 1, at + 1)
    if word.kind == "article":
        return _term(forms, at + 1) if _bare(forms, at + 1, frozenset({"hundred", "scale", "dozen"})) else None
    if word.kind == "part":
        return _part(forms, at, word)
    below = _below_thousand(forms, at, word)
    return None if below is None else _scaled(forms, below[0], below[1])


def _times(forms: Sequence[str], at: int, word: _Word) -> int:
    """ألفا is 2000 right before its noun (ألفا مقاتل) and 1000 elsewhere (ألفاً وخمسمئة، ألفاً من المقاتلين)."""
    if word.kind != "dual_or_scale":
        return 2 if word.kind == "dual_scale" else 1
    if at + 1 >= len(forms) or not "ء" <= forms[at + 1][0] <= "ي":
        return 1
    after = _word(forms, at + 1)
    return 1 if forms[at + 1][0] == "و" or (after is not None and after.kind == "particle") else 2


def _scaled(forms: Sequence[str], value: Value, end: int, *, digits: bool = False) -> _Term:
    """Multiply by the scale that follows: ثلاثة آلاف, 7.7 million, two dozen, two and a half million."""
    half = _half_scale(forms, end)
    if half is not None:
        return _Term(value * half.value + half.value // 2, 1, end + 4)
    word = _word(forms, end)
    if word is None or word.clitic:
        return _Term(value, 1, end)
    if word.kind in _SCALES:
        return _Term(value * word.value, word.value, end + 1)
    if word.kind == "dozen" or (digits and word.kind == "hundred" and word.lang == "en"):
        return _Term(value * word.value, 1, end + 1)
    return _Term(value, 1, end)


def _half_scale(forms: Sequence[str], at: int) -> _Word | None:
    """The scale of "two and a half million", if "and a half" stands at ``at``."""
    kinds = [word.kind if (word := _word(forms, i)) is not None else "" for i in range(at, at + 4)]
    return _word(forms, at + 3) if kinds == ["and", "article", "part", "scale"] else None


def _part(forms: Sequence[str], at: int, word: _Word) -> _Term | None:
    """نصف مليون, "half a million", "half a dozen"."""
    after = _word(forms, at + 1)
    start = at + 1 if after is None or after.kind != "article" else at + 2
    scale = _bare(forms, start, frozenset({"scale", "dozen"}))
    return None if scale is None else _Term(scale.value // word.value, 1, start + 1)


def _below_thousand(forms: Sequence[str], at: int, word: _Word) -> tuple[int, int] | None:
    """The value of a word number under a thousand, without its scale, and the token after it."""
    if word.kind == "zero":
        return 0, at + 1
    return _below_thousand_en(forms, at, word) if word.lang == "en" else _below_thousand_ar(forms, at, word)


def _below_thousand_en(forms: Sequence[str], at: int, word: _Word) -> tuple[int, int] | None:
    head = (1, at) if word.kind == "hundred" else _below_hundred_en(forms, at, word)
    if head is None or not _bare(forms, head[1], _HUNDRED):
        return head
    value, end = head[0] * 100, head[1] + 1
    following = _word(forms, end)
    start = end + 1 if following is not None and following.kind == "and" and following.lang == "en" else end
    after = _word(forms, start)
    rest = None if after is None else _below_hundred_en(forms, start, after)
    if rest is None or _bare(forms, rest[1], _HUNDRED):  # a hundred and two hundred
        return value, end
    return value + rest[0], rest[1]


def _below_hundred_en(forms: Sequence[str], at: int, word: _Word) -> tuple[int, int] | None:
    if word.lang != "en" or word.kind not in ("unit", "teen", "tens"):
        return None
    unit = _word(forms, at + 1) if word.kind == "tens" else None
    if unit is None or unit.lang != "en" or unit.kind != "unit":
        return word.value, at + 1
    return word.value + unit.value, at + 2


def _below_thousand_ar(forms: Sequence[str], at: int, word: _Word) -> tuple[int, int] | None:
    hundreds = _hundreds_ar(forms, at, word)
    if hundreds is None:
        return _below_hundred_ar(forms, at, at, word)
    value, end = hundreds
    start = _joined(forms, at, end)
    if start is None:
        return hundreds
    after = _word(forms, start)
    if after is None:
        digits = _digits(forms[start])
        return (value + digits, start + 1) if isinstance(digits, int) and 0 < digits < 100 else hundreds
    rest = _below_hundred_ar(forms, at, start, after)
    return hundreds if rest is None else (value + rest[0], rest[1])


def _hundreds_ar(forms: Sequence[str], at: int, word: _Word) -> tuple[int, int] | None:
    """مئة, مئتان, ثلاثمئة, ثلاث مئة, ثلاث مئات."""
    if word.kind in ("hundred", "hundreds"):
        return word.value, at + 1
    if word.kind != "unit" or word.value < 3:
        return None
    unit = _bare(forms, at + 1, frozenset({"hundred", "rounds"}))
    return None if unit is None or unit.value != 100 else (word.value * 100, at + 2)


def _below_hundred_ar(forms: Sequence[str], head: int, at: int, word: _Word) -> tuple[int, int] | None:
    """خمسة, خمسة عشر, خمسة وعشرين, عشرين. Anything else after و is a number of its own: ثلاثة وأربعة."""
    if word.kind in ("ten", "tens"):
        return word.value, at + 1
    if word.kind not in ("unit", "eleven", "twelve"):
        return None
    if _bare(forms, at + 1, frozenset({"ten"})):
        return word.value + 10, at + 2
    tens = _joined(forms, head, at + 1) if word.kind != "twelve" else None
    ten = None if tens is None else _word(forms, tens)
    if tens is not None and ten is not None and ten.kind == "tens":
        return word.value + ten.value, tens + 1
    return (word.value, at + 1) if word.kind == "unit" else None


def _read_vague(forms: Sequence[str], at: int, word: _Word) -> int | None:
    """The end of a vague number: عشرات الآلاف, بضع مئات, "hundreds", "tens of thousands", "a few hundred"."""
    if word.kind == "article":
        after = _word(forms, at + 1)
        return _read_vague(forms, at + 1, after) if after is not None and after.kind == "few" else None
    if word.kind == "few":
        return _rounds(forms, at + 2) if _bare(forms, at + 1, _ROUNDED) else None
    return _rounds(forms, at + 1) if word.kind in ("rounds", "scales") else None


def _rounds(forms: Sequence[str], end: int) -> int:
    """Go on over what a vague number is counted in: the second word of عشرات الآلاف and "hundreds of thousands"."""
    start = end
    while start < len(forms) and start <= end + 1 and _bare(forms, start, _OF):
        start += 1
    word = _word(forms, start)
    if word is None or word.kind not in _SCALES or word.clitic not in ("", "ال"):
        return end
    return start + 1


def _digits(form: str) -> Value | None:
    """38 and 1,335 and 1.335.000 are whole; 34.573 and 1,5 are read as fractions; a date is no number."""
    if form.isdecimal():
        return int(form)
    if _GROUPED.fullmatch(form):
        return int(re.sub("[.,،]", "", form))
    if not _FRACTION.fullmatch(form):
        return None
    last = max(form.rfind("."), form.rfind(","))
    return Decimal(re.sub("[.,]", "", form[:last]) + "." + form[last + 1 :])
