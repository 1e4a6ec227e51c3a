"""The agent of a count: who did what it counts, where its sentence names them."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.able import can_act
from hasila.reading.answers import answers, began_then
from hasila.reading.attacks import gunmen_struck
from hasila.reading.count import EVENTS
from hasila.reading.counts import Count
from hasila.reading.doings import its_deed
from hasila.reading.governors import BE, is_arabic
from hasila.reading.lonedeeds import of_others_too, without_none
from hasila.reading.othersdeeds import counted_between, of_one_alone, of_other_event, of_place_between, of_share_before
from hasila.reading.page import Page
from hasila.reading.setting import PEOPLE, Setting
from hasila.reading.voices import aside_forms

_NEW_CLAUSE = markers("new-clause")
_BY_AGENT = markers("by-agent") - {"قبل", "يد"}
_CLAUSE = 16
_ATTACK_REACH = 12


def agent_near(count: Count, setting: Setting) -> str | None:
    """The agent of a count: the one bound to its own action, else the last before it, else one right after it."""
    if (whom := _right_behind(count, setting) or _inside(count, setting)) is not None:
        return whom
    agents = without_none(count, setting)
    if not agents and setting.scene.subject is None:
        return None
    if agents and (lone := of_others_too(count, setting)) is not None:
        agents = [row for row in agents if row[0] not in lone]
    if count.measure in EVENTS and count.modality != "prevented":
        agents = [row for row in agents if not _foiled(setting, row[0])]
    clause = _clause(count, setting) if agents else setting.start
    own = [row for row in agents if row[0] >= clause]
    agents = own if own and own[0][0] <= count.end + _CLAUSE else agents
    floor = told_in_attack(count, setting)
    before = _last_before(count, setting, agents, floor) if agents else None
    tail = (count.noun_at or count.number[1]) + 1
    reach = _CLAUSE if agents is own and clause > setting.start else 8
    helpers = {at for at, _ in setting.scene.partners}
    after = [row for row in agents if tail <= row[0] <= count.end + reach and row[0] not in helpers] if agents else []
    near = [row for row in after if not counted_between(count, setting, row[0])] if after else []
    near = [row for row in near if not _said_between(setting, count.end, row[0])]
    near = [row for row in near if not of_place_between(count, setting, row[0])] if near else []
    near = [row for row in near if not _tells_next(count, setting, row[0])] if near else []
    near = [row for row in near if not _another_matter(count, setting, row[0])] if near else []
    near = [row for row in near if not _of_next_deed(count, setting, row[0])] if near else []
    if floor > setting.start:
        near = [row for row in near if row[2]]  # "Since the ambush that killed three, the army has ..."
    if near and near[0][2]:
        return _struck_before(count, agents) or near[0][1]
    if before is not None:
        return before
    strong = [
        whom
        for at, whom, strong in agents
        if strong
        and at >= tail
        and at not in helpers
        and not _of_next(at, count, setting)
        and not _another_matter(count, setting, at)
    ]
    strong = [] if strong and _said_between(setting, count.end, agents[-1][0]) else strong
    subject = setting.scene.subject
    trigger = setting.page.trigger(count.trigger_at) if count.trigger_at is not None else None
    active = trigger is not None and trigger.shape in ("verb", "any") and trigger.voice == "any"
    unnamed = active and not near and not strong
    unnamed = unnamed or (count.measure not in PEOPLE and not near and not strong and _carried_out(count, setting))
    unnamed = unnamed or _of_its_own(count, setting) or _by_the_subject(count, setting)
    unnamed = unnamed and floor == setting.start and not _credited(count, setting)
    unnamed = unnamed and not _only_tells(count, setting)
    floor = count.start if count.trigger_at is None else count.trigger_at
    if unnamed and subject is not None and subject[0] < floor <= count.start and can_act(subject[1]):
        return None if _came_to_harm(subject[0], count, setting) else subject[1]
    return near[0][1] if near else (strong[0] if strong else None)


def _came_to_harm(at: int, count: Count, setting: Setting) -> bool:
    """ "Three SDF fighters were killed, and at least nine civilians": the subject are people to whom it was done."""
    hurt = (other for other in setting.counts if other.measure in PEOPLE and other.start <= at < other.end)
    done = (other.trigger_at for other in hurt if other.trigger_at is not None and other.trigger_at >= other.end)
    return any(count.trigger_at in (None, trigger) for trigger in done)


def _right_behind(count: Count, setting: Setting) -> str | None:
    """ "221 at the hands of the army, 94 by Russian forces": who did it stands right behind a number without a deed."""
    form, at = setting.page.form, count.end
    if count.measure not in PEOPLE or at >= setting.end or form[at] not in _HANDS:
        return None
    at += 1 if form[at] == "by" else len(_AT_HANDS) if form[at : at + len(_AT_HANDS)] == _AT_HANDS else setting.end
    at += form[at : at + 1] == ["the"]
    part = next((part for part in setting.parts if part.start == at), None)
    return part.whom if part is not None and can_act(part.whom or "") else None


def _inside(count: Count, setting: Setting) -> str | None:
    """ "Two American operations killed three": whose events they are, between number and noun."""
    at = count.noun_at
    if at is None or count.measure in PEOPLE or is_arabic(setting.page, count):
        return None
    return next((whom for pos, whom, _ in setting.scene.agents if count.number[1] <= pos < at), None)


_AT_HANDS = ["at", "the", "hands", "of"]
_HANDS = frozenset({"by", "at"})


def blamed(count: Count, setting: Setting) -> str | None:
    """ "Iran-backed militias were responsible for an attack that injured eight", "was behind the raid that killed two":
    who is said to be behind the attack of which the count tells."""
    page, floor = setting.page, told_in_attack(count, setting)
    for part in setting.parts if floor > setting.start else ():
        behind = part.end + (page.form[part.end : part.end + 1] == [")"])
        words = page.form[behind : behind + 3]
        if part.start < floor + 2 and part.whom and words[:1] and words[0] in BE and words[1:2] in _BEHIND:
            return part.whom
    return None


_BEHIND = (["responsible"], ["behind"])


def _last_before(count: Count, setting: Setting, agents: list[tuple[int, str, bool]], floor: int) -> str | None:
    """The agent named last before a count, behind ``floor``; not of events that the count is none of."""
    for at, whom, strong in reversed(agents):
        other = of_other_event(at, count, setting) or (strong and of_share_before(at, count, setting))
        other = other or of_one_alone(at, count, setting)
        if floor <= at < count.start and not other:
            return whom
    return None


def _said_between(setting: Setting, start: int, end: int) -> bool:
    """ "أدى إلى مقتل أربعة، موضحاً أن المهاجم فجر نفسه بعد محاصرته من قبل القوات": told in words of its own, behind the
    figure."""
    page = setting.page
    if end <= start or page.form[start] < "\u0590":
        return False
    return any(
        (page.cue(at, "verb") == "speech" or page.form[at] in aside_forms()) and page.form[at + 1] in _THAT
        for at in range(start, end - 1)
    )


_THAT = markers("complementiser")
_AND_THAT = frozenset({"وان", "وانه", "وانها", "وانهم"})


def _another_matter(count: Count, setting: Setting, at: int) -> bool:
    """ "ثلاثاً منها كانت حملات تمشيط، وأن 30 قُتلوا في هجمات التنظيم", "33 عملية، بينها عمليتان نفذتهما
    القوات الأميركية": who is named in the next thing that is told, or did other events."""
    if setting.page.has(_AND_THAT, count.end, at) or answers(setting.page, at) or began_then(setting.page, at):
        return True
    deed = count.measure in EVENTS and at - count.end > _ITS_VERB and its_deed(setting.page, at, setting.start)
    return deed and any(count.end <= other.start < at and other.measure in EVENTS for other in setting.counts)


