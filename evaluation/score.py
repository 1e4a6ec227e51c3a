"""Precision, recall and F1 of outcomes, over all of them or by what they have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from evaluation.match import SLOTS, Outcome, wanted_in, wrong_slots


@dataclass(slots=True)
class Tally:
    """How many figures were wanted, found, right in core, and right in full."""

    wanted: int = 0
    found: int = 0
    core: int = 0
    full: int = 0
    cases: int = 0
    clean: int = 0

    @property
    def precision(self) -> float:
        return self.core / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.core / self.wanted if self.wanted else 1.0

    @property
    def core_f1(self) -> float:
        return self._f1(self.core)

    @property
    def full_f1(self) -> float:
        return self._f1(self.full)

    def _f1(self, right: int) -> float:
        return 2 * right / (self.wanted + self.found) if self.wanted + self.found else 1.0


def tally(outcomes: Iterable[Outcome]) -> Tally:
    """Everything together."""
    total = Tally()
    for outcome in outcomes:
        total.wanted += len(outcome.right) + len(outcome.missed)
        total.found += len(outcome.right) + len(outcome.extra)
        total.core += len(outcome.right)
        total.full += sum(not wrong_slots(gold, found) for gold, found in outcome.right)
        total.cases += 1
        total.clean += outcome.clean
    return total


def by_case(outcomes: Iterable[Outcome], key: Callable[[Outcome], str]) -> dict[str, Tally]:
    """A tally for each value that ``key`` gives for a case: its set, language or kind."""
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(key(outcome), []).append(outcome)
    return {name: tally(group) for name, group in sorted(groups.items())}


def by_measure(outcomes: Iterable[Outcome]) -> dict[str, Tally]:
    """A tally for each measure; cases have no measure, so they are not counted here."""
    groups: dict[str, Tally] = {}
    for outcome in outcomes:
        for gold, found in outcome.right:
            group = groups.setdefault(gold["measure"], Tally())
            group.core += 1
            group.full += not wrong_slots(gold, found)
            group.wanted += 1
            group.found += 1
        for gold in outcome.missed:
            groups.setdefault(gold["measure"], Tally()).wanted += 1
        for figure in outcome.extra:
            groups.setdefault(figure["measure"], Tally()).found += 1
    return dict(sorted(groups.items()))


def by_slot(outcomes: Iterable[Outcome]) -> dict[str, tuple[int, int]]:
    """For each slot: how many labels fill it among the figures that are right in core, and how many of them are met."""
    filled = dict.fromkeys(SLOTS, 0)
    wrong = dict.fromkeys(SLOTS, 0)
    for outcome in outcomes:
        for gold, found in outcome.right:
            for slot in SLOTS:
                filled[slot] += wanted_in(gold, slot) is not None
            for slot in wrong_slots(gold, found):
                wrong[slot] += 1
    return {slot: (filled[slot] - wrong[slot], filled[slot]) for slot in SLOTS}


def quotes(outcomes: Iterable[Outcome]) -> tuple[int, int]:
    """How many quotes were found, of how many."""
    wanted = lost = 0
    for outcome in outcomes:
        wanted += len(outcome.case.quotes)
        lost += len(outcome.lost_quotes)
    return wanted - lost, wanted


def scores(tallies: Mapping[str, Tally]) -> dict[str, dict[str, float]]:
    """What floors hold of each set."""
    return {name: {"core": one.core_f1, "full": one.full_f1} for name, one in tallies.items()}
