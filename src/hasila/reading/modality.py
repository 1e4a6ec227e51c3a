"""Whether a count is asserted, denied, superseded, only possible, or prevented.

The words that decide stand in the clause of the count: a denying or preventing verb before it, a possibility before its
action, a correction on either side of it. A superseded toll counts as denied.
"""

from __future__ import annotations

from hasila.reading.counts import Count
from hasila.reading.page import Page

_NEAR = 6
_HYP_REACH = 7
_DENY_REACH = 24
_COMMA = frozenset({"،", ","})
_SUBJUNCTIVE = frozenset({"ان", "بان", "to"})


def settle(page: Page, count: Count, start: int, end: int) -> None:
    """Set the modality of a bound count from the words of its sentence, tokens [start, end)."""
    if count.modality != "asserted" or count.zero:
        return
    for judge in (_prevented, _superseded, _denied, _hypothetical):
        found = judge(page, count, start, end)
        if found is not None:
            count.modality = found
            count.rules.append(f"modality-{found}")
            return


def _anchor(count: Count, start: int) -> int:
    """Where the clause of a count begins to be read: its action if that stands before it, else the count."""
    return min(count.start, count.trigger_at) if count.trigger_at is not None and count.trigger_at >= start else count.start


def _prevented(page: Page, count: Count, start: int, end: int) -> str | None:
    anchor = _anchor(count, start)
    for at in range(anchor - 1, max(start, anchor - 5) - 1, -1):
        if page.cue(at, "verb") == "prevent" and count.measure in ("operations", "attacks", "strikes"):
            return "prevented"
        if page.cue(at, "prevent"):
            return "prevented"
        if page.form[at] in _COMMA or (page.cue(at, "verb") not in (None, "prevent")):
            return None
    return None


def _superseded(page: Page, count: Count, start: int, end: int) -> str | None:
    low, high = max(start, count.start - _NEAR), min(end, count.end + _NEAR)
    for at in range(low, count.start):
        if page.cue(at, "supersede"):
            return "denied"
    for at in range(count.end, high):
        cue = page.cue(at, "corrected")
        if cue:
            return "denied"
        if page.form[at] in ("بل", "but") or page.cue(at, "verb"):
            break
    return None


def _denied(page: Page, count: Count, start: int, end: int) -> str | None:
    anchor = _anchor(count, start)
    for at in range(anchor - 1, max(start, anchor - _DENY_REACH) - 1, -1):
        verb = page.cue(at, "verb")
        if verb == "deny" and not _doubled(page, at, start):
            return "denied"
        if page.cue(at, "deny") and anchor - at <= 8:
            return "denied"
        if verb == "speech" and anchor - at > 3 and page.form[at] not in ("ذكر", "ذكرته", "اعلنته", "قالته"):
            break
    for at in range(count.end, min(end, count.end + 16)):
        if page.cue(at, "deny") or (page.cue(at, "verb") == "deny" and page.form[at - 1] in ("which", "that", "وهو", "ما", "الامر", "وهي")):
            return "denied"
    return None


def _doubled(page: Page, at: int, start: int) -> bool:
    """ "did not deny", "لم ينف": nothing is denied."""
    return at > start and bool(page.cue(at - 1, "neg"))


def _hypothetical(page: Page, count: Count, start: int, end: int) -> str | None:
    anchor = _anchor(count, start)
    trigger = page.trigger(count.trigger_at) if count.trigger_at is not None else None
    if trigger is not None and trigger.future:
        return "hypothetical"
    for at in range(anchor - 1, max(start, anchor - _HYP_REACH) - 1, -1):
        if page.cue(at, "hyp"):
            return "hypothetical"
        if page.cue(at, "may") and trigger is not None and _imperfect(page, count.trigger_at or 0):
            return "hypothetical"
        if page.cue(at, "neg") == "future":
            return "hypothetical"
        if page.cue(at, "verb") == "speech" or page.form[at] in _COMMA:
            break
    if count.trigger_at is not None and count.trigger_at >= count.end:
        return _between(page, count)
    return None


def _between(page: Page, count: Count) -> str | None:
    """ "20 people may have been killed": possibility between the count and its action."""
    for at in range(count.end, count.trigger_at or count.end):
        if page.cue(at, "hyp"):
            return "hypothetical"
    return None


def _imperfect(page: Page, at: int) -> bool:
    return page.form[at][:1] in "يتن"
