"""People of whom it is said to which group they belong: "ستة عناصر يُشتبه بانتمائهم للتنظيم"."""

from __future__ import annotations

from hasila.lexicon.markers import markers
from hasila.reading.belonging import neutral
from hasila.reading.counts import Count
from hasila.reading.governors import COMMA
from hasila.reading.setting import Setting

_BELONGS = markers("belongs-to")
_REACH = 6
_NAME = 4


def member_of(count: Count, setting: Setting) -> str | None:
    """The group to which members of nobody whom their noun names are said, or suspected, to belong."""
    page = setting.page
    if count.noun is None or count.noun_at is None:
        return None
    any_side = neutral(page, count.noun_at)
    for at in range(count.end, min(setting.end, count.end + _REACH)):
        if page.form[at] in COMMA or page.conj[at]:
            return None
        if page.form[at] in _BELONGS and (any_side or page.lex[at].article):
            near = (part for part in setting.parts if at < part.start <= at + _NAME)
            part = next(near, None)
            return part.whom if part is not None and part.cls == "group" else None
    return None
