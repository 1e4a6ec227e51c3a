"""Who says it, who did it, with whom: the roles of the actors in one sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from hasila.reading.cast import CENTCOM, ISIS, Part, side_of
from hasila.reading.page import Page

_COMPLEMENT = frozenset({"ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "إن", "ان", ":", "that", "“", "\"", "«", "لان"})
_QUOTE = frozenset("\"“«'‘(")
_SUBJECT_REACH = 7
_ATTACKS = frozenset({"هجوم", "هجمات", "هجوما", "كمين", "عمليه", "عمليات", "تفجير", "ضربات", "ضربه", "غارات", "غاره", "قصف", "نيران", "عبوه", "طيران", "خلايا", "تنفيذ"})
_BY = frozenset({"by", "قبل", "يد", "ايدي", "بايدي", "برصاص", "بنيران", "شنه", "شنها", "نفذه", "نفذها", "نفذته", "نفذتها", "شنته", "شنتها", "تبناه", "تبنته"})
_EN_ATTACK = frozenset({"attack", "attacks", "ambush", "strike", "strikes", "operations", "raid", "raids", "airstrike", "airstrikes", "forces", "bombing", "bombings", "operation", "missions"})


@dataclass(slots=True)
class Scene:
    """What one sentence says of its actors, with token positions."""

    claims: list[tuple[int, str, bool]] = field(default_factory=list)
    agents: list[tuple[int, str, bool]] = field(default_factory=list)
    pronoun: bool = False
    partners: list[tuple[int, str]] = field(default_factory=list)
    joint: list[int] = field(default_factory=list)
    speaks: bool = False


def own_forces(claimant: str | None) -> str | None:
    """Whose "its forces" are: a command's are its nation's."""
    return "US forces" if claimant == CENTCOM else claimant


def read_scene(page: Page, parts: list[Part], start: int, end: int, claimant: str | None) -> Scene:
    """The roles in the sentence of tokens [start, end); ``claimant`` is who spoke last."""
    here = [part for part in parts if start <= part.start < end]
    scene = Scene()
    for at in range(start, end):
        word = page.word[at]
        if word is None:
            continue
        if word.cues.get("verb") == "speech" and not word.cues.get("masdar"):
            scene.speaks = True
            _claim(page, here, at, start, end, claimant, scene)
        elif word.cues.get("accord"):
            _accord(page, here, at, claimant, scene)
    _headline(page, here, start, end, scene)
    speaker = scene.claims[0][1] if scene.claims else claimant
    for part in here:
        _agent(page, part, start, end, speaker, scene)
        _partner(page, part, start, end, scene)
    return scene


# --- who says it -------------------------------------------------------------------------------------------------


def _speaker(part: Part, claimant: str | None) -> str | None:
    if part.cls == "statement":
        return claimant
    if part.own:
        return claimant
    if part.cls == "agency":
        return None
    return part.whom


def _claim(page: Page, here: list[Part], at: int, start: int, end: int, claimant: str | None, scene: Scene) -> None:
    arabic = page.form[at] >= "\u0590"
    right = _right_subject(page, here, at, end, claimant)
    left = _left_subject(page, here, at, start, claimant, arabic)
    whom = (right or left) if arabic else (left or right)
    if whom is not None:
        scene.claims.append((at, whom, False))


def _right_subject(page: Page, here: list[Part], at: int, end: int, claimant: str | None) -> str | None:
    stop = at + 2 if at + 1 < end and page.form[at + 1] in _QUOTE else at + 1
    limit = min(end, at + 1 + _SUBJECT_REACH)
    while stop < limit and page.form[stop] not in _COMPLEMENT:
        stop += 1
    found = [part for part in here if at < part.start < max(stop, at + 2) or at < part.start == stop]
    via = [part for part in found if "عن" in page.form[max(at, part.start - 2) : part.start]]
    for part in via or found:
        if part.start > at + 2 and (side_of(part.whom) == "isis" or page.form[part.start - 1] in ("ضد", "من", "مع", "علي", "في", "against")) and part not in via:
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
        if part.end <= at and at - part.end <= reach and not _verb_between(page, part.end, at):
            if part.start > start and page.form[part.start - 1] in ("by", "of", "in", "against", "on", "anti") and at - part.end > 1:
                continue
            if side_of(part.whom) == "isis" and at - part.end > 1:
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


def _headline(page: Page, here: list[Part], start: int, end: int, scene: Scene) -> None:
    """ "التحالف: ضرباتنا ...", "CENTCOM: 48 operations"."""
    if here and here[0].start <= start + 1 and here[0].whom and page.form[min(here[0].end, end - 1)] == ":":
        scene.claims.insert(0, (start, here[0].whom, False))


# --- who did it --------------------------------------------------------------------------------------------------


def _agent(page: Page, part: Part, start: int, end: int, speaker: str | None, scene: Scene) -> None:
    whom = own_forces(speaker) if part.own else part.whom
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


def _ar_agent(page: Page, part: Part, start: int, end: int) -> bool:
    prep = part.mention.prep
    before = page.form[part.start - 1] if part.start > start else ""
    if before in _BY or (part.start - 2 >= start and page.form[part.start - 2] in _BY):
        return True
    if prep == "ل" and before in _ATTACKS:
        return True
    if prep == "" and (before in _ATTACKS or (page.noun(part.start - 1) is not None and page.noun(part.start - 1).kind == "event" and part.start > start)):  # type: ignore[union-attr]
        return True
    if before == "من" and part.start - 2 >= start and page.noun(part.start - 2) is not None and page.noun(part.start - 2).kind == "person":  # type: ignore[union-attr]
        return any(_does(page, k) and not page.conj[k] for k in range(part.end, min(end, part.end + 2)))
    if prep or before in ("ضد", "من", "علي", "مع", "في", "الي", "بين"):
        return False
    for back in range(part.start - 1, max(start, part.start - 4) - 1, -1):
        if _does(page, back) and page.form[back] >= "\u0590":
            return True
        if page.cue(back, "verb") or page.cue(back, "with") or page.cue(back, "against"):
            break
    return any(_does(page, k) and not page.conj[k] for k in range(part.end, min(end, part.end + 3)))


def _en_agent(page: Page, part: Part, start: int, end: int) -> bool:
    before = page.form[part.start - 1] if part.start > start else ""
    if before in ("the", "an", "a") and part.start - 2 >= start:
        before = page.form[part.start - 2]
    if before == "by":
        return True
    if before in ("anti", "counter", "d", "no", "to"):
        return False
    if before in ("against", "on", "with", "of", "in", "from", "for") and page.form[part.start - 1] != "of":
        return False
    for at in range(part.end, min(end, part.end + 7)):
        if page.form[at] in _EN_ATTACK and at <= part.end + 1:
            return True
        if _does(page, at):
            return page.form[at - 1] not in ("were", "was", "been", "are", "be") and not _counted_before(page, part)
        if page.form[at] in (".", ";") or page.cue(at, "verb") == "speech":
            return False
    return False


def _counted_before(page: Page, part: Part) -> bool:
    """ "22 ISIS operatives killed": the name belongs to a count."""
    back = page.form[part.start - 1] if part.start else ""
    return back[:1].isdigit() or page.noun(part.end - 1) is not None and page.noun(part.end - 1).kind == "person"  # type: ignore[union-attr]


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
    previous = scene.partners[-1][0] if scene.partners else None
    if previous is not None and (part.mention.conj or page.form[part.start - 1] in ("and", "و", ",", "،", "(", "“", '"') or page.form[part.start - 2] in ("and", "و")) and part.start - previous <= 8:
        scene.partners.append((part.start, part.whom))


def agent_before(scene: Scene, at: int) -> str | None:
    """The last agent named before a token."""
    found = [whom for pos, whom, _ in scene.agents if pos < at]
    return found[-1] if found else None


def is_isis(whom: str | None) -> bool:
    return whom == ISIS
