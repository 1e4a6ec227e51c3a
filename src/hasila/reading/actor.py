"""Who did it: the actor of one figure.

The rules are tried in order of certainty; the first that knows an answer ends the search, also with nobody.
"""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.able import LOCAL, acts, body_of, own_forces
from hasila.reading.actorshares import of_owner, of_part, of_share
from hasila.reading.admissions import admitted
from hasila.reading.announcers import announced, befell, claimant, of_local_teller, of_subject
from hasila.reading.attacks import fought_isis, hit_by_isis, isis_attack
from hasila.reading.authors import agent_near, blamed, told_in_attack
from hasila.reading.bodies import actor_of
from hasila.reading.case import Answer, Case
from hasila.reading.cast import ISIS, side_of
from hasila.reading.counts import Count
from hasila.reading.executions import executed
from hasila.reading.governors import BE, is_arabic
from hasila.reading.hunted import arrested_by_hunters, bombed, laid_by_isis, put_down
from hasila.reading.losses import fallen
from hasila.reading.nations import of_other_army
from hasila.reading.ofstrikes import of_the_strikes
from hasila.reading.ownhurt import avenged, of_martyrs, of_own_country, of_teller
from hasila.reading.setting import PEOPLE, Setting, Slots
from hasila.reading.spared import attackers, on_mission, run_by_forces, spared, told_by_coalition
from hasila.reading.spots import EACH
from hasila.reading.target import aimed_at, of_both_sides
from hasila.reading.thread import Thread

_OPPOSED = markers("opposed")
_UNNAMED = markers("unnamed-party")
_CLAUSE = 16
_TELLS = 4
_CAPTIVITY = markers("captivity")


_NOBODY: Answer = (None, "stated", "")
_BY_ISIS: Answer = (ISIS, "carried", "attack-by-isis")


def actor_slot(count: Count, setting: Setting, thread: Thread, group: str | None, slots: Slots) -> None:
    own = agent_near(count, setting)
    flown = count.measure == "strikes" and own == ISIS  # which has no air force
    flown = flown or (count.measure == "detained" and own in _FLY)  # nobody is caught from the air
    flown = flown or (own == ISIS and count.measure not in PEOPLE and aimed_at(count, setting) == ISIS)
    case = Case(count, setting, thread, slots, group, None if flown else own, count.measure not in PEOPLE)
    for rule in _RULES:
        answer = rule(case)
        if answer is not None:
            slots.set("actor", *answer)
            return


def _of_both(case: Case) -> Answer | None:
    return _NOBODY if of_both_sides(case.count, case.setting) else None


def _of_others(case: Case) -> Answer | None:
    """ "82 مدنياً على يد جهات أخرى": by whom nobody knows, and surely not whoever was named before."""
    form, end = case.setting.page.form, case.count.end
    stop = min(case.setting.end - 2, end + _CLAUSE)
    for at in range(end, stop) if case.setting.page.has(_BY_HAND, end + 1, stop + 1) else ():
        if any(other.start <= at < other.end and not other.subset and not other.conj for other in case.setting.counts):
            return None
        if form[at] == "علي" and form[at + 1] in _BY_HAND and form[at + 2] in _UNNAMED:
            return _NOBODY
    return None


_BY_HAND = frozenset({"يد", "ايدي"})


def _captor(case: Case) -> Answer | None:
    """ "وقع عنصران في أسر التنظيم": whoever holds people is not one of them, whatever they are called."""
    form, end = case.setting.page.form, case.count.end
    if not case.setting.page.has(_CAPTIVITY, end + 1, end + _TELLS):
        return None
    for part in case.setting.parts:
        if end + 2 <= part.start <= end + _TELLS and part.whom and form[part.start - 1] in _CAPTIVITY:
            return (part.whom, "stated", "captor") if form[part.start - 2] == "في" else None
    return None


def _of_event(case: Case) -> Answer | None:
    """ "12 ISIS attacks", "18 US-only operations": the words of the event itself."""
    flown = case.count.measure == "strikes" and case.group == ISIS  # "وجّه ضربتين لداعش": to whom
    if case.event and case.group is not None and not flown and not _against(case.count, case.setting):
        return case.group, "stated", "agent-of-event"
    only = case.event and _us_only(case.count, case.setting)
    return ("US forces", "stated", "us-only") if only else None


