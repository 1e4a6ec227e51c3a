"""The slots of a figure in short English, for people."""

from __future__ import annotations

from hasila.model import Figure, Period
from hasila.values.wording import days_in_words

_BELONGING = {"militant": "militants", "security": "security forces", "civilian": "civilians"}
_COUNTRIES = {"IQ": "Iraq", "SY": "Syria"}
_DOUBTS = {"denied": "denied", "hypothetical": "not asserted", "prevented": "prevented"}


def measure(figure: Figure) -> str:
    """ "killed", "of them killed: civilians", "killed, denied"."""
    words = f"of them {figure.measure}" if figure.subset else str(figure.measure)
    if figure.victim in _BELONGING:
        words += f": {_BELONGING[figure.victim]}"
    doubt = _DOUBTS.get(figure.modality)
    return f"{words}, {doubt}" if doubt else words


def amount(figure: Figure) -> str:
    """``22``, ``~35``, ``>22``, ``≥22``, ``≤25``, ``250–300``; ``some`` where the report gives no number."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return "some"
    if high is None:
        return f"{'>' if figure.qualifier == 'over' else '≥'}{low:,}"
    if low is None:
        return f"≤{high:,}"
    if low != high:
        return f"{low:,}–{high:,}"
    return f"~{low:,}" if figure.qualifier == "about" else f"{low:,}"


def who(figure: Figure) -> str:
    """The actor, and with whom."""
    actor = figure.actor or ""
    if figure.partners:
        return f"{actor or 'unnamed'} with {', '.join(figure.partners)}"
    if figure.mode is None:
        return actor
    return f"{actor} ({'with partners' if figure.mode == 'partnered' else 'alone'})".strip()


def where(figure: Figure) -> str:
    """Name and country: "Raqqa, SY"; a country by its name, several by their codes."""
    place = figure.place
    if place is None:
        return ""
    if place.scope is None or place.name in (place.scope, _COUNTRIES.get(place.scope)):
        return place.name
    return place.scope if "+" in place.scope and " and " in place.name else f"{place.name}, {place.scope}"


def when(period: Period | None) -> str:
    """The days, as short as they can be said: "May 2023", "Jan–Mar 2024", "2022", "2024-08-29 to 2024-11-04"."""
    if period is None:
        return ""
    return days_in_words(period.start, period.end) or period.as_written or ""
