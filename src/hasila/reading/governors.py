"""Actions that govern a count: what can govern what, and the action right before it."""

from __future__ import annotations

from hasila.lexicon.markers import marker_phrases, markers
from hasila.lexicon.words import Trigger
from hasila.reading.count import Count
from hasila.reading.page import Page

HARD = frozenset({";", "؛", "\n", "|"})
COMMA = frozenset({"،", ","})
BULLETS = frozenset("•*-–—·▪●")
QUOTES = frozenset("\"“”«»'‘’()[]")
REACH_RIGHT = 14
AUXILIARY = markers("auxiliary")
BE = markers("be-form")
_ADVERBS = markers("passive-adverb")
SMALL = markers("small-word")
_PARTITIVE = markers("partitive")
_IN_THEM = markers("in-them")
_NOMINATIVE = markers("subject-others")
WHO_ACTS = "who-acts"
BESIDES = frozenset(pair for pair in marker_phrases("besides") if pair[0] >= "\u0590")
EVENT_KINDS = {"attempt": "attacks", "clash": "operations", "ambush": "operations"}


def set_measure(count: Count, measure: str, rule: str, trigger_at: int | None = None) -> bool:
    count.measure = measure
    count.trigger_at = trigger_at
    count.rules.append(rule)
    return True


def governs(trigger: Trigger | None) -> bool:
    return trigger is not None and trigger.shape in ("verb", "masdar", "before", "any") and not trigger.filled


def fits(page: Page, count: Count, trigger: Trigger) -> bool:
    """Whether a count can fall under a trigger: falling and catching need people."""
    if trigger.measure == "none":
        return False
    noun = count.noun
    if trigger.voice == "escaped":
        return (noun is not None and noun.value in ("militant", "detained")) or (noun is None and count.partitive)
    if trigger.voice == "suspect":
        return noun is not None and noun.kind == "person" and noun.value not in ("civilian", "security")
    if trigger.voice == "fall":
        return (noun is not None and noun.kind in ("person", "casualty")) or (
            noun is None and trigger.plural and (not count.unknown_noun or "of-group" in count.rules)
        )
    if trigger.voice == "goods":
        return not count.unknown_noun and (noun is None or noun.kind == "person")
    if trigger.voice == "lost" and count.others and page.form[count.end - 1] in _NOMINATIVE:
        return False
    if trigger.voice in ("person", "lost", "cost"):
        return (noun is None and not _thing(page, count)) or (noun is not None and noun.kind == "person")
    return noun is None or noun.kind in ("person", "casualty")


def _thing(page: Page, count: Count) -> bool:
    """Whether the unknown noun of a count is likely a thing: no capital letter makes a name of it."""
    at = count.noun_at
    if not count.unknown_noun or at is None:
        return False
    return page.form[at] < "\u0590" and not page.lex[at].upper


def left_adjacent(page: Page, count: Count, floor: int, start: int) -> bool:
    at = _before_day(page, count.start - 1, floor)
    while at >= floor and not page.trigger(phrase_start(page, at, floor)) and _transparent(page, at, floor):
        at = phrase_start(page, at, floor) - 1
    if at < floor:
        return False
    at = phrase_start(page, at, floor)
    trigger = page.trigger(at)
    if _bodies(page, count, at):
        before = page.form[max(start, at - 6) : at]
        count.dead = not _HANDED.isdisjoint(before) and _MORGUE.isdisjoint(before)
        return set_measure(count, "killed", "bodies-of", at)
    if trigger is not None and trigger.shape == "masdar" and page.lex[at].article and page.until[at] == at + 1:
        return False  # "انقضاء الدعوى بالوفاة لمتهمين": a definite verbal noun has no object behind it
    if trigger is None or not (governs(trigger) or _object_of(page, count, trigger)) or not fits(page, count, trigger):
        return False
    if page.form[at] < "\u0590" and trigger.shape == "any" and passive(page, at, start):
        return False
    if trigger.shape == "verb" and at == count.start - 1 and page.form[count.start][0] == "و" and count.conj:
        return False  # "21 قُتلوا و25 جُرحوا"
    if _who_acts(page, count, trigger):
        count.dead = True
        count.rules.append(WHO_ACTS)
        return True
    return set_measure(count, trigger.measure, f"left-{trigger.shape}", at)


