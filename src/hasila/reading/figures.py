"""A bound count with its slots as a figure."""

from __future__ import annotations

from hasila.model import (
    Field,
    Figure,
    Kind,
    Measure,
    Period,
    Qualifier,
    Span,
)
from hasila.reading.confidence import confidence
from hasila.reading.counts import Count
from hasila.reading.moment import Moment
from hasila.reading.page import Page
from hasila.reading.setting import Slots

_CUMULATIVE = frozenset({"since", "until"})


def as_figure(page: Page, field: Field, count: Count, slots: Slots, here: list[Moment]) -> Figure:
    """A bound count with its slots as a figure."""
    start, end = page.tokens.start[count.start], page.tokens.end[count.end - 1]
    span = Span(field, start, end, page.tokens.text[start:end])
    return Figure(
        measure=_measure(count),
        low=count.low,
        high=count.high,
        qualifier=_qualifier(count),
        modality=count.modality,  # type: ignore[arg-type]
        kind=_kind(slots.period, here),
        subset=count.subset,
        victim=slots.victim,
        actor=slots.actor,
        partners=slots.partners,
        mode=slots.mode,
        target=slots.target,
        place=slots.place,
        period=slots.period,
        attribution=slots.attribution,
        evidence=span,
        confidence=confidence(count),
        trail=(*count.rules, *slots.reasons),
        basis=slots.basis,
    )


def _measure(count: Count) -> Measure:
    return count.measure  # type: ignore[return-value]


def _qualifier(count: Count) -> Qualifier:
    return count.qualifier  # type: ignore[return-value]


def _kind(period: Period | None, here: list[Moment]) -> Kind:
    for moment in here:
        if moment.period is period:
            if moment.mention.shape in _CUMULATIVE:
                return "cumulative"
            break
    if period is not None and period.start is not None and period.start != period.end:
        return "period"
    return "event"
