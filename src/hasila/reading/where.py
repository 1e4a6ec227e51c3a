"""Where a count happened: the place of its own clause, else of its sentence, else carried from what went before."""

from __future__ import annotations

from itertools import pairwise, takewhile

from hasila.lexicon.markers import markers
from hasila.reading.asideplaces import of_answered_attack, of_first_or_second
from hasila.reading.bracketed import bracketed, listed, next_to
from hasila.reading.clausebreaks import BREAKS, broken
from hasila.reading.count import EVENTS, Count
from hasila.reading.governors import COMMA
from hasila.reading.page import Page
from hasila.reading.partedplaces import parted, told_aside
from hasila.reading.partplaces import of_parts, passed_through
from hasila.reading.placerows import of_row
from hasila.reading.spots import Spot, both_of, in_each, of_a_side
from hasila.reading.whereabouts import hosts, located, turns, usable
from hasila.values.numbers import number_forms

_FAR = 4
_BESIDE = 3
_IN = markers("inside")
_ADVERBIAL = markers("adverbial")
_CONTRAST = markers("contrast")
_AND_IN = markers("and-in")
_CLAUSE = 6
_AFTER = markers("before-or-after")
_LOCATIVE = markers("direction") | markers("locative")
_WHILE = markers("while-noun")


def place_of(
    page: Page, count: Count, others: list[Count], here: list[Spot], start: int, end: int, relevant: bool
) -> Spot | None:
    """The place of a count among the places of its sentence, or None where the sentence names none that fits."""
    if not here:
        return None
    count = _stands_for(page, count, others)
    here = _before_clause(page, count, _of_the_whole(page, count, others, here))
    if not here:
        return None
    # the number of "the two countries" counts nothing
    named = {at for spot in here for at in range(spot.start, spot.end)}
    others = [other for other in others if other.start not in named and not _aside(page, count, other)]
    after = min([other.start for other in others if other.start >= count.end], default=end)
    own = _of_brackets(page, count, here) or _with_count(page, count.start, here) or _in_row(page, count, here)
    if own is not None:
        return own
    if (row := of_row(page, count, others, here)) is not None:
        return row
    inside = _inside(page, count, here, (after, end), relevant)
    if inside and inside[0].start - count.end <= _FAR:
        return inside[0]
    both = _of_both(page, count, others, here)
    if both is not None:
        return both
    before = [
        spot
        for spot in here
        if spot.end <= count.start
        and _locates(page, spot)
        and (located(page, spot) or _numbered(page, spot))
        and (usable(spot, relevant) or _opens_with(page, spot, start))
        and not told_aside(page, spot, count.start, start)
    ]
    later = _later(page, count, others, [spot for spot in here if spot.start >= after and located(page, spot)])
    if not before:
        return inside[0] if inside else later
    if not inside:
        return later if later is not None and _turns_away(page, count, before[-1], later) else before[-1]
    floor = max((other.end for other in others if other.end <= count.start), default=start)
    return before[-1] if _rather_before(page, count, before[-1], inside[0], floor) else inside[0]


def _of_the_whole(page: Page, count: Count, others: list[Count], here: list[Spot]) -> list[Spot]:
    """The places that are not of a part of a count, of the way to it, or of what it answers."""
    return [
        spot
        for spot in here
        if not (passed_through(page, spot, here) or of_parts(page, spot, count, others))
        and not (of_first_or_second(page, spot, count) or of_answered_attack(page, spot, count.end))
    ]


def _opens_with(page: Page, spot: Spot, start: int) -> bool:
    """ "In West Africa, the group claims seven attacks, in Central Africa three": a clause that opens with its place is
    of it, wherever that is."""
    at = spot.start - 1
    if page.form[spot.start] >= "\u0590":
        return (at >= start and page.form[at] in _AND_IN) or (page.form[at] == "في" and at == start)
    lead = at >= start and page.form[at] == "in"
    return lead and (at == start or page.form[at - 1] in _CLAUSE_OPENERS)


