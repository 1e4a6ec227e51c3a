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

from hasila.model import Modality
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
    said: dict[tuple[str, str, date | None, date | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        cell = claim.cell
        said[claim.document, base_of(cell.series), cell.start, cell.end].append(claim)
    same: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for (document, series, start, end), together in said.items():
        source = sources.get(document)
        day = start or end or (source.published if source is not None else None)
        for (scope, place), held in _by_place(together, start is None and end is None).items():
            given = _values(held, "asserted")
            denied = _values(held, "denied")
            same[series, day, (start or end) is not None, scope, place, given, denied].extend(held)
    return [_mention(key, held) for key, held in same.items()]


def _by_place(claims: list[Claim], undated: bool) -> dict[tuple[str | None, str | None], list[Claim]]:
    """Countries beside their total are one mention with it, as are all countries of a report without days."""
    held: dict[tuple[str | None, str | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        held[claim.cell.scope, claim.cell.place].append(claim)
    wholes = [scope for scope, place in held if place is None]
    if len(wholes) > 1 and (undated or any("+" in (scope or "") for scope in wholes)):
        widest = max(wholes, key=lambda scope: (len(scope or ""), scope or ""))
        for scope in wholes:
            if scope != widest:
                held[widest, None] += held.pop((scope, None))
    return held


def _values(claims: list[Claim], modality: Modality) -> tuple[Value, ...]:
    values = {(claim.cell.measure, claim.low, claim.high) for claim in claims if claim.modality == modality}
    return tuple(sorted(values, key=repr)) if len(values) > 1 else tuple(values)


def _mention(key: _Key, held: list[Claim]) -> Mention:
    issuers = frozenset(claim.attribution for claim in held)
    witnesses = frozenset(claim.witness for claim in held)
    *slots, given, denied = key
    return Mention(repr(key), *slots, frozenset(given), frozenset(denied), issuers, witnesses, tuple(held))  # type: ignore[arg-type, call-arg, call-overload]


def events(found: Sequence[Mention]) -> list[Event]:
    """The mentions as events, in no particular order."""
    ordered = sorted(found, key=lambda mention: mention.key)
    clusters = _Clusters(ordered)
    threshold = weights()["threshold"]
    links = []
    for one, other in set(_near(ordered)):
        points = score(ordered[one], ordered[other])
        if points is not None and points >= threshold:
            links.append((-points, one, other))
    for _, one, other in sorted(links):
        clusters.join(one, other)
    return [_event(members) for members in clusters.members()]


def _near(ordered: Sequence[Mention]) -> Iterator[_Pair]:
    """Pairs worth comparing. Each shares something without which no link reaches the threshold."""
    places: dict[_Key, list[int]] = defaultdict(list)
    counts: dict[tuple[str, date, _Key], dict[_Key, list[int]]] = defaultdict(lambda: defaultdict(list))
    inexact = {
        (mention.series, mention.day, value[0]) for mention in ordered for value in mention.values if _is_inexact(value)
    }
    for at, mention in enumerate(ordered):
        if mention.day is not None:
            where = mention.scope, mention.place
            if mention.place is not None:
                places[(mention.series, mention.day, *where)].append(at)
            for value in _known_by(mention, inexact):
                counts[mention.series, mention.day, value][where].append(at)
    for held in places.values():
        yield from pairwise(held)
    for (series, day, value), groups in list(counts.items()):
        yield from _of_a_day(groups)
        following = counts.get((series, day + _DAY, value))
        if following:
            yield from _between(groups.values(), following.values())
    yield from _undated(ordered)
    yield from _taken_back(ordered)


def _is_inexact(value: Value) -> bool:
    return value[1] != value[2]


def _known_by(mention: Mention, inexact: Set[_Key]) -> Iterator[_Key]:
    """What mentions of one event share: a count; its measure, if somebody is inexact that day; or the words."""
    for value in mention.values:
        if value[1] is not None and value[1] == value[2]:
            yield value
        if inexact and (mention.series, mention.day, value[0]) in inexact:
            yield (value[0],)
    for witness in mention.witnesses:
        yield (witness,)


def _of_a_day(groups: Mapping[_Key, list[int]]) -> Iterator[_Pair]:
    """Within a place one after the other, since such links always hold; between places, the first few of each."""
    held = list(groups.values())
    for number, group in enumerate(held):
        yield from pairwise(group)
        yield from _between([group], held[number + 1 :])


def _between(these: Iterable[list[int]], those: Iterable[list[int]]) -> Iterator[_Pair]:
    others = [at for group in those for at in group[:_FEW]]
    for group in these:
        for one in group[:_FEW]:
            for other in others:
                yield (one, other) if one < other else (other, one)


def _undated(ordered: Sequence[Mention]) -> Iterator[_Pair]:
    """Mentions without any day that share two counts, or words."""
    shared: dict[_Key, list[int]] = defaultdict(list)
    for at, mention in enumerate(ordered):
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
        yield from pairwise(held)


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
    named_days = {
        (claim.witness, claim.cell.start or claim.cell.end, claim.cell.end or claim.cell.start)
        for mention in members
        if mention.stated
        for claim in mention.claims
    }
    days = Counter((start, end) for _, start, end in named_days)
    day, last = min(days, key=lambda window: (-days[window], window)) if days else (None, None)
    named = [mention for mention in members if mention.place is not None]
    where = named[0] if named else max(members, key=lambda mention: (len(mention.scope or ""), mention.scope or ""))
    return Event(members[0].series, day, last, where.scope, where.place, tuple(members))
