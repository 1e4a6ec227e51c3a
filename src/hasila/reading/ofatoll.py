"""Counts of a toll, whose people are told by the words of the toll."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.count import Count
from hasila.reading.page import Page

_PRONOUNS = markers("tally-pronoun")


_COUNTS = markers("count-verb")


def of_toll(page: Page, count: Count) -> bool:
    """Whether what reaches a number is a toll or "it": not "the troop level has fallen to 1,000"."""
    for at in range(max(0, count.start - 10), count.start):
        noun = page.noun(at)
        if page.cue(at, "tally") or (noun is not None and noun.kind == "casualty") or page.form[at] in _PRONOUNS:
            return True
    return False


def tolled(page: Page, count: Count) -> bool:
    """ "put it at 19", "now stands at 13", "ترتفع إلى 26422": a verb of reaching right before the number."""
    at = count.start - 1
    if at > 0 and page.form[at] in _COUNTS and at - 1 in page.inside:
        return True
    if at > 1 and page.form[at] in _OF and any(page.among(k, _SPOKE) for k in range(max(0, at - _SPOKEN), at)):
        replaced = page.cued_in("supersede", count.start - _REPLACED, count.start) is not None
        return not replaced and (page.form[at] == "عن" or page.form[at - 1] in _SPOKE)  # "a member spoke of over 300"
    if at < 1 or page.form[at] not in ("at", "to", "from", "الي", "عند"):
        return False
    at = next((back for back in range(at, max(0, at - _BY), -1) if page.form[back] == "by"), at)  # "fell by a fifth to"
    near = [back for back in range(max(0, at - _TOLL_REACH), at) if back not in page.dated]  # "رفعت العدد أمس إلى 44"
    if any(page.cue(back, "corrected") for back in near):
        return True  # "have been corrected to 31,921"
    return any(page.cue(back, "verb") == "toll" for back in near[-3:])


_BY = 5


_OF = frozenset({"of", "عن"})


_SPOKE = markers("spoke-of")


_SPOKEN = 4


_REPLACED = 14


_TOLL_REACH = 7
