"""Mentions of events gathered into events: whoever speaks of the same deed at the same place on about the same day.

Mentions are compared only with those of the same series on the same day and the days beside it, never each with each.
The best links are made first, and none that would put two named places or days further apart into one event, so that
a report that says only "in Syria" never chains two towns together. What comes out depends on the mentions alone, not
on the order in which they came in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations, pairwise

from hasila.tally.claim import Claim, Source
from hasila.tally.claims import OPEN
from hasila.tally.links import Mention, Value, score, weights

_DAY = timedelta(days=1)
_LATE = 60
"""Days within which a count is still taken back."""
_COUNTS = 6
"""How many of its largest counts a mention without a day is known by."""
_FEW = 8
"""How many mentions stand for all those of one place and day that share a count."""

_Pair = tuple[int, int]
_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Mentions of one deed, with the day and the place that they leave; None where none says one."""

    series: str
    day: date | None
    last: date | None
    scope: str | None
    place: str | None
    mentions: tuple[Mention, ...]

    def claims(self) -> Iterator[Claim]:
        """The claims, all of the event's own day and place, so that they speak of the same cells.

        A claim that said no day is placed by the others: its basis is "inferred".
        """
        for mention in self.mentions:
            for claim in mention.claims:
                yield self._aligned(claim)

    def _aligned(self, claim: Claim) -> Claim:
        cell = claim.cell
        if cell.start == self.day and cell.end == self.last and cell.scope == self.scope and cell.place == self.place:
            return claim
        place = self.place if cell.place is None and cell.scope in (None, self.scope) else cell.place
        scope = cell.scope or self.scope
        moved = replace(cell, start=self.day, end=self.last, scope=scope, place=place)
        if moved == cell:
            return claim
        basis = "inferred" if claim.basis == OPEN and self.day is not None else claim.basis
        return replace(claim, cell=moved, basis=basis)


def base_of(series: str) -> str:
    """The bookkeeper of a series, whoever the victims are: "coalition" of "coalition: civilians"."""
    return series.partition(": ")[0]


def mentions(claims: Iterable[Claim], sources: Mapping[str, Source]) -> list[Mention]:
    """What each document says of each day and place; documents that say it in the same numbers are one mention."""
    said: dict[tuple[str, str, date | None, date | None], list[Claim]] = {}
    for claim in claims:
        cell = claim.cell
        about = claim.document, base_of(cell.series), cell.start, cell.end
        held = said.get(about)
        if held is None:
            said[about] = [claim]
        else:
            held.append(claim)
    same: dict[_Key, list[Claim]] = defaultdict(list)
    for (document, series, start, end), together in said.items():
        stated = start is not None or end is not None
        source = sources.get(document)
        day = start or end or (source.published if source is not None else None)
        for (scope, place), held in _by_place(together, not stated):
            same[series, day, stated, scope, place, *_values(held)] += held
    return [_mention(key, held) for key, held in same.items()]


def _values(claims: list[Claim]) -> tuple[frozenset[Value], frozenset[Value]]:
    """The counts that are given, and those that are taken back."""
    given = frozenset([(one.cell.measure, one.low, one.high) for one in claims if one.modality == "asserted"])
    if len(given) == len(claims):
        return given, frozenset()
    return given, frozenset([(one.cell.measure, one.low, one.high) for one in claims if one.modality == "denied"])


