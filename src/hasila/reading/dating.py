"""Which date of a sentence holds for a count: the nearest in its own stretch that is not of something else."""

from __future__ import annotations

from dataclasses import replace
from itertools import filterfalse

from hasila.lexicon.markers import markers
from hasila.reading.asidedays import day_since, of_a_part, of_answered, opens_day, told_of_place
from hasila.reading.comparedtimes import beyond_comparison
from hasila.reading.contrasts import (
    contrasted,
    of_brackets,
    of_old_number,
    of_record,
    of_what_it_exceeds,
    set_beside,
)
from hasila.reading.count import EVENTS
from hasila.reading.counts import Count
from hasila.reading.eventyears import of_event_year
from hasila.reading.gaps import cut, told_apart
from hasila.reading.governors import COMMA
from hasila.reading.loosetimes import but_named_day
from hasila.reading.moment import Moment
from hasila.reading.page import Page
from hasila.values.dates import DateMention

_AFTERMATH = markers("aftermath")
_BACK = 5
_BY_THIS = frozenset({"in", "during"})
_CLAUSE = 14
_JOINS = markers("joining-word")
_IN_RESPONSE = markers("in-response")
_INTO, _OUT_OF = frozenset({"to", "الي"}), frozenset({"from", "من"})
_CHANGE = 8
_FROM_THAT = frozenset({"than", "عن"})
_WHEN = markers("time-clause")


def _rough(mention: DateMention) -> bool:
    """ "Early May" has no sure days; "the first eight months of 2023" has."""
    return mention.shape == "part" and (mention.first is None or mention.first.edge is not None)


def _to_date(moment: Moment) -> bool:
    """ "حتى اليوم", "until today": no more than that the count runs on, if another date says since when."""
    first = moment.mention.first
    return moment.mention.shape == "until" and first is not None and first.today == 0


def _only_long(moment: Moment) -> bool:
    """ "the first such attack for two years": how long, not when."""
    span = moment.mention.span
    return moment.period is None and span is not None and span.toward == "bare" and span.unit == "year"


def _only_counted(moment: Moment) -> bool:
    """ "Since January ... 279 missions in seven months": how long the stretch is that another date names."""
    return moment.period is None and moment.mention.span is not None and moment.mention.span.toward == "bare"


def moment_of(page: Page, count: Count, others: list[Count], here: list[Moment], start: int, end: int) -> Moment | None:
    """The date of a count among those of its sentence: the nearest in its own stretch, stretches before days."""
    if not here:
        return None
    if (own_clause := _when_clause(page, count, here)) is not None:
        return own_clause
    if (labelled := _label(page, count, here)) is not None:
        return labelled
    usable = _usable(page, count, others, here, start)
    if not usable:
        rough = next((moment for moment in here if not moment.saying and _rough(moment.mention)), None)
        return None if rough is None else replace(rough, period=None)
    usable = [moment for moment in usable if not _of_a_part(moment, count, others)]
    before = [moment for moment in usable if moment.end <= count.start]
    if before:
        usable = [m for m in usable if m in before or not told_apart(page, count.end, m.start)]
    own = _in_own_stretch(page, count, others, usable, (start, end))
    after = _next_start(count, others, end)
    if own:
        of_events = _of_their_events(page, count, others, usable) if own[-1].end <= count.start else None
        return of_events or _nearest(page, count, others, own, start)
    shared = next((m for m in usable if m.start >= after and not cut(page, count.end, m.start)), None)
    if shared or not usable:
        return shared
    if before:
        stale = day_since(here, before[-1], count, others)
        return None if stale else next((m for m in reversed(before) if m.period is not None), before[-1])
    apart = usable[0].start >= count.end and cut(page, count.end, usable[0].start)
    return _roughly(here, count) if apart else usable[0]


def _roughly(here: list[Moment], count: Count) -> Moment | None:
    """ "أواخر آذار، ... أسفرت عن اعتقال 125": days that nobody names, but none of the report's."""
    rough = next((m for m in here if m.end <= count.start and not m.saying and _rough(m.mention)), None)
    return None if rough is None else replace(rough, period=None)


def _label(page: Page, count: Count, here: list[Moment]) -> Moment | None:
    """ "80 arrested (May: 31)": the date that a colon sets before a number in brackets."""
    return next((m for m in here if m.end == count.start - 1 and _in_brackets(page, count)), None)


def _in_brackets(page: Page, count: Count) -> bool:
    return page.before(count.start) == ":" and "(" in page.form[max(0, count.start - _LABEL) : count.start]


_LABEL = 5


