"""What people decided about single figures and documents, applied before claims are made of the figures.

What stands of a figure is worked out in :mod:`hasila.ledger.judgements`; of the period of a document the last decision
stands. A claim repeats what several figures say: what is decided of one of them holds for all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from hasila.errors import HasilaError
from hasila.ledger.corrections import all_corrected, corrected, period_of
from hasila.ledger.decisions import Decision, standing
from hasila.ledger.judgements import Ruling, ruling_of
from hasila.model import Figure, Reading

_TARGET = re.compile(r"([0-9a-f]{12})[0-9a-f]*(?:#(\d+)(?:/all)?)?")
_PERIOD = "period"


class RulingError(HasilaError):
    """A decision that can't be carried out: its target isn't written as it has to be."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """What stands for one document: the period somebody accepted for its open figures, those that somebody said are
    wrong, and the rulings on its figures by their places in the reading."""

    period: str | None = None
    refused: tuple[str, ...] = ()
    figures: Mapping[int, Ruling] = field(default_factory=lambda: MappingProxyType({}))


_NOTHING = Ruled()


@dataclass(frozen=True, slots=True)
class Rulings:
    """The rulings by the first digits of a document's key."""

    held: Mapping[str, Ruled]

    def of(self, key: str) -> Ruled | None:
        """The rulings on one document and its figures; None where nothing was decided."""
        return self.held.get(key[:12])


NO_RULINGS = Rulings({})
"""Nothing was decided."""


def rulings_of(decisions: Iterable[Decision]) -> Rulings:
    """What stands after all decisions, taken in the order given.

    Raises RulingError for a target that is neither a claim nor a document.
    """
    about: dict[str, dict[int | None, list[Decision]]] = defaultdict(lambda: defaultdict(list))
    for decision in decisions:
        match = _TARGET.fullmatch(decision.target)
        if match is None:
            what = "is no claim (like 3fa91c0be702#4) and no document's key: see them with hasila explain"
            raise RulingError(f"decision on {decision.target!r}: {what}")
        about[match[1]][None if match[2] is None else int(match[2])].append(decision)
    return Rulings({key: _ruled(rows) for key, rows in about.items()})


def _ruled(rows: Mapping[int | None, Sequence[Decision]]) -> Ruled:
    period, refused = None, dict[str, None]()
    for decision in standing(rows.get(None, ())):
        if decision.field == _PERIOD and decision.value is not None:
            if decision.action == "accept":
                period = decision.value
                refused.pop(period, None)
            elif decision.action == "reject":
                refused[decision.value] = None
                period = None if period == decision.value else period
    figures = {at: ruling_of(told) for at, told in rows.items() if at is not None}
    return Ruled(period, tuple(sorted(refused)), figures)


def refused_periods(rulings: Rulings, key: str) -> frozenset[tuple[date, date]]:
    """The inferred periods of a document that somebody said are wrong."""
    days = map(period_of, (rulings.of(key) or _NOTHING).refused)
    return frozenset((start, end) for start, end in days if start and end)


def ruled(reading: Reading, period: str | None, rulings: Mapping[int, Ruling]) -> dict[int, Figure | None]:
    """The figures that rulings change, by their place in the reading; None for one that was rejected.

    ``period`` is the one accepted for all of the document's figures without days. A figure that nobody is sure about,
    or that people differ about, has confidence 0: it is shown and weighs nothing.
    """
    changed: dict[int, Figure | None] = {}
    if period is not None:
        for index, figure in enumerate(reading.figures):
            if figure.period is None:
                changed[index] = corrected(figure, _PERIOD, period)
    for at, ruling in rulings.items():
        if at < len(reading.figures):
            changed[at] = judged(changed.get(at) or reading.figures[at], ruling)
    return changed


def judged(figure: Figure, ruling: Ruling) -> Figure | None:
    """A figure as a ruling leaves it; None where it is rejected."""
    stands = ruling.stands
    if stands is not None and stands.verdict == "reject":
        return None
    if stands is not None:
        figure = all_corrected(figure, dict(stands.fields))
    return replace(figure, confidence=0.0) if ruling.unsure else figure
