"""Operations that one side carried out alone, told beside joint ones: what came of all of them isn't its doing."""

from __future__ import annotations

from hasila.reading.count import EVENTS, Count
from hasila.reading.setting import PEOPLE, Setting

_BEHIND = 9
_BEFORE = 3


def of_others_too(count: Count, setting: Setting) -> range | None:
    """ "23 joint missions and three that US forces flew alone, in which four died": where the words of the lone events
    stand, whose author is not that of the dead; None where a sentence tells of no such events beside others."""
    page = setting.page
    if count.measure not in PEOPLE or page.cued_in("mode", setting.start, setting.end) is None:
        return None
    events = [other for other in setting.counts if other.measure in EVENTS]
    if len(events) < 2:
        return None
    for at in page.cued_at("mode", setting.start, setting.end):
        if page.cue(at, "mode") != "unilateral":
            continue
        lone = next((other for other in reversed(events) if other.start <= at <= other.end + _BEHIND), None)
        if lone is not None and not _in_them_only(count, lone, setting.counts):
            return range(lone.start - _BEFORE, at + 2)
    return None


def _in_them_only(count: Count, lone: Count, counts: list[Count]) -> bool:
    """ "three lone raids killed two, and 23 joint ones": what stands between the lone events and the next ones; but in
    "23 joint ones and three lone raids, which killed two; Iraq saw 53" the dead are of the first two."""
    following = next((other for other in counts if other.measure in EVENTS and other.start > lone.start), None)
    before = next((other for other in reversed(counts) if other.measure and other.end <= lone.start), None)
    if before is not None and before.measure in EVENTS and lone.conj:
        return False
    return following is not None and lone.end <= count.start < following.start


def without_none(count: Count, setting: Setting) -> list[tuple[int, str, bool]]:
    """ "25 operations were run in Iraq, none of them by US forces": who is told of only as one who did not do it."""
    agents = setting.scene.agents
    if not agents or not setting.page.has(_NONE, count.end, setting.end):
        return agents
    return [row for row in agents if row[0] < count.end or not setting.page.has(_NONE, count.end, row[0])]


_NONE = frozenset({"none"})
