"""The slots of one figure: who, against whom, with whom, where, when, and who says so, each with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field

from hasila.lexicon.names import actors
from hasila.lexicon.words import Noun
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
    against_isis: bool = False
    civilians: bool = False


def fill(count: Count, setting: Setting, thread: Thread) -> Slots:
    """Fill the slots of a bound count from its sentence, and from the thread what the sentence leaves out."""
    slots = Slots()
    _attribution(count, setting, thread, slots)
    group = _group(count, setting)
    _victim(count, setting, thread, group, slots)
    _actor(count, setting, thread, group, slots)
    _target(count, setting, thread, group, slots)
    _where(count, setting, thread, slots)
    _mode(count, setting, thread, slots)
    _when(count, setting, thread, slots)
    return slots


# --- who says so -------------------------------------------------------------------------------------------------


def _attribution(count: Count, setting: Setting, thread: Thread, slots: Slots) -> None:
    before = [(at, whom) for at, whom, _ in setting.scene.claims if at < count.start]
    after = [(at, whom) for at, whom, accord in setting.scene.claims if at >= count.end and accord]
    if after and not any(
        other.start >= count.end and other.measure and other.start < after[0][0] and other.start - count.end > 12
        for other in setting.counts
    ):
        near = before and count.start - before[-1][0] <= 6
        if not before or not near:
            slots.set("attribution", after[0][1], "stated", "according-to")
            return
    if before:
        slots.set("attribution", before[-1][1], "stated", "said-by")
    elif (
        not before
        and setting.scene.claims
        and not setting.scene.claims[0][2]
        and setting.page.form[count.start] < "\u0590"
    ):
        slots.set("attribution", setting.scene.claims[0][1], "stated", "said-by-after")
    else:
        slots.set("attribution", thread.claimant, "carried", "claimant-carried")


# --- victims -----------------------------------------------------------------------------------------------------


def _group(count: Count, setting: Setting) -> str | None:
    if count.noun is not None and count.noun.group:
        return count.noun.group
    if count.group is None:
        return _owner(count, setting) if _owned(count, setting) else None
    return next(
        (part.whom for part in setting.parts if part.mention is count.group or part.start == count.group.start), None
    )


def _owner(count: Count, setting: Setting) -> str | None:
    """ "خسر التنظيم تسعة ... ووقع سبعة من أفراده في الأسر": the group's own, where it is the last one named."""
    before = [part.whom for part in setting.parts if part.end <= count.start and part.whom and part.cls != "agency"]
    return ISIS if before and before[-1] == ISIS else None


_NEUTRAL = frozenset("مقاتل مقاتلا مقاتلين مقاتلون عنصر عنصرا عناصر fighter fighters members member".split())


def _neutral(count: Count, setting: Setting) -> bool:
    """Fighters and members are on either side: in the story of an attack they are on the side that was hit."""
    if count.noun is None:
        return True
    return count.noun_at is not None and setting.page.form[count.noun_at].lstrip("و") in _NEUTRAL


_FORCES = frozenset({"forces", "command", "service", "coalition"})


def _victim(count: Count, setting: Setting, thread: Thread, group: str | None, slots: Slots) -> None:
    if count.measure not in PEOPLE:
        return
    noun = count.noun
    if noun is None or (noun.kind == "person" and noun.value == "unknown" and count.others):
        noun = _neighbour_noun(count, setting) or noun
    if (
        noun is count.noun
        and noun is not None
        and noun.value != "civilian"
        and _owned(count, setting)
        and group is None
    ):
        slots.set("victim", "security", "stated", "victim-own-people")
        return
    side = side_of(group)
    if group is not None and (
        side in ("isis", "jihadist") or (actors()[group].cls == "group" if group in actors() else False)
    ):
        slots.set("victim", "militant", "stated", "victim-of-group")
    elif group is not None and group in actors() and actors()[group].cls in _FORCES:
        slots.set("victim", "security", "stated", "victim-of-force")
    elif thread.harmed and group is None and _neutral(count, setting) and count.measure in ("killed", "wounded"):
        slots.set("victim", "security", "carried", "victims-of-the-attack")
    elif noun is not None and noun.kind == "person" and noun.value in ("militant", "security", "civilian"):
        value = _belonging(count, setting) or noun.value
        slots.set("victim", value, "stated", "victim-of-noun")
    else:
        value = _belonging(count, setting)
        slots.set(
            "victim",
            value or "unknown",
            "stated" if value else "inferred",
            "victim-open" if value is None else "victim-of-complement",
        )


