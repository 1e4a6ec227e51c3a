"""Who acted beside whom."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.bodies import actor_of
from hasila.reading.cast import Part
from hasila.reading.doings import acts_in, help_of
from hasila.reading.governors import COMMA, QUOTES
from hasila.reading.jointforces import of_joint_force
from hasila.reading.page import Page
from hasila.reading.scene import Scene, beside_subject
from hasila.reading.support import helped


def can_join(whom: str) -> bool:
    """Whether an actor can be a partner: no armed group of the other side, no monitor or newspaper."""
    actor = actor_of(whom)
    return actor is None or (actor.side not in ("isis", "jihadist", "media", "monitor") and actor.cls != "group")


_RELATIVE = markers("relative-clause")


_PARTNERS_ARE = markers("partners-are") | {":", ",", "،", '"', "“", "(", "«"}


def _named_partner(page: Page, part: Part, before: Part | None) -> bool:
    """ "شركاء الولايات المتحدة: قوات سوريا الديمقراطية", "along with our Defeat ISIS partners, the SDF": the first name
    after the word."""
    if before is not None and before.cls == "partner" and _PARTNERS_ARE.issuperset(page.form[before.end : part.start]):
        return not _begins_clause(page, part)  # "were conducted with partner forces, the command said"
    at = part.start - 1
    while at > 0 and page.form[at] in _PARTNERS_ARE:
        at -= 1
    return part.start - at > 1 and page.form[at] in _PARTNER_WORDS and at not in page.inside


_PARTNER_WORDS = markers("partner-word")


def _of_two(page: Page, part: Part, before: Part | None, scene: Scene) -> bool:
    """ "عملية مشتركة للتحالف وقوات سوريا الديمقراطية", "عمليات مشتركة بين التحالف وقسد": of two that own a joint event
    the second is the partner."""
    head = _joined_at(page, part)
    if before is None or head is None or (head - before.end > 1 and not _led(page, before.end, head)):
        return False
    if page.before(before.start) in _BETWEEN:
        return page.cue(before.start - 2, "mode") == "partnered"
    if before.mention.prep != "ل":
        return False
    return page.cue(before.start - 1, "mode") == "partnered" or (
        bool(scene.joint) and 0 < before.start - scene.joint[-1] <= _OWNED
    )


def _joined_at(page: Page, part: Part) -> int | None:
    """Where a name begins that "and" joins, its quotation mark before it or not."""
    if part.mention.conj == "و":
        return part.start
    quoted = part.start >= 2 and page.form[part.start - 1] in QUOTES and page.form[part.start - 2] == "و"
    return part.start - 2 if quoted else None


def _led(page: Page, at: int, head: int) -> bool:
    """ "التحالف الدولي الذي تقوده الولايات المتحدة الأميركية وقسد": a clause of who leads the first stands between."""
    return head - at <= _LEADERS and page.has(_LED_BY, at, min(head, at + 2))


_LED_BY = markers("backed-by")
_LEADERS = 6
_HELP = markers("help-noun")
_OFFICE = 4


_OWNED = 3
_BETWEEN = frozenset({"بين"})


_CLASH = markers("clash-word")


def _begins_clause(page: Page, part: Part) -> bool:
    """ "Working with the SDF, CENTCOM revealed": a name behind a comma and before a verb is the subject, as is
    one whose spokesman said it."""
    stop = min(len(page.form), part.end + _OFFICE)
    verb = part.end < len(page.form) and (page.cue(part.end, "verb") or page.trigger(part.end) is not None)
    spoken = any(page.cue(at, "verb") == "speech" for at in range(part.end, stop))
    head = part.start - (page.form[part.start - 1] == "the")
    return page.form[head - 1] == "," and (bool(verb) or spoken)


def _fought(page: Page, part: Part, start: int) -> bool:
    """ "killed in clashes with the army", "في قتال مع مقاتلي التنظيم": whoever is named fights the other side."""
    near = page.cued_at("with", max(start, part.start - 4) + 1, part.start)
    return bool(near) and (page.form[near[-1] - 1] in _CLASH or _fire(page, near[-1] - 1))


def _fire(page: Page, at: int) -> bool:
    """ "In an exchange of fire with the army", "exchanged fire with"."""
    return page.form[at] in ("fire", "gunfire") and page.has(_EXCHANGED, at - 2, at)


_EXCHANGED = frozenset({"exchange", "exchanged", "exchanges", "exchanging", "traded", "trading"})


def _office_of(page: Page, at: int) -> int:
    """Where the office of a body begins: "the Counterterrorism Directorate of the General Intelligence Service"."""
    back = at - 1
    while back > 0 and page.form[back] in ("the", "of"):
        back -= 1
    if page.form[back + 1] != "of":
        return at
    while back > 0 and page.tokens.raw[back][:1].isupper() and back not in page.inside:
        back -= 1
    return back + 1


def _with(page: Page, part: Part, start: int) -> bool:
    """ "بدعم ومساندة التحالف": a word for company stands before a name, and no verb of another deed between them; not
    "القوات المدعومة من التحالف"."""
    if "with" not in page.cues:
        return False
    head = part.start - (page.before(part.start) == "the")
    reach = _FROM if page.before(head) == "from" else _COMPANY  # "with technical support and intelligence from"
    low = max(start, _office_of(page, part.start) - reach)
    near = [
        at for at in page.cued_at("with", low, part.start) if not page.lex[at].article and not _joined_men(page, at)
    ]
    if near and (page.before(near[-1]) in _CLASH or _backed_foe(page, near[-1], start)):
        return False  # "clashes with regime forces and Russian airstrikes"
    return bool(near) and not any(_of_another_deed(page, at) for at in page.within(near[-1] + 1, part.start))


_COMPANY, _FROM = 5, 9


def _backed_foe(page: Page, at: int, start: int) -> bool:
    """ "targeted a cell supported by the government": whoever backs those on whom it is done is no partner in it."""
    noun = page.noun(at - 1)
    if page.form[at] not in _BACKED or not (
        page.form[at - 1] in _BANDS or (noun is not None and noun.kind == "person")
    ):
        return False
    low = max(start, at - 1 - _OBJECT)
    return any(
        page.trigger(k) is not None or page.cue(k, "verb") == "raid" or page.form[k] in _STRUCK
        for k in range(low, at - 1)
    )


_BACKED = frozenset({"backed", "supported", "aided"})
_BANDS = markers("band-of")
_STRUCK = markers("struck-verb")
_OBJECT = 4


def _joined_men(page: Page, at: int) -> bool:
    """ "شخص متعاون مع قسد": whom one man works with is no partner in what was done to him."""
    return page.form[at] == "مع" and page.before(at) in _COLLABORATOR


_COLLABORATOR = markers("collaborator")


def _of_another_deed(page: Page, at: int) -> bool:
    return page.trigger(at) is not None or (page.cue(at, "verb") is not None and not page.among(at, _HELP))


def _that_did(page: Page, at: int) -> bool:
    """ "وشارك في العملية طيران التحالف، الذي وجّه ثلاث ضربات": a relative clause tells what a helper did by itself."""
    at += page.has(COMMA, at, at + 1)
    return page.has(_RELATIVE, at, at + 1) and page.form[at] >= "\u0590"


def _units_in(page: Page, at: int, previous: int) -> bool:
    """ "بمشاركة من الأسايش ووحدات خاصة في قسد": units, joined to a partner, of the force that is named behind them."""
    if page.form[at - 1] not in _HOUSED:
        return False
    return any(page.conj[k] == "و" and page.among(k, _UNITS) for k in range(previous + 1, at - 1))


_HOUSED = frozenset({"في", "من"})
_UNITS = markers("unit")


def _owner(page: Page, at: int) -> bool:
    """ "قوات الأمن الداخلي التابعة لـ"الإدارة الذاتية"": whose a partner's men are is no further partner."""
    return page.form[at - 1] in QUOTES and at >= 2 and page.form[at - 2] == "ل"


