"""Find what is counted: numbers, duals and single nouns, with their nouns and qualifiers.

A count has no measure yet; :mod:`hasila.reading.binding` decides under which action it falls, or that it is no figure.
"""

from __future__ import annotations

from dataclasses import replace

from hasila.lexicon.markers import markers
from hasila.lexicon.words import Noun
from hasila.reading.count import CLOSE, DIFFERENCE, ONE, OPEN, Count
from hasila.reading.governors import SMALL
from hasila.reading.hundreds import add_up, completes
from hasila.reading.nouns import attach_noun
from hasila.reading.page import Page
from hasila.reading.qualifiers import qualify_after, qualify_before, read_range, restated
from hasila.reading.rejects import aged, difference, no_count, pronoun, rated, ten_of_nth
from hasila.reading.singles import (
    another,
    any_of,
    as_many,
    both_of,
    construct_dual,
    from_dual,
    from_pronoun,
    from_single,
    nobody,
    nominative_construct,
    none_of,
    one_of_them,
    settled_dual,
)
from hasila.values.numbers import number_forms, read_number

_ANY_OF = markers("any-of")
_YEARS = range(1980, 2040)
_ANOTHER = markers("another")
_AS_MANY = markers("as-many")
_PRONOUNS = markers("count-pronoun")
_ONE_OF_THEM = markers("one-of-them")


def find_counts(page: Page, start: int, end: int) -> list[Count]:
    """The counts of one sentence, tokens [start, end), in order."""
    counts: list[Count] = []
    free = start
    for at in page.countable(start, end):
        if at < free:
            continue
        if at in page.dated:
            count = both_of(page, at, start) if at in page.date_at else None
        else:
            count = _count_at(page, at, start, end, counts)
        if count is not None:
            if counts and count.start < counts[-1].end and not count.skip:
                counts[-1].of, counts[-1].end = count.low, count.end  # "ستة من أصل الجنود التسعة": of how many
                if count.noun is not None and count.noun.kind == "casualty":
                    counts.append(count)  # "اثنان من الجرحى الأربعة": the four were hurt
            elif counts and completes(page, counts[-1], count):
                add_up(counts[-1], count)
            elif not count.skip:
                counts.append(count)
            free = max(count.end, at + 1)
    return counts


def _count_at(page: Page, at: int, start: int, end: int, before: list[Count]) -> Count | None:
    form = page.form[at]
    name = page.name_at.get(at)
    if at in page.inside and page.noun(at) is None and page.inside[at].end - page.inside[at].start > 1:
        return None
    if form in _ONE_OF_THEM:
        return one_of_them(page, at, start)
    if form in _ANY_OF:
        one = nobody(page, at, start) or any_of(page, at, end)
        if one is not None:
            return one
    if form[0].isdigit() or form in number_forms():
        return _from_number(page, at, start, end, before)
    if form in _PRONOUNS:
        return from_pronoun(page, at, start, end, before)
    if form in _AS_MANY:
        return as_many(page, at, end, before)
    if page.cue(at, "twice"):
        return Count(at, at + 1, (at, at + 1), 2, 2, conj=True, rules=["ar-twice"])
    if form == "no" or form in ("اي", "ايه"):
        return none_of(page, at, start, end)
    noun = page.noun(at)
    if noun is None:
        return another(page, at, start, before) if form in _ANOTHER else None
    if noun.number in ("dual", "dual?") and (
        form in SMALL or _beside_plural(page, at) or _named(page, at) or _describes_two(page, noun, at, before)
    ):
        return None
    both = noun.number == "dual" and at + 1 < end and page.form[at + 1].endswith("هما")
    if (name is not None and name.end == at + 1 and not both) or page.word[at].trigger is not None:  # type: ignore[union-attr]
        return None
    if nominative_construct(page, at, start, end):
        return from_dual(page, at, start, end, noun)
    if noun.number == "construct":
        return from_dual(page, at, start, end, noun) if construct_dual(page, at, start, end) else None
    if noun.number == "dual" or (noun.number == "dual?" and settled_dual(page, at, start, end)):
        return from_dual(page, at, start, end, noun)
    if noun.number == "one" and noun.kind in ("person", "casualty", "event"):
        return from_single(page, at, start, end, noun, before)
    return None


def _beside_plural(page: Page, at: int) -> bool:
    """ "17 من العسكريين والشرطيين": joined to a plural with its article, a plural too."""
    return (
        page.conj[at] != "" and page.lex[at].article and page.lex[at - 1].article and page.form[at - 1].endswith("ين")
    )


def _named(page: Page, at: int) -> bool:
    """حركة طالبان: a dual only in its form."""
    held = page.inside.get(at)
    return held is not None and held.kind == "actor" and held.end - held.start > 1


