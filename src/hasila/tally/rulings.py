"""What people decided about single claims, applied before claims are made of the figures.

A ruling is the last decision on a claim (or on one field of it), so that whoever changes their mind decides again and
nothing is taken back. A claim repeats what several figures say: what is decided of one of them holds for all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, Protocol, get_args

from hasila.errors import HasilaError
from hasila.model import Figure, Kind, Measure, Modality, Mode, Period, Place, Reading, Victim

Action = Literal["accept", "reject", "correct", "unsure", "withdraw", "restore"]

ACCEPTED = "accepted"
"""The basis of a period that somebody decided."""

_TARGET = re.compile(r"([0-9a-f]{12})[0-9a-f]*(?:#(\d+)(?:/all)?)?")
_COUNT = re.compile(r"(\d+)?(?:(\.\.)(\d+)?)?")
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)")


class RulingError(HasilaError):
    """A decision that can't be carried out: its target or its value isn't written as it has to be."""


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


def refused_periods(rulings: Rulings, key: str) -> frozenset[tuple[date, date]]:
    """The inferred periods of a document that somebody said are wrong."""
    whole = rulings.of(key).get(None, Ruling())
    return frozenset(_days(value[7:]) for value in whole.refused if value.startswith("period="))


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


def corrected(figure: Figure, name: str, value: str) -> Figure:
    """A figure with one field as decided.

    ``name`` is value ("14", "14..20", "14.." for at least), period ("2023-02-01..2023-02-28"), place (ISO codes:
    "IQ+SY"), measure, mode, kind, modality, victim, actor, attribution or target; an empty ``value`` makes the last
    five and the mode unknown. Raises RulingError where the field or the value isn't one of these.
    """
    make = _FIELDS.get(name)
    if make is None:
        raise RulingError(f"a decision can't correct {name!r}: it can correct {', '.join(sorted(_FIELDS))}")
    return replace(figure, **make(value))


def _value(value: str) -> dict[str, Any]:
    match = _COUNT.fullmatch(value)
    if match is None or not (match[1] or match[3]):
        raise RulingError(f"{value!r} is no count: write 14, or 14..20, or 14.. for at least, or ..20 for at most")
    low = int(match[1]) if match[1] else None
    high = (int(match[3]) if match[3] else None) if match[2] else low
    if low is not None and high is not None and low > high:
        raise RulingError(f"{value!r} is no count: the first number is the larger one")
    qualifier = "exact" if low == high else "at_least" if high is None else "at_most" if low is None else "range"
    return {"low": low, "high": high, "qualifier": qualifier}


def _days(value: str) -> tuple[date, date]:
    match = _DAYS.fullmatch(value)
    try:
        days = (date.fromisoformat(match[1]), date.fromisoformat(match[2])) if match else None
    except ValueError:
        days = None
    if days is None or days[0] > days[1]:
        raise RulingError(f"{value!r} is no period: write the first and the last day, like 2023-02-01..2023-02-28")
    return days


def _period(value: str) -> dict[str, Any]:
    start, end = _days(value)
    return {"period": Period(start, end, None, ACCEPTED), "kind": "event" if start == end else "period"}


def _place(value: str) -> dict[str, Any]:
    if not re.fullmatch(r"[A-Z]{2}(\+[A-Z]{2})*", value):
        raise RulingError(f"{value!r} is no place: write ISO codes, like IQ or IQ+SY")
    scope = "+".join(sorted(value.split("+")))
    return {"place": Place(scope, scope, "")}


def _one_of(name: str, choices: tuple[str, ...], unknown: bool) -> Callable[[str], dict[str, Any]]:
    def make(value: str) -> dict[str, Any]:
        if value not in choices and not (unknown and not value):
            raise RulingError(f"{value!r} is no {name}: it is one of {', '.join(choices)}")
        return {name: value or None}

    return make


_FIELDS: dict[str, Callable[[str], dict[str, Any]]] = {
    "value": _value,
    "period": _period,
    "place": _place,
    "measure": _one_of("measure", get_args(Measure), False),
    "kind": _one_of("kind", get_args(Kind), False),
    "modality": _one_of("modality", get_args(Modality), False),
    "mode": _one_of("mode", get_args(Mode), True),
    "victim": _one_of("victim", get_args(Victim), True),
    "actor": lambda value: {"actor": value or None},
    "attribution": lambda value: {"attribution": value or None},
    "target": lambda value: {"target": value or None},
}
