"""People held: whether they are caught here or were before, and what is done to them."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.words import Noun
from hasila.reading.count import EVENTS, Count
from hasila.reading.elided import in_place
from hasila.reading.governors import AUXILIARY, BE, COMMA, governs, is_arabic, left_adjacent, phrase_start, set_measure
from hasila.reading.page import Page
from hasila.values.numbers import number_forms

_HOSTAGES = markers("as-captives")
_BEHIND_ARREST = markers("behind-arrest")
_AS = 5
_WERE = markers("had")


def as_captives(page: Page, count: Count, end: int) -> None:
    """ "ستة أجانب احتجزوهم رهائن": people held as hostages are abducted."""
    at = count.trigger_at
    if count.measure != "detained" or at is None:
        return
    captors = at + 1 < end and (noun := page.noun(at + 1)) is not None and noun.kind == "person" and at >= count.end
    as_what = at + 2 if captors else at + 1  # "72 جنديا احتجزهم مسلحون رهائن"
    if as_what < end and page.form[as_what] in _HOSTAGES:
        count.measure = "abducted"


def as_hostages(page: Page, count: Count, end: int) -> bool:
    """ "أخذوا 15 فردا من الشرطة كرهائن", "احتجز خمسة أشخاص رهائن": what people are taken as."""
    if count.noun is None or count.noun.kind != "person":
        return False
    for at in range(count.end, min(end, count.end + _AS)):
        noun = page.noun(at)
        if noun is not None and noun.value == "abducted" and noun.number == "many":
            bare = not (page.lex[at].article or page.conj[at])
            return bare and page.form[at].endswith("رهائن") and set_measure(count, "abducted", "as-hostages", at)
        if page.form[at] in COMMA or page.form[at] in _WERE or page.cue(at, "verb") or page.trigger(at) is not None:
            return False  # "أعدموا أربعة جنود كانوا رهائن": what they were before
    return False


def arrested(page: Page, counts: list[Count], count: Count, end: int) -> bool:
    """ "Nine suspects were held", "Police hold 12 people": that is an arrest, but not in a prison or camp."""
    at = count.end + (page.form[count.end : count.end + 1] in (["was"], ["were"]))
    people = count.noun is not None and count.noun.kind == "person" and count.noun.value != "detained"
    if page.before(count.start) in _HOLD and people and page.before(count.start - 1) in _POLICE:
        return set_measure(count, "detained", "held-by-police", count.start - 1)
    if at >= end or page.form[at] != "held" or page.form[at + 1 : at + 2] in (["by"], ["hostage"], ["captive"]):
        return False
    if any(page.form[k] in _WHERE_HELD or page.cue(k, "lasting") for k in range(at, min(end, at + _PRISON))):
        return False
    beside = count.noun is None and not count.unknown_noun and any(other.measure in _PEOPLE for other in counts)
    told = (people and at > count.end) or beside
    return told and set_measure(count, "detained", "were-held", at)


_HOLD = markers("hold-verb")
_POLICE = markers("police")
_WHERE_HELD = markers("prison")
_PRISON = 9
_PEOPLE = frozenset({"killed", "wounded", "casualties"})


def as_people(page: Page, count: Count, start: int) -> None:
    """ "21 نزيلا قُتلوا": inmates are no figure, but for what befalls them right beside their number."""
    noun = count.noun
    if noun is None or noun.kind != "stock":
        return
    after = page.trigger(count.end) if count.end < len(page.form) else None
    before = page.trigger(count.start - 1) if count.start > start else None
    befallen = after is not None and after.shape == "verb" and after.plural and not page.conj[count.end]
    if befallen or governs(before):
        count.noun = Noun("person", "unknown", noun.group, noun.number)


def escaped(page: Page, count: Count, end: int) -> bool:
    """ "19 سجيناً فروا": what prisoners do is no arrest."""
    after = range(count.end, min(end, count.end + 2))
    if any((noun := page.noun(at)) is not None and noun.kind == "stock" for at in after):
        return True  # "223 من السجناء مفقودون"
    return any(page.cue(at, "verb") == "other" and not page.conj[at] for at in after)


def _freed_in_row(page: Page, at: int, end: int) -> bool:
    """ "3,000 surrendered, and three women and four children were freed": whatever is said of the last is of all."""
    for k in range(at, min(end, at + _ROW)):
        if page.form[k] in BE and page.form[k] < "\u0590":
            return _else_befell(page, k, end)
        noun = page.noun(k)
        listed = page.form[k] in _ROW_LINKS or page.form[k][0].isdigit() or page.form[k] in number_forms()
        if not (listed or (noun is not None and noun.kind == "person")):
            return False
    return False


_ROW = 6
_ROW_LINKS = COMMA | {"and"}


def _else_befell(page: Page, at: int, end: int) -> bool:
    """ "60 were released", "five were later freed", "three escaped": something else befell them, which
    nobody counts."""
    while at < end and (page.form[at] in AUXILIARY or page.form[at] in BE):
        at += 1
    return at < end and page.cue(at, "verb") == "other" and page.trigger(at) is None


def acted_on(page: Page, count: Count, start: int) -> bool:
    """ "قتل عشرين رهينة", "freed six hostages": what is done to captives decides, not that they are captives."""
    back = count.start - 1
    while back >= start and (page.cue(back, "det") or page.form[back] in _BEHIND_ARREST):
        back -= 1
    if back < start:
        return False
    back = phrase_start(page, back, start)  # "قطعت رؤوس ثلاثة من الرهائن"
    captive = count.noun is not None and count.noun.value != "wounded"
    for at in range(back, max(start - 1, back - 4) if is_arabic(page, count) else back - 1, -1):
        word = page.word[at]
        if captive and word is not None and word.cues.get("verb") == "other" and word.trigger is None:
            count.dead = True
            return True
        if word is not None and word.trigger is not None:
            break
    trigger = page.trigger(back)
    deed = captive or (trigger is not None and trigger.voice != "fall" and not count.conj)
    killed = trigger is not None and trigger.measure == "killed" and deed
    return killed and left_adjacent(page, count, start, start)


def flow(page: Page, count: Count, start: int, end: int) -> bool:
    """Whether people held are a result here, not a stock: beside killed, or after an outcome or a tally."""
    if any(page.cued_in(cue, start, end) is not None for cue in ("moved", "holding", "remain")):
        return False
    if any(page.cue(at, "verb") == "outcome" for at in page.cued_at("verb", start, end)):
        return True
    if page.has(_COUNTS, start, count.start):
        return True  # "أحصى المرصد قبل ختام الحملة 100 معتقل"
    for at in page.within(start, count.start):
        word = page.word[at]
        if word is not None and (word.cues.get("tally") or (word.trigger and word.trigger.measure == "detained")):
            return True
    dead = (page.noun(at) for at in page.of_kind("casualty", start, end))
    return (
        any(noun is not None and noun.value == "killed" for noun in dead)
        or page.cued_in("others", count.start, min(end, count.end + 1)) is not None
    )


_COUNTS = markers("document-verb")
_TAKE = markers("take-verb")
_CAPTIVE = {**dict.fromkeys(markers("taken-prisoner"), "detained"), "hostage": "abducted"}
_TAKEN = frozenset(_CAPTIVE)


def taken(page: Page, count: Count, start: int, end: int) -> bool:
    """ "took 166 prisoner", "ten of them were taken captive"."""
    at = page.first(_TAKEN, count.number[1], min(end, count.end + 3))
    if at is None:
        return False
    seized = page.has(_TAKE, max(start, count.start - 2), count.start) or page.has(_TAKE, count.end, at)
    seized = seized or (at < count.end and _were_taken(page, count.end, end))
    return seized and set_measure(count, _CAPTIVE[page.form[at]], "taken-prisoner", at)


def _were_taken(page: Page, at: int, end: int) -> bool:
    """ "38 captives were taken", not "were taken to the city"."""
    at += at < end and page.form[at] in ("was", "were")
    return at < end and page.form[at] == "taken" and page.form[at + 1 : at + 2] not in (["to"], ["from"], ["away"])


_HAND_OVER = markers("hand-over")
_BREATHES_LAST = markers("breathes-last")


def surrendered(page: Page, count: Count, start: int, end: int) -> bool:
    """ "سلّم ثلاثة مطلوبين أنفسهم", "سلّم ثلاثمئة أسلحتهم": handing oneself over; "لفظ ثلاثة أنفاسهم": breathing one's
    last."""
    at = page.cued_in("reflexive", count.number[1], min(end, count.end + 8))
    measure = page.cue(at, "reflexive") if at is not None else None
    if at is None or measure is None or any(_of_others(page, k) for k in range(count.number[1], at)):
        return False
    given = {form for k in range(max(start, count.start - 4), at) for form in (page.form[k], page.form[k][1:])}
    handed = not given.isdisjoint(_BREATHES_LAST if measure == "killed" else _HAND_OVER)
    return handed and set_measure(count, measure, "reflexive", at)


def _of_others(page: Page, at: int) -> bool:
    """Whether a word tells of another deed or number."""
    return page.trigger(at) is not None or page.form[at][0].isdigit() or page.form[at] in number_forms()


def departed(page: Page, count: Count, start: int, end: int) -> bool:
    """ "فارق جريحان الحياة": the phrase for dying, parted by those who died."""
    if not page.has(_DEPARTS, max(start, count.start - 2), count.start):
        return False
    life = page.first(_LIFE, count.end, min(end, count.end + 4))
    return life is not None and set_measure(count, "killed", "departed-life", life)


_DEPARTS = markers("departs")
_LIFE = markers("departed-from")


def fallen(page: Page, count: Count, start: int, end: int) -> bool:
    """ "وقع الأربعة الآخرون في قبضتها": the phrase for being caught, parted by those who were."""
    if not page.has(_FALLS, max(start, count.start - 2), count.start):
        return False
    hands = (at for at in range(count.end, min(end, count.end + 3)) if page.form[at] == "في" and at + 1 < end)
    at = next((at + 1 for at in hands if page.form[at + 1].startswith(_GRIP)), None)
    return at is not None and set_measure(count, "detained", "fallen-into-hands", at)


_FALLS = markers("falls")
_GRIP = tuple(markers("grip"))


def _unlisted_deed(page: Page, at: int) -> bool:
    """ "200 were arrested and 70 others deported": what befell them has a word that the lexicon doesn't know."""
    form = page.form[at]
    plain = page.word[at] is None and not page.lex[at].upper and at not in page.inside
    return plain and form < "\u0590" and form.endswith("ed") and len(form) > _SHORT


_SHORT = 4


def stays(page: Page, count: Count, previous: Count, end: int) -> bool:
    """ "Nine were caught, six are in the building and four still at large": people of whom it is only said where or
    how they are; not "six were in Homs", which may be where they were caught."""
    if previous.measure in EVENTS or count.end >= end:
        return False
    at = count.end + (page.form[count.end] in BE)
    own = at - 1 if count.others and at == count.end else at  # "others deported"
    if (count.nameless or count.others) and any(_unlisted_deed(page, k) for k in {own, at} if k < end):
        return True
    at = count.end
    if not count.nameless:
        return _freed_in_row(page, at, end)
    if page.cue(at, "remain") or page.form[at] in ("remain", "remained"):
        return page.trigger(at + 1) is None
    if _else_befell(page, at, end):
        return True
    return page.form[at] == "are" and page.trigger(at + 1) is None and not in_place(page, at, end)
