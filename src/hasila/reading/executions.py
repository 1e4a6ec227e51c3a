"""Whom ISIS puts to death: "نفذ التنظيم حكم الإعدام بحق أربعة من قيادييه", who are not killed by those who hunt it."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.case import Answer, Case
from hasila.reading.cast import ISIS
from hasila.reading.doings import does
from hasila.reading.governors import QUOTES

_EXECUTES = markers("execution-root")
_REACH = 6
_SETS_OUT = markers("sets-out-to")
_SO_CALLED = (["ما", "يسمي"], ["ما", "يعرف"])


def executed(case: Case) -> Answer | None:
    """Who had people put to death, where the group is the subject of the verb or noun of the execution."""
    page, at = case.setting.page, case.count.trigger_at
    if at is None or case.count.measure != "killed" or at >= case.count.start:
        return None
    if not any(root in page.form[at] for root in _EXECUTES):
        return None
    for part in case.setting.parts:
        if part.whom != ISIS or part.mention.prep or not at - _REACH <= part.start < case.count.start:
            continue
        before = part.start - 1
        before -= page.form[before] in QUOTES
        before -= 2 * (page.form[max(before - 1, 0) : before + 1] in _SO_CALLED)  # "أعدم ما يسمى تنظيم الدولة"
        behind = part.end <= at and (does(page, part.end) or page.form[part.end] in _SETS_OUT)
        if before == at or behind or (case.setting.start <= before < at and does(page, before)):
            return ISIS, "stated", "executed-by"
    return None