_OWN_PEOPLE = ("ه", "ها", "هم", "هما", "نا")


def _owned(count: Count, setting: Setting) -> bool:
    """ "مقاتليه", "أبنائنا", "its soldiers": somebody's own people, so victims of the other side."""
    if count.noun_at is None or count.noun is None or count.noun.kind != "person" or count.noun.number != "many":
        return False
    raw = setting.page.tokens.raw[count.noun_at]
    if raw[:1] < "\u0590":
        return setting.page.form[count.noun_at - 1] in ("its", "their", "our") and count.noun.value in (
            "security",
            "militant",
        )
    return raw.endswith(_OWN_PEOPLE) and not raw.endswith(("ة", "انا")) and len(raw) > 4


def _neighbour_noun(count: Count, setting: Setting) -> Noun | None:
    """ "قتل ثلاثة مدنيين وأصيب خمسة": a count without a noun shares that of the one before it, else of the one after."""
    index = next((k for k, other in enumerate(setting.counts) if other is count), 0)
    for other in (*reversed(setting.counts[:index]), *setting.counts[index + 1 : index + 2]):
        if other.noun is not None and other.noun.kind == "person" and not other.dead and not other.subset:
            return other.noun
    return None


_SECURITY_WORDS = frozenset(
    "الشرطه الجيش الامن الحرس البيشمركه البحريه الجنود المارينز الحمايه حمايه حرس شرطه الصحوه الدرك جنود ضباط عسكريين military police army security".split()
)
_CIVILIAN_WORDS = frozenset(
    "المدنيين المواطنين المتظاهرين المصلين النساء الاطفال الصحافيين الحجاج العمال الطلاب الاجانب عائلته ابنائه civilians civilian".split()
)
_MILITANT_WORDS = frozenset(
    "القاعده طالبان المسلحين الارهابيين المتمردين المقاتلين الدواعش متشددين حماس المهاجمين القاعده'".split()
)


def _belonging(count: Count, setting: Setting) -> Victim | None:
    """Whose people they are, by the words right after the noun: عناصر الشرطة, رجال الجيش."""
    page = setting.page
    at = count.number[1]
    for k in range(at, min(setting.end, max(count.end, at + 1) + 2)):
        form = page.form[k].lstrip("و")
        if form in _SECURITY_WORDS:
            return "security"
        if form in _CIVILIAN_WORDS:
            return "civilian"
        if form in _MILITANT_WORDS:
            return "militant"
        noun = page.noun(k)
        if page.cue(k, "subset"):
            break
        if (
            k != count.noun_at
            and noun is not None
            and noun.kind == "person"
            and noun.value in ("security", "civilian", "militant")
            and not page.conj[k]
        ):
            return noun.value  # type: ignore[return-value]
        if page.trigger(k) is not None:
            break
    return None


# --- who did it --------------------------------------------------------------------------------------------------


