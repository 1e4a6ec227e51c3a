"""Bring counts under a measure: by their own noun, by the action that governs them, by coordination, or not at all.

The order of the attempts is the order of certainty. What no rule binds is no figure.
"""

from __future__ import annotations

from dataclasses import replace

from hasila.lexicon.markers import markers
from hasila.lexicon.words import Noun
from hasila.reading.afterthoughts import relatives, said_of
from hasila.reading.asides import over_aside
from hasila.reading.captives import (
    acted_on,
    arrested,
    as_captives,
    as_hostages,
    as_people,
    departed,
    escaped,
    fallen,
    flow,
    surrendered,
    taken,
)
from hasila.reading.combined import combined, killed_and_wounded, of_both, of_victims, split
from hasila.reading.count import DIFFERENCE, Count
from hasila.reading.doers import object_of_one, strike_people
from hasila.reading.elided import campaigns_of, case_again
from hasila.reading.governors import (
    BE,
    BULLETS,
    COMMA,
    EVENT_KINDS,
    WHO_ACTS,
    left_adjacent,
    phrase_start,
    set_measure,
)
from hasila.reading.inheritance import bind_rest
from hasila.reading.mishaps import accident, died_of_wounds, ordered, sentenced
from hasila.reading.modality import goes_on, settle, signs
from hasila.reading.occasions import assassination, flown, of_its_mode, so_often
from hasila.reading.page import Page
from hasila.reading.parts import befell, of_those_told, right_of_part, subset_before
from hasila.reading.predicates import right
from hasila.reading.predicatives import are_hurt, inverted
from hasila.reading.qualifiers import exceed, qualify_after
from hasila.reading.rejects import generic, missing, only_present, theatre
from hasila.reading.saidparts import in_parts, made_up_of
from hasila.reading.sharing import beside_named, shared_fate, with_him
from hasila.reading.successions import outdated
from hasila.reading.tolls import in_toll, those_who
from hasila.reading.windows import left_window
from hasila.reading.zeros import bind_zero

_DEATHLY_BEFORE = markers("killing-before")


def bind(page: Page, counts: list[Count], start: int, end: int, carried: Count | None = None) -> None:
    """Give each count of a sentence its measure. ``carried`` is the last bound count of the sentence before."""
    for index in range(len(counts)):
        _bind_one(page, counts, index, start, end)
    bind_rest(page, counts, start, end, carried)
    found = signs(page, start, end) if counts else set()
    for index, count in enumerate(counts):
        if count.measure is not None and not count.dead:
            as_captives(page, count, end)
            settle(page, count, start, end, found)
            exceed(page, count, start)
            count.dead = (
                ("penalty" in found and sentenced(page, count, start))
                or ("domain" in found and accident(page, count, start, end))
                or ordered(page, count, start)
            )
            if index and counts[index - 1].modality == "denied" and goes_on(page, counts[index - 1], count):
                count.modality = "denied"
    if len(counts) > 1:
        outdated(page, counts, start, end)
    for count in list(counts):
        if count.measure and not count.dead:
            counts.extend(relatives(page, count))


def _against(page: Page, at: int) -> bool:
    return page.form[at - 2 : at] in (["down", "from"], ["up", "from"], ["compared", "with"], ["compared", "to"])


def _floor(page: Page, counts: list[Count], index: int, start: int) -> int:
    """Where the words before a count stop being its own: behind the count before it (not ages, stretches or "the two
    provinces")."""
    for other in reversed(counts[:index]):
        if strike_people(page, other):
            continue
        ridden = other.dead and not _RIDES.isdisjoint(page.form[max(start, other.start - 2) : other.start])
        aside = ridden or (other.noun is not None and (other.noun.value == "time" or _two_things(other)))
        if not (other.dead and (aside or not _BESIDE.isdisjoint(other.rules))):
            return other.end
    return start


_BESIDE = frozenset({WHO_ACTS, DIFFERENCE})
_RIDES = markers("ride-verb")