_ITS_VERB = 2


def _foiled(setting: Setting, at: int) -> bool:
    """ "6 عمليات أفشلت هجمات للتنظيم": whoever is named behind the attacks that others foiled."""
    page = setting.page
    verbs = [k for k in page.cued_at("verb", max(0, at - _PLOT), at) if page.cue(k, "verb") == "prevent"]
    return bool(verbs) and not any(verbs[-1] < other.start < at for other in setting.counts)


_PLOT = 4


def _tells_next(count: Count, setting: Setting, end: int) -> bool:
    """ "أعلنت الوكالة اعتقال ثمانية، فيما أعلن الجهاز القبض على ثلاثة": who tells of the next deed did that one."""
    form, claims = setting.page.form, setting.scene.claims
    if len(claims) < 2 or claims[0][0] >= count.start:
        return False
    return any(count.end <= at <= end and form[at - 1] in _NEW_CLAUSE for at, _, _ in claims)


def _of_next_deed(count: Count, setting: Setting, end: int) -> bool:
    """ "أسرت قسد 11 عنصراً، بينما قتلت غارة أميركية قيادياً": behind "while" and a verb of its own stands who did the
    next."""
    page = setting.page
    opens = page.all(_WHILE, count.end, end)
    return any(page.trigger(at + 1) is not None and at + 1 < end for at in opens if page.form[at] >= "\u0590")


