"""Bring counts under a measure: by their own noun, by the action that governs them, by coordination, or not at all.

The order of the attempts is the order of certainty. What no rule binds is no figure.
"""

from __future__ import annotations

from dataclasses import replace

from hasila.lexicon.words import Noun, Trigger
from hasila.reading.counts import Count, qualify_after
from hasila.reading.modality import settle
from hasila.reading.page import Page

_HARD = frozenset({";", "؛", "\n"})
_COMMA = frozenset({"،", ","})
_QUOTES = frozenset("\"“”«»'‘’()[]")
_REACH = 16
_REACH_BACK_PLAIN = 9
_REACH_RIGHT = 14
_COORDINATE = 7
_LINKS = frozenset({"و", "and", "ثم", "،", ",", "او", "or", "كما", "as", "well", "plus", "اضافه", "الي", "فضلا", "عن", "along", "with", "both", "then", "مقابل", "(", "بالاضافه"})
_AUXILIARY = frozenset("was were is are be been being has have had who that also all both were reportedly unintentionally gravely badly seriously later".split())
_SMALL = frozenset(
    "في من علي الي عن حتي الان مما ما منذ خلال بعد يوم امس كل هذا هذه نفس ذات المده نفسها ايضا فيها فيه خلالها خلاله اثرها نتيجتها اثناءها وحده وحدها فقط بينهم المقابل حينها هناك "
    "the a an in on at of to for this that it its their least most only just also another additional total".split()
)
_EVENT_KINDS = {"attempt": "attacks", "clash": "operations", "ambush": "operations"}


def bind(page: Page, counts: list[Count], start: int, end: int, carried: Count | None = None) -> None:
    """Give each count of a sentence its measure. ``carried`` is the last bound count of the sentence before."""
    for index in range(len(counts)):
        _bind_one(page, counts, index, start, end)
    _bind_rest(page, counts, start, end, carried)
    for count in counts:
        if count.measure is not None and not count.dead:
            settle(page, count, start, end)
    counts.extend(twin for count in list(counts) if count.measure and not count.dead for twin in relatives(page, count))


def _bind_one(page: Page, counts: list[Count], index: int, start: int, end: int) -> None:
    count = counts[index]
    if count.dead or (count.noun is not None and count.noun.kind in ("other", "stock")):
        count.dead = True
        return
    if count.zero:
        _bind_zero(page, counts, index, start, end)
        return
    if _own_measure(page, count, start, end):
        return
    floor = counts[index - 1].end if index else start
    if _combined(page, count, floor, end):
        return
    if _left_adjacent(page, count, floor, start):
        return
    if count.subset or _subset_before(page, count, floor):
        return
    if count.weak or _right(page, counts, index, end):
        return
    _left_window(page, count, floor, start)


def _bind_zero(page: Page, counts: list[Count], index: int, start: int, end: int) -> None:
    count = counts[index]
    if count.noun_is_event and page.form[count.number[0]] != "no":
        _set(count, _EVENT_KINDS.get(count.noun.value, count.noun.value), "noun-event")  # type: ignore[union-attr]
        return
    if count.noun_is_event:
        verb = next((page.word[at] for at in range(count.end, min(end, count.end + 4)) if page.cue(at, "verb")), None)
        if verb is not None and verb.cues.get("verb") == "action":
            _set(count, _EVENT_KINDS.get(count.noun.value, count.noun.value), "noun-event")  # type: ignore[union-attr]
        return
    if page.form[count.number[0]] == "no":
        _right(page, counts, index, end)
    else:
        _left_window(page, count, start, start)


def _combined(page: Page, count: Count, floor: int, end: int) -> bool:
    """ "25 killed or captured", "51 بين قتيل وجريح", "قتل واعتقال 200": a count of both together."""
    for at in (*range(count.number[1], min(end, count.end + 12)), *range(count.start - 1, max(floor, count.start - 5) - 1, -1)):
        word = page.word[at]
        if word is None:
            continue
        if word.cues.get("combined") and (at >= count.number[1] or page.until[at] >= count.start - 2):
            return _set(count, "casualties", "combined", at)
        if (word.trigger is not None and word.trigger.voice != "fall") or word.cues.get("verb"):
            return False
    return False


# --- by the noun itself ------------------------------------------------------------------------------------------


