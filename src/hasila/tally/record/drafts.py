"""Figures on their way to claims: whose tally each belongs to, which place and which days it speaks of.

One sentence doesn't settle that. The rest of the document says whose statement the report is about, which day a
headline means, and whether "no American was killed" is a toll of the enemy.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from hasila.lexicon.names import countries, places
from hasila.model import Figure
from hasila.tally.record.closing import close_books
from hasila.tally.record.modes import Draft
from hasila.tally.record.series import UNATTRIBUTED, Book, is_whole, main_book, series_of_figure, series_of_scope
from hasila.tally.record.subsets import mark_subsets

_SPOKEN = frozenset({"asserted", "denied"})
_TOLLS = frozenset({"killed", "wounded", "casualties"})

_Window = tuple[date | None, date | None]
_NO_DAYS: _Window = (None, None)


def drafts_of(read: list[tuple[int, Figure]]) -> list[Draft]:
    """The figures that state or deny something, with their series, places and windows, in the reading's order."""
    figures = [figure for _, figure in read if figure.modality in _SPOKEN]
    mains = _main_books(figures)
    drafts = [_draft(index, figure, mains) for index, figure in read if figure.modality in _SPOKEN]
    if any(draft.series == UNATTRIBUTED for draft in drafts):
        _of_both_countries(drafts)
    if any(figure.high == 0 for figure in figures):
        _own_side(drafts)
    if len(mains) > 1:
        _date_repeats(drafts)
        close_books(drafts)
    mark_subsets(drafts)
    return drafts


def _draft(index: int, figure: Figure, mains: dict[_Window, Book | None]) -> Draft:
    period, site = figure.period, figure.place
    window = _NO_DAYS if period is None else (period.start, period.end)
    series = series_of_figure(figure, mains[window])
    scope, place = (None, None) if site is None else (site.scope, _named(site.scope, site.name))
    if place is not None and is_whole(series, place):
        place = None
    return Draft(index, figure, series, scope, place, window[0], window[1], figure.subset)


def _main_books(figures: list[Figure]) -> dict[_Window, Book | None]:
    """Whose figures each window is mainly about; one that names nobody goes by the whole document."""
    windows: dict[_Window, list[str | None]] = {}
    for figure in figures:
        period = figure.period
        window = _NO_DAYS if period is None else (period.start, period.end)
        windows.setdefault(window, []).append(figure.attribution)
    mains = {window: main_book(tuple(said)) for window, said in windows.items()}
    if len(mains) > 1 and None in mains.values():
        whole = main_book(tuple(figure.attribution for figure in figures))
        return {window: main or whole for window, main in mains.items()}
    return mains


@cache
def _named(scope: str | None, name: str) -> str | None:
    """The name of a place inside a country; None where it is the country itself, or several of them."""
    if scope is None or scope == name:
        return None if scope else name
    if "+" in scope:
        return name if name in {site.canonical for site in places().values() if site.scope == scope} else None
    country = countries().get(scope)
    return None if country is not None and country.canonical == name else name


def _of_both_countries(drafts: list[Draft]) -> None:
    """Counts without any name, in a window for which some of them are of all the countries of one series."""
    nameless = [draft for draft in drafts if draft.series == UNATTRIBUTED]
    found = {
        (draft.start, draft.end): series for draft in nameless if (series := series_of_scope(draft.scope)) is not None
    }
    for draft in nameless:
        draft.series = found.get((draft.start, draft.end), draft.series)


def _own_side(drafts: list[Draft]) -> None:
    """Nobody killed, beside a toll of the enemy, speaks of the own side: "no American was killed"."""
    tolls = {(draft.series, draft.start, draft.end) for draft in drafts if _is_toll(draft) and draft.figure.low}
    for draft in drafts:
        nobody = _is_toll(draft) and draft.figure.high == 0 and draft.figure.victim in (None, "unknown")
        if nobody and (draft.series, draft.start, draft.end) in tolls:
            draft.series += ": security"


def _is_toll(draft: Draft) -> bool:
    return draft.figure.measure in _TOLLS


def _date_repeats(drafts: list[Draft]) -> None:
    """A headline's figure is the dated one of the text, if one window alone has that count there.

    It may leave out the days, or give them wider: the August raid was on the 29th.
    """
    dated: dict[tuple[object, ...], set[_Window]] = {}
    for draft in drafts:
        if draft.start is not None or draft.end is not None:
            dated.setdefault(_count(draft), set()).add((draft.start, draft.end))
    for draft in drafts:
        windows = set(_inside(draft, dated.get(_count(draft), set())))
        if len(windows) == 1:
            ((draft.start, draft.end),) = windows
    _date_denials(drafts)


def _date_denials(drafts: list[Draft]) -> None:
    """What is taken back without a day is of the one window that the document counts the same in."""
    given: dict[tuple[object, ...], set[_Window]] = {}
    for draft in drafts:
        if draft.figure.modality == "asserted" and not draft.subset:
            given.setdefault(_cell(draft), set()).add((draft.start, draft.end))
    for draft in drafts:
        windows = given.get(_cell(draft), set())
        if draft.figure.modality == "denied" and draft.start is draft.end is None and len(windows) == 1:
            ((draft.start, draft.end),) = windows


def _cell(draft: Draft) -> tuple[object, ...]:
    return draft.series, draft.figure.measure, draft.scope, draft.place


def _inside(draft: Draft, windows: set[_Window]) -> Iterator[_Window]:
    """The windows that a figure's own one leaves open."""
    start, end = draft.start, draft.end
    if start is None and end is None:
        yield from windows
    elif start is not None and end is not None and draft.figure.evidence.field == "title":
        for first, last in windows - {(start, end)}:
            if first is not None and last is not None and start <= first and last <= end:
                yield first, last


def _count(draft: Draft) -> tuple[object, ...]:
    figure = draft.figure
    counted = draft.series, figure.measure, draft.scope, draft.place
    return *counted, figure.low, figure.high, figure.subset, figure.modality
