"""Sites of which only the country is told: "a raid on a Syrian oil field", "في قاعدة سورية"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.model import Place
from hasila.reading.page import Page

_ADJECTIVES = {
    "iraqi": "IQ",
    "syrian": "SY",
    "عراقي": "IQ",
    "عراقيه": "IQ",
    "سوري": "SY",
    "سوريه": "SY",
}
_LANDS = frozenset(_ADJECTIVES)
_SITES = markers("site-of-land")
_NAMED = frozenset({"the", "this", "that"})
_APART = 2


def land_of_site(page: Page, start: int, end: int, held: Place | None) -> str | None:
    """The country of the site that a sentence names so, where the report holds no place in it already."""
    lands = {_ADJECTIVES[page.form[at]] for at in page.all(_LANDS, start, end) if _of_site(page, at)}
    code = next(iter(lands)) if len(lands) == 1 else None
    return None if code is None or (held is not None and held.scope in (None, code)) else code


def _of_site(page: Page, at: int) -> bool:
    if page.form[at] >= "\u0590":
        return page.before(at) in _SITES
    return page.before(at) not in _NAMED and not _SITES.isdisjoint(page.form[at + 1 : at + 1 + _APART])
