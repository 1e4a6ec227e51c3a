"""Relative clauses between an action and those counted: "قُتل في الهجوم، الذي وقع قرب المقر، جنديان"."""

from __future__ import annotations

from dataclasses import replace

from hasila.lexicon.markers import markers
from hasila.reading.count import Count
from hasila.reading.governors import COMMA, set_measure
from hasila.reading.page import Page
from hasila.reading.windows import left_window

_REACH = 26
_BACKED = markers("backed-by")
_WHICH = markers("relative-clause")


def over_aside(page: Page, counts: list[Count], index: int, start: int) -> bool:
    """Bind people right behind the comma that closes a relative clause by the verb before the one that opens it."""
    count = counts[index]
    people = count.noun is not None and count.noun.kind == "person" and not (count.conj or count.subset or count.bare)
    if not people or count.start - 1 <= start or page.form[count.start - 1] not in COMMA:
        return False
    low = max(start, count.start - _REACH)
    opens = next((at for at in range(count.start - 2, low, -1) if page.form[at] in COMMA), None)
    if opens is None or not (page.form[opens + 1] in _WHICH or page.among(opens + 1, _BACKED)):
        return False
    before = [other.end for other in counts[:index] if other.end <= opens]
    probe = replace(count, start=opens, rules=[])
    if not left_window(page, probe, max([start, *before]), start) or probe.rules[-1:] != ["left-window-verb"]:
        return False
    return set_measure(count, probe.measure or "", "left-over-aside", probe.trigger_at)
