"""Names that others bear too: which land's force is meant, and which man."""

from __future__ import annotations

from hasila.lexicon.names import Actor, Site
from hasila.lexicon.spelled import first_names
from hasila.reading.page import Page, once, starting
from hasila.reading.sight import Mention


def beside_iraq(page: Page, mention: Mention) -> bool:
    """ "وفي العراق بلغ العدد 20 عملية مشتركة مع القوات الأمنية": the last place named before is in Iraq."""
    near = (m.name.entity for m in reversed(starting(page.names, mention.start - _NEAR_LAND, mention.start)))
    site = next((entity for entity in near if isinstance(entity, Site)), None)
    return site is not None and site.scope == "IQ"


_NEAR_LAND = 14


@once
def first_iraqi(page: Page) -> int:
    """Where a body of Iraq is first named that no other country has."""
    named = (m for m in page.names if isinstance(m.name.entity, Actor) and m.name.entity.home == "IQ")
    return next((m.start for m in named if not called_alike(page, m)), len(page.form))


def called_alike(page: Page, mention: Mention) -> bool:
    """ "القوات الأمنية": a name of Iraqi forces that those of any country bear."""
    form, name = page.form[mention.end - 1], mention.name.canonical
    return name in _IRAQI_ALONE and form.startswith("ال") and form not in _WITH_NATION


def namesake(page: Page, mention: Mention) -> bool:
    """ "محافظ ديالى عدنان الشمري ... وقال الشمري", "Faisal al-Abadi said": a surname that stands or stood behind a
    first name which isn't that of the person known by it."""
    before = page.before(mention.start)
    if before in first_names() and before[0] != mention.name.canonical[0].lower():
        return True
    surname = page.form[mention.end - 1]
    return any(
        page.form[at] == surname and at not in page.inside and page.word[at - 1] is None and page.lex[at - 1].alpha
        for at in range(1, mention.start)
    )


_IRAQI_ALONE = ("Iraqi Security Forces", "Iraqi Counter Terrorism Service")


_WITH_NATION = frozenset({"العراقيه", "العراقي", "الاتحاديه"})
