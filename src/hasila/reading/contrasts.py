"""Times that a number is compared with: "down from nine in April", "fewer than the month before", "as in July"."""

from __future__ import annotations

from datetime import timedelta

from hasila.lexicon.markers import markers
from hasila.model import Period
from hasila.reading.asidedays import of_cause
from hasila.reading.comparedtimes import in_comparison
from hasila.reading.count import Count
from hasila.reading.eventyears import of_event_year
from hasila.reading.moment import Moment
from hasila.reading.page import Page
from hasila.reading.recordings import had_counted
from hasila.values.numbers import read_number

_BACK = 9
_THAN = markers("compared-with")
_COMPARISON = markers("comparison")
_MORE = markers("more-or-less")
_VERSUS = markers("versus") - frozenset({"to"})
_EQUAL = frozenset({"same", "many"})


def compared_with(page: Page, moment: Moment) -> bool:
    """ "down from February, when two died", "compared with nine in February", "fewer than in May, with its 13", "مقابل
    28 في آذار": a time before that of the report."""
    if (moment.mention.shape == "month" and had_counted(page, moment.end)) or in_comparison(page, moment.start):
        return True
    for at in range(moment.start - 1, max(0, moment.start - _BACK), -1):
        number = read_number(page.form, at + 1) is not None
        if page.form[at] in _VERSUS and number:
            return True  # but not "operations against ISIS in March"
        if page.form[at] in _THAN and (_changed(page, at) or (page.before(at) in _MORE and not number)):
            return True  # but not "more than 13 in May"
        if page.form[at] in (",", "."):
            return False
    return False


def _changed(page: Page, than: int) -> bool:
    """ "up from", "up 62% from", "a fall of 12 percent on": a change, with its size or without."""
    at = than - 1
    while at > than - _SIZE and (page.form[at] in _SHARE or page.form[at][:1].isdigit()):
        at -= 1
    return page.form[at] in _COMPARISON and page.before(at) not in _THEMSELVES  # "gave themselves up on May 3"


_THEMSELVES = frozenset({"themselves", "himself", "herself"})
_SIZE = 5
_SHARE = frozenset({"%", "percent", "of", "by", "point", "."})


def spoken_of(page: Page, found: list[Moment]) -> list[Moment]:
    """The dates of what a sentence tells: none of saying, no mere ends, no times that are compared with or answered."""
    told = [m for m in found if not (m.saying or m.mention.shape == "until" or of_event_year(m.mention))]
    return [m for m in told if not (compared_with(page, m) or of_cause(page, m))]


def contrasted(page: Page, at: int) -> bool:
    """Whether what follows a token is what something is compared with: not "operations against the group"."""
    if page.form[at] >= "\u0590" or page.form[at] == "against":
        return False
    phrase = page.until[at] > at + 1 and page.cue(at, "contrast") is not None
    return phrase or (page.form[at] in _COMPARISON and page.form[at + 1 : at + 2] == ["from"])


def set_beside(page: Page, moment: Moment) -> bool:
    """ "two fewer than in May", "the same as in July"."""
    at = moment.start - 1
    while at > 0 and at in page.dated and page.form[at] != "than":
        at -= 1  # "fewer than in the same period last year"
    at -= page.form[at] == "in"
    return page.form[at] == "than" or (page.form[at] == "as" and page.before(at) in _EQUAL)


def of_record(page: Page, moment: Moment, count: Count) -> bool:
    """ "مقتل 43 هو الحصيلة الأعلى منذ بدأت القوات، في 10 أيلول، هجومها": since when a toll is the highest."""
    if moment.start < count.end:
        return False
    if moment.mention.shape == "since":  # "48 strikes, the fewest since 2014"
        return page.has(_RECORD, max(count.end, moment.start - _NEAR), moment.start)
    if moment.mention.shape != "day":
        return False
    since = page.all(_SINCE, max(count.end, moment.start - _BACK), moment.start)
    return bool(since) and page.has(_RECORD, max(count.end, since[0] - _NEAR), since[0])


_SINCE = frozenset({"منذ", "since"})
_RECORD = markers("first-since") | markers("most-of-all")
_NEAR = 4


def of_what_it_exceeds(page: Page, moment: Moment, count: Count) -> bool:
    """ "a 12% rise on April's figures", "up from April's ten": the month of what is compared with; it is that of the
    ten."""
    at = moment.start - 1
    if moment.end == count.start:
        return False
    near = (k for k in range(max(0, at - 3), at) if page.before(k) not in _THEMSELVES)
    return page.before(moment.start) in _THAN and any(page.form[k] in _COMPARISON for k in near)


def of_brackets(page: Page, moment: Moment, count: Count, others: list[Count]) -> bool:
    """ "85 arrests in all (29 were made in January)": a time inside brackets is that of the number which they hold."""
    reach = range(moment.start - 1, max(-1, moment.start - _INSIDE), -1)
    opened = next((k for k in reach if page.form[k] in _EDGES), None)
    if opened is None or page.form[opened] != "(" or opened < count.start < moment.end:
        return False
    ahead = range(moment.end, min(len(page.form), moment.end + _INSIDE))
    closed = next((k for k in ahead if page.form[k] in _EDGES), moment.end)
    return any(opened < other.start < closed and other.measure is not None for other in others)


def of_old_number(page: Page, moment: Moment, count: Count, others: list[Count]) -> bool:
    """ "89 attacks, up from 51 in the same period of 2024, and 28 were killed": the time of a number that is only
    compared with is that of no other."""
    near = (o.end for o in others if o is not count and "compared" in o.rules and 0 <= moment.start - o.end <= _BACK)
    return "compared" not in count.rules and any(
        all(at in page.dated or page.form[at] in _IN_TIME for at in range(end, moment.start)) for end in near
    )


_IN_TIME = frozenset({"in", "of", "the", "during"})


def aside_in_brackets(page: Page, count: Count) -> bool:
    """ "387 were killed (375 of them in January)": what brackets tell of a part is not gone on with."""
    reach = range(count.start - 1, max(-1, count.start - _INSIDE), -1)
    opened = next((k for k in reach if page.form[k] in _EDGES), None)
    bare = page.form[count.end : count.end + 1] == [")"]  # "(17 strikes)" stands for the sentence itself
    return opened is not None and page.form[opened] == "(" and not bare


_EDGES = frozenset({"(", ")"})
_INSIDE = 14


def of_month_before(page: Page, moment: Moment, count: Count, main: Period | None) -> bool:
    """ "24 attacks in June. ... only 13 were counted in May": a month before that of the report, named in passing; one
    with which a sentence begins is what it goes on about."""
    named = moment.period
    if named is None or main is None or moment.start < count.end or moment.mention.shape != "month":
        return False
    if page.form[moment.start] >= "\u0590":
        return False  # "وكانت القيادة قد ذكرت أنها نفذت 31 عملية في تموز" is gone on with
    return _whole_month(named) and _whole_month(main) and named.start < main.start  # type: ignore[operator]


def _whole_month(period: Period) -> bool:
    if period.start is None or period.end is None or (period.end - period.start).days > _MONTH:
        return False
    return period.start.day == 1 == (period.end + timedelta(days=1)).day


_MONTH = 31
