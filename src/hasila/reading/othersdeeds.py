"""Agents told before a count who did something else than what is counted."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.count import EVENTS
from hasila.reading.counts import Count
from hasila.reading.doings import its_deed
from hasila.reading.setting import PEOPLE, Setting


def of_one_alone(at: int, count: Count, setting: Setting) -> bool:
    """ "Ten partnered operations and one by US forces alone left four dead": who did the one did not do them all."""
    page = setting.page
    if page.form[at] >= "\u0590" or not page.cued_at("mode", at, min(setting.end, at + _LED)):
        return False
    alone = any(page.cue(k, "mode") == "unilateral" for k in page.cued_at("mode", at, min(setting.end, at + _LED)))
    share = (other for other in setting.counts if other is not count and at - _SHARE <= other.end <= at)
    return alone and any(other.measure in EVENTS and other.conj for other in share)


def of_other_event(at: int, count: Count, setting: Setting) -> bool:
    """ "عمليتان تولتهما القوات الأميركية، و15 عملية": who did one event did not do the next; but "ضربة نفذها التحالف
    أسفرت عن مقتل تسعة" tells of its dead."""
    page = setting.page
    if not its_deed(page, at, setting.start):
        return False
    if count.measure in PEOPLE and page.has(_IN_THEM, at, count.start):
        return False  # "عملية نفذتها قسد، اعتقلت فيها 14"
    return count.measure not in PEOPLE or not any(
        page.cue(k, "verb") == "outcome" for k in page.within(at, count.start)
    )


_IN_THEM = markers("in-them")


def of_share_before(at: int, count: Count, setting: Setting) -> bool:
    """ "213 بضربات سلاح الجو و98 في عمليات متفرقة": who did the one, where the next was done in events of its own."""
    page = setting.page
    if (
        not count.conj
        or not page.has(_WITHIN, count.end, count.end + 2)
        or not page.of_kind("event", count.end, count.end + 3)
    ):
        return False
    return any(other.conj == count.conj or other.subset for other in setting.counts if at - _SHARE <= other.end <= at)


_WITHIN = frozenset({"في"})


_SHARE = 3


def counted_between(count: Count, setting: Setting, end: int) -> bool:
    """Whether something else is counted before a place behind a count; parts that the same verb tells of are not: "28
    civilians, seven of them children, were killed when the coalition bombed"."""
    rest = (other for other in setting.counts if other.measure and count.end <= other.start < end)
    return any(
        not ((other.partitive and other.trigger_at == count.trigger_at) or _fell_in(count, other, setting))
        for other in rest
    )


def _fell_in(count: Count, other: Count, setting: Setting) -> bool:
    """ "عشرة مدنيين قُتلوا في غارتين شنهما التحالف": whoever flew the strikes in which people fell killed them."""
    page, at = setting.page, other.start
    inside = page.form[at - 1] in _WITHIN or (other.noun_at is not None and page.lex[other.noun_at].prep == "ب")
    return count.measure in PEOPLE and other.measure in EVENTS and inside and at - count.end <= _AT_ONCE


_AT_ONCE = 3


def of_place_between(count: Count, setting: Setting, end: int) -> bool:
    """ "نُفذت 6 ضربات في الرمادي التي استعادتها القوات": whoever took a place flew no strikes there."""
    page = setting.page
    if count.measure in PEOPLE or page.form[count.start] < "\u0590":
        return False
    told = page.all(_RELATIVE, count.end, end)
    return any((held := page.inside.get(at - 1)) is not None and held.kind == "place" for at in told)


_RELATIVE = markers("relative-clause")


_LED = 6
