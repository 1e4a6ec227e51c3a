"""Commands and bodies that speak for a whole report."""

from __future__ import annotations

from hasila.reading.bodies import actor_of
from hasila.reading.cast import TASK_FORCE, Part, side_of
from hasila.reading.page import Page


def command_of(parts: list[Part]) -> str | None:
    """ "The US military said ... According to a statement of CENTCOM": the one command through which forces speak."""
    named = {part.whom for part in parts if part.cls == "command" and side_of(part.whom) == "coalition"}
    american = named - {TASK_FORCE} or named
    return next(iter(american)) if len(american) == 1 else None


def bodies_in(page: Page, parts: list[Part]) -> frozenset[str]:
    """The bodies that a report names which can tell of the deeds of others as their own; not "عملية العزم الصلب"."""
    told = [p for p in parts if p.cls != "person" and p.mention.name.cls != "metonym"]
    named = {p.whom for p in told if not _NAMED_DEEDS.intersection(page.form[p.start - 1 : p.end])}
    bodies = (body for whom in named if whom and (body := actor_of(whom)) is not None)
    return frozenset(body.canonical for body in bodies if body.acts_through and body.cls != "forces")


_NAMED_DEEDS = frozenset({"عمليه", "operation"})


def voice_of(said: str, bodies: frozenset[str]) -> str | None:
    """The one body of a report that tells of the deeds of others as its own: the defence ministry for the army, the
    task force for the Coalition, a mission for the United Nations."""
    voices = [whom for whom in bodies - {said} if (body := actor_of(whom)) is not None and body.acts_through == said]
    return voices[0] if len(voices) == 1 else None
