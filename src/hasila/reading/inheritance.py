"""Counts that take their measure from another count: parts, coordination, ellipsis, change."""

from __future__ import annotations

from dataclasses import replace

from hasila.lexicon.markers import markers
from hasila.reading.afterthoughts import afterthought, said_among
from hasila.reading.campaign_names import outside_names
from hasila.reading.captives import stays
from hasila.reading.changes import changed, changed_to, give_way, not_but, replaced, take
from hasila.reading.comparing import against, compared
from hasila.reading.count import EVENTS, Count
from hasila.reading.elided import (
    counted_again,
    fell_in_event,
    fell_in_theirs,
    of_next,
    of_same_kind,
    of_those_events,
    rest_of_events,
    share_of_events,
)
from hasila.reading.gapping import gapped, in_series, in_turn, of_share, of_topic, repeated, told_otherwise, verb_elided
from hasila.reading.governors import (
    AUXILIARY,
    BESIDES,
    COMMA,
    HARD,
    SMALL,
    left_adjacent,
    set_measure,
)
from hasila.reading.listing import as_item, in_list, series_goes_on, shares_behind_colon
from hasila.reading.ofatoll import of_toll, tolled
from hasila.reading.page import Page
from hasila.reading.parts import bind_part, of_those_before, spread, things
from hasila.reading.saidparts import among, bodies_of, held, said_after
from hasila.reading.tolls import of_others, of_things
from hasila.text.tokens import BREAK
from hasila.values.numbers import number_forms

_COORDINATE = 7
_LINKS = markers("link") | {"(", ",", "،", "—", "/"}
_CONTRASTS = markers("contrast")
_JOINS = _LINKS | _CONTRASTS
_TOGETHER = markers("together")
_DOES = markers("doing-verb")
_WITH_THEM = markers("with-them")
_AFTER_JOINT = 3
_DONE = markers("passive-verb")


def bind_rest(page: Page, counts: list[Count], start: int, end: int, carried: Count | None) -> None:
    """Bind what no action governs: parts, members of a series, items of a list, numbers that correct or repeat."""
    last, items = carried, in_list(page, start, carried)
    shares = shares_behind_colon(page, counts, carried)
    opens_line = page.before(start) == BREAK
    event = None if carried is None else carried if carried.measure in EVENTS else carried.event
    people = None if carried is None else carried if carried.measure not in EVENTS else carried.people
    for index, count in enumerate(counts):
        count.event, count.people = event, people
        if index in shares and shares[index].measure is not None:
            count.subset = not count.nameless  # a country's share is told apart by its place
            take(count, shares[index], "share-of-sum")
        if count.measure is None and not count.dead:
            _inherit(page, counts, index, last, start, end)
        if count.measure is None and not count.dead:
            afterthought(page, counts, index, end)
        if items and carried is not None:
            as_item(page, count, carried)
        elif carried is not None and not opens_line:
            count.listed = carried.listed  # a line of a list goes on
        if count.measure is not None and not count.dead:
            last = count
            event = count if count.measure in EVENTS else event
            people = count if count.measure not in EVENTS else people


def _inherit(page: Page, counts: list[Count], index: int, last: Count | None, start: int, end: int) -> None:
    count = counts[index]
    previous: Count | None = next((c for c in reversed(counts[:index]) if c.measure is not None and not c.dead), None)
    if count.event is not None and count.nameless and of_those_events(page, count):
        count.subset = False  # a country's share is told apart by its place
        take(count, count.event, "share-of-events")
        return
    if count.subset:
        bind_part(page, counts, index, last, start, end)
        return
    if said_among(page, count, previous or last, end):
        return
    if _respectively(page, counts, index, end) or held(page, count, last) or in_series(page, counts, index, end):
        return
    if in_turn(page, counts, index):
        return
    if spread(page, count, previous) or of_those_before(page, count, previous or last, end):
        return
    for rule in (_dealt_out, changed, changed_to, _tally, not_but, replaced):
        if rule(page, counts, index, previous, last):
            return
    if (beside := of_same_kind(page, counts, index)) is not None:
        take(count, beside, "share-of-next")
        return
    whole = of_next(page, counts, index)
    if whole is not None:
        count.subset = take(count, whole, "share-of-next")
        return
    if told_otherwise(page, count, previous):
        return
    if of_topic(page, count) or of_share(page, count, previous, last) or gapped(page, counts, index):
        return
    if previous is not None and compared(page, count, previous):
        take(count, previous, "compared")
        return
    if previous is not None and against(page, count, previous):
        take(count, share_of_events(page, count, previous, end) or previous, "compared")
        return
    again = repeated(page, count, previous, last)
    if again is not None:
        take(count, again, "gapping")
        return
    again = None if _behind_things(counts, index) else counted_again(page, count, previous)
    if again is not None:
        take(count, again, "event-again")
        return
    if previous is None:
        event = share_of_events(page, count, previous, end)
        if event is not None:
            take(count, event, "share-of-events")
        elif last is not None and series_goes_on(page, count, last, start, end):
            take(count, last, "coordination")
        else:
            _over_dead(page, counts, index, start)
        return
    _inherit_beside(page, counts, index, previous, end)


