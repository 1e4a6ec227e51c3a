"""Which mentions are worth comparing: those that share something without which no link reaches the threshold.

Mentions are looked up by what they share, so that a ledger of any size costs as much as it has mentions, and a deed
that a thousand outlets tell of costs a thousand comparisons and not a million.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from datetime import date, timedelta
from itertools import combinations, pairwise

from hasila.tally.linking.mentions import Mention, Value

_DAY = timedelta(days=1)
LATE = 60
"""Days within which a count is still taken back."""
_COUNTS = 6
"""How many of its largest counts a mention without a day is known by."""
_FEW = 8
"""How many mentions stand for all those of one place and day that share a count."""

_Pair = tuple[int, int]
_Key = tuple[object, ...]
_Order = Callable[[int], str]


def near(found: Sequence[Mention], order: _Order) -> Iterator[_Pair]:
    """Pairs of mentions by their places in ``found``, some of them twice; ``order`` sorts by what they say."""
    places: dict[_Key, list[int]] = defaultdict(list)
    counts: dict[tuple[str, date, _Key], list[int]] = defaultdict(list)
    inexact = {
        (mention.series, mention.day, value[0]) for mention in found for value in mention.values if value[1] != value[2]
    }
    for at, mention in enumerate(found):
        if mention.day is not None:
            if mention.place is not None:
                places[mention.series, mention.day, mention.scope, mention.place].append(at)
            for key in _known_by(mention, inexact):
                counts[mention.series, mention.day, key].append(at)
    for held in places.values():
        yield from _chained(held, order)
    for (series, day, key), held in counts.items():
        following = counts.get((series, day + _DAY, key))
        if following is not None or len(held) > 1:
            groups = _groups(held, found, order)
            yield from _of_a_day(groups)
            yield from _between(groups, _groups(following or [], found, order))
    yield from _undated(found, order)
    yield from _taken_back(found)


def _known_by(mention: Mention, inexact: Set[_Key]) -> Iterator[_Key]:
    """What mentions of one event share: a count, or its measure where somebody is inexact that day."""
    for value in mention.values:
        if value[1] is not None and value[1] == value[2]:
            yield value
        if inexact and (mention.series, mention.day, value[0]) in inexact:
            yield (value[0],)


def _chained(held: list[int], order: _Order) -> Iterator[_Pair]:
    """One after the other, where all links hold anyway."""
    return pairwise(held if len(held) < 3 else sorted(held, key=order))


def _groups(held: list[int], found: Sequence[Mention], order: _Order) -> list[list[int]]:
    """By place, and within it by what they say."""
    groups: dict[_Key, list[int]] = defaultdict(list)
    for at in held if len(held) < 2 else sorted(held, key=order):
        groups[found[at].scope, found[at].place].append(at)
    return list(groups.values())


def _of_a_day(groups: list[list[int]]) -> Iterator[_Pair]:
    """Within a place one after the other, since such links always hold; between places, the first few of each."""
    for number, group in enumerate(groups):
        yield from pairwise(group)
        yield from _between([group], groups[number + 1 :])


def _between(these: Iterable[list[int]], those: Iterable[list[int]]) -> Iterator[_Pair]:
    others = [at for group in those for at in group[:_FEW]]
    for group in these:
        for one in group[:_FEW]:
            for other in others:
                yield (one, other) if one < other else (other, one)


def _undated(found: Sequence[Mention], order: _Order) -> Iterator[_Pair]:
    """Mentions without any day that share two counts, or words."""
    shared: dict[_Key, list[int]] = defaultdict(list)
    for at, mention in enumerate(found):
        if mention.day is None:
            about = mention.series, mention.scope, mention.place
            largest = sorted(
                (value for value in mention.values if value[1] is not None), key=lambda value: -(value[1] or 0)
            )
            for pair in combinations(sorted(largest[:_COUNTS], key=repr), 2):
                shared[(*about, *pair)].append(at)
            for witness in mention.witnesses:
                shared[(*about, witness)].append(at)
    for held in shared.values():
        yield from _chained(held, order)


def _taken_back(ordered: Sequence[Mention]) -> Iterator[_Pair]:
    """Whoever takes back a count with those who gave it."""
    if not any(mention.denied for mention in ordered):
        return
    given: dict[tuple[str, Value], list[int]] = defaultdict(list)
    for at, mention in enumerate(ordered):
        for value in mention.values:
            given[mention.series, value].append(at)
    for at, mention in enumerate(ordered):
        for value in mention.denied:
            for other in given.get((mention.series, value), ()):
                if other != at and _before(ordered[other], mention):
                    yield min(at, other), max(at, other)


def _before(given: Mention, taken_back: Mention) -> bool:
    if given.day is None or taken_back.day is None:
        return True
    return 0 <= (taken_back.day - given.day).days <= (1 if taken_back.stated else LATE)
