"""Whose men a force is that is told of by those of whom it was made: "قوة مشتركة من الجيش والحشد العشائري"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hasila.lexicon.markers import markers
from hasila.reading.governors import QUOTES
from hasila.reading.page import Page

if TYPE_CHECKING:
    from hasila.reading.cast import Part

_OF = frozenset({"من"})
_JOINT = frozenset({"مشتركه"})
_UNITS = markers("unit")


def name_forces(page: Page, parts: list[Part]) -> None:
    """A force that only its members name is that of the first of them."""
    for at, part in enumerate(parts[:-1]):
        first = parts[at + 1]
        of = part.generic and part.cls == "forces" and page.form[part.end : first.start] == ["من"]
        if of and _is_unit(page, part.start):
            part.whom, part.cls = first.whom, first.cls


def of_joint_force(page: Page, part: Part, before: Part | None) -> bool:
    """ "قوة مشتركة من الجيش والبيشمركة": of those who make up a joint force the second is the partner."""
    if before is None or part.mention.conj != "و" or part.start != before.end:
        return False
    return page.before(before.start) in _OF and page.has(_JOINT, before.start - 2, before.start - 1)


def unit_of(page: Page, at: int, start: int) -> int | None:
    """ "أن قوة من الجيش قتلت", "قوة خاصة من الجهاز": where the unit stands that a name at a token was told to make."""
    at -= page.form[at - 1] in QUOTES
    if at - 2 < start or page.form[at - 1] not in _OF:
        return None
    if _is_unit(page, at - 2):
        return at - 2
    return at - 3 if at - 3 >= start and _is_unit(page, at - 3) else None


def _is_unit(page: Page, at: int) -> bool:
    """A force or a patrol; the men and cells of a group are none."""
    noun = page.noun(at)
    return page.among(at, _UNITS) and not page.among(at, _BANDS) and (noun is None or noun.kind != "person")


_BANDS = markers("band")
