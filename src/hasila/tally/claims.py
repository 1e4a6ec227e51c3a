"""What a document claims: its figures as claims of cells, each cell and value once.

>>> from types import SimpleNamespace
>>> from hasila.model import Document
>>> from hasila.reading import read
>>> reading = read(Document("r", "CENTCOM said its forces conducted 38 operations in Iraq and Syria in May 2023."))
>>> entry = SimpleNamespace(key="ab" * 32, reading=reading)
>>> [(claim.id, claim.cell.series, claim.low) for claim in claims_of(entry, "w")]
[('abababababab#0', 'coalition', 38)]
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from typing import Protocol

from hasila.ledger.corrections import ACCEPTED
from hasila.lexicon.names import countries, places
from hasila.model import Figure, Kind, Modality, Mode, Place, Qualifier, Reading, Span
from hasila.tally.claim import Cell, Claim
from hasila.tally.modes import Draft, modes_of
from hasila.tally.rulings import NO_RULINGS, Rulings, ruled
from hasila.tally.series import UNATTRIBUTED, Book, account_of, is_whole, main_book, series_of, series_of_scope
from hasila.tally.subsets import mark_subsets

OPEN = "open"
"""The basis of a claim whose document says no days, or none that could be resolved."""

SHORT = 12
"""How many hexadecimal digits of a document's key stand in the ids of its claims."""

_SPOKEN = frozenset({"asserted", "denied"})
_TOLLS = frozenset({"killed", "wounded", "casualties"})
_BASES = {"stated": 0, ACCEPTED: 1, "carried": 2, "resolved": 3, "inferred": 4, OPEN: 5}
_KINDS: dict[Kind, int] = {"cumulative": 0, "period": 1, "event": 2}

_Window = tuple[date | None, date | None]
_Said = tuple[tuple[object, ...], int | None, int | None, Qualifier, Modality, bool]
_Slot = tuple[Draft, Mode | None, bool]


class Entry(Protocol):
    """A document as far as claims need it: the hash of its content, and what was read in it."""

    @property
    def key(self) -> str:
        """The hash of the document's content, in hexadecimal digits."""

    @property
    def reading(self) -> Reading:
        """The reading that stands."""


def claims_of(entry: Entry, witness: str, rulings: Rulings = NO_RULINGS) -> tuple[Claim, ...]:
    """The claims of a document, in the order of their first figures.

    Figures that say the same of one cell are one claim; a document that gives a cell two values makes two. What was
    only feared, planned or foiled is no claim; what is denied is one, marked so. A figure may speak of two cells (see
    :mod:`hasila.tally.modes`): its second claim has "/all" behind its id and the same ``figures``, because whoever sets
    the figure aside sets aside both. ``rulings`` are what people decided of the claims.
    """
    figures = list(enumerate(entry.reading.figures))
    decided = rulings.of(entry.key)
    if decided:
        claims = _claims(entry, witness, figures)
        shared = {at: ruling for key, ruling in decided.items() for at in _sharing(key, claims)}
        changed = ruled(entry.reading, shared)
        figures = [(at, kept) for at, figure in figures if (kept := changed.get(at, figure)) is not None]
    return _claims(entry, witness, figures)


def _sharing(index: int | None, claims: Iterable[Claim]) -> set[int | None]:
    """The figures that say what one of them says; the whole document stands for itself."""
    return {index} | {at for claim in claims if index in claim.figures for at in claim.figures}


def _claims(entry: Entry, witness: str, figures: list[tuple[int, Figure]]) -> tuple[Claim, ...]:
    said: dict[_Said, list[_Slot]] = {}
    for slot in _slots(_drafts(figures)):
        draft, mode, _ = slot
        figure = draft.figure
        where = draft.series, figure.measure, draft.scope, draft.place, mode, draft.start, draft.end
        key = (where, figure.low, figure.high, figure.qualifier, figure.modality, draft.subset)
        said.setdefault(key, []).append(slot)
    return tuple(_claim(entry.key, witness, slots) for slots in said.values())


def _claim(document: str, witness: str, slots: list[_Slot]) -> Claim:
    draft, mode, first = slots[0]
    figure = draft.figure
    kind, basis, confidence = figure.kind, _basis(draft), figure.confidence
    for other, _, _ in slots[1:]:
        kind = min(kind, other.figure.kind, key=_KINDS.__getitem__)
        basis = min(basis, _basis(other), key=_BASES.__getitem__)
        confidence = max(confidence, other.figure.confidence)
    return Claim(
        f"{document[:SHORT]}#{draft.index}{'' if first else '/all'}",
        document,
        witness,
        _cell(draft.series, figure.measure, draft.scope, draft.place, mode, draft.start, draft.end),
        kind,
        figure.low,
        figure.high,
        figure.qualifier,
        figure.modality,
        draft.subset,
        figure.attribution,
        basis,
        confidence,
        tuple(other.index for other, _, _ in slots),
        _quoted(slots),
    )


def _quoted(slots: list[_Slot]) -> Span:
    """The words of the text where it repeats the headline: a headline alone is a weaker witness."""
    spans = [draft.figure.evidence for draft, _, _ in slots]
    return next((span for span in spans if span.field == "text"), spans[0])


_cell = lru_cache(maxsize=1 << 16)(Cell)


def _basis(draft: Draft) -> str:
    basis = basis_of(draft.figure)
    return "carried" if basis == OPEN and (draft.start is not None or draft.end is not None) else basis