def _stands_for(page: Page, count: Count, others: list[Count]) -> Count:
    """The count whose place another has: of a number that is only taken back, the one that is told instead; of "56 من
    أصل 393 ضربة على سوريا" the whole."""
    if page.form[count.end : count.end + 2] == ["من", "اصل"]:
        return next((other for other in others if 0 <= other.start - count.end - 2 <= _TWO), count)
    if count.modality != "denied":
        return count
    return next((other for other in others if _taken_back_beside(page, other, count)), count)


def _inside(page: Page, count: Count, here: list[Spot], stop: tuple[int, int], relevant: bool) -> list[Spot]:
    """The places behind a count and before the next one (``stop``: where that begins, where the sentence ends)."""
    after, end = stop
    ahead = [spot for spot in here if count.end <= spot.start < after and located(page, spot)]
    if after < end:
        ahead = list(takewhile(lambda spot: next_to(page, spot, count) or not _heads_next(page, spot, after), ahead))
    hurt = count.measure in _HURT
    return [
        spot
        for spot in ahead
        if not broken(page, _action(count), spot.start, hurt)
        and not (count.measure in EVENTS and page.has(_ONE_OF_THEM, count.end, spot.start))
        and (usable(spot, relevant) or spot.start - count.end <= 3)
    ]


def _rather_before(page: Page, count: Count, before: Spot, inside: Spot, floor: int) -> bool:
    """Whether a count is of the place before it, though another stands further behind it."""
    if _of_earlier(page, count.end, inside.start):
        return True
    wide = before.country or of_a_side(before) or (_province(page, before) and not _province(page, inside))
    finer = (wide and not inside.country) or _share_of(inside, before)
    far = parted(page, before.end, count.start) or _conjoined(page, count)
    return not (finer or far) and before.start >= floor


def _province(page: Page, spot: Spot) -> bool:
    mention = page.name_at.get(spot.start)
    return mention is not None and mention.name.cls == "governorate"


def _turns_away(page: Page, count: Count, before: Spot, later: Spot) -> bool:
    """ "17 in Iraq, while 12 more were in Syria", "313 عملية في العراق وسوريا، 108 مشتركة و14 منفردة في سوريا": a
    contrast or a share leaves the place before for the one behind."""
    between = page.form[before.end : count.start]
    while_ = any(form in _IN and after in _WHILE for form, after in pairwise(between))  # "في حين"
    return _share_of(later, before) or while_ or not _CONTRAST.isdisjoint(between)


def _share_of(spot: Spot, whole: Spot) -> bool:
    """Whether a country is one of two that were named together."""
    both, one = whole.place.scope or "", spot.place.scope or ""
    return spot.country and "+" in both and one in both.split("+")


def _of_earlier(page: Page, start: int, end: int) -> bool:
    """ "In Idlib forces caught eight, after an ambush on the Homs road": where something else happened before."""
    return any(page.form[at + 1] in _AFTER for at in page.all(COMMA, start, end - 1))


def _before_clause(page: Page, count: Count, here: list[Spot]) -> list[Spot]:
    """ "نفذ 79 عملية، والرقة في المقدمة": a bare place behind "and" opens a clause of its own, unless places go on."""
    if not here or here[0].start <= count.end or page.form[here[0].start - 1] not in COMMA:
        return here
    mention = page.name_at.get(here[0].start)
    if mention is None or mention.conj != "و" or mention.prep:
        return here
    return [spot for spot in here if not COMMA.isdisjoint(page.form[here[0].end : spot.start])]


def _conjoined(page: Page, count: Count) -> bool:
    """ "3 in Qaim and two others in the Dora district": a number that "and" sets beside another has its own place."""
    return count.start > 0 and count.subset is False and (count.conj or page.form[count.start - 1] == "and")


