"""Who did it: the actor of one figure.

The rules are tried in order of certainty; the first that knows an answer ends the search, also with nobody.
"""

from __future__ import annotations

from dataclasses import dataclass

from hasila.lexicon.markers import markers
from hasila.model import Basis
from hasila.reading.able import own_forces
from hasila.reading.attacks import hit_by_isis, isis_attack
from hasila.reading.authors import agent_near, told_in_attack
from hasila.reading.bodies import actor_of
from hasila.reading.cast import ISIS, side_of
from hasila.reading.count import CLOSE
from hasila.reading.counts import Count
from hasila.reading.hunted import arrested_by_hunters, bombed, laid_by_isis, put_down
from hasila.reading.losses import fallen
from hasila.reading.nations import of_other_army
from hasila.reading.setting import PEOPLE, Setting, Slots
from hasila.reading.target import of_both_sides
from hasila.reading.thread import Thread

_OPPOSED = markers("opposed")
_UNNAMED = markers("unnamed-party")
_CLAUSE = 16
_TELLS = 4
_CAPTIVITY = markers("captivity")


@dataclass(slots=True)
class _Case:
    """A count with what bears on its actor: ``own`` is the agent beside it, ``group`` whose people are counted."""

    count: Count
    setting: Setting
    thread: Thread
    slots: Slots
    group: str | None
    own: str | None

    @property
    def event(self) -> bool:
        return self.count.measure not in PEOPLE

    @property
    def isis_hit(self) -> bool:
        of_nobody_else = self.slots.victim == "militant" and self.group is None and self.setting.relevant
        return self.group == ISIS or of_nobody_else

    @property
    def harmed(self) -> bool:
        """Whether people are hurt who are not the hunted ones."""
        hurt = self.slots.victim == "unknown" and self.count.measure in ("killed", "wounded") and self.own is None
        return hurt or self.slots.victim in ("security", "civilian")


_Answer = tuple[str | None, Basis, str]
_NOBODY: _Answer = (None, "stated", "")
_BY_ISIS: _Answer = (ISIS, "carried", "attack-by-isis")


def actor_slot(count: Count, setting: Setting, thread: Thread, group: str | None, slots: Slots) -> None:
    own = agent_near(count, setting)
    flown = count.measure == "strikes" and own == ISIS  # which has no air force
    case = _Case(count, setting, thread, slots, group, None if flown else own)
    for rule in _RULES:
        answer = rule(case)
        if answer is not None:
            slots.set("actor", *answer)
            return


def _of_both(case: _Case) -> _Answer | None:
    return _NOBODY if of_both_sides(case.count, case.setting) else None


def _of_others(case: _Case) -> _Answer | None:
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


def _captor(case: _Case) -> _Answer | None:
    """ "وقع عنصران في أسر التنظيم": whoever holds people is not one of them, whatever they are called."""
    form, end = case.setting.page.form, case.count.end
    if not case.setting.page.has(_CAPTIVITY, end + 1, end + _TELLS):
        return None
    for part in case.setting.parts:
        if end + 2 <= part.start <= end + _TELLS and part.whom and form[part.start - 1] in _CAPTIVITY:
            return (part.whom, "stated", "captor") if form[part.start - 2] == "في" else None
    return None


def _of_event(case: _Case) -> _Answer | None:
    """ "12 ISIS attacks", "18 US-only operations": the words of the event itself."""
    flown = case.count.measure == "strikes" and case.group == ISIS  # "وجّه ضربتين لداعش": to whom
    if case.event and case.group is not None and not flown and not _against(case.count, case.setting):
        return case.group, "stated", "agent-of-event"
    only = case.event and _us_only(case.count, case.setting)
    return ("US forces", "stated", "us-only") if only else None


def _of_tally(case: _Case) -> _Answer | None:
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
    return (whom, "stated", "agent-of-event") if whom is not None and _acts(whom) else None


def _of_owner(case: _Case) -> _Answer | None:
    """ "قالت القيادة إن تنظيم داعش تبنى 118 هجوماً": who claims an attack made it, whoever passes the claim on."""
    page, at = case.setting.page, case.count.start
    if case.count.measure != "attacks":
        return None
    verb = next((k for k in range(at - 1, max(case.setting.start, at - 3), -1) if page.form[k] in _OWNING_UP), None)
    whom = next((part.whom for part in case.setting.parts if part.end == verb and not part.mention.prep), None)
    return (whom, "stated", "owned-up") if whom is not None else None


_OWNING_UP = markers("owning-up")