def _own_measure(page: Page, count: Count, start: int, end: int) -> bool:
    noun = count.noun
    if noun is None or noun.kind not in ("casualty", "event"):
        return False
    if noun.kind == "event":
        measure = _EVENT_KINDS.get(noun.value, noun.value)
        if noun.number == "one" and page.form[count.noun_at or 0] < "\u0590" and (count.low or 0) > 1:
            count.dead = True
            return True
        if noun.value == "attempt" and not _assassination(page, count.end):
            count.dead = True
            return True
        if noun.value in ("operations", "attempt") and _assassination(page, count.end):
            measure, count.end = "attacks", count.end + 1
            qualify_after(page, count, end)
        elif noun.value == "operations" and any(form in _DEATHLY_BEFORE for form in page.form[max(start, count.start - 6) : count.start]):
            measure = "attacks"
        return _set(count, measure, "noun-event")
    if noun.value == "detained" and not _flow(page, count, start, end):
        count.noun = Noun("person", "unknown", noun.group, noun.number)
        return False
    if count.bare and noun.value != "killed" and noun.value != "wounded":
        return False
    _subset_before(page, count, start)
    return _set(count, noun.value, "noun-casualty")


_DEATHLY = frozenset({"اغتيال", "الاغتيال", "اعدام", "خطف", "اختطاف", "انتحاريه", "انتحاريتين"})

_DEATHLY_BEFORE = frozenset({"اغتيال", "الاغتيال", "الاغتيالات", "اعدام", "الاعدام", "خطف", "الخطف", "اختطاف", "الاختطاف"})


def _assassination(page: Page, at: int) -> bool:
    return at < len(page.form) and page.form[at] in _DEATHLY


def _flow(page: Page, count: Count, start: int, end: int) -> bool:
    """Whether people held are a result here, not a stock: beside killed, or after an outcome or a tally."""
    for at in range(start, end):
        word = page.word[at]
        if word is None:
            continue
        if word.cues.get("moved") or word.cues.get("holding") or word.cues.get("remain"):
            return False
    for at in range(start, count.start):
        word = page.word[at]
        if word is not None and (word.cues.get("verb") in ("outcome",) or word.cues.get("tally") or (word.trigger and word.trigger.measure == "detained")):
            return True
    return any(
        noun is not None and noun.kind == "casualty" and noun.value == "killed" for noun in (page.noun(at) for at in range(start, end))
    ) or any((page.word[at] is not None and page.word[at].cues.get("others")) for at in range(count.start, min(end, count.end + 1)))


def _set(count: Count, measure: str, rule: str, trigger_at: int | None = None) -> bool:
    count.measure = measure
    count.trigger_at = trigger_at
    count.rules.append(rule)
    return True


# --- by an action on the left ------------------------------------------------------------------------------------


def _governs(trigger: Trigger | None) -> bool:
    return trigger is not None and trigger.shape in ("verb", "masdar", "before", "any") and not trigger.filled


def _fits(page: Page, count: Count, trigger: Trigger) -> bool:
    """Whether a count can fall under a trigger: falling and catching need people."""
    if trigger.measure == "none":
        return False
    noun = count.noun
    if trigger.voice == "fall":
        return (noun is not None and noun.kind in ("person", "casualty")) or (noun is None and trigger.plural and not count.unknown_noun)
    if trigger.voice in ("person", "lost"):
        return noun is None or noun.kind == "person" or count.unknown_noun
    return noun is None or noun.kind in ("person", "casualty")


def _left_adjacent(page: Page, count: Count, floor: int, start: int) -> bool:
    at = count.start - 1
    while at >= floor and not page.trigger(_phrase_start(page, at, floor)) and _transparent(page, at):
        at -= 1
    if at < floor:
        return False
    at = _phrase_start(page, at, floor)
    trigger = page.trigger(at)
    if not _governs(trigger) or trigger is None or not _fits(page, count, trigger):
        return False
    if page.form[at] < "\u0590" and trigger.shape == "any" and _passive(page, at, start):
        return False
    return _set(count, trigger.measure, f"left-{trigger.shape}", at)


def _transparent(page: Page, at: int) -> bool:
    return page.form[at] in _QUOTES or page.form[at] in ("the", "of", "ب", "علي", "عن", "الي") or bool(page.cue(at, "det"))


