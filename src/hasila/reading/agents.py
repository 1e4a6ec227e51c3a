"""Who did what a sentence states: subjects of action verbs, "by" and its Arabic kin, owners of attacks."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.able import ONLY_SPEAK, can_act, own_forces
from hasila.reading.answers import answered
from hasila.reading.cast import Part, side_of
from hasila.reading.count import CLOSE
from hasila.reading.doings import (
    acts_in,
    acts_in_clause,
    acts_on,
    acts_past_aside,
    attack_of,
    country_acts,
    deed_of_men,
    did_to_them,
    does,
    fought_by_name,
    gave_word,
    has_done,
    help_of,
    hits,
    in_its_events,
    is_kind,
    its_deed,
    men_act,
    men_of,
    men_of_agent,
    of_named_subject,
    one_of,
    past_purpose,
    raids,
    shoots,
    told_to_act,
    work_of,
)
from hasila.reading.doneby import done_by
from hasila.reading.governors import AUXILIARY, BE, COMMA, QUOTES
from hasila.reading.jointforces import unit_of
from hasila.reading.lands import forces_of_land
from hasila.reading.ledby import leads_others, past_leader
from hasila.reading.menoftheirs import told_of_men
from hasila.reading.page import Page
from hasila.reading.pursuits import people_of, pursued
from hasila.reading.scene import Scene, accompanies, full_name, struck
from hasila.values.numbers import number_forms

_ATTACKS = markers("attack-of")
_BY = markers("by-agent")
_NEW_CLAUSE = markers("new-clause")
_THAT = markers("complementiser")
_PROCLITICS = markers("proclitic") - {"و", "ف"}
_IN_ATTACK = markers("in-attack")
_ALLIED = markers("allied-word")
_COMPANY = 18
_DEED_VERBS = markers("seize-verb") | markers("finishes-off")
TOOK_PART = markers("took-part")
_UNITS = markers("unit")
_CAPTIVITY = markers("captivity")
_BACKED_BY = markers("backed-by")
_WAS_DONE = BE - {"being", "is"}
_NOT_ITS_OWN = markers("not-of-group")


def within_attack(page: Page, at: int, start: int) -> bool:
    """ "in a Coalition strike": the attack stands behind what came of it."""
    return not _IN_ATTACK.isdisjoint(page.form[max(start, at - 3) : at])


_NO_AGENT = ONLY_SPEAK | {"statement", "person", "partner"}


def agent(page: Page, part: Part, start: int, end: int, speaker: str | None, scene: Scene) -> None:
    whom = forces_of_land(page, part.start, start) or own_forces(speaker) if part.own else part.whom
    if part.start > start and (page.form[part.start - 1] in _BACKED_BY or help_of(page, part.start, start)):
        return
    if leads_others(page, part.start, start):
        return
    if whom == "US government":
        whom = "US forces"
    if whom is None or part.cls in _NO_AGENT or not can_act(whom):
        return
    if side_of(whom) == "monitor" or (scene.agents and page.form[part.start - 1] in TOOK_PART):
        return
    arabic = page.form[part.start] >= "\u0590"
    if _answers_for(page, part, start) or (_ar_agent if arabic else acts_in_english)(page, part, start, end):
        scene.agents.append((part.start, whom, _strong(page, part, start)))


def _strong(page: Page, part: Part, start: int) -> bool:
    """Whether the words before an agent name it as the doer of what stands before: by, من قبل, شنه, عملية لـ."""
    near = page.form[max(start, part.start - 3) : part.start]
    if attack_of(page, part.end, len(page.form)) and within_attack(page, full_name(page, part.start, start), start):
        return True
    told = (
        (_when_it(page, part, start) and side_of(part.whom) not in ("isis", "jihadist"))
        or (bool(near) and near[-1] in _CAPTIVITY)
        or work_of(page, part.start, start)
        or (not part.mention.prep and in_its_events(page, part.start, start))
        or deed_of_men(page, part.start - 1, start)
        or did_to_them(page, part.start - 1)
        or (page.before(part.start).endswith("هما") and its_deed(page, part.start, start))
    )
    return told or part.mention.prep == "ل" or any(form in _BY for form in near)


def _when_it(page: Page, part: Part, start: int) -> bool:
    """ "died when the army shelled", "when aircraft of the coalition bombed": the doer opens a clause of when."""
    at = part.start - 1
    while at > start and (page.form[at] in _MEN or page.form[at] in _OF_THE):
        at -= 1
    return at > start and page.form[at] == "when"


_OF_THE = frozenset({"of", "the", "a", "an"})


_BLAMED = markers("blame-verb")
_LINKING = frozenset({"verb", "with", "against"})
_TOWARD = frozenset({"الي", "on", "to"})


def _answers_for(page: Page, part: Part, start: int) -> bool:
    """ "هجوم نسبته دمشق إلى التنظيم", "an attack blamed on ISIS": who is said to have done it."""
    if not page.has(_BLAMED, max(start, part.start - 5), part.start):
        return False
    return part.mention.prep == "ل" or page.form[part.start - 1] in _TOWARD


def _word_before(page: Page, at: int, start: int) -> str:
    """The word before a name, quotation marks aside: المعروف بـ"داعش", تنظيم «داعش»."""
    back = at - 1
    while back > start and page.form[back] in QUOTES:
        back -= 1
    return page.form[back] if back >= start else ""


def _ar_agent(page: Page, part: Part, start: int, end: int) -> bool:
    before = _word_before(page, part.start, start)
    prep = part.mention.prep or (before if before in _PROCLITICS else "")
    if told_of_men(page, part, start):
        return True
    behind = part.start - 2 >= start and page.form[part.start - 2] in _BY and before not in ("ضد", "علي", "مع", "في")
    behind = behind and not page.cue(part.start - 1, "with")  # "حملة نفذتها بمشاركة التحالف"
    captor = before in _CAPTIVITY and page.form[max(start, part.start - 2)].endswith("في")
    if before in _BY or behind or captor:  # "وقع جنديان في أسر التنظيم"
        return True
    if its_deed(page, part.start, start) or deed_of_men(page, part.start - 1, start):
        return True
    near = page.form[max(start, part.start - 3) : part.start]
    if prep == "ل" and any(form.removeprefix("ب") in _ATTACKS for form in (before, *near)):
        ground = before.removeprefix("و") in _GROUND_OF and near[0] != before  # "غارة على آليات ومواقع لداعش"
        return not ground and not any(hits(form) for form in near)
    if answered(page, part.start, part.end, start):
        return True
    if part.mention.name.cls == "metonym" and not (part.start > start and does(page, part.start - 1)):
        return country_acts(page, part.start, part.end, end)
    if accompanies(page, part, start) or struck(page, part, start) or _announces(page, part, start):
        return False
    if prep == "" and (
        before.removeprefix("ب") in _ATTACKS or (part.start > start and is_kind(page, part.start - 1, "event"))
    ):
        return True
    if before == "من" and men_of_agent(page, part.start - 2, start):
        return True
    if (unit := unit_of(page, part.start, start)) is not None and _unit_does(page, part, unit, end):
        return True
    if before == "من" and part.start - 2 >= start and is_kind(page, part.start - 2, "person"):
        return men_act(page, part.start - 2, part.end, end)
    if before == "من" and part.start - 2 > start and page.form[part.start - 3] in _THAT:
        return men_act(page, part.start - 2, part.end, end)
    if ((prep == "ل" and before in _UNIT_OF) or before == "في") and _unit_acts(page, part, start, end):
        return True
    if before in _GROUND_OF:
        return False  # "في مناطق نفوذ الإدارة الذاتية قتل فيها ستة"
    if prep or before in _NOT_DOER or fought_by_name(page, part.start, start):
        return False
    if before in _THAT and acts_in_clause(page, part.end, end):
        return True
    for back in range(part.start - 1, max(start, part.start - 4) - 1, -1):
        if page.form[back] == "من" or of_named_subject(page, back, part.start):
            break  # "قتل تسعة من عناصر داعش"
        if page.form[back].lstrip("ويت").startswith(("استهدف", "ستهدف")):
            return False
        if (does(page, back) or page.form[back] in _DEED_VERBS) and page.form[back] >= "\u0590":
            return page.before(back) not in _WHAT  # "وفق ما نشرته القيادة" tells of no deed
        word = page.word[back]
        if word is not None and not _LINKING.isdisjoint(word.cues):
            break
    if part.start - 2 >= start and page.form[part.start - 2] in _ON and page.form[part.start - 1] in _BANDS:
        return False  # "حملة على خلايا التنظيم شملت 61 عملية"
    return _acts_next(page, part, end) or acts_on(page, part.start, part.end, start, end)


def _unit_does(page: Page, part: Part, unit: int, end: int) -> bool:
    """ "قوة من الجيش قتلت", "إن دوريات من قسد وبدعم من التحالف، تمكنت من القبض على"."""
    if page.before(unit) in _THAT and acts_in_clause(page, part.end, end):
        return True
    return _acts_next(page, part, end) or acts_past_aside(page, part.end, end)


_WHAT = markers("that-which")
_FAR_MEN = 7


_BANDS = markers("band")
_UNIT_OF = markers("unit-of")
_ON = frozenset({"علي", "ضد"})


def _unit_acts(page: Page, part: Part, start: int, end: int) -> bool:
    """ "قوة من لواء المشاة التابع للجيش العراقي قتلت أربعة": a unit that belongs to a body, and then its verb."""
    near = range(part.start - 2, max(start, part.start - _FAR_MEN) - 1, -1)
    unit = next((k for k in near if page.among(k, _MEN) or page.form[k] in _BANDS), None)
    if unit is not None and unit > start and not _OPERATES.isdisjoint(page.form[max(start, unit - 2) : unit]):
        return True  # "ألقت الوحدات الخاصة في القوات القبض"
    if unit is None or any(hits(page.form[k]) or does(page, k) for k in range(max(start, unit - 2), part.start)):
        return False
    return _acts_next(page, part, end) or acts_past_aside(page, part.end, end)


_MEN = _UNITS | markers("aircraft")
_NOT_DOER = frozenset({"ضد", "من", "علي", "مع", "في", "الي", "بين"})
_OPERATES = markers("operates-verb") | (_BY - markers("by-means") - {"قبل", "يد"})
_GROUND_OF = markers("ground-of")
_IN_THEM = markers("in-them")


def _announces(page: Page, part: Part, start: int) -> bool:
    """ "إعلان الوزارة مقتل جنديين": behind the noun of saying stands who says it."""
    at = part.start - 1
    told = at >= start and bool(page.cue(at, "masdar")) and page.cue(at, "verb") == "speech"
    return told or gave_word(page, at, start)


_AS_FOR = frozenset({"اما", "واما"})  # "أما بقية دول التحالف فنفذت 2657"


def _acts_next(page: Page, part: Part, end: int) -> bool:
    """Whether an action follows a name in its own clause: not "من قوات النظام، كما أصيب"."""
    first = past_purpose(page, part.end)
    for at in range(first, min(end, first + 3)):
        if page.form[at] in _NEW_CLAUSE or page.form[at] in COMMA:
            return False
        topic = page.conj[at] == "ف" and page.has(_AS_FOR, part.start - _FAR_MEN, part.start)
        if (does(page, at) or raids(page, at)) and (topic or not page.conj[at]):
            within = page.trigger(at) is not None and page.form[at + 1 : at + 2] != [] and page.form[at + 1] in _IN_THEM
            return page.form[at] not in _BACKED_BY and not within  # "هجمات في مناطق الجيش قتل فيها ستة"
    return False


def _owns_events(page: Page, part: Part, end: int) -> bool:
    """ "the coalition's 15,634 strikes": whose events are counted."""
    at = part.end
    number = at < end and (page.form[at][0].isdigit() or page.form[at] in number_forms())
    if not number or not page.tokens.raw[at - 1].endswith(("'s", "’s", "s'", "s’")):
        return False
    return any(is_kind(page, k, "event") for k in range(at + 1, min(end, at + 4)))


def acts_in_english(page: Page, part: Part, start: int, end: int) -> bool:
    before = page.form[part.start - 1] if part.start > start else ""
    before = page.form[part.start - 2] if before in ("the", "an", "a") and part.start - 2 >= start else before
    before = page.form[part.start - 2] if before in _SUSPECTED and part.start - 2 >= start else before
    if _owns_events(page, part, end):
        return True
    of_land = part.cls == "government" and page.has(_LANDS, part.end, part.end + 1)  # "in Somalia's Puntland region"
    if of_land or accompanies(page, part, start) or struck(page, part, start):
        return False
    if before == "by" or work_of(page, part.start, start) or men_of(page, part.start, part.end, start, end):
        return before != "by" or done_by(page, part.start, start)
    if before in _WHEN and part.start - 2 > start and side_of(part.whom) in ("isis", "jihadist"):
        return not any(page.form[at] in AUXILIARY for at in range(part.end, min(end, part.end + 2)))
    if pursued(page, part, start):
        return False
    verb = part.start - 1 - (page.form[part.start - 1] in ("the", "an", "a"))
    if verb > start and does(page, verb) and not page.hyphened(verb) and page.form[verb - 1] not in AUXILIARY:
        return False  # "ISIS kills SDF fighter, wounds 3"
    capital = part.mention.name.cls == "metonym"
    at_head = not before or (told_to_act(page, part, before) and not attack_of(page, part.end, end))
    if before in _NOT_ITS_OWN or (capital and (not at_head or page.has(_WAS_DONE, part.end, part.end + 1))):
        return False
    if attack_of(page, part.end, end):
        return True
    if before in ("against", "on", "with", "in", "for", "at") or (
        before in ("of", "from") and not people_of(page, part, start)
    ):
        return False
    first = _past_company(page, past_leader(page, part.end, end), end)
    for at in range(first, min(end, first + 10)):
        if does(page, at) or page.form[at] in _STRUCK:
            if page.form[at - 1] in _WAS_DONE:
                return False
            open_to_all = not _counted_before(page, part) and not one_of(page, part.end, at)
            return open_to_all or _has_object(page, part, at, end)
        if shoots(page, at) and at > first:
            return True
        if (
            (capital and is_kind(page, at, "event"))
            or page.form[at] in (".", ";", "—", ":")
            or page.cue(at, "verb") in ("speech", "toll")
        ):
            return False
        if at > first and page.form[at] == "that" and not page.has(_ITSELF, at + 1, at + 2):
            return False  # "The army is reporting that militants attacked"
        if has_done(page, at, end):
            return not _counted_before(page, part) or _has_object(page, part, at + 1, end)
        if page.form[at] in ("and", ",") and part.start - start > 4 and not _subject_goes_on(page, start, part, at):
            return False
    return False


def _subject_goes_on(page: Page, start: int, part: Part, at: int) -> bool:
    """ "the SDF and the Coalition killed", "forces and allies", "The units of the SDF, arrested": no clause begins."""
    after = at + 1 + (page.form[at + 1 : at + 2] == ["the"])
    opens = page.form[at] == "," and at + 1 < len(page.form) and "," not in page.form[start : part.start]
    first = opens and acts_in(page, at + 1)
    return first or after in page.inside or not _ALLIED.isdisjoint(page.form[at + 1 : at + 3])


_SUSPECTED = frozenset({"suspected", "alleged", "presumed", "unidentified"})  # "a strike by suspected militants"
_STRUCK = markers("struck-verb")
_LANDS = markers("kind-of-place")
_ITSELF = frozenset({"it", "its", "they", "their", "he", "we", "our"})
_PARTED = frozenset({",", "--", "—", "–"})
_WHEN = frozenset({"when", "as"})


def _past_company(page: Page, at: int, end: int) -> int:
    """Past what a subject is told with between commas: "US forces, in partnership with the SDF, killed", "the army,
    acting on a tip, arrested"."""
    if at < end and page.form[at] in CLOSE:
        at += 1
    if at >= end or page.form[at] not in _PARTED:
        return at
    close = next((k for k in range(at + 1, min(end, at + _COMPANY)) if page.form[k] == page.form[at]), at)
    if close == at or any(page.cue(k, "with") for k in range(at + 1, min(end, at + 3))):
        return close + 1 if close > at else at
    verb = next((k for k in range(close + 1, min(end, close + 4)) if page.form[k] not in AUXILIARY), close)
    return close + 1 if does(page, verb) or page.form[verb] == "responsible" else at


def _has_object(page: Page, part: Part, at: int, end: int) -> bool:
    """ "ISIS fighters have killed around 753 people": uncounted people in front of a verb with an object act."""
    back = page.form[part.start - 1 - (page.form[part.start - 1] in QUOTES)] if part.start else ""
    if back[:1].isdigit() or back in number_forms():
        return False
    follow = page.until[at]
    articled = page.form[follow : follow + 1] in (["the"], ["a"], ["an"])
    while follow < end and (page.cue(follow, "qual") or page.form[follow] in ("the", "a", "an")):
        follow = page.until[follow]
    return follow < end and (
        articled
        or page.form[follow][:1].isdigit()
        or page.form[follow] in number_forms()
        or page.noun(follow) is not None
    )


def _counted_before(page: Page, part: Part) -> bool:
    """ "22 ISIS operatives killed": the name belongs to a count."""
    at = part.start - 1
    at -= at > 0 and page.form[at] in QUOTES  # 140 “ISIS elements”
    back = page.form[at] if part.start and at not in page.dated else ""
    return back[:1].isdigit() or (page.noun(part.end - 1) is not None and page.noun(part.end - 1).kind == "person")  # type: ignore[union-attr]