def _harmed(page: Page, count: Count, end: int) -> bool:
    """ "أربعة نزلاء لقوا حتفهم", "two inmates were killed": people of whom one only says that they are held, unless
    something happens to them."""
    at = count.end
    if at < end and page.cue(at, "reflexive"):
        return True  # "سلّم 3500 من السجناء أنفسهم"
    joined = page.noun(at + 1) if at + 1 < end and page.form[at] == "and" else None
    if joined is not None and joined.kind == "person" and joined.number == "many":
        at += 2  # "374 inmates and attackers were killed"
    while at < end and page.form[at] in _AUXILIARY:
        at += 1
    trigger = page.trigger(at) if at < end else None
    return trigger is not None and trigger.measure in _FATES and not page.conj[at]


_AUXILIARY = BE | {"have", "has", "had"}
_FATES = frozenset({"killed", "wounded", "surrendered"})


def _two_things(count: Count) -> bool:
    """ "في المحافظتين": two of what nobody counts."""
    return count.noun is not None and count.noun.kind == "other" and "ar-dual-noun" in count.rules and count.definite


def _rejected(page: Page, count: Count, start: int, end: int) -> bool:
    """Counts of things, and of people to whom nothing is said to happen."""
    noun = count.noun
    if noun is not None and noun.kind == "stock" and _harmed(page, count, end):
        count.noun = noun = replace(noun, kind="person", value="detained")
    if (
        (noun is not None and noun.kind in ("other", "stock"))
        or only_present(page, count, end)
        or missing(page, count, end)
    ):
        return True
    if page.form[count.end : count.end + 2] in _OFF_WORK:
        return True  # "أوقفت الإدارة 12 عاملا عن العمل"
    back = count.start - 1
    whom = count.noun is not None or count.group is not None or count.others or count.partitive
    if back >= start and page.form[back] == "في" and not whom:
        return True  # "في ثلاث حوادث": where or in what, not whom
    if back >= start and noun is None and not count.unknown_noun and _unlisted_deed(page, back, start):
        return True
    if back >= start:
        first = phrase_start(page, back, start)
        opening = page.word[first]
        if opening is not None and not _PRESENCE.isdisjoint(opening.cues):
            return True
        if noun is not None and page.form[back] in _SAYING and page.cue(back, "verb") == "speech":
            return noun.kind == "person" and count.trigger_at is None
    if noun is not None and noun.kind == "event":
        if noun.number == "one" and "of-group" in count.rules:
            return True  # "اليوم 158 من عملية": the day of one, not so many
        return theatre(page, count) or _civil(page, count, end) or generic(page, count, end)
    named = page.cued_in("named", count.end, min(end, count.end + 10))
    return named is not None and count.rules[:1] == ["ar-one-of"]


_SAYING = markers("saying-verb")
_OFF_WORK = (["عن", "العمل"], ["عن", "الدراسه"], ["عن", "الدوام"], ["عن", "الخدمه"])
_PRESENCE = frozenset({"attend", "deployed"})


def _subject_of_next(page: Page, counts: list[Count], index: int) -> bool:
    """ "قتل انتحاري أمس 25 شخصاً": a single man between the verb and the people counted is who did it."""
    count, after = counts[index], counts[index + 1] if index + 1 < len(counts) else None
    trigger = page.trigger(count.start - 1) if count.bare and count.start else None
    if after is None or trigger is None or trigger.shape != "verb" or trigger.voice != "any" or trigger.filled:
        return False
    object_ = after.noun is not None and after.noun.kind == "person" and not (after.conj or after.subset or after.bare)
    back = after.start - 1
    while back > count.end and page.cue(back, "qual"):
        back -= 1
    return object_ and (back < count.end or all(at in page.dated for at in range(count.end, back + 1)))


def _unlisted_deed(page: Page, at: int, start: int) -> bool:
    """ "and uprooted 2 million": a verb that the lexicon doesn't know takes the number for itself."""
    form = page.form[at]
    if page.lex[at].word is not None or page.lex[at].upper or not form.endswith("ed") or len(form) < 5:
        return False
    return at > start and page.form[at - 1] in ("and", "or", "but", ",")


def _clash(counts: list[Count], index: int) -> bool:
    """Clashes are operations only where they are listed among operations: "128 عملية مداهمة، إضافة إلى 32 اشتباكًا"."""
    noun = counts[index].noun
    listed = index > 0 and counts[index - 1].measure == "operations"
    return noun is not None and noun.value == "clash" and not listed