def _phrase_start(page: Page, at: int, floor: int) -> int:
    """The first token of the phrase that ends at ``at``."""
    for first in range(at, max(floor, at - 4) - 1, -1):
        if page.until[first] == at + 1 and page.word[first] is not None and first != at:
            return first
    return at


def _passive(page: Page, at: int, start: int) -> bool:
    """ "were killed": the count after it begins something else, unless nothing stands before (headlines)."""
    back = at - 1
    while back >= start and page.form[back] in ("unintentionally", "also", "not", "reportedly"):
        back -= 1
    return back >= start and page.form[back] in ("was", "were", "been", "being", "be", "are", "is")


def _left_window(page: Page, count: Count, floor: int, start: int) -> bool:
    """An action further left, with its subject or an adverbial between it and the count."""
    plain = 0
    masdar_open = True
    tolled = False
    at = count.start - 1
    arabic = page.form[count.number[0]] >= "\u0590" or page.lex[max(count.start - 1, start)].form >= "\u0590"
    low = max(floor, count.start - _REACH)
    if not arabic:
        return _english_window(page, count, floor)
    while at >= low:
        form, word = page.form[at], page.word[at]
        if form in _HARD:
            return False
        if at in page.date_at or page.name_at.get(at) is not None:
            at -= 1
            continue
        trigger = word.trigger if word else None
        if trigger is not None:
            governs = _governs(trigger) or (tolled and trigger.shape == "after")
            if not governs or not _fits(page, count, trigger):
                return False
            if (trigger.shape == "masdar" or _nominal(page, trigger, at, start)) and not (masdar_open or tolled or count.conj):
                return False
            if plain > (2 if count.unknown_noun else _REACH_BACK_PLAIN):
                return False
            return _set(count, trigger.measure, f"left-window-{trigger.shape}", at)
        noun = word.noun if word else None
        if noun is not None and noun.kind == "casualty" and noun.number in ("many", "dual?") and (tolled or count.noun is None or count.start - at <= 3):
            return _set(count, noun.value, "tally-noun", at)
        if noun is not None and noun.kind == "event" and noun.number == "many" and count.noun is None and not count.unknown_noun and (tolled or count.start - at <= 3) and not _after_preposition(page, at):
            return _set(count, _EVENT_KINDS.get(noun.value, noun.value), "tally-event", at)
        verb = word.cues.get("verb") if word else None
        if verb == "toll":
            tolled = True
        elif verb is not None and not word.cues.get("masdar") and verb not in ("outcome",):
            return False
        elif word is not None and (word.cues.get("agent") or word.cues.get("breaker")):
            return False
        elif word is not None and word.cues.get("tally") and (tolled or count.noun is None):
            if word.cues["tally"] == "killed":
                return _set(count, "killed", "tally-cue", at)
            count.tallied = True
        elif form not in _SMALL and page.lex[at].alpha and not (word and word.cues):
            plain += 1
            masdar_open = masdar_open and (page.lex[at].prep != "" or noun is not None and noun.kind == "other")
        at -= 1
    return False


def _after_preposition(page: Page, at: int) -> bool:
    return bool(page.lex[at].prep) or (at > 0 and page.form[at - 1] in ("في", "من", "خلال", "بعد", "قبل"))


def _nominal(page: Page, trigger: Trigger, at: int, start: int) -> bool:
    """Whether قتل is the noun "killing" here: right after another noun, as in عمليات قتل, تهم قتل."""
    if not trigger.nominal or at <= start or page.conj[at]:
        return False
    before = page.lex[at - 1]
    return before.alpha and before.form not in _CLAUSE_OPENERS and at - 1 not in page.date_at


_CLAUSE_OPENERS = frozenset(
    "قد لقد فقد كما فيما بينما حيث حين عندما ان انه انها انهم الذي التي الذين ثم لم كان كانت امس اليوم حتي بعدما قبل وقد هناك هنا ايضا مما ما".split()
)


