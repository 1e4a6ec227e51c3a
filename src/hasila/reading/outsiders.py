"""Arabic speakers of no listed body: what "ناشط" or "وسائل إعلام محلية" tell is not said by whoever spoke before."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.page import Page
from hasila.reading.scene import Scene
from hasila.reading.thread import Thread
from hasila.reading.voices import NOT_SUBJECT, role_at

_OUTSIDERS = markers("outsider")
_IN_POLICE = markers("of-police")
_THAT = markers("complementiser")
OUTSIDER = "attribution:told-by-outsider"
_NO_NAME = _THAT | NOT_SUBJECT | {"،", ":", "في", "ان"}
_REACH = 12
_OFFICE = 18
_COLON = frozenset({":"})
_BEFORE = 3


def outsider(page: Page, at: int, start: int, end: int, claimant: str | None) -> bool:
    """Whether people of no body tell at a verb of saying: "وقال الناشط", "وسائل إعلام محلية قالت", "وقال الملازم في
    شرطة ديالى"; an officer named behind a source is that source."""
    if page.has(_OUTSIDERS, at + 1, min(end, at + 2)):
        return True
    if not page.conj[at] and page.has(_OUTSIDERS, max(start, at - _BEFORE), at):
        return True
    if (claimant or "").endswith(" source"):
        return False
    if _ranked_stranger(page, at, end):
        return True
    stop = page.first(_THAT, at + 1, min(end, at + _REACH)) or at
    return page.has(_IN_POLICE, at + 1, stop)


def _ranked_stranger(page: Page, at: int, end: int) -> bool:
    """ "قال العقيد وليد الدليمي": an officer whom the report has not named before, and names no body for."""
    name = at + 1
    while name < end and "rank" in role_at(page, name):
        name += 1
    known = name >= end or name in page.inside or page.form[name] in page.form[:at]
    if name == at + 1 or known or page.has(_NO_NAME, name, name + 1):
        return False
    stop = page.first(_THAT | _COLON, name, min(end, at + _OFFICE)) or min(end, at + _OFFICE)
    return not any(k in page.name_at and page.name_at[k].kind == "actor" for k in range(name, stop))


def silent(scene: Scene, thread: Thread, at: int) -> bool:
    """Whether nobody who is listed tells of a count at a token: an outsider spoke last, or goes on to speak."""
    if not scene.outsiders:
        return thread.outsider and scene.speaks and not scene.claims
    last = max((said for said in scene.outsiders if said < at), default=None)
    return last is not None and all(said < last for said, _, _ in scene.claims if said < at)


def leaves_outsider(scene: Scene, thread: Thread) -> bool:
    """Whether an outsider is the last who spoke: he goes on in "وأضاف أن", until another speaks or nobody does."""
    if scene.outsiders:
        return all(said < scene.outsiders[-1] for said, _, _ in scene.claims)
    return thread.outsider and scene.speaks and not scene.claims
