"""What stands behind a counted noun and says more of those counted: their group, "others", "hostages"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.count import Count
from hasila.reading.page import Page


def group_after(page: Page, count: Count, end: int) -> None:
    """The group a noun belongs to: عنصرا من التنظيم, مسلحي داعش, members of the SDF."""
    held = page.inside.get(count.noun_at) if count.noun_at is not None else None
    if held is not None and held.kind == "actor" and held.end - held.start > 1:
        count.group, count.end = held, max(count.end, held.end)
        return
    at, steps = count.end, 0
    while at < end and steps < 4:
        if page.conj[at]:
            return
        mention = page.name_at.get(at)
        if mention is not None and mention.kind == "actor":
            if mention.end < end and page.hyphened(mention.end) and page.form[at] < "\u0590":
                at = mention.end + 1  # "18 fighters of the Turkey-backed army"
                continue
            count.group, count.end = mention, mention.end
            return
        noun = page.noun(at)
        if noun is not None and noun.group and steps == 0:
            count.noun, count.end = noun, page.until[at]
            return
        if page.form[at] not in _WITHIN_GROUP and not (noun is not None and noun.kind == "person"):
            return
        at += 1
        steps += 1


_WITHIN_GROUP = markers("within-group") | {'"', "“", "«", "("}


def others_after(page: Page, count: Count, end: int) -> None:
    if count.end < end and page.cue(count.end, "others"):
        count.others = True
        count.end = page.until[count.end]


def hostages(page: Page, count: Count, end: int) -> None:
    """ "11 موظفا رهائن": a second noun says what the people counted are."""
    noun = page.noun(count.end) if count.end < end else None
    if noun is None or noun.value != "abducted" or noun.number != "many":
        return
    if not (page.lex[count.end].article or page.conj[count.end]):
        count.noun, count.noun_at, count.end = noun, count.end, count.end + 1
