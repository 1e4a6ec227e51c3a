"""Sources named beside what they say: "according to", who owned up."""

from __future__ import annotations

from hasila.lexicon.markers import markers, with_and
from hasila.reading.cast import Part, side_of
from hasila.reading.claims import right_subject, speaker_of
from hasila.reading.page import Page
from hasila.reading.scene import Scene
from hasila.reading.voices import role_at
from hasila.values.numbers import number_forms

_COMPLEMENT = markers("complementiser") | markers("reason") | {'"', ":", "«", "“"}
_STATEMENT = markers("statement-word")
_FIGURES = markers("own-figures")
_FROM = markers("issued-by")
_SUBJECT_REACH = 7


def accord(page: Page, here: list[Part], at: int, claimant: str | None, scene: Scene) -> None:
    follow = _behind_statement(page, page.until[at])
    if any(page.form[k] in _KNOWLEDGE and k not in page.inside for k in range(follow, min(len(page.form), follow + 2))):
        return
    near = _ISSUER if page.form[at] < "\u0590" and _by_voice(page, follow, page.until[at]) else _NEAR
    reach = follow + (_WRITTEN if page.form[follow : follow + 1] == ["ما"] else near)  # "بحسب ما كتبه حساب القيادة"
    ahead = range(follow, min(len(page.form), reach))
    comma = next((k for k in ahead if page.form[k] in _COMMAS or (k > follow and _deed(page, k))), reach)
    if not any(follow <= part.start < comma and part.whom for part in here):
        comma = next((p.end for p in here if p.start == comma + 1 and p.cls == "person"), comma)  # ", Najib Danish,"
    own = _behind_number(page, at) or not _OWN_COUNT.isdisjoint(page.form[page.until[at] : follow + 1])
    for part in here:
        if follow <= part.start < comma:
            whom = part.whom if part.cls == "agency" and own else speaker_of(part, claimant)
            if whom is None and not scene.claims and page.form[at] < "\u0590" and part.cls == "agency":
                whom = part.whom  # "According to Rudaw, five were killed"
            if part.cls == "source" and part.generic:
                whom = claimant  # "ووفق المصدر تمكنت قسد"
            if whom is not None:
                scene.claims.append((at, whom, True))
                return
    if scene.subject is not None and page.form[at : at + 3] == ["by", "its", "own"]:
        scene.claims.append((at, scene.subject[1], True))  # "The SDF, by its own account, arrested 60"


def _by_voice(page: Page, follow: int, named: int) -> bool:
    """ "according to a statement made by the spokesman for the army", "to the official spokesman of the army"."""
    near = range(follow, min(len(page.form), follow + _NEAR))
    return follow > named or any("voice" in role_at(page, k) for k in near)


def _deed(page: Page, at: int) -> bool:
    """ "وبحسب الحصيلة نفذت خلايا داعش تسع هجمات": whose deed is told names no source."""
    return page.form[at] >= "\u0590" and page.cue(at, "verb") in ("action", "outcome")


def _behind_number(page: Page, at: int) -> bool:
    """ "68 بحسب المرصد، و53 وفق وكالة سانا": a number that an agency gives against another's."""
    return at > 0 and (page.form[at - 1][0].isdigit() or page.form[at - 1].removeprefix("و") in number_forms())


_NEAR, _ISSUER, _WRITTEN = 5, 8, 14
_OWN_COUNT = markers("own-count")  # "وفق إحصاء وكالة": what an agency has counted by itself
_COMMAS = frozenset({",", "،"})
_KNOWLEDGE = markers("knowledge")


def _behind_statement(page: Page, follow: int) -> int:
    """ "according to an official statement by the ministry", "وفق حصيلة صدرت اليوم الأربعاء عن وزارة الصحة": whose
    statement or toll it is."""
    near = range(follow, min(len(page.form), follow + 5))
    at = next((at for at in near if page.form[at] in _STATEMENT or page.cue(at, "tally")), None)
    if at is None:
        return follow
    if page.form[at] in _STATEMENT and any(page.form[k] in _FROM for k in range(at + 1, min(len(page.form), at + 4))):
        return at + 1
    told = (k for k in range(at + 1, min(len(page.form), at + _ISSUED)) if k not in page.dated)
    for k in told:
        if page.form[k] in _COMMAS:
            break
        if page.form[k] in _FROM and not _OUT.isdisjoint(page.form[at + 1 : k]):
            return k
    return follow


_ISSUED = 10
_OUT = markers("came-out") | markers("released-verb")


def by_count(page: Page, here: list[Part], at: int) -> bool:
    """ "by SOHR statistics", "by the command's count"."""
    part = next((part for part in here if part.start in (at + 1, at + 2)), None)
    return part is not None and any(form in _FIGURES for form in page.form[part.end : part.end + 2])