def _usable(page: Page, count: Count, others: list[Count], here: list[Moment], start: int) -> list[Moment]:
    """The dates that can be of a count at all: no days of saying, of other events or of what it is compared with."""
    heads = {other.start: other for other in others if other is not count}
    usable = [
        moment
        for moment in here
        if not (
            moment.saying or _rough(moment.mention) or _only_long(moment) or _heads_next(page, moment, heads, count)
        )
        and not of_answered(page, moment, count, start)
        and not (of_what_it_exceeds(page, moment, count) or of_record(page, moment, count))
        and not beyond_comparison(page, moment, count.end)
        and not (told_of_place(page, moment, count) or _apart(page, moment, count) or of_a_part(page, moment, count))
        and not (_names_attack(page, moment, count) or _names_other(page, moment, count))
        and not (count.end <= moment.start and (set_beside(page, moment) or _of_contrast(page, count, moment)))
    ]
    usable = [moment for moment in usable if not _of_compared(page, moment, count, others, here)]
    elsewhere = (of_brackets, of_old_number)
    usable = [moment for moment in usable if not any(rule(page, moment, count, others) for rule in elsewhere)]
    usable = but_named_day(page, count, usable)
    if changed := changed_from(page, count, others):
        old = {m for m in usable if any(_right_behind(m, other) for other in changed)}
        usable = [m for m in usable if m not in old and page.before(m.start) not in _FROM_THAT]
    for adds_nothing in (_only_counted, _to_date):
        usable = list(filterfalse(adds_nothing, usable)) or usable
    return usable


def _of_compared(page: Page, moment: Moment, count: Count, others: list[Count], here: list[Moment]) -> bool:
    """ "13 مقابل عشرة في نيسان", "88 مقابل 160 في الفترة نفسها من العام الماضي": the time of what a count is compared
    with."""
    first = next((m.start for m in here if 0 <= moment.start - m.end <= 1), moment.start)
    against = [o for o in others if 0 <= first - o.end <= 1 and o is not count and set_against(page, o)]
    return bool(against) and not set_against(page, count)


def set_against(page: Page, count: Count) -> bool:
    """Whether a count is what another one is compared with: "مقابل عشرة", "مقارنة بعشرة"."""
    at = count.start - (page.before(count.start) == "مع")
    if page.before(at) in _AGAINST:
        return True  # "مقابل عشرة", "مقارنة مع عشرة"
    if not count.conj or count.noun_at is not None:
        return False
    near = page.all(_AGAINST, count.start - _PAIR, count.start)  # "مقابل 15 في يونيو و23 في مايو"
    return bool(near) and not any(page.form[k] in COMMA or page.cue(k, "verb") for k in range(near[-1], count.start))


_PAIR = 8


def told_after(page: Page, count: Count) -> bool:
    """ "44 in May, after 39 in April": what came before doesn't turn the report to its own time."""
    return set_against(page, count) or page.before(count.start) in _AFTER or _in_brackets(page, count)


_AGAINST = frozenset({"مقابل", "مقارنه"})
_AFTER = frozenset({"بعد", "after"})


def _of_a_part(moment: Moment, count: Count, others: list[Count]) -> bool:
    """Whether a date stands right behind a part of a whole, and is of that part only."""
    if count.subset:
        return False
    for other in others:
        apart = other.subset and other.start >= count.end and other.noun_at is None
        if apart and 0 <= moment.start - other.end <= 1:
            return True
    return False


def _of_their_events(page: Page, count: Count, others: list[Count], usable: list[Moment]) -> Moment | None:
    """ "45 سقطوا حتى آذار 2017، ومنهم 26 قتيلاً في ثلاث ضربات في آذار": the date of the events that left the people
    dead comes before one that a comma parts from them."""
    event = next((other for other in others if other.start >= count.end), None)
    if event is None or count.measure in EVENTS or event.measure not in EVENTS:
        return None
    behind = next((m for m in usable if m.start >= event.end), None)
    if behind is None or behind.start - count.end > _CLAUSE or page.has(COMMA, count.end, behind.start):
        return None
    before = max((m.end for m in usable if m.end <= count.start), default=count.start)
    return behind if page.has(COMMA, before, count.start) else None


def _next_start(count: Count, others: list[Count], end: int) -> int:
    return min([other.start for other in others if other.start >= count.end], default=end)


