"""What the total, the toll, the row or the loser says of the people of a count that names no sort itself."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.model import Victim
from hasila.reading.belonging import MANY, belonging, joined, people_at, side_word
from hasila.reading.cast import side_of
from hasila.reading.counts import Count
from hasila.reading.groups import group_of
from hasila.reading.page import Page
from hasila.reading.parts import parts_of
from hasila.reading.setting import PEOPLE, Setting
from hasila.reading.thread import Thread

_NEXT = 8
_FAR = 30
_ENDS = frozenset({"،", ",", ";", "؛"})


def told_of_all(count: Count, setting: Setting, thread: Thread) -> Victim | None:
    """Whose people they are by what is said of all the casualties, of the toll, the loser or the whole."""
    return (
        _all_of(count, setting)
        or _of_the_toll(count, setting)
        or _of_the_loser(count, setting)
        or _of_the_whole(count, setting, thread)
    )


def of_several(count: Count, setting: Setting) -> bool:
    """ "106 مدنيين وعسكريين", "82 من أفراد الشرطة والمتظاهرين": people of two sorts under one number."""
    page, at = setting.page, count.noun_at
    if _between_sorts(page, count.end, setting.end):
        return True
    first = page.noun(at) if at is not None and at >= count.number[1] else None
    if at is None or first is None or first.kind != "person":
        return False
    open_to = count.end + 2 if "of-group" in count.rules and page.form[at - 1] == "من" else at + 2
    for k in range(at + 1, min(setting.end, open_to)):
        second = page.noun(k)
        if page.conj[k] != "و" or second is None:
            if page.lex[k].alpha and not joined(page, k):
                continue
            return False
        sorts = {people_at(count, setting, at, k) or first.value, second.value}
        both = (page.lex[at].article or k > at + 1) and _definite(page, k) and second.number in MANY
        alike = first.number == second.number or both
        return second.kind == "person" and alike and len(sorts) == 2 and sorts <= {"civilian", "security", "militant"}
    return False


def _between_sorts(page: Page, at: int, end: int) -> bool:
    """ "57 شخصا، بين مدنيين وجنود": behind the number it is said which sorts they are of."""
    at += at < end and page.form[at] in _ENDS
    if at >= end or page.form[at] != "بين":
        return False
    nouns = [page.noun(k) for k in range(at + 1, min(end, at + _NEXT)) if k == at + 1 or page.conj[k] == "و"]
    sorts = {noun.value for noun in nouns if noun is not None and noun.kind == "person" and noun.number in MANY}
    return len(sorts & {"civilian", "security", "militant"}) > 1


def _definite(page: Page, at: int) -> bool:
    """المتظاهرين, جنود الجيش: with the article or before it."""
    return page.lex[at].article or (at + 1 < len(page.form) and page.lex[at + 1].article)


def _all_of(count: Count, setting: Setting) -> Victim | None:
    """ "قتيلين وأربعة جرحى جميعهم من المدنيين", "30 قتيلا و50 جريحا من المدنيين": what is said behind the last of a
    row of casualties is said of all."""
    page, end, last = setting.page, count.end, count
    for other in setting.counts:
        if end <= other.start <= end + _ROW and other.measure in PEOPLE and not (other.dead or other.subset):
            end, last = other.end, other
    each = next((k for k in range(end, min(setting.end, end + _ROW)) if page.form[k] in _EACH), None)
    if each is not None:
        return people_at(count, setting, each + 1, min(setting.end, each + 5))
    row = [other for other in (count, last) if other.noun is not None and other.noun.kind == "casualty"]
    return belonging(last, setting) if len(row) == 2 and last is not count and last.start == count.end else None


_ROW = 4
_EACH = markers("all-of-them")


def _of_the_toll(count: Count, setting: Setting) -> Victim | None:
    """ "وصل عدد القتلى في صفوف الجنود إلى 284": whose toll it is."""
    page = setting.page
    for at in range(count.start - 1, max(setting.start, count.start - _FAR) - 1, -1):
        noun = page.noun(at)
        ends = page.form[at] in _ENDS and page.form[at + 1] != "الي"
        if ends or any(other.start <= at < other.end and not _of_time(other) for other in setting.counts):
            return None
        if noun is not None and noun.kind == "casualty" and noun.number in MANY:
            tolled = any(page.cue(k, "tally") for k in range(max(setting.start, at - 2), at))
            return _people_of_toll(setting, at + 1, min(count.start, at + 6)) if tolled else None
        named = noun is not None and noun.kind == "person" and noun.number in MANY and noun.value != "unknown"
        if (
            named
            and not _describes_event(page, at)
            and any(page.cue(k, "tally") for k in range(max(setting.start, at - 2), at))
        ):
            return noun.value  # type: ignore[union-attr, return-value]
    return None


def _describes_event(page: Page, at: int) -> bool:
    """ "حصيلة التفجيرين الانتحاريين": bombings by suicide bombers, not a toll of these."""
    event = page.noun(at - 1) if at else None
    return event is not None and event.kind == "event"


def _of_time(count: Count) -> bool:
    return count.noun is not None and count.noun.value == "time"


def _of_the_loser(count: Count, setting: Setting) -> Victim | None:
    """ "تكبدت الشرطة ستة قتلى": whoever suffers losses suffers them in its own ranks."""
    page = setting.page
    for at in range(count.start - 1, max(setting.start, count.start - _NEXT) - 1, -1):
        if page.form[at].removeprefix("و") in _SUFFERS:
            return people_at(count, setting, at + 1, count.start)
        if page.form[at] in _ENDS or page.trigger(at) is not None:
            return None
    return None


_SUFFERS = markers("suffers-losses")


def _of_the_whole(count: Count, setting: Setting, thread: Thread) -> Victim | None:
    """ "سبعة من الجنود بينهم غينيان", "40 عنصراً (25 قتيلاً و15 جريحاً)": the parts of people of one sort are of it."""
    index = next((k for k, other in enumerate(setting.counts) if other is count), 0)
    parts = {id(other) for other in parts_of(setting.page, setting.counts[: index + 1])}
    before = [other for other in setting.counts[:index] if id(other) not in parts and not other.dead]
    split = next((other for other in reversed(before) if _opens_split(other, count, setting)), None)
    whole = split or (before[-1] if before and count.subset else None)
    if whole is None or (whole is not split and whole.measure != count.measure) or of_several(whole, setting):
        return None
    if side_of(group_of(whole, setting, thread)) in ("isis", "jihadist"):
        return "militant"
    named = whole.noun.value if whole.noun is not None and whole.noun.value != "unknown" else None
    value = belonging(whole, setting) or named or _of_the_toll(whole, setting)
    return value if value in ("security", "civilian", "militant") else None  # type: ignore[return-value]


def _opens_split(whole: Count, count: Count, setting: Setting) -> bool:
    """Whether a total is split into casualties behind it, by words or in brackets, and the count is one of them."""
    if count.noun is None or count.noun.kind != "casualty":
        return False
    between = setting.page.form[whole.end : count.start]
    return "combined-split" in whole.rules or (between[:1] == ["("] and ")" not in between)


def _people_of_toll(setting: Setting, start: int, end: int) -> Victim | None:
    """ "القتلى المدنيين", "القتلى في صفوف الجنود": those named right behind a toll, not in what befell them."""
    page = setting.page
    for at in range(start, end):
        noun = page.noun(at)
        side = side_word(setting, at)
        if side is not None:
            return side
        if noun is not None and noun.kind == "person" and noun.number in MANY:
            return noun.value if noun.value in ("security", "civilian", "militant") else None  # type: ignore[return-value]
        if page.trigger(at) is not None or page.cue(at, "verb") or (noun is not None and noun.kind == "event"):
            return None
    return None
