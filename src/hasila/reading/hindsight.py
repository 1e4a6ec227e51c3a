"""What a report says of its numbers after it has told them: "these figures cover the period from May to July"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter

from hasila.lexicon.markers import markers, with_and
from hasila.model import Figure
from hasila.reading.moment import Moment
from hasila.reading.page import Page

_STARTS = attrgetter("start")
_COVERS = with_and(markers("covers-verb"))
_SUCH = markers("these-numbers")
_NUMBERS = markers("numbers-word")
_NOT = frozenset({"لا", "لم", "not"})
_NEAR = 4
_STATED = frozenset({"stated", "resolved"})


def in_hindsight(figures: list[Figure], page: Page, whens: list[Moment]) -> list[Figure]:
    """The figures with the stretch that the report afterwards says they cover. It is of the numbers told last, and of
    those that follow, up to one that has days of its own."""
    for at in page.where(_COVERS) if figures else ():
        whole = _stretch(page, at, whens) if _these(page, at) or _behind(page, at) else None
        if whole is None or whole.period is None:
            continue
        told = [k for k, figure in enumerate(figures) if figure.evidence.end <= page.tokens.start[at]]
        for k in reversed(told):
            if figures[k].basis.get("period") in _STATED:
                break
            figures[k] = _within(figures[k], whole)
        for k in range(len(told), len(figures)):  # and what the report goes on to count
            if figures[k].period is not None:
                break
            figures[k] = _within(figures[k], whole)
    return figures


def _these(page: Page, at: int) -> bool:
    """ "هذه الأعداد تغطي", "the figures cover": what was counted is the subject of the verb."""
    near = range(max(0, at - _NEAR), at)
    return page.before(at) not in _NOT and any(page.form[k] in _SUCH and page.form[k + 1] in _NUMBERS for k in near)


def _behind(page: Page, at: int) -> bool:
    """ "وشملت الحصيلة المدة بين", "وتغطي هذه الأرقام الفترة من": the subject stands between verb and time."""
    subject = at + 1 + (page.form[at + 1 : at + 2] != [] and page.form[at + 1] in _SUCH)
    return page.has(_NUMBERS, subject, subject + 1) and page.has(_TIME, subject + 1, subject + 2)


_TIME = frozenset({"المده", "الفتره", "الايام"})


def _stretch(page: Page, at: int, whens: list[Moment]) -> Moment | None:
    """The stretch right behind the verb."""
    following = bisect_left(whens, at, key=_STARTS)
    moment = whens[following] if following < len(whens) else None
    near = moment is not None and moment.start - at <= _NEAR + 1 and moment.mention.is_period
    return moment if near and moment is not None and not moment.saying else None


def _within(figure: Figure, whole: Moment) -> Figure:
    kind = "period" if figure.kind == "event" else figure.kind
    basis = {**figure.basis, "period": "carried"}
    return replace(figure, period=whole.period, kind=kind, basis=basis, trail=(*figure.trail, "period:told-afterwards"))
