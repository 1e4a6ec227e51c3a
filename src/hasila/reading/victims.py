"""Whom a count of people is of: the group it names, and which side its people are on."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.names import actors
from hasila.lexicon.words import Noun
from hasila.model import Victim
from hasila.reading.belonging import OWN_RANKS, belonging, joined, neutral, people_at, side_word
from hasila.reading.cast import ISIS, side_of
from hasila.reading.counts import Count
from hasila.reading.setting import PEOPLE, Setting, Slots
from hasila.reading.thread import Thread

_FORCES = frozenset({"forces", "command", "service", "coalition"})

_IN_THEM = markers("in-them")

_FAMILY = markers("family")

_OWN_PEOPLE = ("ه", "ها", "هم", "هما", "نا")

_REPELLING = markers("repelling")
_NEAR = 20


def group_of(count: Count, setting: Setting, thread: Thread) -> str | None:
    if count.noun is not None and count.noun.group:
        return count.noun.group
    if count.group is None:
        lost = _loser(count, setting) or _labelled(count, setting) or _in_its_ranks(count, setting)
        return lost or (_owner(count, setting, thread) if _owned(count, setting) else None)
    whom = next(
        (part.whom for part in setting.parts if part.mention is count.group or part.start == count.group.start), None
    )
    sought = count.group.prep == "ل" and whom in actors() and actors()[whom].cls == "organisation"
    return None if sought else whom  # مطلوبين للقضاء: wanted by it, not its own


def _labelled(count: Count, setting: Setting) -> str | None:
    """ "Number of ISIS terrorists captured: 278": the label names whose people are counted."""
    if "label" not in count.rules or count.measure not in PEOPLE:
        return None
    return next((part.whom for part in setting.parts if setting.start <= part.start < count.start and part.whom), None)


def _in_its_ranks(count: Count, setting: Setting) -> str | None:
    """ "عملية ضد التنظيم ... 13 قتيلا في صفوفه": the ranks are those of the group named last, if that is ISIS."""
    after = setting.page.form[count.end : min(setting.end, count.end + 3)]
    named = [part.whom for part in setting.parts if part.end <= count.start and part.whom and part.cls != "agency"]
    ranked = not OWN_RANKS.isdisjoint(after) and bool(named)
    return ISIS if ranked and named[-1] == ISIS else None


def _loser(count: Count, setting: Setting) -> str | None:
    """ "خسر الجيش أحد عشر عنصرا", "the SDF lost 12 fighters": those who are lost belong to whoever lost them."""
    trigger = setting.page.trigger(count.trigger_at) if count.trigger_at is not None else None
    if (
        count.trigger_at is None
        or trigger is None
        or trigger.voice not in (("lost", "person") if trigger.measure == "killed" else ("lost",))
        or not _neutral(count, setting)
    ):
        return None
    arabic = setting.page.form[count.trigger_at] >= "\u0590"
    low, high = (count.trigger_at, count.start) if arabic else (setting.start, count.trigger_at)
    bodies = [part.whom for part in setting.parts if low <= part.start < high and part.cls in _LOSE and part.whom]
    return (bodies[0] if arabic else bodies[-1]) if bodies else None


_LOSE = _FORCES | {"group"}


def _owner(count: Count, setting: Setting, thread: Thread) -> str | None:
    """ "خسر التنظيم تسعة ... ووقع سبعة من أفراده في الأسر": the group's own, where it is the last one named but for
    those that only help; and "وقتل فيها 4 من عناصره" in a sentence that names nobody, after operations against it."""
    allies = {at for at, _ in setting.scene.partners}
    named = [part for part in setting.parts if part.end <= count.start and part.whom and part.cls != "agency"]
    before = [part.whom for part in named if part.start not in allies]
    if before:
        return ISIS if before[-1] == ISIS else None
    his = count.noun_at is not None and setting.page.tokens.raw[count.noun_at].endswith("ه")
    hunted = his and setting.against_isis and thread.attacker is None and not thread.harmed
    within = any(form in _IN_THEM for form in setting.page.form[setting.start : count.start])
    return ISIS if hunted and (within or thread.last_target == ISIS) else None


def _neutral(count: Count, setting: Setting) -> bool:
    """Fighters and members are on either side: in the story of an attack they are on the side that was hit."""
    if count.noun is None:
        return True
    return count.noun_at is not None and neutral(setting.page, count.noun_at)


def victim(count: Count, setting: Setting, thread: Thread, group: str | None, slots: Slots) -> None:
    if count.measure not in PEOPLE:
        return
    if of_several(count, setting):
        slots.set("victim", "unknown", "stated", "victims-of-several-sorts")
        return
    noun, shared = _of_whom(count, setting)
    if (
        noun is count.noun
        and noun is not None
        and noun.value != "civilian"
        and _owned(count, setting)
        and group is None
    ):
        slots.set("victim", _of_owner(count, setting), "stated", "victim-own-people")
        return
    if (noun is not count.noun or shared) and _part_told_apart(count, setting, shared or (noun.value if noun else "")):
        slots.set("victim", "unknown", "inferred", "victim-open")
        return
    side = side_of(group)
    if noun is not count.noun and group is None and thread.own_hurt and count.measure in ("killed", "wounded"):
        slots.set("victim", "security", "carried", "victim-own-people")
        return
    if group is not None and (
        side in ("isis", "jihadist") or (actors()[group].cls == "group" if group in actors() else False)
    ):
        slots.set("victim", "militant", "stated", "victim-of-group")
    elif group is not None and group in actors() and actors()[group].cls in _FORCES:
        slots.set("victim", "security", "stated", "victim-of-force")
    elif group is None and _own_dead(count, setting, thread):
        slots.set("victim", "security", "carried", "victims-of-the-attack")
    elif noun is not None and noun.kind == "person" and noun.value in ("militant", "security", "civilian"):
        slots.set("victim", belonging(count, setting) or shared or noun.value, "stated", "victim-of-noun")
    else:
        value = belonging(count, setting) or shared or _all_of(count, setting)
        value = value or _of_the_toll(count, setting) or _of_the_loser(count, setting) or _hostage(count, setting)
        value = value or _of_the_whole(count, setting, thread)
        slots.set(
            "victim",
            value or "unknown",
            "stated" if value else "inferred",
            "victim-open" if value is None else "victim-of-complement",
        )


def _of_owner(count: Count, setting: Setting) -> Victim:
    """ "أعلنت الحركة مقتل ثلاثة من عناصرها", "خمسة من أبنائه": whose own they are."""
    if any(form in _FAMILY for form in setting.page.form[setting.start : count.start]):
        return "civilian"
    named = [part.cls for part in setting.parts if setting.start <= part.start < count.start and part.whom]
    soldiers = count.noun is not None and count.noun.value == "security"
    return "militant" if named[-1:] == ["group"] and not soldiers else "security"


def _of_whom(count: Count, setting: Setting) -> tuple[Noun | None, Victim | None]:
    """The noun that a count stands for, its own or one told elsewhere, with the side of those people."""
    noun = count.noun
    if count.unknown_noun or noun is not None:
        return noun, None
    other = _neighbour(count, setting)
    if other is not None:
        side = belonging(other, setting)
        return other.noun, None if side == "civilian" and other.bare else side
    index = next((k for k, held in enumerate(setting.counts) if held is count), 0)
    goes_on = count.others and index > 0 and setting.counts[index - 1].partitive
    return (_antecedent(count, setting) if count.partitive or goes_on else None) or (noun, None)


def _part_told_apart(count: Count, setting: Setting, side: str) -> bool:
    """ "قتل شرطيان وأصيب سبعة آخرون بينهم ثلاثة مواطنين": a part of another sort, or of the sort by its plain name
    ("بينهم عسكريون"), says that the rest are not all of it."""
    page = setting.page
    at = next((k for k in range(count.end, min(setting.end, count.end + _PART)) if page.cue(k, "subset")), None)
    if at is None or side not in ("security", "militant", "civilian"):
        return False
    for k in range(page.until[at], min(setting.end, page.until[at] + _PART)):
        noun = page.noun(k)
        if noun is not None and noun.kind == "person":
            named = people_at(count, setting, k + 1, min(setting.end, k + 2)) or noun.value
            return named not in (side, "unknown") or (noun.number == "many" and page.form[k] in _PLAIN_SORTS)
    return False


_PART = 4
_PLAIN_SORTS = markers("plain-sort")


def of_several(count: Count, setting: Setting) -> bool:
    """ "106 مدنيين وعسكريين", "82 من أفراد الشرطة والمتظاهرين": people of two sorts under one number."""
    page, at = setting.page, count.noun_at
    first = page.noun(at) if at is not None and at >= count.number[1] else None
    if at is None or first is None or first.kind != "person":
        return False
    open_to = count.end + 2 if "of-group" in count.rules and page.form[at - 1] == "من" else at + 2
    for k in range(at + 1, min(setting.end, open_to)):
        second = page.noun(k)
        if page.conj[k] != "و" or second is None:
            if page.lex[k].alpha and not joined(page, k):
                continue
            return False
        sorts = {people_at(count, setting, at, k) or first.value, second.value}
        alike = first.number == second.number or (k > at + 1 and page.lex[k].article and second.number in _MANY)
        return second.kind == "person" and alike and len(sorts) == 2 and sorts <= {"civilian", "security", "militant"}
    return False


def fallen(count: Count, setting: Setting) -> bool:
    """ "استشهاد مقاتلين", "ثلاثة شهداء": whoever calls the dead martyrs counts them as his own."""
    page = setting.page
    words = [page.form[at] for at in (count.trigger_at, count.noun_at) if at is not None]
    return setting.relevant and any(root in word for word in words for root in ("استشه", "شهيد", "شهداء"))


def _own_dead(count: Count, setting: Setting, thread: Thread) -> bool:
    """ "قدّم اللواء شهيدين وأربعة جرحى": a force's own, where nothing says that they are civilians."""
    if count.noun is not None and count.noun.kind == "casualty":
        return fallen(count, setting) or (count.conj and thread.harmed and count.measure == "wounded")
    return _neutral(count, setting) and _hit_back(count, setting, thread)


