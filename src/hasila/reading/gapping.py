"""Actions that are said once: "In Kirkuk 14 were killed and 9 hurt, in Mosul 6 and 2", "Iraq accounts for 14"."""

from __future__ import annotations

from bisect import bisect_right

from hasila.lexicon.markers import markers
from hasila.reading.count import Count
from hasila.reading.governors import COMMA, EVENT_KINDS, HARD, set_measure
from hasila.reading.page import Page

_PARTS = COMMA | HARD
_PAIRED = frozenset({"killed", "wounded", "detained"})


def gapped(page: Page, counts: list[Count], index: int) -> bool:
    """ "In Kirkuk 14 were killed and 9 hurt, in Mosul 6 and 2": two bare numbers repeat the pair before them."""
    pair, again = counts[max(0, index - 2) : index], counts[index : index + 2]
    if len(pair) < 2 or len(again) < 2 or len({c.measure for c in pair} & _PAIRED) < 2:
        return False
    bare = all(c.nameless and c.measure is None and not c.dead for c in again)
    if not bare or not again[1].conj or again[1].start - again[0].end != 1:
        return False
    between = range(pair[1].end, again[0].start)
    if not any(at in page.inside for at in between) or _PARTS.isdisjoint(page.form[between.start : between.stop]):
        return False
    for first, later in zip(pair, again, strict=True):
        later.noun, later.group = first.noun, first.group
        set_measure(later, first.measure or "", "gapping", first.trigger_at)
    return True


_ACCOUNTS = markers("accounts-for")
_DID = markers("did-verb")


def _accounted(page: Page, count: Count) -> bool:
    """ "Iraq accounts for 14": a bare number that gives somebody's share."""
    at = count.start - 1
    return count.nameless and at > 0 and page.form[at] == "for" and page.form[at - 1] in _ACCOUNTS


def of_topic(page: Page, count: Count) -> bool:
    """ "Of the detainees, Iraq accounts for 14": a share of those whom the sentence names first."""
    if not _accounted(page, count):
        return False
    start = page.sentences[bisect_right(page.sentences, (count.start, len(page.form))) - 1][0]
    measure = page.cue(start, "fallen")
    if measure is not None:
        return set_measure(count, measure, "of-topic", start)
    for at in range(start, min(count.start, start + 4)) if page.form[start] == "of" else ():
        noun = page.noun(at)
        if noun is not None and noun.kind in ("casualty", "event") and noun.number == "many":
            return set_measure(count, {**EVENT_KINDS, "arrests": "detained"}.get(noun.value, noun.value), "of-topic")
    return False


def _rest_of(count: Count) -> Count | None:
    """ "196 missions ... In Iraq, 137 ...: 30 killed. Syria accounted for 59": what makes up the sum of the events."""
    part = count.event
    whole = part.event if part is not None else None
    adds_up = part is not None and whole is not None and whole.low == (part.low or 0) + (count.low or 0)
    return part if adds_up else None


def _followed(page: Page, count: Count, previous: Count | None) -> bool:
    """ "Kirkuk saw the most operations, 120, followed by Diyala with 96 and Salahaddin with 74"."""
    at = count.start - 1
    if previous is None or not count.nameless or page.form[at] != "with" or at - 1 not in page.inside:
        return False
    return "followed" in page.form[previous.end : at] or "gapping" in previous.rules


def repeated(page: Page, count: Count, previous: Count | None, last: Count | None) -> Count | None:
    """What a bare number counts again: "the army made 12 of the arrests, the police made 46"."""
    if _accounted(page, count):
        return _rest_of(count) or previous or last
    if _followed(page, count, previous):
        return previous
    at = count.start - 1
    same = previous is not None and at > 0 and page.form[at] == page.before(previous.start)
    return previous if same and count.nameless and page.form[at] in _DID else None
