"""Whose share of the operations a figure is of: "25 of them with Iraqi forces and 10 with the SDF".

Where a sentence deals its operations out among partners, each count has the partners named beside it, and so have the
killed and the captured counted right behind it.
"""

from __future__ import annotations

from hasila.lexicon.names import actors
from hasila.reading.cast import ISIS
from hasila.reading.count import EVENTS, Count
from hasila.reading.setting import Setting

_SHARED = 2


def partners_of(count: Count, setting: Setting) -> set[str] | None:
    """The partners of a count's own share, or None where the sentence deals out no shares."""
    if len(setting.scene.partners) < _SHARED:
        return None
    shares = _shares(setting)
    if len({frozenset(named) for _, named in shares if named}) < 2:
        return None
    return next((named for head, named in reversed(shares) if head.start <= count.start), None)


def home_of_share(count: Count, setting: Setting) -> str | None:
    """The one country in which the partners of a count's share work."""
    if len(setting.scene.partners) < _SHARED:
        return None
    homes = {actors()[whom].home for whom in partners_of(count, setting) or () if whom in actors()}
    return next(iter(homes)) if len(homes) == 1 else None


def _shares(setting: Setting) -> list[tuple[Count, set[str]]]:
    """The counts of events in a sentence, each with the partners that stand behind it and before the next one."""
    heads = [c for c in setting.counts if c.measure in EVENTS and not c.dead]
    stops = [*(head.start for head in heads), setting.end]
    return [
        (head, {whom for at, whom in setting.scene.partners if head.end <= at < stop and whom != ISIS})
        for head, stop in zip(heads, stops[1:], strict=True)
    ]
