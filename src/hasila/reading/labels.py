"""Lines that open with what they count: "Number of ISIS terrorists eliminated: 17", "Killed: 12"."""

from __future__ import annotations

from hasila.reading.count import Count
from hasila.reading.governors import BULLETS, COMMA, EVENT_KINDS, HARD, set_measure
from hasila.reading.page import Page

_LINE_OPENS = HARD | BULLETS
_LABEL = 4
_HEADING = 10


def _heading(page: Page, count: Count, floor: int) -> bool:
    """ "Number of ISIS terrorists eliminated: 17", "Total operations: 28": a line that opens with what it counts."""
    low = max(0, count.start - 2 - _HEADING)
    first = next((k + 1 for k in range(count.start - 2, low - 1, -1) if page.form[k] in _LINE_OPENS), low)
    if first < floor or (first == low and low > 0) or first >= count.start - 1:
        return False
    label = range(first, _aside(page, first, count.start - 1))
    done = (at > first and page.noun(at - 1) is not None and page.cue(at, "verb") == "action" for at in label)
    if any((page.cue(at, "verb") and not own) or page.form[at] in COMMA for at, own in zip(label, done, strict=True)):
        return False
    for at in label:
        trigger = page.trigger(at)
        if trigger is not None and trigger.participle and trigger.shape != "before":
            if trigger.voice == "goods" and not any(_person(page, k) for k in label):
                return False
            return set_measure(count, trigger.measure, "label", at)
    nouns = [(at, page.noun(at)) for at in label]
    events = [(at, noun) for at, noun in nouns if noun is not None and noun.kind == "event" and noun.number == "many"]
    if not events or count.noun is not None:
        return False
    return set_measure(count, EVENT_KINDS.get(events[0][1].value, events[0][1].value), "label", events[0][0])


def _person(page: Page, at: int) -> bool:
    noun = page.noun(at)
    return noun is not None and noun.kind == "person"


def _aside(page: Page, first: int, end: int) -> int:
    """Where a label ends without its aside: "– Militants captured, with their helpers: 12"."""
    bulleted = first > 0 and page.form[first - 1] in BULLETS
    with_others = (k for k in range(first, end) if page.form[k] in COMMA and page.form[k + 1] in ("with", "including"))
    return next(with_others, end) if bulleted else end


def labelled(page: Page, count: Count, floor: int) -> bool:
    """ "Killed: 12", "Dead by nightfall: 28 policemen": the action is the heading of a list."""
    if count.noun is not None and count.noun.kind not in ("person", "casualty"):
        return False
    if _heading(page, count, floor):
        return True
    for at in range(count.start - 2, max(floor, count.start - 2 - _LABEL) - 1, -1):
        trigger, opens = page.trigger(at), at == floor or page.form[at - 1] in HARD or page.form[at - 1] in BULLETS
        if trigger is not None and (trigger.participle or trigger.shape == "after"):
            bare = at == count.start - 2 and count.noun is None and trigger.voice != "goods"
            return (opens or bare) and set_measure(count, trigger.measure, "label", at)
        if page.cue(at, "verb") or page.form[at] in COMMA:
            return False
    return False