def _actor(count: Count, setting: Setting, thread: Thread, group: str | None, slots: Slots) -> None:
    event = count.measure not in PEOPLE
    if event and group is not None and not _against(count, setting):
        slots.set("actor", group, "stated", "agent-of-event")
        return
    isis_hit = group == ISIS or (slots.victim == "militant" and group is None and setting.relevant)
    own = _agent_near(count, setting)
    if mode_words := [setting.page.form[k] for k in range(count.start, count.end + 2) if k < setting.end]:
        if (event and "only" in mode_words and {"us", "american"} & set(mode_words)) or (
            event and {"خالصه"} & set(mode_words)
        ):
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
        if _isis_attack(setting) or thread.attacker == ISIS:
            slots.set("actor", ISIS, "carried", "attack-by-isis")
        return
    rival = slots.victim == "militant" and side_of(own) in ("isis", "jihadist")
    if own is not None and not rival and not (isis_hit and own == ISIS) and own != group:
        slots.set("actor", _body_of(own), "stated", "agent-in-sentence")
        return
    if slots.victim == "security" or (harmed and not isis_hit and _isis_attack(setting)):
        if setting.relevant and side_of(group) != "isis" and (_isis_attack(setting) or thread.attacker == ISIS):
            slots.set("actor", ISIS, "carried", "attack-by-isis")
        return
    told = setting.scene.claims[-1][1] if setting.scene.claims else None
    shape = (
        setting.page.trigger(count.trigger_at).shape
        if count.trigger_at is not None and setting.page.trigger(count.trigger_at)
        else None
    )  # type: ignore[union-attr]
    if shape == "masdar" and told is not None and _acts(told) and isis_hit and told != ISIS and thread.op_actor is None:
        slots.set("actor", _body_of(told), "inferred", "announces-own-act")
        return
    for whom, reason in (
        (thread.line_actor, "actor-of-paragraph"),
        (thread.op_actor, "actor-carried"),
        (thread.actor, "actor-carried"),
        (thread.hunter, "hunter-carried"),
    ):
        if whom is not None and whom != group and not (isis_hit and whom == ISIS):
            slots.set("actor", _body_of(whom), "carried", reason)
            return
    if (event or isis_hit or slots.victim == "civilian") and slots.attribution is not None and _acts(slots.attribution):
        slots.set("actor", _body_of(slots.attribution), "inferred", "actor-is-claimant")


def _against(count: Count, setting: Setting) -> bool:
    """ "48 anti-ISIS operations": the group before the noun is the target."""
    start = count.group.start if count.group is not None else 0
    return start > 0 and setting.page.form[start - 1] in ("anti", "counter", "d", "ضد", "علي", "against", "on")


_ACTS_THROUGH = {"CJTF-OIR": "Global Coalition", "Pentagon": "US forces", "US government": "US forces"}


def _body_of(whom: str) -> str:
    """Who acts where an Iraqi command or media cell speaks: its forces."""
    if whom in _ACTS_THROUGH:
        return _ACTS_THROUGH[whom]
    actor = actors().get(whom)
    speaks = actor is not None and actor.side == "iraq" and actor.cls in ("command", "media cell", "ministry", "source")
    return "Iraqi Security Forces" if speaks else whom


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
    before = [whom for at, whom, _ in agents if at < count.start]
    tail = (count.noun_at or count.number[1]) + 1
    after = [(at, whom, strong) for at, whom, strong in agents if tail <= at <= count.end + 8]
    near = [row for row in after if not any(o.measure and count.end <= o.start < row[0] for o in setting.counts)]
    if near and near[0][2]:
        return near[0][1]
    if before:
        return before[-1]
    strong = [whom for at, whom, strong in agents if strong and at >= tail]
    subject = setting.scene.subject
    trigger = setting.page.trigger(count.trigger_at) if count.trigger_at is not None else None
    if not near and not strong and subject is not None and subject[0] < count.start and trigger is not None:
        if trigger.shape in ("verb", "any") and trigger.voice == "any" and (count.trigger_at or 0) > subject[0]:
            return subject[1]
    return near[0][1] if near else (strong[0] if strong else None)