def _behind_things(counts: list[Count], index: int) -> bool:
    """ "received 14 new reports and completed 25": what a bare number counts again are the things before it."""
    before = counts[index - 1] if index else None
    return before is not None and things(before) and not (before.noun is not None and before.noun.value == "time")


def _inherit_beside(page: Page, counts: list[Count], index: int, previous: Count, end: int) -> None:
    """Bind a count by the bound one before it in its sentence: as its part, its share or beside it."""
    count = counts[index]
    if among(page, count, previous):
        count.subset = True
        take(count, previous, "subset-of")
        return
    if bodies_of(page, count, previous):
        count.subset = True
        set_measure(count, "killed", "subset-of", previous.trigger_at)
        return
    if said_after(page, count, previous, end):
        count.subset = True
        take(count, previous, "subset-of")
        return
    if verb_elided(page, counts, index):
        return
    if previous.measure in EVENTS and count.people is not None and fell_in_event(page, count, end):
        previous = count.people
    previous = fell_in_theirs(page, counts, index) or previous
    event = share_of_events(page, count, previous, end) or rest_of_events(page, counts, index, previous, end)
    if event is not None:
        take(count, event, "share-of-events")
    elif stays(page, count, previous, end):
        count.dead = True
    elif _coordinated(page, counts, index, previous) and _alike(count, previous):
        take(count, previous, "coordination")


def _dealt_out(page: Page, counts: list[Count], index: int, previous: Count | None, last: Count | None) -> bool:
    """ "وهؤلاء يتوزعون بين 16 متهماً بالإرهاب و34 تاجراً": the parts into which those counted before are divided."""
    count, whole = counts[index], previous or last
    floor = previous.start if previous is not None and "dealt-out" in previous.rules else max(0, count.start - _DEALT)
    told = previous is not None and "dealt-out" in previous.rules
    if whole is None or whole.measure is None or not (told or not _DEALS.isdisjoint(page.form[floor : count.start])):
        return False
    if count.unknown_noun or (count.noun is not None and (count.noun.kind != "person" or whole.measure in EVENTS)):
        return False
    count.subset = True
    count.rules.append("dealt-out")
    return take(count, whole, "subset-of")


_DEALS = markers("deals-out")
_DEALT = 8


def _respectively(page: Page, counts: list[Count], index: int, end: int) -> bool:
    """ "left 4 and 7 militants dead respectively": the noun and action of the last number are those of all."""
    count, after = counts[index], counts[index + 1] if index + 1 < len(counts) else None
    if after is None or after.measure is None or not count.nameless or after.start - count.end > 1:
        return False
    told = any(page.cue(at, "respectively") for at in range(after.end, end))
    return told and take(count, after, "respectively")