def _describes_two(page: Page, noun: Noun, at: int, before: list[Count]) -> bool:
    """ "حارسان قتيلان", "طفلين شقيقين": the second dual only describes the two."""
    if page.conj[at]:
        return False
    described = noun.kind in ("casualty", "person")
    return described and bool(before) and before[-1].end == at and before[-1].rules[:1] == ["ar-dual-noun"]


def _from_number(page: Page, at: int, start: int, end: int, before: list[Count]) -> Count | None:
    if ten_of_nth(page, at, start):
        return Count(at, at + 1, (at, at + 1), None, None, skip=True)
    number = read_number(page.form, at)
    if number is None or number.end > end:
        return None
    if not number.whole:
        thousands = _thousands(page, at, number.end, end)
        if thousands is None:
            return Count(at, number.end, (at, number.end), None, None, skip=True)
        number = replace(number, low=thousands, high=thousands)
    stop = number.end
    if no_count(page, at, stop, start, end):
        return Count(at, stop, (at, stop), None, None, skip=True)
    if aged(page, at, stop, before[-1] if before else None, end):
        return Count(at, stop, (at, stop), None, None, skip=True)
    stop = restated(page, stop, number.low, end)
    lead = page.lex[at]
    low, high = number.low, number.high
    if number.style == "vague":
        count = Count(at, stop, (at, stop), None, None, "vague")
    else:
        count = Count(at, stop, (at, stop), low, high)
    count.conj = _conjoined(page, at, start)
    count.definite = lead.form.startswith(("ال", "وال", "بال", "فال")) and number.style != "digits"
    count.rules.append(f"number-{number.style}")
    _wrap(page, count, start, end)
    read_range(page, count, start, end)
    qualify_before(page, count, start)
    attach_noun(page, count, start, end)
    stop = count.end
    qualify_after(page, count, end)
    if count.noun is None and count.group is None and stop < count.end < end and page.form[count.end] in ("من", "of"):
        attach_noun(page, count, start, end)
    count.dead = count.dead or rated(page, count, start, end) or pronoun(page, at, number.end, start, end)
    if difference(page, count, start):
        count.dead = True
        count.rules.append(DIFFERENCE)
    count.skip = (
        _year(page, count)
        or _full_stop(page, count, end)
        or (count.noun is None and page.form[at] in ("الواحد", "الواحده"))
    )
    return count


def _thousands(page: Page, at: int, stop: int, end: int) -> int | None:
    """ "1.272 شخصا", "2.030 آخرين": of people there are no fractions, so the point sets off thousands."""
    whole, point, rest = page.form[at].partition(".")
    if stop - at != 1 or not point or len(rest) != 3 or not (whole + rest).isdecimal() or len(whole) > 3 or stop >= end:
        return None
    noun = page.noun(stop)
    people = noun is not None and noun.kind in ("person", "casualty")
    return int(whole + rest) if people or page.cue(stop, "others") else None


def _year(page: Page, count: Count) -> bool:
    """ "حصيلة 2022", "in the whole of 2024": four bare digits that name a year."""
    first, last = count.number
    plain = count.qualifier == "exact" and count.noun is None and count.group is None and last - first == 1
    unmarked = not (count.subset or count.unknown_noun or count.others)
    return plain and unmarked and count.low in _YEARS and page.form[first].isdigit() and count.end == last


def _full_stop(page: Page, count: Count, end: int) -> bool:
    """ "أصيب 11 آخرون 0": the Arabic full stop of older wires, typed as the digit for zero."""
    return page.form[count.number[0]] == "0" and count.noun is None and count.end == end and not count.conj


def _conjoined(page: Page, at: int, start: int) -> bool:
    if at > start and page.form[at - 1] in ("و", "and", "&", "ف"):
        return True
    return page.form[at][0] == "و" and page.form[at] not in ONE


def _wrap(page: Page, count: Count, start: int, end: int) -> None:
    """Take /22/, (694) and the glued بـ, و, الـ before a number into the evidence."""
    first, last = count.number
    if first > start and last < end and page.form[first - 1] in OPEN and page.form[last] in CLOSE:
        count.start, count.end = first - 1, last + 1
    if count.start > start and page.form[count.start - 1] == "وعدد":  # "وعدد سبعة جنود": the word only marks a number
        count.start, count.conj = count.start - 1, True
    if (
        count.start > start
        and page.form[count.start - 1] in ("ب", "و", "ف", "ل", "ال", "لل", "وال", "بال", "فال")
        and _glued(page, count.start - 1)
    ):
        clitic = page.form[count.start - 1]
        count.conj = count.conj or clitic[0] in "وف"
        count.definite = count.definite or clitic.endswith("ال")
        count.start -= 1


def _glued(page: Page, at: int) -> bool:
    stretched = page.tokens.raw[at].endswith("ـ")  # "الـ 18"
    return stretched or page.tokens.end[at] == page.tokens.start[at + 1] or page.form[at + 1] in OPEN


__all__ = ["Count", "find_counts"]
