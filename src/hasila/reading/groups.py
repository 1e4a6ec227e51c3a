"""The group that a count of people names, or that the words around it say they belong to."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.names import actors
from hasila.reading.belonging import OWN_RANKS, belonging, neutral
from hasila.reading.cast import ISIS, Part, side_of
from hasila.reading.counts import Count
from hasila.reading.governors import COMMA
from hasila.reading.membership import member_of
from hasila.reading.parts import parts_of
from hasila.reading.setting import PEOPLE, Setting
from hasila.reading.struck import fell_in_attack, struck_force
from hasila.reading.theothers import beside_him, beside_one, of_his_chief, of_its_own
from hasila.reading.thread import Thread

FORCES = frozenset({"forces", "command", "service", "coalition"})
_ACROSS = markers("other-side")
_OPPOSED = markers("opposed")
_NEXT = 8
_IN_THEM = markers("in-them")
_OWN_PEOPLE = ("ه", "ها", "هم", "هما", "نا")


def group_of(count: Count, setting: Setting, thread: Thread) -> str | None:
    if count.noun is not None and count.noun.group:
        return count.noun.group
    if count.group is None and count.partitive and (named := _predicate(count, setting)) is not None:
        return named
    if count.group is None:
        lost = (
            member_of(count, setting)
            or beside_him(count, setting)
            or _loser(count, setting, thread)
            or _paid(count, setting)
            or _of_losses(count, setting)
            or _labelled(count, setting)
            or _of_its_dead(count, setting)
            or _in_its_ranks(count, setting)
            or struck_force(count, setting)
            or _tied(count, setting)
            or of_his_chief(count, setting)
            or of_its_own(count, setting)
            or fell_in_attack(count, setting)
        )
        lost = lost or _of_others(count, setting)
        return lost or (_owner(count, setting, thread) if owned(count, setting) else _shared(count, setting, thread))
    start = _first_of_two(count.group.start, setting)
    whom = next((part.whom for part in setting.parts if part.start == start), None)
    sought = count.group.prep == "ل" and whom in actors() and actors()[whom].cls == "organisation"
    return None if sought else whom  # مطلوبين للقضاء: wanted by it, not its own


def _first_of_two(start: int, setting: Setting) -> int:
    """ "13 SDF/Asayish raids": of two names with a stroke between them, where the first begins."""
    if setting.page.before(start) != "/":
        return start
    return next((part.start for part in setting.parts if part.end == start - 1 and part.whom), start)


def _tied(count: Count, setting: Setting) -> str | None:
    """ "six SDF-linked fighters": those who are tied to a body are counted among its own."""
    page, at = setting.page, count.noun_at or 0
    if at - 1 <= count.start or page.form[at - 1] not in _TIED or not page.hyphened(at - 1):
        return None
    return next((part.whom for part in setting.parts if part.end == at - 1), None)


_TIED = markers("tied-to")


def _predicate(count: Count, setting: Setting) -> str | None:
    """ "nine people, five of them SDF fighters", "180 منهم من التنظيم": whose people a part is said to be."""
    page = setting.page
    if page.form[count.end : count.end + 1] == ["من"] or page.form[count.end + 1 : count.end + 2] == ["من"]:
        at = count.end + 1 + (page.form[count.end] != "من")
        of = next((part for part in setting.parts if part.start == at), None)
        return of.whom if of is not None and of.cls in FORCES | {"group"} else None
    part = next((part for part in setting.parts if part.start == count.end), None)
    noun = page.noun(part.end) if part is not None and part.end < setting.end else None
    return part.whom if part is not None and noun is not None and noun.kind == "person" else None


def _shared(count: Count, setting: Setting, thread: Thread) -> str | None:
    """ "One Coalition member was killed and two were wounded": a count without people of its own is of those before."""
    if count.noun is not None or count.partitive or count.measure not in PEOPLE:
        return None
    other = neighbour(count, setting)
    if other is None and (one := beside_one(count, setting)) is not None:
        return one[1]
    across = not _ACROSS.isdisjoint(setting.page.form[count.end : min(count.end + 3, setting.end)])
    if other is None or other.start > count.start or across:
        return None
    if other.group is None:
        return _loser(other, setting, thread)  # "وفقدت قسد 82 مقاتلاً، وأصيب 61"
    return group_of(other, setting, thread)


def _of_others(count: Count, setting: Setting) -> str | None:
    """ "قُتل 11 عنصراً، وأصيب عشرة آخرون من الحشد": the others next to them tell whose people members are."""
    index = next((k for k, other in enumerate(setting.counts) if other is count), 0)
    after = next(iter(setting.counts[index + 1 : index + 2]), None)
    if after is None or not after.others or after.group is None or after.start - count.end > _NEXT:
        return None
    if not is_neutral(count, setting) or (count.noun is not None and count.noun.kind != "person"):
        return None
    if count.noun is None and not count.nameless:
        return None
    return next((part.whom for part in setting.parts if part.start == after.group.start), None)


def _labelled(count: Count, setting: Setting) -> str | None:
    """ "Number of ISIS terrorists captured: 278": the label names whose people are counted."""
    if "label" not in count.rules or count.measure not in PEOPLE:
        return None
    return next((part.whom for part in setting.parts if setting.start <= part.start < count.start and part.whom), None)


def _of_its_dead(count: Count, setting: Setting) -> str | None:
    """ "يرتفع إلى 34 عدد قتلى تنظيم داعش": behind the number it is told whose dead it counts."""
    if "number-of" not in count.rules or count.measure not in PEOPLE:
        return None
    named = (part for part in setting.parts if count.end + 1 < part.start <= count.end + _OF_DEAD and part.cls in _LOSE)
    part = next(named, None)
    casualty = setting.page.noun(part.start - 1) if part is not None else None
    return part.whom if part is not None and casualty is not None and casualty.kind == "casualty" else None


_OF_DEAD = 3


def _in_its_ranks(count: Count, setting: Setting) -> str | None:
    """ "عملية ضد التنظيم ... 13 قتيلا في صفوفه": the ranks are those of the group named last, if that is ISIS."""
    if not setting.page.has(OWN_RANKS, count.end, min(setting.end, count.end + 3)):
        return None
    named = [part.whom for part in setting.parts if part.end <= count.start and part.whom and part.cls != "agency"]
    return ISIS if named and named[-1] == ISIS else None


def _loser(count: Count, setting: Setting, thread: Thread) -> str | None:
    """ "خسر الجيش أحد عشر عنصرا", "the SDF lost 12 fighters": those who are lost belong to whoever lost them."""
    trigger = setting.page.trigger(count.trigger_at) if count.trigger_at is not None else None
    if count.trigger_at is None or trigger is None or trigger.voice != "lost":
        return None
    arabic = setting.page.form[count.trigger_at] >= "\u0590"
    men = not arabic and count.noun is not None and count.noun.value in ("unknown", "security")
    if not (men or is_neutral(count, setting)):
        return None
    if not arabic:
        return _english_loser(count.trigger_at, setting)
    bodies = _bodies(setting, count.trigger_at, count.start)
    own = next((part for part in setting.parts if part.end == count.trigger_at and part.own), None)
    if own is not None and setting.scene.claims:
        return setting.scene.claims[0][1]  # "قال شامي إن قواتنا فقدت 40 مقاتلاً"
    if not bodies and setting.page.has(_THE_FORCES, count.trigger_at + 1, count.trigger_at + 2):
        return thread.actor if side_of(thread.actor) in ("coalition", "iraq", "sdf", "syria") else None
    return bodies[0] if bodies else None


_THE_FORCES = frozenset({"القوات", "القوي", "القطعات"})  # "وفقدت القوات 82 مقاتلاً": those whose deeds were told


def _bodies(setting: Setting, low: int, high: int) -> list[str]:
    helpers = {at for at, _ in setting.scene.partners}
    near = [p for p in setting.parts if low <= p.start < high and p.start not in helpers]
    return [part.whom for part in near if part.cls in _LOSE and part.whom]


def _english_loser(at: int, setting: Setting) -> str | None:
    """Who stands before "lost"; but "the army fought ISIS in the hills, losing one soldier", "and lost one": the
    subject
    of the clause before."""
    page, bodies = setting.page, _bodies(setting, setting.start, at)
    if page.before(at) not in _GOES_ON or not bodies:
        return bodies[-1] if bodies else None
    told = next((k for k in range(at - 1, setting.start, -1) if page.cue(k, "verb") == "speech"), setting.start)
    return (_bodies(setting, told, at) or bodies[-1:])[0]


_GOES_ON = frozenset({",", "and", "but"})


_LOSE = FORCES | {"group"}


def _paid(count: Count, setting: Setting) -> str | None:
    """ "the attack cost the SDF 17 men": whom it cost so many of its people stands right before their number."""
    part = next((part for part in setting.parts if part.end == count.start and part.cls in _LOSE), None)
    if part is None:
        return None
    at = part.start - 1 - (setting.page.before(part.start) == "the")
    return part.whom if at >= setting.start and setting.page.form[at] in _COST else None


_COST = markers("cost-verb")


def _of_losses(count: Count, setting: Setting) -> str | None:
    """ "خسائر التنظيم بلغت 40 قتيلاً", "the SDF's losses were 82 dead": whose losses a toll counts."""
    at = _losses(count, setting)
    if at is None:
        return None
    if setting.page.form[at] >= "\u0590":
        human = setting.page.form[at + 1 : at + 2] == ["البشريه"]  # "الخسائر البشرية للتنظيم"
        return next((p.whom for p in setting.parts if p.start == at + 1 + human and not p.own), None)
    of = at + 2 + (setting.page.form[at + 2 : at + 3] == ["the"]) if setting.page.has(_OF, at + 1, at + 2) else at
    return next((p.whom for p in setting.parts if (p.start == of if of > at else p.end == at)), None)


def _losses(count: Count, setting: Setting) -> int | None:
    """Where the word for losses stands of which a toll of the dead and wounded tells."""
    if count.measure not in ("killed", "wounded") or (count.noun is not None and count.noun.kind != "casualty"):
        return None
    return setting.page.first(_LOSSES, max(setting.start, count.start - _TOLD), count.start)


def _of_own_losses(count: Count, setting: Setting) -> bool:
    """ "خسائر قواته بلغت 1288 قتيلاً", "خسائرنا": whoever tells of losses with a pronoun tells of its own."""
    at = _losses(count, setting)
    if at is None:
        return False
    if setting.page.form[at] < "\u0590":
        return setting.page.before(at) in _THEIR_OWN
    if setting.page.has(_THE_FORCES, at + 1, at + 2):  # "اما خسائر القوات فبلغت 82 قتيلاً"
        return not any(p.whom == ISIS and p.start <= at + 2 < p.end + 1 for p in setting.parts)
    return setting.page.form[at].endswith(_OWN_PEOPLE) or any(p.own and p.start == at + 1 for p in setting.parts)


_THEIR_OWN = frozenset({"its", "their", "our", "own"})
_THE_FORCES = frozenset({"القوات", "الجيش", "القوي"})
_OF = frozenset({"of", "among"})


def _lost_by_teller(count: Count, setting: Setting) -> bool:
    """ "قالت قسد إن خلايا التنظيم شنت 113 هجوماً، وخسرت فيها 21 مقاتلاً": nobody is named behind "lost", so she who tells
    of it did."""
    at = count.trigger_at
    trigger = setting.page.trigger(at) if at is not None and at < count.start else None
    if at is None or trigger is None or trigger.voice != "lost" or not is_neutral(count, setting):
        return False
    told = [whom for pos, whom, _ in setting.scene.claims if pos < at]
    named = any(at < part.start < count.start and part.cls in _LOSE for part in setting.parts)
    return bool(told) and told[-1] != ISIS and not named and setting.page.form[at].endswith("خسرت")


_LOSSES = markers("losses-noun")
_TOLD = 20


def _owner(count: Count, setting: Setting, thread: Thread) -> str | None:
    """ "خسر التنظيم تسعة ... ووقع سبعة من أفراده في الأسر": the group's own, where it is the last one named but for
    those that only help; and "وقتل فيها 4 من عناصره" in a sentence that names nobody, after operations against it."""
    allies = {at for at, _ in setting.scene.partners}
    named = [part for part in setting.parts if part.end <= count.start and part.whom and part.cls != "agency"]
    before = [part for part in named if part.start not in allies]
    if before:
        last = before[-1]
        if _feminine(setting, last) and _his(count, setting):
            last = next((part for part in reversed(before) if not _feminine(setting, part)), last)
        if not_his(count, setting, last):
            return None
        against = not _OPPOSED.isdisjoint(setting.page.form[last.start : last.end])  # "التحالف ضد داعش"
        soldiers = count.noun is not None and count.noun.value == "security" and last.whom != ISIS
        theirs = side_of(last.whom) in ("isis", "jihadist") and not soldiers
        return ISIS if against else last.whom if theirs else None
    his = count.noun_at is not None and setting.page.tokens.raw[count.noun_at].endswith("ه")
    hunted = his and setting.against_isis and thread.attacker is None and not thread.harmed
    within = any(form in _IN_THEM for form in setting.page.form[setting.start : count.start])
    return ISIS if hunted and (within or thread.last_target == ISIS) else None


def _his(count: Count, setting: Setting) -> bool:
    """ "عناصره": the men of somebody whose name is masculine."""
    return count.noun_at is not None and setting.page.tokens.raw[count.noun_at].endswith("ه")


def _feminine(setting: Setting, part: Part) -> bool:
    """ "التنظيم قتل 92 من قسد، بينما قُتل 61 من عناصره": whether a name is feminine, which no "his" is said of."""
    return part.cls == "forces" and setting.page.form[part.start] in _SHE


_SHE = frozenset({"قسد", "قوات", "القوات", "قوي", "وحدات", "الاسايش", "اسايش", "البيشمركه", "بيشمركه", "الشرطه"})


def not_his(count: Count, setting: Setting, named: Part) -> bool:
    """ "هجوم للتنظيم قتل فيه ستة من عناصرها": "her" own people aren't those of ISIS, whose names are masculine,
    unless one of its cells was named."""
    page = setting.page
    if named.whom != ISIS or count.noun_at is None or page.form[named.start] < "\u0590":
        return False
    if any(at == named.start and strong for at, _, strong in setting.scene.agents) and not page.has(
        OWN_RANKS, count.start, count.end
    ):
        by_hand = page.form[named.start - 1] in _BANDS_OF and page.form[named.start - 2] in _HAND
        if by_hand or page.form[named.start - 1] in _HAND:
            return True  # "مُنيت بخسائر على يد خلايا التنظيم، حيث قُتل خمسة من عناصرها"
    feminine = page.form[named.start].endswith("دوله") or page.has(_CELLS, setting.start, count.start)
    return of_teller(count, setting) or (page.tokens.raw[count.noun_at].endswith("ها") and not feminine)


def of_teller(count: Count, setting: Setting) -> bool:
    """ "خلايا داعش هاجمت ... واستشهد ستة من مقاتليها", "قتل ستة من مقاتلينا": martyrs, and "our" people, are of
    those who tell of them or fight ISIS, whoever was named before."""
    page, people = setting.page, count.noun_at
    if _of_own_losses(count, setting) or _lost_by_teller(count, setting):
        return True
    if people is None or [whom for at, whom, _ in setting.scene.claims if at < count.start][-1:] == [ISIS]:
        return False
    words = [page.form[at] for at in (count.trigger_at, people) if at is not None]
    return page.tokens.raw[people].endswith("نا") or any(root in word for word in words for root in _MARTYR)


_HAND = frozenset({"يد", "ايدي"})
_BANDS_OF = markers("band") | markers("unit")
_MARTYR = markers("martyr-root")
_CELLS = markers("cell") | markers("band")


def is_neutral(count: Count, setting: Setting) -> bool:
    """Fighters and members are on either side: in the story of an attack they are on the side that was hit."""
    if count.noun is None:
        return True
    return count.noun_at is not None and neutral(setting.page, count.noun_at)


def owned(count: Count, setting: Setting) -> bool:
    """ "مقاتليه", "أبنائنا", "its soldiers": somebody's own people, so victims of the other side."""
    if count.group is not None and any(part.own and part.start == count.group.start for part in setting.parts):
        return True  # "17 عنصراً من قواتها"
    if _in_our_ranks(count, setting) or _of_own_losses(count, setting) or _lost_by_teller(count, setting):
        return True
    if count.noun_at is None or count.noun is None or count.noun.kind != "person" or count.noun.number != "many":
        return False
    raw = setting.page.tokens.raw[count.noun_at]
    if raw[:1] >= "\u0590" and setting.page.form[count.noun_at] in _FOES:
        return False  # "من أبرز قادته"
    if raw[:1] < "\u0590":
        owner = setting.page.form[max(count.noun_at - 1, 0)]
        foes = setting.page.form[count.noun_at] in _FOES  # whom nobody calls so of his own side
        return owner in ("its", "their", "our") and count.noun.value in ("security", "militant") and not foes
    return raw.endswith(_OWN_PEOPLE) and not raw.endswith(("ة", "انا")) and len(raw) > 4