def _in_own_stretch(
    page: Page, count: Count, others: list[Count], usable: list[Moment], sentence: tuple[int, int]
) -> list[Moment]:
    """The dates between the counts on either side, with no other clause in between; those that are settled first."""
    after = _next_start(count, [other for other in others if not _goes_with(page, count, other)], sentence[1])
    floor = _last_end(count, others, sentence[0])
    own = [
        m
        for m in usable
        if floor <= m.start
        and m.end <= after + (1 if after == sentence[1] else 0)
        and not cut(page, *((m.end, count.start) if m.end <= count.start else (count.end, m.start)))
    ]
    return [m for m in own if m.period is not None] or own


def _goes_with(page: Page, count: Count, other: Count) -> bool:
    """ "مقتل جنديين ومترجم في 13 كانون الأول": people that "and" joins to a count, right behind it."""
    if page.form[count.start] < "\u0590" or count.measure in EVENTS or other.measure != count.measure:
        return False
    return bool(other.conj) and 0 <= other.start - count.end <= 1


def _last_end(count: Count, others: list[Count], start: int) -> int:
    return max([other.end for other in others if other.end <= count.start], default=start)


def _nearest(page: Page, count: Count, others: list[Count], own: list[Moment], start: int) -> Moment:
    """The date of a stretch that is a count's: behind a part its own, in a row the one behind, else the nearest."""
    later = next((m for m in own if m.start >= count.end), None)
    if count.subset and later is not None and page.form[count.start] < "\u0590":
        return later  # "308 missions this year, including 36 in both countries during August"
    behind = next((m for m in own if _right_behind(m, count)), None)
    floor = _last_end(count, others, start)
    closed = floor > start and any(_closed(page, m, count) for m in own)
    if behind is not None and closed:
        return behind  # "75 were killed in 2022, 51 in 2023"
    if later is not None and closed and count.conj:
        return later  # "5 جنود في كركوك الجمعة و3 مدنيين في ديالى السبت"
    if behind is not None and any(_right_behind(m, other) for m in own for other in others if other.end == floor):
        return behind  # "from 37 in June to 20 in July"
    return min(own, key=lambda m: (_distance(m, count), m.start))


def _closed(page: Page, moment: Moment, count: Count) -> bool:
    """Whether only a comma or "and" stands between a date and the count behind it: the date ends what goes before."""
    gap = page.form[moment.end : count.start]
    glued = not gap and bool(count.conj)
    return moment.end <= count.start and (glued or gap in ([","], ["،"], ["and"], ["و"], [",", "and"]))


def _right_behind(moment: Moment, count: Count) -> bool:
    """ "37 in June": the date is the next thing said of a count."""
    return 0 <= moment.start - count.end <= 1


def changed_from(page: Page, count: Count, others: list[Count]) -> list[Count]:
    """ "rose from 21 to 30", "to 30 from 21": the numbers that gave way to the second one, which is of the time that
    the report is about."""
    if page.before(count.start) not in _INTO:
        return []
    near = [o for o in others if o is not count and -_CHANGE <= count.start - o.end <= _CHANGE]
    return [o for o in near if page.before(o.start) in _OUT_OF]


def _when_clause(page: Page, count: Count, here: list[Moment]) -> Moment | None:
    """ "since March 2020, when two soldiers died", "مقارنة بعام 2019 حين نُفذت 230 عملية": the date right before "when"
    is that of its clause, whatever it is to the rest of the sentence."""
    moment = next((m for m in reversed(here) if m.end <= count.start), None)
    if moment is None or (moment.saying and moment.mention.shape == "relative"):
        return None  # "put at 14 two weeks later, when four leaders were identified"
    if moment.opening is not None and _of_opening(page, moment, count):
        return replace(moment, period=moment.opening)
    at = moment.end + (page.form[moment.end] in (",", "،"))
    if at >= count.start or page.form[at] not in _WHEN:
        return None
    comma = any(page.form[k] in (",", "،", ";", "؛") and _finite_after(page, k) for k in range(at, count.start))
    return None if comma else replace(moment, period=moment.opening or moment.period)


def _of_opening(page: Page, moment: Moment, count: Count) -> bool:
    """ "since Friday's attacks in Paris, in which 129 died", "since the Dec. 13 ambush that killed three": of the event
    with which the stretch opens."""
    if page.form[moment.start] >= "\u0590":
        return False
    opened = next((k for k in range(moment.end, count.start) if page.form[k] in ("that", "which")), None)
    if opened is None or not {",", "and"}.isdisjoint(page.form[opened : count.start]):
        return False
    nouns = (page.noun(at) for at in range(opened - 1, moment.start, -1))
    event = next((noun for noun in nouns if noun is not None and noun.kind == "event"), None)
    return event is not None and event.value in ("attacks", "ambush")


def _finite_after(page: Page, at: int) -> bool:
    return any(page.cue(k, "verb") or page.trigger(k) is not None for k in range(at + 1, min(at + 3, len(page.form))))


