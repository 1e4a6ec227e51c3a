"""Whether the clause of a count ends before a place: at a verb behind a comma, at "while", at a semicolon."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.asidedays import opens_day
from hasila.reading.governors import COMMA
from hasila.reading.page import Page
from hasila.reading.support import tells_event
from hasila.values.numbers import number_forms

BREAKS = markers("other-clause") | {"؛", ";"}
_SAME_EVENT = markers("same-event")
_CAUSE = markers("cause")
_WHILE = markers("while-noun")
_AND_THAT = frozenset({"وذلك"})
_APPOSED = 6
_CLAUSE = 3
_UNITS = markers("time-units")
_ONCE = markers("once-that")
_ACCOMPANY = frozenset({"with", "including"})


def broken(page: Page, start: int, end: int, hurt: bool = False) -> bool:
    """Whether a clause ends between a count and a place: a comma with a verb, "، وإن مدربيه", بينما, while; not before
    what left people ``hurt``: "قُتل ثلاثة، بعدما هاجم التنظيم مقرا"."""
    closing = -1
    resumed = (at for at in range(end - 1, start, -1) if page.form[at] in _AND_THAT and page.form[at - 1] in COMMA)
    start = next(resumed, start)
    for at in range(start, end):
        if opens_day(page, at) or (
            page.form[at] in BREAKS
            and not (page.form[at] == "؛" and page.form[at + 1] in _CAUSE)
            and not _doing(page, at)
        ):
            return True
        if page.form[at] in _UNITS and page.form[at + 1 : at + 2] == ["after"] and page.form[at - 1] in COMMA:
            return True  # "killed four, days after an assault in Makhmour"
        if page.form[at] not in ("،", ",") or at == closing:
            continue
        if _turned(page, at + 1):
            return True
        if _goes_on(page, at + 1):
            continue
        if hurt and page.form[at + 1] in _CAUSE | _ONCE:
            continue
        if page.form[at + 1] in _ACCOMPANY or _takes_back(page, at + 1) or _set_in(page, at + 1):
            # "six strikes, with 11 engagements, were conducted in Syria", "36, not 63, were carried out there"
            closing = next((k for k in range(at + 1, end) if page.form[k] in COMMA), -1)
            continue
        behind = _behind_apposition(page, at, end) or (_hurt_too(page, at, end) if hurt else None)
        if behind is not None:
            closing = behind
            continue
        if page.form[at + 1] == "وان" or any(page.cue(k, "verb") or page.trigger(k) for k in range(at + 1, end)):
            return True
    return False


def _turned(page: Page, at: int) -> bool:
    """ "واعتقال 33، في حين جرت في سوريا 23 عملية", "أما في سوريا فبلغت": what follows is told of another."""
    return page.form[at] in _TURNS or (page.form[at] == "في" and page.form[at + 1] in _WHILE)


_TURNS = markers("turn-to")


def _doing(page: Page, at: int) -> bool:
    """ "Four were killed while on patrol in Idlib", "while searching a village": the same people at the same place."""
    behind = page.form[at + 1 : at + 2]
    return page.form[at] == "while" and bool(behind) and (behind[0] in _STATE or behind[0].endswith("ing"))


_STATE = frozenset({"on", "off", "they", "he"})


def _behind_apposition(page: Page, at: int, end: int) -> int | None:
    """ "مقتل زعيم التنظيم، أبو يوسف، خلال غارة": the comma behind a name or two between commas."""
    close = next((k for k in range(at + 1, min(at + _APPOSED, end)) if page.form[k] in COMMA), None)
    if close is None or page.form[at] < "\u0590" or page.form[close + 1] not in _SAME_EVENT:
        return None
    return close if not any(page.cue(k, "verb") or page.trigger(k) for k in range(at + 1, close)) else None


def _hurt_too(page: Page, at: int, end: int) -> int | None:
    """ "قُتل ثلاثة، وأُصيب آخرون بجروح، جراء هجوم", "إضافة إلى إصابة آخرين، إثر": the comma behind others who came to
    harm in the same event."""
    first = at + 1 + 2 * (page.form[at + 1 : at + 3] in _BESIDES)
    harmed = page.trigger(first)
    if harmed is None or harmed.measure not in _HURT or (first == at + 1 and page.conj[first] != "و"):
        return None
    close = next((k for k in range(first, min(first + _OTHERS, end)) if page.form[k] in COMMA), None)
    return close if close is not None and page.form[close + 1] in _SAME_EVENT | _CAUSE else None


_BESIDES = (["اضافه", "الي"], ["بالاضافه", "الي"], ["فضلا", "عن"])
_HURT = frozenset({"killed", "wounded"})
_OTHERS = 10


def _set_in(page: Page, at: int) -> bool:
    """ "قُتل خمسة، الأحد، في هجوم", "خمسة، وفق المرصد، في هجوم": a day or a source between commas."""
    if page.form[at] < "\u0590":
        return False
    return at in page.dated or at + 1 in page.dated or page.cue(at, "accord") is not None


def _takes_back(page: Page, at: int) -> bool:
    """ "not 63", "and not 63", "وليس 63": whether a number is taken back here."""
    numbers = number_forms()
    return any(
        page.cue(k, "neg") and (page.form[k + 1][:1].isdigit() or page.form[k + 1] in numbers) for k in (at, at + 1)
    )


def _goes_on(page: Page, at: int) -> bool:
    """ "قتل تسعة، في هجوم استهدف", "12 strikes, flown in Iraq": what follows the comma is still of the same event; not
    "، في حين"."""
    if page.form[at] < "\u0590":
        return page.cue(at, "verb") not in (None, "speech")
    if page.form[at] == "حيث" and tells_event(page, at + 1, at + _CLAUSE):
        return True  # "هجوم شنه داعش، حيث استهدف الهجوم حافلة في"
    if page.form[at] == "من" and page.form[at + 1] in _CAUSE:
        return True  # "، من جراء هجوم"
    return page.form[at] in _SAME_EVENT and page.form[at + 1] not in _WHILE
