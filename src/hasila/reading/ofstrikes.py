"""Whom strikes killed that were counted just before: "أربع ضربات يُعتقد أنها قتلت ثلاثة", "بغارتين قال المرصد إنهما
قتلتا ثمانية"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.case import Answer, Case
from hasila.reading.cast import side_of
from hasila.reading.count import EVENTS, Count

_THEY = markers("that-they")
_BOTH = markers("that-both")
_BELIEVED = markers("believed")


def of_the_strikes(case: Case) -> Answer | None:
    """Whoever did what was counted, where a pronoun makes that the subject of the killing."""
    page, at = case.setting.page, case.count.trigger_at
    if case.event or at is None or page.before(at) not in _THEY | _BOTH or case.thread.op_actor is None:
        return None
    told = [other for other in case.setting.counts if other.measure in EVENTS and other.end < at]
    if not told or not (_two(case, told[-1], at) or _of_them(case, told[-1], at)):
        return None
    return case.thread.op_actor, "carried", "actor-carried"


def _two(case: Case, events: Count, at: int) -> bool:
    """ "إنهما قتلتا": the two of them."""
    return events.low == 2 and case.setting.page.before(at) in _BOTH


def _of_them(case: Case, events: Count, at: int) -> bool:
    """ "يُعتقد أنها قتلت", "قال المرصد إنها قتلت": said by nobody who acts himself."""
    page = case.setting.page
    if events.measure != "strikes" or page.before(at) not in _THEY:
        return False
    said = [whom for pos, whom, _ in case.setting.scene.claims if events.end <= pos < at]
    return page.before(at - 1) in _BELIEVED or (bool(said) and all(side_of(whom) == "monitor" for whom in said))