_IN_THEM = markers("in-them")


def _apart(page: Page, moment: Moment, count: Count) -> bool:
    """Whether a day is that of another event: "قتل خمسة بعد أسبوع من هجوم" is no date of the five, and what stands
    behind "رداً على" is not dated by what stands before it."""
    if moment.start >= count.end:
        span = moment.mention.span
        if span is not None and span.toward == "after" and page.form[moment.start] < "\u0590":
            return True  # "killed 10 workers, a day after forces began an offensive"
        after = moment.end + (page.form[moment.end : moment.end + 1] == ["فقط"])
        return span is not None and page.form[after : after + 1] in (["من"], ["علي"])
    if page.form[moment.start] < "\u0590" and page.before(moment.start) == "," and of_another(page, moment):
        closed = page.has(_COMMAS, moment.end, count.start)
        return closed  # "On Wednesday, two days after gunmen killed four, the army killed ten"
    answered = page.all(_IN_RESPONSE, max(moment.end, count.start - 20), count.start)
    if not answered:
        return False
    return not any(page.conj[at] == "و" and page.trigger(at) is not None for at in range(answered[-1], count.start))


def _heads_next(page: Page, moment: Moment, heads: dict[int, Count], count: Count) -> bool:
    """ "and on Friday, three were killed": a day right before the next count is the day of that one."""
    if moment.end in heads:
        if heads[moment.end].conj and moment.start >= count.end:
            return False  # "31 عملية في أيلول و48 في تشرين الأول", "5 جنود في كركوك الجمعة و3 مدنيين"
        if count.start > moment.end and page.has(_IN_THEM, heads[moment.end].end, count.end + _BACK):
            return False  # "شن الجمعة ست ضربات قُتل فيها 17"
        before = moment.start - 1
        return not (moment.mention.shape == "range" and before >= count.end and page.cue(before, "verb") == "action")
    if moment.start > count.end and any(opens_day(page, at) for at in (moment.start - 1, moment.start - 2)):
        return True  # "killing 15, and on August 26, a bomber killed two"
    opens = moment.start - 2 >= count.end and page.form[moment.start - 2] in _JOINS
    return opens and page.form[moment.end : moment.end + 1] == [","] and moment.end + 1 in heads


def of_another(page: Page, moment: Moment) -> bool:
    """ "launched after the December ambush that killed two", "in response to an attack last month": a day of what came
    before, which isn't handed on."""
    if page.form[moment.start] >= "\u0590":
        return False
    if moment.mention.span is not None and moment.mention.span.toward == "after":
        return True  # "on Wednesday, a day after a blast killed two"
    near = page.form[max(0, moment.start - _BACK) : moment.start]
    return not _AFTERMATH.isdisjoint(near)


def names_event(page: Page, moment: Moment) -> bool:
    """ "one of them over the May 4 attack, in which two died": a day that tells which event is meant."""
    noun = page.noun(moment.end) if moment.end < len(page.form) else None
    one = noun is not None and noun.kind == "event" and noun.number == "one"
    return one and page.before(moment.start) == "the" and page.before(moment.start - 1) in ("to", "over", "with", "for")


def _of_contrast(page: Page, count: Count, moment: Moment) -> bool:
    """ "6 were arrested in 4 raids, down from 9 in April", "a decrease from the 13 made the month before": behind such
    words stands another time."""
    gap = range(count.end, moment.start - 1)
    return any(page.form[at] < "\u0590" and contrasted(page, at) for at in gap)


def _names_attack(page: Page, moment: Moment, count: Count) -> bool:
    """ "killed a planner of the January 2022 attack", "including the April 17 helicopter raid": the date tells which
    event is meant, and that is another one."""
    named = page.form[moment.start] == "the" or page.before(moment.start) == "the"
    if not named or moment.start < count.end or page.form[moment.start - 1] in _BY_THIS:
        return False
    nouns = (page.noun(at) for at in range(moment.end, min(moment.end + 2, len(page.form))))
    return any(noun is not None and noun.kind == "event" and noun.number == "one" for noun in nouns)


def _names_other(page: Page, moment: Moment, count: Count) -> bool:
    """ "arrested three men linked to the 2015 attacks in Paris": but not "killed three in the 2015 attacks"."""
    behind = moment.start >= count.end and of_event_year(moment.mention)
    return behind and page.before(moment.start - 1) not in _BY_THIS


_COMMAS = frozenset({"،", ","})


def _distance(moment: Moment, count: Count) -> int:
    return count.start - moment.end if moment.end <= count.start else moment.start - count.end
