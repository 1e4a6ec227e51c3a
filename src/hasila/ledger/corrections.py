"""What people write when they correct a figure -> the figure as it should have been read."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, get_args

from hasila.errors import LedgerError
from hasila.ledger.spans import span_of
from hasila.lexicon.names import Site, countries, spellings
from hasila.model import Figure, Kind, Measure, Modality, Mode, Period, Place, Qualifier, Victim

ACCEPTED = "accepted"
"""The basis of a period that somebody decided."""

_NONE = ("", "none")
_COUNT = re.compile(r"(\d+)?(?:(\.\.)(\d+)?)?")
_SCOPE = re.compile(r"([A-Z]{2}(?:\+[A-Z]{2})*)(?: +(.+))?$")


def corrected(figure: Figure, field: str, value: str) -> Figure:
    """``figure`` with one slot as people want it; an empty value, or "none", empties a slot that may be empty.

    ``field`` is value ("14", "14..20", "14.." for at least, "..20" for at most), period (see :func:`period_of`), place
    ("IQ+SY", or "SY Raqqa"), partners ("Iraqi Army; Peshmerga"), subset (yes or no), span (see
    :mod:`hasila.ledger.spans`), or the name of another slot.
    Raises :class:`LedgerError` where there is no such slot, or the value can't stand in it.
    """
    if field not in _SLOTS:
        raise _refused(field, f"a figure has no {field!r}", f"Correct one of: {', '.join(_SLOTS)}")
    return replace(figure, **_SLOTS[field](field, value.strip()))


def all_corrected(figure: Figure, fields: Mapping[str, str]) -> Figure:
    """``figure`` with several slots as people want them, in whichever order they wrote them."""
    for field in sorted(fields, key=_place_of):
        figure = corrected(figure, field, fields[field])
    return figure


def _place_of(field: str) -> int:
    return SLOTS.index(field) if field in SLOTS else len(SLOTS)


def period_of(value: str) -> tuple[date | None, date | None]:
    """First and last day of what people write: a year, a month, a day, or two days with an open side perhaps.

    >>> period_of("2023-02"), period_of("2023-10-07..")
    ((date(2023, 2, 1), date(2023, 2, 28)), (date(2023, 10, 7), None))
    """
    first, dots, last = value.strip().partition("..")
    try:
        start = _bounds(first)[0] if first else None
        end = _bounds(last)[1] if last else None if dots else _bounds(first)[1]
    except ValueError:
        start = end = None
    turned = start is not None and end is not None and start > end
    if turned or (start is None and end is None):
        raise _refused("period", f"{value!r} is no period", "Write 2023-02, or 2023-02-01..2023-02-28")
    return start, end


def _bounds(value: str) -> tuple[date, date]:
    year, month, day = *(int(part) for part in value.split("-")), *[0] * (2 - value.count("-"))
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def _count(field: str, value: str) -> dict[str, Any]:
    match = _COUNT.fullmatch(value)
    if match is None or not (match[1] or match[3]):
        raise _refused(
            field, f"{value!r} is no count", "Write 14, or 14..20, or 14.. for at least, or ..20 for at most"
        )
    low = int(match[1]) if match[1] else None
    high = (int(match[3]) if match[3] else None) if match[2] else low
    if low is not None and high is not None and low > high:
        raise _refused(field, f"{value!r} is no count", "Write the smaller number first")
    qualifier = "exact" if low == high else "at_least" if high is None else "at_most" if low is None else "range"
    return {"low": low, "high": high, "qualifier": qualifier}


def _one_of(allowed: tuple[str, ...], may_be_empty: bool = False) -> Callable[[str, str], dict[str, Any]]:
    def parse(field: str, value: str) -> dict[str, Any]:
        if may_be_empty and value in _NONE:
            return {field: None}
        if value not in allowed:
            raise _refused(field, f"{value!r} is no {field}", f"Write one of: {', '.join(allowed)}")
        return {field: value}

    return parse


def _words(field: str, value: str) -> dict[str, Any]:
    return {field: None if value in _NONE else value}


def _names(field: str, value: str) -> dict[str, Any]:
    return {field: () if value in _NONE else tuple(name.strip() for name in value.split(";"))}


def _yes_or_no(field: str, value: str) -> dict[str, Any]:
    answers = {"yes": True, "true": True, "no": False, "false": False}
    if value.lower() not in answers:
        raise _refused(field, f"{value!r} is neither yes nor no", "Write yes or no")
    return {field: answers[value.lower()]}


def _place(field: str, value: str) -> dict[str, Any]:
    if value in _NONE:
        return {field: None}
    match = _SCOPE.match(value)
    if not match:
        raise _refused(field, f"{value!r} is no place", "Write country codes and perhaps a name: IQ, IQ+SY, SY Raqqa")
    scope = "+".join(sorted(match[1].split("+")))
    return {field: _known_place(scope, match[2], value) if match[2] else Place(scope, country(scope), value)}


def country(scope: str) -> str:
    """Countries by their names.

    >>> country("IQ+SY")
    'Iraq and Syria'
    """
    return " and ".join(countries()[code].canonical if code in countries() else code for code in scope.split("+"))


def _known_place(scope: str, name: str, written: str) -> Place:
    """The place as a reading would name it, where the gazetteer knows it."""
    for form, known in spellings("place"):
        site = known.entity
        if form == name and isinstance(site, Site) and site.scope == scope:
            return Place(scope, site.canonical, written, site.lat, site.lon, site.geonames)
    return Place(scope, name, written)


def _period(field: str, value: str) -> dict[str, Any]:
    if value in _NONE:
        return {field: None}
    start, end = period_of(value)
    return {field: Period(start, end, None, ACCEPTED), "kind": "event" if start == end else "period"}


def _span(field: str, value: str) -> dict[str, Any]:
    return {"evidence": span_of(value)}


def _refused(field: str, reason: str, remedy: str) -> LedgerError:
    return LedgerError(f"--field {field}", reason, remedy)


_SLOTS: dict[str, Callable[[str, str], dict[str, Any]]] = {
    # a number brings its qualifier with it, and a period the kind: what is said of these comes after
    "value": _count,
    "period": _period,
    "qualifier": _one_of(get_args(Qualifier)),
    "measure": _one_of(get_args(Measure)),
    "modality": _one_of(get_args(Modality)),
    "kind": _one_of(get_args(Kind)),
    "subset": _yes_or_no,
    "victim": _one_of(get_args(Victim), may_be_empty=True),
    "actor": _words,
    "partners": _names,
    "mode": _one_of(get_args(Mode), may_be_empty=True),
    "target": _words,
    "place": _place,
    "attribution": _words,
    "span": _span,
}
SLOTS = tuple(_SLOTS)
"""The slots in the order in which corrections of one figure are applied."""