def basis_of(figure: Figure) -> str:
    """Where the days of a figure come from: stated, accepted, carried, resolved, inferred or open."""
    period = figure.period
    if period is None or (period.start is None and period.end is None):
        return OPEN
    if period.basis.startswith("resolved"):
        return "resolved"
    return period.basis if period.basis in (ACCEPTED, "inferred") else figure.basis.get("period", "stated")


def _slots(drafts: list[Draft]) -> list[_Slot]:
    """Each figure with each mode that it speaks of, and whether that is the first of them; in the reading's order."""
    if all(draft.figure.mode is None for draft in drafts):
        return [(draft, None, True) for draft in drafts]
    groups: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        groups.setdefault((draft.series, draft.figure.measure, draft.start, draft.end), []).append(draft)
    slots: list[_Slot] = []
    for group in groups.values():
        for draft, modes in zip(group, modes_of(group), strict=True):
            slots += [(draft, mode, at == 0) for at, mode in enumerate(modes)]
    slots.sort(key=lambda slot: slot[0].index)
    return slots


def _drafts(read: list[tuple[int, Figure]]) -> list[Draft]:
    figures = [(index, figure) for index, figure in read if figure.modality in _SPOKEN]
    mains = _main_books([figure for _, figure in figures])
    drafts = []
    for index, figure in figures:
        start, end = window = _window(figure)
        series = series_of(account_of(figure), mains[window])
        scope, place = _where(figure.place)
        if place is not None and is_whole(series, place):
            place = None
        drafts.append(Draft(index, figure, series, scope, place, start, end, figure.subset))
    _of_both_countries(drafts)
    if any(figure.high == 0 for _, figure in figures):
        _own_side(drafts)
    if len(mains) > 1:
        _date_repeats(drafts)
    mark_subsets(drafts)
    return drafts


def _of_both_countries(drafts: list[Draft]) -> None:
    """Counts without any name, in a window for which some of them are of all the countries of one series."""
    nameless = [draft for draft in drafts if draft.series == UNATTRIBUTED]
    found = {
        (draft.start, draft.end): series for draft in nameless if (series := series_of_scope(draft.scope)) is not None
    }
    for draft in nameless:
        draft.series = found.get((draft.start, draft.end), draft.series)


def _date_repeats(drafts: list[Draft]) -> None:
    """A headline's figure is the dated one of the text, if one window alone has that count there.

    It may leave out the days, or give them wider: the August raid was on the 29th.
    """
    dated: dict[tuple[object, ...], set[_Window]] = {}
    for draft in drafts:
        if draft.start is not None or draft.end is not None:
            dated.setdefault(_count(draft), set()).add((draft.start, draft.end))
    for draft in drafts:
        windows = {window for window in dated.get(_count(draft), ()) if _is_inside(window, draft)}
        if len(windows) == 1:
            ((draft.start, draft.end),) = windows


def _is_inside(window: _Window, draft: Draft) -> bool:
    if draft.start is None and draft.end is None:
        return True
    if draft.figure.evidence.field != "title" or None in (draft.start, draft.end, *window):
        return False
    wider = (draft.start, draft.end) != window
    return wider and draft.start <= window[0] and window[1] <= draft.end  # type: ignore[operator]


def _count(draft: Draft) -> tuple[object, ...]:
    figure = draft.figure
    return (
        draft.series,
        figure.measure,
        draft.scope,
        draft.place,
        figure.low,
        figure.high,
        figure.subset,
        figure.modality,
    )


def _own_side(drafts: list[Draft]) -> None:
    """ "No American was killed" beside a toll of the enemy speaks of the own side, whoever its victims are said to
    be."""
    tolls = {(draft.series, draft.start, draft.end) for draft in drafts if _is_toll(draft) and draft.figure.low}
    for draft in drafts:
        nobody = _is_toll(draft) and draft.figure.high == 0 and draft.figure.victim in (None, "unknown")
        if nobody and (draft.series, draft.start, draft.end) in tolls:
            draft.series += ": security"


def _is_toll(draft: Draft) -> bool:
    return draft.figure.measure in _TOLLS


def _main_books(figures: list[Figure]) -> dict[_Window, Book | None]:
    """Whose figures each window of a document is mainly about; a window that names nobody goes by the whole
    document."""
    if len({figure.attribution for figure in figures}) == 1:
        return dict.fromkeys(map(_window, figures), main_book((figures[0].attribution,)))
    windows: dict[_Window, list[Figure]] = {}
    for figure in figures:
        windows.setdefault(_window(figure), []).append(figure)
    whole = _main_book(figures)
    return {window: _main_book(held) or whole for window, held in windows.items()}


def _main_book(figures: list[Figure]) -> Book | None:
    return main_book(tuple(figure.attribution for figure in figures))


def _window(figure: Figure) -> _Window:
    return (None, None) if figure.period is None else (figure.period.start, figure.period.end)


def _where(place: Place | None) -> tuple[str | None, str | None]:
    return (None, None) if place is None else (place.scope, _named(place.scope, place.name))


@cache
def _named(scope: str | None, name: str) -> str | None:
    """The name of a place inside a country; None where it is the country itself, or several of them."""
    if scope is None or scope == name:
        return None if scope else name
    if "+" in scope:
        return name if name in {site.canonical for site in places().values() if site.scope == scope} else None
    country = countries().get(scope)
    return None if country is not None and country.canonical == name else name
