"""Events counted again without their noun: "five in Iraq and one in Syria", "25 منها مع القوات العراقية و10 مع قسد".

A bare number beside a place or a partner is a share of the operations counted before, whatever was counted last.
"""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.count import EVENTS, Count
from hasila.reading.governors import AUXILIARY, COMMA, EVENT_KINDS, QUOTES, is_arabic, phrase_start, set_measure
from hasila.reading.page import Page
from hasila.values.numbers import read_number

_THOSE = frozenset({"those", "these", "the", "all"})
_OPENS_WITH = 4


def of_those_events(page: Page, count: Count) -> bool:
    """ "Of those missions, 137 were in Iraq", "ومن هذه العمليات 137 في العراق": a sentence that begins with the events
    of which it deals out shares."""
    at = count.start - 1
    at -= page.form[at] in COMMA
    noun = page.noun(at)
    if noun is None or noun.kind != "event" or noun.number != "many":
        return False
    low = max(0, at - _OPENS_WITH)
    before = page.form[low:at]
    return (before[-2:-1] == ["of"] and before[-1] in _THOSE) or before[-2:] in (["من", "هذه"], ["ومن", "هذه"])


_ITS = frozenset({"the", "its"})
_HAPPEN = markers("happen-verb")
_INSIDE = markers("inside")
_HOSTS = markers("host-verb")
_VERSUS = markers("versus")
_OF_THEM = markers("of-things")
_REST = markers("rest-of")
_CASE = markers("case-noun")
_CASES_APART = 150


def share_of_events(page: Page, count: Count, previous: Count | None, end: int) -> Count | None:
    """The events of which a bare number is a share, or None. ``previous``: what the sentence counted last."""
    event = previous if previous is not None and previous.measure in EVENTS else count.event
    if event is None or not count.nameless:
        return None
    joined = count.conj or page.form[count.start - 1] in COMMA or page.form[count.start - 1] in ("and", "و")
    if previous is not None and joined and (_with_partner(page, count.end, end) or _in_which(page, count.end, end)):
        return event
    bracket = page.form[count.end : count.end + 1] == ["("]
    if previous is not None and bracket and read_number(page.form, count.end + 1) is not None:
        return event  # "29 operations (eight killed) and the Syrian share 15 (five killed)"
    run = _carried_out(page, count.end, end)
    if not run and not in_place(page, count.end, end):
        return None
    before = page.form[count.start - 1]
    behind = page.form[count.end : count.end + 1]
    told = before in _OPENS and not AUXILIARY.isdisjoint(behind)  # "...; two were in Syria"
    told = told or (count.conj and not is_arabic(page, count))  # "16 strikes in Syria, ..., and seven in Iraq"
    if before in _VERSUS or (previous is event and (told or before in (":", "("))):
        return event
    fresh = count.people is None or count.people is event.people  # no people were counted since
    if previous is None and fresh and _opens_sentence(page, count) and not AUXILIARY.isdisjoint(behind):
        return event  # "53 operations in three countries. Thirty were in Iraq, 18 in Syria"
    return event if previous is None and page.form[count.start - 1] in _REST else None


def of_same_kind(page: Page, counts: list[Count], index: int) -> Count | None:
    """ "475 partnered and 8 unilateral missions", "135 مشتركة و7 عمليات منفردة": events told apart from the next by
    their mode alone."""
    count, after = counts[index], counts[index + 1] if index + 1 < len(counts) else None
    if after is None or after.measure not in EVENTS or not count.nameless:
        return None
    return after if _of_a_mode(page, count.end, after) else None


def of_next(page: Page, counts: list[Count], index: int) -> Count | None:
    """ "كان للشركاء العرب 56 من مجموع 393 ضربة": the events of which the number before them is a share."""
    count, after = counts[index], counts[index + 1] if index + 1 < len(counts) else None
    if after is None or after.measure not in EVENTS or not count.nameless:
        return None
    if after.start - count.end != _LED_ON:
        return None
    return after if page.form[count.end] == "من" and page.form[count.end + 1] in _OUT_OF else None


def _of_a_mode(page: Page, at: int, after: Count) -> bool:
    mode = page.cue(at, "mode") is not None and page.until[at]
    joined = ["and"] if mode and page.form[mode : mode + 1] == ["and"] else []
    return bool(mode) and (bool(joined) or bool(after.conj)) and page.form[mode : after.start] == joined


_OUT_OF = markers("out-of")
_LED_ON = 2


def _opens_sentence(page: Page, count: Count) -> bool:
    return count.start > 0 and page.form[count.start - 1] in _STOPS