def _english_window(page: Page, count: Count, floor: int) -> bool:
    """ "detained in Syria at more than 300", "put the toll at 40", "the number of those killed rose to 13"."""
    at = count.start - 1
    linked = False
    for at in range(count.start - 1, max(floor, count.start - 18) - 1, -1):
        form, word = page.form[at], page.word[at]
        if form in _HARD:
            return False
        linked = linked or form in ("at", "to", "is", "was", "of", "reached", "stands", "exceeds", "exceeded", "are", "were") or page.cue(at, "verb") == "toll"
        if word is None:
            continue
        if count.others and (count.conj or page.form[count.start - 1] in ("and", ",")) and word.trigger is not None and word.trigger.shape == "any":
            return _set(count, word.trigger.measure, "left-window-others", at)
        if word.cues.get("tally") == "1" and linked and count.noun is None:
            count.tallied = True
        if count.noun is None and not count.unknown_noun and linked:
            if word.trigger is not None and word.trigger.shape in ("any", "after"):
                return _set(count, word.trigger.measure, "tally-trigger", at)
            if word.noun is not None and word.noun.kind == "casualty":
                return _set(count, word.noun.value, "tally-noun", at)
            if word.cues.get("tally") == "killed":
                return _set(count, "killed", "tally-cue", at)
        if word.cues.get("verb") in ("other", "action") or word.cues.get("agent"):
            return False
    return False


# --- by an action on the right -----------------------------------------------------------------------------------


def _right(page: Page, counts: list[Count], index: int, end: int) -> bool:
    """ "سبعة من عناصر الشرطة اصيبوا", "32 people were killed", "nine ISIS operatives dead"."""
    count = counts[index]
    arabic = _is_arabic(page, count)
    spans = {other.start: other for other in counts[index + 1 :]}
    at, limit = count.end, min(end, count.end + _REACH_RIGHT)
    while at < limit:
        form = page.form[at]
        if form in _HARD or form in (":",):
            return False
        other = spans.get(at)
        if other is not None:
            if not _crossable(page, other, at, arabic):
                return False
            at, limit = other.end, min(end, other.end + _REACH_RIGHT)
            continue
        word = page.word[at]
        trigger = word.trigger if word else None
        if trigger is not None:
            return _take_right(page, count, at, trigger, spans, arabic, end)
        if _breaks_right(page, at, arabic) or (form == "and" and count.noun is None and not count.unknown_noun):
            return False
        at += 1
    return False


def _is_arabic(page: Page, count: Count) -> bool:
    at = count.number[1]
    for near in (count.number[0], at, count.start - 1):
        if 0 <= near < len(page.form) and page.lex[near].alpha:
            return page.form[near] >= "\u0590"
    return any(page.form[near] >= "\u0590" for near in range(max(0, count.start - 3), min(len(page.form), at + 3)) if page.lex[near].alpha)


def _crossable(page: Page, other: Count, at: int, arabic: bool) -> bool:
    if other.subset or page.cue(at - 1, "subset") or other.bare:
        return True
    return other.conj and other.noun is not None and (not arabic or other.noun.kind == "person")


def _breaks_right(page: Page, at: int, arabic: bool) -> bool:
    word = page.word[at]
    if word is None:
        return False
    verb = word.cues.get("verb")
    if arabic:
        return (verb is not None and not word.cues.get("masdar")) or bool(word.cues.get("agent"))
    if page.form[at] in _AUXILIARY:
        return False
    return verb is not None or bool(word.cues.get("agent"))


def _take_right(page: Page, count: Count, at: int, trigger: Trigger, spans: dict[int, Count], arabic: bool, end: int) -> bool:
    if trigger.shape == "masdar" or trigger.shape == "before" or not _fits(page, count, trigger):
        return False
    if arabic and not _agrees(page, count, at, trigger):
        return False
    if not arabic and (not trigger.participle or _opens_clause(page, count, at)):
        return False
    if _has_object(page, at, trigger, spans, arabic, end):
        count.dead = True
        return True
    return _set(count, _joint(page, at, trigger, end), f"right-{trigger.shape}", at)


def _joint(page: Page, at: int, trigger: Trigger, end: int) -> str:
    """ "killed or wounded", "killed or later captured": one count of both."""
    for link in range(page.until[at], min(end, page.until[at] + 1)):
        if page.form[link] in ("or", "او"):
            for follow in range(link + 1, min(end, link + 4)):
                second = page.trigger(follow)
                if second is not None and second.measure != trigger.measure:
                    return "casualties"
    return trigger.measure


