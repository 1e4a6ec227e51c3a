"""When the one event of a report took place, by what it says of it apart from its figures."""

from __future__ import annotations

from dataclasses import replace

from hasila.lexicon.markers import markers, with_and
from hasila.model import Period
from hasila.reading.campaigns import lasted_from, of_campaign
from hasila.reading.moment import Moment
from hasila.reading.page import Page
from hasila.text.tokens import BREAK
from hasila.values.numbers import number_forms

_AFTERMATH = markers("aftermath")
_HAPPEN = markers("happen-verb")
_EVENTS = with_and(markers("event-verb"))
_STOPS = frozenset({".", BREAK, "؛", ";"})
_CLAUSE = 16
_SEASON = 92
_FIRST = markers("the-first")
_SUPERLATIVE = with_and(markers("superlative")) | (markers("most-of-all") - {"first"})
_DEED = markers("carrying-out")
_NOT_THAT = markers("the-latest") | markers("another-event")


def event_days(page: Page, whens: list[Moment]) -> tuple[Period | None, str]:
    """The days of the one event of a report, with the reason: a campaign, an attack, or what was carried out."""
    if (campaign := _campaign(page, whens)) is not None:
        return campaign, "days-of-campaign"
    if (struck := _struck(page, whens)) is not None:
        return struck, "day-of-attack"
    return _carried_out(page, whens), "day-of-event"


def happened(page: Page, whens: list[Moment]) -> Period | None:
    """ "الغارات وقعت يوم الاثنين", "the strikes fell between ...": when the event of the report took place."""
    for moment in whens:
        if moment.period is None or moment.saying:
            continue
        if moment.mention.shape == "past" and _went_on(page, moment):
            return moment.period
        if moment.mention.shape not in ("day", "range"):
            continue
        if _the_events_of(page, moment) or _happened_then(page, moment) or _took_place_then(page, moment):
            return moment.period
        floor = next(
            (
                at + 1
                for at in range(moment.start - 1, max(0, moment.start - 10), -1)
                if page.form[at] in (".", BREAK, "؛")
            ),
            max(0, moment.start - 9),
        )
        if not _NOT_THAT.isdisjoint(page.form[floor : moment.start]):
            continue  # "The latest attack came yesterday": one of those that were counted; "another attack"
        if "no" in page.form[floor : moment.start]:
            continue  # "There were no strikes conducted in Iraq on March 20-21"
        window = range(max(floor, moment.start - 6 - _by_whom(page, moment.start)), moment.start)
        verb = any(page.among(at, _HAPPEN) for at in window)
        nouns = [page.noun(at) for at in range(floor, moment.start)]
        counted = any(
            page.form[at][:1].isdigit() or page.form[at] in number_forms() for at in range(floor, moment.start)
        )
        event = any(noun is not None and noun.kind in ("event", "casualty") for noun in nouns)
        event = event or page.has(_DEED, floor, moment.start)
        if page.has(_SUPERLATIVE, floor, moment.start):
            continue  # "the deadliest of these attacks was on 16 April": one of many
        if event and (verb or (moment.mention.shape == "range" and not counted)):
            first = not _FIRST.isdisjoint(page.form[floor : moment.start])
            return _up_to_last(page, moment.period, whens, moment) if first else moment.period
    return None


def _happened_then(page: Page, moment: Moment) -> bool:
    """ "ووقع اليوم الخميس تفجيران": a day between "took place" and the event."""
    if moment.mention.shape != "day" or moment.start == 0 or page.form[moment.start] < "\u0590":
        return False
    return page.among(moment.start - 1, _HAPPEN) and moment.end < len(page.form) and _is_event(page, moment.end)