_WHILE = markers("new-clause") - {"حيث"}  # which explains


def _struck_before(count: Count, agents: list[tuple[int, str, bool]]) -> str | None:
    """ "A strike by its aircraft had killed ten during a raid of the army": the doer named before an active verb."""
    at = count.trigger_at
    if at is None or at >= count.start:
        return None
    return next((whom for pos, whom, strong in reversed(agents) if strong and pos < at), None)


def told_in_attack(count: Count, setting: Setting) -> int:
    """ "troops arrested five after an attack in Palmyra that killed three", "in which three died": where the attack
    begins."""
    page, opens = setting.page, _clause_of_attack(count, setting)
    if opens is None:
        return setting.start
    for back in range(opens - 1, max(setting.start, opens - _ATTACK_REACH), -1):
        noun = page.noun(back)
        if noun is not None and noun.kind == "event":
            return back - 2 if noun.value in ("attacks", "ambush") else setting.start
    return setting.start


def _clause_of_attack(count: Count, setting: Setting) -> int | None:
    """The relative word of the clause in which people are counted: "that killed three and wounded nine", "in which
    two soldiers died"."""
    page, at = setting.page, count.trigger_at
    if at is None and page.before(count.start) in _TOOK_LIVES:
        at = count.start - 1
    if at is None:
        return None
    if at >= count.start:
        return count.start - 2 if page.form[max(0, count.start - 2) : count.start] == ["in", "which"] else None
    if page.before(at) == "and":
        first = (k for k in range(at - 2, max(setting.start, at - _ATTACK_REACH), -1) if page.trigger(k) is not None)
        at = next(first, at)
    return at - 1 if page.before(at) in ("that", "which") else None


_TOOK_LIVES = frozenset({"claimed", "took", "cost"})  # "an ambush that claimed three American lives"


def _of_next(at: int, count: Count, setting: Setting) -> bool:
    """ "23 مشتركة وثلاث نفذتها الولايات المتحدة": whose deed the words right behind another count tell; those killed
    "in 38 operations by ISIS" are of that deed; "324 died, 161 of whom were killed by the army": not all of them."""
    if any(_part_apart(at, count, other) for other in setting.counts):
        return True
    between = (
        [other for other in setting.counts if count.end <= other.start < at] if count.measure not in PEOPLE else []
    )
    return any(_taken(other, at, setting) for other in between)


def _taken(other: Count, at: int, setting: Setting) -> bool:
    """Whether an agent is that of a count before it: its words follow at once, or an attack by it stands between: "113
    عملية و59 قتيلاً بالهجمات التركية"."""
    page = setting.page
    right_behind = other.end < at <= other.end + 2 and page.form[other.end] in _BY_AGENT
    right_behind = right_behind or _alone_in(page, other.end, at)
    return right_behind or (other.measure in PEOPLE and other.conj and bool(page.of_kind("event", other.end, at)))


def _alone_in(page: Page, start: int, end: int) -> bool:
    """ "10 operations were run beside one led solely by US forces": whoever acted alone did that one."""
    return end - start <= _LED and any(page.cue(at, "mode") == "unilateral" for at in page.cued_at("mode", start, end))


