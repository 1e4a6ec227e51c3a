"""Who can do a deed: not those who only speak; and whose "its forces" are."""

from __future__ import annotations

from hasila.reading.bodies import actor_of
from hasila.reading.cast import CENTCOM, side_of


def own_forces(claimant: str | None) -> str | None:
    """Whose "its forces" are: a command's are its nation's."""
    if claimant == CENTCOM:
        return "US forces"
    return claimant if claimant is None or can_act(claimant) else _FORCES_OF.get(side_of(claimant), claimant)


_FORCES_OF = {"sdf": "Syrian Democratic Forces", "iraq": "Iraqi Security Forces"}
ONLY_SPEAK = frozenset({"agency", "source", "observatory", "media cell"})


def can_act(whom: str) -> bool:
    """Whether an actor does more than speak: a source, an observatory or the United Nations carry out nothing."""
    actor = actor_of(whom)
    if actor is None:
        return True
    watches = actor.side in ("monitor", "media") or (actor.side == "international" and actor.cls == "organisation")
    return actor.cls not in ONLY_SPEAK and not watches
