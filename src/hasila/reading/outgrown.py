"""Tolls that a report recalls once it has told the larger ones that came after them: "وكانت مصادر أمنية قد تحدثت في وقت
سابق عن ثمانية قتلى"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.counts import Count
from hasila.reading.setting import Setting, Slots
from hasila.reading.thread import Thread

_TOLLS = frozenset({"killed", "wounded", "casualties"})
_HAD = markers("had-before")
_RULE = "toll-outgrown"
_MEANWHILE = markers("other-clause")
_SAME_DAY = frozenset({"اليوم", "today"})


def give_way_to_larger(count: Count, setting: Setting, thread: Thread, slots: Slots) -> None:
    """Deny a toll that was told earlier, where the report has told a larger one of the same event."""
    if count.measure not in _TOLLS or count.modality != "asserted" or count.low is None:
        return
    if not _recalled(count, setting) or _of_own_event(count, setting, slots):
        return
    beside = any(_RULE in other.rules for other in setting.counts if other.end <= count.start)
    if beside or any(key[0] == count.measure and (key[1] or 0) > count.low for key in thread.seen):
        count.modality = "denied"
        count.rules.append(_RULE)


def _recalled(count: Count, setting: Setting) -> bool:
    """ "وكان مصدر أمني قد قال في وقت سابق إن": said before what the report has told."""
    page, start = setting.page, setting.start
    if page.form[start] not in _HAD:
        return False
    earlier = [at for at in page.cued_at("earlier", start, count.start) if not _long_before(setting, page.until[at])]
    if not earlier or page.has(_MEANWHILE, earlier[-1], count.start):
        return False  # "وكان المرصد قد تحدث عن 68، فيما قالت الوزارة إن 36 قتلوا"
    return any(page.cue(at, "verb") == "speech" for at in page.within(start, count.start))


def _long_before(setting: Setting, at: int) -> bool:
    """ "في وقت سابق من الشهر الجاري": of another event than that of the report."""
    form = setting.page.form
    return form[at : at + 1] == ["من"] and not (
        _SAME_DAY.intersection(form[at + 1 : at + 3]) or _weekday(setting, at + 1)
    )


def _weekday(setting: Setting, at: int) -> bool:
    return any(moment.start <= at < moment.end and moment.mention.shape == "day" for moment in setting.moments)


def _of_own_event(count: Count, setting: Setting, slots: Slots) -> bool:
    """Whether the toll is of an event with a place of its own, or one that is told for the first time: "في عملية"."""
    page = setting.page
    if slots.basis.get("place") == "stated":
        return True
    return any(not page.lex[at].article for at in page.of_kind("event", setting.start, setting.end))
