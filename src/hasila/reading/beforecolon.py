"""Who speaks in a line that begins with a name and a colon."""

from __future__ import annotations

from itertools import takewhile

from hasila.reading.cast import Part
from hasila.reading.governors import BULLETS
from hasila.reading.page import Page
from hasila.reading.scene import Scene
from hasila.reading.voices import role_at
from hasila.values.numbers import number_forms


def headline_claim(page: Page, here: list[Part], start: int, end: int, scene: Scene) -> None:
    """ "التحالف: ضرباتنا ...", "CENTCOM: 48 operations", "ريف حمص - المرصد: قتل خمسة"."""
    if start >= end:
        return
    start += (item := page.form[start] in BULLETS)
    here = [part for part in here if part.start >= start]
    if not here or not (here[0].start <= start + 1 or _titled(page, here[0], start)):
        return
    if item and (here[0].cls in _FIGHT or _counted_next(page, here[0])):
        return
    whole = takewhile(lambda part: part.whom == here[0].whom and part.start <= start + _NAMED_TWICE, here)
    if here[0].whom and here[0].mention.name.cls != "metonym" and any(_colon(page, part, end) for part in whole):
        scene.claims.insert(0, (start, here[0].whom, False))


def _counted_next(page: Page, part: Part) -> bool:
    """ "- قسد: 5 عمليات": an item of a list that counts for a body, which says nothing."""
    told = page.form[part.end + 1 : part.end + 2]
    return bool(told) and (told[0][:1].isdigit() or told[0] in number_forms())


_FIGHT = frozenset({"forces", "group", "coalition"})


def _titled(page: Page, part: Part, start: int) -> bool:
    """ "LT. GEN. TOWNSEND: We struck": only ranks stand before the name of a man who speaks in a transcript."""
    ranks = (at for at in range(start, part.start) if page.form[at] != ".")
    return part.person is not None and all("rank" in role_at(page, at) for at in ranks)


_NAMED_TWICE = 8


def _colon(page: Page, part: Part, end: int) -> bool:
    """Whether a colon stands right behind a name, or behind its short form in brackets or whom it told: "مصدر أمني
    لشفق نيوز: مقتل ثلاثة"."""
    at = part.end + page.has(_CLOSES, part.end, min(end, part.end + 1))
    if at < end and page.form[at].startswith("ل"):
        at = next((k for k in range(at + 1, min(end, at + _TOLD_TO)) if page.form[k] == ":"), at)
    return page.form[min(at, end - 1)] == ":"


_TOLD_TO = 5


_CLOSES = frozenset({")", '"', "”", "»"})
