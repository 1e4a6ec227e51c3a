"""Why each document of a statement belongs to it, part by part.

For a window the series and the days decide, in whichever language they are said; the other parts say how much else the
document has in common with the rest of the statement. For an event all parts together decide
(:mod:`hasila.tally.linking.links`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from hasila.tally.claim import Claim
from hasila.tally.linking.links import Link, LinkPart, counts_alike, seen_counts, weights
from hasila.tally.linking.mentions import Value
from hasila.tally.result import Statement

_NEAR = timedelta(days=7)


def joined(statement: Statement) -> dict[str, Link]:
    """The link of each document with the rest of the statement, by its key; none for a document that is alone."""
    documents: dict[str, list[Claim]] = {}
    for claim in statement.claims:
        documents.setdefault(claim.document, []).append(claim)
    published = {source.key: source.published for source in statement.sources}
    links = {}
    for key, own in documents.items():
        rest = [claim for claim in statement.claims if claim.document != key]
        if rest:
            days = [day for other, day in published.items() if other != key and day is not None]
            parts = tuple(_parts(statement, own, rest, published.get(key), days))
            score = sum(part.points for part in parts)
            links[key] = Link(parts, score, score >= weights()["threshold"])
    return links


def _parts(
    statement: Statement, own: list[Claim], rest: list[Claim], published: date | None, days: Sequence[date]
) -> Iterator[LinkPart]:
    issuers = {claim.attribution for claim in own} & {claim.attribution for claim in rest} - {None}
    yield _part("issuer-same" if issuers else "issuer-family", ", ".join(sorted(filter(None, issuers))) or _voices(own))
    yield from _days(statement)
    places = {_place(claim) for claim in own} & {_place(claim) for claim in rest}
    if places:
        yield _part("places-shared", ", ".join(sorted(places)))
    ours, theirs = _values(own), _values(rest)
    same = ours & theirs
    yield _part(counts_alike(ours, theirs), seen_counts(same) if same else f"{seen_counts(ours)}")
    if published is not None and days:
        apart = min(abs(published - day) for day in days)
        yield _part("published-near" if apart <= _NEAR else "published-far", f"{apart.days} days apart")
    if {claim.witness for claim in own} & {claim.witness for claim in rest}:
        yield _part("wording-copy", "a copy of another report of it")


def _days(statement: Statement) -> Iterator[LinkPart]:
    if statement.start is None and statement.end is None:
        yield _part("day-none", "no day is said")
    elif statement.start == statement.end:
        yield _part("day-same", str(statement.start))
        yield _part("place-same" if statement.place else "place-country", statement.place or "the country")
    else:
        yield _part("window-same", f"{statement.start or ''}..{statement.end or ''}")


def _part(name: str, seen: str) -> LinkPart:
    return LinkPart(name, weights()[name], seen)


def _voices(claims: Iterable[Claim]) -> str:
    return ", ".join(sorted({claim.attribution or "the outlet itself" for claim in claims}))


def _place(claim: Claim) -> str:
    return claim.cell.place or claim.cell.scope or "no place"


def _values(claims: Iterable[Claim]) -> frozenset[Value]:
    return frozenset((claim.cell.measure, claim.low, claim.high) for claim in claims if claim.modality == "asserted")
