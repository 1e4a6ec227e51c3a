"""Actions that are said once for two places: "In Kirkuk 14 were killed and 9 hurt, in Mosul 6 and 2"."""

from __future__ import annotations

from hasila.reading.count import Count
from hasila.reading.governors import COMMA, set_measure
from hasila.reading.page import Page

_PAIRED = frozenset({"killed", "wounded", "detained"})


def gapped(page: Page, counts: list[Count], index: int) -> bool:
    """ "In Kirkuk 14 were killed and 9 hurt, in Mosul 6 and 2": two bare numbers repeat the pair before them."""
    pair, again = counts[max(0, index - 2) : index], counts[index : index + 2]
    if len(pair) < 2 or len(again) < 2 or len({c.measure for c in pair} & _PAIRED) < 2:
        return False
    bare = all(_bare(c) and c.measure is None and not c.dead for c in again)
    if not bare or not again[1].conj or again[1].start - again[0].end != 1:
        return False
    between = range(pair[1].end, again[0].start)
    if not any(at in page.inside for at in between) or COMMA.isdisjoint(page.form[between.start : between.stop]):
        return False
    for first, later in zip(pair, again, strict=True):
        later.noun, later.group = first.noun, first.group
        set_measure(later, first.measure or "", "gapping", first.trigger_at)
    return True


def _bare(count: Count) -> bool:
    return count.noun is None and count.group is None and not count.unknown_noun