def _civil(page: Page, count: Count, end: int) -> bool:
    """ "two heart attacks", "ضربتي جزاء", "عملية جراحية": the word beside the noun says that it is of another world."""
    around = range(count.number[1], min(end, count.end + 1))
    surgical = page.has(_HOSPITAL, max(0, count.start - _WHO_OPERATES), count.start)
    surgical = surgical and count.noun is not None and count.noun.value == "operations"
    return surgical or any(at != count.noun_at for at in page.cued_at("civil", around.start, around.stop))


_HOSPITAL = markers("hospital")
_WHO_OPERATES = 5


def _bind_one(page: Page, counts: list[Count], index: int, start: int, end: int) -> None:
    count = counts[index]
    if count.dead or count.measure is not None:
        return
    if so_often(page, count, start) or those_who(page, count, start):
        return
    as_people(page, count, start)
    case_again(page, count)
    if campaigns_of(page, counts, index):
        return
    if _rejected(page, count, start, end) or _clash(counts, index):
        count.dead = True
        return
    if count.noun is None and not count.unknown_noun and count.start > start and page.cue(count.start - 1, "notmark"):
        return
    if index and count.nameless and counts[index - 1].measure is not None and _against(page, count.start):
        return  # "nine operations, down from 17 in August, and killed or captured 22"
    if count.zero:
        bind_zero(page, counts, index, start, end)
        return
    if taken(page, count, start, end) or departed(page, count, start, end) or fallen(page, count, start, end):
        return
    if count.noun is not None and count.noun.value == "detained" and surrendered(page, count, start, end):
        return  # "سلّم 3500 من السجناء أنفسهم"
    if of_victims(page, counts, index) or of_both(page, count, start) or _own_measure(page, counts, count, start, end):
        return
    floor = _floor(page, counts, index, start)
    if _by_wording(page, counts, index, start, end, floor):
        return
    if _subject_of_next(page, counts, index):
        count.dead = True
        count.rules.append(WHO_ACTS)
        return
    if left_adjacent(page, count, floor, start):
        subset_before(page, count, floor)
        return
    if befell(page, count, floor):
        return
    if count.subset or subset_before(page, count, floor):
        right_of_part(page, counts, index, end)
        return
    if (count.weak and not _people_act(page, count, end)) or as_hostages(page, count, end):
        return
    if _described(page, count) and left_window(page, count, floor, start):
        return
    if arrested(page, counts, count, end):
        return
    if not (right(page, counts, index, end) or _befallen(page, count) or over_aside(page, counts, index, start)):
        left_window(page, count, floor, start)


def _by_wording(page: Page, counts: list[Count], index: int, start: int, end: int, floor: int) -> bool:
    """Whether one of the wordings that have rules of their own binds a count."""
    count = counts[index]
    return (
        object_of_one(page, counts, index)
        or inverted(page, count, start)
        or shared_fate(page, count, floor)
        or with_him(page, count, floor)
        or beside_named(page, count, floor)
        or made_up_of(page, counts, index)
        or split(page, counts, index)
        or killed_and_wounded(page, count, start)
        or combined(page, count, floor, end)
        or surrendered(page, count, start, end)
        or _number_of(page, count, end)
        or in_toll(page, count, end)
        or are_hurt(page, count, end)
        or of_its_mode(page, count, start)
        or said_of(page, count, end)
        or of_those_told(page, count, start, end)
    )


def _befallen(page: Page, count: Count) -> bool:
    """ "10 wounded soldiers were taken to hospital": no verb but the participle tells what befell them."""
    trigger = page.trigger(count.trigger_at) if count.trigger_at is not None else None
    return trigger is not None and set_measure(count, trigger.measure, "participle-before", count.trigger_at)


def _people_act(page: Page, count: Count, end: int) -> bool:
    """ "29 من المجموعات الموالية لإيران قتلوا": a verb of people behind it makes people of whatever is counted."""
    for at in range(count.end, min(end, count.end + _NEAR_VERB)):
        trigger = page.trigger(at)
        if trigger is not None and not trigger.filled:
            return trigger.shape == "verb" and trigger.plural and not page.conj[at] and page.form[at] > "\u0590"
        if page.cue(at, "verb") or page.form[at] in COMMA:
            return False
    return False


_NEAR_VERB = 6


def _described(page: Page, count: Count) -> bool:
    """ "أعدم مسلحون في البلدة 33 شخصا خطفوهم": a relative clause right behind people, who fall under the main verb."""
    trigger = page.trigger(count.end) if count.end < len(page.form) else None
    return trigger is not None and trigger.filled and not page.conj[count.end] and page.form[count.end].endswith("هم")


