"""Numbers and counted nouns written out, in Arabic and English: the inverse of reading them.

>>> spell_ar(23, "f", "acc"), count_ar(3, Noun("عملية", "عمليات", "f"), "gen")
('ثلاثاً وعشرين', 'ثلاث عمليات')
>>> count_en(1, "strike", "strikes"), spell_en(1305)
('one strike', 'one thousand three hundred and five')
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Gender = Literal["m", "f"]
Case = Literal["nom", "gen", "acc"]

LIMIT = 999_999_999
_STEMS = ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع", "عشر")
_TENS = ("عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_UNITS_EN = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS_EN = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS_EN = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


@dataclass(frozen=True, slots=True)
class Noun:
    """An Arabic noun that can be counted: singular and plural in the nominative, unvocalised.

    ``sound`` marks the plural in -ون, which becomes -ين in the genitive and accusative (مدنيون, مدنيين).
    """

    singular: str
    plural: str
    gender: Gender
    sound: bool = False


_THOUSAND = Noun("ألف", "آلاف", "m")
_MILLION = Noun("مليون", "ملايين", "m")


def spell_ar(n: int, gender: Gender = "m", case: Case = "nom", construct: bool = False) -> str:
    """``n`` in words for a counted noun of this gender; ``construct`` where a genitive follows (مئتا عنصر).

    >>> spell_ar(12, "f", "gen"), spell_ar(200), spell_ar(200, construct=True)
    ('اثنتي عشرة', 'مئتان', 'مئتا')
    """
    if not 0 <= n <= LIMIT:
        raise ValueError(f"can spell 0 to {LIMIT:,}, not {n:,}")
    return " و".join(_terms_ar(n, gender, case, construct)) or "صفر"


def _terms_ar(n: int, gender: Gender, case: Case, construct: bool) -> list[str]:
    """The parts that و joins, largest first; only the last one can be in construct."""
    millions, thousands, rest = n // 1_000_000, n // 1000 % 1000, n % 1000
    terms = []
    if millions:
        terms.append(_scale_ar(millions, _MILLION, case, construct and n % 1_000_000 == 0))
    if thousands:
        terms.append(_scale_ar(thousands, _THOUSAND, case, construct and rest == 0))
    if rest:
        terms.extend(_below_thousand_ar(rest, gender, case, construct))
    return terms


def _scale_ar(times: int, scale: Noun, case: Case, construct: bool) -> str:
    """ألف, ألفان, ثلاثة آلاف, أحد عشر ألفاً, مئة ألف: thousands are counted like any noun."""
    if times == 1:
        return scale.singular if construct else singular_ar(scale, case)
    if times == 2:
        return dual_ar(scale, case, construct)
    words = spell_ar(times, scale.gender, case, construct=True)
    return f"{words} {_after_number(times, scale, construct)}"


def _below_thousand_ar(n: int, gender: Gender, case: Case, construct: bool) -> list[str]:
    hundreds, rest = divmod(n, 100)
    terms = [_hundreds_ar(hundreds, case, construct and not rest)] if hundreds else []
    if rest > 19:
        if rest % 10:
            terms.append(_unit_ar(rest % 10, gender, case, construct=False, joined=True))
        terms.append(_TENS[rest // 10 - 2] + ("ون" if case == "nom" else "ين"))
    elif rest > 10:
        terms.append(_teen_ar(rest - 10, gender, case))
    elif rest:
        terms.append(_unit_ar(rest, gender, case, construct))
    return terms


def _hundreds_ar(times: int, case: Case, construct: bool) -> str:
    if times == 1:
        return "مئة"
    if times == 2:
        return dual_ar(Noun("مئة", "مئات", "f"), case, construct)
    return _STEMS[times - 3] + "مئة"


def _teen_ar(unit: int, gender: Gender, case: Case) -> str:
    """11 to 19 don't change with the case, but for the 2 in 12."""
    ten = "عشرة" if gender == "f" else "عشر"
    if unit == 1:
        return f"{'إحدى' if gender == 'f' else 'أحد'} {ten}"
    if unit == 2:
        return f"{_two_ar(gender, case)[:-1]} {ten}"
    return f"{_unit_ar(unit, gender, case, construct=True)} {ten}"


def _two_ar(gender: Gender, case: Case) -> str:
    return ("اثنت" if gender == "f" else "اثن") + ("ان" if case == "nom" else "ين")


def _unit_ar(n: int, gender: Gender, case: Case, construct: bool, joined: bool = False) -> str:
    """1 to 10. From 3 on a masculine noun takes the form with ة and a feminine one the form without."""
    if n == 1 and gender == "f":
        return "إحدى" if joined else "واحدة"
    if n == 1:
        return "واحداً" if case == "acc" and not construct else "واحد"
    if n == 2:
        return _two_ar(gender, case)
    if gender == "m":
        return ("ثماني" if n == 8 else _STEMS[n - 3]) + "ة"
    return _bare_unit_ar(n, case, construct)


def _bare_unit_ar(n: int, case: Case, construct: bool) -> str:
    """خمس, خمساً and the one with a weak ending: ثماني, ثمانٍ, ثمانياً."""
    stem = _STEMS[n - 3]
    if construct:
        return "ثماني" if n == 8 else stem
    if case == "acc":
        return "ثمانياً" if n == 8 else stem + "اً"
    return "ثمانٍ" if n == 8 else stem


