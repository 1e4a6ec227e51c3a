"""Counts of the dead and the wounded, or the dead and the caught, together: no share of either is told."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.words import Trigger
from hasila.reading.count import ONE, Count
from hasila.reading.governors import set_measure
from hasila.reading.page import Page, lexeme
from hasila.values.numbers import number_forms

_OPENS = frozenset({"،", ":", ".", '"', "“", "«", "و"})


def split(page: Page, counts: list[Count], index: int) -> bool:
    """ "سقط 40 عنصراً بين 25 قتيلاً و15 جريحاً": a total of both, split behind it."""
    count, parts = counts[index], counts[index + 1 : index + 3]
    if len(parts) < 2 or page.form[count.end : count.end + 1] not in (["بين"], ["ما"]):
        return False
    kinds = {part.noun.value for part in parts if part.noun is not None and part.noun.kind == "casualty"}
    low = [part.low for part in (count, *parts)]
    return len(kinds) == 2 and None not in low and set_measure(count, "casualties", "combined-split")


def of_victims(page: Page, counts: list[Count], index: int) -> bool:
    """ "27 ضحية، إذ قُتل 11 وأصيب 16", "1007 ضحايا (267 قتيلاً و740 جريحاً)": victims who are the killed and the wounded
    behind them."""
    count, parts = counts[index], counts[index + 1 : index + 3]
    named = page.form[count.noun_at] in _VICTIMS if count.noun_at is not None else _of_victims(page, count)
    if not named or count.low is None:
        return False
    both = {_fate(page, part) for part in parts} == {"killed", "wounded"}
    return (
        both
        and sum(part.low or 0 for part in parts) == count.low
        and set_measure(count, "casualties", "combined-victims")
    )


def _of_victims(page: Page, count: Count) -> bool:
    """ "بلغ مجموع الضحايا المدنيين 1007 (267 قتيلا و740 جريحا)": the victims are named before their number."""
    return count.nameless and page.has(_VICTIMS, max(0, count.start - 3), count.start)


def _fate(page: Page, part: Count) -> str | None:
    verb = page.trigger(part.start - 1)
    if verb is not None:
        return verb.measure
    return part.noun.value if part.noun is not None and part.noun.kind == "casualty" else None


_VICTIMS = markers("victims-noun")


def killed_and_wounded(page: Page, count: Count, start: int) -> bool:
    """ "قُتل وأُصيب تسعة جنود", "قتل وتوقيف 200": two actions that share the number.

    Verbs share it where they open a clause or the second has a doer ("إنه قتل وأصاب تسعة"): "أن جنديا قتل وأصيب تسعة"
    are two.
    """
    second = count.start - 1
    while second > start and (second in page.dated or page.form[second] in _PASSED):
        second -= 1  # "قتلوا أو أسروا منذ يناير نحو 200 مسلح"
    first = second - 1
    if first > start and page.form[first] == "او":
        first -= 1  # "قُتل أو أُسر نحو خمسين"
    elif first < start or page.conj[second] != "و":
        return False
    verbs = [verb for verb in (page.trigger(first), page.trigger(second)) if verb is not None and not verb.filled]
    if len({verb.measure for verb in verbs} & _TOGETHER) < 2 or verbs[0].measure != "killed":
        return False
    deeds = all(verb.shape == "masdar" or verb.nominal for verb in verbs) and verbs[1].shape == "masdar"
    event = page.noun(first - 1) if first > start else None
    opens = first == start or page.form[first - 1] in _OPENS or (event is not None and event.kind == "event")
    told = all(verb.shape == "verb" for verb in verbs) and (opens or verbs[1].voice == "act")
    return (deeds or told) and set_measure(count, "casualties", "combined", second)


_TOGETHER = frozenset({"killed", "wounded", "detained"})
_MEANWHILE = markers("before-time")
_PASSED = _MEANWHILE | markers("in-them") | frozenset("()")


def combined(page: Page, count: Count, floor: int, end: int) -> bool:
    """ "25 killed or captured", "51 بين قتيل وجريح", "قتل واعتقال 200": a count of both together."""
    near = page.cued_in("combined", max(floor, count.start - 5), min(end, count.end + 12))
    if near is None or (count.bare and page.cue(count.start - 1, "subset")):
        return False
    after = range(count.number[1], min(end, count.end + 12))
    before = range(count.start - 1, max(floor, count.start - 5) - 1, -1)
    if _combined_in(page, count, after):
        return True
    own = count.end < end and page.trigger(count.end) is not None
    return not own and _combined_in(page, count, before)


def of_both(page: Page, count: Count, floor: int) -> bool:
    """ "ومن ضمن القتلى والمعتقلين 30 قيادياً": a part of the dead and of the caught together."""
    near = page.of_kind("casualty", max(floor + 1, count.start - _BEFORE) + 1, count.start)
    if not near:
        return False
    at = near[-1]
    first, second = page.noun(at - 1), page.noun(at)
    both = first is not None and first.kind == "casualty" and page.conj[at] == "و" and page.lex[at].article
    kinds = {first.value, second.value} if both and first is not None and second is not None else set()
    if len(kinds & _TOGETHER) == 2 and at - 2 >= floor and page.form[at - 2] in _AMONG:
        count.subset = True
        return set_measure(count, "casualties", "combined", at)
    return False


_AMONG = markers("counted-in")
_BEFORE = 6


def _own_object(page: Page, at: int) -> bool:
    """ "left 13 soldiers dead and wounded dozens": the second action has people of its own behind it."""
    follow = page.until[at]
    return (
        page.form[at] < "\u0590"
        and follow < len(page.form)
        and page.form[follow - 2] in ("and", "&")
        and (page.form[follow][:1].isdigit() or page.form[follow] in number_forms())
    )


def _combined_in(page: Page, count: Count, span: range) -> bool:
    """Whether the first action of a stretch is one of both; not of a part: "12 جنديا سقط عدد منهم بين قتيل وجريح"."""
    for at in span:
        word = page.word[at]
        if _other_number(page, count, at):
            return False
        if word is None:
            continue
        if word.cues.get("combined") and at >= count.number[1] and _own_object(page, at):
            inner = lexeme(page.tokens.raw[at]).word
            trigger = inner.trigger if inner is not None else None
            return trigger is not None and set_measure(count, trigger.measure, "right-after", at)
        if word.cues.get("combined") and (verb := _parted(page, at, count)) is not None:
            return set_measure(count, verb.measure, "right-after" if at >= count.number[1] else "left-verb", at)
        if word.cues.get("combined") and (at >= count.number[1] or page.until[at] >= count.start - 2):
            return set_measure(count, "casualties", "combined", at)
        stops = word.cues.get("verb") or (at >= count.end and word.cues.get("subset") and not _one_of_them(page, at))
        if stops or (word.trigger is not None and word.trigger.voice != "fall"):
            return False
    return False


def _parted(page: Page, at: int, count: Count) -> Trigger | None:
    """ "إن جندياً واحداً قتل وجرح أربعة": of two verbs between two counts each has its own."""
    subject = page.is_person(at - 1) or page.form[at - 1] in ONE
    follow = page.until[at]
    counted = follow < len(page.form) and (page.form[follow][0].isdigit() or page.form[follow] in number_forms())
    if page.form[at] not in _SINGULAR or not (subject and counted):
        return None
    inner = lexeme(page.tokens.raw[at if at >= count.number[1] else follow - 1]).word
    return inner.trigger if inner is not None else None


_SINGULAR = markers("killed-verb")


def _one_of_them(page: Page, at: int) -> bool:
    """ "عشرة جنود بينهم ضابط سقطوا بين قتيل وجريح": a single man among them does not end what is said of all."""
    follow = page.until[at]
    noun = page.noun(follow) if follow < len(page.form) else None
    return noun is not None and noun.kind == "person" and noun.number == "one"


def _other_number(page: Page, count: Count, at: int) -> bool:
    """Whether another number begins here, not joined to the count: "أحد العناصر فجر نفسه موقعا 300 بين قتيل وجريح"."""
    number = page.form[at][0].isdigit() or page.form[at] in number_forms()
    return at >= count.end and number and page.form[at - 1] != "و" and page.form[at][0] != "و"