def _tally(page: Page, counts: list[Count], index: int, previous: Count | None, last: Count | None) -> bool:
    """ "bringing the number to 48", "وكان العدد الصحيح ستة": a bare number of a tally counts what was counted last."""
    count = counts[index]
    people = count.tallied and count.noun is not None and count.noun.kind == "person"  # "the number at 500 fighters"
    if not (count.nameless or people) or not (count.tallied or tolled(page, count)):
        return False
    if of_others(page, count, previous) or of_things(page, count):
        count.dead = True
        return True
    if index and counts[index - 1].dead and previous is None:
        count.dead = True
        return True
    whole = previous or _what_left_them(page, counts, index, last)
    if whole is not None and (count.tallied or previous is not None or of_toll(page, count)):
        take(count, whole, "tally-of-last")
        if previous is not None and (page.before(previous.start), page.before(count.start)) == ("to", "from"):
            give_way(page, count)  # "has risen to six from four"
        return True
    named = any(page.form[at].startswith("حصيله") for at in range(max(0, count.start - 6), count.start))
    return named and tolled(page, count) and set_measure(count, "killed", "tally-of-dead")


def _what_left_them(page: Page, counts: list[Count], index: int, last: Count | None) -> Count | None:
    """ "37 operations in June, with 13 killed. In May the count was 38, with eight killed": of the operations, where
    the number is told with what came of it; else of those counted last."""
    follow = counts[index + 1] if index + 1 < len(counts) else None
    told = follow is not None and follow.measure is not None and page.before(counts[index].start) not in _REACHED
    if last is None or last.measure in EVENTS or last.event is None or follow is None or not told:
        return last
    return last if follow.measure in EVENTS or follow.subset else last.event


_REACHED = frozenset({"to", "at", "الي", "عند"})  # "raised its count to 83"


def _over_dead(page: Page, counts: list[Count], index: int, start: int) -> None:
    """ "ضبط 661 قضية و694 متهما": people beside things under one action."""
    count = counts[index]
    if index == 0 or not counts[index - 1].dead or count.noun is None or count.noun.kind != "person":
        return
    if count.conj or any(page.cue(at, "tally") for at in range(counts[index - 1].end, count.start)):
        floor = counts[index - 1].start
        probe = replace(count, start=floor, rules=[])
        if left_adjacent(page, probe, start, start):
            set_measure(count, probe.measure or "", "coordination-over-things", probe.trigger_at)


def _alike(count: Count, previous: Count) -> bool:
    """Parallel members are of one kind: people beside people, a bare number beside anything."""
    event = (previous.noun is not None and previous.noun.kind == "event") or previous.measure in EVENTS
    if count.noun is None:
        return not (count.weak or count.unknown_noun) or not event
    return not event and count.noun.kind == "person"


def _coordinated(page: Page, counts: list[Count], index: int, previous: Count) -> bool:
    count = counts[index]
    if _joins_unbound(count, counts[index - 1]) or page.before(count.start) in _DOES:
        return False  # "وجرح 32 حين فجر نحو 300 متمرد لغما": those who do it
    between = [c for c in counts[:index] if c.start >= previous.end and c.dead and not (_beside(c) or _sites(page, c))]
    if between:
        return False
    gap = range(previous.end, count.start)
    reach = _COORDINATE * (2 if _itemised(page, count) or _another(page, count) else 1)
    if len(gap) > reach * 2:
        return False
    for at in gap:
        word = page.word[at]
        if page.form[at] in HARD:
            return False
        if (
            at == previous.trigger_at
            or (at == previous.end and not page.conj[at])
            or page.form[at] in AUXILIARY
            or page.cue(at, "named")
        ):
            continue
        if previous.measure in EVENTS and page.cue(at, "verb") == "action" and page.form[at - 1] in AUXILIARY:
            continue  # "12 strikes have been carried out in Iraq and 9 in Syria"
        if _done_next(page, previous, at):
            continue
        if word is not None and (word.trigger is not None or (word.cues.get("verb") and not word.cues.get("masdar"))):
            return False
    if count.start - previous.end > 1 and page.form[count.start - 2] in _DONE and page.trigger(count.start - 1) is None:
        return False  # "فيما تم تسليم 150 آخرين": something else is done to these
    opens = count.start - previous.end > 1 and page.form[count.start - 2] in _NEW_CLAUSE
    undone = (
        count.start > previous.end and page.form[count.start - 1].startswith("و") and page.form[count.start - 1] != "و"
    )
    if (opens or undone) and _unlisted(page, count.start - 1):
        return False  # "فيما انسحب ثلاثة آخرون", "وتشريد مليونين آخرين": a deed that the lexicon does not know
    plain = sum(
        1
        for at in outside_names(page, gap)
        if page.lex[at].alpha
        and not (page.form[at] in _LINKS or page.form[at] in SMALL or at in page.name_at or at in page.dated)
    )
    return _linked(page, count, gap) and plain <= reach