def _foiled(case: Case) -> Answer | None:
    """ "أحبطت 47 عملية": what the hunters of ISIS foil is its own."""
    foiled = case.count.modality == "prevented" and case.event and case.setting.against_isis
    return (ISIS, "inferred", "foiled-by-hunters") if foiled and side_of(case.own) in _HUNTERS_OR_NOBODY else None


def _of_pronoun(case: Case) -> Answer | None:
    """ "نشاط خلايا داعش ... إذ سجّل لها 192 عملية", "47 عملية له أُحبطت": a group that a pronoun gives the events to."""
    if not case.event:
        return None
    form, count = case.setting.page.form, case.count
    before = case.setting.start < count.start - 1 and form[count.start - 1] in _ITS
    if not (before or (count.end < len(form) and form[count.end] in _ITS)):
        return None
    named = (p.whom for p in reversed(case.setting.parts) if p.start < count.start and p.cls == "group" and p.whom)
    whom = next(named, None)
    return (whom, "stated", "owner-of-event") if whom is not None else None


_ITS = markers("its-own-to")


def _of_tally(case: Case) -> Answer | None:
    """ "put the operations of its forces at 22", "the number of raids by the army rose to 22": whose events are
    counted, behind their noun."""
    at, form = case.count.trigger_at, case.setting.page.form
    if at is None or not case.event or "tally-event" not in case.count.rules or form[at + 1] not in ("of", "by"):
        return None
    part = next((part for part in case.setting.parts if at + 2 <= part.start <= at + 3), None)
    if part is None:
        return None
    subject = case.setting.scene.subject
    owner = subject[1] if subject is not None else case.slots.attribution
    whom = own_forces(owner) if part.own else part.whom
    return (whom, "stated", "agent-of-event") if whom is not None and acts(whom) else None


def _blamed(case: Case) -> Answer | None:
    whom = blamed(case.count, case.setting) if case.count.measure in PEOPLE else None
    return (whom, "stated", "blamed-for-attack") if whom is not None else None


def _of_soldiers(case: Case) -> Answer | None:
    """Soldiers who fight ISIS were hit by it, or by nobody who is told; not by those who count them."""
    if case.slots.victim != "security" or case.group == ISIS:
        return None
    fought = fought_isis(case.count, case.setting)
    if fought and (case.own is None or of_own_country(case)):
        return _BY_ISIS
    if not case.setting.relevant or side_of(case.own) not in _HUNTERS_OR_NOBODY:
        return None
    if case.own is not None and of_other_army(case.setting.page, case.count.noun_at):
        return None
    hit = hit_by_isis(case.count, case.setting, case.thread) or fallen(case.count, case.setting)
    hit = hit or fought or told_in_attack(case.count, case.setting) > case.setting.start
    return _BY_ISIS if hit else _NOBODY


def _beside(case: Case) -> Answer | None:
    """The agent in the sentence, where it can be meant: nobody does it to their own."""
    if case.own is None:
        return None
    foe = case.group is None or side_of(case.group) in ("isis", "jihadist")
    rival = case.slots.victim == "militant" and side_of(case.own) in ("isis", "jihadist") and foe
    if (other := _of_found(case)) is not None:
        return other, "stated", "agent-in-sentence"
    itself = (rival or (case.isis_hit and case.own == ISIS)) and not _subject_of(case)
    arrests = case.own == ISIS and _caught(case) and not _subject_of(case)
    if itself or arrests or _only_found(case) or case.own == case.group:
        return None
    return body_of(case.own), "stated", "agent-in-sentence"


def _subject_of(case: Case) -> bool:
    """ "كما قتل التنظيم 19 مقاتلاً من الفصائل": the group right between the deed and those to whom it did it."""
    at, count = case.count.trigger_at, case.count
    return at is not None and any(
        part.whom == case.own and part.start == at + 1 and part.end <= count.start <= part.end + 2
        for part in case.setting.parts
    )


def _caught(case: Case) -> bool:
    """ "Security forces break up an ISIS cell, hold six members": ISIS catches soldiers and bystanders, not members."""
    page, at = case.setting.page, case.count.trigger_at or 0
    first = any(pos < at and whom == ISIS for pos, whom, _ in case.setting.scene.agents)
    active = first and page.form[at] < "\u0590" and page.before(at) not in BE  # "its police arrested nine"
    if not active and arrested_by_hunters(case.count, case.setting):
        return True
    named = case.count.noun is not None and case.count.noun.value == "unknown"
    return case.count.measure == "detained" and case.slots.victim in ("unknown", "militant") and not named