def _hit_back(count: Count, setting: Setting, thread: Thread) -> bool:
    """ "قُتل 8 مقاتلين أثناء التصدي لهجوم": the dead of those who are attacked or fight an attack off."""
    if count.measure not in ("killed", "wounded"):
        return False
    near = setting.page.form[max(setting.start, count.start - _NEAR) : min(setting.end, count.end + _NEAR)]
    if fallen(count, setting):
        return True
    repelled = not _REPELLING.isdisjoint(near)
    return thread.harmed or (setting.relevant and repelled)


def _owned(count: Count, setting: Setting) -> bool:
    """ "مقاتليه", "أبنائنا", "its soldiers": somebody's own people, so victims of the other side."""
    if count.noun_at is None or count.noun is None or count.noun.kind != "person" or count.noun.number != "many":
        return False
    raw = setting.page.tokens.raw[count.noun_at]
    if raw[:1] < "\u0590":
        owner = setting.page.form[max(count.noun_at - 1, 0)]
        return owner in ("its", "their", "our") and count.noun.value in ("security", "militant")
    return raw.endswith(_OWN_PEOPLE) and not raw.endswith(("ة", "انا")) and len(raw) > 4


def _neighbour(count: Count, setting: Setting) -> Count | None:
    """ "قتل ثلاثة مدنيين وأصيب خمسة": a count without a noun shares that of the one before, else of the one after."""
    index = next((k for k, other in enumerate(setting.counts) if other is count), 0)
    after = [other for other in setting.counts[index + 1 : index + 2] if other.start - count.end <= _NEXT]
    if (
        after
        and not (after[0].conj or after[0].subset)
        and "of-group" in after[0].rules
        and after[0].start - count.end <= 2
    ):
        return after[0]
    parts = {id(other) for other in _parts(setting.counts[: index + 2])}
    for other in (*reversed(setting.counts[:index]), *after):
        if other.dead or id(other) in parts:
            continue
        if other.noun is not None and other.noun.kind == "person":
            return other
        if other.noun is None and not other.start > count.start and belonging(other, setting) is not None:
            return other
    return None


