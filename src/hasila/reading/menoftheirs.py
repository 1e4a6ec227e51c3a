"""Men right behind a verb, whose force is named only further on."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.cast import Part
from hasila.reading.doings import (
    does,
    is_kind,
)
from hasila.reading.governors import COMMA
from hasila.reading.page import Page

_DID_IT = markers("by-agent") - markers("by-means")


_FAR_MEN = 7


def told_of_men(page: Page, part: Part, start: int) -> bool:
    """ "هجوم شنه مسلحو ما يعرف بالدولة الإسلامية": men right behind the verb, and whose they are further on."""
    done = page.all(_DID_IT, max(start, part.start - _FAR_MEN), part.start)
    at = done[-1] if done else part.start
    if at + 1 >= part.start or not is_kind(page, at + 1, "person"):
        return False
    return not any(page.form[k] in COMMA or does(page, k) for k in range(at + 1, part.start))
