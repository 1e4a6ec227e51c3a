"""What parts a place from a count."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.governors import COMMA
from hasila.reading.page import Page
from hasila.reading.spots import Spot

_CLAUSES = markers("contrast") | {"and", "when"}


_THAT = markers("complementiser")


_AND_THEN = markers("and-before-that")


def told_aside(page: Page, spot: Spot, at: int, start: int) -> bool:
    """ "The operations, which included strikes in Syria, killed 163": a place of an aside about the subject."""
    opens = page.all(_PLAIN_COMMA, start + 1, spot.start)
    return bool(opens) and page.form[opens[-1] + 1] in _ASIDES and page.has(_PLAIN_COMMA, spot.end, at)


_PLAIN_COMMA = frozenset({","})


_ASIDES = markers("who-or-which")


def parted(page: Page, start: int, end: int) -> bool:
    """Whether another statement begins between a place and a count: "... in Homs, and on Friday three", "the police in
    Erbil said that two", "قال مصدر في صلاح الدين إن أربعة"."""
    for at in page.all(COMMA, start, end - 1):
        if page.form[at + 1] in _AND_THEN or (page.conj[at + 1] == "و" and page.trigger(at + 1) is not None):
            return True  # "بضربة في المحافظة نفسها، وقبلها مقتل 12", "في حمص، وقُتل سبعة"
        if page.form[at + 1] in _ALSO and at + 2 < end and page.trigger(at + 2) is not None:
            return True  # "في تدمر، كما قُتل أربعة"
    said = any(
        page.form[at] in _THAT if page.form[at] >= "\u0590" else page.cue(at, "verb") == "speech"
        for at in range(start, end)
    )
    return said or any(
        page.form[at] in (",", ";") and page.form[at + 1] in _CLAUSES and page.form[at] < "\u0590"
        for at in range(start, end - 1)
    )


_ALSO = markers("new-clause")
