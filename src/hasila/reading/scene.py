"""What one sentence says of its actors: who says it, who did it, with whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from hasila.reading.cast import Part
from hasila.reading.page import Page


@dataclass(slots=True)
class Scene:
    """What one sentence says of its actors, with token positions."""

    claims: list[tuple[int, str, bool]] = field(default_factory=list)
    agents: list[tuple[int, str, bool]] = field(default_factory=list)
    pronoun: bool = False
    partners: list[tuple[int, str]] = field(default_factory=list)
    joint: list[int] = field(default_factory=list)
    speaks: bool = False
    subject: tuple[int, str] | None = None


def accompanies(page: Page, part: Part, start: int) -> bool:
    """ "بدعم من التحالف", "with the SDF": named as a partner, not as who acts."""
    return any(page.cue(back, "with") for back in range(part.start - 1, max(start, part.start - 3) - 1, -1))
