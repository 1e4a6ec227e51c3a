"""Whether an action has its own object behind it, so that the count before it is who acts."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.lexicon.words import Trigger
from hasila.reading.count import Count
from hasila.reading.governors import AUXILIARY, BE, COMMA, QUOTES
from hasila.reading.page import Page

_BEFORE_COUNT = markers("no-fewer") | {"the", "a", "an"}


def _own_participle(page: Page, other: Count, end: int) -> bool:
    """ "2 operatives killed 3 operatives killed": two columns of a list run together, not subject and object."""
    trigger = page.trigger(other.end) if other.end < end else None
    return trigger is not None and trigger.participle and trigger.shape == "any"


def has_object(page: Page, at: int, trigger: Trigger, spans: dict[int, Count], arabic: bool, end: int) -> bool:
    """Whether the action has its own object behind it, so that the count before it is who acts."""
    if trigger.shape not in ("any", "verb") or trigger.voice in ("pass", "intr", "fall") or trigger.filled:
        return False
    if not arabic and page.form[at - 1] in AUXILIARY and page.form[at - 1] in BE:
        return False
    follow = page.until[at]
    while follow < end and (
        page.form[follow] in QUOTES or page.cue(follow, "qual") or page.form[follow] in _BEFORE_COUNT
    ):
        follow += 1
    other = spans.get(follow) or spans.get(page.until[at])
    if other is not None and other.subset and page.form[page.until[at]] == "(":
        return False  # "9 people captured (four of them abroad)"
    if other is not None and not other.conj and not arabic and _own_participle(page, other, end):
        return False
    if other is not None and not other.conj:
        return other.noun is None or other.noun.kind in ("person", "casualty")
    noun = page.noun(follow) if follow < end else None
    return not arabic and noun is not None and noun.kind == "person"


def are_kept(page: Page, count: Count) -> bool:
    """ "The UN keeps 13,000 peacekeepers in Mali, and 28 soldiers have died", "يحتجز حلفاؤها عشرة آلاف، بينهم": people
    who are stationed or held are no subject of what befell others."""
    near = page.all(_KEEPS, count.start - _SUBJECT, count.start)
    if not near or count.bare:
        return False
    between = range(near[-1] + 1, count.start)
    return not any(page.form[at] in COMMA or page.trigger(at) is not None or page.cue(at, "verb") for at in between)


_KEEPS = markers("keeps-people")
_SUBJECT = 4
