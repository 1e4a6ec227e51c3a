"""Who says it, who did it, with whom: the roles of the actors in one sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from hasila.reading.cast import CENTCOM, ISIS, Part, side_of
from hasila.reading.page import Page

_COMPLEMENT = frozenset({"ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "إن", ":", "that", "“", '"', "«", "لان"})
_QUOTE = frozenset("\"“«'‘(")
_SUBJECT_REACH = 7
_ATTACKS = frozenset(
    {
        "هجوم",
        "هجمات",
        "هجوما",
        "كمين",
        "عمليه",
        "عمليات",
        "تفجير",
        "ضربات",
        "ضربه",
        "غارات",
        "غاره",
        "قصف",
        "نيران",
        "عبوه",
        "طيران",
        "خلايا",
        "تنفيذ",
    }
)
_BY = frozenset(
    {
        "by",
        "قبل",
        "يد",
        "ايدي",
        "بايدي",
        "برصاص",
        "بنيران",
        "شنه",
        "شنها",
        "نفذه",
        "نفذها",
        "نفذته",
        "نفذتها",
        "شنته",
        "شنتها",
        "تبناه",
        "تبنته",
    }
)
_EN_ATTACK = frozenset(
    {
        "attack",
        "attacks",
        "ambush",
        "strike",
        "strikes",
        "operations",
        "raid",
        "raids",
        "airstrike",
        "airstrikes",
        "forces",
        "bombing",
        "bombings",
        "operation",
        "missions",
    }
)


@dataclass(slots=True)
class Scene:
    """What one sentence says of its actors, with token positions."""

    claims: list[tuple[int, str, bool]] = field(default_factory=list)
    agents: list[tuple[int, str, bool]] = field(default_factory=list)
    pronoun: bool = False
    partners: list[tuple[int, str]] = field(default_factory=list)
    joint: list[int] = field(default_factory=list)
    speaks: bool = False
    subject: tuple[int, str] | None = None


def own_forces(claimant: str | None) -> str | None:
    """Whose "its forces" are: a command's are its nation's."""
    return "US forces" if claimant == CENTCOM else claimant


def read_scene(page: Page, parts: list[Part], start: int, end: int, claimant: str | None) -> Scene:
    """The roles in the sentence of tokens [start, end); ``claimant`` is who spoke last."""
    here = [part for part in parts if start <= part.start < end]
    scene = Scene()
    scene.subject = _subject(page, here, start)
    marks = page.within(start, end)
    for at in marks:
        word = page.word[at]
        if word is None:
            continue
        if word.cues.get("verb") == "speech" and not word.cues.get("masdar"):
            scene.speaks = True
            _claim(page, here, at, start, end, claimant, scene)
        elif word.cues.get("accord") or (page.form[at] == "by" and _by_count(page, here, at)):
            _accord(page, here, at, claimant, scene)
    _headline(page, here, start, end, scene)
    speaker = scene.claims[0][1] if scene.claims else claimant
    scene.joint.extend(at for at in marks if _joint_event(page, at, start))
    if not _JOINT.isdisjoint(page.form[start:end]):
        scene.joint.extend(at for at in range(start, end) if page.form[at] in _JOINT)
        scene.joint.sort()
    for part in here:
        _agent(page, part, start, end, speaker, scene)
        _partner(page, part, start, end, scene)
    _pronouns(page, start, end, claimant, scene)
    return scene


_JOINT = frozenset({"الشريكه", "والشريكه", "شريكه"})


def _joint_event(page: Page, at: int, start: int) -> bool:
    """ "في عملية مشتركة للقوات": one joint event behind the figures of the sentence."""
    if page.cue(at, "mode") != "partnered":
        return False
    for near in (at - 1, at + 1):
        noun = page.noun(near) if start <= near < len(page.form) else None
        if noun is not None and noun.kind == "event" and noun.number == "one":
            return not (near > 0 and page.form[near - 1][:1].isdigit())
    return False


_PRONOUNS = frozenset({"it", "they", "we", "انها", "انه", "بانها", "بانه", "انهم", "لانها"})


def _pronouns(page: Page, start: int, end: int, claimant: str | None, scene: Scene) -> None:
    """ "CENTCOM said it conducted", "قالت إنها أجرت": the speaker is who did it."""
    if _PRONOUNS.isdisjoint(page.form[start:end]):
        scene.agents.sort(key=lambda row: row[0])
        return
    for at in range(start, end):
        if page.form[at] not in _PRONOUNS:
            continue
        spoke = [whom for pos, whom, _ in scene.claims if pos < at]
        whom = spoke[-1] if spoke else claimant
        if whom is not None and any(_acts_in(page, k) for k in range(at + 1, min(end, at + 4))):
            scene.agents.append((at, whom, False))
    scene.agents.sort(key=lambda row: row[0])


def _subject(page: Page, here: list[Part], start: int) -> tuple[int, str] | None:
    """The actor with which the sentence begins: "أنهت قوات سوريا الديمقراطية حملة ... وقالت", whoever acts on in it."""
    for part in here:
        if part.start - start > 6:
            return None
        if (
            part.whom is None
            or part.cls in ("agency", "statement", "partner", "source", "observatory", "media cell", "person")
            or _accompanies(page, part, start)
            or part.mention.name.cls == "metonym"
        ):
            continue
        before = page.form[part.start - 1] if part.start > start else ""
        if before in ("the", "a", "an") and part.start - 2 >= start:
            before = page.form[part.start - 2]
        if part.mention.prep or (
            before in ("ضد", "علي", "في", "against", "on", "in", "of", "by")
            or (before in ("من",) and not _unit_before(page, part.start - 1, start))
        ):
            continue
        return part.start, part.whom
    return None


_UNITS = frozenset(
    "وحدات وحده قوات قوه عناصر مجموعه مجموعات مفرزه فرقه دوريه مسلحون مسلحين مقاتلون رجال خليه خلايا".split()
)


def _unit_before(page: Page, at: int, start: int) -> bool:
    return any(
        page.form[back].lstrip("و") in _UNITS or page.form[back] in _UNITS for back in range(max(start, at - 2), at)
    )


# --- who says it -------------------------------------------------------------------------------------------------


def _speaker(part: Part, claimant: str | None) -> str | None:
    """Who speaks where a part is the subject of a speech verb; the statement speaks for whoever issued it."""
    if part.cls == "statement":
        return claimant
    if part.own:
        return claimant
    if side_of(part.whom) == "isis":
        return ISIS
    if part.cls == "agency":
        return None
    return part.whom


def _stands_for_government(page: Page, part: Part, at: int) -> bool:
    """A capital speaks only right beside the verb and without a preposition: "قالت بغداد", not "in central Baghdad"."""
    if part.mention.name.cls != "metonym":
        return True
    before = page.form[part.start - 1] if part.start else ""
    return (
        not part.mention.prep
        and before not in ("in", "central", "near", "في", "من", "الي", "of", "to", "from")
        and abs(part.start - at) <= 3
    )


def _claim(page: Page, here: list[Part], at: int, start: int, end: int, claimant: str | None, scene: Scene) -> None:
    arabic = page.form[at] >= "\u0590"
    right = _right_subject(page, here, at, end, claimant)
    left = _left_subject(page, here, at, start, claimant, arabic)
    whom = (right or left) if arabic else (left or right)
    if (
        whom is None
        and arabic
        and (page.conj[at] or page.form[at - 1] in ("وقد", "قد", "كما", "ثم"))
        and scene.subject is not None
        and scene.subject[0] < at
    ):
        whom = scene.subject[1]
    if whom is not None:
        scene.claims.append((at, whom, False))


def _right_subject(page: Page, here: list[Part], at: int, end: int, claimant: str | None) -> str | None:
    stop = at + 2 if at + 1 < end and page.form[at + 1] in _QUOTE else at + 1
    limit = min(end, at + 1 + _SUBJECT_REACH)
    while stop < limit and page.form[stop] not in _COMPLEMENT:
        stop += 1
    found = [
        part
        for part in here
        if (at < part.start < max(stop, at + 2) or at < part.start == stop) and _stands_for_government(page, part, at)
    ]
    via = [part for part in found if "عن" in page.form[max(at, part.start - 2) : part.start]]
    for part in via or found:
        if (
            part.start > at + 2
            and (
                side_of(part.whom) == "isis" or page.form[part.start - 1] in ("ضد", "من", "مع", "علي", "في", "against")
            )
            and part not in via
        ):
            continue
        if part.mention.prep and part.start > at + 1 and part.cls != "statement":
            continue
        whom = _speaker(part, claimant)
        if whom is not None:
            return whom
    return None


def _left_subject(page: Page, here: list[Part], at: int, start: int, claimant: str | None, arabic: bool) -> str | None:
    reach = 3 if arabic else 12
    for part in reversed(here):
        if (
            part.end <= at
            and at - part.end <= reach
            and not _accompanies(page, part, start)
            and not _verb_between(page, part.end, at)
        ):
            if (
                part.start > start
                and page.form[part.start - 1]
                in ("by", "of", "in", "against", "on", "anti", "fighting", "combating", "battling")
                and (at - part.end > 1 or page.form[part.start - 1] in ("fighting", "combating", "battling", "against"))
            ):
                continue
            if not _stands_for_government(page, part, at) or (side_of(part.whom) == "isis" and at - part.end > 1):
                continue
            whom = _speaker(part, claimant)
            if whom is not None:
                return whom
    return None


def _verb_between(page: Page, start: int, at: int) -> bool:
    return any(page.cue(k, "verb") or (page.trigger(k) is not None) for k in range(start, at))


def _accord(page: Page, here: list[Part], at: int, claimant: str | None, scene: Scene) -> None:
    follow = page.until[at]
    for part in here:
        if follow <= part.start <= follow + 4:
            whom = _speaker(part, claimant)
            if whom is not None:
                scene.claims.append((at, whom, True))
                return


def _by_count(page: Page, here: list[Part], at: int) -> bool:
    """ "by SOHR statistics", "by the command's count"."""
    part = next((part for part in here if part.start in (at + 1, at + 2)), None)
    return part is not None and any(
        form in ("statistics", "count", "figures", "data", "tally", "reckoning")
        for form in page.form[part.end : part.end + 2]
    )


def _headline(page: Page, here: list[Part], start: int, end: int, scene: Scene) -> None:
    """ "التحالف: ضرباتنا ...", "CENTCOM: 48 operations"."""
    if (
        here
        and here[0].start <= start + 1
        and here[0].whom
        and here[0].mention.name.cls != "metonym"
        and page.form[min(here[0].end, end - 1)] == ":"
    ):
        scene.claims.insert(0, (start, here[0].whom, False))


# --- who did it --------------------------------------------------------------------------------------------------


def _agent(page: Page, part: Part, start: int, end: int, speaker: str | None, scene: Scene) -> None:
    whom = own_forces(speaker) if part.own else part.whom
    if part.start > start and page.form[part.start - 1] in ("بقياده", "led", "تقوده", "تقودها"):
        return
    if whom == "US government":
        whom = "US forces"
    if whom is None or part.cls in ("statement", "agency", "source", "person", "observatory", "partner", "media cell"):
        return
    arabic = page.form[part.start] >= "\u0590"
    if (_ar_agent if arabic else _en_agent)(page, part, start, end):
        scene.agents.append((part.start, whom, _strong(page, part, start)))


def _strong(page: Page, part: Part, start: int) -> bool:
    """Whether the words before an agent name it as the doer of what stands before: by, من قبل, شنه, عملية لـ."""
    near = page.form[max(start, part.start - 3) : part.start]
    return part.mention.prep == "ل" or any(form in _BY for form in near)


def _does(page: Page, at: int) -> bool:
    """Whether a token is an action that someone carries out."""
    word = page.word[at]
    if word is None:
        return False
    if word.trigger is not None:
        lost = word.trigger.measure == "killed" and word.trigger.voice in ("person", "lost")
        return not lost and word.trigger.voice not in ("pass", "intr", "fall")
    return word.cues.get("verb") in ("action", "other", "prevent") and not word.cues.get("masdar")


def _acts_in(page: Page, at: int) -> bool:
    trigger = page.trigger(at)
    return _does(page, at) and (trigger is None or trigger.shape in ("verb", "any"))


def _ar_agent(page: Page, part: Part, start: int, end: int) -> bool:
    prep = part.mention.prep
    before = page.form[part.start - 1] if part.start > start else ""
    if before in _BY or (part.start - 2 >= start and page.form[part.start - 2] in _BY):
        return True
    if prep == "ل" and (
        before in _ATTACKS or any(page.form[k] in _ATTACKS for k in range(max(start, part.start - 3), part.start))
    ):
        return True
    if part.mention.name.cls == "metonym" and not (part.start > start and _does(page, part.start - 1)):
        return False
    if _accompanies(page, part, start):
        return False
    if prep == "" and (
        before in _ATTACKS
        or (page.noun(part.start - 1) is not None and page.noun(part.start - 1).kind == "event" and part.start > start)
    ):  # type: ignore[union-attr]
        return True
    if (
        before == "من"
        and part.start - 2 >= start
        and page.noun(part.start - 2) is not None
        and page.noun(part.start - 2).kind == "person"
    ):  # type: ignore[union-attr]
        return any(_does(page, k) and not page.conj[k] for k in range(part.end, min(end, part.end + 2)))
    if prep or before in ("ضد", "من", "علي", "مع", "في", "الي", "بين"):
        return False
    for back in range(part.start - 1, max(start, part.start - 4) - 1, -1):
        if page.form[back].lstrip("ويت").startswith(("استهدف", "ستهدف")):
            return False
        if _does(page, back) and page.form[back] >= "\u0590":
            return True
        if page.cue(back, "verb") or page.cue(back, "with") or page.cue(back, "against"):
            break
    return any(_does(page, k) and not page.conj[k] for k in range(part.end, min(end, part.end + 3)))


def _accompanies(page: Page, part: Part, start: int) -> bool:
    """ "بدعم من التحالف", "with the SDF": named as a partner, not as who acts."""
    return any(page.cue(back, "with") for back in range(part.start - 1, max(start, part.start - 3) - 1, -1))


def _en_agent(page: Page, part: Part, start: int, end: int) -> bool:
    before = page.form[part.start - 1] if part.start > start else ""
    if before in ("the", "an", "a") and part.start - 2 >= start:
        before = page.form[part.start - 2]
    if _accompanies(page, part, start):
        return False
    if before == "by":
        return _done_by(page, part, start)
    if before in ("anti", "counter", "d", "no", "to") or (part.mention.name.cls == "metonym" and before):
        return False
    if part.end < end and page.form[part.end] in _EN_ATTACK:
        return True
    if before in ("against", "on", "with", "in", "from", "for"):
        return False
    for at in range(part.end, min(end, part.end + 10)):
        if _does(page, at):
            return page.form[at - 1] not in ("were", "was", "been", "are", "be") and not _counted_before(page, part)
        if page.form[at] in (".", ";") or page.cue(at, "verb") == "speech":
            return False
        if (
            page.form[at] in ("and", ",")
            and part.start - start > 4
            and page.form[at + 1 : at + 2] not in (["their"], ["its"], ["allied"], ["partner"])
            and at + 1 not in page.inside
        ):
            return False
    return False


def _done_by(page: Page, part: Part, start: int) -> bool:
    """ "killed by ISIS", "operations by IS", not "released by the Pentagon"."""
    at = part.start - 1
    while at > start and page.form[at] != "by":
        at -= 1
    for back in range(at - 1, max(start, at - 4) - 1, -1):
        noun = page.noun(back)
        if (
            page.trigger(back) is not None
            or page.cue(back, "verb") in ("action", "other")
            or (noun is not None and noun.kind in ("event", "casualty"))
        ):
            return True
        if page.cue(back, "verb"):
            return False
    return False


def _counted_before(page: Page, part: Part) -> bool:
    """ "22 ISIS operatives killed": the name belongs to a count."""
    back = page.form[part.start - 1] if part.start else ""
    return back[:1].isdigit() or (page.noun(part.end - 1) is not None and page.noun(part.end - 1).kind == "person")  # type: ignore[union-attr]


# --- with whom ---------------------------------------------------------------------------------------------------


def _partner(page: Page, part: Part, start: int, end: int, scene: Scene) -> None:
    if part.cls == "partner":
        scene.joint.append(part.start)
        return
    if part.whom is None or side_of(part.whom) in ("isis", "jihadist", "media", "monitor"):
        return
    for back in range(part.start - 1, max(start, part.start - 5) - 1, -1):
        if page.cue(back, "with"):
            scene.partners.append((part.start, part.whom))
            return
        if any(held == part.whom or back < pos < part.start for pos, held in scene.partners):
            pass
        if page.cue(back, "verb") or page.trigger(back) is not None:
            break
    if scene.joint and 0 < part.start - scene.joint[-1] <= 5 and ":" in page.form[scene.joint[-1] : part.start]:
        scene.partners.append((part.start, part.whom))
        return
    previous = scene.partners[-1][0] if scene.partners else None
    if (
        previous is not None
        and (
            part.mention.conj
            or page.form[part.start - 1] in ("and", "و", ",", "،", "(", "“", '"')
            or page.form[part.start - 2] in ("and", "و")
        )
        and part.start - previous <= 8
    ):
        scene.partners.append((part.start, part.whom))


def agent_before(scene: Scene, at: int) -> str | None:
    """The last agent named before a token."""
    found = [whom for pos, whom, _ in scene.agents if pos < at]
    return found[-1] if found else None


def is_isis(whom: str | None) -> bool:
    return whom == ISIS
