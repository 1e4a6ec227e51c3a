"""Whether a count is asserted, denied, superseded, only possible, or prevented.

The words that decide stand in the clause of the count: a denying or preventing verb before it, a possibility before its
action, a correction on either side of it. A superseded toll counts as denied.
"""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.count import EVENTS, Count
from hasila.reading.page import Page
from hasila.reading.possible import anchor_of, future, hypothetical
from hasila.reading.rejected import of_named_month, rejected

_NEAR = 8
_PHRASE = 4
_NEXT = 3
_HYP_REACH = 7
_DENY_REACH = 24
_CORRECT_REACH = 18
_COMMA = frozenset({"،", ","})


_SIGNS = frozenset(
    {
        "prevent",
        "supersede",
        "corrected",
        "first",
        "early",
        "deny",
        "hyp",
        "may",
        "verb:prevent",
        "verb:deny",
        "neg:future",
        "retract",
        "future",
        "attempt",
        "purpose",
        "to-come",
        "believed",
    }
)


def signs(page: Page, start: int, end: int) -> set[str]:
    """The kinds of cue in a sentence, so that judges who find nothing to judge need not read it again."""
    found: set[str] = set()
    if page.has(_PURPOSE, start, end):
        found.add("purpose")
    if page.has(_BEFORE, start, end):
        found.add("first")
    if page.has(_BELIEVED, start, end):
        found.add("believed")
    for at in page.within(start, end):
        word = page.word[at]
        if word is None:
            continue
        if word.trigger is not None and (word.trigger.future or future(page, at)):
            found.add("future")
        if word.cues:
            found.update(word.cues)
            verb = word.cues.get("verb")
            if verb is not None:
                found.add(f"verb:{verb}")
                if verb in ("action", "outcome") and future(page, at):
                    found.add("to-come")
                if verb == "toll" and "راجع" in page.form[at]:
                    found.add("retract")
            if word.cues.get("neg") == "future":
                found.add("neg:future")
    return found


def settle(page: Page, count: Count, start: int, end: int, found: set[str]) -> None:
    """Set the modality of a bound count from its sentence, tokens [start, end), whose cues are ``found``."""
    if count.modality != "asserted" or count.zero or _SIGNS.isdisjoint(found):
        return
    for judge in (_prevented, _superseded, _denied, hypothetical):
        verdict = judge(page, count, start, end)
        if verdict is not None:
            count.modality = verdict
            count.rules.append(f"modality-{verdict}")
            return


_OBJECT = frozenset({"its", "their", "the", "a", "an"})


def _prevented(page: Page, count: Count, start: int, end: int) -> str | None:
    """ "foiled two attacks", "إحباط 3 هجمات": what was prevented did not happen."""
    anchor = anchor_of(count, start)
    for at in range(anchor - 1, max(start, anchor - 5) - 1, -1):
        if page.cue(at, "verb") == "prevent" and count.measure in EVENTS:
            if not _OBJECT.isdisjoint(page.form[at + 1 : anchor - 1]):
                return None  # "to prevent its comeback included 196 missions"
            return None if _doubled(page, at, start) else "prevented"
        if page.cue(at, "prevent"):
            return "prevented"
        if page.form[at] in _COMMA or (page.cue(at, "verb") not in (None, "prevent")):
            break
    behind = range(count.end, min(end, count.end + _BEHIND))
    if count.measure in EVENTS and _thwarted(page, count, end):
        return "prevented"
    if count.measure in EVENTS and page.form[count.end - 1] >= "\u0590":
        verb = next((k for k in behind if page.form[k] not in _OWNED), None)
        if verb is not None and page.cue(verb, "verb") == "prevent" and not page.conj[verb]:
            # "47 عملية له أُحبطت"; "6 عمليات أفشلت هجمات للتنظيم" took place
            return None if page.of_kind("event", verb + 1, min(end, verb + 1 + _BEHIND)) else "prevented"
    return None


_BEHIND = 2
_PASSIVE = frozenset({"was", "were", "have", "has", "had", "been", "are", "is", "being"})
_OWNED = frozenset({"له", "لها", "لهم"})


def _thwarted(page: Page, count: Count, end: int) -> bool:
    """ "12 attacks were thwarted", "two attacks on prisons have been foiled"."""
    for at in range(count.end, min(end, count.end + _HYP_REACH)):
        if page.cue(at, "verb") == "prevent" and page.form[at - 1] in _PASSIVE:
            return True
        if page.form[at] in _COMMA or page.trigger(at) is not None or page.cue(at, "verb"):
            return False
    return False


