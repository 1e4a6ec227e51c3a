"""Which side the people of a count are on: by their noun, their group, or the words around them."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.names import actors
from hasila.lexicon.words import Noun
from hasila.model import Victim
from hasila.reading.belonging import MANY, belonging, people_at, side_word
from hasila.reading.cast import ISIS, side_of
from hasila.reading.counts import Count
from hasila.reading.groups import FORCES, is_neutral, neighbour, not_his, of_teller, owned
from hasila.reading.hunted import beside_arrests, killed_by_forces
from hasila.reading.losses import fallen, in_ranks
from hasila.reading.loyalists import fights_isis
from hasila.reading.raided import bomb_on_force, raid_on_force
from hasila.reading.setting import PEOPLE, Setting, Slots
from hasila.reading.struck import on_duty
from hasila.reading.theothers import beside_one
from hasila.reading.thread import Thread
from hasila.reading.totals import of_several, told_of_all

_FAMILY = markers("family")

_REPELLING = markers("repelling")
_NEAR = 20
_CELLS = markers("cell")


def victim(count: Count, setting: Setting, thread: Thread, group: str | None, slots: Slots) -> None:
    if count.measure not in PEOPLE:
        return
    if of_several(count, setting):
        slots.set("victim", "unknown", "stated", "victims-of-several-sorts")
        return
    noun, shared = _of_whom(count, setting)
    if noun is count.noun and noun is not None and noun.value != "civilian" and owned(count, setting) and group is None:
        slots.set("victim", _of_owner(count, setting), "stated", "victim-own-people")
        return
    if (noun is not count.noun or shared) and _part_told_apart(count, setting, shared or (noun.value if noun else "")):
        slots.set("victim", "unknown", "inferred", "victim-open")
        return
    if group is None and noun is count.noun and fights_isis(count, setting):
        slots.set("victim", "security", "stated", "victims-loyal")
        return
    side = side_of(group)
    if group is None and count.noun is None and setting.relevant and beside_arrests(count, setting):
        slots.set("victim", "militant", "inferred", "victims-of-the-hunt")
        return
    if group is None and _guards_raided(count, setting):
        slots.set("victim", "militant", "inferred", "guards-of-the-raided")
        return
    if group is None and on_duty(count, setting):
        slots.set("victim", "security", "stated", "victims-on-duty")
        return
    if group is None and killed_by_forces(count, setting):
        slots.set("victim", "militant", "inferred", "victims-of-the-hunt")
        return
    if group is None and _beside_fallen(count, setting, thread):
        slots.set("victim", "security", "carried", "victims-of-the-attack")
        return
    bystanders = noun is not None and noun.kind == "person" and noun.value in ("civilian", "unknown")
    hurt = thread.own_hurt and count.measure in ("killed", "wounded") and not bystanders
    if noun is not count.noun and group is None and hurt:
        slots.set("victim", "security", "carried", "victim-own-people")
        return
    if group is not None and (
        side in ("isis", "jihadist") or (actors()[group].cls == "group" if group in actors() else False)
    ):
        slots.set("victim", "militant", "stated", "victim-of-group")
    elif (group is not None and group in actors() and actors()[group].cls in FORCES) or (
        group is None and in_ranks(count, setting)
    ):
        slots.set("victim", "security", "stated", "victim-of-force")
    elif group is None and not _others_told(count, noun) and _own_dead(count, setting, thread):
        slots.set("victim", "security", "carried", "victims-of-the-attack")
    elif group is None and noun is not None and noun.value == "militant" and fallen(count, setting):
        slots.set("victim", "security", "stated", "victim-martyr")  # "استشهاد 34 من المقاتلين"
    elif noun is not None and noun.kind == "person" and noun.value in ("militant", "security", "civilian"):
        slots.set("victim", belonging(count, setting) or shared or noun.value, "stated", "victim-of-noun")
    else:
        value = belonging(count, setting) or shared or told_of_all(count, setting, thread)
        value = value or _hostage(count, setting) or _toll_of_civilians(count, setting)
        slots.set(
            "victim",
            value or "unknown",
            "stated" if value else "inferred",
            "victim-open" if value is None else "victim-of-complement",
        )


def _guards_raided(count: Count, setting: Setting) -> bool:
    """ "An ISIS official was captured and four guards killed in a US raid": guards whom the hunters kill are his."""
    at = count.noun_at
    if at is None or setting.page.form[at] not in _GUARDS or not setting.relevant:
        return False
    return any(strong and side_of(whom) == "coalition" for _, whom, strong in setting.scene.agents)


_GUARDS = markers("guards")


def _beside_fallen(count: Count, setting: Setting, thread: Thread) -> bool:
    """ "قُتل 11 عنصراً من الحشد وأصيب عشرة آخرون", "استشهاد مقاتلين وإصابة أربعة آخرين": others are of those before."""
    if not count.others or count.measure not in ("killed", "wounded") or count.noun is not None:
        return False
    before = [other for other in setting.counts if other.end <= count.start and other.measure in PEOPLE]
    if before:
        return thread.last_victim == "security" and not (before[-1].dead or before[-1].subset)
    near = setting.page.form[max(setting.start, count.start - _NEAR) : count.start]
    return setting.relevant and any(root in form for form in near for root in _MARTYR)


def _of_owner(count: Count, setting: Setting) -> Victim:
    """ "أعلنت الحركة مقتل ثلاثة من عناصرها", "خمسة من أبنائه": whose own they are."""
    if any(form in _FAMILY for form in setting.page.form[setting.start : count.start]):
        return "civilian"
    if setting.relevant and of_teller(count, setting):
        return "security"
    before = [part for part in setting.parts if setting.start <= part.start < count.start and part.whom]
    named = [part.cls for part in before if not not_his(count, setting, part)]
    hit = any(part.whom == ISIS and not_his(count, setting, part) for part in before)
    soldiers = count.noun is not None and count.noun.value == "security"
    cell = not _CELLS.isdisjoint(setting.page.form[max(setting.start, count.start - _NEAR) : count.start])
    return "militant" if (named[-1:] == ["group"] or (cell and not hit)) and not soldiers else "security"


def _of_whom(count: Count, setting: Setting) -> tuple[Noun | None, Victim | None]:
    """The noun that a count stands for, its own or one told elsewhere, with the side of those people."""
    if count.unknown_noun or count.noun is not None:
        return count.noun, None
    at = count.start - 1
    if at > setting.start and setting.page.cue(at, "tally") == "last" and setting.page.is_person(at - 1):
        return setting.page.noun(at - 1), None  # "المهاجمين وعددهم أربعة"
    other = neighbour(count, setting)
    between = range(other.end, count.start) if other is not None else range(0)
    if any(setting.page.cue(at, "tally") for at in between):
        return None, None  # "قتل اثنان من أنصاره ليصل عدد القتلى إلى ثلاثين": a toll of its own
    if other is not None:
        side = belonging(other, setting)
        return other.noun, None if side == "civilian" and other.bare else side
    if (one := beside_one(count, setting)) is not None:
        return one[0], None
    index = next((k for k, held in enumerate(setting.counts) if held is count), 0)
    first = setting.counts[index - 1] if count.others and index else count
    if (attacked := _attacked(first, setting)) is not None:
        return attacked
    goes_on = count.others and index > 0 and setting.counts[index - 1].partitive
    return (_antecedent(count, setting) if count.partitive or goes_on else None) or (None, None)


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
_ATTACKED = 9
_SUBJECT = 5
_MARTYR = markers("martyr-root")
_PLAIN_SORTS = markers("plain-sort")


def _own_dead(count: Count, setting: Setting, thread: Thread) -> bool:
    """ "قدّم اللواء شهيدين وأربعة جرحى": a force's own, where nothing says that they are civilians."""
    if count.noun is not None and count.noun.kind == "casualty":
        if belonging(count, setting) == "civilian":
            return False  # "11 شهيداً من المدنيين"
        return fallen(count, setting) or (count.conj and thread.harmed and count.measure == "wounded")
    return is_neutral(count, setting) and _hit_back(count, setting, thread)


