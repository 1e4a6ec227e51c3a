"""Dates of what is told beside a count: of a place, or of the attack that was answered."""

from __future__ import annotations

from bisect import bisect_right

from hasila.lexicon.markers import markers, with_and
from hasila.model import Period
from hasila.reading.campaigns import opens_stretch
from hasila.reading.count import Count
from hasila.reading.governors import COMMA
from hasila.reading.moment import Moment
from hasila.reading.page import Page

_CLAUSE = 14
_RELATIVE = markers("relative-clause")
_KINDS_OF_PLACE = markers("kind-of-place")
_WHERE = markers("where-clause")
_IN_RESPONSE = markers("in-response")
_WHO = frozenset({"الذي", "التي"})
_IN_IT = frozenset({"فيه", "فيها", "خلاله", "خلالها"})


def day_since(here: list[Moment], last: Moment, count: Count, others: list[Count]) -> bool:
    """ "شنت السبت 70 غارة، وشنت يوم الأحد 30 غارة أدت لمقتل 5": whether a nearer day heads the events told since."""
    heads = {other.start for other in others if other.start < count.start}
    return any(m.start >= last.end and m.end in heads and m.period is not None and not m.saying for m in here)


def told_of_place(page: Page, moment: Moment, count: Count) -> bool:
    """ "in Homs, where the offensive began on June 6": a day that an aside tells of the place."""
    aside = not _WHERE.isdisjoint(page.form[count.end : moment.start])
    lost = page.form[moment.start] >= "\u0590" and _fallen(page, count.end, moment.start)
    return (aside and opens_stretch(page, moment.mention)) or lost or _in_relative(page, moment, count)


def _fallen(page: Page, start: int, day: int) -> bool:
    """ "6 ضربات في الرمادي، حيث طردت القوات المسلحين الأسبوع الماضي": when a place changed hands."""
    opened = [at for at in page.all(_WHEREIN, start, day) if page.form[at + 1] in _TOOK]
    return bool(opened) and not page.has(_STOPS, opened[-1], day)


def _in_relative(page: Page, moment: Moment, count: Count) -> bool:
    """ "في الرمادي، التي دخلها الجيش قبل أسبوع، نُفذت 6 ضربات", "7 ضربات في المدينة التي دخلها الجيش الأسبوع الماضي":
    the day of what a clause tells of a place."""
    after = moment.start >= count.end
    day = moment.mention.shape in ("day", "relative", "past")
    if not day or not (after or moment.end <= count.start):
        return False
    closed = after or page.form[moment.end] == "،"
    for at in range(moment.start - 1, max(0, moment.start - _CLAUSE, count.end if after else 0), -1):
        if page.form[at] in _RELATIVE:
            held = page.inside.get(at - 2)
            told = page.form[at - 1] == "،" and held is not None and held.kind == "place"
            kind = after and page.form[at - 1] in _KINDS_OF_PLACE
            return (closed and (told or kind)) or _taken(page, at)
        if page.form[at] in ("،", ".", "\n"):
            return False
    return False


def _taken(page: Page, who: int) -> bool:
    """ "في القرية التي حررتها القوات أمس", "غرب الرمادي التي سيطر عليها أمس": a clause tells when a place changed
    hands."""
    held = page.inside.get(who - 1)
    return held is not None and held.kind == "place" and page.has(_TOOK, who + 1, who + 2)


_TOOK = markers("took-place-over")
_WHEREIN = frozenset({"حيث"})


def opens_day(page: Page, at: int) -> bool:
    """Whether "and on August 26, a bomber ..." begins at a token: a clause with a day of its own."""
    if page.form[at] != "and" or at + 2 >= len(page.form):
        return False
    day = page.date_at.get(at + 2 if page.form[at + 1] in ("on", "in") else at + 1)
    return day is not None and day.shape == "day" and page.form[day.end : day.end + 1] == [","]


def of_a_part(page: Page, moment: Moment, count: Count) -> bool:
    """ "28 arrests, including the arrest of a leader on Oct. 26": the day of one of those that were counted."""
    if moment.start < count.end or page.form[moment.start] >= "\u0590":
        return False
    for at in page.all(_INCLUDING, count.end, moment.start):
        named = page.before(at) == "," and page.form[at + 1] in ("the", "a") and page.form[at + 3] == "of"
        if (named or one_of_them(page, at)) and COMMA.isdisjoint(page.form[at : moment.start]):
            return True
    return False