def _agrees(page: Page, count: Count, at: int, trigger: Trigger) -> bool:
    """A verb after its subject agrees with it in number; after a conjunction it opens a new clause."""
    lexeme = page.lex[at]
    if trigger.shape == "after":
        return not page.conj[at]
    if page.conj[at] or lexeme.prep:
        return False
    if trigger.filled:
        return lexeme.form.endswith(("هما",) if count.low == 2 else ("هم", "هن"))
    if count.bare or count.low == 1:
        return count.noun is not None and not any(page.form[k] in _COMMA for k in range(count.end, at))
    if trigger.plural:
        return True
    return trigger.voice in ("pass",) or (count.noun is not None and count.noun.value == "civilian" and lexeme.form.endswith("ت") and count.end + 2 >= at)


def _opens_clause(page: Page, count: Count, at: int) -> bool:
    """ "20 were hurt and killed": after "and" the participle goes on with its own count."""
    return page.form[at - 1] in ("and", "&") and at - 1 > count.end + 1 and not any(
        page.form[k] in _AUXILIARY for k in range(count.end, at)
    )


def _has_object(page: Page, at: int, trigger: Trigger, spans: dict[int, Count], arabic: bool, end: int) -> bool:
    """Whether the action has its own object behind it, so that the count before it is who acts."""
    if trigger.shape not in ("any", "verb") or trigger.voice in ("pass", "intr", "fall") or trigger.filled:
        return False
    if not arabic and page.form[at - 1] in _AUXILIARY and page.form[at - 1] in ("was", "were", "been", "being", "be", "are", "is"):
        return False
    follow = page.until[at]
    while follow < end and (page.form[follow] in _QUOTES or page.cue(follow, "qual") or page.form[follow] in ("the", "a", "an", "ما", "لا", "يقل")):
        follow += 1
    other = spans.get(follow) or spans.get(page.until[at])
    if other is not None and not other.conj:
        return other.noun is None or other.noun.kind in ("person", "casualty")
    noun = page.noun(follow) if follow < end else None
    return not arabic and noun is not None and noun.kind == "person"


# --- what is left: subsets, coordination, ellipsis ---------------------------------------------------------------


def _subset_before(page: Page, count: Count, floor: int) -> bool:
    at = count.start - 1
    for _ in range(3):
        if at < max(floor, 0):
            return False
        first = _phrase_start(page, at, floor)
        if page.cue(first, "subset") or page.cue(first, "apposition") or (page.form[at] in ("among", "them") and page.cue(first, "subset")):
            count.subset = True
            count.rules.append("subset")
            return True
        if page.form[at] not in ("،", ",", "علي", "الاقل", "at", "least") and page.form[at] not in _QUOTES:
            return False
        at = first - 1
    return False


def _bind_rest(page: Page, counts: list[Count], start: int, end: int, carried: Count | None) -> None:
    last = carried
    for index, count in enumerate(counts):
        if count.measure is None and not count.dead:
            _inherit(page, counts, index, last, start, end)
        if count.measure is None and not count.dead:
            _afterthought(page, counts, index, end)
        if count.measure is not None:
            last = count


def _afterthought(page: Page, counts: list[Count], index: int, end: int) -> None:
    """ "جمع 1135 شخصا ... وأسرهم": an action with the pronoun of the people counted before it."""
    count = counts[index]
    if count.noun is None or count.noun.kind != "person" or not _is_arabic(page, count):
        return
    stop = counts[index + 1].start if index + 1 < len(counts) else end
    for at in range(count.end, min(stop, count.end + _REACH_RIGHT)):
        trigger = page.trigger(at)
        if trigger is not None and trigger.filled and page.conj[at] and page.form[at].endswith(("هم", "هن")):
            _set(count, trigger.measure, "right-afterthought", at)
            return


def relatives(page: Page, count: Count) -> list[Count]:
    """ "قتلت ثلاثة جنود خطفتهم": the same people counted under a second action by a relative clause."""
    at = count.end
    for at in range(count.end, min(len(page.form), count.end + 3)):
        trigger = page.trigger(at)
        if trigger is not None and trigger.filled and not page.conj[at] and trigger.measure != count.measure and page.form[at].endswith(("هم", "هن")):
            twin = replace(count, measure=trigger.measure, trigger_at=at, rules=[*count.rules, "relative-clause"])
            return [twin]
        if trigger is not None:
            break
    return []