def _parts(counts: list[Count]) -> list[Count]:
    """The parts of totals, with what is joined to them: both of "بينهم امرأة وطفل"."""
    found: list[Count] = []
    for index, count in enumerate(counts):
        joined = count.conj and bool(found) and found[-1] is counts[index - 1] and count.start - found[-1].end <= 1
        if count.subset or joined:
            found.append(count)
    return found


def _antecedent(count: Count, setting: Setting) -> tuple[Noun, Victim | None] | None:
    """ "لدى خروج المصلين، مما أسفر عن مقتل ثمانية منهم": the people that the pronoun stands for, who are many and
    not a body such as the police."""
    for at in range(count.start - 1, max(setting.start, count.start - _FAR) - 1, -1):
        noun = setting.page.noun(at)
        if noun is None or noun.kind != "person" or noun.number not in _MANY or _in_place(setting, at):
            continue
        if setting.page.form[at].removeprefix("ال").endswith("ه"):
            continue
        return noun, people_at(count, setting, at + 1, min(count.start, at + 3)) if noun.value == "unknown" else None
    return None


def _in_place(setting: Setting, at: int) -> bool:
    held = setting.page.inside.get(at)
    return (held is not None and held.kind == "place") or setting.page.form[at - 1] in _NAMED_SPOT


_NAMED_SPOT = markers("named-spot")
_NEXT = 8
_FAR = 20


def _hostage(count: Count, setting: Setting) -> Victim | None:
    """Hostages of whom nothing is said are civilians."""
    at = count.noun_at
    held = at is not None and count.noun is not None and count.noun.value == "abducted"
    return "civilian" if held and setting.page.form[at or 0].removeprefix("ال").startswith(("رهين", "رهائن")) else None