_NUMBER = markers("number-of")


def _number_of(page: Page, count: Count, end: int) -> bool:
    """ "ارتفع إلى 6 عدد القتلى", "14 were unilateral operations": the noun is last."""
    if count.noun is not None or count.unknown_noun or count.end >= end:
        return False
    follow = page.form[count.end]
    named = follow in _NUMBER or (follow == "the" and page.form[count.end + 1 : count.end + 3] == ["number", "of"])
    if not (named or follow in ("were", "are")):
        return False
    at = next((k for k in range(count.end + 1, min(end, count.end + 6)) if page.noun(k) is not None), None)
    if at is None or any(page.trigger(k) is not None for k in range(count.end, at)):
        return False
    noun = page.noun(at)
    if noun is None or noun.number != "many" or noun.kind not in (("event", "casualty") if named else ("event",)):
        return False
    return set_measure(count, EVENT_KINDS.get(noun.value, noun.value), "number-of", at)


def _own_measure(page: Page, counts: list[Count], count: Count, start: int, end: int) -> bool:
    noun = count.noun
    if noun is None or noun.kind not in ("casualty", "event"):
        return False
    if noun.kind == "event":
        measure = EVENT_KINDS.get(noun.value, noun.value)
        if noun.number == "one" and page.form[count.noun_at or 0] < "\u0590" and (count.low or 0) > 1:
            count.dead = True
            return True
        if noun.value == "attempt" and not assassination(page, count.end):
            count.dead = True
            return True
        if noun.value in ("operations", "attempt") and assassination(page, count.end):
            measure, count.end = "attacks", count.end + 1
            qualify_after(page, count, end)
        elif noun.value == "operations" and page.has(_DEATHLY_BEFORE, max(start, count.start - 6), count.start):
            measure = "attacks"
        elif flown(page, count, start):
            measure = "strikes"
        subset_before(page, count, start)
        return set_measure(count, measure, "noun-event")
    if noun.value == "arrests":
        return set_measure(count, "detained", "noun-casualty")
    if noun.value in ("detained", "abducted", "wounded") and acted_on(page, count, start):
        return count.measure is not None or count.dead
    their = noun.owned and noun.number == "many"  # "استعادة 63 من أسراها"
    if noun.value == "detained" and (their or escaped(page, count, end)):
        count.dead = True
        return True
    if noun.value == "detained" and in_parts(counts, count):
        count.noun = Noun("person", "detained", noun.group, noun.number)
        return False
    if noun.value == "detained" and not (flow(page, count, start, end) or _listed(page, counts, count, start, end)):
        count.noun = Noun("person", "detained", noun.group, noun.number)
        return False
    if count.bare and noun.value != "killed" and noun.value != "wounded":
        return False
    subset_before(page, count, start)
    died = died_of_wounds(page, count, end) if noun.value == "wounded" else None
    if died is not None:
        return set_measure(count, "killed", "died-of-wounds", died)
    return set_measure(count, noun.value, "noun-casualty")


def _listed(page: Page, counts: list[Count], count: Count, start: int, end: int) -> bool:
    """ "73 عملية و352 معتقلا", "9 ops, 31 detainees, 3 dead": in a list of results people held are one of them."""
    index = next(k for k, other in enumerate(counts) if other is count)
    last = counts[index - 1] if index else None
    beside = last is not None and last.measure is not None and count.start - last.end <= _LIST_GAP
    told = any(
        page.cue(at, "verb") not in _UNTOLD
        or page.cue(at, "moved")
        or page.cue(at, "holding")
        or page.cue(at, "remain")
        for at in page.within(start, end)
    )
    inmates = page.form[count.noun_at or count.start].startswith(_INMATE)
    bullet = page.form[start] in BULLETS and count.start == start + 1
    told = told or page.has(_PRISON, count.end, min(end, count.end + _LIST_GAP))
    opens = (bullet or (count.start == start and end == len(page.form))) and not inmates and end - start <= _HEADLINE
    return (beside or opens) and not told


_LIST_GAP = 4
_UNTOLD = (None, "speech", "prevent")
_PRISON = markers("prison")
_INMATE = ("سجين", "سجنا")
_HEADLINE = 16
