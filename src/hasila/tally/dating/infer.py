"""Which window the figures of a report without days are of: the known windows ranked by how well they fit.

The undated 48 operations, 22 killed and 25 detained fit February 2023 in all three cells; October 2023 has 48
operations too, but five killed. What is inferred is never used silently: its claims have the basis "inferred" and
weigh nothing against stated ones until somebody accepts the period.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources

from hasila.tally.claim import Cell, Claim
from hasila.tally.dating.told import NOTHING, Told
from hasila.tally.linking.mentions import base_of
from hasila.tally.linking.statements import is_event, statement_id
from hasila.tally.record.claims import OPEN
from hasila.tally.record.joint import ALL
from hasila.tally.result import Statement

_Window = tuple[date | None, date | None]
_Value = tuple[int | None, int | None]
_SOON = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a score: its name in ``fits.tsv``, its points, and what it saw."""

    name: str
    points: int
    seen: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A window that the figures may be of. ``score`` is the sum of the points of ``why``.

    ``fits`` are the claims whose cells the window has with the same count, ``contradicts`` those of which it has
    another, ``unknown`` those of whose cells nothing is known. ``others`` are second counts of a cell that fits: a
    report that recalls the month before speaks of two windows.
    """

    period: _Window
    statement: str
    score: int
    fits: tuple[Claim, ...]
    contradicts: tuple[Claim, ...]
    unknown: tuple[Claim, ...]
    others: tuple[Claim, ...]
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class KnownWindow:
    """What is known of one window: the days on which its figures came out, and the counts of its cells, whose own days
    are left out."""

    series: str
    start: date | None
    end: date | None
    published: frozenset[date]
    said: frozenset[tuple[Cell, int | None, int | None]]


def known_windows(statements: Iterable[Statement]) -> Iterator[KnownWindow]:
    """The windows that somebody stated a count of."""
    for statement in statements:
        counts = {(one.cell, one.low, one.high) for one in statement.claims if _is_known(one)}
        said = frozenset([(_bare(cell), low, high) for cell, low, high in counts])
        if said:
            days = frozenset([source.published for source in statement.sources if source.published is not None])
            yield KnownWindow(base_of(statement.series), statement.start, statement.end, days, said)


def _is_known(claim: Claim) -> bool:
    usable = claim.modality == "asserted" and not claim.subset and claim.low is not None
    return usable and not is_event(claim) and claim.basis not in (OPEN, "inferred")


class Known:
    """The windows and what they say of each cell, looked up by cell and by count."""

    def __init__(self, windows: Iterable[KnownWindow]) -> None:
        self.windows: dict[str, dict[_Window, KnownWindow]] = defaultdict(dict)
        self._said: dict[Cell, dict[_Window, set[_Value]]] = defaultdict(lambda: defaultdict(set))
        for window in windows:
            days = window.start, window.end
            self.windows[window.series][days] = window
            for cell, low, high in window.said:
                self._said[cell][days].add((low, high))

    def said(self, claim: Claim) -> Mapping[_Window, set[_Value]]:
        """What each window says of a claim's cell."""
        return self._said.get(_bare(claim.cell), {})


def infer(
    claims: Iterable[Claim],
    known: Known,
    told: Told = NOTHING,
    published: date | None = None,
    refused: frozenset[_Window] = frozenset(),
) -> tuple[Candidate, ...]:
    """The windows in which at least one of the claims fits, the likeliest first; ties go to the earlier window.

    ``claims`` are those of one report (or of copies) that say no days; ``told`` the words for time of its text;
    ``published`` its day of publication where that is known; ``refused`` windows that somebody rejected.
    """
    held = _distinct(claims)
    verdicts = {claim.id: _verdicts(claim, known) for claim in held}
    windows = {window for found in verdicts.values() for window, share in found.items() if share} - refused
    known_ones = known.windows.get(_series(held), {})
    candidates = [
        _candidate(known_ones[window], held, verdicts, told, published) for window in windows if window in known_ones
    ]
    return tuple(sorted(candidates, key=lambda one: (-one.score, one.period[0] or date.min, one.period[1] or date.max)))


def clear(candidates: Sequence[Candidate]) -> Candidate | None:
    """The first candidate, if enough of its claims fit and it is well ahead of the second.

    Enough are two, or all that there are; and several for each claim that contradicts, which may be a misprint.
    """
    if not candidates or candidates[0].score <= 0:
        return None
    first = candidates[0]
    ahead = len(candidates) < 2 or first.score - candidates[1].score >= weights()["clear"]
    return first if ahead and _has_enough(first) else None


def may_be_clear(candidates: Iterable[Candidate]) -> bool:
    """Whether enough claims fit for one of the candidates, whatever else speaks for or against it."""
    return any(map(_has_enough, candidates))


def _has_enough(candidate: Candidate) -> bool:
    if len(candidate.fits) < 2 and (candidate.unknown or candidate.others):
        return False
    return len(candidate.fits) >= weights()["clear-fits"] * len(candidate.contradicts)


