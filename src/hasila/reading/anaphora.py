"""Words that point back to the place named last: "in the same province", في المحافظة نفسها."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.page import Page

_KINDS = markers("kind-of-place")
_SAME = markers("the-same")
_PROVINCE = markers("the-province")
ITS_SHARE = markers("its-share")
_HEADS = _KINDS | {"ب" + kind for kind in _KINDS}


def pointers(page: Page) -> list[tuple[int, int]]:
    """The tokens [start, end) of each phrase that means the place named last; not "in that town of Iraq"."""
    found = []
    for at in page.where(_HEADS):
        form = page.form[at]
        if at + 1 >= len(page.form):
            continue
        if form >= "\u0590" and page.form[at + 1] in _SAME:
            found.append((at, at + 2))
        elif form in _PROVINCE and _in_the(page, at) and at + 1 not in page.name_at and page.form[at + 1] != "of":
            found.append((at, at + 1))
        elif at > 1 and page.form[at - 1] in _SAME and page.form[at + 1] != "of":
            found.append((at - 2 if page.form[at - 2] == "the" else at - 1, at + 1))
    return sorted(found + [(at, at + 1) for at in page.where(ITS_SHARE)]) if page.where(ITS_SHARE) else found


def _in_the(page: Page, at: int) -> bool:
    """ "in the governorate", في المحافظة."""
    return page.before(at) == "في" or page.form[max(0, at - 2) : at] == ["in", "the"]
