"""A date of a report with what it resolves to."""

from __future__ import annotations

from dataclasses import dataclass

from hasila.model import Period
from hasila.values.dates import DateMention


@dataclass(frozen=True, slots=True)
class Moment:
    """A date mention with what it resolves to. ``saying``: the day of the statement, not of what it reports.
    ``opening``: of "since March 2020", March 2020."""

    mention: DateMention
    period: Period | None
    saying: bool
    opening: Period | None = None

    @property
    def start(self) -> int:
        return self.mention.start

    @property
    def end(self) -> int:
        return self.mention.end
