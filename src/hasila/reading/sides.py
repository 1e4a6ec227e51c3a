"""Who did it and to whom: the actor and the target of one figure."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.names import actors
from hasila.reading.agents import can_act
from hasila.reading.cast import ISIS, side_of
from hasila.reading.counts import Count
from hasila.reading.setting import PEOPLE, Setting, Slots
from hasila.reading.thread import Thread
from hasila.reading.victims import fallen, of_several

_OPPOSED = frozenset({"anti", "counter", "d", "defeat", "ضد", "علي", "against", "on"})
_CIVILIAN = "civilians"
_NEW_CLAUSE = markers("new-clause")
_BOTH_SIDES = markers("both-sides")
_ARREST = ("قبض", "عتقل", "عتقال")


def actor_slot(count: Count, setting: Setting, thread: Thread, group: str | None, slots: Slots) -> None:
    event = count.measure not in PEOPLE
    if _of_both_sides(count, setting):
        return
    if event and group is not None and not _against(count, setting):
        slots.set("actor", group, "stated", "agent-of-event")
        return
    isis_hit = group == ISIS or (slots.victim == "militant" and group is None and setting.relevant)
    own = _agent_near(count, setting)
    flown = count.measure == "strikes"  # ISIS has no air force
    own = None if flown and own == ISIS else own
    if event and _us_only(count, setting):
        slots.set("actor", "US forces", "stated", "us-only")
        return
    harmed = slots.victim in ("security", "civilian") or (
        slots.victim == "unknown" and count.measure in ("killed", "wounded") and own is None
    )
    if (
        harmed
        and setting.relevant
        and group != ISIS
        and side_of(own) in ("coalition", "iraq", "syria", "sdf", "")
        and slots.victim == "security"
    ):
        if _hit_by_isis(count, setting, thread) or fallen(count, setting):
            slots.set("actor", ISIS, "carried", "attack-by-isis")
        return
    rival = slots.victim == "militant" and side_of(own) in ("isis", "jihadist")
    if own is not None and not rival and not (isis_hit and own == ISIS) and own != group:
        slots.set("actor", _body_of(own), "stated", "agent-in-sentence")
        return
    raided = _isis_attack(setting) or (thread.attacker == ISIS and thread.hunter is None)
    if slots.victim == "security" or (harmed and not isis_hit and raided):
        if setting.relevant and side_of(group) != "isis" and _hit_by_isis(count, setting, thread):
            slots.set("actor", ISIS, "carried", "attack-by-isis")
        return
    told = setting.scene.claims[-1][1] if setting.scene.claims else None
    if told == ISIS and group is None and not isis_hit and count.measure in ("killed", "wounded", "casualties"):
        slots.set("actor", ISIS, "inferred", "announces-own-act")
        return
    trigger = setting.page.trigger(count.trigger_at) if count.trigger_at is not None else None
    shape = trigger.shape if trigger is not None else None
    english = shape == "before" and bool(setting.scene.claims) and setting.scene.claims[-1][0] < count.start
    if english and told is not None and _strikes(told) and isis_hit:
        slots.set("actor", told, "inferred", "announces-own-act")
        return
    if shape == "masdar" and told is not None and _acts(told) and isis_hit and told != ISIS and thread.op_actor is None:
        slots.set("actor", _body_of(told), "inferred", "announces-own-act")
        return
    allies = {whom for _, whom in setting.scene.partners}
    for whom, reason in (
        (thread.line_actor, "actor-of-paragraph"),
        (thread.op_actor, "actor-carried"),
        (thread.actor, "actor-carried"),
        (thread.hunter, "hunter-carried"),
    ):
        mine = whom == ISIS and ((event and flown) or _not_of_isis(count, setting, group, slots))
        if whom in allies or mine:
            continue
        if whom is not None and whom != group and not (isis_hit and whom == ISIS):
            slots.set("actor", _body_of(whom), "carried", reason)
            return
    bystanders = slots.victim == "civilian" and side_of(slots.attribution) == "coalition"
    if (event or isis_hit or bystanders) and slots.attribution is not None and _acts(slots.attribution):
        slots.set("actor", _body_of(slots.attribution), "inferred", "actor-is-claimant")


def _of_both_sides(count: Count, setting: Setting) -> bool:
    """ "40 قتيلاً من الطرفين": nobody's victims alone."""
    return not _BOTH_SIDES.isdisjoint(setting.page.form[count.end : min(count.end + 3, setting.end)])