def _isis_attack(setting: Setting) -> bool:
    if any(whom == ISIS for _, whom, _ in setting.scene.agents):
        return True
    if not setting.scene.agents and any(
        (noun := setting.page.noun(at)) is not None and noun.kind == "event" and noun.value in ("attacks", "ambush")
        for at in range(setting.start, setting.end)
    ):
        return True
    return any(
        part.whom == ISIS and setting.page.form[part.start - 1] in ("هجوم", "attack", "هجمات", "attacks")
        for part in setting.parts
        if setting.start <= part.start < setting.end
    )


def _target(count: Count, setting: Setting, thread: Thread, group: str | None, slots: Slots) -> None:
    if slots.actor == ISIS:
        if slots.victim == "civilian":
            slots.set("target", _CIVILIAN, "stated", "target-civilians")
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
        and count.noun is not None
        and count.noun.kind == "person"
        and not count.others
        and setting.civilians
        and side_of(slots.actor) == "coalition"
        and count.measure in ("killed", "wounded")
    ):
        slots.set("target", _CIVILIAN, "inferred", "target-civilians-of-report")
    elif setting.against_isis:
        slots.set("target", ISIS, "carried", "target-of-report")


def _nameless(count: Count) -> bool:
    """A toll that names no people: "the number is 457", قتيلين."""
    return count.measure in ("killed", "wounded") and (
        count.noun is None or count.noun.kind == "casualty" or any(rule.startswith("tally") for rule in count.rules)
    )


# --- with whom ---------------------------------------------------------------------------------------------------


def _mode(count: Count, setting: Setting, thread: Thread, slots: Slots) -> None:
    page, scene = setting.page, setting.scene
    near = range(count.start, min(setting.end, count.end + _MODE_REACH))
    mode = None
    if count.measure not in PEOPLE:
        for at in near:
            if any(o.start <= at < o.end and o is not count for o in setting.counts):
                break
            mode = page.cue(at, "mode")
            if mode is not None:
                break
        mode = mode or _mode_inside(page, count) or _supported(page, count, setting.start)
    partners = tuple(sorted({whom for _, whom in scene.partners if whom != slots.actor and whom != ISIS}))
    if mode == "partnered" and not partners:
        partners = _others_named(count, setting, slots)
    if mode == "unilateral":
        slots.set("mode", "unilateral", "stated", "mode-word")
        return
    partners = at_home(partners, slots.place)
    if partners and slots.actor != ISIS:
        slots.set("partners", partners, "stated", "with")
    if mode == "partnered" or partners or scene.joint:
        slots.set("mode", "partnered", "stated", "mode-word" if mode else "with")
        if not partners and thread.partners and thread.actor == slots.actor and count.measure in PEOPLE:
            slots.set("partners", at_home(thread.partners, slots.place), "carried", "partners-carried")
    elif (
        thread.mode is not None
        and thread.age <= 6
        and (thread.age == 0 or slots.actor is None or thread.actor in (None, slots.actor))
        and not _two_modes(setting)
    ):
        slots.set("mode", thread.mode, "carried", "mode-carried")
        if thread.partners:
            slots.set("partners", at_home(thread.partners, slots.place), "carried", "partners-carried")


def _others_named(count: Count, setting: Setting, slots: Slots) -> tuple[str, ...]:
    """In a joint operation the other force that the sentence names is the partner: رافق الأميركيون قوات الأمن العراقية."""
    found = {
        part.whom
        for part in setting.parts
        if setting.start <= part.start < count.start
        and part.whom in actors()
        and part.whom != slots.actor
        and actors()[part.whom].partner
        and part.whom != slots.attribution
        and part.cls != "command"
        and not (part.whom == "US forces" and side_of(slots.actor) == "coalition")
    }
    return tuple(sorted(whom for whom in found if whom))


def _two_modes(setting: Setting) -> bool:
    """ "33 partnered operations, 0 US-only operations, 17 killed": the outcome is of both."""
    return len({mode for at in range(setting.start, setting.end) if (mode := setting.page.cue(at, "mode"))}) > 1


