"""Places where people were treated, not hurt."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.governors import COMMA, QUOTES
from hasila.reading.page import Page
from hasila.reading.spots import Spot

_HOSPITALS = markers("hospitals")
_HOSPITAL = frozenset({"مستشفي", "مشفي"})
_BETWEEN_TOWNS = QUOTES | {"in", "of", "في", "and", ",", "،"}
_TOWNS_APART = 8


def of_hospitals(page: Page, spot: Spot) -> bool:
    """ "نقلوا إلى مستشفيات الموصل وأربيل", "إلى مستشفى سامراء", "in hospitals in Mosul and Erbil": where people were
    treated."""
    if page.before(spot.start) in _HOSPITAL and page.before(spot.start - 1) == "الي":
        return True
    if _in_facility(page, spot):
        return True
    if not page.has(_HOSPITALS, spot.start - _TOWNS_APART, spot.start):
        return False
    at = spot.start - 1
    while at >= 0 and at > spot.start - _TOWNS_APART and (at in page.inside or page.form[at] in _BETWEEN_TOWNS):
        at -= 1
    return at >= 0 and page.form[at] in _HOSPITALS


def _in_facility(page: Page, spot: Spot) -> bool:
    """ "نُقل ثلاثة إلى منشأة طبية أميركية في العراق", "to a medical facility in Germany": where they were taken."""
    near = page.all(_MEDICAL, spot.start - _FACILITY, spot.start)
    if not near or page.has(COMMA, near[-1], spot.start):
        return False
    at = near[-1]
    site = page.before(at) in _SITES or not _SITES.isdisjoint(page.form[at + 1 : at + 2])
    return site and page.has(_TO, at - _LED, at)


_MEDICAL = frozenset({"طبي", "طبيه", "medical"})
_SITES = frozenset({"منشاه", "مرفق", "مركز", "facility", "center", "centre"})
_TO = frozenset({"الي", "to"})
_FACILITY = 5
_LED = 5