def partner(page: Page, part: Part, before: Part | None, start: int, end: int, scene: Scene) -> None:
    if part.cls == "partner":
        scene.joint.append(part.start)
        return
    whom = "US forces" if part.whom == "US government" else part.whom
    if whom is None or (part.end < end and page.hyphened(part.end)):
        return  # "in coordination with the UN-backed government"
    if _fought(page, part, start):
        scene.agents.append((part.start, whom, True))
        return
    if not can_join(whom):
        return
    joint = _of_two(page, part, before, scene)
    if joint and before is not None and before.whom is not None and can_join(before.whom):
        scene.agents[:] = [row for row in scene.agents if row[0] != before.start]
        scene.agents.append((before.start, before.whom, True))
    if helped(page, part, start, end):
        if not _that_did(page, part.end):
            scene.agents[:] = [row for row in scene.agents if row[0] != part.start]
        scene.partners.append((part.start, whom))  # "شارك التحالف الدولي في 5 منها"
        return
    if (
        help_of(page, part.start, start)
        or _with(page, part, start)
        or beside_subject(page, part)
        or _named_partner(page, part, before)
        or joint
        or of_joint_force(page, part, before)
    ):
        if _that_did(page, part.end) and acts_in(page, part.end + 1):
            scene.agents.append((part.start, whom, False))  # "بمشاركة طائرات التحالف التي نفذت 59 ضربة"
        scene.partners.append((part.start, whom))
        return
    previous = scene.partners[-1][0] if scene.partners else None
    if (
        previous is not None
        and (
            part.mention.conj
            or page.form[part.start - 1] in ("and", "و", ",", "،", "(", "“", '"')
            or page.form[part.start - 2] in ("and", "و")
            or _units_in(page, part.start, previous)
        )
        and not _owner(page, part.start)
        and part.start - previous <= 8
        and not _begins_clause(page, part)
    ):
        if any(at < previous for at, _, _ in scene.agents):  # "التحالف بمشاركة من الأسايش ووحدات في قسد نفذ"
            scene.agents[:] = [row for row in scene.agents if row[0] != part.start]
        scene.partners.append((part.start, whom))