def _arrest(count: Count, setting: Setting) -> bool:
    """ "ألقي القبض على مئة": people nobody describes who are arrested, as ISIS arrests nobody, are caught by the other
    side."""
    at = count.trigger_at
    if count.measure != "detained" or at is None or not setting.relevant:
        return False
    words = setting.page.form[at : max(setting.page.until[at], at + 1)]
    return any(root in word for word in words for root in _ARREST)


def _us_only(count: Count, setting: Setting) -> bool:
    """ "18 US-only operations", "عملية أميركية خالصة"."""
    near = set(setting.page.form[count.start : min(count.end + 2, setting.end)])
    return "خالصه" in near or ("only" in near and not near.isdisjoint({"us", "american"}))


def _against(count: Count, setting: Setting) -> bool:
    """ "48 anti-ISIS operations": the group before the noun is the target."""
    start = count.group.start if count.group is not None else 0
    return start > 0 and setting.page.form[start - 1] in _OPPOSED


def _body_of(whom: str) -> str:
    """Who acts where a command, ministry or media cell speaks: its forces."""
    actor = actors().get(whom)
    return (actor.acts_through if actor is not None else None) or whom


def _not_of_isis(count: Count, setting: Setting, group: str | None, slots: Slots) -> bool:
    """Whether what ISIS did before can't be carried on: strikes from the air, operations on itself, arrests."""
    if count.measure == "strikes" or (slots.victim == "unknown" and _arrest(count, setting)):
        return True
    return count.measure not in PEOPLE and (group == ISIS or _on_isis(count, setting))


def _on_isis(count: Count, setting: Setting) -> bool:
    """ "196 operations against ISIS"."""
    against = setting.page.form[count.end : count.end + 1] in (["against"], ["on"], ["targeting"])
    return against and any(part.whom == ISIS and 0 < part.start - count.end <= 2 for part in setting.parts)


def _strikes(whom: str) -> bool:
    """Whether an actor is a force in the field, whose announcements are of its own: "the SDF announced the arrest"."""
    actor = actors().get(whom)
    return actor is not None and actor.kind == "force" and actor.cls in ("forces", "service") and actor.side != "isis"


def _acts(whom: str) -> bool:
    actor = actors().get(whom)
    return (
        actor is not None
        and actor.kind in ("force", "organisation")
        and actor.cls in ("forces", "command", "coalition", "service", "group")
    )


def _agent_near(count: Count, setting: Setting) -> str | None:
    """The agent of a count: the one bound to its own action, else the last before it, else one right after it."""
    agents = setting.scene.agents
    clause = _clause(count, setting)
    own = [row for row in agents if row[0] >= clause]
    agents = own if own and own[0][0] <= count.end + _CLAUSE else agents
    before = [whom for at, whom, _ in agents if at < count.start]
    tail = (count.noun_at or count.number[1]) + 1
    reach = _CLAUSE if agents is own and clause > setting.start else 8
    after = [(at, whom, strong) for at, whom, strong in agents if tail <= at <= count.end + reach]
    near = [row for row in after if not any(o.measure and count.end <= o.start < row[0] for o in setting.counts)]
    if near and near[0][2]:
        return near[0][1]
    if before:
        return before[-1]
    strong = [whom for at, whom, strong in agents if strong and at >= tail]
    subject = setting.scene.subject
    trigger = setting.page.trigger(count.trigger_at) if count.trigger_at is not None else None
    active = trigger is not None and trigger.shape in ("verb", "any") and trigger.voice == "any"
    unnamed = active and not near and not strong
    unnamed = unnamed or (count.measure not in PEOPLE and not near and not strong and _carried_out(count, setting))
    floor = count.start if count.trigger_at is None else count.trigger_at
    if unnamed and subject is not None and subject[0] < floor <= count.start and can_act(subject[1]):
        return subject[1]
    return near[0][1] if near else (strong[0] if strong else None)