def one_of_them(page: Page, at: int) -> bool:
    """ "21 deaths, among them a strike near Mosul on March 17 that killed seven": one event of those before."""
    article = at + 1 + (page.form[at + 1] in _THEM)
    noun = page.noun(article + 1) if article + 1 < len(page.form) else None
    single = noun is not None and noun.kind == "event" and noun.number == "one"
    return page.before(at) == "," and page.form[article] in ("a", "an", "one") and single


_THEM = frozenset({"them", "these", "those"})


def of_somebody(page: Page, count: Count) -> bool:
    """ "accused a gunman, who killed two soldiers on Saturday, of links with the group": what is told of whoever is
    named is not what the report goes on about."""
    for at in range(count.start - 1, max(1, count.start - _NEAR), -1):
        if page.form[at] in _RELATIVES:
            told = any(page.trigger(k) is not None for k in range(at + 1, count.start))
            return told and page.before(at) == ","
        if page.form[at] in COMMA or page.form[at] in (".", "\n"):
            return False
    return False


def of_day_before(page: Page, moments: list[Moment], count: Count) -> bool:
    """ "Friday's attack came a day after the command said that it had killed 466 this year": what came before."""
    for moment in moments:
        span = moment.mention.span
        after = span is not None and span.toward == "after" and page.form[moment.start] < "\u0590"
        if after and moment.end <= count.start:
            came = page.before(moment.start) in _CAME
            return came or COMMA.isdisjoint(page.form[moment.end : count.start])
    return False


_CAME = frozenset({"came", "comes", "coming"})


_NEAR = 6
_RELATIVES = frozenset({"who", "whom"})
_INCLUDING = frozenset({"including", "among"})


def of_answered(page: Page, moment: Moment, count: Count, start: int) -> bool:
    """ "على خلفية الهجوم الذي استهدف الأحد دورية": the day of the attack that is answered, not of the answer."""
    at = moment.start
    near = page.all(_IN_RESPONSE, max(start, at - 10), at)
    if not near or _in_it(page, moment, count):
        return False
    between = range(near[-1] + 1, at)
    return not any(page.form[k] in ("،", ",", ".") or page.trigger(k) is not None for k in between)


def recalled(page: Page, moment: Moment) -> bool:
    """ "وكان رئيس الوزراء قد أعلن في 31 آب": whether the sentence of a day looks back."""
    start = page.sentences[max(bisect_right(page.sentences, (moment.start, len(page.form))) - 1, 0)][0]
    return page.form[start] in _HAD_BEEN and page.form[start] >= "\u0590"


_HAD_BEEN = with_and(markers("had-been"))


def told_early(held: Period | None, here: list[Moment]) -> Period | None:
    """ "وقالت الوزارة، الثلاثاء الماضي، إن مسلحين هاجموا نقطة": the day of what was told before the days that a report
    is about (``held``), so that it happened before them."""
    told = next((m.period for m in here if m.saying and m.mention.shape == "day" and m.period), None)
    if told is None or held is None or held.start is None or held.end is None or told.end is None:
        return None
    return told if told.end < held.start and (held.end - held.start).days <= 1 else None


def of_cause(page: Page, moment: Moment) -> bool:
    """ "رداً على هجوم استهدف الأحد نقطة": the day of what a report's event answers."""
    return in_response(page, moment.start)


def in_response(page: Page, at: int) -> bool:
    """Whether a token stands in words on what is answered."""
    near = page.all(_IN_RESPONSE, at - _CLAUSE, at)
    return bool(near) and not any(page.form[k] in _ENDS for k in range(near[-1] + 1, at))


_TO = frozenset({"عن", "الي", "بحياه", "في"})
_STOPS = frozenset({".", "\n", "؛"})
_ENDS = COMMA | {".", "\n"}


def _in_it(page: Page, moment: Moment, count: Count) -> bool:
    """ "رداً على هجوم في 26 كانون الأول قُتل فيه ستة": a count inside the clause of what is answered."""
    if count.start < moment.end:
        return False
    if not page.has(_IN_IT, moment.end, count.start):
        came = [at for at in range(moment.end, count.start) if page.cue(at, "verb") == "outcome"]
        return bool(came) and page.form[came[0] + 1] in _TO and not page.has(_STOPS, moment.end, came[0])
    return all(_goes_on(page, at + 1) for at in page.all(COMMA, moment.end, count.start))


def _goes_on(page: Page, at: int) -> bool:
    """ "، الذي", "، قُتل فيه": the clause of what is answered goes on behind its comma."""
    return page.form[at] in _WHO or (page.trigger(at) is not None and page.form[page.until[at]] in _IN_IT)