_SUPPORT = frozenset(
    "ساندت ساند ساندنا دعمت دعم اسندت مساندة مسانده backed backing supported supporting assisted helped advised enabled".split()
)


def _supported(page: Page, count: Count, start: int) -> str | None:
    """ "its forces backed six operations": whoever only supports has partners who act."""
    for at in range(max(start, count.start - 5), count.start):
        if page.form[at].lstrip("و") in _SUPPORT or page.form[at] in _SUPPORT:
            return "partnered"
    return None


def at_home(partners: tuple[str, ...], place: Place | None) -> tuple[str, ...]:
    """Of partners named together, those who work in the country of the figure: قسد in Syria, Iraqi forces in Iraq."""
    if place is None or place.scope not in ("IQ", "SY"):
        return partners
    fitting = tuple(whom for whom in partners if whom not in actors() or actors()[whom].home in (None, place.scope))
    return fitting or partners


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
    spot = place_of(setting.page, count, setting.counts, setting.spots, setting.start, setting.end, setting.relevant)
    if spot is not None:
        slots.set("place", spot.place, "stated", "place-in-sentence")
    elif (
        setting.stretch is not None
        and thread.period is not None
        and setting.stretch != thread.period
        and thread.main_place
    ):
        slots.set("place", thread.main_place, "carried", "place-of-report")
    elif thread.line_place is not None:
        slots.set("place", thread.line_place, "carried", "place-of-paragraph")
    elif (home := _home_of_named(setting)) is not None and (thread.place is None or thread.place.scope == "IQ+SY"):
        slots.set("place", Place(home, home, home), "inferred", "home-of-forces-named")
    elif (repeat := thread.seen.get((count.measure or "", count.low, count.high))) is not None and repeat[
        0
    ] is not None:
        slots.set("place", repeat[0], "carried", "place-of-repeated-figure")
    elif thread.place is not None:
        slots.set("place", thread.place, "carried", "place-carried")
    elif slots.actor in actors() and actors()[slots.actor].home:
        home = actors()[slots.actor].home or ""
        slots.set("place", Place(home, home, home), "inferred", "home-of-actor")
    elif setting.relevant and "coalition" in (side_of(slots.actor), side_of(slots.attribution)):
        slots.set("place", Place("IQ+SY", "Iraq and Syria", "IQ+SY"), "inferred", "area-of-coalition")


def _home_of_named(setting: Setting) -> str | None:
    """The one country in which all local forces that the sentence names work."""
    homes = {
        actors()[part.whom].home
        for part in setting.parts
        if setting.start <= part.start < setting.end
        and part.whom in actors()
        and actors()[part.whom].side in ("iraq", "sdf", "syria")
        and part.cls == "forces"
    }
    return next(iter(homes)) if len(homes) == 1 else None


def _when(count: Count, setting: Setting, thread: Thread, slots: Slots) -> None:
    moment = moment_of(setting.page, count, setting.counts, setting.moments, setting.start, setting.end)
    if moment is not None and moment.period is not None:
        slots.set(
            "period",
            _opened(moment.period, thread),
            "resolved" if moment.period.basis.startswith("resolved") else "stated",
            "date-in-sentence",
        )
    elif moment is not None and moment.mention.shape == "relative" and thread.main_period is not None:
        slots.set("period", thread.main_period, "carried", "same-period")
    elif moment is None and (thread.line_period or thread.period) is not None:
        slots.set("period", thread.line_period or thread.period, "carried", "period-carried")


def _opened(period: Period, thread: Thread) -> Period:
    """ "by the end of November": the start is that of the stretch the report speaks of."""
    before = thread.line_period or thread.period
    if (
        period.start is not None
        or before is None
        or before.start is None
        or period.end is None
        or before.start > period.end
    ):
        return period
    return Period(before.start, period.end, period.as_written, period.basis + "; start carried")
