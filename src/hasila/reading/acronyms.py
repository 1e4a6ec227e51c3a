"""Acronyms that a report explains as somebody else's than the lexicon: "the Internal Security Forces (ISF)"."""

from __future__ import annotations

from hasila.lexicon.names import Actor
from hasila.reading.ofcountry import land_of
from hasila.reading.page import Page
from hasila.reading.sight import Mention

SHORT = frozenset({"acronym", "abbreviation"})


def explained(page: Page) -> frozenset[str]:
    """Acronyms that a report explains as somebody else's: "the Internal Security Forces (ISF)" aren't Iraqi."""
    return frozenset(
        page.form[mention.start]
        for mention in page.names
        if mention.name.cls in SHORT
        and not _listed(page, mention)
        and (_spelt(page, mention.start) or _of_ministry(page, mention))
    )


def _of_ministry(page: Page, mention: Mention) -> bool:
    """ "The Ministry of Defense (MoD) said" in Kabul: the acronym is not that of London, of which nothing is told."""
    entity, held = mention.name.entity, page.inside.get(mention.start - 2)
    if not isinstance(entity, Actor) or entity.cls != "ministry" or page.before(mention.start) != "(":
        return False
    if held is None or held.name.canonical != "ministry":
        return False
    lands = {land_of(m.name.entity) or getattr(m.name.entity, "home", None) for m in page.names if m.start < held.start}
    return entity.home not in lands and lands != {None}


def _spelt(page: Page, at: int) -> bool:
    """Whether an acronym in brackets is made of the first letters of the words before them."""
    form, raw = page.form[at], page.tokens.raw
    words = range(at - 1 - len(form), at - 1)
    if words.start < 0 or page.form[at - 1] != "(" or page.form[at + 1 : at + 2] != [")"]:
        return False
    return all(raw[k][:1].isupper() for k in words) and "".join(page.form[k][0] for k in words) == form


def _listed(page: Page, mention: Mention) -> bool:
    """Whether the words before an acronym are a name of the same actor."""
    held = page.inside.get(mention.start - 2)
    return held is not None and held.name.entity is mention.name.entity
