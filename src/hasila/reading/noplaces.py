"""Names of places that stand for something else: a government, a nationality, the name of a campaign, a body."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.model import Place
from hasila.reading.page import Page
from hasila.reading.sight import Mention
from hasila.values.numbers import number_forms

_LOCATIVE = markers("direction") | markers("locative")


_NEAR = frozenset({"IQ", "SY", "IQ+SY"})


_IN = markers("inside")


_KINDS = markers("kind-of-attack")


_TITLES = markers("title-of-place")
_OFFICES = markers("office-of-province")


def _named_after(page: Page, at: int) -> bool:
    """ "Abu Hawija", a man; "Operation Euphrates Shield"."""
    named = at + 1 < len(page.form) and page.lex[at + 1].upper
    if page.form[at] in _KUNYA and page.before(at) not in _BEFORE_TOWN:
        return page.before(at) not in ("and", "the")
    if page.before(at) == "شهداء" and page.before(at - 1) in _UNITS:
        return True  # "كتيبة شهداء أم الأرانب"
    return page.before(at) in _KUNYA or (page.before(at) == "operation" and page.lex[at - 1].upper and named)


_KUNYA = frozenset({"abu", "umm"})
_UNITS = frozenset({"كتيبه", "لواء", "الويه", "فوج", "فصيل"})


_BEFORE_TOWN = _LOCATIVE | _IN | {"to", "from", "of"}


def _of_campaign(page: Page, at: int) -> bool:
    """ "حملة «الانتقام لشهداء الرقة»": a place in the name of a campaign."""
    quotes = page.all(_OPENING, max(0, at - _NAMED), at)
    quote = quotes[-1] if quotes else 0
    return quote > 0 and page.form[quote - 1].removeprefix("و") in _CAMPAIGNS


_NAMED = 4


_OPENING = frozenset("\"“«'‘")


_CAMPAIGNS = markers("campaign-word")


def _in_operation_name(page: Page, mention: Mention) -> bool:
    """ "Operation Retaliation for Raqqa Martyrs", "a campaign dubbed “Security in Hasakah”"."""
    behind = page.form[mention.end : mention.end + 1]
    if behind == ["martyrs"] or page.form[mention.start - 2 : mention.start] == ["martyrs", "of"]:
        return True
    quotes = page.all(_OPENING, max(0, mention.start - _LONG_NAME), mention.start)
    if not quotes or page.has(_CLOSING, quotes[-1] + 1, mention.start):
        return False
    named = page.form[quotes[-1] - 1 : quotes[-1] + 2]
    return not _CALLED.isdisjoint(named) and page.has(_CLOSING, mention.end, mention.end + _LONG_NAME)


_LONG_NAME = 8
_CLOSING = frozenset("\"”»'’")
_CALLED = markers("names-campaign")


def _owns_body(page: Page, mention: Mention) -> bool:
    """ "the Kurdistan Region's Asayish": whose forces they are, not where they acted."""
    body = page.name_at.get(mention.end)
    owns = page.tokens.raw[mention.end - 1].endswith(("'s", "’s"))
    return owns and body is not None and body.kind == "actor" and mention.name.cls != "country"


def not_a_place(page: Page, mention: Mention, place: Place) -> bool:
    """A country that stands for its government or as an adjective: US troops, أمريكا تعلن, مدعومة من إيران."""
    if mention.start and (_titled(page, mention, place) or _of_actor(page, mention.start)):
        return True
    if _of_campaign(page, mention.start) or _named_after(page, mention.start):
        return True
    if page.form[mention.start] < "\u0590" and (_in_operation_name(page, mention) or _owns_body(page, mention)):
        return True
    if mention.name.cls != "country":
        return False
    if "ً" in page.tokens.raw[mention.start]:
        return True
    if place.scope in _NEAR:
        return _adjective(page, mention)
    if page.form[mention.start] == "us" and _describes(page, mention.end):
        return True
    back = page.form[mention.start - 1] if mention.start else ""
    if back == "the" and mention.start > 1:
        back = page.form[mention.start - 2]
    return back.removeprefix("و") not in _IN and mention.prep != "ب" and not _ranked(page, mention)


def _ranked(page: Page, mention: Mention) -> bool:
    """ "جاءت نيجيريا أولاً بسبع عمليات، تلتها مالي بأربع": a country in a list of so many each."""
    if not page.has(_RANKS, mention.start - 1, mention.start):
        return False
    behind = page.form[mention.end : mention.end + _NEXT]
    return any(form[:1] == "ب" and (form[1:2].isdigit() or form[1:] in number_forms()) for form in behind)


_RANKS = markers("ranks-place")
_NEXT = 2


def _titled(page: Page, mention: Mention, place: Place) -> bool:
    """ "والي العراق", "ولاية الصومال": a man's office, or what the group calls its branch. Where a state has provinces
    of that name, "في ولاية يالوفا" is one of them."""
    back = mention.start - 1
    if page.form[back] not in _TITLES:
        return False
    province = page.form[back] == _PROVINCE and mention.name.cls != "country" and place.scope not in _BRANCHES
    return not province or (back > 0 and page.form[back - 1] in _TITLES | _OFFICES)


_PROVINCE = "ولايه"
_BRANCHES = frozenset({"IQ", "SY", "EG", "YE", "LY", "SA", "IQ+SY"})


def _of_actor(page: Page, at: int) -> bool:
    """ "the Counter Terrorism Group (CTG) of the Kurdistan Region": a place that is part of a body's name."""
    at -= 2 if page.form[at - 1] == "the" else 1
    if at < 2 or page.form[at] != "of":
        return False
    held = page.inside.get(at - 2 if page.form[at - 1] == ")" else at - 1)
    return held is not None and held.kind == "actor" and not held.name.generic  # but "in the centre of Mosul"


def _describes(page: Page, at: int) -> bool:
    """ "in US strikes", "two US troops": before a noun the country is an adjective."""
    return at < len(page.form) and (page.noun(at) is not None or page.form[at] in _KINDS)


def _adjective(page: Page, mention: Mention) -> bool:
    """سورية is also "Syrian": the country only after a preposition, a direction or a verb that agrees with it (شهدت
    سورية); after a noun it is the adjective (قوات سورية)."""
    form, back = page.form[mention.start].lstrip("و"), page.form[mention.start - 1] if mention.start else ""
    if form == "سوريا" and back.endswith("ا") and page.noun(mention.start - 1) is not None and not mention.prep:
        return True  # "52 عسكريا سوريا"
    if back in _CITIZENSHIP:
        return True
    if form != "سوريه" or mention.prep or mention.conj or not mention.start:
        return False
    if back in _LOCATIVE or back in _IN or (back[:1] == "و" and back[1:] in _LOCATIVE) or back in ("الي", "من", "علي"):
        return False
    return not (back.endswith("ت") and not back.endswith("ات"))


_CITIZENSHIP = markers("citizenship")
