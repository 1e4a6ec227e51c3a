"""A count with all that bears on who did it."""

from __future__ import annotations

from dataclasses import dataclass

from hasila.model import Basis
from hasila.reading.cast import ISIS
from hasila.reading.counts import Count
from hasila.reading.hunted import beside_arrests
from hasila.reading.setting import Setting, Slots
from hasila.reading.thread import Thread


@dataclass(slots=True)
class Case:
    """A count with what bears on its actor: ``own`` is the agent beside it, ``group`` whose people are counted.

    ``event``: no people are counted.
    """

    count: Count
    setting: Setting
    thread: Thread
    slots: Slots
    group: str | None
    own: str | None
    event: bool

    @property
    def on_ground(self) -> bool:
        """Whether people were caught, also by those who killed others: nobody is caught from the air, nor by ISIS."""
        return self.count.measure == "detained" or beside_arrests(self.count, self.setting)

    @property
    def isis_hit(self) -> bool:
        of_nobody_else = self.slots.victim == "militant" and self.group is None and self.setting.relevant
        return self.group == ISIS or of_nobody_else

    @property
    def harmed(self) -> bool:
        """Whether people are hurt who are not the hunted ones."""
        hurt = self.slots.victim == "unknown" and self.count.measure in ("killed", "wounded") and self.own is None
        return hurt or self.slots.victim in ("security", "civilian")


Answer = tuple[str | None, Basis, str]