def count_ar(
    n: int,
    noun: Noun,
    case: Case = "nom",
    *,
    indefinite: bool = True,
    construct: bool = False,
    digits: bool = False,
    bare: bool = False,
) -> str:
    """``n`` of a noun as grammar wants it.

    ``construct``: a genitive follows (عمليتي دهم); from 11 to 99 there is none. ``digits``: number in digits, though
    one and two are nouns. ``bare``: one is the noun alone. ``indefinite=False``: العمليات الثلاث.

    >>> fighter = Noun("عنصر", "عناصر", "m")
    >>> count_ar(2, fighter, "acc"), count_ar(13, fighter), count_ar(38, fighter, digits=True)
    ('عنصرين', 'ثلاثة عشر عنصراً', '38 عنصراً')
    """
    if not indefinite:
        return _definite_ar(n, noun, case, digits)
    if n == 1:
        return _one_ar(noun, case, bare)
    if n == 2:
        return dual_ar(noun, case, construct)
    if n > 100 and n % 100 in (1, 2) and not digits:
        return _hundreds_and_one_ar(n, noun, case, construct)
    number = str(n) if digits else spell_ar(n, noun.gender, case, construct=True)
    return f"{number} {_after_number(n, noun, construct and n % 100 < 11)}"


def _one_ar(noun: Noun, case: Case, bare: bool) -> str:
    singular = singular_ar(noun, case)
    return singular if bare else f"{singular} {_unit_ar(1, noun.gender, case, construct=False)}"


def _hundreds_and_one_ar(n: int, noun: Noun, case: Case, construct: bool) -> str:
    """101 and 102 name the noun again: مئة عملية وعملية واحدة, مئة عملية وعمليتان."""
    rest = n % 100
    last = _one_ar(noun, case, bare=False) if rest == 1 else dual_ar(noun, case, construct)
    return f"{spell_ar(n - rest, noun.gender, case, construct=True)} {noun.singular} و{last}"


def _after_number(n: int, noun: Noun, construct: bool) -> str:
    """The noun after its number: genitive plural for 3 to 10, accusative singular for 11 to 99, else genitive singular.

    Only a scale stands in construct after 11 to 99: أحد عشر ألف عنصر.
    """
    last = n % 100
    if 3 <= last <= 10:
        return plural_ar(noun, "gen", construct)
    return singular_ar(noun, "acc") if last > 10 and not construct else noun.singular


def singular_ar(noun: Noun, case: Case) -> str:
    """The indefinite singular; the accusative is written with an alif unless the noun ends in ة (عنصراً, عملية)."""
    return noun.singular + "اً" if case == "acc" and not noun.singular.endswith(("ة", "اء")) else noun.singular


def dual_ar(noun: Noun, case: Case, construct: bool = False) -> str:
    """عنصران, عنصرين, عمليتان; before a genitive without its nun: عمليتي دهم."""
    stem = noun.singular[:-1] + "ت" if noun.singular.endswith("ة") else noun.singular
    dual = stem + ("ان" if case == "nom" else "ين")
    return dual[:-1] if construct else dual


def plural_ar(noun: Noun, case: Case, construct: bool = False) -> str:
    """عناصر; مدنيون and مدنيين, before a genitive مدنيو and مدنيي."""
    if not noun.sound:
        return noun.plural
    plural = noun.plural if case == "nom" else noun.plural.removesuffix("ون") + "ين"
    return plural[:-1] if construct else plural


def _definite_ar(n: int, noun: Noun, case: Case, digits: bool) -> str:
    """The noun first, then its number: العنصران, العمليات الثلاث, العناصر الخمسة والعشرون, العمليات الـ38."""
    if n == 1:
        return f"ال{noun.singular} ال{_unit_ar(1, noun.gender, 'nom', construct=False)}"
    if n == 2:
        return "ال" + dual_ar(noun, case)
    plural = "ال" + plural_ar(noun, case)
    if digits:
        return f"{plural} الـ{n}"
    terms = _terms_ar(n, noun.gender, case, construct=False)
    return f"{plural} " + " و".join("ال" + term.replace("اً", "").replace("ثمانٍ", "ثماني") for term in terms)


def spell_en(n: int) -> str:
    """``n`` in words.

    >>> spell_en(45), spell_en(120000)
    ('forty-five', 'one hundred and twenty thousand')
    """
    if not 0 <= n <= LIMIT:
        raise ValueError(f"can spell 0 to {LIMIT:,}, not {n:,}")
    for scale, name in ((1_000_000, "million"), (1000, "thousand")):
        if n >= scale:
            rest = n % scale
            joint = " and " if 0 < rest < 100 else " "
            return f"{spell_en(n // scale)} {name}" + (joint + spell_en(rest) if rest else "")
    return _below_thousand_en(n)


def _below_thousand_en(n: int) -> str:
    if n >= 100:
        return f"{_UNITS_EN[n // 100]} hundred" + (f" and {_below_thousand_en(n % 100)}" if n % 100 else "")
    if n >= 20:
        return _TENS_EN[n // 10 - 2] + (f"-{_UNITS_EN[n % 10]}" if n % 10 else "")
    return _TEENS_EN[n - 10] if n >= 10 else _UNITS_EN[n]


def count_en(n: int, singular: str, plural: str, *, digits: bool = False) -> str:
    """``n`` of a noun: "one strike", "12 strikes" with ``digits``."""
    number = f"{n:,}" if digits else spell_en(n)
    return f"{number} {singular if n == 1 else plural}"