_FOES = markers("foes")


def _in_our_ranks(count: Count, setting: Setting) -> bool:
    """ "قتلت القوات تسعة. وفي صفوفها سقط 11 مقاتلاً": the force, of which "her" is said in Arabic, tells of its own."""
    low = max(setting.start, count.start - _BEFORE)
    if count.measure not in ("killed", "wounded") or not setting.page.has(OWN_RANKS, low, count.start):
        return False
    near = setting.page.form[low : count.start]
    return COMMA.isdisjoint(near) and "صفوفه" not in near


_BEFORE = 6


def _did_it(other: Count, count: Count, setting: Setting) -> bool:
    """ "Two suicide bombers kill 15": those before the verb did it to those behind it."""
    at = count.trigger_at
    doer = other.measure is None and other.noun is not None and other.noun.value == "militant"
    return doer and at is not None and other.end <= at < count.start and setting.page.form[at] < "\u0590"


def neighbour(count: Count, setting: Setting) -> Count | None:
    """ "قتل ثلاثة مدنيين وأصيب خمسة": a count without a noun shares that of the one before, else of the one after."""
    index = next((k for k, other in enumerate(setting.counts) if other is count), 0)
    after = [other for other in setting.counts[index + 1 : index + 2] if other.start - count.end <= _NEXT]
    if after and after[0].low == 0:
        after = []  # "والقتلى 11، ولم يُصب أي عسكري"
    if (
        after
        and not (after[0].conj or after[0].subset)
        and "of-group" in after[0].rules
        and after[0].start - count.end <= 2
    ):
        return after[0]
    parts = {id(other) for other in parts_of(setting.page, setting.counts[: index + 2])}
    for other in (*reversed(setting.counts[:index]), *after):
        if other.dead or id(other) in parts or _did_it(other, count, setting):
            continue
        if other.noun is not None and other.noun.kind == "person":
            return other
        if other.noun is None and other.group is not None and not other.start > count.start:
            return other  # "thirty-five Peshmerga had been killed and 100 wounded"
        unsorted = other.noun is None or other.noun.kind == "casualty"
        if unsorted and not other.start > count.start and belonging(other, setting) is not None:
            return other
    return None
