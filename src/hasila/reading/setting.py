"""What is known around a figure, and the slots that are filled from it."""

from __future__ import annotations

from dataclasses import dataclass, field

from hasila.model import Basis, Mode, Period, Place, Victim
from hasila.reading.cast import Part
from hasila.reading.counts import Count
from hasila.reading.moment import Moment
from hasila.reading.page import Page
from hasila.reading.scene import Scene
from hasila.reading.spots import Spot

PEOPLE = frozenset({"killed", "wounded", "detained", "abducted", "surrendered", "casualties"})


@dataclass(slots=True)
class Slots:
    """Slot values with their basis and the reasons, in the order in which they were filled.

    ``apart``: the period is of an event before the one that the report is about, and isn't handed on beyond the line.
    ``compared``: it is only compared with, and isn't handed on at all; ``answered``: it is of the attack that the
    report's event answers, and is handed on in its sentence only, as the place is.
    """

    victim: Victim | None = None
    actor: str | None = None
    target: str | None = None
    partners: tuple[str, ...] = ()
    mode: Mode | None = None
    place: Place | None = None
    period: Period | None = None
    attribution: str | None = None
    apart: bool = False
    compared: bool = False
    answered: bool = False
    basis: dict[str, Basis] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)

    def set(self, slot: str, value: object, basis: Basis, reason: str) -> None:
        if value is not None:
            setattr(self, slot, value)
            self.basis[slot] = basis
            self.reasons.append(f"{slot}:{reason}")


@dataclass(slots=True)
class Setting:
    """What is known of the sentence around a figure."""

    page: Page
    parts: list[Part]
    scene: Scene
    spots: list[Spot]
    moments: list[Moment]
    counts: list[Count]
    start: int
    end: int
    relevant: bool
    stretch: Period | None = None
    against_isis: bool = False
    foe: str | None = None
    civilians: bool = False
