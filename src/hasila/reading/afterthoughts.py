"""Actions said of people after they were counted: "أشخاص تم اعتقالهم", "ثلاثة جنود خطفتهم"."""

from __future__ import annotations

from dataclasses import replace

from hasila.lexicon.markers import markers
from hasila.model import Modality
from hasila.reading.count import EVENTS, Count
from hasila.reading.governors import REACH_RIGHT, is_arabic, set_measure
from hasila.reading.page import Page

_AFTER = markers("cause")
_DONE = markers("passive-verb")
_THEN = 5
_TO_OF = frozenset({"الي", "عن", "من"})


def afterthought(page: Page, counts: list[Count], index: int, end: int) -> None:
    """ "جمع 1135 شخصا ... وأسرهم": an action with the pronoun of the people counted before it."""
    count = counts[index]
    people = count.others if count.noun is None else count.noun.kind == "person"
    if not people or not is_arabic(page, count):
        return
    last, stop = count, end
    for other in counts[index + 1 :]:
        if other.noun is None and other.unknown_noun and not other.conj:
            continue  # "خرج ألفا مقاتل في عشر شاحنات واستسلموا"
        if not (other.conj and other.start - last.end <= 1 and other.noun is not None and other.noun.kind == "person"):
            stop = other.start
            break
        last = other
    for at in range(last.end, min(stop, last.end + REACH_RIGHT)):
        trigger = page.trigger(at)
        linked = page.conj[at] or page.form[at - 1] in _AFTER or _led_to(page, at)
        theirs = ("هما",) if count.low == 2 else ("هم", "هن")
        if trigger is not None and trigger.filled and linked and page.form[at].endswith(theirs):
            set_measure(count, trigger.measure, "right-afterthought", at)
            return
        if trigger is not None and (linked or page.form[at - 1] == "ثم") and _gave_up(page, count, at):
            set_measure(count, trigger.measure, "right-afterthought", at)
            return


def _gave_up(page: Page, count: Count, at: int) -> bool:
    """ "خرج ألفا مقاتل في شاحنات واستسلموا": a verb of surrender joined to the one before it, in the number of those
    who are counted."""
    trigger = page.trigger(at)
    plural = page.form[at].endswith("ا" if count.low == 2 else "وا")
    return trigger is not None and trigger.measure == "surrendered" and plural


def said_among(page: Page, count: Count, last: Count | None, end: int) -> bool:
    """ "seven civilians, four of them children, were among them": a part of those counted before."""
    people = count.noun is not None and count.noun.kind == "person"
    if last is None or last.measure in EVENTS or last.dead or not people or is_arabic(page, count):
        return False
    at = count.end
    if page.form[at : at + 1] == [","]:
        at = next((k + 1 for k in range(at + 1, min(end, at + _ASIDE)) if page.form[k] == ","), at)
    if page.form[at : at + 3] not in (["were", "among", "them"], ["are", "among", "them"]):
        return False
    count.subset = (count.low or 0) <= (last.high or last.low or 0)
    return count.subset and set_measure(count, last.measure or "", "subset-of", last.trigger_at)


_ASIDE = 10


def _led_to(page: Page, at: int) -> bool:
    """ "أشخاص تم اعتقالهم", "ما أدى إلى مقتلهم", "وتمكنت من تحييدهم": an action that happens to those named before."""
    before = page.form[at - 1]
    if before == "ثم" and any(page.form[k] in _DONE for k in range(max(0, at - _THEN), at - 1)):
        return True  # "جرى التعرف عليهما ثم اعتقالهما"
    if before in _DONE or (page.lex[at].prep == "ل" and page.cue(at - 1, "verb") == "outcome"):
        return True
    if before not in _TO_OF:
        return False
    return page.cue(at - 2, "verb") == "outcome" or page.form[at - 2].lstrip("و").startswith("تمكن")


def relatives(page: Page, count: Count) -> list[Count]:
    """ "قتلت ثلاثة جنود خطفتهم": the same people counted under a second action by a relative clause."""
    at = count.end
    for at in range(count.end, min(len(page.form), count.end + 3)):
        trigger = page.trigger(at)
        if (
            trigger is not None
            and trigger.filled
            and page.form[at - 1] != "مع"  # "داعشي مع أسرهم": with their families
            and at != count.trigger_at
            and not page.conj[at]
            and trigger.measure != count.measure
            and page.form[at].endswith(("هم", "هن"))
        ):
            rules = [*(rule for rule in count.rules if not rule.startswith("modality-")), "relative-clause"]
            modality: Modality = "hypothetical" if trigger.future else "asserted"  # "هدد بقتل ثلاثة جنود خطفهم"
            return [replace(count, measure=trigger.measure, modality=modality, trigger_at=at, rules=rules)]
        if trigger is not None:
            break
    return []


def said_of(page: Page, count: Count, end: int) -> bool:
    """ "أربعة مدنيين قتلى": a second noun, as bare as the one before it, says what befell the people counted."""
    noun = page.noun(count.end) if count.end < end else None
    if (
        noun is None
        or noun.kind != "casualty"
        or noun.value not in ("killed", "wounded")
        or noun.number not in ("many", "one")
    ):
        return False
    people = count.noun is not None and count.noun.kind == "person"
    if people and (noun.number == "one") != (count.noun is not None and count.noun.number == "one"):
        return False  # "أربعة مدنيين قتلى", "16 مسلحاً قتيلاً"
    if not people or page.form[count.end] < "\u0590" or page.lex[count.end].article or page.conj[count.end]:
        return False
    count.end += 1
    return set_measure(count, noun.value, "noun-casualty", count.end - 1)