@cache
def weights() -> dict[str, float]:
    """The points of each part."""
    text = (resources.files("hasila.tally.dating") / "fits.tsv").read_text(encoding="utf-8")
    return {line.split("\t")[0]: float(line.split("\t")[1]) for line in text.split("\n")[1:] if line}


def _bare(cell: Cell) -> Cell:
    return Cell(cell.series, cell.measure, cell.scope, cell.place, cell.mode, None, None)


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    """The claims with a count, each count once: one that holds for both modes by itself is asked for those only."""
    usable = [one for one in claims if one.modality == "asserted" and not one.subset and one.low is not None]
    both = {claim.id.removesuffix(ALL) for claim in usable if claim.id.endswith(ALL)}
    said: dict[tuple[Cell, _Value], Claim] = {}
    for claim in sorted(usable, key=lambda one: one.id):
        if claim.id not in both:
            said.setdefault((claim.cell, (claim.low, claim.high)), claim)
    return list(said.values())


def _series(claims: list[Claim]) -> str:
    counts = Counter(base_of(claim.cell.series) for claim in claims)
    return min(counts, key=lambda name: (-counts[name], name), default="")


def _verdicts(claim: Claim, known: Known) -> dict[_Window, float]:
    """How well each window that knows the claim's cell agrees: 1 the same count, less where inexact, 0 another."""
    return {window: max(_share(claim, value) for value in said) for window, said in known.said(claim).items()}


def _share(claim: Claim, value: _Value) -> float:
    if (claim.low, claim.high) == value:
        return 1.0
    slack = (claim.low or 0) // 10 if claim.qualifier == "about" else 0
    low = max((claim.low or 0) - slack, value[0] or 0)
    highs = (None if claim.high is None else claim.high + slack, value[1])
    return weights()["fits-loosely"] if all(high is None or low <= high for high in highs) else 0.0


def _candidate(
    known: KnownWindow,
    claims: list[Claim],
    verdicts: Mapping[str, Mapping[_Window, float]],
    told: Told,
    published: date | None,
) -> Candidate:
    window = known.start, known.end
    best = _best(window, claims, verdicts)
    fits = tuple(claim for claim in claims if best.get(claim.cell) is claim)
    unknown = tuple(claim for claim in claims if window not in verdicts[claim.id])
    others = tuple(claim for claim in claims if best.get(claim.cell, claim) is not claim)
    contradicts = tuple(claim for claim in claims if window in verdicts[claim.id] and claim.cell not in best)
    why = (
        *(_fit(claim, verdicts[claim.id], window) for claim in fits),
        *(_reason("contradicts", _named(claim)) for claim in contradicts),
        *(_reason("second-count", _named(claim)) for claim in others),
        *_of_words(known, told),
        *_of_publication(window, published),
    )
    score = sum(one.points for one in why)
    return Candidate(window, statement_id(known.series, *window), score, fits, contradicts, unknown, others, why)


def _best(window: _Window, claims: list[Claim], verdicts: Mapping[str, Mapping[_Window, float]]) -> dict[Cell, Claim]:
    """For each cell in which the window fits the claim that fits best, the first of several."""
    best: dict[Cell, Claim] = {}
    for claim in claims:
        share = verdicts[claim.id].get(window, 0.0)
        if share and (claim.cell not in best or share > verdicts[best[claim.cell].id][window]):
            best[claim.cell] = claim
    return best


def _fit(claim: Claim, verdicts: Mapping[_Window, float], window: _Window) -> Reason:
    points = weights()
    alike = sum(1 for share in verdicts.values() if share)
    bits = math.log2((len(verdicts) + 1) / alike)
    worth = min(points["fits"] * bits, points["fits-at-most"]) * verdicts[window]
    others = f"{alike - 1} of {len(verdicts) - 1} other windows fit too" if len(verdicts) > 1 else "the only window"
    return Reason("fits", round(worth), f"{_named(claim)}: {others}")


def _of_words(known: KnownWindow, told: Told) -> Iterator[Reason]:
    days = sorted(known.published)
    means = told.means(known.start, known.end, days)
    if means is not None:
        yield _reason("words" if means else "words-against", ", ".join(_words(told)))
    if told.weekdays and days:
        same = min(days).weekday() in told.weekdays
        yield _reason("weekday" if same else "weekday-against", f"published {min(days):%A} {min(days)}")


def _words(told: Told) -> Iterator[str]:
    for mention in told.periods:
        yield " ".join(told.forms[mention.start : mention.end])


def _of_publication(window: _Window, published: date | None) -> Iterator[Reason]:
    start, end = window
    if published is None:
        return
    seen = f"published {published}"
    if start is not None and published < start:
        yield _reason("before", seen)
    elif end is not None:
        yield _reason("soon" if published <= end + _SOON else "late", seen)


def _reason(name: str, seen: str) -> Reason:
    return Reason(name, round(weights()[name]), seen)


def _named(claim: Claim) -> str:
    count = claim.low if claim.low == claim.high else f"{claim.low}.."
    where = claim.cell.place or claim.cell.scope
    return f"{count} {claim.cell.measure}" + (f" in {where}" if where else "")