def _superseded(page: Page, count: Count, start: int, end: int) -> str | None:
    for at in page.cued_at("supersede", max(start, count.start - _TOLL_REACH - _PHRASE), count.start):
        if page.before(count.start) == "الي" and page.form[at].startswith(_SET_RIGHT):
            continue  # "مصححة حصيلة سابقة إلى تسعة"
        if count.start - page.until[at] < _reach(page, at, count) and not _acts_on(page, at, count):
            stands = _of_its_time(page, count, end) or _all_along(page, count, end)
            return None if stands else "denied"
    if _told_early(page, count, start, end) or _told_at_first(page, count, start, end):
        return "denied"
    for at in range(count.end, min(end, count.end + _CORRECT_REACH)):
        if page.cue(at, "corrected"):
            return "denied"
    return None


def _reach(page: Page, at: int, count: Count) -> int:
    """ "وكانت حصيلة سابقة ذكرت أن 15 شخصاً قتلوا وأصيب 45": of an earlier toll is what its clause goes on to count."""
    told = page.form[at].startswith(_TOLL) and not any(page.form[k] in _COMMA for k in range(at, count.start))
    return _TOLL_REACH if told else _NEAR


_SET_RIGHT = ("مصحح", "معدل")
_TOLL = ("حصيله", "الحصيله")
_TOLL_REACH = 14


def _of_its_time(page: Page, count: Count, end: int) -> bool:
    """ "ارتفعت إلى 148، بعدما كانت 112 حتى نهاية آذار": of a stretch of its own it is still true."""
    if page.form[count.start] < "\u0590" and of_named_month(page, count):
        return True
    own = next((date for date in page.dates if count.end <= date.start < min(end, count.end + _NEXT)), None)
    if own is None or own.shape not in ("until", "month"):
        return False
    return _COMMA.isdisjoint(page.form[count.end : own.start])


def _acts_on(page: Page, at: int, count: Count) -> bool:
    """Whether an action follows where a number would be replaced: "بعدما كانت المحاولة الأولى انتهت بمصرع 15"."""
    between = range(page.until[at], count.start)
    ended = any(page.cue(k, "verb") == "outcome" for k in between)
    return ended or (page.form[at] in _IN_PLACE and _acted(page, page.until[at], count.start))


def _acted(page: Page, start: int, stop: int) -> bool:
    """ "Rather than wait, the army killed nine": what is replaced is an action, and not the number behind it."""
    return any(page.trigger(at) is not None or page.cue(at, "verb") for at in range(start, stop))


_IN_PLACE = markers("in-place-of")


def _told_early(page: Page, count: Count, start: int, end: int) -> bool:
    """ "وكانت حصيلة أولية أفادت بمقتل خمسة", "تحدثت الحصيلة الأولى عن خمسة قتلى، ثم صارت تسعة": what a first report
    had said before the one that is told."""
    for at in range(max(start, count.start - _EARLY_REACH), count.start):
        if page.cue(at, "early"):
            if any(_grows(page, k) for k in range(at, count.start - 1)):
                return False  # "ثلاثة قتلى، قبل أن ترتفع إلى خمسة": the last of them holds
            had = not _HAD.isdisjoint(page.form[max(start, at - _EARLY_NEAR) : page.until[at] + 1])
            return had or any(_grows(page, k) for k in range(count.end, end - 1))
    return False


def _grows(page: Page, at: int) -> bool:
    """ "ثم صارت 21", "قبل أن ترفعها الوكالة إلى 28": a toll gives way to the next."""
    return page.form[at] in ("ثم", "ان") and (page.form[at + 1] in _BECAME or page.cue(at + 1, "verb") == "toll")


_BECAME = markers("became")
_EARLY_REACH = 16
_EARLY_NEAR = 6
_HAD = markers("had")


def _told_at_first(page: Page, count: Count, start: int, end: int) -> bool:
    """ "The ministry spoke of 12 dead at first", "the 15 it had announced at first", "it was 23 at first": what was
    said before something else was."""
    said = range(max(start + 1, anchor_of(count, start) - _HYP_REACH), count.start)
    if any(page.cue(at, "first") and page.cue(at - 1, "verb") in _TOLD for at in said):
        return True  # "said at first that nine were killed"
    near = range(count.end, min(end, count.end + _HYP_REACH))
    if any(page.form[at] in _BEFORE and page.cue(at + 1, "verb") in _TOLD for at in near if at + 1 < end):
        return _COMMA.isdisjoint(page.form[count.end : near.stop])  # "down from the five it first reported"
    first = next((at for at in near if page.cue(at, "first")), None)
    if first is None or not _COMMA.isdisjoint(page.form[count.end : first]):
        return False
    told = any(page.cue(at, "verb") in _TOLD for at in range(max(start, count.start - _HYP_REACH), first))
    return told or (count.nameless and page.before(count.start) in _WAS)


