"""Who tells a number without a verb of saying: whose count, version or list it is, who knows of so many.

A monitor carries nothing out, so what a sentence says of it is what it tells.
"""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.bodies import actor_of
from hasila.reading.cast import Part
from hasila.reading.governors import BE
from hasila.reading.page import Page
from hasila.reading.scene import Scene
from hasila.values.numbers import number_forms

_TEXTS = markers("statement-word") | markers("version-word")
_KNOWS = markers("knows-of")
_PUTS_OUT = markers("puts-out") | {"has", "had", "brought"}
_COUNTS = _TEXTS - {"statement", "release", "report", "post", "tweet"}
_OBJECT = 5
_BY_WAY_OF = BE | {"via", "through", "against"}
_UPON = frozenset({"on", "against", "at", "with", "to", "into", "in", "near", "inside", "outside"})
_FROM = frozenset({"from", "by"})
_OWNS = ("'s", "’s", "s'", "s’")
_OWNED = 3
_BEFORE = 4


def attested(page: Page, here: list[Part], start: int, end: int, scene: Scene) -> None:
    """The teller of an English sentence that has a number and no other teller."""
    if scene.claims:
        return
    for part in here:
        if part.whom is not None and page.form[part.start] < "\u0590" and _tells(page, part, start, end):
            if not _numbered(page, start, end):
                return
            credit = page.before(part.start) in _CREDITS
            scene.claims.append((part.start, part.whom, credit or part.start > start + _OPENS))
            return


_OPENS = 5
_CREDITS = frozenset({"(", "—", "–", "-"})  # "400 fighters gave up — SOHR"


def _numbered(page: Page, start: int, end: int) -> bool:
    return any(page.form[at][:1].isdigit() or page.form[at] in number_forms() for at in range(start, end))


def _tells(page: Page, part: Part, start: int, end: int) -> bool:
    actor = actor_of(part.whom)
    if actor is not None and actor.side == "media":
        return _has_words(page, part, end)  # "An investigation by the New York Times found that 70 had died"
    if actor is None or not actor.issuer or actor.side == "isis" or actor.kind == "source":
        return False
    if part.mention.name.cls == "metonym" or page.before(part.start) in _BY_WAY_OF:
        return False
    if actor.side == "monitor":
        return not _of_its_people(page, part)
    if _has_words(page, part, end):
        return True
    opens = part.start - start <= 1
    if not opens or part.end >= end:
        return False
    brings = page.form[part.end] in _PUTS_OUT and not _COUNTS.isdisjoint(page.form[part.end : part.end + _OBJECT])
    return brings or page.form[part.end] in _KNOWS


def _of_its_people(page: Page, part: Part) -> bool:
    """ "An attack on the White Helmets killed three", "two volunteers of the network", "taken to the medical center":
    whom it befell, or where they were brought, tells nothing."""
    if page.tokens.raw[part.end - 1].endswith(_OWNS):
        return False
    at = part.start - 1 - (page.before(part.start) == "the")
    behind = page.noun(part.end) if part.end < len(page.form) else None
    noun = page.noun(at - 1) if at > 0 and page.form[at] == "of" else None
    hit = at >= 0 and page.form[at] in _UPON
    return hit or any(found is not None and found.kind == "person" for found in (behind, noun))


def _has_words(page: Page, part: Part, end: int) -> bool:
    """ "the command's count is 14", "in the ministry's version", "figures from the SDF", "a list brought out by it"."""
    if page.tokens.raw[part.end - 1].endswith(_OWNS):
        return not _TEXTS.isdisjoint(page.form[part.end : min(end, part.end + _OWNED)])
    at = part.start - 1 - (page.before(part.start) == "the")
    return at > 0 and page.form[at] in _FROM and not _TEXTS.isdisjoint(page.form[max(0, at - _BEFORE) : at])
