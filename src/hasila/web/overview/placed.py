"""Figures on the map: each at the place that it names, none spread over a country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hasila.tally.result import Row
from hasila.web.atlas import Governorate, Spot, governorates, spot_of
from hasila.web.overview.arranged import Arranged
from hasila.web.overview.choice import Choice
from hasila.web.overview.timeline import Mark

_MOST = 120


@dataclass(frozen=True, slots=True)
class Placed:
    """Figures of places: by governorate, and of places that lie in none. ``left`` counts those that aren't shown."""

    inside: Mapping[str, Sequence[Mark]]
    elsewhere: Sequence[Row]
    left: int
    spots: Mapping[str, Spot]

    @property
    def areas(self) -> Sequence[Governorate]:
        """All that is drawn, by country."""
        return sorted((one for one in governorates().values() if one.drawn), key=lambda one: (one.scope, one.id))

    def drawn(self) -> list[dict[str, Any]]:
        """What the drawing needs of each mark, in plain types."""
        return [
            {
                "key": mark.key,
                "area": area,
                "lon": self.spots[mark.key].lon,
                "lat": self.spots[mark.key].lat,
                "state": mark.row.state,
            }
            for area, marks in self.inside.items()
            for mark in marks
        ]


def placed(held: Arranged, choice: Choice) -> Placed:
    """The newest figures of the chosen kind that name a place inside a country."""
    inside: dict[str, list[Mark]] = {}
    elsewhere: list[Row] = []
    spots: dict[str, Spot] = {}
    left = 0
    for row in held.between(*choice.days):
        cell = row.cell
        if cell.place is None or not choice.takes(cell.series, cell.scope, cell.measure):
            continue
        if len(spots) + len(elsewhere) == _MOST:
            left += 1
            continue
        spot = spot_of(cell.place, cell.scope)
        if spot is None:
            elsewhere.append(row)
            continue
        key = f"place-{len(spots)}"
        spots[key] = spot
        inside.setdefault(spot.governorate, []).append(Mark(key, row))
    return Placed(dict(sorted(inside.items())), elsewhere, left, spots)