def _joins_unbound(count: Count, before: Count) -> bool:
    """ "أوقفت ثلاثة، وأن 700 عامل ومئة أجنبي غادروا": joined to people of whom nothing is told that is counted."""
    people = before.noun is not None and before.noun.kind == "person" and (count.noun is not None or count.others)
    return (
        people
        and (count.conj or count.others)
        and before.measure is None
        and not before.dead
        and count.start - before.end <= 1
    )


def _done_next(page: Page, previous: Count, at: int) -> bool:
    """ "22 عملية ضد داعش نُفذت في العراق و14 في سوريا": the verb of which the events before it are the subject."""
    if previous.measure not in EVENTS or page.cue(at, "verb") != "action" or page.conj[at]:
        return False
    return not any(page.form[k] in COMMA or page.cue(k, "verb") for k in range(previous.end, at))


def _unlisted(page: Page, at: int) -> bool:
    if page.cue(at, "verb") == "other" and page.cue(at, "masdar"):
        return page.conj[at] != ""
    plain = page.lex[at].alpha and page.word[at] is None and at not in page.inside and at not in page.dated
    return plain and page.form[at] not in SMALL and page.form[at] not in number_forms()


_NEW_CLAUSE = markers("new-clause")


def _another(page: Page, count: Count) -> bool:
    """ "2,500 were killed ... in December, and another 60 in January": more of the same, however far off."""
    another = page.before(count.number[0]) == "another"
    return another and page.before(count.number[0] - 1) in ("and", ",") and count.noun is None


def _itemised(page: Page, count: Count) -> bool:
    """ "63 من قوات ... العاملة في مناطق ...، و12 من التنظيم": a member of a series, however long the one before."""
    return count.conj and page.form[count.start - 1] in COMMA and "of-group" in count.rules


def _beside(count: Count) -> bool:
    """Stretches of time and pairs of things, as "in the two provinces": the next count goes on over them."""
    return count.noun is not None and (
        count.noun.value == "time" or (count.noun.kind == "other" and count.rules[:1] == ["ar-dual-noun"])
    )


def _sites(page: Page, count: Count) -> bool:
    """ "13 في العراق قرب 7 مدن، و5 في سوريا", "13 near seven towns in Iraq and five in Syria": where it was."""
    return page.before(count.start) in _NEAR


_NEAR = markers("near") | {"قرب"}


def _and_in(page: Page, at: int) -> bool:
    """ "نُسبت إلى حلب عمليتان وإلى حماة واحدة": a preposition with "and" written onto it."""
    return page.form[at][0] == "و" and page.form[at][1:] in SMALL


def _linked(page: Page, count: Count, gap: range) -> bool:
    """Whether something in the gap joins a count to the one before: a conjunction, a comma, a contrast."""
    if page.form[count.start - 1] in _WITH_THEM or (page.form[count.start - 1] == ":" and len(gap) <= _AFTER_JOINT):
        return True
    if tuple(page.form[count.start - 2 : count.start]) in BESIDES:
        return True
    if count.conj or page.form[count.start - 1] in _LINKS or any(page.cue(at, "listing") for at in gap):
        return True
    if page.form[count.start - 1] in _TOGETHER and count.noun_at is not None:
        return page.form[count.noun_at].endswith(("ه", "ها", "هم"))
    if gap and page.conj[gap[0]] == "و" and all(at in page.inside for at in gap):
        return True  # "في دير الزور 33 والحسكة 32 شخصا"
    if not (count.nameless or count.others):
        return False
    joint = next((at for at in reversed(gap) if page.conj[at] or page.form[at] in _JOINS or _and_in(page, at)), None)
    if joint is None:
        return False
    rest = range(joint, count.start)
    return (
        sum(
            1
            for at in outside_names(page, rest)
            if page.lex[at].alpha and not (page.form[at] in SMALL or at in page.inside or at in page.dated)
        )
        <= _AFTER_JOINT
    )