def announcement(page: Page, here: list[Part], at: int, scene: Scene) -> None:
    """ "بعد إعلان وزارة الدفاع مقتل جنديين": who announces, behind the noun of saying, and what."""
    for part in here:
        if part.start == at + 1 and not part.mention.prep and part.whom and part.cls != "agency":
            told = range(part.end, min(len(page.form), part.end + _TOLD))
            if any(page.form[k] in _COMPLEMENT or page.trigger(k) is not None for k in told):
                scene.claims.append((at, part.whom, False))


_TOLD = 3
_GROUPS = frozenset({"isis", "jihadist", "iran", "palestinian"})


def owned_up(page: Page, here: list[Part], start: int, end: int, scene: Scene) -> None:
    """ "تبنى التنظيم هجومين", "علما أن التنظيم تبنى هجومين": whoever claims an attack as its own; of others the verb
    says that they adopt a plan."""
    for at in page.all(OWNING_UP, start, end):
        verb = at - (page.before(at) == "قد")  # "وكان التنظيم قد تبنى ست عمليات"
        before = next((part.whom for part in here if part.end == verb and _owns(page, part, verb < at)), None)
        whom = before or right_subject(page, here, at, end, None)
        if whom is not None and side_of(whom) in _GROUPS:
            scene.claims.append((at, whom, False))


def _owns(page: Page, part: Part, had: bool) -> bool:
    """ "علما أن التنظيم تبنى هجومين", "كان التنظيم قد تبنى"; "قالت القيادة إن التنظيم تبنى هجومين" is said by the
    command."""
    was = had and page.has(_WAS, part.start - 1, part.start)
    return was or page.has(_BY_THE_WAY, part.start - 2, part.start - 1)


_WAS = with_and(frozenset({"كان", "كانت"}))


_BY_THE_WAY = frozenset({"علما", "مع", "رغم"})
OWNING_UP = markers("owning-up")


def shown(page: Page, at: int, start: int) -> bool:
    """ "New numbers from the ministry show that", "its data showed", "أظهرت بيانات القيادة أن": figures that state
    something."""
    if page.form[at] >= "\u0590":
        return page.has(_SHOWN, at + 1, at + 3)
    return page.form[at] in _SHOW and not _STATEMENT.isdisjoint(page.form[max(start, at - _SUBJECT_REACH) : at])


_SHOW = markers("show-verb")
_SHOWN = markers("shown-figures")


def presents(page: Page, at: int, end: int) -> bool:
    """ "قدّم المتحدث باسم الجهاز خلاصة ما أنجزه": a verb with an account of deeds for its object."""
    return page.has(_ACCOUNTS, at + 1, min(end, at + _PRESENTED))


_ACCOUNTS = markers("what-is-presented")
_PRESENTED = 18


def gives_number(page: Page, at: int, end: int) -> bool:
    """ "The SDF gave the number of people arrested as 226", "it had given 387 operations": who counts so many."""
    if _a_number(page, at + 1) and _counted_noun(page, at + 2):
        return True
    if not any(page.cue(k, "tally") for k in range(at + 1, min(end, at + 1 + _TOLD))):
        return False
    reach = range(at + 1, min(end - 1, at + _SAID_AS))
    return any(page.form[k] == "as" and _a_number(page, k + 1) for k in reach)


def _counted_noun(page: Page, at: int) -> bool:
    near = (page.noun(k) for k in range(at, min(len(page.form), at + 2)))
    return any(noun is not None and noun.kind in ("event", "casualty") for noun in near)


def _a_number(page: Page, at: int) -> bool:
    at += page.cue(at, "qual") is not None
    return at < len(page.form) and (page.form[at][:1].isdigit() or page.form[at] in number_forms())


_SAID_AS = 14


def tally_of(page: Page, here: list[Part], scene: Scene) -> None:
    """ "Final count of the ministry: 121 dead", "حصيلة المرصد: 121 قتيلا": whose count a colon introduces; "the
    command's assessment is that nobody died": whose view a clause gives."""
    for part in here:
        start, end = part.start, part.end
        told = (end < len(page.form) and page.form[end] == ":") and (
            page.cued_in("tally", max(0, start - _COUNT_OF), start) is not None
        )
        told = told or _gapped(page, part, scene)
        view = not told and page.tokens.raw[end - 1].endswith(_OWNS) and _gives_view(page, end)
        if (told or view) and part.whom:
            scene.claims.append((start, part.whom, False))


def _gapped(page: Page, part: Part, scene: Scene) -> bool:
    """ "The SDF puts the dead at 40, and the Observatory at 52": the verb is left out."""
    first = part.start - (page.before(part.start) == "the")
    joined = page.before(first) == "and" and page.form[part.end : part.end + 1] == ["at"]
    return joined and bool(scene.claims) and _a_number(page, part.end + 1)


def _gives_view(page: Page, at: int) -> bool:
    behind = page.form[at : at + _VIEW]
    return "that" in behind and not _STATEMENT.isdisjoint(behind)


_OWNS = ("'s", "’s")


_VIEW = 5
_COUNT_OF = 3
