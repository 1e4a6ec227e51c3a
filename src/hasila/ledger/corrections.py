"""What people write when they correct a figure -> the figure as it should have been read."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, get_args

from hasila.errors import LedgerError
from hasila.lexicon.names import Site, countries, spellings
from hasila.model import Basis, Figure, Kind, Measure, Modality, Mode, Period, Place, Qualifier, Victim

_NONE = ("", "none", "-")
_SCOPE = re.compile(r"([A-Z]{2}(?:\+[A-Z]{2})*)(?: +(.+))?$")


def corrected(figure: Figure, field: str, value: str) -> Figure:
    """``figure`` with one slot corrected; "none" empties a slot that may be empty.

    Raises :class:`LedgerError` where there is no such slot, or the value can't stand in it.
    """
    if field not in _SLOTS:
        raise _refused(field, f"a figure has no {field!r}", f"Correct one of: {', '.join(_SLOTS)}")
    changes = _SLOTS[field](field, value.strip())
    known: dict[str, Basis] = {key: "stated" for key in changes if key in figure.basis}
    after = replace(figure, **changes, basis={**figure.basis, **known}, trail=(*figure.trail, "corrected"))
    if after.low is not None and after.high is not None and after.low > after.high:
        raise _refused(
            field, f"the least would be {after.low}, the most {after.high}", "Correct value, or the other one first"
        )
    return after


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
    if turned or start is end is None:
        raise _refused("period", f"{value!r} is no period", "Write 2023-02, or 2023-02-01..2023-02-28")
    return start, end


def _bounds(value: str) -> tuple[date, date]:
    year, month, day = (*(int(part) for part in value.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def _number(field: str, value: str) -> dict[str, Any]:
    if value in _NONE and field != "value":
        return {field: None}
    if not value.isdecimal():
        raise _refused(field, f"{value!r} is no number", "Write digits")
    number = int(value)
    return {"low": number, "high": number, "qualifier": "exact"} if field == "value" else {field: number}


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
    return {field: _known_place(match[1], match[2], value)}


def _known_place(scope: str, name: str | None, written: str) -> Place:
    """The place as a reading would name it, where the gazetteer knows it."""
    if name is None:
        codes = scope.split("+")
        return Place(
            scope, " and ".join(countries()[code].canonical if code in countries() else code for code in codes), written
        )
    for form, known in spellings("place"):
        site = known.entity
        if form == name and isinstance(site, Site) and site.scope == scope:
            return Place(scope, site.canonical, written, site.lat, site.lon, site.geonames)
    return Place(scope, name, written)


def _period(field: str, value: str) -> dict[str, Any]:
    if value in _NONE:
        return {field: None}
    start, end = period_of(value)
    return {field: Period(start, end, None, "somebody decided so")}


def _refused(field: str, reason: str, remedy: str) -> LedgerError:
    return LedgerError(f"--field {field}", reason, remedy)


_SLOTS: dict[str, Callable[[str, str], dict[str, Any]]] = {
    "value": _number,
    "low": _number,
    "high": _number,
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
    "period": _period,
    "attribution": _words,
}
