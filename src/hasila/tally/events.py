"""Mentions of events gathered into events: whoever speaks of the same deed at the same place on about the same day.

Mentions are compared only with those of the same series on the same day and the days beside it, never each with each.
The best links are made first, and none that would put two named places or days further apart into one event, so that
a report that says only "in Syria" never chains two towns together. What comes out depends on the mentions alone, not
on the order in which they came in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
            given = frozenset(_value(claim) for claim in held if claim.modality == "asserted")
            denied = frozenset(_value(claim) for claim in held if claim.modality == "denied")
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


def _mention(key: tuple[object, ...], held: list[Claim]) -> Mention:
    held.sort(key=lambda claim: claim.id)
    issuers = frozenset(claim.attribution for claim in held)
    witnesses = frozenset(claim.witness for claim in held)
    return Mention(*key, issuers, witnesses, tuple(held))  # type: ignore[call-arg, arg-type]


def _value(claim: Claim) -> Value:
    return claim.cell.measure, claim.low, claim.high


def events(found: Sequence[Mention]) -> list[Event]:
    """The mentions as events, in no particular order."""
    ordered = sorted(found, key=lambda mention: (mention.day or date.min, mention.key))
    clusters = _Clusters(ordered)
    threshold = weights()["threshold"]
    links = []
    for one, other in _near(ordered):
        points = score(ordered[one], ordered[other])
        if points is not None and points >= threshold:
            links.append((-points, one, other))
    for _, one, other in sorted(links):
        clusters.join(one, other)
    return [_event(members) for members in clusters.members()]


def _near(ordered: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: of one series, at most a day apart; and whoever takes back a count with those who gave
    it."""
    days: dict[tuple[str, date], list[int]] = defaultdict(list)
    for at, mention in enumerate(ordered):
        if mention.day is not None:
            days[mention.series, mention.day].append(at)
    for (series, day), held in days.items():
        following = days.get((series, day + _DAY), ())
        for number, one in enumerate(held):
            for other in held[number + 1 :]:
                yield one, other
            for other in following:
                yield one, other
    yield from _undated(ordered)
    yield from _taken_back(ordered)


def _undated(ordered: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Mentions without any day that share two counts, or words."""
    shared: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, mention in enumerate(ordered):
        if mention.day is None:
            counts = sorted(
                (value for value in mention.values if value[1] is not None), key=lambda value: -(value[1] or 0)
            )
            for pair in combinations(sorted(counts[:_COUNTS]), 2):
                shared[mention.series, mention.scope, mention.place, *pair].append(at)
            for witness in mention.witnesses:
                shared[mention.series, mention.scope, mention.place, witness].append(at)
    for held in shared.values():
        yield from pairwise(held)


def _taken_back(ordered: Sequence[Mention]) -> Iterator[tuple[int, int]]:
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
    days = Counter(
        (claim.cell.start or claim.cell.end, claim.cell.end or claim.cell.start)
        for mention in members
        if mention.stated
        for claim in {claim.witness: claim for claim in mention.claims}.values()
    )
    day, last = min(days, key=lambda window: (-days[window], window)) if days else (None, None)
    named = [mention for mention in members if mention.place is not None]
    where = named[0] if named else max(members, key=lambda mention: (len(mention.scope or ""), mention.scope or ""))
    return Event(members[0].series, day, last, where.scope, where.place, tuple(members))