def _only_found(case: Case) -> bool:
    """ "Iraqi forces discovered the bodies of five fighters": those who find the dead did not kill them, if others
    struck before."""
    return _found(case) and _handed_on(case) is not None


def _found(case: Case) -> bool:
    count, form = case.count, case.setting.page.form
    found = not _FINDS.isdisjoint(form[max(case.setting.start, count.start - _FIND_REACH) : count.start])
    return found and not _BODIES.isdisjoint(form[count.start - 3 : count.end])


def _of_found(case: Case) -> str | None:
    """ "عثرت القوات على جثتي مزارعين بعد اختطافهما على يد عناصر من التنظيم": by whom it is told, not who found them."""
    told = (whom for at, whom, strong in case.setting.scene.agents if strong and at >= case.count.end)
    other = next(told, None)
    return other if other not in (None, case.own) and _found(case) else None


_FINDS = markers("finds")
_BODIES = markers("body")
_FIND_REACH = 6


def _of_flyers(case: Case) -> Answer | None:
    """ "Coalition jets have dropped 8,000 munitions, and on Saturday three strikes hit the city": strikes are of those
    whose aircraft are told of before them."""
    page, at = case.setting.page, case.count.start
    if case.count.measure != "strikes" or case.own is not None or is_arabic(page, case.count):
        return None
    here = (part for part in case.setting.parts if case.setting.start <= part.start and part.end < at)
    flown = [part.whom for part in here if page.has(_AIRCRAFT, part.end - 1, part.end + 1)]
    return (flown[-1], "stated", "whose-aircraft") if flown and side_of(flown[-1]) != "isis" else None


_AIRCRAFT = markers("aircraft")


def _under_attack(case: Case) -> Answer | None:
    """Soldiers and bystanders in the story of an attack."""
    raided = case.slots.victim == "security" or (case.harmed and not case.isis_hit and _raided(case))
    if not raided or put_down(case.count, case.setting, case.slots.victim):
        return None
    told = case.setting.relevant or case.thread.attacker == ISIS
    scene = case.setting.scene
    told = told or any(whom == ISIS for _, whom, _ in (*scene.agents, *scene.claims))
    ours = told and side_of(case.group) != "isis"
    return _BY_ISIS if ours and hit_by_isis(case.count, case.setting, case.thread) else _NOBODY


def _raided(case: Case) -> bool:
    """Whether ISIS attacked, here or in what was told before."""
    before = case.thread.attacker == ISIS and case.thread.hunter is None
    return isis_attack(case.count, case.setting) or (before and not _of_operations(case))


def _of_operations(case: Case) -> bool:
    """ "They speak of 313 operations; 686 dead": the dead are of what was counted before them."""
    before = (other for other in case.setting.counts if other.end <= case.count.start)
    return any(other.measure in ("operations", "strikes") for other in before)


def _in_an_attack(case: Case) -> Answer | None:
    """ "after an attack that killed three Americans": not by whoever answered it."""
    if case.own is not None or case.isis_hit or told_in_attack(case.count, case.setting) <= case.setting.start:
        return None
    return _BY_ISIS if case.setting.relevant else _NOBODY


def _of_bomb(case: Case) -> Answer | None:
    """Whom a bomb hurts, those who hunt ISIS did not hurt."""
    if case.own is not None or case.slots.victim == "militant" or not bombed(case.count, case.setting):
        return None
    return _BY_ISIS if laid_by_isis(case.setting, case.thread) else _NOBODY


def _handed_on(case: Case) -> Answer | None:
    """Who acted last, in the paragraph or the report; partners only help, and nobody hits themselves."""
    thread = case.thread
    allies = {whom for _, whom in case.setting.scene.partners}
    for whom, reason in (
        (thread.line_actor, "actor-of-paragraph"),
        (thread.op_actor, "actor-carried"),
        (thread.actor, "actor-carried"),
        (thread.hunter, "hunter-carried"),
        (thread.opener, "first-of-report"),
    ):
        if whom is None or whom in allies or whom == case.group or (whom in _FLY and _by_land(case)):
            continue
        if whom == ISIS and (case.isis_hit or _foes(case) or allies or _not_of_isis(case)):
            continue
        if _abroad(whom, case):
            continue
        if on_mission(case) and (spared(whom, case) or told_by_coalition(whom, case)):
            continue
        return body_of(whom), "carried", reason
    return None


