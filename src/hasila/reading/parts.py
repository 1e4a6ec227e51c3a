"""Parts of totals: "بينهم ثلاثة", "three of the 28", and the whole whose measure they share."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.amongthem import among_them
from hasila.reading.appositions import beside_its_kind, who_are
from hasila.reading.count import EVENTS, Count
from hasila.reading.elided import in_place, things_of
from hasila.reading.governors import (
    COMMA,
    EVENT_KINDS,
    HARD,
    QUOTES,
    fits,
    governs,
    is_arabic,
    phrase_start,
    set_measure,
)
from hasila.reading.lasttold import of_what_came_between
from hasila.reading.page import Page
from hasila.reading.predicates import right
from hasila.text.tokens import BREAK

_NEAR = 7
_PART_OF = frozenset({"subset", "apposition"})
_VICTIMS = markers("victims-word")
_BETWEEN = frozenset({"،", ",", "علي", "الاقل", "at", "least", "were", "are"})


def subset_before(page: Page, count: Count, floor: int) -> bool:
    if count.start > floor and among_them(page, count):
        count.subset = True
        count.rules.append("subset")
        return True
    at = count.start - 1
    for _ in range(3):
        if at < max(floor, 0):
            return False
        first = phrase_start(page, at, floor)
        opening = page.word[first]
        if opening is not None and not _PART_OF.isdisjoint(opening.cues):
            count.subset = True
            count.rules.append("subset")
            return True
        whole = page.noun(at) is not None and first > 0 and page.form[first - 1] in ("these", "those")
        if page.form[at] not in _BETWEEN and page.form[at] not in QUOTES and not whole:
            return False
        at = first - 1
    return False


def bind_part(page: Page, counts: list[Count], index: int, last: Count | None, start: int, end: int) -> None:
    """ "12 strikes over four days, five of them in Iraq", "three of the 28": a part has the measure of its whole."""
    count = counts[index]
    back = count.start - 1
    while back > start and page.form[back] in ("عن", "علي", "سراح", "سبيل"):
        back -= 1
    if back >= start and page.cue(back, "verb") == "other":
        count.dead = True
        return
    if count.partitive and any(page.cue(at, "remain") for at in range(count.end, min(end, count.end + 3))):
        count.dead = True  # "nine of them were still in hospital"
        return
    if _who_they_are(page, count, start):
        return
    people = count.noun is not None and count.noun.kind == "person"
    whose = count.noun is None and _are_people(page, count, end)
    if whose:
        last = last if last is None or last.measure not in EVENTS else last.people
    told = [c for c in counts[:index] if not (c.dead and (_of_time(c) or _too_few(page, c, count)))]
    before = [c for c in told if not (people and things(c))] or told
    whole = before[-1] if before else last
    if before:
        whole = _large_enough(count, before)
    elif not is_arabic(page, count) and of_what_came_between(count, last, whose or people):
        count.dead = True
        return
    elif last is not None and count.of is None and _too_large(page, count, last):
        whole = _other_kind(last)  # "killed 37 in two strikes. Nine of those"
    if count.of is not None:
        told_before = [last, count.event, count.people] + [c.people for c in (last,) if c is not None]
        known = [c for c in (*reversed(before), *told_before) if c is not None and c.low == count.of]
        whole = known[0] if known else count.event or last
    if things_of(page, count, whole):
        return
    if whole is None:
        if not _subset_of_toll(page, count, start):
            _subset_of_named(page, count, start, end)
    elif not whole.dead and whole.measure is not None and not _too_large(page, count, whole, _joined(before, whole)):
        set_measure(count, _fate(count, whole) or whole.measure, "subset-of", whole.trigger_at)
        count.noun = count.noun or whole.noun


def _of_time(count: Count) -> bool:
    return count.noun is not None and count.noun.value == "time"


def _too_few(page: Page, whole: Count, count: Count) -> bool:
    """ "five operations in the two countries, four of them in Iraq": of no two things are four a part, and of no
    countries one that lies in one."""
    lands = whole.noun_at is not None and page.form[whole.noun_at] in _LANDS
    return lands or (things(whole) and whole.high is not None and whole.high < (count.low or 0))


_LANDS = frozenset({"countries"})


def _other_kind(last: Count) -> Count | None:
    """The last count of the other kind, people for events and events for people."""
    other = last.people if last.measure in EVENTS else last.event
    return other if other is not None else last


def _fate(count: Count, whole: Count) -> str | None:
    """ "مئة بين قتيل ومعتقل، بينهم 62 معتقلاً": a part names what befell it, where the whole doesn't."""
    told = count.noun is not None and count.noun.value in _FATES and whole.measure in EVENTS | {"casualties"}
    return count.noun.value if told and count.noun is not None else None


_FATES = frozenset({"killed", "wounded", "detained"})