def _aside(page: Page, count: Count, other: Count) -> bool:
    """ "killed over two days in Anbar", "seven died in two raids in Homs": a number inside an adverbial of the count
    ends no clause, nor does one that counts nothing ("17 strikes in 21 engagements in Syria") or that is only taken
    back: "36 operations, not 63, took place in Iraq"."""
    if other.measure is None or _taken_back_beside(page, count, other):
        return True
    if other.subset and other.start >= count.end and count.trigger_at is not None and other.end <= count.trigger_at:
        return True  # "five men, including two leaders, were killed in Homs"
    if other is count or other.start < count.end or page.form[other.start - 1] not in _ADVERBIAL:
        return False
    return count.measure not in EVENTS and other.measure in EVENTS and page.form[other.start - 1] in _IN


def _taken_back_beside(page: Page, count: Count, other: Count) -> bool:
    """Whether the other number is the wrong one for the same thing: "36, not 63", "36 عملية وليس 63"."""
    if other.modality != "denied" or count.modality != "asserted" or other.measure != count.measure:
        return False
    return 0 <= other.start - count.end <= _BESIDE


def _of_brackets(page: Page, count: Count, here: list[Spot]) -> Spot | None:
    """ "كركوك (7 عمليات) وديالى (5 عمليات)": a number in brackets is of the place right before them."""
    at = count.start if page.form[count.start] == "(" else count.start - 1
    if at < 0 or page.form[at] != "(":
        return None
    return next((spot for spot in here if spot.end == at), None)


def _with_count(page: Page, at: int, here: list[Spot]) -> Spot | None:
    """ "تلتها حمص بـ11 عملية، ثم الرقة بعشر، ودرعا بتسع": a place that comes with a number."""
    if at >= len(page.form):
        return None
    if page.before(at) == "بواقع":
        return next((spot for spot in here if spot.end == at - 1), None)
    glued = page.form[at][0] == "ب" and page.form[at][1:] in number_forms()
    if not glued and page.lex[at].prep != "ب" and page.form[at] != "ب":
        return None
    at -= page.before(at) in _FOREMOST  # "جاءت نيجيريا أولاً بسبع عمليات"
    return next((spot for spot in here if spot.end == at), None)


_FOREMOST = frozenset({"اولا", "الاولي", "اولي", "الاول"})


def _in_row(page: Page, count: Count, here: list[Spot]) -> Spot | None:
    """ "Deir ez-Zor saw 98 of the attacks, Hasakah 12 and Raqqa seven": a bare number right behind its place."""
    if page.form[count.start] >= "\u0590" or not (count.noun_at is None and count.end == count.number[1]):
        return None
    spot = next((s for s in here if s.end == count.start), None)
    return spot if spot is not None and page.before(spot.start) in _ROW else None


_ROW = frozenset({",", ";", "and"})


def _numbered(page: Page, spot: Spot) -> bool:
    """ "تلتها بغداد بـ152 قتيلا و581 جريحا": a capital that comes with a number is of all that is counted there."""
    return page.form[spot.end : spot.end + 1] == ["بواقع"] or _with_count(page, spot.end, [spot]) is not None