_BEFORE = markers("at-first") - {"had"}
_TOLD = frozenset({"speech", "toll"})
_WAS = frozenset({"was", "were", "be", "been"})


def _all_along(page: Page, count: Count, end: int) -> bool:
    """ "had put the number at 14 from the start": what was said first and still is."""
    behind = page.form[count.end : min(end, count.end + _NEXT + 2)]
    return "from" in behind and not _BEGINNING.isdisjoint(behind)


_BEGINNING = markers("beginning")


def goes_on(page: Page, before: Count, count: Count) -> bool:
    """Whether nothing but "and" stands between two counts, or "at first and", "at first, then"."""
    gap = range(before.end, count.start)
    if not count.conj:
        return "then" in page.form[gap.start : gap.stop] and any(page.cue(at, "first") for at in gap)
    return len(gap) <= 1 or any(page.cue(at, "first") for at in gap)


def _denied(page: Page, count: Count, start: int, end: int) -> str | None:
    anchor = anchor_of(count, start)
    for at in range(anchor - 1, max(start, anchor - _DENY_REACH) - 1, -1):
        verb = page.cue(at, "verb")
        if page.form[at] in (":", ";", "؛"):
            break
        if verb == "deny" and not _doubled(page, at, start) and not _of_a_part(page, at, anchor):
            return "denied"
        if (page.cue(at, "deny") and anchor - at <= 8) or _retracted(page, at, anchor):
            return "denied"
        anew = anchor - at > 3 or page.conj[at] != ""  # "نفى ذلك وقال إن أربعة استسلموا"
        if verb == "speech" and anew and page.form[at] not in _TELLS and page.form[at - 1] not in _WHAT:
            break
    return "denied" if rejected(page, count, start, end) else _denied_after(page, count, end)


def _denied_after(page: Page, count: Count, end: int) -> str | None:
    """ "more than 500 perished, which officers reject", "لكن القائد نفى ذلك", "قبل أن تعود وتنفي": denied later on."""
    numbered = False
    for at in range(count.end, min(end, count.end + _DENY_REACH)):
        if page.cue(at, "deny") and at < count.end + 16:
            return "denied"
        numbered = numbered or page.form[at][0].isdigit()
        if page.cue(at, "verb") != "deny" or _doubled(page, at, count.end):
            continue
        object_ = at + 1 < end and page.form[at + 1] in _THAT
        relative = page.has(_WHICH, max(count.end, at - _RELATIVE), at)
        object_ = object_ or page.form[at] in _DENIED_IT or _denies_that(page, at, end)
        turned = any(page.form[k] == "قبل" and page.form[k + 1] == "ان" for k in range(count.end, at))
        if (object_ or relative or turned) and not numbered:
            return "denied"
    return None


def _denies_that(page: Page, at: int, end: int) -> bool:
    """ "ثم نفى مصدر عسكري ذلك": whoever denies it stands before "that", which stands alone."""
    stop = min(end, at + _SUBJECT)
    that = next((k for k in range(at + 2, stop) if page.form[k] == "ذلك"), None)
    if that is None or page.has(_COMMA, at, that) or page.form[that - 1] in _IN:
        return False
    return that + 1 >= end or not page.form[that + 1].startswith("ال")


_SUBJECT = 7
_IN = frozenset({"في", "من", "عن", "الي", "علي", "قبل", "بعد", "منذ", "خلال", "ان"})
_RELATIVE = 6  # "which the Joint Operations Command denied"
_DENIED_IT = markers("denied-it")
_BELIEVED = markers("believed")
_TELLS = markers("news-verb")
_WHAT = markers("that-which")
_THAT = markers("denied-object")
_WHICH = markers("relative")


def _of_a_part(page: Page, at: int, anchor: int) -> bool:
    """ "نفى مسؤوليته عن القصف الذي قُتل فيه 18": what is denied is the part in it, not the dead."""
    return any(page.cue(k, "part") for k in range(at + 1, min(anchor, at + 4)))


def _retracted(page: Page, at: int, anchor: int) -> bool:
    """ "تراجعت الشرطة عن حصيلة أولى تحدثت عن أربعين قتيلا": what one goes back on."""
    stem = page.form[at].lstrip("وفيت")
    back = stem.startswith("راجع") and page.cue(at, "verb") == "toll"
    return back and "عن" in page.form[at + 1 : min(anchor, at + 6)]


def _doubled(page: Page, at: int, start: int) -> bool:
    """ "did not deny", "لم ينف": nothing is denied."""
    return at > start and bool(page.cue(at - 1, "neg"))


_PURPOSE = markers("purpose")
