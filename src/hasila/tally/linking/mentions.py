"""What each document says of one event: its claims of one day and place, as one mention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from hasila.tally.claim import Claim, Source

Value = tuple[str, int | None, int | None]
"""What is counted, and the least and the most that it can be."""


@dataclass(frozen=True, slots=True)
class Mention:
    """What a document says of one event, or several documents in the same numbers.

    ``day`` is the day that they name
    (``stated``) or else that of publication, None where neither is known; ``denied`` are the counts that are taken
    back.
    """

    series: str
    day: date | None
    stated: bool
    scope: str | None
    place: str | None
    values: frozenset[Value]
    denied: frozenset[Value]
    issuers: frozenset[str | None]
    witnesses: frozenset[str]
    claims: tuple[Claim, ...]

    def order(self) -> str:
        """What orders mentions by what they say, whatever order documents came in."""
        said = self.series, self.day, self.stated, self.scope, self.place
        return repr((said, sorted(self.values, key=repr), sorted(self.denied, key=repr)))


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
    same: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
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


def _mention(key: tuple[object, ...], held: list[Claim]) -> Mention:
    issuers = frozenset([claim.attribution for claim in held])
    witnesses = frozenset([claim.witness for claim in held])
    return Mention(*key, issuers, witnesses, tuple(held))  # type: ignore[arg-type, call-arg]