def _heads_next(page: Page, spot: Spot, after: int) -> bool:
    """Whether a place right before the next count is the place of that one: "سوريا 17 عملية، العراق 21", "نينوى (566
    قتيلاً)", "and Kirkuk, with 64 killed", "أما في سوريا فـ59"."""
    gap = [form for form in page.form[spot.end : after] if form not in _TOO]
    if page.form[spot.start - 2] in _CHANGE and page.form[spot.start - 1] == "in" and gap[:1] in ([","], ["from"]):
        return True  # "from 37 operations in June to 20, and a jump in Syria, from seven to 11"
    if gap == ["where"] and page.before(spot.start) in _ACCOMPANY:
        return True  # "20 strikes near eight towns, including Qaim where nine strikes hit"
    if spot.end <= after and len(gap) <= _CLAUSE and _opens_clause(page, spot):
        return True
    if spot is _with_count(page, after, [spot]):
        return True
    if page.form[spot.start - 2] == ":" and page.form[spot.start - 1] in _LOCATIVE and gap in ([], [","]):
        return True  # "14 strikes against ISIS targets: near Raqqa, two strikes"
    opened = page.form[spot.start] >= "\u0590" and page.form[spot.start - 1] in _THEN
    if opened or (
        page.form[spot.start] >= "\u0590" and page.form[spot.end : spot.end + 1] and page.form[spot.end] in _WHICH
    ):
        return True  # "ثم بغداد حيث قُتل 38", "وبعدها نينوى التي سقط فيها 56"
    if spot.end > after or len(gap) > 2:
        return False
    lead = page.form[spot.start - 1] in ("in", "the")
    if gap == [] and lead and page.form[spot.start - 2] in _CLAUSE_OPENERS:
        return True  # "108 were killed, in Kirkuk 12", "33 operations and in Syria 15", "and the Syrian share 15"
    if (gap in ([], ["("]) and bracketed(page, after)) or gap in ([",", "with"], ["with"]):
        return True
    if len(gap) == 1 and gap[0] in _DID and page.form[spot.start - 1] in _CLAUSE_OPENERS:
        return True  # "and Salahaddin had 4 killed"
    if turns(page, spot) or hosts(page, spot):
        return True
    if gap == [] and page.form[spot.start - 1 - (page.before(spot.start) == "and")] in (",", "،", ";"):
        return True  # "Mosul had 42 dead and 55 hurt, and Kirkuk 23 dead and 9 hurt"
    mention = page.name_at.get(spot.start)
    if gap == [] and (page.form[spot.start - 1] == "وفي" or (page.conj[spot.start] == "و" and not listed(page, spot))):
        return True  # "دير الزور 33 والحسكة 32"
    bare = spot.country and (mention is None or not mention.prep) and page.form[spot.start - 1] not in _LOCATIVE
    return bare and gap in ([], [":"], ["for"])


_CHANGE = markers("comparison")
_DID = markers("did-verb")
_ACCOMPANY = frozenset({"with", "including"})
_HURT = frozenset({"killed", "wounded", "casualties"})
_ONE_OF_THEM = markers("one-of-them")
_TOO = frozenset({"ايضا", "كذلك", *'"“”«»'})
_WHICH = markers("told-of-place")
_THEN = frozenset({"ثم"}) | markers("and-before-that")
_CLAUSE_OPENERS = frozenset({",", ";", "and", "while"})


def _opens_clause(page: Page, spot: Spot) -> bool:
    """ "واعتقال 14، وفي سوريا بلغت العمليات 15": behind a comma, "and in" opens what is told of the next place."""
    at = spot.start - 1 - (page.before(spot.start) in _KINDS_BEFORE)  # "وفي ولاية خراسان"
    return page.form[at] in _AND_IN and page.form[at - 1] in COMMA


_KINDS_BEFORE = markers("kind-of-district") | {"ولايه"}


def _action(count: Count) -> int:
    """Where the words of a count end, with the action that it falls under: "37 civilians, two of them women, died"."""
    behind = count.trigger_at is not None and count.trigger_at > count.end
    return count.trigger_at if behind and count.trigger_at is not None else count.end


def _later(page: Page, count: Count, others: list[Count], later: list[Spot]) -> Spot | None:
    """A place behind further counts holds for all of them if it is the only one; shares of both countries make both."""
    event = count.measure in EVENTS
    if later and not BREAKS.isdisjoint(page.form[count.end : later[0].start]):
        return None
    follow = next((other for other in others if other.start >= count.end), None)
    joined = follow is not None and follow.conj and follow.start - count.end <= _FAR and follow.measure == count.measure
    if joined and follow is not None and later and 0 < later[0].start - follow.end <= _FAR:
        return later[0]  # "108 مشتركة و14 منفردة في سوريا"
    if (
        later
        and follow is not None
        and _with_next(page, count, follow)
        and not broken(page, follow.end, later[0].start)
    ):
        return later[0]  # "مقتل 3 وإصابة اثنين، بالقرب من معبر كذا بمنطقة كذا"
    if event and in_each(spot.place for spot in later if spot.country):
        return both_of(page, later)
    own = [] if event else list(takewhile(lambda spot: _CUTS.isdisjoint(page.form[count.end : spot.start]), later))
    if len(own) == 1:
        return own[0]  # "six were killed and 18 caught in Iraq, while four were killed in Syria"
    site = len(later) == 1 and (not later[0].country or later[0].end - later[0].start > _BESIDE)  # or a list of sites
    return later[0] if len(later) == 1 and (not event or joined or site) else None