_STOPS = frozenset({".", "\n"})
_OPENS = COMMA | {";", "and", "while"}


def _with_partner(page: Page, at: int, end: int) -> bool:
    near = range(at, min(end, at + 2))
    back = next((k for k in near if page.cue(k, "with")), None)
    if back is None:
        return False
    first = next((k for k in range(back + 1, end) if page.form[k] not in QUOTES and page.form[k] not in _ITS), end)
    name = page.name_at.get(first)
    return name is not None and name.kind == "actor" and name.name.cls != "group"


def _in_which(page: Page, start: int, end: int) -> bool:
    """ "و26 في مناطق النظام قُتل فيها 99": what others were killed in are events."""
    for at in range(start, min(end - 1, start + _IN_REACH)):
        if page.form[at] in COMMA:
            return False
        if page.trigger(at) is not None:
            return page.form[page.until[at]] in _IN_THEM
    return False


_IN_THEM = markers("in-them")
_IN_REACH = 10


def _carried_out(page: Page, at: int, end: int) -> bool:
    """ "31 were run by the SDF alone", "four were flown on Friday"."""
    follow = next((k for k in range(at, end) if page.form[k] not in AUXILIARY), end)
    done = follow > at and follow < end and page.form[at] < "\u0590"
    return done and (page.cue(follow, "verb") == "action" or page.form[follow] in _RUN)


_RUN = markers("carried-out-word")


def rest_of_events(page: Page, counts: list[Count], index: int, previous: Count, end: int) -> Count | None:
    """ "Of 94 missions, 66 took place in Iraq, killing 11 and capturing 36, and 28 in Syria": behind people, what makes
    up the sum of the events is the rest of them."""
    if previous.measure in EVENTS:
        return None
    count = counts[index]
    events = [c for c in counts[:index] if c.measure in EVENTS and not c.dead]
    if not (events and count.nameless and count.low and in_place(page, count.end, end)):
        return None
    whole = events[0] if len(events) > 1 else events[0].event
    parts = events[1:] if len(events) > 1 else events
    adds_up = whole is not None and whole.low == count.low + sum(c.low or 0 for c in parts)
    return parts[-1] if adds_up else None


def fell_in_event(page: Page, count: Count, end: int) -> bool:
    """ "seven died in two strikes and three more in an operation": what stands in an event are people, not events."""
    if not count.nameless or page.form[count.end : count.end + 1] != ["in"]:
        return False
    near = (page.noun(at) for at in range(count.end + 1, min(end, count.end + _TO_NAME)))
    noun = next((noun for noun in near if noun is not None), None)
    return noun is not None and noun.kind == "event" and noun.number == "one"


def in_place(page: Page, at: int, end: int) -> bool:
    """Whether a place comes next: "in Iraq", "were in Syria", "(11 engagements) in Syria", "في العراق", "بالعراق"."""
    at = _past_aside(page, at, end)
    while at < end and (page.form[at] in AUXILIARY or page.form[at] in _HAPPEN or page.form[at] in ("took", "كانت")):
        at += 1
    if at < end and page.form[at - 1] in AUXILIARY and page.cue(at, "verb") == "action":
        at = page.until[at]  # "twenty were carried out in Iraq"
    within = at < end and (page.form[at] in _INSIDE or page.form[at] in _NEARBY)
    first = at + 1 if within else at
    name = page.name_at.get(first)
    if name is None and within and page.form[at] < "\u0590" and first < end:
        inner = next((k for k in range(first, min(end, first + _TO_NAME)) if k in page.name_at), first)
        plain = all(
            page.trigger(k) is None and not page.noun(k) and page.form[k] not in COMMA for k in range(first, inner)
        )
        name = page.name_at.get(inner) if plain else None
    return name is not None and name.kind == "place" and (within or name.prep == "ب")


_NEARBY = markers("near-place")
_TO_NAME = 6


def _past_aside(page: Page, at: int, end: int) -> int:
    """Behind "(11 engagements)" or ", to be exact,"."""
    if at < end and page.form[at] == "(":
        return next((k + 1 for k in range(at, min(end, at + _TO_NAME)) if page.form[k] == ")"), at)
    comma = at < end and page.form[at] in COMMA
    if page.form[at + comma : at + comma + 2] == ["to", "be"]:
        at += comma + 3
        at += at < end and (page.form[at] in COMMA or page.form[at] == "—")
    return at