def _went_on(page: Page, moment: Moment) -> bool:
    """ "وأوضح أن العمليات نُفذت خلال الأسبوعين الماضيين": how long the operations took that were told of."""
    at = moment.start - 1 - (page.before(moment.start) == "خلال")
    if page.form[moment.start] < "\u0590" or not page.among(at, _HAPPEN):
        return False
    near = range(max(0, at - _NAME), at)
    floor = next((k for k in reversed(near) if page.form[k] in _STOPS), near.start)
    theirs = [k for k in range(floor, at) if _is_event(page, k, "many")]
    return bool(theirs) and page.lex[theirs[-1]].article and not page.has(_NOT_THAT, floor, at)


def _by_whom(page: Page, at: int) -> int:
    """How long the name is that parts a passive from its day: "was carried out by the Air Force on Friday"."""
    return sum(1 for k in range(max(0, at - _NAME), at) if k in page.inside and page.inside[k].kind == "actor")


_NAME = 8


def _the_events_of(page: Page, moment: Moment) -> bool:
    """ "The airstrikes on Friday hit three towns", "Monday's strikes": a day right behind events that were told."""
    if moment.mention.shape != "day":
        return False
    if page.form[moment.end - 1].endswith("'s"):
        return any(_is_event(page, k) for k in range(moment.end, min(len(page.form), moment.end + _NAMED)))
    at = moment.start - 1
    at -= page.form[at] == "on"
    named = at > 1 and (page.form[at - 1] in ("the", "that") or page.form[at - 2] == "the")  # "the targeted strikes on"
    return named and _is_event(page, at, "many")


def _took_place_then(page: Page, moment: Moment) -> bool:
    """ "The twin attack on Sunday, in the Rashad region, took place after midnight": the verb stands behind the day."""
    at = moment.start - 1
    if page.form[at] != "on" or not _is_event(page, at - 1, "one") or "the" not in page.form[at - _NAMED - 1 : at - 1]:
        return False
    ahead = page.form[moment.end : moment.end + _CLAUSE]
    stop = next((k for k, form in enumerate(ahead) if form in _STOPS), len(ahead))
    return not _HAPPEN.isdisjoint(ahead[:stop])


_NAMED = 2


def _is_event(page: Page, at: int, number: str = "") -> bool:
    noun = page.noun(at)
    return noun is not None and noun.kind == "event" and number in ("", noun.number)


def _campaign(page: Page, whens: list[Moment]) -> Period | None:
    """ "The operation, launched on 4 May, ...": the days of the campaign that a report is about."""
    told = [m for m in whens if m.period is not None and not m.saying]
    found = next((m.period for m in told if m.mention.shape == "day" and of_campaign(page, m.mention)), None)
    found = found or next((m.period for m in told if m.mention.shape == "range" and lasted_from(page, m.mention)), None)
    if found is None or found.start is None or found.end is None or (found.end - found.start).days > _SEASON:
        return None
    return found


def _up_to_last(page: Page, period: Period, whens: list[Moment], first: Moment) -> Period:
    """ "العملية الأولى نفذت في 10 شباط والثانية في 11 شباط": the days of the first event and of the next."""
    following = next((m for m in whens if m.start > first.start and m.period and not m.saying), None)
    if following is None or BREAK in page.form[first.end : following.start] or following.period is None:
        return period
    last = following.period.end
    return replace(period, end=last) if last is not None and period.end is not None and last > period.end else period