_DASHES = frozenset({"—", "–", "--"})
_CUTS = COMMA | _DASHES | {":", "("}  # "eight were killed in 31 operations — 21 in Iraq": a part's


def _with_next(page: Page, count: Count, follow: Count) -> bool:
    """ "مقتل 3 عناصر وإصابة اثنين": the dead and the wounded of one event."""
    if count.measure in EVENTS or follow.measure in EVENTS or follow.subset or page.has(COMMA, count.end, follow.start):
        return False
    between = range(count.end, min(follow.start, count.end + 2 * _FAR))
    return any(page.conj[at] == "و" and page.trigger(at) is not None for at in between)


def _of_both(page: Page, count: Count, others: list[Count], here: list[Spot]) -> Spot | None:
    """ "28 عملية في سوريا و66 في العراق، قُتل فيها 18": after a comma the outcome is of both, and so are the sum and
    "none"."""
    if page.has(_SUMS_UP, max(0, count.start - _SUMMED), count.start) or _adds_up(count, others):
        told = [spot for spot in here if spot.country and spot.end <= count.start]
        return both_of(page, told[-2:]) if in_each(spot.place for spot in told[-2:]) else None
    none = count.zero and count.measure in EVENTS
    if not none and (count.measure in EVENTS or count.trigger_at is None):
        return None
    events = [other for other in others if other.end <= count.start and other.measure in EVENTS]
    if _each_its_own(events[-_TWO:], others):
        return None
    if len(events) < 2 or not _conjoined(page, events[-1]) or not (none or _SHARES & set(events[-1].rules)):
        return None
    between = page.form[events[-1].end : count.start if none else (count.trigger_at or 0) + 1]
    finer = any(not spot.country and events[-1].end <= spot.start < count.start for spot in here)
    if finer or "where" in between or (COMMA | _DASHES).isdisjoint(between):
        return None  # "one in Syria, near Raqqa, which killed two"
    pair = [spot for spot in here if spot.country and events[-2].start <= spot.start <= count.start]
    return both_of(page, pair) if in_each(spot.place for spot in pair) else None


def _each_its_own(events: list[Count], others: list[Count]) -> bool:
    """ "137 in Iraq, with 30 dead, and 59 in Syria, with 14 dead": the outcome of each share stands behind it."""
    between = (other for other in others if events and events[0].end <= other.start < events[-1].start)
    return any(other.measure not in EVENTS and other.measure is not None for other in between)


def _adds_up(count: Count, others: list[Count]) -> bool:
    """ "53 in Iraq and 26 in Syria, or 79": whether a number is the sum of the two before it."""
    if len(others) < _TWO:
        return False
    parts = [other for other in others if other.end <= count.start and other.measure == count.measure][-2:]
    numbers = [part.low for part in parts if part.low and part.low == part.high]
    return len(numbers) == 2 and sum(numbers) == count.low == count.high


_SHARES = frozenset({"coordination", "subset-of", "share-of-events"})
_TWO = 2
_SUMS_UP = markers("sums-up")
_SUMMED = 3


def _locates(page: Page, spot: Spot) -> bool:
    mention = page.name_at.get(spot.start)
    return not (spot.country and mention is not None and mention.prep not in ("", "ب"))