def _of_those_told(case: Case) -> Answer | None:
    """ "وقال القائد إن من بين القتلى 18 انتحارياً": a part of the dead was killed by whoever killed them."""
    page, at = case.setting.page, case.count.start - 1
    fallen_before = page.noun(at) if at > case.setting.start and page.lex[at].article else None
    if fallen_before is None or fallen_before.kind != "casualty" or page.form[at - 1] not in _AMONG:
        return None
    return _handed_on(case) or _NOBODY


_AMONG = frozenset({"بين", "ضمن", "عداد"})


def _foes(case: Case) -> bool:
    """Militants of whom no group is named are those whom ISIS counts among its own, not those whom it kills."""
    return case.slots.victim == "militant" and case.group is None


def _by_land(case: Case) -> bool:
    """What those who fly don't go on to do: catch people, run operations."""
    return case.on_ground or case.count.measure == "operations"


def _of_local_teller(case: Case) -> Answer | None:
    return of_local_teller(case, _handed_on(case)) if case.setting.scene.claims and case.isis_hit else None


def _abroad(whom: str, case: Case) -> bool:
    """ "Iraqi forces ran 137 missions. In Syria there were 59": local forces don't go on in the other country."""
    body = actor_of(whom)
    held = case.thread.place
    if body is None or body.side not in LOCAL or held is None or (held.scope in EACH and held.scope != body.home):
        return False
    scopes = {spot.place.scope for spot in case.setting.spots if spot.place.scope in EACH}
    return bool(scopes) and body.home not in scopes


_HUNTERS = frozenset({"coalition", "iraq", "sdf", "syria"})
_HUNTERS_OR_NOBODY = _HUNTERS | {""}
_FLY = frozenset({"Iraqi Air Force", "Iraqi Army Aviation", "US Air Force"})


_RULES = (
    _of_both,
    _of_others,
    _captor,
    executed,
    _of_event,
    _of_pronoun,
    _foiled,
    _of_tally,
    of_owner,
    of_share,
    of_part,
    _blamed,
    admitted,
    avenged,
    _of_soldiers,
    of_teller,
    befell,
    of_martyrs,
    of_the_strikes,
    _beside,
    _of_flyers,
    _under_attack,
    _in_an_attack,
    _of_those_told,
    announced,
    _of_local_teller,
    of_subject,
    _of_bomb,
    attackers,
    _handed_on,
    claimant,
)


def _not_of_isis(case: Case) -> bool:
    """Whether what ISIS did before can't go on: strikes from the air, arrests, operations on itself or jointly."""
    if case.count.measure == "strikes" or case.on_ground:
        return True
    if run_by_forces(case):
        return True
    page = case.setting.page
    joint = any(page.cue(at, "mode") == "partnered" for at in range(case.count.start, case.count.end))
    return case.event and (joint or case.group == ISIS or _on_isis(case.count, case.setting))


def _us_only(count: Count, setting: Setting) -> bool:
    """ "18 US-only operations", "عملية أميركية خالصة"."""
    near = set(setting.page.form[count.start : min(count.end + 2, setting.end)])
    return "خالصه" in near or ("only" in near and not near.isdisjoint({"us", "american"}))


def _against(count: Count, setting: Setting) -> bool:
    """ "48 anti-ISIS operations": the group before the noun is the target."""
    start = count.group.start if count.group is not None else 0
    return start > 0 and setting.page.form[start - 1] in _OPPOSED


def _on_isis(count: Count, setting: Setting) -> bool:
    """ "196 operations against ISIS"."""
    if count.measure == "operations" and (aimed_at(count, setting) == ISIS or _led_to_arrests(count, setting)):
        return True
    against = setting.page.form[count.end : count.end + 1] in (["against"], ["on"], ["targeting"])
    return against and any(part.whom == ISIS and 0 < part.start - count.end <= 2 for part in setting.parts)


def _led_to_arrests(count: Count, setting: Setting) -> bool:
    """ "four raids leading to eight arrests": those who catch people raid."""
    after = next((other for other in setting.counts if other.start >= count.end), None)
    return after is not None and after.measure == "detained" and after.start - count.end <= _RAID_TO_ARREST


_RAID_TO_ARREST = 6