def _who_acts(page: Page, count: Count, trigger: Trigger) -> bool:
    """ "اغتال مسلحان ضابطا": after a verb that can't be passive a nominative is its subject."""
    at = count.noun_at
    dual = at is not None and count.rules[:1] == ["ar-dual-noun"] and page.form[at].endswith("ان")
    return dual and trigger.voice == "act" and trigger.shape == "verb" and not trigger.nominal


def _bodies(page: Page, count: Count, at: int) -> bool:
    """ "عثرت الشرطة على جثث 18 رجلا خطفوا من منازلهم": the bodies of so many."""
    noun = page.noun(at) if at == count.start - 1 else None
    body = noun is not None and noun.value == "killed" and noun.number == "many" and page.form[at].endswith(_BODIES)
    return body and count.noun is not None and count.noun.kind == "person"


_HANDED = markers("handed-body")
_MORGUE = markers("morgue")
_BODIES = tuple(markers("bodies"))


def _object_of(page: Page, count: Count, trigger: Trigger) -> bool:
    """ "خطفه لأكثر من 270 تلميذة", "قتلها لعشرة مدنيين": with its author as pronoun a verbal noun takes ل."""
    if trigger.shape == "masdar" and trigger.voice in ("any", "person") and count.noun is not None:
        form = page.form[count.start - 1]
        if not form.lstrip("وب").startswith("مقتل") and page.trigger(count.start - 1) is trigger:
            return form.endswith(("ها", "ه"))  # "اعتقالها ثلاثة عناصر"
    led = page.lex[count.start].prep == "ل" or (count.qualifier != "exact" and page.form[count.start].startswith("لا"))
    return trigger.filled and led and count.noun is not None


def _before_day(page: Page, at: int, floor: int) -> int:
    """ "arrested on Sunday seven militants", "killed late Friday three": in English a day may part verb and object."""
    back = at
    while back >= floor and (back in page.dated or page.form[back] in _ON_DAY):
        back -= 1
    dated = any(k in page.dated and page.form[k] < "\u0590" for k in range(back + 1, at + 1))
    return back if dated and back >= floor and page.trigger(phrase_start(page, back, floor)) else at


_ON_DAY = frozenset({"on", "late", "early", "last"})


def _transparent(page: Page, at: int, floor: int) -> bool:
    if page.form[at] in _PARTITIVE and at > floor and page.trigger(at - 1) is not None:
        return True
    if page.form[at] in ("are", "were") and at > floor and page.cue(phrase_start(page, at - 1, floor), "subset"):
        return True
    if page.form[at] in _IN_THEM or page.form[at] in QUOTES or page.form[at] in ("the", "of", "ب", "علي", "عن", "الي"):
        return True
    return bool(page.cue(at, "det") or page.cue(phrase_start(page, at, floor), "det"))


def phrase_start(page: Page, at: int, floor: int) -> int:
    """The first token of the phrase that ends at ``at``."""
    if page.word[at] is not None:
        return at  # no longer phrase covers it
    for first in range(at - 1, max(floor, at - 4) - 1, -1):
        if page.until[first] == at + 1 and page.word[first] is not None:
            return first
    return at


def passive(page: Page, at: int, start: int) -> bool:
    """ "were killed": the count after it begins something else, unless nothing stands before (headlines)."""
    back = at - 1
    while back >= start and page.form[back] in _ADVERBS:
        back -= 1
    return back >= start and page.form[back] in BE and back not in page.name_at  # "IS killed 25"


def is_arabic(page: Page, count: Count) -> bool:
    at = count.number[1]
    for near in (count.number[0], at, count.start - 1):
        if 0 <= near < len(page.form) and page.lex[near].alpha:
            return page.form[near] >= "\u0590"
    return any(
        page.form[near] >= "\u0590"
        for near in range(max(0, count.start - 3), min(len(page.form), at + 3))
        if page.lex[near].alpha
    )
