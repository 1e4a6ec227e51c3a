"""Actions and tallies further to the left of a count, with their subject or an adverbial in between."""

from __future__ import annotations

from dataclasses import dataclass

from hasila.lexicon.markers import markers
from hasila.lexicon.words import Trigger
from hasila.reading.campaign_names import CLOSING, name_opens
from hasila.reading.count import ONE, Count
from hasila.reading.englishwindows import english_window
from hasila.reading.governors import (
    COMMA,
    EVENT_KINDS,
    HARD,
    QUOTES,
    SMALL,
    fits,
    governs,
    is_arabic,
    set_measure,
)
from hasila.reading.page import Page
from hasila.reading.tolls import far_toll

_REACH = 16
_CLAUSE_ENDS = COMMA | HARD
_REACH_OBJECT = 8
_REACH_BACK_PLAIN = 9
_CLAUSE_OPENERS = markers("clause-opener")
_THAT = markers("complementiser")  # "بأنه قتل دون قصد 45 مدنيا"
_OBLIQUE = markers("oblique")
_REPORTS = markers("report-of")
_OF_REPORTS = 5
_IN_THEM = markers("in-them")


@dataclass(slots=True)
class _Way:
    """What lies between a count and the word under view: plain words, a verb of reaching, a group the count makes up,
    room for a verbal noun."""

    plain: int = 0
    tolled: bool = False
    masdar_open: bool = True
    band: bool = False


def left_window(page: Page, count: Count, floor: int, start: int) -> bool:
    """Bind a count by an action or a tally further left."""
    if not is_arabic(page, count):
        return english_window(page, count, floor)
    return _seized(page, count, floor) or _near_window(page, count, floor, start) or far_toll(page, count, start)


_SEIZE = markers("seize-verb")


def _seized(page: Page, count: Count, floor: int) -> bool:
    """ "قبض الجيش على ستة عشر رجلا": whoever catches stands between the verb and its على."""
    if count.start - 1 < floor or page.form[count.start - 1] != "علي":
        return False
    for at in range(count.start - 2, max(floor, count.start - _REACH_OBJECT) - 1, -1):
        if page.form[at] in _SEIZE:
            return set_measure(count, "detained", "left-window-seize", at)
        if page.form[at] in _CLAUSE_ENDS or page.trigger(at) is not None or page.cue(at, "verb"):
            return False
    return False


def _near_window(page: Page, count: Count, floor: int, start: int) -> bool:
    low, near = max(floor, count.start - _REACH), count.start - 1
    stops = page.cue(near, "verb") == "other" and not _consists(page, near)
    if near >= low and (_oblique(page, count, near) or stops or _has_pronoun_object(page, near)):
        return False
    way = _Way(tolled=page.form[count.start] in _EXCEEDS)
    opened = count.start
    for at in range(near, low - 1, -1):
        if page.form[at] in HARD:
            return False
        if page.form[at] in CLOSING and at < opened:
            opened = name_opens(page, at, low)
        if at >= opened or at in page.date_at or _named(page, at):
            continue
        for judge in (_by_action, _by_tally_noun, _by_cue):
            verdict = judge(page, count, at, start, way)
            if verdict is not None:
                return verdict and not _carried(page, count)
    return False


def _named(page: Page, at: int) -> bool:
    """Whether a name stands at a token, or goes on there: "اعتقال قوات سوريا الديمقراطية 12 شخصاً"; "the police" is as
    good as a common noun."""
    mention = page.name_at.get(at) or page.inside.get(at)
    if mention is None or mention.name.canonical == "police":
        return False
    return mention.start == at or mention.kind == "actor"


def _carried(page: Page, count: Count) -> bool:
    """ "استهدف الانفجار حافلة تقل 14 شخصا": who is carried is not who is killed; a bus is abducted with all in it."""
    carried = page.form[count.start - 1] in _CARRIES and count.measure not in (None, "abducted")
    if carried:
        count.measure, count.dead = None, True
    return carried


_CARRIES = markers("carrying-verb")


def _by_action(page: Page, count: Count, at: int, start: int, way: _Way) -> bool | None:
    """ "قتل الجيش أمس عشرة مسلحين": the first action on the way governs the count or nothing does."""
    trigger = page.trigger(at)
    if trigger is None:
        return None
    if trigger.voice == "intr" and _ruled(page, at, count.start):
        return False
    if trigger.shape == "after" and fits(page, count, trigger) and _tallied(page, at):
        return set_measure(count, trigger.measure, "tally-noun", at)
    attributive = page.form[at].startswith("ال") and count.start - at <= 3
    if not (governs(trigger) or ((way.tolled or attributive) and trigger.shape == "after")):
        return False
    nominal = trigger.shape == "masdar" or _nominal(page, trigger, at, start)
    if nominal and page.lex[at].article and page.until[at] == count.start:
        return False
    if nominal and page.form[page.until[at]] == "الي":
        return False  # "وجه تهم قتل إلى القائد وأربعة آخرين": those charged with it
    near = (
        _subject_of_masdar(page, count, at)
        or way.masdar_open
        or way.tolled
        or way.band
        or count.conj
        or _caught(page, count, at)
    )
    if not fits(page, count, trigger) or (nominal and not near):
        return False
    if way.plain > (2 if count.unknown_noun else _REACH_BACK_PLAIN):
        return False
    return set_measure(count, trigger.measure, f"left-window-{trigger.shape}", at)