def _all_of(count: Count, setting: Setting) -> Victim | None:
    """ "قتيلين وأربعة جرحى جميعهم من المدنيين", "30 قتيلا و50 جريحا من المدنيين": what is said behind the last of a
    row of casualties is said of all."""
    page, end, last = setting.page, count.end, count
    for other in setting.counts:
        if end <= other.start <= end + _ROW and other.measure in PEOPLE and not (other.dead or other.subset):
            end, last = other.end, other
    each = next((k for k in range(end, min(setting.end, end + _ROW)) if page.form[k] in _EACH), None)
    if each is not None:
        return people_at(count, setting, each + 1, min(setting.end, each + 5))
    row = [other for other in (count, last) if other.noun is not None and other.noun.kind == "casualty"]
    return belonging(last, setting) if len(row) == 2 and last is not count and last.start == count.end else None


_ROW = 4
_EACH = markers("all-of-them")


def _of_the_toll(count: Count, setting: Setting) -> Victim | None:
    """ "وصل عدد القتلى في صفوف الجنود إلى 284": whose toll it is."""
    page = setting.page
    for at in range(count.start - 1, max(setting.start, count.start - _FAR) - 1, -1):
        noun = page.noun(at)
        if page.form[at] in _ENDS or any(other.start <= at < other.end for other in setting.counts):
            return None
        if noun is not None and noun.kind == "casualty" and noun.number in _MANY:
            tolled = any(page.cue(k, "tally") for k in range(max(setting.start, at - 2), at))
            return _people_of_toll(setting, at + 1, min(count.start, at + 6)) if tolled else None
        named = noun is not None and noun.kind == "person" and noun.number in _MANY and noun.value != "unknown"
        if named and any(page.cue(k, "tally") for k in range(max(setting.start, at - 2), at)):
            return noun.value  # type: ignore[union-attr, return-value]
    return None


def _of_the_loser(count: Count, setting: Setting) -> Victim | None:
    """ "تكبدت الشرطة ستة قتلى": whoever suffers losses suffers them in its own ranks."""
    page = setting.page
    for at in range(count.start - 1, max(setting.start, count.start - _NEXT) - 1, -1):
        if page.form[at].removeprefix("و") in _SUFFERS:
            return people_at(count, setting, at + 1, count.start)
        if page.form[at] in _ENDS or page.trigger(at) is not None:
            return None
    return None


_SUFFERS = markers("suffers-losses")


def _of_the_whole(count: Count, setting: Setting, thread: Thread) -> Victim | None:
    """ "سبعة من الجنود بينهم غينيان", "40 عنصراً (25 قتيلاً و15 جريحاً)": the parts of people of one sort are of it."""
    index = next((k for k, other in enumerate(setting.counts) if other is count), 0)
    parts = {id(other) for other in _parts(setting.counts[: index + 1])}
    before = [other for other in setting.counts[:index] if id(other) not in parts and not other.dead]
    split = next((other for other in reversed(before) if _opens_split(other, count, setting)), None)
    whole = split or (before[-1] if before and count.subset else None)
    if whole is None or (whole is not split and whole.measure != count.measure) or of_several(whole, setting):
        return None
    if side_of(group_of(whole, setting, thread)) in ("isis", "jihadist"):
        return "militant"
    named = whole.noun.value if whole.noun is not None and whole.noun.value != "unknown" else None
    value = belonging(whole, setting) or named or _of_the_toll(whole, setting)
    return value if value in ("security", "civilian", "militant") else None  # type: ignore[return-value]


def _opens_split(whole: Count, count: Count, setting: Setting) -> bool:
    """Whether a total is split into casualties behind it, by words or in brackets, and the count is one of them."""
    if count.noun is None or count.noun.kind != "casualty":
        return False
    between = setting.page.form[whole.end : count.start]
    return "combined-split" in whole.rules or (between[:1] == ["("] and ")" not in between)


def _people_of_toll(setting: Setting, start: int, end: int) -> Victim | None:
    """ "القتلى المدنيين", "القتلى في صفوف الجنود": those named right behind a toll, not in what befell them."""
    page = setting.page
    for at in range(start, end):
        noun = page.noun(at)
        side = side_word(setting, at)
        if side is not None:
            return side
        if noun is not None and noun.kind == "person" and noun.number in _MANY:
            return noun.value if noun.value in ("security", "civilian", "militant") else None  # type: ignore[return-value]
        if page.trigger(at) is not None or page.cue(at, "verb") or (noun is not None and noun.kind == "event"):
            return None
    return None


_MANY = ("many", "dual?")


_ENDS = frozenset({"،", ",", ";", "؛"})
