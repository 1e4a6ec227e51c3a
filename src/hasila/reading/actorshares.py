"""Who did a share of what several did together."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.able import acts
from hasila.reading.case import Answer, Case
from hasila.reading.cast import Part
from hasila.reading.count import CLOSE
from hasila.reading.doings import acts_in
from hasila.reading.governors import QUOTES, is_arabic
from hasila.reading.page import Page
from hasila.reading.spared import attacks


def of_owner(case: Case) -> Answer | None:
    """ "قالت القيادة إن تنظيم داعش تبنى 118 هجوماً", "ISIS claimed 153 attacks": who claims an
    attack made it, whoever passes the claim on."""
    page, at = case.setting.page, case.count.start
    if case.count.measure not in _CLAIMED:
        return None
    low = max(case.setting.start, at - (_NEAR if case.count.measure == "attacks" else _FAR))
    verbs = page.all(_OWNING_UP, low, at)
    if not verbs or (case.count.measure == "operations" and page.form[verbs[-1]] not in _ADOPTS):
        return None
    verb = verbs[-1] - (page.before(verbs[-1]) == "قد")
    beside = (verb, verbs[-1] + 1)
    named = (p for p in case.setting.parts if p.end == beside[0] or p.start == beside[1])
    whom = next((part.whom for part in named if not part.mention.prep and attacks(part.whom)), None)
    return (whom, "stated", "owned-up") if whom is not None else None


_ADOPTS = markers("owning-up")
_OWNING_UP = _ADOPTS | markers("claims-attack")
_CLAIMED = frozenset({"attacks", "operations"})
_NEAR, _FAR = 2, 8


def of_share(case: Case) -> Answer | None:
    """ "blames the army for 21 of the deaths, the SDF for four", "the police made 46, the SDF 37": whoever stands right
    before a number; "نصيب التنظيم 17 منهم": whose share it is."""
    page, at = case.setting.page, case.count.start
    gapped = _gapped(case)
    if ((case.event or case.group is not None) and not gapped) or at - 2 < case.setting.start:
        return None
    blamed = page.form[at - 1] == "for" and not _BLAMED.isdisjoint(page.form[case.setting.start : at])
    dealt = case.setting.parts if page.where(_SHARE_OF) else ()
    share = next((part.whom for part in dealt if _deals_share(page, part, at)), None)
    if share is not None and acts(share):
        return share, "stated", "actor-of-share"
    if not blamed and not any("gapping" in other.rules for other in case.setting.counts) and not gapped:
        return None
    at -= page.form[at - 1] == "for" or page.form[at - 1] in _DID
    at = _before_rest(page, at)
    whom = next((part.whom for part in case.setting.parts if part.end == at), None)
    return (whom, "stated", "actor-of-share") if whom is not None and acts(whom) else None


def of_part(case: Case) -> Answer | None:
    """ "11,000 of those strikes were from US aircraft", "US jets made 14 of them", "US forces then made two raids":
    whose part of the events it is."""
    page, count = case.setting.page, case.count
    of_them = count.partitive or "of-group" in count.rules
    if not case.event or is_arabic(page, count) or not (of_them or case.own is None):
        return None
    whom = (_came_from(case) if of_them else None) or _made(case)
    return (whom, "stated", "actor-of-share") if whom is not None and acts(whom) else None


def _came_from(case: Case) -> str | None:
    """Who is named behind "were from", "came from", or right behind: "21 of them by the US"."""
    page, end = case.setting.page, case.count.end
    near = page.all(_FROM, end, end + _BEHIND)
    at = next((k for k in near if page.form[k - 1] in _WERE or (k == end and page.form[k] == "by")), None)
    if at is None:
        return None
    named = {at + 1, at + 1 + (page.form[at + 1] == "the")}
    whom = next((part.whom for part in case.setting.parts if part.start in named), None)
    return "US forces" if whom == "US government" else whom


def _made(case: Case) -> str | None:
    """Who is named right before a verb of making and the number."""
    page, subject, at = case.setting.page, case.setting.scene.subject, case.count.start - 1
    at -= page.cue(at, "qual") is not None
    if subject is None or page.form[at] not in _MAKE or not 0 < at - subject[0] <= _BEHIND:
        return None
    return subject[1]


_FROM = frozenset({"from", "by"})
_WERE = frozenset({"were", "was", "came", "are"})
_MAKE = markers("makes-share")
_BEHIND = 4


def _deals_share(page: Page, part: Part, at: int) -> bool:
    """Whether a name stands between "the share of" and the token of a number, in quotation marks or not."""
    first, last = part.start - 1, part.end
    first -= page.form[first] in QUOTES
    last += last < at and page.form[last] in QUOTES
    return last == at and page.form[first] in _SHARE_OF


def _gapped(case: Case) -> bool:
    """ "The SDF killed 14 civilians, ISIS 10, and the coalition three": the verb is said once, for several doers."""
    page, count = case.setting.page, case.count
    another = page.before(count.start) in _ANOTHER
    gap = "coordination" in count.rules or (case.event and (count.noun_at is not None or another))
    if not gap or (page.form[count.start] >= "\u0590" and "coordination" not in count.rules):
        return False
    at = _before_rest(page, count.start)
    part = next((part for part in case.setting.parts if part.end == at), None)
    if part is None:
        return False
    if page.form[part.start] >= "\u0590":
        return part.mention.conj == "و" and not part.mention.prep and _first_doer(case, part.start)
    head = part.start - (page.before(part.start) == "the")
    return page.before(head) in _ROW


def _before_rest(page: Page, at: int) -> int:
    """Past what may stand between a doer and its number: "Iraqi jets with another 22"."""
    at -= page.before(at) in CLOSE | _ANOTHER
    return at - (page.before(at) == "with")


_ANOTHER = frozenset({"another"})
_ROW = frozenset({",", "and", ";", "while"})


def _first_doer(case: Case, at: int) -> bool:
    """ "واعتقل جهاز الأمن الوطني 14، ومديرية الاستخبارات 20": whether a verb, who did it and how many stand in this
    order before a further doer."""
    page, start = case.setting.page, case.setting.start
    doers = {row[0] for row in case.setting.scene.agents}
    first = next((part for part in case.setting.parts if start < part.start < at and part.start in doers), None)
    if first is None:
        return False
    told = any(other.start == first.end and other.end <= at for other in case.setting.counts)
    return told and acts_in(page, first.start - 1)


_BLAMED = markers("blame-verb")


_DID = markers("did-verb")


_SHARE_OF = markers("share-of")
