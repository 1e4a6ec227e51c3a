"""Who did what a command only tells of: "US forces have killed 163, Central Command said"."""

from __future__ import annotations

from hasila.model import Figure
from hasila.reading.able import acts
from hasila.reading.bodies import actor_of
from hasila.reading.cast import ISIS, side_of

_INFERRED = frozenset(
    f"actor:{rule}" for rule in ("actor-is-claimant", "first-force-named", "actor-carried", "announces-own-act")
)


def authors_of(figures: list[Figure]) -> tuple[str, str] | None:
    """A command that is taken for the author of what it tells, and the force of its side that the report's own words
    name as the author of the first deeds: (command, force)."""
    stated = [figure for figure in figures if _stated(figure)]
    if not stated or stated[0].actor is None:
        return None
    force = stated[0].actor
    body = actor_of(force)
    if body is None or body.cls not in ("forces", "coalition") or not acts(force):
        return None
    told = {f.actor for f in figures if f.actor not in (None, force, ISIS) and only_told(f)}
    commands = [whom for whom in told if whom and _command(whom) and side_of(whom) == side_of(force)]
    if len(commands) != 1 or any(figure.actor == commands[0] for figure in stated):
        return None
    return commands[0], force


def _stated(figure: Figure) -> bool:
    told = figure.target == ISIS and "actor:agent-in-sentence" in figure.trail
    return told and figure.mode != "unilateral"  # a few that somebody ran alone say nothing of the rest


def only_told(figure: Figure) -> bool:
    """Whether the actor of a figure is only who tells of it, or was carried on from there."""
    return not _INFERRED.isdisjoint(figure.trail)


def _command(whom: str) -> bool:
    body = actor_of(whom)
    return body is not None and body.cls == "command"
