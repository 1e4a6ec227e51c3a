"""A figure that slots are added to once the whole report is read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hasila.model import Basis, Figure, Kind, Period


class Late:
    """What is filled into one figure at the end, with basis and reason as for slots filled in passing."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.changes: dict[str, Any] = {}
        self.basis = dict(figure.basis)
        self.reasons: list[str] = []

    def value(self, slot: str) -> Any:
        return self.changes.get(slot, getattr(self.figure, slot))

    def set(self, slot: str, value: object, basis: Basis, reason: str) -> None:
        self.changes[slot], self.basis[slot] = value, basis
        self.reasons.append(f"{slot}:{reason}")

    def drop(self, slot: str) -> None:
        self.changes[slot] = None
        self.basis.pop(slot, None)

    def without_itself(self) -> None:
        """Nobody is a partner of their own, also where it is only told later who acted."""
        partners, actor = self.value("partners"), self.value("actor")
        if actor in partners:
            self.changes["partners"] = tuple(whom for whom in partners if whom != actor)

    def done(self) -> Figure:
        if not self.changes:
            return self.figure
        if "period" in self.changes and self.figure.kind == "event":
            self.changes["kind"] = _kind(self.changes["period"])
        return replace(self.figure, **self.changes, basis=self.basis, trail=(*self.figure.trail, *self.reasons))


def _kind(period: Period) -> Kind:
    """The kind of a figure that is given its period at the end: of one day or of a stretch."""
    if period.start is None:
        return "cumulative"
    return "period" if period.start != period.end else "event"
