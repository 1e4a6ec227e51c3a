"""What may be or may come: threats, plans, purposes, likelihoods."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.count import EVENTS, Count
from hasila.reading.page import Page

_NEXT = 3


_HYP_REACH = 7


_THREAT_REACH = 14


_MAY = frozenset({"may", "may's"})  # the month
_COMMA = frozenset({"،", ","})


def anchor_of(count: Count, start: int) -> int:
    """Where the clause of a count begins to be read: its action if that stands before it, else the count."""
    return (
        min(count.start, count.trigger_at)
        if count.trigger_at is not None and count.trigger_at >= start
        else count.start
    )


_ESTABLISHES = markers("establish-verb")


def hypothetical(page: Page, count: Count, start: int, end: int) -> str | None:
    anchor = anchor_of(count, start)
    trigger = page.trigger(count.trigger_at) if count.trigger_at is not None else None
    if trigger is not None and (trigger.future or page.cue(count.trigger_at or 0, "hyp")):
        return "hypothetical"  # "are feared dead"
    if count.measure not in EVENTS and _would(page, count):
        return "hypothetical"
    if trigger is not None and trigger.filled and (count.trigger_at or 0) >= count.end:
        return None
    if count.measure in EVENTS and _to_come(page, count, start, end):
        return "hypothetical"
    tried = _attempted(page, count, anchor, start) or _purposed(page, count, anchor, start)
    if tried or _believed(page, anchor, start):
        return "hypothetical"
    for at in range(anchor - 1, max(start, anchor - _HYP_REACH) - 1, -1):
        if page.form[at] in _OCCASION:
            break
        if page.form[at + 1] in _ESTABLISHES:
            break  # "SOHR could document the death of 815 people"
        if page.cue(at, "hyp") and not (page.form[at] in _MAY and page.lex[at].upper):
            return "hypothetical"
        if page.cue(at, "may") and trigger is not None and _imperfect(page, count.trigger_at or 0):
            return "hypothetical"
        if page.cue(at, "may") and at + 1 < end and (page.form[at + 1] in _BE or _may_do(page, at + 1)):
            return "hypothetical"
        if page.cue(at, "neg") == "future":
            return "hypothetical"
        if page.cue(at, "verb") == "speech" or page.form[at] in _COMMA or page.form[at : at + 2] == ["and", "that"]:
            break
    if any(page.cue(at, "may") and page.form[at + 1] in _BE for at in range(count.start, count.end - 1)):
        return "hypothetical"
    if _threatened(page, anchor, start) or _likely(page, count, end):
        return "hypothetical"
    if count.trigger_at is not None and count.trigger_at >= count.end:
        return _between(page, count)
    return None


def _believed(page: Page, anchor: int, start: int) -> bool:
    """ "يُعتقد أنها قتلت ثلاثة", "believed to have killed three": but not men believed to be of a group, who killed."""
    if anchor - _BELIEF < start or page.trigger(anchor) is None:
        return False
    if page.form[anchor] >= "\u0590":
        return page.form[anchor - 1] in _THAT and page.form[anchor - 2] in _BELIEVED
    at = anchor - (page.before(anchor) == "been")
    return page.form[at - 2 : at] == ["to", "have"] and page.form[at - 3] in _BELIEVED


_BELIEF = 2
_BELIEVED = markers("believed")
_THAT = markers("complementiser")


def _likely(page: Page, count: Count, end: int) -> bool:
    """ "قُتل 20 مدنيا على الأرجح"; what is likely in "أدت تسع ضربات على الأرجح إلى مقتل" is what follows."""
    near = range(count.end, min(end, count.end + 2))
    at = next((k for k in near if page.cue(k, "hyp") and page.form[k] == "علي"), None)
    return at is not None and count.measure not in EVENTS and page.form[page.until[at] : page.until[at] + 1] != ["الي"]


def future(page: Page, at: int) -> bool:
    return page.form[at].removeprefix("و").startswith(("سي", "ست", "سن"))


def _would(page: Page, count: Count) -> bool:
    """ "تفجير كان سيودي بحياة خمسين", "سيوقع 40 قتيلا": a verb in the future right before those counted."""
    at = count.trigger_at if count.trigger_at is not None and count.trigger_at < count.start else count.start - 1
    if at < 0 or not future(page, at):
        return False
    return page.trigger(at) is not None or page.cue(at, "verb") in ("action", "outcome")


def _to_come(page: Page, count: Count, start: int, end: int) -> bool:
    """ "ثلاث عمليات واسعة ستُشنّ قبل نهاية الشهر", "ستنفذ القوات خمس عمليات": events whose verb is in the future."""
    before = range(count.start - 1, max(start, count.start - _NEXT - 1) - 1, -1)
    for near in (range(count.end, min(end, count.end + _NEXT)), before):
        for at in near:
            verb = page.cue(at, "verb")
            if verb == "action" and future(page, at):
                return True
            if verb is not None or page.form[at] in _COMMA:
                break
    return False


def _attempted(page: Page, count: Count, anchor: int, start: int) -> bool:
    """ "محاولة توقيف أحد المطلوبين", "حاول المسلحون خطف سائحين": what is tried is not done."""
    if count.trigger_at != anchor or page.cue(anchor, "verb"):
        return False
    for at in range(anchor - 1, max(start, anchor - _TRY_REACH) - 1, -1):
        tried = page.cue(at, "attempt")
        if tried:
            return tried == "verb" or page.until[at] == anchor
        if page.form[at] in _COMMA or page.trigger(at) is not None or page.cue(at, "verb"):
            return False
    return False


def _purposed(page: Page, count: Count, anchor: int, start: int) -> bool:
    """ "an operation was under way to capture 17 suspects", "warrants to arrest nine": what is meant to be done."""
    trigger = page.trigger(anchor) if count.trigger_at == anchor else None
    if trigger is None or page.before(anchor) != "to" or trigger.shape == "before":
        return False  # "this effort led to the killing of five"
    return not _PURPOSE.isdisjoint(page.form[max(start, anchor - _PURPOSE_REACH) : anchor])


_PURPOSE = markers("purpose")


_PURPOSE_REACH = 9


_OCCASION = markers("occasion")


_TRY_REACH = 4


_BE = markers("subjunctive-be")


_MAY_DO = markers("may-do-verb")


def _may_do(page: Page, at: int) -> bool:
    """ "قد يشن التنظيم هجمات": the imperfect behind قد; وقد نفذت is a past, so of other persons only sure forms."""
    verb = page.cue(at, "verb") in ("action", "other", "outcome") and not page.cue(at, "masdar")
    return (verb and page.form[at].startswith("ي")) or page.form[at] in _MAY_DO


def _threatened(page: Page, anchor: int, start: int) -> bool:
    """ "وهدد الخاطفون في شريط بثته القناة باعدام الرهائن": a threat reaches over its subject."""
    if page.lex[anchor].prep != "ب":
        return False
    for at in range(anchor - 1, max(start, anchor - _THREAT_REACH) - 1, -1):
        if page.form[at] in _COMMA:
            return False
        if page.cue(at, "hyp") and any(root in page.form[at] for root in ("هدد", "توعد")):
            return True
    return False


def _between(page: Page, count: Count) -> str | None:
    """ "20 people may have been killed": possibility between the count and its action."""
    for at in range(count.end, count.trigger_at or count.end):
        if page.cue(at, "hyp"):
            return "hypothetical"
    return None


def _imperfect(page: Page, at: int) -> bool:
    """Whether a verb has the prefix of an imperfect; "قد توفي", "قد تكبد" are pasts in ت."""
    return page.form[at][:1] in "يتن" and page.form[at] not in _PAST_IN_TA


_PAST_IN_TA = markers("past-in-ta")