def _inherit(page: Page, counts: list[Count], index: int, last: Count | None, start: int, end: int) -> None:
    count = counts[index]
    previous = next((c for c in reversed(counts[:index]) if c.measure is not None), None)
    if count.subset:
        whole = counts[index - 1] if index else last
        if whole is None:
            _subset_of_named(page, count, start, end)
        if whole is not None and not whole.dead and whole.measure is not None:
            _set(count, whole.measure, "subset-of", whole.trigger_at)
            count.noun = count.noun or whole.noun
        return
    if count.tallied and (previous or last) is not None and count.noun is None and not count.unknown_noun:
        whole = previous or last
        _set(count, whole.measure or "", "tally-of-last", whole.trigger_at)  # type: ignore[union-attr]
        count.noun = whole.noun  # type: ignore[union-attr]
        return
    if _changed(page, counts, index, start):
        return
    if previous is None:
        _over_dead(page, counts, index, start)
        return
    if _coordinated(page, counts, index, previous) and _alike(count, previous):
        _set(count, previous.measure or "", "coordination", previous.trigger_at)
        if count.noun is None or count.others:
            count.noun = count.noun or previous.noun
            count.group = count.group or previous.group


def _changed(page: Page, counts: list[Count], index: int, start: int) -> bool:
    """ "من 332 إلى 373 قتيلا", "rose from 7 to 11 killed": the first number gives way to the second."""
    count = counts[index]
    after = counts[index + 1] if index + 1 < len(counts) else None
    if after is None or after.measure is None or count.noun is not None or count.unknown_noun:
        return False
    if page.form[count.start - 1] not in ("من", "from") or page.form[count.end : after.start][:1] not in (["الي"], ["to"]):
        return False
    tolled = any(page.cue(at, "verb") == "toll" for at in range(start, count.start))
    _set(count, after.measure, "change", after.trigger_at)
    if tolled:
        count.modality = "denied"
    return True


def _over_dead(page: Page, counts: list[Count], index: int, start: int) -> None:
    """ "ضبط 661 قضية و694 متهما": people beside things under one action."""
    count = counts[index]
    if index == 0 or not counts[index - 1].dead or count.noun is None or count.noun.kind != "person":
        return
    if count.conj or any(page.cue(at, "tally") for at in range(counts[index - 1].end, count.start)):
        floor = counts[index - 1].start
        probe = replace(count, start=floor, rules=[])
        if _left_adjacent(page, probe, start, start):
            _set(count, probe.measure or "", "coordination-over-things", probe.trigger_at)


def _subset_of_named(page: Page, count: Count, start: int, end: int) -> None:
    """ "14 منها في سوريا.. داعش يكشف حصيلة عملياته": the whole is named without a number."""
    if not count.partitive:
        return
    for at in range(start, end):
        noun = page.noun(at)
        if noun is not None and noun.kind == "event" and noun.number == "many":
            _set(count, _EVENT_KINDS.get(noun.value, noun.value), "subset-of-named", at)
            return


def _alike(count: Count, previous: Count) -> bool:
    """Parallel members are of one kind: people beside people, a bare number beside anything."""
    event = previous.noun is not None and previous.noun.kind == "event" or previous.measure in ("operations", "strikes", "attacks")
    if count.noun is None:
        return not count.unknown_noun or not event
    return not event and count.noun.kind == "person"


def _coordinated(page: Page, counts: list[Count], index: int, previous: Count) -> bool:
    count = counts[index]
    between = [c for c in counts[:index] if c.start >= previous.end and c.dead]
    if between:
        return False
    gap = range(previous.end, count.start)
    if len(gap) > _COORDINATE * 2:
        return False
    for at in gap:
        word = page.word[at]
        if page.form[at] in _HARD:
            return False
        if at == previous.trigger_at or page.form[at] in _AUXILIARY:
            continue
        if word is not None and (word.trigger is not None or (word.cues.get("verb") and not word.cues.get("masdar"))):
            return False
    plain = sum(1 for at in gap if page.lex[at].alpha and page.form[at] not in _LINKS and page.form[at] not in _SMALL and at not in page.name_at)
    listed = any(page.cue(at, "listing") for at in gap)
    linked = listed or count.conj or (count.start > 0 and page.form[count.start - 1] in _LINKS)
    return linked and plain <= _COORDINATE
