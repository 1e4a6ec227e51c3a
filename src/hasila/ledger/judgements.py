"""What each person holds of a figure, and what stands where several have looked at it.

Decisions are rows that stay; what they come to is worked out from them, always in the same way:

- Each person has one judgement of a figure: their last *accept* (it is right as it was read), *reject*, *unsure*, or
  their *corrections*. An *undo* takes back what that person decided from a row on, and what they held before stands
  again. *restore* puts the figure back as it was read: whatever anybody decided until then counts no longer.
- Who is unsure leaves it to those who are not. Where all others say the same, that stands.
- Where they say different things nobody is preferred, least of all whoever spoke last: until somebody *settles* it in
  favour of one of them the figure counts as unsure, so it is shown and weighs nothing.
- What was settled stands, also while a later judgement says something else; then it is open once more.

Which words state the figure (its span) is no part of what it says: corrections of that alone contradict nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from hasila.ledger.decisions import Decision, standing

Verdict = Literal["accept", "reject", "correct", "unsure"]
SPAN = "span"

_VERDICTS: dict[str, Verdict] = {"accept": "accept", "reject": "reject", "correct": "correct", "unsure": "unsure"}
_Says = tuple[Verdict, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one person holds of a figure; ``fields`` are the slots they corrected, ordered by name.

    ``seq``, ``why`` and ``at`` are those of the last row that it rests on.
    """

    who: str
    verdict: Verdict
    fields: tuple[tuple[str, str], ...]
    why: str
    seq: int
    at: datetime | None

    @property
    def says(self) -> _Says:
        """What it says of the number: two people who agree in this agree."""
        fields = tuple(pair for pair in self.fields if pair[0] != SPAN)
        return ("accept" if self.verdict == "correct" and not fields else self.verdict), fields

    def elsewhere(self) -> Judgement:
        """The same judgement of another figure that repeats this one, whose words stand where they stand."""
        return replace(self, fields=tuple(pair for pair in self.fields if pair[0] != SPAN))


@dataclass(frozen=True, slots=True)
class Settlement:
    """A difference that somebody settled: who, why, and whose judgement stands, as it was then."""

    who: str
    why: str
    seq: int
    at: datetime | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Ruling:
    """All that people hold of a figure. ``since`` is the row that put it back as it was read, 0 if none did."""

    judgements: tuple[Judgement, ...] = ()
    settled: Settlement | None = None
    since: int = 0

    @property
    def differ(self) -> bool:
        """Whether people say different things, and nobody has settled it since."""
        return len(self._said()) > 1

    @property
    def stands(self) -> Judgement | None:
        """The judgement that stands; None where nobody has one, or where they differ and nobody has settled it."""
        if self.settled is not None:
            return self.settled.judgement
        if self.differ:
            return None
        sure = [one for one in self.judgements if one.verdict != "unsure"]
        return max(sure or self.judgements, key=lambda one: one.seq, default=None)

    @property
    def unsure(self) -> bool:
        """Whether the figure weighs nothing because of what people say of it."""
        stands = self.stands
        return self.differ if stands is None else stands.verdict == "unsure"

    def of(self, who: str) -> Judgement | None:
        """What one person holds."""
        return next((one for one in self.judgements if one.who == who), None)

    def _said(self) -> set[_Says]:
        after = 0 if self.settled is None else self.settled.seq
        said = {one.says for one in self.judgements if one.verdict != "unsure" and one.seq > after}
        return said if self.settled is None else said | {self.settled.judgement.says}


def ruling_of(rows: Sequence[Decision]) -> Ruling:
    """What people hold of one figure after all the decisions on it, in the order of deciding."""
    kept = standing(rows)
    since = max((_seq(row) for row in kept if row.action == "restore"), default=0)
    held = _judgements(kept, since)
    settling = next((row for row in reversed(kept) if row.action == "settle" and _seq(row) > since), None)
    settled = None if settling is None else _settlement(rows, settling, since)
    return Ruling(tuple(sorted(held.values(), key=lambda one: one.seq)), settled, since)


def merged(rulings: Iterable[Ruling]) -> Ruling:
    """What people hold of a figure and of those that repeat it, taken together: of each person the last judgement."""
    held = list(rulings)
    since = max((one.since for one in held), default=0)
    last: dict[str, Judgement] = {}
    for judgement in sorted((one for ruling in held for one in ruling.judgements), key=lambda one: one.seq):
        if judgement.seq > since:
            last[judgement.who] = judgement
    settlements = (one.settled for one in held if one.settled is not None and one.settled.seq > since)
    settled = max(settlements, key=lambda one: one.seq, default=None)
    return Ruling(tuple(sorted(last.values(), key=lambda one: one.seq)), settled, since)


def elsewhere(ruling: Ruling) -> Ruling:
    """A ruling as it holds for another figure that says the same."""
    settled = ruling.settled and replace(ruling.settled, judgement=ruling.settled.judgement.elsewhere())
    return Ruling(tuple(one.elsewhere() for one in ruling.judgements), settled, ruling.since)


def _judgements(kept: Iterable[Decision], since: int) -> dict[str, Judgement]:
    held: dict[str, Judgement] = {}
    for row in kept:
        verdict = _VERDICTS.get(row.action)
        if verdict is not None and _seq(row) > since:
            held[row.who] = _judged(row, verdict, held.get(row.who))
    return held


def _judged(row: Decision, verdict: Verdict, before: Judgement | None) -> Judgement:
    fields: dict[str, str] = {}
    if verdict == "correct":
        fields = dict(before.fields) if before is not None and before.verdict == "correct" else {}
        fields[row.field or "value"] = row.value or ""
    return Judgement(row.who, verdict, tuple(sorted(fields.items())), row.why, _seq(row), row.at)


def _settlement(rows: Sequence[Decision], settling: Decision, since: int) -> Settlement | None:
    """Whose judgement stands, as it was when it was settled; None where that person had none."""
    until = [row for row in rows if _seq(row) < _seq(settling)]
    found = _judgements(standing(until), since).get(settling.value or "")
    return None if found is None else Settlement(settling.who, settling.why, _seq(settling), settling.at, found)


def _seq(row: Decision) -> int:
    return row.seq or 0
