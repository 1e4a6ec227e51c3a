"""Who says it, who did it, with whom: the roles of the actors in one sentence."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from operator import itemgetter

from hasila.lexicon.markers import markers
from hasila.reading.able import can_act, fought, own_forces
from hasila.reading.accords import (
    accord,
    announcement,
    by_count,
    gives_number,
    owned_up,
    presents,
    shown,
    tally_of,
)
from hasila.reading.agents import agent
from hasila.reading.attested import attested
from hasila.reading.beforecolon import headline_claim
from hasila.reading.bodies import actor_of
from hasila.reading.cast import Part, cast, side_of
from hasila.reading.claims import claim
from hasila.reading.dateline import run_in
from hasila.reading.doings import acts_in, fought_by_name
from hasila.reading.governors import COMMA
from hasila.reading.jointforces import unit_of
from hasila.reading.mouthpieces import tied_to
from hasila.reading.nations import national
from hasila.reading.page import Page
from hasila.reading.partnership import can_join, partner
from hasila.reading.scene import Scene, accompanies, struck
from hasila.reading.voices import asides

_PLACE = itemgetter(0)


def read_scene(
    page: Page, here: list[Part], start: int, end: int, claimant: str | None, after_outsider: bool = False
) -> Scene:
    """The roles of the actors ``here`` in the sentence of tokens [start, end).

    ``claimant`` is the body that spoke last, ``after_outsider``: somebody of no body has spoken since.
    """
    scene = Scene(after_outsider=after_outsider)
    opened, start = start, run_in(page, start)
    scene.subject = _subject(page, here, start)
    _hear(page, here, opened, start, end, claimant, scene)
    scene.claims.sort(key=_PLACE)
    speaker = scene.claims[0][1] if scene.claims else claimant
    if joint := page.all(_JOINT, start, end):
        scene.joint.extend(joint)
        scene.joint.sort()
    for at, part in enumerate(here):
        if not fought(page, part):
            agent(page, part, start, end, speaker, scene)
        partner(page, part, here[at - 1] if at else None, start, end, scene)
    _join_two(page, here, speaker, scene)
    _drop_holders(page, here, scene)
    national(page, here, start, end, speaker, scene)
    _pronouns(page, start, end, claimant, scene)
    return scene


def _hear(page: Page, here: list[Part], opened: int, start: int, end: int, claimant: str | None, scene: Scene) -> None:
    """Who speaks in the sentence of tokens [``opened``, end), whose dateline ends at ``start``."""
    for at in page.within(start, end):
        word = page.word[at]
        if word is None or not (word.cues or page.form[at] == "by"):
            continue
        verb = word.cues.get("verb")
        if verb == "speech" and "masdar" not in word.cues and not _no_speech(page, at):
            scene.speaks = True
            claim(page, here, at, start, end, claimant, scene)
        elif verb == "toll" and _tolls(page, here, at, end):
            claim(page, here, at, start, end, claimant, scene)
        elif verb == "speech" and "masdar" in word.cues:
            announcement(page, here, at, scene)
        elif "accord" in word.cues or (page.form[at] == "by" and by_count(page, here, at)):
            accord(page, here, at, claimant, scene)
        if word.cues.get("mode") == "partnered" and _joint_event(page, at, start):
            scene.joint.append(at)
    for at in page.all(_SHOW, start, end):
        if shown(page, at, start):
            claim(page, here, at, start, end, claimant, scene)
    for at in page.all(_PRESENTS, start, end):
        if page.cue(at, "verb") != "speech" and presents(page, at, end):
            claim(page, here, at, start, end, claimant, scene)
    for at in page.all(_GIVE, start, end):
        if gives_number(page, at, end):
            claim(page, here, at, start, end, claimant, scene)
    headline_claim(page, here, start + (start > opened), end, scene)
    owned_up(page, here, start, end, scene)
    tally_of(page, here, scene)
    asides(page, here, start, end, scene)
    attested(page, here, start, end, scene)


def partners_in(title: Page | None) -> tuple[str, ...]:
    """With whom the headline says that something was done: "قسد تعتقل 12 بدعم من التحالف"."""
    if title is None:
        return ()
    scenes = (read_scene(title, cast(title), start, end, None) for start, end in title.sentences[:1])
    return tuple(sorted({whom for scene in scenes for _, whom in scene.partners}))


_PUT = 12


def _tolls(page: Page, here: list[Part], at: int, end: int) -> bool:
    """ "the army put the dead at eight", "رفع المرصد حصيلته": a body states a number; "the release puts" is said by
    whoever issued it."""
    if page.form[at] < "\u0590":
        subject = next((part for part in reversed(here) if part.end <= at), None)
        told = page.form[at + 1 : min(end, at + _PUT)]
        stated = "at" in told and page.form[page.until[at] - 1] in _PUTS  # "had put its tally at 196"
        recount = "to" in told and any(
            page.cue(k, "tally") or page.form[k] in _NUMBER for k in range(at + 1, min(end, at + 4))
        )
        stated = stated or (recount and page.form[at] in _REVISES)
    else:
        subject = next((part for part in here if part.start == at + 1 and not part.mention.prep), None)
        behind = subject.end if subject is not None else end
        stated = any(page.cue(k, "tally") for k in range(behind, min(end, behind + _PUT)))
    return stated and subject is not None and subject.cls != "statement"


_PUTS = frozenset({"put", "puts"})
_REVISES = frozenset({"raised", "raises", "lowered", "revised", "cut"})
_NUMBER = markers("statement-word") | {"number"}
_SHOW = markers("show-verb")
_PRESENTS = markers("presents-verb")
_GIVE = markers("give-verb")
_SAID_WITH_IN = markers("said-with-in")
_THIS = frozenset({"ذلك", "هذا"})
_STATED_IN = markers("stated-in")


_PREPOSITIONS = frozenset({"علي", "الي", "في", "دون"})


def _no_speech(page: Page, at: int) -> bool:
    """ "موقع تابع لقوات النظام" (belonging to), "جاءت الضربات رداً على" (came): no verbs of saying."""
    follow = at + 1
    if at and page.form[at - 1] in _PREPOSITIONS:
        return True  # "لم تأت على ذكرها"
    if at and page.form[at].removeprefix("و") == "بين" and page.form[at - 1].startswith("بين"):
        return True  # "القتال بينهم وبين الوحدات"
    if follow >= len(page.form):
        return False
    if page.form[at] in _SAID_WITH_IN and page.form[follow] in _THIS:
        return not page.has(_STATED_IN, follow + 1, follow + 4)  # "جاء ذلك في بيان صادر عن الوزارة"
    if page.form[at] in _SAID_WITH_IN:
        return page.form[follow] not in ("في", "علي") and not page.lex[follow].prep
    name = page.name_at.get(follow)
    owner = page.lex[follow].prep == "ل" or (name is not None and name.prep == "ل")
    return page.noun(at) is not None and owner


_JOINT = markers("joint")


def _describes(page: Page, at: int) -> bool:
    """Whether a word can stand between an event and its adjective: إنزال جوي in عملية إنزال جوي مشتركة."""
    if not 0 <= at < len(page.form):
        return False
    word, plain = page.word[at], page.lex[at].alpha and not page.conj[at] and not page.lex[at].prep
    return plain and at not in page.inside and (word is None or word.trigger is None)


def _joint_event(page: Page, at: int, start: int) -> bool:
    """ "في عملية مشتركة للقوات": whether a word for joint is of one event behind the figures of the sentence."""
    for near in (at - 1, at + 1, at - 2, at - 3):
        if near < at - 1 and not _describes(page, near + 1):
            return False
        noun = page.noun(near) if start <= near < len(page.form) else None
        if noun is not None and noun.kind == "event" and noun.number == "one":
            return not (near > 0 and page.form[near - 1][:1].isdigit())
        if noun is not None and near == at - 1 and _came_of_all(page, at):
            return True
    return False


def _came_of_all(page: Page, at: int) -> bool:
    """ "العمليات المشتركة أسفرت عن مقتل خمسة": what came of operations that are all said to be joint."""
    definite = page.form[at].startswith("ال") and page.form[at - 1].startswith("ال")
    return definite and page.cue(at + 1, "verb") == "outcome"


_PRONOUNS = markers("pronoun")


def _pronouns(page: Page, start: int, end: int, claimant: str | None, scene: Scene) -> None:
    """ "CENTCOM said it conducted", "قالت إنها أجرت": the speaker is who did it."""
    for at in page.all(_PRONOUNS, start, end):
        spoke = [whom for pos, whom, _ in scene.claims if pos < at]
        whom = spoke[-1] if spoke else claimant
        if not spoke and at > start and page.of_kind("event", start, at):
            continue  # "Of the 26 operations all were partnered; they killed nine"
        body = actor_of(whom) if page.form[at] == "they" and not spoke else None
        if body is not None and body.cls == "command":
            continue  # a command that told something before is "it"
        if whom is not None and can_act(whom) and any(acts_in(page, k) for k in range(at + 1, min(end, at + 4))):
            scene.agents.append((at, whom, False))
    if scene.claims:
        held = {row[0] for row in scene.agents}
        done = (row for row in scene.claims if page.form[row[0] + 1 : row[0] + 3] == ["to", "have"])
        scene.agents.extend((at, whom, False) for at, whom, _ in done if at not in held and can_act(whom))
    scene.agents.sort(key=_PLACE)


def _subject(page: Page, here: list[Part], start: int) -> tuple[int, str] | None:
    """The actor with which the sentence begins: "أنهت قوات سوريا الديمقراطية حملة ... وقالت", whoever acts on in it."""
    for part in here:
        if part.start - start > _OPENING and not _behind_opening(page, part.start, start):
            return None
        if (
            part.whom is None
            or part.cls in _NO_SUBJECT
            or accompanies(page, part, start)
            or struck(page, part, start)
            or part.mention.name.cls == "metonym"
            or _told_by(page, part, start)
            or tied_to(page, part)
        ):
            continue
        if not _RELATIVE.isdisjoint(page.form[start : part.start]):
            return None  # "وفي الرمادي، التي دخلتها القوات العراقية، نُفذت"
        before = page.form[part.start - 1] if part.start > start else ""
        if before in ("the", "a", "an") and part.start - 2 >= start:
            before = page.form[part.start - 2]
        if (
            part.mention.prep
            or fought_by_name(page, part.start, start)
            or (
                before in ("ضد", "علي", "في", "against", "on", "in", "of", "by", "to", "for", "from")
                or (before in ("من",) and not _unit_before(page, part.start - 1, start))
            )
        ):
            continue
        return part.start, part.whom
    return None


_OPENING = 6


def _behind_opening(page: Page, at: int, start: int) -> bool:
    """ "Despite widening tensions in the Middle East, the US military fights on": behind the first comma."""
    comma = page.first(COMMA, start, at)
    return page.form[at] < "\u0590" and comma is not None and comma - start <= 2 * _OPENING and at - comma <= 2


def _told_by(page: Page, part: Part, start: int) -> bool:
    """ "ووفق ما نشرته القيادة، قُتل": whoever the source is did nothing yet."""
    source = page.cued_in("accord", start, part.start) if page.form[part.start] >= "\u0590" else None
    return source is not None and COMMA.isdisjoint(page.form[source : part.start])


_NO_SUBJECT = frozenset({"agency", "statement", "partner", "source", "observatory", "media cell", "person"})
_RELATIVE = markers("relative-clause")
_UNITS = markers("unit")


def _unit_before(page: Page, at: int, start: int) -> bool:
    return any(page.among(back, _UNITS) for back in range(max(start, at - 2), at))


def _with_own(here: list[Part], speaker: str | None) -> list[Part]:
    """The names of a sentence, "its forces" standing for those of whoever speaks."""
    return [replace(part, whom=own_forces(speaker)) if part.own else part for part in here]


def _join_two(page: Page, here: list[Part], speaker: str | None, scene: Scene) -> None:
    """ "نفذت قوات التحالف وقوات سوريا الديمقراطية عملية", "US forces and the SDF raided": of two forces of different
    sides that act together the first acts, with the second as its partner."""
    for first, second in pairwise(_with_own(here, speaker)) if scene.agents else ():
        agents = {at for at, _, _ in scene.agents}
        led = first.start in agents and first.start > 0 and acts_in(page, first.start - 1)  # "نفذت X و"Y" عملية"
        if second.start not in agents and not (led and page.form[second.start] >= "\u0590"):
            continue
        if not (_right_after(page, first, second) or _in_headline(page, first, second)):
            continue
        if first.whom is None or second.whom is None or not (can_join(first.whom) and can_join(second.whom)):
            continue
        together = _of_one_side(page, first, second)
        if {side_of(first.whom), side_of(second.whom)} not in _ALLIES and not together:
            continue
        scene.agents[:] = [row for row in scene.agents if row[0] != second.start]
        if first.start not in agents:
            scene.agents.append((first.start, first.whom, True))
        if not together or _KURDISH.intersection((first.whom, second.whom)):
            scene.partners.append((second.start, second.whom))


def _drop_holders(page: Page, here: list[Part], scene: Scene) -> None:
    """ "أطاحت وكالة الاستخبارات في وزارة الداخلية بتسعة": the body of which the one that acts is an office does not."""
    for first, second in pairwise(here) if len(scene.agents) > 1 else ():
        housed = page.form[first.end : second.start] == ["في"] and second.cls in _HOLDERS
        if housed and any(row[0] == first.start for row in scene.agents):
            scene.agents[:] = [row for row in scene.agents if row[0] != second.start]


_HOLDERS = frozenset({"ministry", "government", "command"})


def _of_one_side(page: Page, first: Part, second: Part) -> bool:
    """ "The SDF and the ISF detained six", "أن جهاز مكافحة الإرهاب وقيادة العمليات قتلا": of two forces of a side the
    first acts, which is told of by name."""
    if first.whom == second.whom or first.generic or side_of(first.whom) != side_of(second.whom):
        return False
    arabic = page.form[first.start] >= "\u0590"
    return first.cls in _FORCES if arabic else first.cls in _IN_FIELD and side_of(first.whom) in ("sdf", "iraq")


_IN_FIELD = frozenset({"forces", "service"})
_KURDISH = frozenset({"Peshmerga", "Kurdish forces", "Kurdistan Counter Terrorism Group"})


def _right_after(page: Page, first: Part, second: Part) -> bool:
    """Whether only "and" stands between two names, with an article or the quotation marks of a name."""
    between = page.form[first.end : second.start]
    joined = second.mention.conj == "و" or "and" in between or "و" in between or between == ["/"]
    subject = page.before(first.start) not in _NOT_SUBJECT or unit_of(page, first.start, 0) is not None
    return joined and (_LINKS | _MEN).issuperset(between) and subject


def _in_headline(page: Page, first: Part, second: Part) -> bool:
    """ "SDF, Coalition arrest seven": in a headline a comma does for "and"."""
    joined = page.form[first.end : second.start] == [","] and acts_in(page, second.end)
    return joined and first.start in (start for start, _ in page.sentences)


_FORCES = frozenset({"forces", "service", "command"})
_NOT_SUBJECT = markers("not-subject")
_LINKS = frozenset({"and", "/", "their", "its", "و", "the", "الخاصه", '"', "”", "“", "«", "»", "(", ")"})
_ALLIES = ({"coalition", "sdf"}, {"coalition", "iraq"}, {"coalition", "syria"})
_MEN = markers("forces-word") | {"fighters", "units"}