def _others_told(count: Count, noun: Noun | None) -> bool:
    """ "اعتقلت 70 عنصراً وقتلت 6 آخرين": others are of the sort that was counted before; "هاجموا رعاة فقتلوا 3"."""
    if noun is not None and noun is not count.noun and noun.value == "civilian" and count.nameless:
        return True
    bystanders = noun is not None and noun.kind == "person" and noun.value in ("unknown", "civilian")
    told = noun is not None and (noun.value == "militant" or bystanders)
    return count.others and noun is not count.noun and told


def _hit_back(count: Count, setting: Setting, thread: Thread) -> bool:
    """ "قُتل 8 مقاتلين أثناء التصدي لهجوم": the dead of those who are attacked or fight an attack off."""
    if count.measure not in ("killed", "wounded") or _in_answer(count, setting):
        return False
    near = setting.page.form[max(setting.start, count.start - _NEAR) : min(setting.end, count.end + _NEAR)]
    if fallen(count, setting):
        return True
    if count.noun is not None and setting.relevant and _by_isis(setting):
        return True
    if setting.relevant and (
        _post_attacked(count, setting) or raid_on_force(count, setting) or bomb_on_force(count, setting)
    ):
        return True
    repelled = not _REPELLING.isdisjoint(near)
    return thread.harmed or (setting.relevant and repelled)


