"""The slots of a figure as people write them: what :func:`hasila.ledger.corrections.corrected` reads back."""

from __future__ import annotations

from calendar import monthrange

from hasila.ledger.corrections import SLOTS, country
from hasila.model import Figure, Period, Place, Span

_WORDS = ("measure", "qualifier", "modality", "kind", "victim", "actor", "mode", "target", "attribution")


def written(figure: Figure) -> dict[str, str]:
    """Every slot by its name; empty where nothing stands in it."""
    plain = {name: getattr(figure, name) or "" for name in _WORDS}
    made = {
        **plain,
        "value": _count(figure.low, figure.high),
        "period": _period(figure.period),
        "subset": "yes" if figure.subset else "no",
        "partners": "; ".join(figure.partners),
        "place": _place(figure.place),
        "span": _span(figure.evidence),
    }
    return {name: made[name] for name in SLOTS}


def _count(low: int | None, high: int | None) -> str:
    if low == high:
        return "" if low is None else str(low)
    return f"{'' if low is None else low}..{'' if high is None else high}"


def _period(period: Period | None) -> str:
    """
    >>> _period(Period(date(2023, 2, 1), date(2023, 2, 28), None, "stated")), _period(None)
    ('2023-02', '')
    """
    if period is None or (period.start is None and period.end is None):
        return ""
    start, end = period.start, period.end
    if start is None or end is None:
        return f"{start or ''}..{end or ''}"
    if start == end:
        return str(start)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return f"{start:%Y}"
    if start == end.replace(day=1) and end.day == monthrange(end.year, end.month)[1]:
        return f"{start:%Y-%m}"
    return f"{start}..{end}"


def _place(place: Place | None) -> str:
    if place is None or place.scope is None:
        return "" if place is None else place.name
    return place.scope if place.name == country(place.scope) else f"{place.scope} {place.name}"


def _span(span: Span) -> str:
    return f"{'title ' if span.field == 'title' else ''}{span.start}-{span.end}"