def _who_they_are(page: Page, count: Count, start: int) -> bool:
    """ "241 هجوماً ... والقتلى هم 80 من قسد": those named right before are told apart, whatever was counted last."""
    at = count.start - 2
    noun = page.noun(at) if at >= start and page.form[at + 1] in _ARE_THEY else None
    fallen = noun is not None and noun.kind == "casualty" and noun.number == "many"
    return fallen and noun is not None and set_measure(count, noun.value, "subset-of-named", at)


_ARE_THEY = frozenset({"هم", "هن", "هما"})


def of_those_told(page: Page, count: Count, start: int, end: int) -> bool:
    """A part, or the number, of those whom its own words name without counting them anew."""
    return (
        _of_the_fallen(page, count, end)
        or _fallen_named_before(page, count, start, end)
        or beside_its_kind(page, count, start, end)
        or who_are(page, count, start)
    )


def _fallen_named_before(page: Page, count: Count, start: int, end: int) -> bool:
    """ "Of the dead, 69 are members of the army": a part of those told of before."""
    at = count.start - 4  # "of the dead" is one phrase
    named = at >= start and page.until[at] == count.start - 1 and page.form[count.start - 1] == ","
    measure = page.cue(at, "fallen") if named else None
    if measure is None or count.end >= end or page.form[count.end] not in _BEING:
        return False
    count.subset = True
    return set_measure(count, measure, "subset-of-named", at)


def _of_the_fallen(page: Page, count: Count, end: int) -> bool:
    """ "Eight of the dead were leaders", "two of the detained were women": a part of those told of before. What
    befell such a part later is told by its verb: "two of the wounded died"."""
    at = count.number[1]
    measure = page.cue(at, "fallen") if at < end else None
    if measure is None:
        return False
    stop = page.until[at]
    told = stop < end and page.form[stop] in _BEING and not _befell(page, range(stop + 1, min(end, stop + 3)))
    told = told or page.before(count.start) == "for"  # "account for 585 of the dead and for 1,103 of the injured"
    if measure != "killed" and not told:
        return False  # the dead stay dead: "three of the dead fell in Iraq"
    count.subset, count.unknown_noun, count.end = True, False, stop
    return set_measure(count, measure, "subset-of-named", at)


def _befell(page: Page, span: range) -> bool:
    return any(page.trigger(at) is not None or page.cue(at, "verb") or page.form[at] in _VICTIMS for at in span)


def of_those_before(page: Page, count: Count, last: Count | None, end: int) -> bool:
    """ "226 were detained. Ten were children", "the other six were leaders": what is said of so many tells that they
    are of those before."""
    first = count.start - 2 if page.before(count.start) in _REST else count.start  # "the other six"
    opens = first > 0 and page.form[first - 1] in (".", BREAK, ";")
    whole = last.people if last is not None and last.measure in EVENTS else last
    named = "of-group" in count.rules and whole is not None and count.noun == whole.noun  # "six of the civilians were"
    if whole is None or not ((opens and count.nameless) or named) or not _are_people(page, count, end):
        return False
    if whole.overtaken or whole.dead or (count.low or 0) > (whole.high or whole.low or 0):
        return False
    count.subset = True
    return set_measure(count, whole.measure or "", "subset-of", whole.trigger_at)


def _are_people(page: Page, count: Count, end: int) -> bool:
    """ "Three of those were ISIS commanders": what is said of a part tells that people are counted."""
    if count.end + 1 >= end or page.form[count.end] not in _BEING:
        return False
    at = count.end + 1
    while at < end and at in page.inside and page.noun(at) is None:
        at += 1
    noun = page.noun(at) if at < end else None
    return noun is not None and noun.kind == "person"


_REST = markers("rest-of")
_BEING = frozenset({"was", "were", "is", "are"})


def _joined(before: list[Count], whole: Count) -> int:
    """ "280 رجلاً و51 سيدة، منهم 285 عربياً": how many a count makes with those of its measure that it is joined to."""
    total, last = whole.high or 0, whole
    for other in reversed(before[: -1 if before and before[-1] is whole else 0]):
        if not last.conj or last.start - other.end > 1 or other.measure != whole.measure:
            break
        total, last = total + (other.high or 0), other
    return total


def _too_large(page: Page, count: Count, whole: Count, total: int = 0) -> bool:
    """Whether a part counts more than what it would be a part of, and it isn't said to be of "the victims"."""
    if not _VICTIMS.isdisjoint(page.form[max(0, count.start - 4) : count.start]):
        return False
    return count.low is not None and whole.high is not None and count.low > max(whole.high, total)


def things(count: Count) -> bool:
    """Whether things are counted, of which no people can be a part: "in two districts, two civilians among them"."""
    return count.dead and count.noun is not None and count.noun.kind == "other" and count.noun_at is not None