def _by_place(claims: list[Claim], undated: bool) -> Iterable[tuple[tuple[str | None, str | None], list[Claim]]]:
    """Countries beside their total are one mention with it, as are all countries of a report without days."""
    if len(claims) == 1:
        return [((claims[0].cell.scope, claims[0].cell.place), claims)]
    held: dict[tuple[str | None, str | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        held[claim.cell.scope, claim.cell.place].append(claim)
    wholes = [scope for scope, place in held if place is None]
    if len(wholes) > 1 and (undated or any("+" in (scope or "") for scope in wholes)):
        widest = max(wholes, key=lambda scope: (len(scope or ""), scope or ""))
        for scope in wholes:
            if scope != widest:
                held[widest, None] += held.pop((scope, None))
    return held.items()


def _mention(key: _Key, held: list[Claim]) -> Mention:
    issuers = frozenset([claim.attribution for claim in held])
    witnesses = frozenset([claim.witness for claim in held])
    return Mention(*key, issuers, witnesses, tuple(held))  # type: ignore[arg-type, call-arg]


def events(found: Sequence[Mention]) -> list[Event]:
    """The mentions as events, in no particular order."""
    pairs = set(_near(found))
    involved = sorted({at for pair in pairs for at in pair}, key=lambda at: found[at].order())
    rank = {at: number for number, at in enumerate(involved)}
    clusters = _Clusters([found[at] for at in involved])
    threshold = weights()["threshold"]
    links = []
    for one, other in pairs:
        points = score(found[one], found[other])
        if points is not None and points >= threshold:
            links.append((-points, *sorted((rank[one], rank[other]))))
    for _, first, second in sorted(links):
        clusters.join(first, second)
    alone = (_event([mention]) for at, mention in enumerate(found) if at not in rank)
    return [*alone, *map(_event, clusters.members())]


def _near(found: Sequence[Mention]) -> Iterator[_Pair]:
    """Pairs worth comparing. Each shares something without which no link reaches the threshold."""
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
        yield from _chained(held, found)
    for (series, day, key), held in counts.items():
        following = counts.get((series, day + _DAY, key))
        if following is not None or len(held) > 1:
            groups = _groups(held, found)
            yield from _of_a_day(groups)
            yield from _between(groups, _groups(following or [], found))
    yield from _undated(found)
    yield from _taken_back(found)


def _known_by(mention: Mention, inexact: Set[_Key]) -> Iterator[_Key]:
    """What mentions of one event share: a count, or its measure where somebody is inexact that day."""
    for value in mention.values:
        if value[1] is not None and value[1] == value[2]:
            yield value
        if inexact and (mention.series, mention.day, value[0]) in inexact:
            yield (value[0],)


def _chained(held: list[int], found: Sequence[Mention]) -> Iterator[_Pair]:
    """One after the other, where all links hold anyway."""
    return pairwise(held if len(held) < 3 else sorted(held, key=lambda at: found[at].order()))


def _groups(held: list[int], found: Sequence[Mention]) -> list[list[int]]:
    """By place, and within it by what they say."""
    groups: dict[_Key, list[int]] = defaultdict(list)
    for at in held if len(held) < 2 else sorted(held, key=lambda at: found[at].order()):
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


def _undated(found: Sequence[Mention]) -> Iterator[_Pair]:
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
        yield from _chained(held, found)


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
    return 0 <= (taken_back.day - given.day).days <= (1 if taken_back.stated else _LATE)


class _Clusters:
    """Which mentions are together. Two clusters join only if one day and one named place are left."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._of = list(range(len(mentions)))
        self._held: list[list[int]] = [[at] for at in self._of]
        self._places = [{(one.scope, one.place)} if one.place is not None else set() for one in mentions]
        self._days = [{one.day} if one.stated else set() for one in mentions]

    def join(self, one: int, other: int) -> None:
        kept, gone = sorted((self._of[one], self._of[other]))
        places, days = self._places[kept] | self._places[gone], self._days[kept] | self._days[gone]
        known = [day for day in days if day is not None]
        if kept == gone or len(places) > 1 or (known and max(known) - min(known) > _DAY):
            return
        self._places[kept], self._days[kept] = places, days
        self._held[kept] += self._held[gone]
        for at in self._held[gone]:
            self._of[at] = kept
        self._held[gone] = []

    def members(self) -> Iterator[list[Mention]]:
        for held in self._held:
            if held:
                yield [self._mentions[at] for at in sorted(held)]


def _event(members: list[Mention]) -> Event:
    """The day that most witnesses name, the earlier of several; the place that is named, and the largest country."""
    series = members[0].series
    windows = {
        (claim.witness, claim.cell.start or claim.cell.end, claim.cell.end or claim.cell.start)
        for mention in members
        if mention.stated
        for claim in mention.claims
    }
    days = Counter([(start, end) for _, start, end in windows])
    day, last = min(days, key=lambda window: (-days[window], window), default=(None, None))
    if len(members) == 1:
        return Event(series, day, last, members[0].scope, members[0].place, (members[0],))
    named = [mention for mention in members if mention.place is not None]
    where = named[0] if named else max(members, key=lambda mention: (len(mention.scope or ""), mention.scope or ""))
    return Event(series, day, last, where.scope, where.place, tuple(members))
