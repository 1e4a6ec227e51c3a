"""Who can do a deed: not those who only speak; and whose "its forces" are."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.names import Actor
from hasila.reading.bodies import actor_of
from hasila.reading.cast import CENTCOM, Part, side_of
from hasila.reading.page import Page

_FIGHTING = markers("fighting-noun")


def fought(page: Page, part: Part) -> bool:
    """ "التحالف الدولي لمحاربة داعش نفذ 31 عملية": whom a body fights does nothing there."""
    return side_of(part.whom) == "isis" and page.has(_FIGHTING, part.start - 1, part.start)


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
    return actor.cls not in ONLY_SPEAK and not watches and not actor.canonical.endswith(_CIVIL)


_CIVIL = ("Ministry of Health", "Ministry of Foreign Affairs", "Ministry of Migration")


LOCAL = frozenset({"iraq", "syria", "sdf"})


def body_of(whom: str) -> str:
    """Who acts where a command, ministry or media cell speaks: its forces."""
    actor = actor_of(whom)
    return (actor.acts_through if actor is not None else None) or whom


def strikes(whom: str) -> bool:
    """Whether an actor is a force in the field, whose announcements are of its own: "the SDF announced the arrest"."""
    actor = actor_of(whom)
    return actor is not None and actor.kind == "force" and actor.cls in ("forces", "service") and actor.side != "isis"


def acts(whom: str) -> bool:
    actor = actor_of(whom)
    return (
        actor is not None
        and actor.kind in ("force", "organisation")
        and (actor.cls in ("forces", "command", "coalition", "service", "group") or _polices(actor))
    )


def _polices(actor: Actor) -> bool:
    """Whether an actor is a ministry that arrests by itself, with no force of its own: Syria's of the interior."""
    return actor.cls == "ministry" and actor.partner and actor.acts_through is None


def answers(whom: str) -> bool:
    """Whether what an actor tells of is its own doing, or that of the local forces under it."""
    return acts(whom) or (side_of(whom) in LOCAL and body_of(whom) != whom)
