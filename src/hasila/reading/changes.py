"""Numbers that give way to one another: "rose from 7 to 11", "not 12 but nine", "31 بعد أن كان 22"."""

from __future__ import annotations

from bisect import bisect_right

from hasila.lexicon.markers import markers
from hasila.reading.count import EVENTS, Count
from hasila.reading.governors import BE, COMMA, HARD, SMALL, phrase_start, set_measure
from hasila.reading.page import Page, starting

_AT_FIRST = markers("at-first")
_TOLD = 45


def changed(page: Page, counts: list[Count], index: int, previous: Count | None, last: Count | None) -> bool:
    """ "من 332 إلى 373 قتيلا", "rose from 7 to 11 killed": the first number gives way to the second."""
    count = counts[index]
    after = counts[index + 1] if index + 1 < len(counts) else None
    if after is None or after.measure is None or not count.nameless:
        return False
    if page.before(count.start) not in ("من", "from") or not _led_on(page, count.end, after.start):
        return False
    set_measure(count, after.measure, "change", after.trigger_at)
    give_way(page, count)
    return True


def changed_to(page: Page, counts: list[Count], index: int, previous: Count | None, last: Count | None) -> bool:
    """ "operations rose from 7 to 11": the second number after a first that is bound."""
    count = counts[index]
    if previous is None or not count.nameless or page.before(previous.start) not in ("من", "from"):
        return False
    if not _led_on(page, previous.end, count.start):
        return False
    give_way(page, previous)
    return take(count, previous, "change")


def _led_on(page: Page, start: int, end: int) -> bool:
    """Whether only "to" and a day or place stand between two numbers: "from 37 in June to 20 in July"."""
    if page.form[end - 1] not in ("to", "الي"):
        return False
    return all(at in page.dated or at in page.inside or page.form[at] in SMALL for at in range(start, end - 1))


def give_way(page: Page, count: Count) -> None:
    """A toll that rises from a number withdraws it; a monthly number of operations or arrests does not."""
    if count.measure in EVENTS:
        return
    for at in range(count.start - 1, max(-1, count.start - _TOLD), -1):
        if page.form[at] in HARD or page.form[at] == ".":
            return
        if page.cue(at, "verb") == "toll" or page.cue(at, "corrected"):
            if page.among(at, _REVISES) or page.cue(at, "corrected") or not _of_stretch(page, count):
                count.modality = "denied"
            return


def _of_stretch(page: Page, count: Count) -> bool:
    """ "ارتفع عدد المعتقلين من 21 في تموز إلى 30 في آب": what one stretch had, it keeps."""
    start = page.sentences[bisect_right(page.sentences, (count.start, len(page.form))) - 1][0]
    return any(day.shape in STRETCHES for day in starting(page.dates, start, count.end + _ITS_STRETCH))


STRETCHES = ("month", "quarter", "half", "year", "part")
_ITS_STRETCH = 3
_REVISES = markers("revises-toll")


def not_but(page: Page, counts: list[Count], index: int, previous: Count | None, last: Count | None) -> bool:
    """ "Not 12 but nine people were killed", "سبعة قتلى لا تسعة": a number named to be rejected."""
    count = counts[index]
    again = previous is not None and previous.noun == count.noun  # "14 men, not 15 men"
    if not (count.nameless or again) or count.start < 1 or not page.cue(count.start - 1, "notmark"):
        return False
    after = counts[index + 1] if index + 1 < len(counts) else None
    count.modality = "denied"
    if after is not None and after.measure is not None and page.form[count.end] in ("but", "بل"):
        return set_measure(count, after.measure, "not-but", after.trigger_at)
    whole = previous or last
    return whole is not None and take(count, whole, "not-but")


def replaced(page: Page, counts: list[Count], index: int, previous: Count | None, last: Count | None) -> bool:
    """ "31 بعد أن كان 22", "تسعة قتلى بدلاً من 11": a number that another one replaces."""
    count = counts[index]
    whole = previous if index else last
    if whole is None or not count.nameless or count.start < 1:
        return False
    at = count.start - 1
    while at > 0 and page.form[at] in ("the", "نحو"):
        at -= 1
    first = phrase_start(page, at, 0)
    if _said_at_first(page, count, at) or _was_at_first(page, count, at):
        count.modality = "denied"
        return take(count, whole, "replaced")
    if page.cue(first, "contrast"):
        take(count, whole, "compared")
        give_way(page, count)
        return True
    return _replaced_at(page, count) and take(count, whole, "replaced")


def _replaced_at(page: Page, count: Count) -> bool:
    """ "بعد أن كان 22", "بعدما كانت بيانات الجيش الأولى قد تحدثت أمس عن 12": only who had said it, and when, stands
    between."""
    for at in range(count.start - 1, max(0, count.start - _SAID) - 1, -1):
        first = phrase_start(page, at, 0)
        if page.cue(first, "supersede"):
            return page.until[first] == count.start or _had_said(page, page.until[first], count.start)
        if page.form[at] in HARD or page.form[at] in COMMA or page.trigger(at) is not None:
            return False
    return False


def _had_said(page: Page, start: int, end: int) -> bool:
    """Whether a verb of saying or counting leads to the number, and no other verb stands there."""
    verbs = [page.cue(at, "verb") for at in range(start, end) if page.cue(at, "verb")]
    return verbs == ["speech"]


_SAID = 12


def _said_at_first(page: Page, count: Count, at: int) -> bool:
    """ "Its first statement had said 15.": a bare number that was given before."""
    closed = count.end >= len(page.form) or page.form[count.end] in COMMA or page.form[count.end] in (".", ";", "\n")
    return closed and page.cue(at, "verb") == "speech" and page.form[at - 1] in _AT_FIRST


def _was_at_first(page: Page, count: Count, at: int) -> bool:
    """ "It was 23 at first": the toll told last, before it rose."""
    return count.end < len(page.form) and bool(page.cue(count.end, "first")) and page.form[at] in BE


def take(count: Count, whole: Count, rule: str) -> bool:
    if (count.noun is None and not count.unknown_noun) or count.others:
        count.noun = count.noun or whole.noun
        count.group = count.group or whole.group
    return set_measure(count, whole.measure or "", rule, whole.trigger_at)
