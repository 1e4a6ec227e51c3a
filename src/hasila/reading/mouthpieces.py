"""Who speaks beside the bodies that issue statements: agencies that tell something themselves, sources that go on."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.bodies import actor_of
from hasila.reading.cast import Part, side_of
from hasila.reading.governors import AUXILIARY
from hasila.reading.page import Page

_DOCUMENTS = markers("document-verb")
_RELAYS = markers("quoting-another")


def agency_tells(page: Page, part: Part, at: int) -> str | None:
    """ "SANA reported that 25 had died": an agency right before the verb, which quotes nobody, tells it itself."""
    between = page.form[part.end : at]
    if part.cls != "agency" or page.form[at] in _RELAYS or not AUXILIARY.issuperset(between):
        return None
    return part.whom


def passing(page: Page, at: int, whom: str) -> bool:
    """Whether a claim is of an English agency, which holds for its sentence only: what follows is not its own."""
    return page.form[at] < "\u0590" and side_of(whom) == "media" and page.form[at] not in _DOCUMENTS


def same_source(part: Part, claimant: str | None) -> str | None:
    """ "A security source said ... The source added": an unnamed source goes on."""
    actor = actor_of(claimant) if part.cls == "source" and part.whom is None else None
    return claimant if actor is not None and actor.cls == "source" else None


def goes_on(page: Page, start: int) -> bool:
    """ "It claimed that 40 had died", on a line of its own: whoever spoke last goes on."""
    return page.form[start] in _PRONOUNS and page.cue(start + 1, "verb") == "speech"


_PRONOUNS = frozenset({"it", "he", "she", "they"})