def _of_share(case: _Case) -> _Answer | None:
    """ "blames the army for 21 of the deaths, the SDF for four", "the police made 46, the SDF 37": whoever stands right
    before a number; "نصيب التنظيم 17 منهم": whose share it is."""
    page, at = case.setting.page, case.count.start
    if case.event or case.group is not None or at - 2 < case.setting.start:
        return None
    blamed = page.form[at - 1] == "for" and not _BLAMED.isdisjoint(page.form[case.setting.start : at])
    dealt = case.setting.parts if page.where(_SHARE_OF) else ()
    share = next((part.whom for part in dealt if part.end == at and page.before(part.start) in _SHARE_OF), None)
    if share is not None and _acts(share):
        return share, "stated", "actor-of-share"
    if not blamed and not any("gapping" in other.rules for other in case.setting.counts):
        return None
    at -= page.form[at - 1] == "for" or page.form[at - 1] in _DID
    at -= page.form[at - 1] in CLOSE
    whom = next((part.whom for part in case.setting.parts if part.end == at), None)
    return (whom, "stated", "actor-of-share") if whom is not None and _acts(whom) else None


_BLAMED = markers("blame-verb")
_DID = markers("did-verb")
_SHARE_OF = markers("share-of")


def _of_soldiers(case: _Case) -> _Answer | None:
    """Soldiers who fight ISIS were hit by it, or by nobody who is told; not by those who count them."""
    friendly = side_of(case.own) in ("coalition", "iraq", "syria", "sdf", "")
    if not (case.slots.victim == "security" and case.setting.relevant and case.group != ISIS and friendly):
        return None
    if case.own is not None and of_other_army(case.setting.page, case.count.noun_at):
        return None
    hit = hit_by_isis(case.count, case.setting, case.thread) or fallen(case.count, case.setting)
    hit = hit or told_in_attack(case.count, case.setting) > case.setting.start
    return _BY_ISIS if hit else _NOBODY


def _beside(case: _Case) -> _Answer | None:
    """The agent in the sentence, where it can be meant: nobody does it to their own."""
    rival = case.slots.victim == "militant" and side_of(case.own) in ("isis", "jihadist")
    if case.own is None or rival or _only_found(case) or (case.isis_hit and case.own == ISIS) or case.own == case.group:
        return None
    return body_of(case.own), "stated", "agent-in-sentence"


def _only_found(case: _Case) -> bool:
    """ "Iraqi forces discovered the bodies of five fighters": those who find the dead did not kill them, if others
    struck before."""
    count, form = case.count, case.setting.page.form
    found = not _FINDS.isdisjoint(form[max(case.setting.start, count.start - _FIND_REACH) : count.start])
    return found and not _BODIES.isdisjoint(form[count.start - 3 : count.end]) and _handed_on(case) is not None


_FINDS = markers("finds")
_BODIES = markers("body")
_FIND_REACH = 6


def _under_attack(case: _Case) -> _Answer | None:
    """Soldiers and bystanders in the story of an attack."""
    raided = isis_attack(case.count, case.setting) or (
        case.thread.attacker == ISIS and case.thread.hunter is None and not _of_operations(case)
    )
    if not (case.slots.victim == "security" or (case.harmed and not case.isis_hit and raided)) or put_down(
        case.count, case.setting, case.slots.victim
    ):
        return None
    told = case.setting.relevant or case.thread.attacker == ISIS
    told = told or any(whom == ISIS for _, whom, _ in case.setting.scene.agents)
    ours = told and side_of(case.group) != "isis"
    return _BY_ISIS if ours and hit_by_isis(case.count, case.setting, case.thread) else _NOBODY


def _of_operations(case: _Case) -> bool:
    """ "They speak of 313 operations; 686 dead": the dead are of what was counted before them."""
    before = (other for other in case.setting.counts if other.end <= case.count.start)
    return any(other.measure in ("operations", "strikes") for other in before)


def _in_an_attack(case: _Case) -> _Answer | None:
    """ "after an attack that killed three Americans": not by whoever answered it."""
    told = told_in_attack(case.count, case.setting) > case.setting.start
    if not told or case.own is not None or case.isis_hit:
        return None
    return _BY_ISIS if case.setting.relevant else _NOBODY


def _announced(case: _Case) -> _Answer | None:
    """Whoever announces a deed without an author did it: "the SDF announced the arrest of nine"."""
    claims, count = case.setting.scene.claims, case.count
    if not claims:
        return None
    told = claims[-1][1]
    if told == ISIS:
        hurt = not case.isis_hit and count.measure in ("killed", "wounded", "casualties")
        own = case.group is None and (hurt or count.measure == "attacks")
        return (ISIS, "inferred", "announces-own-act") if own else None
    trigger = case.setting.page.trigger(count.trigger_at) if count.trigger_at is not None else None
    own = _own_militants(case, told)
    if trigger is None or not (case.isis_hit or own or arrested_by_hunters(count, case.setting)):
        return None
    if trigger.shape == "before" and claims[-1][0] < count.start and _strikes(told):
        return told, "inferred", "announces-own-act"
    recalled = case.setting.page.form[case.setting.start] in _HAD and _strikes(told)  # "وكان الجهاز قد أعلن القبض على"
    nominal = trigger.shape == "masdar" and _acts(told) and (case.thread.op_actor in (None, ISIS) or recalled)
    return (body_of(told), "inferred", "announces-own-act") if nominal else None


