"""To whom it was done: the target of one figure."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.cast import ISIS, side_of
from hasila.reading.counts import Count
from hasila.reading.hunted import bombed
from hasila.reading.losses import fallen, force_of
from hasila.reading.page import Page
from hasila.reading.setting import PEOPLE, Setting, Slots
from hasila.reading.thread import Thread
from hasila.reading.totals import of_several

_CIVILIAN = "civilians"
_GROUP_WORDS = markers("group-cue")
_MEMBERS = markers("member-of")
_BOTH_SIDES = markers("both-sides")


def of_both_sides(count: Count, setting: Setting) -> bool:
    """ "40 قتيلاً من الطرفين": nobody's victims alone."""
    return setting.page.has(_BOTH_SIDES, count.end, min(count.end + 3, setting.end))


def aimed_at(count: Count, setting: Setting) -> str | None:
    """ "nine strikes on ISIS fighters", "two against Al-Shabaab": the group that the counted events were to hit."""
    form = setting.page.form
    if not setting.page.has(_AIMED, count.end, count.end + _AIM):
        return None
    named = (part for part in setting.parts if part.cls == "group" and 0 < part.start - count.end <= _AIM)
    part = next(named, None)
    return part.whom if part is not None and not _AIMED.isdisjoint(form[count.end : part.start]) else None


_AIM = 5
_AIMED = markers("aimed-at")


def target_slot(count: Count, setting: Setting, thread: Thread, group: str | None, slots: Slots) -> None:
    if of_both_sides(count, setting) or of_several(count, setting):
        return
    aim = aimed_at(count, setting) if group is None and count.measure not in PEOPLE else None
    if aim is not None and slots.actor not in (ISIS, aim):
        slots.set("target", aim, "stated", "target-of-event")
        return
    force = force_of(count, setting, thread, group, slots)
    if force is not None and force != slots.actor:
        slots.set("target", force, "stated", "target-own-force")
        return
    if slots.actor == ISIS:
        if slots.victim == "civilian":
            slots.set("target", _CIVILIAN, "stated", "target-civilians")
        elif (
            slots.victim == "unknown" and group is None and _people(setting.page, count) and not _mixed(count, setting)
        ):
            slots.set("target", _CIVILIAN, "inferred", "target-people-of-no-side")
        elif slots.victim == "unknown" and thread.last_target == _CIVILIAN and (count.others or _nameless(count)):
            slots.set("target", _CIVILIAN, "carried", "target-of-last-toll")
        return
    unsaid = count.noun is None or count.others or _women_caught(count, setting, thread, slots)
    caught = count.measure in ("detained", "surrendered") and unsaid and setting.against_isis
    if slots.victim == "civilian" and not caught:
        slots.set("target", _CIVILIAN, "stated", "target-civilians")
    elif slots.victim == "security":
        return
    elif group is not None and group != ISIS and count.measure in PEOPLE:
        slots.set("target", group, "stated", "target-group")
    elif group == ISIS:
        slots.set("target", ISIS, "stated", "target-group")
    elif slots.victim == "unknown" and (
        (group is None and fallen(count, setting)) or (slots.actor is None and _bystanders(count, setting, thread))
    ):
        slots.set("target", _CIVILIAN, "inferred", "target-people-of-no-side")
    elif slots.victim == "unknown" and thread.last_target == _CIVILIAN and _nameless(count):
        slots.set("target", _CIVILIAN, "carried", "target-of-last-toll")
    elif (
        slots.victim == "unknown"
        and not count.others
        and _people(setting.page, count)
        and (not setting.against_isis or _of_no_side(count, setting, slots))
    ):
        slots.set("target", _CIVILIAN, "inferred", "target-people-of-no-side")
    elif slots.victim == "unknown" and slots.actor is None and _blown_up(count, setting):
        return
    elif setting.against_isis and not _of_others(count, slots):
        slots.set("target", ISIS, "carried", "target-of-report")
    elif setting.foe is not None and _on_foe(count, slots):
        slots.set("target", setting.foe, "carried", "target-of-report")


def _of_others(count: Count, slots: Slots) -> bool:
    """ "ستة هجمات تبنتها فصائل عراقية": attacks of those who are no hunters of ISIS, or of nobody."""
    if count.measure != "attacks":
        return False
    return slots.basis.get("actor") != "stated" or side_of(slots.actor) == "iran"


def _women_caught(count: Count, setting: Setting, thread: Thread, slots: Slots) -> bool:
    """ "60 suspects were held. Among them were 24 women": women arrested in the hunt for a group are held as its."""
    named = count.noun_at is not None and setting.page.form[count.noun_at] in _WOMEN
    alone = not count.subset and "coordination" not in count.rules
    return named and alone and thread.last_target == ISIS and slots.actor == thread.actor is not None