def _large_enough(count: Count, before: list[Count]) -> Count:
    """ "مقتل 40 وإصابة 12، بينهم 20 مدنياً": no part is larger than its whole, so the twenty are of the forty."""
    fitting = [c for c in before if c.measure and not c.dead and (c.low or 0) >= (count.low or 0)]
    last = before[-1]
    small = last.measure is not None and last.high is not None and last.high < (count.low or 0)
    return fitting[-1] if small and fitting and fitting[-1].measure != last.measure else last


def _subset_of_toll(page: Page, count: Count, start: int) -> bool:
    """ "القتلى كان بينهم 17 شخصا": a part of the dead of whom no number is told."""
    far = False
    for at in range(count.start - 1, max(start, count.start - _FAR_TOLL) - 1, -1):
        noun = page.noun(at)
        if far and page.form[at + 1] not in _WHO:
            continue
        if (
            noun is not None
            and noun.kind == "casualty"
            and noun.number == "many"
            and noun.value in ("killed", "wounded")
        ):
            return page.lex[at].article and set_measure(count, noun.value, "subset-of-named", at)
        if page.form[at] in HARD:
            return False
        far = far or page.trigger(at) is not None or noun is not None or count.start - at > _NEAR
    return False


_FAR_TOLL = 20
_WHO = markers("relative-who")


def _subset_of_named(page: Page, count: Count, start: int, end: int) -> None:
    """ "14 منها في سوريا.. داعش يكشف حصيلة عملياته": the whole is named without a number."""
    if not count.partitive:
        return
    for at in range(start, min(len(page.form), end + 12)):
        noun = page.noun(at)
        if noun is not None and noun.kind == "event" and noun.number == "many":
            set_measure(count, EVENT_KINDS.get(noun.value, noun.value), "subset-of-named", at)
            return


def befell(page: Page, count: Count, floor: int) -> bool:
    """ "قُتل في العراق ستة منهم", "أوقفت الشرطة 115 منهم": a place, a day or who did it between the verb and the part
    doesn't keep them apart."""
    if not count.partitive or not is_arabic(page, count):
        return False
    at = count.start - 1
    if page.trigger(at - 1) is not None and page.is_person(at) and page.lex[at].article:
        at -= 1
    while at >= floor and (at in page.inside or at in page.name_at or at in page.dated or page.form[at] in _IN):
        at -= 1
    trigger = page.trigger(at) if floor <= at < count.start - 1 else None
    if trigger is None or trigger.shape != "verb" or not governs(trigger) or not fits(page, count, trigger):
        return False
    return set_measure(count, trigger.measure, "left-window-verb", at)


_IN = markers("inside")


def _in_list(page: Page, count: Count) -> bool:
    """ "من بينهم أم وأطفالها الأربعة": joined to what a list of the parts begins with."""
    return count.conj and any(page.cue(at, "subset") for at in range(max(0, count.start - 3), count.start))


def parts_of(page: Page, counts: list[Count]) -> list[Count]:
    """The parts of totals, with what is joined to them: both of "بينهم امرأة وطفل"."""
    found: list[Count] = []
    for index, count in enumerate(counts):
        joined = count.conj and bool(found) and found[-1] is counts[index - 1] and count.start - found[-1].end <= 1
        if count.subset or joined or _in_list(page, count):
            found.append(count)
    return found


def right_of_part(page: Page, counts: list[Count], index: int, end: int) -> None:
    """ "three of them were arrested", "of whom two were killed": a part with an action of its own."""
    count = counts[index]
    first = _behind_apposition(page, count.end, end)
    if first > count.end:
        set_measure(count, page.trigger(first).measure, "right-behind-aside", first)  # type: ignore[union-attr]
        return
    for at in range(count.end, min(end, count.end + 4)):
        if page.trigger(at) is not None:
            right(page, counts, index, end)
            count.dead = False
            return
        if page.form[at] in COMMA or page.cue(at, "verb") or page.cue(at, "subset"):
            return


def _behind_apposition(page: Page, at: int, end: int) -> int:
    """ "Nine of them, a commander among them, died": where a part is gone on with behind words between commas."""
    if at >= end or page.form[at] not in COMMA:
        return at
    close = next((k for k in range(at + 1, min(end, at + _ASIDE)) if page.form[k] in COMMA), None)
    if close is None or close + 1 >= end or page.conj[close + 1]:
        return at  # "170 منهم، ... ، واغتيال ناشط": another action begins
    trigger = page.trigger(close + 1)
    return close + 1 if trigger is not None and trigger.shape != "masdar" else at


_ASIDE = 12


def spread(page: Page, count: Count, previous: Count | None) -> bool:
    """ "arrested eight men in all, the ministry said: five in Homs, two in Hama": the places of those counted before a
    colon."""
    if previous is None or previous.measure in EVENTS or not count.nameless or page.before(count.start) != ":":
        return False
    if (count.low or 0) >= (previous.low or 0) or not in_place(page, count.end, len(page.form)):
        return False
    count.subset, count.noun, count.group = True, previous.noun, previous.group
    return set_measure(count, previous.measure or "", "subset-of", previous.trigger_at)
