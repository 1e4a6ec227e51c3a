"""Mentions of events gathered into events: whoever speaks of the same deed at the same place on about the same day.

Mentions are compared only with those of the same series on the same day and the days beside it, never each with each.
The best links are made first, and none that would put two named places or days further apart into one event, so that
a report that says only "in Syria" never chains two towns together. What comes out depends on the mentions alone, not
on the order in which they came in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from hasila.tally.claim import Claim
from hasila.tally.linking.links import score, weights
from hasila.tally.linking.mentions import Mention
from hasila.tally.linking.pairs import near
from hasila.tally.record.claims import OPEN


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
        moved = cell._replace(start=self.day, end=self.last, scope=scope, place=place)
        if moved == cell:
            return claim
        basis = "inferred" if claim.basis == OPEN and self.day is not None else claim.basis
        return claim._replace(cell=moved, basis=basis)


@dataclass(frozen=True, slots=True)
class Linked:
    """Mentions that were compared, in the order of what they say, and their links by their places there, best first.

    ``alone`` are those that nothing was near to.
    """

    compared: Sequence[Mention]
    links: Sequence[tuple[int, int]]
    alone: Sequence[Mention]


def linked(found: Sequence[Mention]) -> Linked:
    """Which mentions speak of one deed, each pair by itself."""

    @cache
    def order(at: int) -> str:
        return found[at].order()

    pairs = set(near(found, order))
    involved = sorted({at for pair in pairs for at in pair}, key=order)
    rank = {at: number for number, at in enumerate(involved)}
    threshold = weights()["threshold"]
    links = []
    for one, other in pairs:
        points = score(found[one], found[other])
        if points is not None and points >= threshold:
            links.append((-points, *sorted((rank[one], rank[other]))))
    alone = [mention for at, mention in enumerate(found) if at not in rank]
    return Linked([found[at] for at in involved], [(one, other) for _, one, other in sorted(links)], alone)


def events(held: Linked) -> list[Event]:
    """The mentions as events, in no particular order."""
    clusters = _Clusters(held.compared)
    for first, second in held.links:
        clusters.join(first, second)
    return [*(_event([mention]) for mention in held.alone), *map(_event, clusters.members())]


_DAY = timedelta(days=1)


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
