"""How sure a figure is, from the rules that made it. Calibrated on cases that no rule was written against."""

from __future__ import annotations

from hasila.reading.counts import Count

# The share of figures that were right where the rule took part, drawn towards the mean of all where there are few.
_BASE = {
    "left-masdar": 0.97,
    "right-any": 0.96,
    "left-verb": 0.96,
    "left-window-verb": 0.95,
    "left-any": 0.95,
    "right-verb": 0.92,
    "right-after": 0.92,
    "noun-casualty": 0.89,
    "left-before": 0.87,
    "noun-event": 0.86,
    "left-window-masdar": 0.86,
    "ar-dual-noun": 0.83,
    "qualifier-about": 0.83,
    "subset-of": 0.81,
    "coordination": 0.78,
    "partitive": 0.77,
    "range": 0.81,
    "tally-of-last": 0.71,
    "tally-noun": 0.63,
}
_DEFAULT = 0.8


def confidence(count: Count) -> float:
    """Between 0 and 1: the chance that measure, value and modality are right."""
    value = min(filter(None, map(_BASE.get, count.rules)), default=_DEFAULT)
    if count.bare or count.unknown_noun:
        value -= 0.08
    if count.modality != "asserted":
        value -= 0.15
    if count.qualifier == "vague":
        value -= 0.05
    return round(max(0.05, value), 2)
