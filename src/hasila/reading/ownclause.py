"""Where the clause of an English speaker begins, behind the comma of what is told."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.cast import Part
from hasila.reading.page import Page
from hasila.reading.voices import role_at


def own_clause(page: Page, here: list[Part], at: int, start: int) -> int:
    """ "Five died in raids by Iraqi jets, the country's military said": a speaker between the last comma and the verb
    who is no listed name leaves the names before the comma out."""
    comma = next((k for k in range(at - 1, max(start, at - _TAG) - 1, -1) if page.form[k] == ","), None)
    if comma is None or comma == at - 1:
        return start
    told = range(comma + 1, at)
    if any(part.start < at and part.end > comma for part in here):
        return start
    if _told_by_others(page, told):
        return comma
    voice = any("voice" in role_at(page, k) for k in told)
    return comma if page.form[comma + 1] in _DETERMINERS and not voice else start


def _told_by_others(page: Page, told: range) -> bool:
    """ "..., Kurdish officials said", "..., Col. Ahmed al-Dulaimi told the agency": people in general, or a man by his
    name, none of whom speaks for those before the comma."""
    if not _PEOPLE_WHO_TELL.isdisjoint(page.form[told.start : told.stop]):
        return True
    named = [at for at in told if page.lex[at].upper]
    return len(named) > 1 and all(at in named or not page.lex[at].alpha or page.form[at] in _PARTICLE for at in told)


_PEOPLE_WHO_TELL = markers("people-who-tell")
_PARTICLE = markers("name-particle")
_TAG = 8
_DETERMINERS = frozenset({"the", "a", "an", "its", "their"})
