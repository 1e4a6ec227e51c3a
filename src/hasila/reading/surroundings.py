"""What stands between a place and the larger one around it, and which of the two a report means."""

from __future__ import annotations

from dataclasses import replace

from hasila.lexicon.markers import markers
from hasila.model import Place
from hasila.reading.page import Page
from hasila.reading.sight import Mention

_UNITS = markers("lies-at")
_QUARTER = markers("part-of-town")
_DESERT = (["باديه"], ["بباديه"], ["وباديه"])
_WITHIN = (["في"], ["وسط"], ["في", "مدينه"], ["بمدينه"])


def place_around(page: Page, part: tuple[int, int, Place], mention: Mention, place: Place) -> Place | None:
    """The second of two places, where the first is only a part of it or its desert; None where the first is meant.

    "سجن غويران بمدينة الحسكة", "حي الدويلعة في دمشق" are of the town; "بادية معيزيلة" is of the village.
    """
    start, end, finer = part
    gap = page.form[end : mention.start]
    if not gap and not mention.prep and page.form[start:end] in _DESERT:
        return replace(place, as_written=f"{finer.as_written} {place.as_written}")
    if mention.name.cls != "town" or _QUARTER.isdisjoint(page.form[max(0, start - 1) : start + 1]):
        return None
    return place if (not gap and mention.prep == "ب") or gap in _WITHIN else None


def without_distance(gap: list[str]) -> tuple[list[str], bool]:
    """The words between two places without "60 km", and whether they have it."""
    at = next((at for at in range(1, len(gap)) if gap[at] in _UNITS and gap[at - 1][:1].isdigit()), 0)
    return (gap[: at - 1] + gap[at + 1 :], True) if at else (gap, False)
