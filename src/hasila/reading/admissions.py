"""Deaths that those who caused them admit: "Central Command has admitted to six civilian deaths"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.able import acts, body_of
from hasila.reading.case import Answer, Case
from hasila.reading.cast import side_of

_ADMITS = markers("admits")
_VERB = 6


def admitted(case: Case) -> Answer | None:
    """Whoever admits that bystanders came to harm did it, or the force of its side whose deeds the report tells."""
    page, count, start = case.setting.page, case.count, case.setting.start
    if count.measure not in _HARM or case.slots.victim != "civilian" or not page.has(_ADMITS, start, count.start):
        return None
    verb = page.all(_ADMITS, start, count.start)[-1]
    told = [whom for at, whom, _ in case.setting.scene.claims if abs(at - verb) <= _VERB and _harms(whom)]
    if not told:
        return None
    doers = (case.thread.op_actor, case.thread.actor, case.thread.hunter)
    doer = next((whom for whom in doers if whom and side_of(whom) == side_of(told[-1]) != ""), None)
    return doer or body_of(told[-1]), "stated", "admitted"


def _harms(whom: str) -> bool:
    return acts(whom) or body_of(whom) != whom


_HARM = frozenset({"killed", "wounded", "casualties"})