def _tallied(page: Page, at: int) -> bool:
    """ "ارتفاع عدد ضحايا هجوم داعش إلى 332": behind the word for a number or a verb of reaching stands a toll."""
    return bool(page.cue(at - 1, "tally")) or page.cue(at - 1, "verb") == "toll"


def _ruled(page: Page, at: int, stop: int) -> bool:
    """ "قضت محكمة ببراءة سبعة": the verb of perishing with ب is that of ruling."""
    ruling = page.form[at].lstrip("وف") in ("قضت", "قضي")
    near = range(at + 1, min(stop, at + 4))
    return ruling and any(page.form[k].startswith("ب") or page.cue(k, "court") for k in near)


def _caught(page: Page, count: Count, at: int) -> bool:
    """ "تم القبض في مطار المدينة أمس على أربعة أشخاص": على leads back to the catching over place and time."""
    return page.form[count.start - 1] == "علي" and page.form[at].endswith("القبض")


def _by_tally_noun(page: Page, count: Count, at: int, start: int, way: _Way) -> bool | None:
    """ "بلغ عدد القتلى 686", "العمليات: 12": the noun of the tally says what is counted."""
    noun = page.noun(at)
    if noun is None or noun.number not in ("many", "dual?") or (noun.kind == "event" and _left_dead(page, at)):
        return None
    if count.conj and page.conj[at] and page.lex[at].article and noun.value == "detained":
        return None  # "مقتل 374 من المهاجمين والسجناء و77 من الحراس": who the first ones were
    if page.before(at) == "عن" and page.has(_REPORTS, max(start, at - _OF_REPORTS), at):
        count.dead = True  # "بلغت التقارير عن إصابات المدنيين 102": so many reports
        return True
    near = way.tolled or count.start - at <= 3 or _only_source(page, at + 1, count.start) or _only_when(page, count, at)
    if noun.kind == "casualty" and (near or count.noun is None):
        count.dead = (
            noun.value == "detained" and page.form[at + 1] in ("لدي", "في", "داخل") and not _occasion(page, at + 2)
        )
        return set_measure(count, noun.value, "tally-noun", at)
    bare = count.noun is None and not count.unknown_noun and page.form[count.number[0]] not in ONE
    if noun.kind == "event" and noun.number == "many" and bare and near and not _after_preposition(page, at):
        return set_measure(count, EVENT_KINDS.get(noun.value, noun.value), "tally-event", at)
    return None


def _left_dead(page: Page, at: int) -> bool:
    """ "عدد قتلى الغارات", "حصيلة ضحايا الهجمات", "عدد القتلى جراء الغارات": the dead of
    events are counted, not those."""
    if page.form[at - 1] in _CAUSE:
        return True
    noun, trigger = page.noun(at - 1), page.trigger(at - 1)
    toll = (noun is not None and noun.kind == "casualty") or (trigger is not None and trigger.shape == "after")
    return toll and at - 1 >= 1 and (_tallied(page, at - 1) or page.lex[at].article)


_CAUSE = markers("cause")


def _only_when(page: Page, count: Count, at: int) -> bool:
    """ "كان عدد الهجمات في الشهر نفسه من العام الماضي 60": only a time and a place stand between tally and number."""
    if not page.cue(at - 1, "tally"):
        return False
    return all(k in page.dated or k in page.inside or page.form[k] in SMALL for k in range(at + 1, count.start))


def _occasion(page: Page, at: int) -> bool:
    """ "عدد الموقوفين في العملية", "في يومين": what or when they were caught in, not where they are kept."""
    noun = page.noun(at) if at < len(page.form) else None
    return at in page.dated or (noun is not None and (noun.kind == "event" or noun.value == "time"))


def _only_source(page: Page, start: int, end: int) -> bool:
    """ "والضحايا، وفق «المرصد»، سبعة", "والقتلى هم: 13": only the source or a pronoun stands before the number."""
    held = (page.form[at] in _AROUND or at in page.inside for at in range(start, end))
    told = any(page.cue(at, "accord") or page.form[at] in ("هم", "هما") for at in range(start, end))
    return told and all(own or page.cue(at, "accord") for at, own in zip(range(start, end), held, strict=True))


_AROUND = COMMA | QUOTES | {":", "هم", "هما"}


