"""The slots of one figure: who, against whom, with whom, where, when, and who says so, each with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field

from hasila.lexicon.names import actors
from hasila.model import Basis, Mode, Period, Place, Victim
from hasila.reading.cast import ISIS, Part, side_of
from hasila.reading.counts import Count
from hasila.reading.page import Page
from hasila.reading.roles import Scene
from hasila.reading.thread import Thread
from hasila.reading.when import Moment, moment_of
from hasila.reading.where import Spot, place_of

PEOPLE = frozenset({"killed", "wounded", "detained", "abducted", "surrendered", "casualties"})
_MODE_REACH = 5
_CIVILIAN = "civilians"


@dataclass(slots=True)
class Slots:
    """Slot values with their basis and the reasons, in the order in which they were filled."""

    victim: Victim | None = None
    actor: str | None = None
    target: str | None = None
    partners: tuple[str, ...] = ()
    mode: Mode | None = None
    place: Place | None = None
    period: Period | None = None
    attribution: str | None = None
    basis: dict[str, Basis] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)

    def set(self, slot: str, value: object, basis: Basis, reason: str) -> None:
        if value is not None:
            setattr(self, slot, value)
            self.basis[slot] = basis
            self.reasons.append(f"{slot}:{reason}")


@dataclass(slots=True)
class Setting:
    """What is known of the sentence around a figure."""

    page: Page
    parts: list[Part]
    scene: Scene
    spots: list[Spot]
    moments: list[Moment]
    counts: list[Count]
    start: int
    end: int
    relevant: bool
    stretch: Period | None = None


def fill(count: Count, setting: Setting, thread: Thread) -> Slots:
    """Fill the slots of a bound count from its sentence, and from the thread what the sentence leaves out."""
    slots = Slots()
    _attribution(count, setting, thread, slots)
    group = _group(count, setting)
    _victim(count, setting, group, slots)
    _actor(count, setting, thread, group, slots)
    _target(count, setting, group, slots)
    _mode(count, setting, thread, slots)
    _where(count, setting, thread, slots)
    _when(count, setting, thread, slots)
    return slots


# --- who says so -------------------------------------------------------------------------------------------------


def _attribution(count: Count, setting: Setting, thread: Thread, slots: Slots) -> None:
    before = [(at, whom) for at, whom, _ in setting.scene.claims if at < count.start]
    after = [(at, whom) for at, whom, accord in setting.scene.claims if at >= count.end and accord]
    if after and not any(other.start >= count.end and other.measure and other.start < after[0][0] and other.start - count.end > 12 for other in setting.counts):
        near = before and count.start - before[-1][0] <= 6
        if not before or not near:
            slots.set("attribution", after[0][1], "stated", "according-to")
            return
    if before:
        slots.set("attribution", before[-1][1], "stated", "said-by")
    elif not before and setting.scene.claims and not setting.scene.claims[0][2] and setting.page.form[count.start] < "\u0590":
        slots.set("attribution", setting.scene.claims[0][1], "stated", "said-by-after")
    else:
        slots.set("attribution", thread.claimant, "carried", "claimant-carried")


# --- victims -----------------------------------------------------------------------------------------------------


def _group(count: Count, setting: Setting) -> str | None:
    if count.noun is not None and count.noun.group:
        return count.noun.group
    if count.group is None:
        return None
    return next((part.whom for part in setting.parts if part.mention is count.group or part.start == count.group.start), None)


_FORCES = frozenset({"forces", "command", "service", "coalition"})


def _victim(count: Count, setting: Setting, group: str | None, slots: Slots) -> None:
    if count.measure not in PEOPLE:
        return
    noun = count.noun
    side = side_of(group)
    if group is not None and (side in ("isis", "jihadist") or (actors()[group].cls == "group" if group in actors() else False)):
        slots.set("victim", "militant", "stated", "victim-of-group")
    elif group is not None and group in actors() and actors()[group].cls in _FORCES:
        slots.set("victim", "security", "stated", "victim-of-force")
    elif noun is not None and noun.kind == "person" and noun.value in ("militant", "security", "civilian"):
        value = _belonging(count, setting) or noun.value
        slots.set("victim", value, "stated", "victim-of-noun")
    else:
        value = _belonging(count, setting)
        slots.set("victim", value or "unknown", "stated" if value else "inferred", "victim-open" if value is None else "victim-of-complement")


_SECURITY_WORDS = frozenset(
    "الشرطه الجيش الامن الحرس البيشمركه البحريه الجنود المارينز الحمايه حمايه حرس شرطه الصحوه الدرك جنود ضباط عسكريين military police army security".split()
)
_CIVILIAN_WORDS = frozenset("المدنيين المواطنين المتظاهرين المصلين النساء الاطفال الصحافيين الحجاج العمال الطلاب الاجانب عائلته ابنائه civilians civilian".split())
_MILITANT_WORDS = frozenset("القاعده طالبان المسلحين الارهابيين المتمردين المقاتلين الدواعش متشددين حماس المهاجمين القاعده'".split())


def _belonging(count: Count, setting: Setting) -> Victim | None:
    """Whose people they are, by the words right after the noun: عناصر الشرطة, رجال الجيش."""
    page = setting.page
    at = count.noun_at if count.noun_at is not None else count.number[1]
    for k in range(at, min(setting.end, max(count.end, at + 1) + 2)):
        form = page.form[k].lstrip("و")
        if form in _SECURITY_WORDS:
            return "security"
        if form in _CIVILIAN_WORDS:
            return "civilian"
        if form in _MILITANT_WORDS:
            return "militant"
        noun = page.noun(k)
        if k > at and noun is not None and noun.kind == "person" and noun.value in ("security", "civilian", "militant") and not page.conj[k]:
            return noun.value  # type: ignore[return-value]
        if page.trigger(k) is not None:
            break
    return None


# --- who did it --------------------------------------------------------------------------------------------------


def _actor(count: Count, setting: Setting, thread: Thread, group: str | None, slots: Slots) -> None:
    own = _agent_near(count, setting)
    against_isis = group == ISIS or slots.victim == "militant" or count.measure in ("operations", "strikes")
    harmed = slots.victim in ("security", "civilian")
    if own is not None and not (own == ISIS and group == ISIS):
        slots.set("actor", own, "stated", "agent-in-sentence")
        return
    if harmed and setting.relevant and _isis_attack(setting) and side_of(group) != "isis":
        slots.set("actor", ISIS, "carried", "attack-by-isis")
        return
    if thread.actor == ISIS and (group == ISIS or slots.victim == "militant"):
        return
    if thread.actor is not None and (against_isis or count.measure in PEOPLE):
        slots.set("actor", thread.actor, "carried", "actor-carried")
    elif against_isis and slots.attribution is not None and _acts(slots.attribution):
        slots.set("actor", slots.attribution, "inferred", "actor-is-claimant")


def _acts(whom: str) -> bool:
    actor = actors().get(whom)
    return actor is not None and actor.kind in ("force", "organisation") and actor.cls in ("forces", "command", "coalition", "service", "group")


def _agent_near(count: Count, setting: Setting) -> str | None:
    """The agent of a count: the one bound to its own action, else the last before it, else one right after it."""
    agents = setting.scene.agents
    before = [whom for at, whom in agents if at < count.start]
    page = setting.page
    after = [(at, whom) for at, whom in agents if count.end <= at <= count.end + 6 and not any(o.measure and count.end <= o.start < at for o in setting.counts)]
    if after and (page.form[after[0][0] - 1] in ("by", "قبل", "يد", "ايدي") or setting.page.lex[after[0][0]].prep == "ل"):
        return after[0][1]
    if before:
        return before[-1]
    return after[0][1] if after else None


def _isis_attack(setting: Setting) -> bool:
    return any(whom == ISIS for _, whom in setting.scene.agents) or any(
        part.whom == ISIS and setting.page.form[part.start - 1] in ("هجوم", "attack", "هجمات", "attacks") for part in setting.parts if setting.start <= part.start < setting.end
    )


def _target(count: Count, setting: Setting, group: str | None, slots: Slots) -> None:
    if slots.actor == ISIS:
        if slots.victim == "civilian":
            slots.set("target", _CIVILIAN, "stated", "target-civilians")
        return
    if slots.victim == "civilian":
        slots.set("target", _CIVILIAN, "stated", "target-civilians")
    elif slots.victim == "security":
        return
    elif group is not None and group != ISIS:
        slots.set("target", group, "stated", "target-group")
    elif group == ISIS:
        slots.set("target", ISIS, "stated", "target-group")
    elif setting.relevant:
        slots.set("target", ISIS, "carried", "target-of-report")


# --- with whom ---------------------------------------------------------------------------------------------------


def _mode(count: Count, setting: Setting, thread: Thread, slots: Slots) -> None:
    page, scene = setting.page, setting.scene
    near = range(max(setting.start, count.start - 2), min(setting.end, count.end + _MODE_REACH))
    mode = None
    if count.measure not in PEOPLE:
        for at in near:
            if any(o.start <= at < o.end and o is not count for o in setting.counts):
                break
            mode = page.cue(at, "mode")
            if mode is not None:
                break
        mode = mode or _mode_inside(page, count)
    partners = tuple(sorted({whom for _, whom in scene.partners if whom != slots.actor and whom != ISIS}))
    if mode == "unilateral":
        slots.set("mode", "unilateral", "stated", "mode-word")
        return
    if partners and slots.actor != ISIS:
        slots.set("partners", partners, "stated", "with")
    if mode == "partnered" or partners or scene.joint:
        slots.set("mode", "partnered", "stated", "mode-word" if mode else "with")
        if not partners and thread.partners and thread.actor == slots.actor and count.measure in PEOPLE:
            slots.set("partners", thread.partners, "carried", "partners-carried")
    elif thread.mode is not None and thread.age <= 2 and slots.actor == thread.actor:
        slots.set("mode", thread.mode, "carried", "mode-carried")
        if thread.partners:
            slots.set("partners", thread.partners, "carried", "partners-carried")


def _mode_inside(page: Page, count: Count) -> str | None:
    return next((mode for at in range(count.start, count.end) if (mode := page.cue(at, "mode"))), None)


# --- where and when ----------------------------------------------------------------------------------------------


def _where(count: Count, setting: Setting, thread: Thread, slots: Slots) -> None:
    if thread.columns:
        measured = [c for c in setting.counts if c.measure]
        if len(measured) % len(thread.columns) == 0:
            index = [c is count for c in measured].index(True)
            slots.set("place", thread.columns[index % len(thread.columns)], "carried", "column-of-list")
            return
    spot = place_of(setting.page, count, setting.counts, setting.spots, setting.start, setting.end)
    if spot is not None:
        slots.set("place", spot.place, "stated", "place-in-sentence")
    elif setting.stretch is not None and thread.period is not None and setting.stretch != thread.period and thread.main_place:
        slots.set("place", thread.main_place, "carried", "place-of-report")
    elif thread.place is not None:
        slots.set("place", thread.place, "carried", "place-carried")
    elif slots.actor in actors() and actors()[slots.actor].home:
        home = actors()[slots.actor].home or ""
        slots.set("place", Place(home, home, home), "inferred", "home-of-actor")


def _when(count: Count, setting: Setting, thread: Thread, slots: Slots) -> None:
    moment = moment_of(setting.page, count, setting.counts, setting.moments, setting.start, setting.end)
    if moment is not None and moment.period is not None:
        slots.set("period", moment.period, "resolved" if moment.period.basis.startswith("resolved") else "stated", "date-in-sentence")
    elif moment is not None and moment.mention.shape == "relative" and thread.period is not None:
        slots.set("period", thread.period, "carried", "same-period")
    elif moment is None and thread.period is not None:
        slots.set("period", thread.period, "carried", "period-carried")
