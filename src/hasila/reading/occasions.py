"""Events counted without their noun: "struck twice", "raided 40 times", "23 partnered and three alone"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.count import Count
from hasila.reading.governors import BE, COMMA, EVENT_KINDS, HARD, set_measure
from hasila.reading.page import Page

_TIMES = markers("times")
_REACH = 14
_DEEDS = {"strikes": markers("strikes-so-often"), "operations": markers("raids-so-often")}


def so_often(page: Page, count: Count, start: int) -> bool:
    """ "أغارت المقاتلات سبع عشرة مرة", "ضربت في سوريا مرتين": as many strikes or raids as times."""
    if count.noun_at is None or page.form[count.noun_at] not in _TIMES:
        return False
    for at in range(count.start - 1, max(start, count.start - _REACH) - 1, -1):
        if page.form[at] in HARD or page.form[at] in COMMA or page.trigger(at) is not None:
            return False
        measure = next((kind for kind, verbs in _DEEDS.items() if _verb(page.form[at]) in verbs), None)
        measure = "strikes" if page.cue(at, "verb") == "raid" else measure
        if measure is not None:
            return set_measure(count, measure, "so-often", at)
    return False


def _verb(form: str) -> str:
    """A verb without the conjunction written on it: وضربت -> ضربت."""
    return form.removeprefix("و").removeprefix("ف")


def of_its_mode(page: Page, count: Count, start: int) -> bool:
    """ "توزعت العمليات بين 23 مشتركة وثلاث منفردة", "Of those, three were partnered": a bare number and a mode,
    of the events that its sentence names; elsewhere only operations have one."""
    told = count.end < len(page.form) and page.form[count.end] in BE
    at = count.end + told
    if not count.nameless or at >= len(page.form) or page.cue(at, "mode") is None:
        return False
    for at in reversed(page.within(start, count.start)):
        noun = page.noun(at)
        if noun is not None and noun.kind == "event" and noun.number == "many":
            return set_measure(count, EVENT_KINDS.get(noun.value, noun.value), "event-of-mode", at)
    return told and set_measure(count, "operations", "event-of-mode")


def flown(page: Page, count: Count, start: int) -> bool:
    """ "fighter jets carried out 40 raids": what aircraft do to a target are strikes."""
    if count.noun_at is None or page.form[count.noun_at] != "raids":
        return False
    for at in range(count.start - 1, max(start, count.start - _REACH) - 1, -1):
        if page.form[at] in HARD or page.form[at] in COMMA:
            return False
        if page.form[at] in _AIRCRAFT:
            return not any(page.cue(back, "with") for back in range(max(start, at - 3), at))
    return False


_AIRCRAFT = markers("aircraft") - {"helicopters"}


def assassination(page: Page, at: int) -> bool:
    """ "عملية اغتيال", "محاولة إطلاق نار": an operation or attempt of this kind is an attack."""
    shooting = page.form[at : at + 2] in (["اطلاق", "نار"], ["اطلاق", "النار"])
    return shooting or (at < len(page.form) and page.form[at] in _DEATHLY)


_DEATHLY = markers("killing-after")
