"""Quantities in the words of a language: qualified, in a range, alone or with their noun."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from hasila.brief import counted
from hasila.brief.language import Language
from hasila.brief.quantity import Quantity
from hasila.model import Measure
from hasila.values.render import Case, Noun, count_ar, plural_ar

Style = Literal["noun", "toll", "others", "alone", "joint", "lone"]


def phrase(language: Language, quantity: Quantity, measure: Measure, case: Case = "nom", style: Style = "noun") -> str:
    """A quantity of a measure: "eight ISIS operatives", ما بين سبعة و24 عنصراً, "more than 22 operations".

    ``style``: the noun of what is counted; the noun of a list of losses (ثمانية قتلى); "others" after a first count;
    the number alone; operations with partners ("joint") or by one force ("lone").
    """
    words = language.words["counting"]
    write, alone = _writers(language, measure, style)
    low, high = quantity.low, quantity.high
    if (low, high) == (1, 2) and style != "alone":
        plural = _plural(language, measure, style)
        return str(words["one_or_two"]).format(low=alone(1, "gen"), high=alone(2, "gen"), plural=plural)
    if low is not None and high is not None and low != high:
        return str(words["range"]).format(low=alone(low, "gen"), high=write(high, "gen"))
    known = low if low is not None else high or 0
    if quantity.sort == "exact":
        return write(known, case)
    return str(words[quantity.sort]).format(write(known, "gen"))


def definite(language: Language, quantity: Quantity, measure: Measure) -> str:
    """Things told before, all of them: العمليات الـ38, العمليتان; "all 38", "both"."""
    n = quantity.largest
    if language.lang == "en":
        return {1: "the one", 2: "both"}.get(n, f"all {counted.number_en(n)}")
    return count_ar(n, Noun(**language.measure(measure)["noun"]), indefinite=False, digits=n > counted.IN_WORDS)


def _plural(language: Language, measure: Measure, style: Style) -> str:
    """The plural of what is counted, in the genitive, with what a style sets beside it."""
    noun = _noun(language, measure, style)
    if language.lang == "ar":
        return plural_ar(Noun(**noun), "gen")
    return "others" if style == "others" else _described(language, style) + str(noun["plural"])


def _noun(language: Language, measure: Measure, style: Style) -> dict[str, Any]:
    words = language.measure(measure)
    held: dict[str, Any] = words.get("toll", words["noun"]) if style == "toll" else words["noun"]
    return held


def _described(language: Language, style: Style) -> str:
    """ "partnered ", "US-only ", or nothing."""
    return f"{language.words['counting'][style]} " if style in ("joint", "lone") else ""


Writer = Callable[[int, Case], str]


def _writers(language: Language, measure: Measure, style: Style) -> tuple[Writer, Writer]:
    """What writes a number with its noun, and what writes the number alone."""
    held = _noun(language, measure, style)
    if language.lang == "en":
        return _english(held, style, _described(language, style))
    noun = Noun(**held)

    def alone(n: int, case: Case) -> str:
        return counted.number_ar(n, noun.gender, case)

    return _arabic(noun, style, language.words["counting"], alone), alone


def _arabic(noun: Noun, style: Style, words: dict[str, Any], alone: Writer) -> Writer:
    if style == "alone":
        return alone
    if style == "others":
        return lambda n, case: counted.others_ar(n, noun, case)
    if style == "joint":
        return lambda n, case: counted.described_ar(n, noun, words["joint"], case)
    if style == "toll":
        return lambda n, case: counted.toll_ar(n, noun, case)
    return lambda n, case: counted.noun_ar(n, noun, case)


def _english(noun: dict[str, str], style: Style, before: str) -> tuple[Writer, Writer]:
    def alone(n: int, case: Case) -> str:
        return counted.number_en(n)

    if style == "alone":
        return alone, alone
    if style == "others":
        return lambda n, case: counted.others_en(n), alone
    return lambda n, case: counted.noun_en(n, before + noun["singular"], before + noun["plural"]), alone