def _in_answer(count: Count, setting: Setting) -> bool:
    """ "وردت القوات العراقية بعملية قتلت خلالها تسعة": those whom the subject killed in its own operation."""
    page, subject, at = setting.page, setting.scene.subject, count.trigger_at
    if subject is None or at is None or side_of(subject[1]) not in _HUNTERS or not page.has(_IN_THEM, at, count.start):
        return False
    return any(page.lex[k].prep == "ب" for k in page.of_kind("event", subject[0], at))


_HUNTERS = frozenset({"coalition", "iraq", "sdf", "syria"})
_IN_THEM = markers("in-them")


def _by_isis(setting: Setting) -> bool:
    """ "قُتل ثمانية عناصر على يد التنظيم": ISIS kills none of its own."""
    told = {whom for _, whom, _ in setting.scene.agents}
    return told == {ISIS} and any(strong for _, _, strong in setting.scene.agents)


def _post_attacked(count: Count, setting: Setting) -> bool:
    """ "هجوم استهدف دورية للأمن، ما أسفر عن مقتل أربعة من عناصرها": who fell in an attack on a force."""
    page = setting.page
    for at in page.within(setting.start, count.start):
        noun = page.noun(at)
        if noun is not None and noun.kind == "event" and noun.value in ("attacks", "ambush"):
            struck = next((k for k in range(at, count.start) if page.form[k] in _STRUCK), count.start)
            hit = range(struck + 1, min(count.start, struck + _PART))
            named = any(side_of(part.whom) in ("isis", "jihadist") and part.start in hit for part in setting.parts)
            if not named and any(side_word(setting, k) == "security" for k in hit):
                return True
    return False


_STRUCK = markers("struck-verb")


def _antecedent(count: Count, setting: Setting) -> tuple[Noun, Victim | None] | None:
    """ "لدى خروج المصلين، مما أسفر عن مقتل ثمانية منهم": the people that the pronoun stands for, who are many and
    not a body such as the police."""
    for at in range(count.start - 1, max(setting.start, count.start - _FAR) - 1, -1):
        noun = setting.page.noun(at)
        if noun is None or noun.kind != "person" or noun.number not in MANY or _in_place(setting, at):
            continue
        if setting.page.form[at].removeprefix("ال").endswith("ه"):
            continue
        return noun, people_at(count, setting, at + 1, min(count.start, at + 3)) if noun.value == "unknown" else None
    return None


def _attacked(count: Count, setting: Setting) -> tuple[Noun, Victim | None] | None:
    """ "هاجموا رعاة أغنام فقتلوا ثلاثة": a number alone behind ف and a deed is of those who were attacked."""
    page, at = setting.page, count.trigger_at
    if at is None or at >= count.start or page.conj[at] != "ف" or not count.nameless:
        return None
    for k in range(at - 1, max(setting.start, at - _ATTACKED), -1):
        noun = page.noun(k)
        if noun is not None and noun.kind == "person" and noun.number in MANY and not page.lex[k].prep:
            return (
                (noun, None) if any(page.cue(j, "verb") for j in range(max(setting.start, k - _SUBJECT), k)) else None
            )
    return None


def _in_place(setting: Setting, at: int) -> bool:
    held = setting.page.inside.get(at)
    return (held is not None and held.kind == "place") or setting.page.before(at) in _NAMED_SPOT


_NAMED_SPOT = markers("named-spot")
_FAR = 20


def _toll_of_civilians(count: Count, setting: Setting) -> Victim | None:
    """ "بسقوط مزيد من الضحايا المدنيين، ليصل العدد الإجمالي إلى 55 قتيلا": the toll of civilians."""
    if count.noun is not None and count.noun.kind != "casualty":
        return None
    before = range(setting.start, count.start)
    sides = {side for k in before if setting.page.form[k] >= "\u0590" and (side := side_word(setting, k)) is not None}
    told = any(setting.page.cue(k, "tally") for k in before)
    militants = any(setting.page.is_person(k) and (n := setting.page.noun(k)) and n.value == "militant" for k in before)
    return "civilian" if told and sides == {"civilian"} and not militants else None


def _hostage(count: Count, setting: Setting) -> Victim | None:
    """Hostages of whom nothing is said are civilians."""
    at = count.noun_at
    held = at is not None and count.noun is not None and count.noun.value == "abducted"
    return "civilian" if held and setting.page.form[at or 0].removeprefix("ال").startswith(("رهين", "رهائن")) else None
