"""Who did it, where a report only says who tells of it: "the SDF announced the arrest of nine"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.able import LOCAL, acts, answers, body_of, strikes
from hasila.reading.bodies import actor_of, police_at
from hasila.reading.case import Answer, Case
from hasila.reading.cast import ISIS, side_of
from hasila.reading.hunted import arrested_by_hunters
from hasila.reading.spared import attacks, on_mission, run_by_forces

_HAD = markers("had-before")


def announced(case: Case) -> Answer | None:
    """Whoever announces a deed without an author did it: "the SDF announced the arrest of nine"."""
    claims, count = case.setting.scene.claims, case.count
    if not claims:
        return None
    told = next((whom for at, whom, _ in reversed(claims) if at < count.start), claims[-1][1])
    if told == ISIS:
        hurt = not case.isis_hit and count.measure in ("killed", "wounded", "casualties")
        own = case.group is None and (hurt or count.measure == "attacks")
        return (ISIS, "inferred", "announces-own-act") if own else None
    trigger = case.setting.page.trigger(count.trigger_at) if count.trigger_at is not None else None
    own = _own_militants(case, told)
    if trigger is None or not (case.isis_hit or own or arrested_by_hunters(count, case.setting)):
        return None
    if trigger.shape == "before" and claims[-1][0] < count.start and strikes(told):
        return told, "inferred", "announces-own-act"
    # the strikes of others, told before, caught nobody; "وكان الجهاز قد أعلن القبض على"
    recalled = case.setting.page.form[case.setting.start] in _HAD
    own_deed = strikes(told) and (recalled or count.measure == "detained")
    if (arm := _arm_told(case, told)) is not None:
        return arm, "carried", "actor-carried"
    nominal = trigger.shape == "masdar" and acts(told) and (own_deed or case.thread.op_actor in (None, ISIS))
    return (body_of(told), "inferred", "announces-own-act") if nominal else None


def of_subject(case: Case) -> Answer | None:
    """ "قوة من قسد عمدت إلى مداهمة القرية، حيث أسفرت الحملة عن اعتقال اثنين": the force that a sentence is about did
    what came of it, where nobody else acts."""
    scene, count, page = case.setting.scene, case.count, case.setting.page
    at = count.trigger_at
    if scene.subject is None or scene.agents or at is None or not scene.subject[0] < at < count.start:
        return None
    whom = scene.subject[1]
    if not strikes(whom) or any(teller == whom for _, teller, _ in scene.claims):
        return None
    came = any(page.cue(k, "verb") == "outcome" for k in range(max(scene.subject[0], at - _OUTCOME), at))
    hunted = count.measure == "detained" or case.isis_hit
    return (whom, "inferred", "subject-of-sentence") if came and hunted and whom != case.group else None


_OUTCOME = 4


def befell(case: Case) -> Answer | None:
    """ "تعرضت قسد لـ31 هجوماً": those who hunt ISIS are attacked by it, where nobody else is named."""
    page, count, setting = case.setting.page, case.count, case.setting
    if count.measure != "attacks" or case.own is not None or not setting.against_isis:
        return None
    at = page.first(_SUFFERED, setting.start, count.start)
    hunters = (part for part in setting.parts if at is not None and at < part.start < count.start)
    hit = any(side_of(part.whom) in LOCAL or part.own for part in hunters)
    return (ISIS, "inferred", "attacks-on-hunters") if hit else None


_SUFFERED = markers("suffered")


def _arm_told(case: Case, told: str | None) -> str | None:
    """ "قال المتحدث إن جهاز مكافحة الإرهاب اعتقل ثلاثة. وأضاف أنه تم القبض على خمسة": the arm of the forces that
    acted last."""
    arm = case.thread.actor
    last = actor_of(arm) if told in _WHOLE and arm != told else None
    return arm if last is not None and last.cls == "service" and last.side == side_of(told) else None


_WHOLE = frozenset({"Iraqi Security Forces"})


def _own_militants(case: Case, told: str | None) -> bool:
    """ "أعلن الجيش المصري مقتل ثمانية إرهابيين": the militants of whom an army tells are its own foes."""
    return told is not None and case.slots.victim == "militant" and case.group is None and strikes(told)


def _own_arrests(case: Case, stater: str | None) -> bool:
    """ "The interior ministry announced that 161 suspects were captured in raids": a state that tells of arrests made
    them, where nobody else has acted."""
    actor = actor_of(stater)
    if case.count.measure != "detained" or actor is None or case.thread.actor not in (None, ISIS):
        return False
    return actor.cls != "group" and case.slots.victim not in ("civilian", "security") and actor.side != "isis"


def _police_of(stater: str) -> str | None:
    """Who arrests where a ministry of the interior abroad tells of it: Turkey's -> Turkish police."""
    actor = actor_of(stater)
    abroad = actor is not None and actor.canonical.endswith(_INTERIOR) and actor.side == "other"
    return police_at(actor.home) if actor is not None and abroad else None


_INTERIOR = "Ministry of Interior"


def claimant(case: Case) -> Answer | None:
    stater = case.slots.attribution
    bystanders = case.slots.victim == "civilian" and side_of(stater) == "coalition"
    hit = case.isis_hit or _own_militants(case, stater) or _own_arrests(case, stater)
    if stater == ISIS and (case.isis_hit or run_by_forces(case)):
        return None  # nobody tells of what he did to himself
    if case.count.measure == "attacks" and on_mission(case) and not attacks(stater):
        return None
    if stater is None or _counted_again(case) or not (case.event or hit or bystanders):
        return None
    if not answers(stater):
        police = _police_of(stater) if hit and case.count.measure == "detained" else None
        return None if police is None else (police, "inferred", "actor-is-claimant")
    return body_of(stater), "inferred", "actor-is-claimant"


def _counted_again(case: Case) -> bool:
    """ "CENTCOM counted 15 dead. Iraq's military put the number at 14": another number of the same raid."""
    return "tally-of-last" in case.count.rules and case.thread.actor is not None


def of_local_teller(case: Case, handed_on: Answer | None) -> Answer | None:
    """ "The coalition hit Hawija. Iraqi officers said eleven terrorists were killed": local forces tell of their own
    deeds, whoever of another side acted last."""
    if not case.setting.scene.claims or not case.isis_hit or _counted_again(case):
        return None
    told = [whom for at, whom, _ in case.setting.scene.claims if at < case.count.start]
    bodies = case.count.noun is not None and case.count.noun.kind == "casualty"  # found where another's strike fell
    if not told or bodies or side_of(told[-1]) not in LOCAL or not answers(told[-1]):
        return None
    last = None if handed_on is None else handed_on[0]
    elsewhere = last is not None and side_of(last) != side_of(told[-1])
    return (body_of(told[-1]), "inferred", "actor-is-claimant") if elsewhere else None