def _own_militants(case: _Case, told: str | None) -> bool:
    """ "أعلن الجيش المصري مقتل ثمانية إرهابيين": the militants of whom an army tells are its own foes."""
    return told is not None and case.slots.victim == "militant" and case.group is None and _strikes(told)


_HAD = markers("had-before")


def _of_bomb(case: _Case) -> _Answer | None:
    """Whom a bomb hurts, those who hunt ISIS did not hurt."""
    if case.own is not None or case.slots.victim == "militant" or not bombed(case.count, case.setting):
        return None
    return _BY_ISIS if laid_by_isis(case.setting, case.thread) else _NOBODY


def _handed_on(case: _Case) -> _Answer | None:
    """Who acted last, in the paragraph or the report; partners only help, and nobody hits themselves."""
    thread = case.thread
    allies = {whom for _, whom in case.setting.scene.partners}
    for whom, reason in (
        (thread.line_actor, "actor-of-paragraph"),
        (thread.op_actor, "actor-carried"),
        (thread.actor, "actor-carried"),
        (thread.hunter, "hunter-carried"),
    ):
        if whom is None or whom in allies or whom == case.group:
            continue
        if whom == ISIS and (case.isis_hit or allies or _not_of_isis(case)):
            continue
        if case.count.measure == "attacks" and case.setting.relevant and side_of(whom) in _HUNTERS:
            continue  # what the hunters do are operations
        return body_of(whom), "carried", reason
    return None


_HUNTERS = frozenset({"coalition", "iraq", "sdf", "syria"})


def _claimant(case: _Case) -> _Answer | None:
    stater = case.slots.attribution
    bystanders = case.slots.victim == "civilian" and side_of(stater) == "coalition"
    hit = case.isis_hit or _own_militants(case, stater)
    if stater is None or not (case.event or hit or bystanders) or not _answers(stater):
        return None
    return body_of(stater), "inferred", "actor-is-claimant"


_LOCAL = frozenset({"iraq", "syria", "sdf"})


def _of_local_teller(case: _Case) -> _Answer | None:
    """ "The coalition hit Hawija. Iraqi officers said eleven terrorists were killed": local forces tell of their own
    deeds, whoever of another side acted last."""
    if not case.setting.scene.claims or not case.isis_hit:
        return None
    told = [whom for at, whom, _ in case.setting.scene.claims if at < case.count.start]
    bodies = case.count.noun is not None and case.count.noun.kind == "casualty"  # found where another's strike fell
    if not told or bodies or side_of(told[-1]) not in _LOCAL or not _answers(told[-1]):
        return None
    whom = _handed_on(case)
    elsewhere = whom is not None and whom[0] is not None and side_of(whom[0]) != side_of(told[-1])
    return (body_of(told[-1]), "inferred", "actor-is-claimant") if elsewhere else None


_RULES = (
    _of_both,
    _of_others,
    _captor,
    _of_event,
    _of_tally,
    _of_owner,
    _of_share,
    _of_soldiers,
    _beside,
    _under_attack,
    _in_an_attack,
    _announced,
    _of_local_teller,
    _of_bomb,
    _handed_on,
    _claimant,
)


def _not_of_isis(case: _Case) -> bool:
    """Whether what ISIS did before can't go on: strikes from the air, arrests, operations on itself or jointly."""
    if case.count.measure in ("strikes", "detained"):
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
    against = setting.page.form[count.end : count.end + 1] in (["against"], ["on"], ["targeting"])
    return against and any(part.whom == ISIS and 0 < part.start - count.end <= 2 for part in setting.parts)


def body_of(whom: str) -> str:
    """Who acts where a command, ministry or media cell speaks: its forces."""
    actor = actor_of(whom)
    return (actor.acts_through if actor is not None else None) or whom


def _strikes(whom: str) -> bool:
    """Whether an actor is a force in the field, whose announcements are of its own: "the SDF announced the arrest"."""
    actor = actor_of(whom)
    return actor is not None and actor.kind == "force" and actor.cls in ("forces", "service") and actor.side != "isis"


def _acts(whom: str) -> bool:
    actor = actor_of(whom)
    return (
        actor is not None
        and actor.kind in ("force", "organisation")
        and actor.cls in ("forces", "command", "coalition", "service", "group")
    )


def _answers(whom: str) -> bool:
    """Whether what an actor tells of is its own doing, or that of the local forces under it."""
    return _acts(whom) or (side_of(whom) in _LOCAL and body_of(whom) != whom)