def _struck(page: Page, whens: list[Moment]) -> Period | None:
    """ "وشن عناصر داعش، اليوم السبت، هجوماً على نقطة": the one day on which a report says that an attack was made."""
    found = {
        (moment.period.start, moment.period.end): moment.period
        for moment in whens
        if moment.period is not None and not moment.saying and moment.mention.shape == "day" and _attack(page, moment)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def fought_on(page: Page, whens: list[Moment]) -> Period | None:
    """The one day on which a report says that there was a raid: "police ambushed them on Wednesday evening"; and the
    days "since the raid began on Friday"."""
    begun = (m.period for m in whens if m.mention.shape == "since" and _names_event(page, m))
    if (running := next(begun, None)) is not None:
        return running
    tolls = (m.opening for m in whens if m.opening is not None and _toll_since(page, m))
    if (first := next(tolls, None)) is not None and first.start == first.end:
        return first
    found = {
        (moment.period.start, moment.period.end): moment.period
        for moment in whens
        if moment.period is not None and not moment.saying and moment.mention.shape == "day" and _raided(page, moment)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _names_event(page: Page, moment: Moment) -> bool:
    """Whether the words of a date name the one event that began on it."""
    nouns = (page.noun(at) for at in range(moment.start, moment.end))
    return any(noun is not None and noun.kind == "event" and noun.number == "one" for noun in nouns)


def _toll_since(page: Page, moment: Moment) -> bool:
    """ "تبدلت أرقام الوزارة منذ مساء الأحد": a toll is told since the event."""
    low = max(0, moment.start - _TOLLED)
    return (
        page.form[moment.start] >= "\u0590"
        and any(page.cue(at, "tally") or page.form[at] in _NUMBERS for at in range(low, moment.start))
        and not page.has(_STOPS, low, moment.start)
    )


_TOLLED = 5
_NUMBERS = frozenset({"ارقام", "الارقام"})


def _raided(page: Page, moment: Moment) -> bool:
    """Whether the clause of a day tells of a raid, an ambush or an attack, or "the ambush late Thursday" names it."""
    at = moment.start - 1
    at -= page.form[at] in _TIMES_OF_DAY
    if at > 0 and page.form[at - 1] == "the" and _is_attack(page, at):
        return True
    if not page.has(_EVENTS, moment.start - _CLAUSE, moment.start + _CLAUSE + 1):
        return False
    for step in (-1, 1):
        at = moment.start - 1 if step < 0 else moment.end
        while 0 <= at < len(page.form) and abs(at - moment.start) <= _CLAUSE:
            if page.form[at] in _STOPS:
                break
            if page.form[at] in _EVENTS:
                return True
            at += step
    return False


_TIMES_OF_DAY = frozenset({"on", "late", "early"})


def _is_attack(page: Page, at: int) -> bool:
    noun = page.noun(at)
    return noun is not None and noun.kind == "event" and noun.value in ("attacks", "ambush")


def _attack(page: Page, moment: Moment) -> bool:
    near = range(moment.start - 1, max(-1, moment.start - 9), -1)
    floor = next((at + 1 for at in near if page.form[at] in (".", BREAK)), 0)
    before = range(max(floor, moment.start - 8), moment.start)
    raided = any(page.cue(at, "verb") in ("raid", "action") and not page.cue(at, "masdar") for at in before)
    after = range(moment.end, min(len(page.form), moment.end + 4))
    event = any((noun := page.noun(at)) is not None and noun.kind == "event" and noun.number == "one" for at in after)
    return raided and event and not any(page.form[at] in (".", BREAK) for at in after)


_ASIDE = frozenset({"which", "who", "whom"})


def _carried_out(page: Page, whens: list[Moment]) -> Period | None:
    """ "Jets carried out a series of strikes on camps in Homs on Monday": the day of a report's event, told apart from
    its figures."""
    for moment in whens:
        one = moment.period is not None and moment.period.start == moment.period.end
        if not one or moment.saying or moment.mention.shape != "day":
            continue
        event = verb = False
        for at in range(moment.start - 1, max(0, moment.start - 20), -1):
            if page.form[at] in (".", BREAK) or page.form[at] in _AFTERMATH:
                event = event and page.form[at] not in _AFTERMATH
                break
            if page.form[at] in _ASIDE and page.before(at) == ",":
                break  # "launched strikes on the force, which it blames for a bombing on November 13"
            noun = page.noun(at)
            event = event or (noun is not None and noun.kind == "event")
            verb = verb or page.cue(at, "verb") == "action"
        if event and verb:
            return moment.period
    return None