def things_of(page: Page, count: Count, whole: Count | None) -> bool:
    """ "28 اعتقلوا في العمليات المذكورة، 25 منها": منها is said of things and takes the operations named or counted
    before for its whole, not people."""
    if page.form[count.end - 1] not in _OF_THEM or whole is None or whole.measure in EVENTS:
        return False
    if whole.noun is not None and whole.noun.kind == "casualty":
        return False
    for at in range(count.start - 1, whole.end - 1, -1):
        noun = page.noun(at)
        if noun is not None and noun.kind == "event" and noun.number == "many":
            return set_measure(count, EVENT_KINDS.get(noun.value, noun.value), "subset-of-named", at)
    event = count.event
    return event is not None and set_measure(count, event.measure or "", "subset-of", event.trigger_at)


def _nothing_befalls(page: Page, at: int) -> bool:
    return at >= len(page.form) or page.trigger(at) is None


def counted_again(page: Page, count: Count, previous: Count | None) -> Count | None:
    """ "there were seventeen", "carried out ten", "the five of the week before", "12 more followed": events counted
    again, nameless."""
    event = previous if previous is not None and previous.measure in EVENTS else count.event
    at = count.start - 1
    more = count.others and count.end < len(page.form) and page.form[count.end] in _HAPPEN
    if event is None or not count.nameless or (count.others and not more) or at < 1:
        return None
    bare = at - 1 if page.cue(at, "det") and page.form[at] != "the" else at  # "there were just ten"
    first = bare - 1 if page.form[bare] == "been" else bare  # "there have been ten"
    there = page.form[first - 1] == "there" and (bare > first or page.form[first] == "were")
    there = there or (page.form[bare] == "makes" and page.form[bare - 1] in _THAT)  # "that makes 40 this year"
    done = (
        page.cue(phrase_start(page, at, 0), "verb") == "action" and page.until[phrase_start(page, at, 0)] == count.start
    )
    of = page.form[at] == "the" and count.end < len(page.form) and page.form[count.end] == "of"
    of = of or (page.form[at] == "the" and _left_people(page, count.end))  # "The 28 in Syria left seven dead"
    seen = page.form[at] in _HOSTS and page.form[at] < "\u0590" and _nothing_befalls(page, count.end)
    exact = _past_aside(page, count.end, len(page.form)) > count.end and page.form[count.end] != "("
    return event if there or done or of or more or seen or exact else None


def _left_people(page: Page, at: int) -> bool:
    """Whether a place and then a verb of outcome stand behind a number: what left people dead are events."""
    stop = min(len(page.form), at + _TO_OUTCOME)
    verbs = page.cued_at("verb", at, stop)
    return in_place(page, at, stop) and bool(verbs) and page.cue(verbs[0], "verb") == "outcome"


_TO_OUTCOME = 7
_THAT = frozenset({"that", "this", "it", "which"})


def campaigns_of(page: Page, counts: list[Count], index: int) -> bool:
    """ "70 عملية، منها ثلاث حملات تمشيط": among operations campaigns are operations."""
    count, at = counts[index], counts[index].noun_at
    if at is None or page.form[at] not in _CAMPAIGNS or not page.cue(count.start - 1, "subset"):
        return False
    whole = next((other for other in reversed(counts[:index]) if other.measure is not None and not other.dead), None)
    if whole is None or whole.measure != "operations":
        return False
    count.subset = True
    return set_measure(count, "operations", "subset-of", whole.trigger_at)


_CAMPAIGNS = markers("campaigns-counted")


def case_again(page: Page, count: Count) -> None:
    """ "سجلت 300 حالة اعتقال ... ثم الرقة بأربعين حالة": cases are of the kind that was named last."""
    at = count.noun_at
    if at is None or count.noun is None or count.noun.kind != "other" or page.form[at] not in _CASE:
        return
    for back in range(at - 1, max(0, at - _CASES_APART) - 1, -1):
        noun = page.noun(back) if page.form[back] in _CASE else None
        if noun is not None and noun.kind == "casualty":
            count.noun = noun
            return


def fell_in_theirs(page: Page, counts: list[Count], index: int) -> Count | None:
    """ "قُتل 19 في حمص في 10 عمليات، و12 في دير الزور في 9 عمليات": a bare number with events of its own behind it goes
    on with those who fell in the events before it."""
    count = counts[index]
    if index < 2 or index + 1 >= len(counts) or not count.conj or not count.nameless:
        return None
    fell, events, own = counts[index - 2], counts[index - 1], counts[index + 1]
    beside = own.noun is not None and own.noun.kind == "event" and page.before(own.start) == "في"
    if events.measure not in EVENTS or fell.measure in EVENTS or fell.measure is None or not beside:
        return None
    apart = page.has(COMMA, count.end, own.start)
    return None if apart or page.before(events.start) != "في" else fell
