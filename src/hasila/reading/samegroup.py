"""Whether "the group" is whoever spoke last: "the YPG said ... The group said that 35 of its own fighters had died"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hasila.lexicon.markers import markers
from hasila.lexicon.names import Actor
from hasila.reading.bodies import actor_of
from hasila.reading.page import Page
from hasila.reading.sight import Mention

if TYPE_CHECKING:
    from hasila.reading.cast import Part


def speaks_on(page: Page, mention: Mention, parts: list[Part]) -> Actor | None:
    """The monitor or the SDF that spoke last, where "the group" speaks: of those who fight or watch ISIS only they are
    called a group. A monitor tells of no deeds of its own: "the group said it killed five" is said by ISIS."""
    verb = _verb(page, mention)
    if verb is None or page.form[verb] in _CLAIMS or page.form[mention.end - 1] not in _THE_GROUP:
        return None
    told = (part for part in reversed(parts) if part.cls != "agency")
    office = page.tokens.raw[mention.end - 1].endswith(_OWNS)  # such as only they have
    last = next((part for part in told if (_called_so(part) if office else _speaks(page, part))), None)
    actor = _called_so(last) if last is not None else None
    return None if actor is None or (actor.side == "monitor" and _of_itself(page, verb)) else actor


def _called_so(part: Part) -> Actor | None:
    actor = actor_of(part.whom)
    return actor if actor is not None and actor.side in _CALLED_SO else None


_THE_GROUP = frozenset({"group", "group's", "group’s"})
_CALLED_SO = frozenset({"sdf", "monitor"})
_CLAIMS = markers("claims-attack")
_DOCUMENTS = markers("document-verb")
_NEAR = 3
_SOURCE = 4


def _verb(page: Page, mention: Mention) -> int | None:
    """The verb of speech right behind a name, or behind the office that speaks for it: "the group's media center
    said"."""
    end = mention.end
    reach = _SOURCE if page.tokens.raw[end - 1].endswith(_OWNS) else 1
    return next((at for at in page.cued_at("verb", end, end + 1 + reach) if page.cue(at, "verb") == "speech"), None)


_OWNS = ("'s", "’s")


def _speaks(page: Page, part: Part) -> bool:
    after = page.cued_at("verb", part.end, part.end + _NEAR)
    before = [at for at in page.cued_at("verb", part.start - 2, part.start) if page.before(at) in _INVERTED]
    told = any(page.cue(at, "verb") in ("speech", "toll") for at in (*after, *before))
    return told or bool(page.cued_at("accord", part.start - _SOURCE, part.start))


_INVERTED = frozenset({",", '"', "”"})  # "..., said the YPG", not "the Observatory said IS attacks killed 32"


def _of_itself(page: Page, verb: int) -> bool:
    """ "said it had killed", "said that its fighters": not "said it documented", which a monitor does."""
    told = page.form[verb + 1 : verb + 1 + _NEAR]
    return not _SELF.isdisjoint(told) and _DOCUMENTS.isdisjoint(page.form[verb + 1 : verb + 2 + _NEAR])


_SELF = frozenset({"it", "its"})