_LED = 6


def _of_its_own(count: Count, setting: Setting) -> bool:
    """ "أحصى التحالف 79 عملية نفذها في سوريا": a relative clause without a name tells what the subject did."""
    page, at = setting.page, count.end
    if count.measure in PEOPLE or at + 1 >= setting.end or page.form[at] not in _BY_AGENT:
        return False
    return not any(part.start == at + 1 for part in setting.parts) and page.noun(at + 1) is None


def _by_the_subject(count: Count, setting: Setting) -> bool:
    """ "«قسد» تختم حملتها بتوقيف 110": by arresting them, the subject of the sentence did what it did."""
    at = count.trigger_at
    trigger = setting.page.trigger(at) if at is not None else None
    if at is None or trigger is None or trigger.shape != "masdar":
        return False
    return setting.page.lex[at].prep == "ب" and trigger.measure == "detained"


def _only_tells(count: Count, setting: Setting) -> bool:
    """ "Syrian state media are reporting", "the army says that gunmen attacked": the subject tells of others' deeds."""
    page, subject = setting.page, setting.scene.subject
    if subject is None or page.form[subject[0]] >= "\u0590":
        return False
    name = page.inside.get(subject[0])
    outlet = name is not None and page.has(_OUTLET, name.end, name.end + 1)
    return outlet or gunmen_struck(count, setting) or _forces_did(count, setting)


def _forces_did(count: Count, setting: Setting) -> bool:
    """ "CENTCOM announced that forces conducted 11 missions": forces of no name did it, not the command that tells."""
    page = setting.page
    verb = count.trigger_at if count.measure in PEOPLE else None
    if verb is None:
        verb = next(iter(page.cued_at("verb", max(setting.start, count.start - 4), count.start)[-1:]), None)
    if verb is None or page.form[verb - 1] not in _FORCES or verb - 1 in page.inside:
        return False
    return page.cue(verb - 2, "verb") == "speech" or page.form[verb - 2] == "that"


_FORCES = frozenset({"forces", "troops"})


_OUTLET = markers("outlet-word")


def _carried_out(count: Count, setting: Setting) -> bool:
    """ "US forces working in Iraq have carried out 9 missions": the verb of the events stands right before them."""
    page = setting.page
    verbs = page.cued_at("verb", max(setting.start, count.start - 4), count.start)
    return bool(verbs) and page.form[count.start] < "\u0590" and page.cue(verbs[-1], "verb") == "action"


def _credited(count: Count, setting: Setting) -> bool:
    """ "Pentagon: Airstrikes Killed 2,500": behind the colon a deed has a subject of its own."""
    page, subject, at = setting.page, setting.scene.subject, count.trigger_at
    if subject is None or at is None or at - 1 <= subject[0] or page.form[at] >= "\u0590":
        return False
    event = page.noun(at - 1)
    return event is not None and event.kind == "event" and page.has(_COLON, subject[0], at)


_COLON = frozenset({":"})


def _clause(count: Count, setting: Setting) -> int:
    """Where the clause of a count begins: "...، في وقت قتل 11", "، فيما أصيب": what stands before acts elsewhere."""
    form = setting.page.form
    low = max(setting.start, count.start - _CLAUSE) + 1
    for at in reversed(setting.page.all(_CLAUSE_OPENS, low, count.start)):
        if form[at] != "في" or form[at + 1] in ("وقت", "حين") or "في" in _NEW_CLAUSE:
            return at
    return setting.start


_CLAUSE_OPENS = _NEW_CLAUSE | {"في"}


def _part_apart(at: int, count: Count, other: Count) -> bool:
    """Whether an agent is that of a part of the count, which has an action of its own."""
    if not other.subset or other.start < count.end or other.end > at:
        return False
    if other.trigger_at is None and count.measure in PEOPLE:
        return at - other.end <= _PASSIVE  # "of which 265 were made by the army"
    own = other.trigger_at is not None and other.end <= other.trigger_at < at
    return own and other.trigger_at != count.trigger_at


_PASSIVE = 5
