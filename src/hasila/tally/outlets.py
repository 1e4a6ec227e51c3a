"""How far what each outlet said can be relied on: how much of it stands, what it copied, and how it errs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import urlsplit

from hasila.tally.claim import Claim, Source
from hasila.tally.reasons import given
from hasila.tally.rows import Book, stated_of
from hasila.tally.slips import slip_of
from hasila.tally.solving.settled import Standing
from hasila.tally.tally import Tallied
from hasila.tally.why import Slip, SlipKind

Fate = Literal["agreed", "alone", "set aside", "undecided", "corrected"]
"""What became of a claim: it stands and others say the same, it stands by itself, it doesn't stand, nothing decides, or
its issuer corrected it later."""

_STANDINGS = ("official", "reference", "agency", "outlet")


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim and what became of it, with the likeliest slip where it doesn't stand."""

    claim: Claim
    outlet: str
    fate: Fate
    instead: int | None
    slip: Slip | None


@dataclass(frozen=True, slots=True)
class Fault:
    """An error that an outlet made, and the claims in which it did; None is one that nothing explains."""

    kind: SlipKind | None
    claims: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """What became of the claims of one outlet.

    ``copies`` counts its documents of which another outlet printed the text before (or on the same day, and is nearer
    to the source), ``copied`` those of each of these outlets, the commonest first. ``fates`` count its claims by what
    became of them, ``faults`` those set aside by the likeliest slip, the commonest first.
    """

    name: str
    documents: int
    copies: int
    fates: Mapping[Fate, int]
    faults: tuple[Fault, ...]
    copied: tuple[tuple[str, int], ...] = ()

    @property
    def claims(self) -> int:
        """How many of its claims were judged."""
        return sum(self.fates.values())

    @property
    def share(self) -> float | None:
        """The share that stands of the claims about which something is decided; None where there are none."""
        stand = self.fates.get("agreed", 0) + self.fates.get("alone", 0)
        decided = stand + self.fates.get("set aside", 0)
        return stand / decided if decided else None


def outlets(made: Tallied) -> tuple[Outlet, ...]:
    """Every outlet of a tally, those with most claims first."""
    sources = made.tally.sources
    judged: dict[str, list[Judged]] = defaultdict(list)
    for book in made.books:
        for one in _judged(book, sources):
            judged[one.outlet].append(one)
    documents: dict[str, list[str]] = defaultdict(list)
    for key, source in sources.items():
        documents[outlet_of(source)].append(key)
    copied: dict[str, Counter[str]] = defaultdict(Counter)
    for copy, first in _copies(made):
        copied[outlet_of(copy)][outlet_of(first)] += 1
    found = [_outlet(name, len(keys), copied[name], judged[name]) for name, keys in documents.items()]
    return tuple(sorted(found, key=lambda outlet: (-outlet.claims, outlet.name)))


def outlet_of(source: Source) -> str:
    """The outlet of a document; the domain of its address or its own id where none is given."""
    host = (urlsplit(source.url).hostname or "") if source.url else ""
    return source.outlet or host.removeprefix("www.") or source.id


def _outlet(name: str, documents: int, copied: Counter[str], judged: Sequence[Judged]) -> Outlet:
    faults: dict[SlipKind | None, list[Judged]] = defaultdict(list)
    for one in judged:
        if one.fate == "set aside":
            faults[one.slip.kind if one.slip is not None else None].append(one)
    order = sorted(faults.items(), key=lambda pair: (-len(pair[1]), pair[0] or "~"))
    return Outlet(
        name,
        documents,
        copied.total(),
        Counter(one.fate for one in judged),
        tuple(Fault(kind, tuple(sorted(held, key=lambda one: one.claim.id))) for kind, held in order),
        tuple(sorted(copied.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def _judged(book: Book, sources: Mapping[str, Source]) -> Iterator[Judged]:
    """Every figure of a book once, though it may speak of two cells.

    One whose period was inferred is left out: it was put where it fits, so that it fits says nothing.
    """
    for claim in book.corrected:
        yield Judged(claim, outlet_of(sources[claim.document]), "corrected", book.corrected[claim].low, None)
    for standings in book.settled.standings().values():
        kept = [claim for one in standings if one.never_dropped for claim in one.assertion.claims]
        witnesses = {claim.witness for claim in stated_of(kept)}
        for standing in standings:
            yield from _of_standing(book, standing, len(witnesses), sources)


def _of_standing(book: Book, standing: Standing, witnesses: int, sources: Mapping[str, Source]) -> Iterator[Judged]:
    judged = (claim for claim in standing.assertion.claims if claim.basis != "inferred")
    claims = [claim for claim in judged if not claim.id.endswith("/all")]
    if standing.always_dropped:
        instead = given(book.settled, standing)
        for claim in claims:
            source = sources[claim.document]
            own = claim.attribution is None and source.standing in ("agency", "outlet")
            slip = slip_of(book.settled, standing.assertion, instead, own)
            yield Judged(claim, outlet_of(source), "set aside", instead, slip)
        return
    fate: Fate = "undecided" if not standing.never_dropped else "agreed" if witnesses > 1 else "alone"
    for claim in claims:
        yield Judged(claim, outlet_of(sources[claim.document]), fate, None, None)


def _copies(made: Tallied) -> Iterator[tuple[Source, Source]]:
    """The documents that another outlet's document of the same witness was before, each with that one."""
    sources = made.tally.sources
    for group in _groups(made):
        first, *others = sorted((sources[key] for key in group), key=_earliest)
        yield from ((source, first) for source in others if outlet_of(source) != outlet_of(first))


def _earliest(source: Source) -> tuple[date, int, str]:
    return source.published or date.max, _STANDINGS.index(source.standing), source.key


def _groups(made: Tallied) -> Iterable[set[str]]:
    """The documents of each witness that has several."""
    groups: dict[str, set[str]] = {}
    for link in made.copies:
        if link.joins:
            joined = groups.get(link.one, {link.one}) | groups.get(link.other, {link.other})
            groups.update(dict.fromkeys(joined, joined))
    return {min(group): group for group in groups.values()}.values()
