"""How sure a figure is, from the rules that made it. The values are calibrated on the case files."""

from __future__ import annotations

from hasila.reading.counts import Count
from hasila.reading.slots import Slots

_BASE = {
    "noun-event": 0.97,
    "noun-casualty": 0.96,
    "left-masdar": 0.97,
    "left-verb": 0.97,
    "left-before": 0.96,
    "left-any": 0.97,
    "right-any": 0.96,
    "right-verb": 0.95,
    "right-after": 0.96,
    "left-window-verb": 0.9,
    "left-window-masdar": 0.88,
    "subset-of": 0.92,
    "coordination": 0.9,
}
_DEFAULT = 0.8


def confidence(count: Count, slots: Slots) -> float:
    """Between 0 and 1: the chance that measure, value and modality are right."""
    value = min((_BASE[rule] for rule in count.rules if rule in _BASE), default=_DEFAULT)
    if count.bare or count.unknown_noun:
        value -= 0.08
    if count.modality != "asserted":
        value -= 0.1
    if count.qualifier == "vague":
        value -= 0.05
    return round(max(0.05, value), 2)
