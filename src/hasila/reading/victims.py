"""Whom a count of people is of: the group it names, and which side its people are on."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.names import actors
from hasila.lexicon.words import Noun
from hasila.model import Victim
from hasila.reading.cast import ISIS, side_of
from hasila.reading.counts import Count
from hasila.reading.page import Page
from hasila.reading.setting import PEOPLE, Setting, Slots
from hasila.reading.thread import Thread

_NEUTRAL = markers("neutral-person")

_SIDES = ("security", "civilian", "militant", "unknown")
_FORCES = frozenset({"forces", "command", "service", "coalition"})

_IN_THEM = markers("in-them")

_FAMILY = markers("family")

_OWN_PEOPLE = ("ه", "ها", "هم", "هما", "نا")

_SECURITY_WORDS = markers("security-word")

_REPELLING = markers("repelling")
_NEAR = 20

_CIVILIAN_WORDS = markers("civilian-word")

_MILITANT_WORDS = markers("militant-word")


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
    ranked = not _OWN_RANKS.isdisjoint(after) and bool(named)
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
    return count.noun_at is not None and _neutral_word(setting.page, count.noun_at)


def _neutral_word(page: Page, at: int) -> bool:
    return page.form[at].lstrip("و") in _NEUTRAL


def victim(count: Count, setting: Setting, thread: Thread, group: str | None, slots: Slots) -> None:
    if count.measure not in PEOPLE:
        return
    if of_several(count, setting):
        slots.set("victim", "unknown", "stated", "victims-of-several-sorts")
        return
    noun, shared = count.noun, None
    if noun is None or (noun.kind == "person" and noun.value == "unknown" and count.others):
        other = _neighbour(count, setting)
        if other is not None:
            noun, shared = other.noun, _belonging(other, setting)
        elif count.partitive:
            noun = _antecedent(count, setting) or noun
    if (
        noun is count.noun
        and noun is not None
        and noun.value != "civilian"
        and _owned(count, setting)
        and group is None
    ):
        family = any(form in _FAMILY for form in setting.page.form[setting.start : count.start])
        slots.set("victim", "civilian" if family else "security", "stated", "victim-own-people")
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
        slots.set("victim", _belonging(count, setting) or shared or noun.value, "stated", "victim-of-noun")
    else:
        value = _belonging(count, setting) or shared or _all_of(count, setting)
        value = value or _of_the_toll(count, setting) or _hostage(count, setting)
        slots.set(
            "victim",
            value or "unknown",
            "stated" if value else "inferred",
            "victim-open" if value is None else "victim-of-complement",
        )


def of_several(count: Count, setting: Setting) -> bool:
    """ "106 مدنيين وعسكريين": people of two sorts under one number."""
    page, at = setting.page, count.noun_at
    if at is None or at < count.number[1] or at + 1 >= setting.end or page.conj[at + 1] != "و":
        return False
    first, second = page.noun(at), page.noun(at + 1)
    if first is None or second is None or first.kind != "person" or second.kind != "person":
        return False
    sorts = {first.value, second.value}
    return first.number == second.number and len(sorts) == 2 and sorts <= {"civilian", "security", "militant"}


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
        if other.noun is None and not other.start > count.start and _belonging(other, setting) is not None:
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


def _antecedent(count: Count, setting: Setting) -> Noun | None:
    """ "لدى خروج المصلين، مما أسفر عن مقتل ثمانية منهم": the people that the pronoun stands for."""
    for at in range(count.start - 1, max(setting.start, count.start - _FAR) - 1, -1):
        noun = setting.page.noun(at)
        if noun is not None and noun.kind == "person" and noun.number in _MANY and not _in_place(setting, at):
            return noun
    return None


def _adjective(count: Count, setting: Setting, at: int) -> bool:
    """ "20 مقاتلا معارضا", "القراصنة العاملين": a second noun, as definite as the one before it, only describes it."""
    noun = setting.page.noun(at)
    if noun is None or at - 1 != count.noun_at or setting.page.lex[at].article != setting.page.lex[at - 1].article:
        return False
    if _neutral_word(setting.page, at - 1):
        return noun.value == "civilian"
    first = setting.page.noun(at - 1)
    return first is not None and first.kind == "person" and first.value != "unknown"


_OWN_RANKS = markers("own-ranks")
_RANKS = markers("ranks")
_NO_MORE = ("subset", "agent", "apposition")


def _ends_people(page: Page, at: int) -> bool:
    """Whether a word begins something else: one with و before it, what befell the people, an event."""
    noun = page.noun(at)
    joined = page.conj[at] or (page.form[at].startswith("و") and page.word[at] is None)
    return bool(joined) or page.lex[at].prep == "ب" or (noun is not None and noun.kind == "event")


def _in_place(setting: Setting, at: int) -> bool:
    held = setting.page.inside.get(at)
    return held is not None and held.kind == "place"


_NEXT = 8
_FAR = 20


def _hostage(count: Count, setting: Setting) -> Victim | None:
    """Hostages of whom nothing is said are civilians."""
    at = count.noun_at
    held = at is not None and count.noun is not None and count.noun.value == "abducted"
    return "civilian" if held and setting.page.form[at or 0].removeprefix("ال").startswith(("رهين", "رهائن")) else None


def _all_of(count: Count, setting: Setting) -> Victim | None:
    """ "قتيلين وأربعة جرحى جميعهم من المدنيين": what is said of all the casualties in a row."""
    page, end = setting.page, count.end
    for other in setting.counts:
        if other.start == end and other.conj and not other.dead:
            end = other.end
    if end >= setting.end or page.form[end] not in _EACH:
        return None
    noun = next((page.noun(at) for at in range(end + 1, min(setting.end, end + 3)) if page.noun(at) is not None), None)
    return noun.value if noun is not None and noun.value in _SIDES else None  # type: ignore[return-value]


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


def _people_of_toll(setting: Setting, start: int, end: int) -> Victim | None:
    """ "القتلى المدنيين", "القتلى في صفوف الجنود": those named right behind a toll, not in what befell them."""
    page = setting.page
    for at in range(start, end):
        form, noun = page.form[at], page.noun(at)
        if form in _SECURITY_WORDS:
            return "security"
        if noun is not None and noun.kind == "person" and noun.number in _MANY:
            return noun.value if noun.value in ("security", "civilian", "militant") else None  # type: ignore[return-value]
        if page.trigger(at) is not None or page.cue(at, "verb") or (noun is not None and noun.kind == "event"):
            return None
    return None


_MANY = ("many", "dual?")


_ENDS = frozenset({"،", ",", ";", "؛"})


def _belonging(count: Count, setting: Setting) -> Victim | None:
    """Whose people they are, by the words right after the noun: عناصر الشرطة, رجال الجيش."""
    at = count.number[1]
    end = max(count.end, at + 1) + 2
    while end < setting.end and setting.page.form[end - 1] in _RANKS:
        end += 1
    return _people_at(count, setting, at, min(setting.end, end))


def _people_at(count: Count, setting: Setting, start: int, end: int) -> Victim | None:
    page = setting.page
    of_people: Victim | None = None
    for k in range(start, end):
        if count.noun_at is not None and k > count.noun_at and page.conj[k]:
            break
        form = page.form[k].lstrip("و")
        if form in _SECURITY_WORDS or form in _OWN_RANKS:
            return "security"
        if form in _CIVILIAN_WORDS:
            return "civilian"
        if form in _MILITANT_WORDS:
            return "militant"
        noun = page.noun(k)
        if (k >= count.end and _ends_people(page, k)) or any(page.cue(k, cue) for cue in _NO_MORE):
            break
        if form.removeprefix(page.lex[k].prep) in _NEUTRAL and noun is not None:
            of_people = noun.value if noun.value in _SIDES else of_people  # type: ignore[assignment]
            continue
        if (
            k != count.noun_at
            and noun is not None
            and noun.kind == "person"
            and noun.value in ("security", "civilian", "militant")
            and not (page.conj[k] or page.lex[k].prep == "ب" or _adjective(count, setting, k))
        ):
            return noun.value  # type: ignore[return-value]
        if page.trigger(k) is not None:
            break
    return of_people
