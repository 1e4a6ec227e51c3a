"""What people decided about single claims, applied before claims are made of the figures.

A ruling is the last decision on a claim (or on one field of it), so that whoever changes their mind decides again and
nothing is taken back. A claim repeats what several figures say: what is decided of one of them holds for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from hasila.errors import HasilaError
from hasila.ledger.corrections import corrected, period_of
from hasila.ledger.decisions import Action
from hasila.model import Figure, Reading

_TARGET = re.compile(r"([0-9a-f]{12})[0-9a-f]*(?:#(\d+)(?:/all)?)?")


class RulingError(HasilaError):
    """A decision that can't be carried out: its target isn't written as it has to be."""


class Decided(Protocol):
    """A decision as the ledger holds it, as far as rulings need it."""

    @property
    def target(self) -> str:
        """The id of a claim, or the key of a document."""

    @property
    def action(self) -> Action:
        """What was decided."""

    @property
    def field(self) -> str | None:
        """Which field of the claim, where it is about one."""

    @property
    def value(self) -> str | None:
        """What the field should be."""


@dataclass(slots=True)
class Ruling:
    """What stands for one figure or one document: rejected or not, unsure or not, and its corrected fields."""

    rejected: bool = False
    unsure: bool = False
    fields: dict[str, str] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Rulings:
    """The rulings by the first digits of a document's key, and there by figure; None is the whole document."""

    held: Mapping[str, Mapping[int | None, Ruling]]

    def of(self, key: str) -> Mapping[int | None, Ruling]:
        """The rulings on one document and its figures."""
        return self.held.get(key[:12], {})


NO_RULINGS = Rulings({})
"""Nothing was decided."""


def rulings_of(decisions: Iterable[Decided]) -> Rulings:
    """What stands after all decisions, taken in the order given.

    Raises RulingError for a target that is neither a claim nor a document.
    """
    held: dict[str, dict[int | None, Ruling]] = {}
    for decision in decisions:
        match = _TARGET.fullmatch(decision.target)
        if match is None:
            what = "is no claim (like 3fa91c0be702#4) and no document's key: see them with hasila explain"
            raise RulingError(f"decision on {decision.target!r}: {what}")
        index = None if match[2] is None else int(match[2])
        _rule(held.setdefault(match[1], {}).setdefault(index, Ruling()), decision)
    return Rulings(held)


def _rule(ruling: Ruling, decision: Decided) -> None:
    if decision.action == "correct" or (decision.action == "accept" and decision.value is not None):
        name = decision.field or "value"
        ruling.fields[name] = decision.value or ""
        ruling.refused.discard(f"{name}={decision.value}")
        ruling.rejected = ruling.unsure = False
    elif decision.action == "reject" and decision.value is not None:
        name = decision.field or "value"
        ruling.refused.add(f"{name}={decision.value}")
        if ruling.fields.get(name) == decision.value:
            del ruling.fields[name]
    elif decision.action in ("accept", "reject", "unsure"):
        ruling.rejected = decision.action == "reject"
        ruling.unsure = decision.action == "unsure"
    elif decision.action == "restore" and "#" in decision.target:
        ruling.rejected = ruling.unsure = False
        ruling.fields.clear()


def refused_periods(rulings: Rulings, key: str) -> frozenset[tuple[date, date]]:
    """The inferred periods of a document that somebody said are wrong."""
    whole = rulings.of(key).get(None, Ruling())
    days = (period_of(value[7:]) for value in whole.refused if value.startswith("period="))
    return frozenset((start, end) for start, end in days if start and end)


def ruled(reading: Reading, rulings: Mapping[int | None, Ruling]) -> dict[int, Figure | None]:
    """The figures that rulings change, by their place in the reading; None for one that was rejected.

    A figure that is unsure has confidence 0: it is shown and weighs nothing.
    """
    changed: dict[int, Figure | None] = {}
    period = rulings.get(None, Ruling()).fields.get("period")
    if period is not None:
        for index, figure in enumerate(reading.figures):
            if figure.period is None:
                changed[index] = corrected(figure, "period", period)
    for at, ruling in rulings.items():
        if at is not None and at < len(reading.figures):
            changed[at] = _changed(changed.get(at) or reading.figures[at], ruling)
    return changed


def _changed(figure: Figure, ruling: Ruling) -> Figure | None:
    if ruling.rejected:
        return None
    for name, value in ruling.fields.items():
        figure = corrected(figure, name, value)
    return replace(figure, confidence=0.0) if ruling.unsure else figure