def _carried_out(count: Count, setting: Setting) -> bool:
    """ "US forces working in Iraq have carried out 9 missions": the verb of the events stands right before them."""
    page = setting.page
    verbs = (page.cue(at, "verb") for at in range(count.start - 1, max(setting.start, count.start - 4) - 1, -1))
    return page.form[count.start] < "\u0590" and next((verb for verb in verbs if verb), None) == "action"


_CLAUSE = 16


def _clause(count: Count, setting: Setting) -> int:
    """Where the clause of a count begins: "...، في وقت قتل 11", "، فيما أصيب": what stands before acts elsewhere."""
    form = setting.page.form
    for at in range(count.start - 1, max(setting.start, count.start - _CLAUSE), -1):
        if form[at] in _NEW_CLAUSE or (form[at] == "في" and form[at + 1] in ("وقت", "حين")):
            return at
    return setting.start


def _hit_by_isis(count: Count, setting: Setting, thread: Thread) -> bool:
    """Whether it was ISIS that harmed soldiers; behind strikes from the air in their sentence it was not."""
    page = setting.page
    nouns = (page.noun(at) for at in page.within(setting.start, count.start))
    from_air = any(noun is not None and noun.kind == "event" and noun.value == "strikes" for noun in nouns)
    return _isis_attack(setting) or (thread.attacker == ISIS and not from_air)


def _isis_attack(setting: Setting) -> bool:
    if any(whom == ISIS for _, whom, _ in setting.scene.agents):
        return True
    if not setting.scene.agents and any(
        (noun := setting.page.noun(at)) is not None and noun.kind == "event" and noun.value in ("attacks", "ambush")
        for at in setting.page.within(setting.start, setting.end)
    ):
        return True
    return any(
        part.whom == ISIS and setting.page.form[max(part.start - 1, 0)] in ("هجوم", "attack", "هجمات", "attacks")
        for part in setting.parts
        if setting.start <= part.start < setting.end
    )


def target_slot(count: Count, setting: Setting, thread: Thread, group: str | None, slots: Slots) -> None:
    if _of_both_sides(count, setting) or of_several(count, setting):
        return
    if slots.actor == ISIS:
        if slots.victim == "civilian":
            slots.set("target", _CIVILIAN, "stated", "target-civilians")
        elif slots.victim == "unknown" and group is None and _people(count):
            slots.set("target", _CIVILIAN, "inferred", "target-people-of-no-side")
        return
    caught = (
        count.measure in ("detained", "surrendered") and (count.noun is None or count.others) and setting.against_isis
    )
    if slots.victim == "civilian" and not caught:
        slots.set("target", _CIVILIAN, "stated", "target-civilians")
    elif slots.victim == "security":
        return
    elif group is not None and group != ISIS and count.measure in PEOPLE:
        slots.set("target", group, "stated", "target-group")
    elif group == ISIS:
        slots.set("target", ISIS, "stated", "target-group")
    elif slots.victim == "unknown" and thread.last_target == _CIVILIAN and _nameless(count):
        slots.set("target", _CIVILIAN, "carried", "target-of-last-toll")
    elif (
        slots.victim == "unknown"
        and not count.others
        and _people(count)
        and (not setting.against_isis or (setting.civilians and side_of(slots.actor) in ("coalition", "")))
    ):
        slots.set("target", _CIVILIAN, "inferred", "target-people-of-no-side")
    elif setting.against_isis:
        slots.set("target", ISIS, "carried", "target-of-report")


def _people(count: Count) -> bool:
    """People killed or hurt of whom no side is said: "12 شخصا", "32 people"."""
    told = count.noun is not None and count.noun.kind == "person" and not count.partitive
    return told and count.measure in ("killed", "wounded")


def _nameless(count: Count) -> bool:
    """A toll that names no people: "the number is 457", قتيلين."""
    return count.measure in ("killed", "wounded") and (
        count.noun is None or count.noun.kind == "casualty" or any(rule.startswith("tally") for rule in count.rules)
    )