_WOMEN = markers("women")


def _of_no_side(count: Count, setting: Setting, slots: Slots) -> bool:
    """ "At least 90 people have been killed": of whom no more is said, and whom nobody is said to have killed: they are
    no men of the hunted; "13 people who belonged to ISIS" are."""
    if setting.civilians and side_of(slots.actor) in ("coalition", ""):
        return True
    if slots.actor is not None or count.noun_at is None or not count.start <= count.noun_at < count.end:
        return False
    if _mixed(count, setting):
        return False
    return not any(part.whom == ISIS and 0 <= part.start - count.end <= _SAID_OF for part in setting.parts)


_SAID_OF = 5


def _mixed(count: Count, setting: Setting) -> bool:
    """ "73 persons, including one civilian", "80 persons dead:" above a list: people of several sides."""
    page, end = setting.page, count.end
    last = setting.end - 1
    if page.form[last] == ":" and last - end <= _LISTED:
        return True
    at = next((k for k in range(end, min(setting.end, end + _LISTED)) if page.cue(k, "subset")), None)
    if at is None:
        return False
    for k in range(page.until[at], min(setting.end, page.until[at] + _LISTED)):
        if page.form[k] >= "\u0590" and any(part.start == k and part.cls in _ARMED for part in setting.parts):
            return True  # "15 شخصاً، سبعة منهم من قسد"
        noun = page.noun(k)
        if noun is not None and noun.kind == "person":
            return noun.value in ("security", "militant") or page.form[k] in _CIVILIANS
    return False


_LISTED = 4
_ARMED = frozenset({"forces", "service", "coalition"})
_CIVILIANS = frozenset({"civilian", "civilians"})


def _bystanders(count: Count, setting: Setting, thread: Thread) -> bool:
    """ "فجّر انتحاري نفسه في كنيسة، فقُتل 25 شخصاً وأصيب 63 آخرون": people whom a bomb hurts."""
    people = thread.last_target == _CIVILIAN if count.others else _people(setting.page, count)
    return people and bombed(count, setting)


def _blown_up(count: Count, setting: Setting) -> bool:
    """ "15 were wounded when a bomber blew himself up": an English number alone says nothing of a side."""
    at = count.trigger_at
    latin = at is not None and setting.page.form[at] < "\u0590"
    return latin and count.nameless and bombed(count, setting)


def _on_foe(count: Count, slots: Slots) -> bool:
    """Whether forces did to militants what is counted: their strikes and operations, and those who were killed."""
    if slots.actor is not None and side_of(slots.actor) in _FOES:
        return False
    held = count.measure == "detained" and slots.victim == "unknown" and slots.basis.get("actor") == "stated"
    return held or slots.victim == "militant" or count.measure in ("strikes", "operations")


_FOES = frozenset({"isis", "jihadist"})


def struck_group(count: Count, setting: Setting) -> str | None:
    """ "استهدفت غارة مقراً لجماعة، فقُتل فيه 9": people of whom nothing is said, in a seat of the group that was hit."""
    page = setting.page
    nameless = count.group is None and (count.noun is None or count.noun.value in ("unknown", "killed", "wounded"))
    if not nameless or count.measure not in ("killed", "wounded"):
        return None
    events = ((at, page.noun(at)) for at in page.within(setting.start, count.start))
    hit = next(
        (at for at, noun in events if noun is not None and noun.value == "strikes" and page.form[at] > "\u0590"), None
    )
    named = [part for part in setting.parts if hit is not None and hit < part.start < count.start and part.whom]
    if not named or named[-1].cls != "group" or side_of(named[-1].whom) not in ("isis", "jihadist"):
        return None
    part = named[-1]
    owned = part.mention.prep == "ل" or any(
        page.form[at] == "ل" or page.form[at].removeprefix("ل") in _GROUP_WORDS
        for at in range(max(hit or 0, part.start - 2), part.start)
    )
    return part.whom if owned else None


def _people(page: Page, count: Count) -> bool:
    """People killed or hurt of whom no side is said: "12 شخصا", "32 people"; members are of some body."""
    told = count.noun is not None and count.noun.kind == "person" and not count.partitive
    members = count.noun_at is not None and page.form[count.noun_at] in _MEMBERS
    return told and not members and count.measure in ("killed", "wounded")


def _nameless(count: Count) -> bool:
    """A toll that names no people: "the number is 457", قتيلين."""
    return count.measure in ("killed", "wounded", "casualties") and (
        count.noun is None or count.noun.kind == "casualty" or any(rule.startswith("tally") for rule in count.rules)
    )
