"""Deaths that nobody inflicted, and sentences of death that nobody has carried out."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.count import Count
from hasila.reading.page import Page

_CARRIED_OUT = markers("carries-out")
_BEFORE = 6
_WARLIKE = markers("warlike")


def sentenced(page: Page, count: Count, start: int) -> bool:
    """ "قضت المحكمة بإعدام ستة": a sentence passed is not carried out; "نفذ حكم الإعدام بحق ستة" is."""
    at = count.trigger_at
    if at is None or not page.cue(at, "penalty"):
        return False
    if any(page.form[back] in _CARRIED_OUT for back in range(max(start, at - _BEFORE), at)):
        return False
    return any(page.cue(back, "court") for back in range(start, at))


_ORDER = markers("order-verb")
_ORDERED = 3


def ordered(page: Page, count: Count, start: int) -> bool:
    """ "أمرت النيابة باعتقال ستة", "ordered the arrest of six": an order is no deed."""
    at = count.trigger_at
    trigger = page.trigger(at) if at is not None else None
    if at is None or trigger is None or count.subset or trigger.shape not in ("masdar", "any"):
        return False
    if not (page.lex[at].prep == "ب" or page.before(at) == "the"):
        return False
    return not _ORDER.isdisjoint(page.form[max(start, at - _ORDERED) : at])


def accident(page: Page, count: Count, start: int, end: int) -> bool:
    """ "أربعة جنود قضوا في حادث سير": dead of a sentence that speaks of an accident and of no attack."""
    if count.measure not in ("killed", "wounded", "casualties"):
        return False
    mishaps = ("accident", "disease", "medical") if count.measure == "killed" else ("accident", "disease")
    if not any(page.cue(at, "domain") in mishaps for at in page.within(start, end)):
        return False
    return not any(_hostile(page, at) for at in range(start, end))


def _hostile(page: Page, at: int) -> bool:
    noun, trigger = page.noun(at), page.trigger(at)
    if noun is not None and (noun.value in ("militant", "attacks", "strikes", "abducted")):
        return True
    if page.cue(at, "verb") == "raid" or _bare_form(page.form[at]) in _WARLIKE:
        return True
    executed = trigger is not None and any(root in page.form[at] for root in _EXECUTES)  # "أعدم 18 مدنياً غرقاً"
    return executed or (trigger is not None and trigger.measure in ("detained", "abducted"))


_EXECUTES = markers("execution-root")


def _bare_form(form: str) -> str:
    """A word without its clitics: والشهداء -> شهداء."""
    bare = form.lstrip("وفبل") if form not in _WARLIKE else form
    return bare.removeprefix("ال")


def died_of_wounds(page: Page, count: Count, end: int) -> int | None:
    """ "اثنين من الجرحى الذين نقلوا إلى المستشفى توفيا": of the wounded so many have died."""
    if "of-group" not in count.rules or count.noun_at is None or not page.lex[count.noun_at].article:
        return None
    for at in range(count.end, min(end, count.end + _DIED)):
        trigger = page.trigger(at)
        if page.form[at] in ("،", ",") or page.form[at].startswith("و"):
            return None
        if (
            trigger is not None
            and trigger.measure == "killed"
            and (trigger.voice == "intr" or trigger.shape == "after")
        ):
            return at
    return None


_DIED = 12
