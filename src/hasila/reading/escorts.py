"""Guards and companions of a man are of his side: "the IS leader for Kirkuk and three of his guards"."""

from __future__ import annotations

from hasila.reading.cast import side_of
from hasila.reading.counts import Count
from hasila.reading.setting import Setting

_HIS = frozenset({"his", "her"})
_MAN = 3
_REACH = 14


def of_hunted_leader(count: Count, setting: Setting) -> bool:
    """Whether a count is of the people around a leader whom the words before it call one of an armed group."""
    page, at = setting.page, count.noun_at
    if at is None or page.form[at] >= "\u0590" or page.before(at) not in _HIS:
        return False
    for part in setting.parts:
        near = setting.start <= part.start < count.start <= part.end + _REACH
        if near and side_of(part.whom) in ("isis", "jihadist"):
            men = page.of_kind("person", max(setting.start, part.start - _MAN), min(count.start, part.end + _MAN))
            return any(_leads(setting, k) for k in men)
    return False


def _leads(setting: Setting, at: int) -> bool:
    noun = setting.page.noun(at)
    return noun is not None and noun.value == "militant" and noun.number == "one"
