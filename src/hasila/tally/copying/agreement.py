"""Whether two documents state the same figures, and whether that can be chance.

Bulletins of different months share nine words in ten; what tells them apart is the numbers and the months. So a copy is
recognised by its figures first, and by its wording after that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from hasila.tally.copying.imprint import Imprint, Mark
from hasila.tally.copying.limits import limits

_ENOUGH = 3
_Value = tuple[str, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How the figures of two documents compare.

    ``shared`` counts the numbers that both state, ``bits`` how much they tell together; ``differing`` those that
    stand against each other (a number of each that the other lacks, of one measure), where two that changed places
    (killed for captured) count as one mistake (``swapped``); ``fewest`` is the smaller of the two documents'
    counts. Of the shared ones, ``same`` have the same days in both, ``other`` different days that both state
    outright, ``adrift`` different days that at least one counted from its own publication. ``elsewhere`` counts
    those said of different countries, ``apart`` those said of differently named places.
    """

    shared: int
    bits: float
    differing: int
    swapped: bool
    fewest: int
    same: int
    other: int
    adrift: int
    elsewhere: int
    apart: int


def agreement(one: Imprint, two: Imprint) -> Agreement:
    """Compare the figures of two documents. The order of the two doesn't matter."""
    ours, theirs = _by_value(one.marks), _by_value(two.marks)
    shared = ours.keys() & theirs.keys()
    left, right = ours.keys() - shared, theirs.keys() - shared
    against, swapped = _against(left, right), _swapped(left, right)
    days = [_days(ours[value], theirs[value]) for value in shared]
    return Agreement(
        len(shared),
        sum(ours[value][0].bits for value in shared),
        1 if swapped else against,
        swapped,
        min(len(ours), len(theirs)),
        days.count("same"),
        days.count("other"),
        days.count("adrift"),
        sum(_elsewhere(ours[value], theirs[value]) for value in shared),
        sum(_apart(ours[value], theirs[value]) for value in shared),
    )


def _by_value(marks: Iterable[Mark]) -> dict[_Value, list[Mark]]:
    found: dict[_Value, list[Mark]] = {}
    for mark in marks:
        found.setdefault(mark.value, []).append(mark)
    return found


def _against(ours: set[_Value], theirs: set[_Value]) -> int:
    """How many numbers of one measure stand against each other."""
    if not ours or not theirs:
        return 0
    return sum((Counter(value[0] for value in ours) & Counter(value[0] for value in theirs)).values())


def _swapped(ours: set[_Value], theirs: set[_Value]) -> bool:
    """Whether two numbers, and nothing else, have changed places."""
    if len(ours) != 2 or len(theirs) != 2 or _against(ours, theirs) != 2:
        return False
    numbers = [sorted(str(value[1:]) for value in side) for side in (ours, theirs)]
    return numbers[0] == numbers[1]


def _days(ours: list[Mark], theirs: list[Mark]) -> str:
    """How the days of one number compare: same, other, adrift, or unknown."""
    found = "unknown"
    for mark, its in product(ours, theirs):
        if mark.start is None or its.start is None:
            continue
        if (mark.start, mark.end) == (its.start, its.end):
            return "same"
        if mark.relative or its.relative:
            found = "adrift"
        elif found == "unknown":
            found = "other"
    return found


def _elsewhere(ours: list[Mark], theirs: list[Mark]) -> bool:
    """Whether one number is said of countries that have nothing in common."""
    return not any(_meet(mark.scope, its.scope) for mark, its in product(ours, theirs))


def _meet(one: str | None, other: str | None) -> bool:
    """Whether two scopes can share a country.

    >>> _meet("IQ+SY", "SY"), _meet("IQ", "SY"), _meet(None, "SY")
    (True, False, True)
    """
    if one is None or other is None or one == other:
        return True
    return not set(one.split("+")).isdisjoint(other.split("+"))


def _apart(ours: list[Mark], theirs: list[Mark]) -> bool:
    """Whether one number is said of places with other names."""
    return not any(
        mark.place is None or its.place is None or mark.place == its.place for mark, its in product(ours, theirs)
    )


def enough_shared(ours: frozenset[int], theirs: frozenset[int]) -> bool:
    """Whether two documents have as many figures in common (by their codes) as copies have at the least."""
    return len(ours & theirs) >= min(_ENOUGH, len(ours), len(theirs))


def same_news(found: Agreement, one: Imprint, two: Imprint, likeness: float) -> bool:
    """Whether the figures allow that the two are one text. ``likeness`` is that of the wording, 0 to 1.

    Without figures on one side there is nothing to go by: such a text bears witness to nothing, and it could have been
    cut from any month's bulletin.
    """
    if not one.marks and not two.marks:
        return one.digits == two.digits
    if found.fewest == 0 or found.shared < min(_ENOUGH, found.fewest):
        return False
    if found.elsewhere * 2 > found.shared:
        return False
    if found.differing:
        return found.differing == 1 and _misprinted(found, one, two, likeness)
    if found.other > found.same:
        return _misdated(found, one, two, likeness)
    return found.bits >= limits().evidence_bits or _same_day(found, one, two, likeness)


def same_words_same_news(found: Agreement, one: Imprint, two: Imprint) -> bool:
    """As :func:`same_news` for two texts that are word for word the same.

    Line breaks in other places can make them read differently; then the fuller reading holds for both.
    """
    read = [{mark.value: mark.bits for mark in side.marks} for side in (one, two)]
    if read[0].keys() == read[1].keys():
        return same_news(found, one, two, 1.0)
    return max(sum(bits.values()) for bits in read) >= limits().evidence_bits or _same_day(found, one, two, 1.0)


def _misdated(found: Agreement, one: Imprint, two: Imprint, likeness: float) -> bool:
    """Whether another month is a misprint: two months have their bulletins weeks apart, whatever their figures."""
    rules, apart = limits(), days_apart(one, two)
    soon = apart is not None and apart <= rules.misprint_days
    return soon and found.bits >= rules.month_bits and likeness >= rules.misprint_likeness


def _misprinted(found: Agreement, one: Imprint, two: Imprint, likeness: float) -> bool:
    """Whether one differing number is a misprint: a long text, otherwise the same, of the same days."""
    rules = limits()
    if found.shared < rules.misprint_agreeing or found.bits < rules.evidence_bits or found.other:
        return False
    if likeness < rules.misprint_likeness or min(one.words, two.words) < rules.misprint_words:
        return False
    apart = days_apart(one, two)
    return apart <= rules.misprint_days if apart is not None else found.same > found.adrift


def _same_day(found: Agreement, one: Imprint, two: Imprint, likeness: float) -> bool:
    """Whether figures that tell little are at least of the same days: as stated, or else by the day of printing."""
    rules, apart = limits(), days_apart(one, two)
    if found.apart * 2 > found.shared:
        return False
    if found.same and not found.adrift:
        return True
    if apart is None:
        return one.digest == two.digest and one.published == two.published
    long = min(one.words, two.words) >= rules.misprint_words and likeness >= rules.misprint_likeness
    return apart <= (rules.misprint_days if long else rules.reprint_days)


def days_apart(one: Imprint, two: Imprint) -> int | None:
    """Days between the publication of two documents; None where either isn't known."""
    if one.published is None or two.published is None:
        return None
    return abs(one.published - two.published)