def _by_cue(page: Page, count: Count, at: int, start: int, way: _Way) -> bool | None:
    """Verbs and cues that end the way, keep it open, or make a tally of it."""
    word = page.word[at]
    cues = word.cues if word is not None else {}
    verb = cues.get("verb")
    if verb == "toll":
        way.tolled = True
    elif _consists(page, at):
        way.band = True
    elif (verb is not None and "masdar" not in cues and verb != "outcome") or "agent" in cues or "breaker" in cues:
        return False
    elif "remain" in cues or "deployed" in cues or ("tally" in cues and _open(count, way) and _of_people(page, at)):
        count.dead = True
        return True
    elif "tally" in cues and (_open(count, way) or _right_before(page, count, at)):
        if cues["tally"] == "killed":
            return set_measure(count, "killed", "tally-cue", at)
        count.tallied = True
    elif page.form[at] not in SMALL and page.lex[at].alpha and not cues:
        noun = page.noun(at)
        if page.form[at].startswith("ال") and page.form[at].endswith(("ي", "يه")) and _named(page, at - 1):
            return None  # "اعتقال الجيش الإسرائيلي 20 فلسطينيا"
        way.plain += 1
        way.masdar_open = way.masdar_open and (page.lex[at].prep != "" or (noun is not None and noun.kind == "other"))
    return None


def _has_pronoun_object(page: Page, at: int) -> bool:
    """ "حين باغتهما إرهابيان": whoever stands behind a verb that has its object on it is who acts."""
    form = page.form[at]
    return form.endswith("هما") and len(form) > 5 and page.word[at] is None and form not in _IN_THEM


def _consists(page: Page, at: int) -> bool:
    """ "القبض على خلية تضم ثلاثة مطلوبين", "مجموعة مكونة من خمسة": who makes up a group is caught with it."""
    return page.form[at] in _MADE_OF and any(page.form[k].lstrip("وب") in _BANDS for k in range(max(0, at - 4), at))


_BANDS = markers("band")
_MADE_OF = markers("made-of")
_EXCEEDS = markers("exceed-verb")


def _right_before(page: Page, count: Count, at: int) -> bool:
    """ "وفي أيار كان العدد 98 إرهابياً": so many of those counted before."""
    return at == count.start - 1 and page.form[at].startswith("ال")


def _open(count: Count, way: _Way) -> bool:
    return way.tolled or count.noun is None


def _oblique(page: Page, count: Count, at: int) -> bool:
    """ "بعثوا روح التضحية في عشرات الآلاف": what stands after في or ضد is no object."""
    people = count.noun is not None and count.noun.kind == "person"
    if page.form[at] not in _OBLIQUE or not (people or count.unknown_noun):
        return False
    return page.conj[at] == ""


def _of_people(page: Page, at: int) -> bool:
    """ "عدد الفارين يقارب 1500": a number of people to whom nothing is said to have happened."""
    noun = page.noun(at + 1) if at + 1 < len(page.word) else None
    return (
        noun is not None and noun.kind == "person" and noun.number in ("many", "dual?") and page.trigger(at + 2) is None
    )


def _after_preposition(page: Page, at: int) -> bool:
    return bool(page.lex[at].prep) or (at > 0 and page.form[at - 1] in ("في", "من", "خلال", "بعد", "قبل"))


def _nominal(page: Page, trigger: Trigger, at: int, start: int) -> bool:
    """Whether قتل is the noun "killing" here: right after another noun, as in عمليات قتل, تهم قتل."""
    within = page.form[at + 1 : at + 2] != [] and page.form[at + 1] in _IN_THEM  # "معركة قتل فيها": a verb
    if not trigger.nominal or at <= start or page.conj[at] or within or _nominative(page, at + 1):
        return False
    before = page.lex[at - 1]
    articled = before.article or before.form.removeprefix("و").startswith("ال")
    return before.alpha and not articled and before.form not in _CLAUSE_OPENERS | _THAT and at - 1 not in page.dated


def _nominative(page: Page, at: int) -> bool:
    """ "بعد ذلك بقليل خطف المسلحون عشرة أشخاص": before a nominative stands a verb, no verbal noun."""
    noun = page.noun(at) if at < len(page.form) else None
    return noun is not None and noun.kind == "person" and page.form[at].endswith(("ون", "ان"))


def _subject_of_masdar(page: Page, count: Count, at: int) -> bool:
    """ "خطف مسلحين ثمانية موظفين": between a verbal noun and its object stand those who act."""
    doer = page.noun(at + 1) if count.start == at + 2 else None
    people = count.noun is not None and count.noun.kind == "person" and not (count.conj or count.subset)
    many = doer is not None and doer.kind == "person" and doer.number in ("many", "dual?")
    return many and people and page.form[at].removeprefix("ب").removeprefix("ل") in _TAKES_DOER


_TAKES_DOER = markers("masdar-with-doer")
